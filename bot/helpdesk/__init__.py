"""What do we say? The service between the edges and the core."""

from bot.helpdesk.conversation import NONE, Turn
from bot.helpdesk.desk import HelpDesk
from bot.helpdesk.lessons import lessons_of, words_of
from bot.helpdesk.ports import Claim, Conversations, Deliveries
from bot.helpdesk.replies import (
    Alert,
    Answer,
    Card,
    Choice,
    Choices,
    Heading,
    Links,
    Message,
    Note,
    Part,
    Provenance,
    Related,
    Reply,
)

__all__ = [
    "NONE",
    "Alert",
    "Answer",
    "Card",
    "Choice",
    "Choices",
    "Claim",
    "Conversations",
    "Deliveries",
    "Heading",
    "HelpDesk",
    "Links",
    "Message",
    "Note",
    "Part",
    "Provenance",
    "Related",
    "Reply",
    "Turn",
    "lessons_of",
    "words_of",
]
