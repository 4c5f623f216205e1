"""Where somebody is in a checklist, as a value.

Everything is kept under lasting ids, so clerks may add, remove and move steps meanwhile: what no
longer exists is passed over, never lost. What comes next is worked out anew each time (`plan.py`).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

MOST_CHANGES = 40
"""How many changes can be taken back. Older ones are forgotten."""

ROLE_QUESTION = ":role"
"""Stands for the question who somebody is, where the id of a step stands otherwise."""


class State(StrEnum):
    """What became of a step. An open one has no record and no state but OPEN."""

    OPEN = "open"
    DONE = "done"
    TO_DO = "to-do"
    NOT_FOR_ME = "not-for-me"
    SKIPPED = "skipped"

    @property
    def is_settled(self) -> bool:
        """Whether nothing is left to do about it."""
        return self in (State.DONE, State.NOT_FOR_ME)


@dataclass(frozen=True, slots=True)
class Record:
    """What somebody said about a step, and when."""

    state: State
    choice: str | None
    when: datetime


@dataclass(frozen=True, slots=True)
class Change:
    """What to put back to take a change back: the role, and records by step (None: no record)."""

    role: str | None
    records: Mapping[str, Record | None]


@dataclass(frozen=True, slots=True)
class Progress:
    """Somebody's progress through one checklist.

    `again` holds ids of steps (or ROLE_QUESTION) to be asked once more although they have a
    record, soonest first.
    `active` tells whether the conversation is going on, so that a typed "yes" is meant for it.
    `moved` is when the last move changed something.
    """

    checklist: str
    role: str | None = None
    records: Mapping[str, Record] = field(default_factory=dict)
    again: tuple[str, ...] = ()
    history: tuple[Change, ...] = ()
    active: bool = False
    reminders_on: bool = True
    moved: datetime | None = None

    def state(self, step_id: str) -> State:
        """The state of a step."""
        record = self.records.get(step_id)
        return record.state if record else State.OPEN

    @property
    def is_begun(self) -> bool:
        """Whether anything would be lost by beginning anew."""
        return self.role is not None or bool(self.records)
