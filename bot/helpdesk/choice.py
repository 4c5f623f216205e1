"""Something that can be picked."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Choice:
    """An entry that can be picked, by button or by number. Numbers count from 1."""

    number: int
    id: str
    label: str
