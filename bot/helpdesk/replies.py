"""What the desk says, as plain values: a reply is a list of parts in reading order.

Every part knows its own plain `text`; a reply's text is all of them. Slack's screen readers, the
terminal and other programs get exactly that, so no part may hold anything its text leaves out.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from bot.helpdesk.choice import Choice
from bot.helpdesk.conversation import Turn
from bot.helpdesk.guide_parts import GuidePart
from bot.helpdesk.home_parts import Menu, Search
from bot.knowledge import Link
from bot.matching import Decision

Severity = Literal["info", "warning", "urgent"]


@dataclass(frozen=True, slots=True)
class Alert:
    """Something to read first: a notice in force, or a warning about the person's message."""

    words: str
    severity: Severity

    @property
    def text(self) -> str:
        """The words, marked by a word and not by colour alone."""
        mark = {"info": "Notice", "warning": "Please note", "urgent": "Important"}[self.severity]
        return f"{mark}: {self.words}"


@dataclass(frozen=True, slots=True)
class Heading:
    """The question that the answer below it answers."""

    text: str


@dataclass(frozen=True, slots=True)
class Answer:
    """The words of the knowledge folder, exactly."""

    text: str


@dataclass(frozen=True, slots=True)
class Note:
    """A line or two of the desk's own."""

    text: str


@dataclass(frozen=True, slots=True)
class Links:
    """Links, read aloud with their addresses."""

    intro: str
    links: tuple[Link, ...]

    @property
    def text(self) -> str:
        """One link a line."""
        return "\n".join([f"{self.intro}:", *(f"- {it.title}: {it.url}" for it in self.links)])


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where an answer comes from and when it was last checked."""

    text: str


@dataclass(frozen=True, slots=True)
class Choices:
    """A question with a few answers to pick from; the last is always 'none of these'.

    `how` tells how to pick one; it is empty where the buttons are all there is.
    """

    intro: str
    choices: tuple[Choice, ...]
    none_label: str
    how: str

    @property
    def none_number(self) -> int:
        """The number to type for 'none of these'."""
        return len(self.choices) + 1

    @property
    def text(self) -> str:
        """The numbered choices, one a line."""
        numbered = [f"{choice.number}. {choice.label}" for choice in self.choices]
        lines = [self.intro, *numbered, f"{self.none_number}. {self.none_label}", self.how]
        return "\n".join(line for line in lines if line)


@dataclass(frozen=True, slots=True)
class Related:
    """Questions that people ask next. Offered as buttons; typed, they are asked in words."""

    intro: str
    choices: tuple[Choice, ...]

    @property
    def text(self) -> str:
        """One question a line."""
        return "\n".join([f"{self.intro}:", *(f"- {choice.label}" for choice in self.choices)])


@dataclass(frozen=True, slots=True)
class Card:
    """A contact: who, for what, how, and whether somebody is there now."""

    id: str
    name: str
    helps_with: str
    phone: str | None
    email: str | None
    availability: str
    links: tuple[Link, ...] = ()

    @property
    def text(self) -> str:
        """The card as lines."""
        return "\n".join(self._lines())

    def _lines(self) -> Iterator[str]:
        yield self.name
        yield f"For {self.helps_with}."
        if self.phone:
            yield f"Phone: {self.phone}"
        if self.email:
            yield f"E-mail: {self.email}"
        if self.availability:
            yield self.availability
        for link in self.links:
            yield f"{link.title}: {link.url}"


Part = (
    Alert
    | Heading
    | Answer
    | Note
    | Links
    | Provenance
    | Choices
    | Related
    | Card
    | GuidePart
    | Search
    | Menu
)


@dataclass(frozen=True, slots=True)
class Message:
    """Something to say: parts in reading order, from one version of the knowledge."""

    parts: tuple[Part, ...]
    version: str

    @property
    def text(self) -> str:
        """The whole message as plain text."""
        return "\n\n".join(part.text for part in self.parts)


@dataclass(frozen=True, slots=True)
class Reply(Message):
    """What is said to a question, and how it was decided.

    `entries` follows `outcome`: one id for an answer, two or three for choices, at most one class
    for not-ours, none for unknown. `contacts` are ids in the order to try them. `rule` names what
    decided. `sensitive` tells that the message held something that must not be kept.
    """

    outcome: Decision
    entries: tuple[str, ...]
    confidence: float
    contacts: tuple[str, ...]
    sensitive: bool = False
    rule: str = ""

    @property
    def choices(self) -> tuple[Choice, ...]:
        """The choices offered, empty when none are."""
        for part in self.parts:
            if isinstance(part, Choices):
                return part.choices
        return ()

    def for_pressing_only(self) -> "Reply":
        """The same where a typed number reaches nobody: choices do not say to type one."""
        parts = (replace(it, how="") if isinstance(it, Choices) else it for it in self.parts)
        return replace(self, parts=tuple(parts))

    @property
    def turn(self) -> Turn:
        """What the next message of this conversation may lean on."""
        answered = self.outcome is Decision.ANSWER
        return Turn(
            choices=tuple(choice.id for choice in self.choices),
            entry=self.entries[0] if answered else None,
        )
