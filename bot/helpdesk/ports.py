"""What the edges promise each other: the store keeps it, Slack's edge relies on it."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Protocol

from bot.checklist import Progress
from bot.helpdesk.conversation import Turn
from bot.helpdesk.person import Reminder


class Claim(Enum):
    """What came of an attempt to take a delivery."""

    OURS = "ours"
    IN_PROGRESS = "in progress"
    DONE = "done"


class Deliveries(Protocol):
    """Each delivery from Slack is worked on once, however often and wherever it arrives."""

    def claim(self, delivery: str, now: datetime) -> Claim:
        """Take a delivery unless another process has it or has finished it."""
        ...

    def finish(self, delivery: str, now: datetime) -> None:
        """Say that the delivery was answered."""
        ...

    def release(self, delivery: str) -> None:
        """Give a delivery back after a failure, so that Slack's next try is worked on."""
        ...


class Conversations(Protocol):
    """The last turn of each conversation. Ids only: nothing a person typed is kept."""

    def last_turn(self, conversation: str, now: datetime) -> Turn | None:
        """The desk's last turn in a conversation, if it is not too old to lean on."""
        ...

    def remember(self, conversation: str, turn: Turn, now: datetime) -> None:
        """Keep the desk's last turn, in place of the one before."""
        ...


@dataclass(frozen=True, slots=True)
class Place:
    """The message in which the guide asked somebody last, and what it asks."""

    channel: str
    thread: str
    message: str
    asks: str


@dataclass(frozen=True, slots=True)
class Kept:
    """Somebody's progress as it was read.

    `revision` counts the changes. `delivery` names what made the last of them, so that the same
    delivery, sent again after a crash, makes no second move.
    """

    progress: Progress
    revision: int
    delivery: str
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Scheduled:
    """A reminder and the message that Slack will send for it; `message` is empty for none."""

    reminder: Reminder
    channel: str
    message: str


@dataclass(frozen=True, slots=True)
class Known:
    """All that is kept about somebody's checklists, what was used last first."""

    kept: tuple[Kept, ...] = ()
    scheduled: tuple[Scheduled, ...] = ()


class People(Protocol):
    """What is kept about people, by team and user. Ids and moments, no words."""

    def recall(self, who: str) -> Known:
        """Everything about somebody."""
        ...

    def keep(
        self, who: str, progress: Progress, revision: int, delivery: str, now: datetime
    ) -> bool:
        """Keep progress that was worked out from a revision (0: from nothing).

        Returns False, and keeps nothing, when another device or process has changed it since.
        """
        ...

    def put(self, who: str, checklist: str, place: Place | None) -> None:
        """Keep where the guide asked last."""
        ...

    def schedule(self, who: str, scheduled: Scheduled) -> None:
        """Keep a reminder, in place of one of the same step."""
        ...

    def unschedule(self, who: str, reminder: Reminder) -> None:
        """Keep a reminder no longer."""
        ...

    def conversations(self, who: str) -> int:
        """How many conversations with somebody are remembered."""
        ...

    def forget(self, who: str) -> None:
        """Delete everything about somebody."""
        ...
