"""What somebody can do in a checklist, as values. `moves.py` says what becomes of it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Begin:
    """Start, or go on where one was."""


@dataclass(frozen=True, slots=True)
class ChooseRole:
    """Say who one is."""

    role: str


@dataclass(frozen=True, slots=True)
class AskRole:
    """Be asked again who one is."""


@dataclass(frozen=True, slots=True)
class Answer:
    """Pick a choice of a step, be it the current one or an earlier one."""

    step: str
    choice: str


@dataclass(frozen=True, slots=True)
class Skip:
    """Leave a step for later."""

    step: str


@dataclass(frozen=True, slots=True)
class Back:
    """Take the last change back."""


@dataclass(frozen=True, slots=True)
class Revisit:
    """Be asked a step once more."""

    step: str


@dataclass(frozen=True, slots=True)
class Finish:
    """Be asked again all that is to do or skipped."""


@dataclass(frozen=True, slots=True)
class Restart:
    """Begin anew."""


@dataclass(frozen=True, slots=True)
class Stop:
    """Leave it for now."""


@dataclass(frozen=True, slots=True)
class Reminders:
    """Turn reminders on or off."""

    on: bool


Move = (
    Begin
    | ChooseRole
    | AskRole
    | Answer
    | Skip
    | Back
    | Revisit
    | Finish
    | Restart
    | Stop
    | Reminders
)
