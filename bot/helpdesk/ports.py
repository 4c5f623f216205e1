"""What the edges promise each other: the store keeps it, Slack's edge relies on it."""

from datetime import datetime
from enum import Enum
from typing import Protocol

from bot.helpdesk.conversation import Turn


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

    def last_turn(self, conversation: str) -> Turn | None:
        """The desk's last turn in a conversation, if it is not too old to lean on."""
        ...

    def remember(self, conversation: str, turn: Turn, now: datetime) -> None:
        """Keep the desk's last turn, in place of the one before."""
        ...
