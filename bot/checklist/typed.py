"""What somebody typed while a step is asked: one of its choices, a command, or neither.

Forgiving of spelling, but careful: a message that may mean two things, or that looks like a
question, is read as neither, so that nothing is marked which the person did not say.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.checklist.alike import MeaningT, alike, contained, plain, same, wrapped

LONGEST = 80
"""Characters beyond which a message is taken for a question."""

_ORDINALS = {
    word: number
    for number, words in enumerate(
        ("one first 1st", "two second 2nd", "three third 3rd", "four fourth 4th",
         "five fifth 5th", "six sixth 6th", "seven seventh 7th", "eight eighth 8th",
         "nine ninth 9th", "ten tenth 10th"), 1,
    )
    for word in words.split()
}  # fmt: skip
_AROUND_A_NUMBER = frozenset(
    ("number", "nr", "option", "choice", "answer", "step", "the", "its", "is", "i", "mean",
     "choose", "pick", "take", "please", "thanks")
)  # fmt: skip


class Command(StrEnum):
    """What people may type besides the choices of a step."""

    YES = "yes"
    NO = "no"
    NOT_SURE = "not-sure"
    SKIP = "skip"
    BACK = "back"
    START_OVER = "start-over"
    WHATS_LEFT = "whats-left"
    STOP = "stop"
    RESUME = "resume"
    STUCK = "stuck"
    CHANGE_ROLE = "change-role"
    STOP_REMINDERS = "stop-reminders"
    START_REMINDERS = "start-reminders"
    SHOW_REMINDERS = "show-reminders"


_SAID_IN_PASSING = frozenset(
    (Command.YES, Command.NO, Command.NOT_SURE, Command.STUCK, Command.STOP_REMINDERS)
)
"""What a longer message may hold: 'yes, on my phone'. The others stand alone, give or take a
please, because they move somebody: 'reset my password' must not start anything over."""

_ONLY_ALONE = re.compile(r"none|(?:i|we) (?:do|dont|did|didnt|have|havent)(?: \w+)?")
"""Phrases that others so often follow that they say nothing but alone: 'I don't understand'."""


@dataclass(frozen=True, slots=True)
class Option:
    """A choice as it may be typed: its label, other words, and what it means."""

    id: str
    label: str
    words: tuple[str, ...] = ()
    means: str | None = None


@dataclass(frozen=True, slots=True)
class Picked:
    """A choice that was typed."""

    id: str


class Unclear(StrEnum):
    """A reply to the step that names none of its choices."""

    OUT_OF_RANGE = "out of range"
    WHICH = "which"


Vocabulary = Mapping[Command, Sequence[str]]


def read(
    text: str, options: Sequence[Option], vocabulary: Vocabulary
) -> Picked | Command | Unclear | None:
    """Read a typed message. None when it is best taken for a question.

    Commands YES, NO and NOT_SURE come back as the choice that means them; where no choice does,
    as Unclear.WHICH.
    """
    words = plain(text)
    if not words or len(text) > LONGEST:
        return None
    said = " ".join(words)
    number = _number(words)
    if number is not None:
        return Picked(options[number - 1].id) if number <= len(options) else Unclear.OUT_OF_RANGE
    choices, commands = _phrases(options), _command_phrases(vocabulary)
    found = same(said, [*choices, *commands])
    choices, commands = _not_only_alone(choices), _not_only_alone(commands)
    in_passing = [*choices, *(each for each in commands if each[1] in _SAID_IN_PASSING)]
    found = (
        found
        or alike(said, [*choices, *commands])
        or wrapped(words, commands)
        or contained(text, words, in_passing)
    )
    return _chosen(found, options)


def matches(text: str, phrases: Iterable[str]) -> bool:
    """Whether a message is one of the phrases, give or take spelling and a please."""
    words = plain(text)
    if len(text) > LONGEST:
        return False
    said = " ".join(word for word in words if word not in ("please", "pls", "hi", "hello"))
    named = [(" ".join(plain(phrase)), "it") for phrase in phrases]
    return bool(said) and bool(same(said, named) or alike(said, named))


_Phrase = tuple[str, str | Command]


def _not_only_alone(phrases: Iterable[tuple[str, MeaningT]]) -> list[tuple[str, MeaningT]]:
    return [each for each in phrases if not _ONLY_ALONE.fullmatch(each[0])]


def _phrases(options: Iterable[Option]) -> list[_Phrase]:
    return [
        (" ".join(plain(phrase)), option.id)
        for option in options
        for phrase in (option.label, *option.words)
    ]


def _command_phrases(vocabulary: Vocabulary) -> list[tuple[str, Command]]:
    return [
        (" ".join(plain(phrase)), command)
        for command, phrases in vocabulary.items()
        for phrase in phrases
    ]


def _number(words: Sequence[str]) -> int | None:
    """The one number in a message of nothing else, such as '2' or 'the second one please'."""
    words = [word for word in words if word not in _AROUND_A_NUMBER]
    if len(words) == 2 and words[-1] == "one":  # the third one
        words.pop()
    if len(words) != 1:
        return None
    if words[0] in _ORDINALS:
        return _ORDINALS[words[0]]
    return int(words[0]) or None if re.fullmatch(r"\d{1,3}", words[0]) else None


def _chosen(
    found: set[str | Command], options: Sequence[Option]
) -> Picked | Command | Unclear | None:
    """One meaning, or none. A choice that says yes and the command yes are the same."""
    meant = {_as_choice(each, options) for each in found}
    if len(meant) != 1:
        return Unclear.WHICH if meant else None
    return meant.pop()


def _as_choice(found: str | Command, options: Sequence[Option]) -> Picked | Command | Unclear:
    if not isinstance(found, Command):
        return Picked(found)
    if found not in (Command.YES, Command.NO, Command.NOT_SURE):
        return found
    fitting = [option.id for option in options if option.means == found.value]
    return Picked(fitting[0]) if len(fitting) == 1 else Unclear.WHICH
