"""What is known about the person in front of the guide, and what they are told."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from bot.checklist import Progress
from bot.helpdesk.conversation import Turn
from bot.helpdesk.replies import Message


@dataclass(frozen=True, slots=True)
class Reminder:
    """A wish to be reminded of a step. `due` is in UTC; a paused one is kept but not sent."""

    checklist: str
    step: str
    due: datetime
    paused: bool = False


@dataclass(frozen=True, slots=True)
class Person:
    """All that is kept about somebody.

    `progress` is by checklist, the one used last first. `zone` is the name of their time zone, if
    Slack tells it. `conversations` counts those whose last turn is remembered; `asked` names the
    checklists of which the message that asked last is.
    """

    progress: Mapping[str, Progress] = field(default_factory=dict)
    reminders: tuple[Reminder, ...] = ()
    zone: str | None = None
    conversations: int = 0
    asked: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Guided:
    """What the guide made of something a person did.

    `messages` are to be said in order. When `asks` is there (the id of a step, ROLE_QUESTION or
    ENDED), the last of them asks it, and the message that asked before is to be folded. `progress`
    and `reminders` are None when nothing changes; else they replace what is kept (the reminders:
    all of them). `turn` is what the next typed message may lean on. With `forget`, everything kept
    about the person is to be deleted before this is said.
    """

    messages: tuple[Message, ...]
    progress: Progress | None = None
    asks: str | None = None
    reminders: tuple[Reminder, ...] | None = None
    turn: Turn = Turn()  # noqa: RUF009  # a frozen value
    forget: bool = False
