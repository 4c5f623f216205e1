"""What do we say? The service between the edges and the core."""

from bot.helpdesk.choice import Choice
from bot.helpdesk.conversation import NONE, Heard, Turn
from bot.helpdesk.desk import HelpDesk
from bot.helpdesk.guide import Guide
from bot.helpdesk.guide_parts import (
    Act,
    Asked,
    Button,
    Buttons,
    Folded,
    ProgressLine,
    StepLine,
    StepLines,
    Verb,
)
from bot.helpdesk.guide_status import GuideStatus
from bot.helpdesk.guide_talk import GuideTalk
from bot.helpdesk.home import Home
from bot.helpdesk.home_parts import Menu, Search
from bot.helpdesk.lessons import lessons_of, words_of
from bot.helpdesk.person import Guided, Person, Reminder
from bot.helpdesk.ports import (
    Claim,
    Conversations,
    Deliveries,
    Kept,
    Known,
    People,
    Place,
    Scheduled,
)
from bot.helpdesk.replies import (
    Alert,
    Answer,
    Card,
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
    "Act",
    "Alert",
    "Answer",
    "Asked",
    "Button",
    "Buttons",
    "Card",
    "Choice",
    "Choices",
    "Claim",
    "Conversations",
    "Deliveries",
    "Folded",
    "Guide",
    "GuideStatus",
    "GuideTalk",
    "Guided",
    "Heading",
    "Heard",
    "HelpDesk",
    "Home",
    "Kept",
    "Known",
    "Links",
    "Menu",
    "Message",
    "Note",
    "Part",
    "People",
    "Person",
    "Place",
    "ProgressLine",
    "Provenance",
    "Related",
    "Reminder",
    "Reply",
    "Scheduled",
    "Search",
    "StepLine",
    "StepLines",
    "Turn",
    "Verb",
    "lessons_of",
    "words_of",
]
