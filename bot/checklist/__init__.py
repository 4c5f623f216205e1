"""Where are they? Progress through a checklist as a value, and a table of moves."""

from bot.checklist.check import check
from bot.checklist.draw import as_mermaid, as_tree
from bot.checklist.kept import as_data, from_data
from bot.checklist.move import (
    Answer,
    AskRole,
    Back,
    Begin,
    ChooseRole,
    Finish,
    Move,
    Reminders,
    Restart,
    Revisit,
    Skip,
    Stop,
)
from bot.checklist.moves import make
from bot.checklist.named import named
from bot.checklist.plan import ENDED, Plan, Tally, asked, current, left, path, tally
from bot.checklist.progress import ROLE_QUESTION, Change, Progress, Record, State
from bot.checklist.typed import Command, Option, Picked, Unclear, matches, read
from bot.checklist.when import (
    Moment,
    NoSuchDay,
    TooFar,
    is_moment_alone,
    moment,
    next_monday,
    on_day,
)

__all__ = [
    "ENDED",
    "ROLE_QUESTION",
    "Answer",
    "AskRole",
    "Back",
    "Begin",
    "Change",
    "ChooseRole",
    "Command",
    "Finish",
    "Moment",
    "Move",
    "NoSuchDay",
    "Option",
    "Picked",
    "Plan",
    "Progress",
    "Record",
    "Reminders",
    "Restart",
    "Revisit",
    "Skip",
    "State",
    "Stop",
    "Tally",
    "TooFar",
    "Unclear",
    "as_data",
    "as_mermaid",
    "as_tree",
    "asked",
    "check",
    "current",
    "from_data",
    "is_moment_alone",
    "left",
    "make",
    "matches",
    "moment",
    "named",
    "next_monday",
    "on_day",
    "path",
    "read",
    "tally",
]
