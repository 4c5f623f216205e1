"""What somebody typed while a step is asked: one of its choices, a command, or neither.

Forgiving of spelling, but careful: a message that may mean two things, or that looks like a
question, is read as neither, so that nothing is marked which the person did not say.
"""

import difflib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

LONGEST = 80
"""Characters beyond which a message is taken for a question."""

_ALIKE = 0.82
_SWAPPED = 0.9
_SHORTEST_MISSPELT = 4
_WORD = re.compile(r"[a-z0-9/]+")
_APOSTROPHES = str.maketrans(dict.fromkeys("'’‘`´ʼ", ""))
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
_ASKING = frozenset(
    ("what", "whats", "how", "hows", "why", "where", "wheres", "when", "who", "whos", "whom",
     "which", "can", "could", "should", "would", "may", "does", "do", "did", "is", "are", "am",
     "if")
)  # fmt: skip
_DENYING = frozenset(
    ("no", "not", "never", "none", "nothing", "nobody", "neither", "without", "cannot", "cant",
     "dont", "doesnt", "didnt", "havent", "hasnt", "isnt", "arent", "wasnt", "wont", "couldnt",
     "aint", "nope")
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
    phrases = [*_phrases(options), *_command_phrases(vocabulary)]
    found = _same(said, phrases) or _alike(said, phrases) or _contained(text, words, phrases)
    return _chosen(found, options)


def plain(text: str) -> list[str]:
    """The words of a text in small letters, without marks."""
    return _WORD.findall(text.casefold().translate(_APOSTROPHES))


def matches(text: str, phrases: Iterable[str]) -> bool:
    """Whether a message is one of the phrases, give or take spelling and a please."""
    words = plain(text)
    if len(text) > LONGEST:
        return False
    said = " ".join(word for word in words if word not in ("please", "pls", "hi", "hello"))
    named = [(" ".join(plain(phrase)), "it") for phrase in phrases]
    return bool(said) and bool(_same(said, named) or _alike(said, named))


_Phrase = tuple[str, str | Command]


def _phrases(options: Iterable[Option]) -> list[_Phrase]:
    return [
        (" ".join(plain(phrase)), option.id)
        for option in options
        for phrase in (option.label, *option.words)
    ]


def _command_phrases(vocabulary: Vocabulary) -> list[_Phrase]:
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


def _same(said: str, phrases: Iterable[_Phrase]) -> set[str | Command]:
    return {meant for phrase, meant in phrases if phrase == said}


def _contained(text: str, words: Sequence[str], phrases: Iterable[_Phrase]) -> set[str | Command]:
    """What a longer message names: 'yes, on my phone', 'I think we share one'. The longest wins.

    Nothing when the message denies more than the phrase does: 'we share one, no, two'.
    """
    if "?" in text or _ASKING.intersection(words):
        return set()
    said = f" {' '.join(words)} "
    inside = [(phrase, meant) for phrase, meant in phrases if _stands_in(phrase, said)]
    longest = max((phrase for phrase, _ in inside), key=len, default="")
    if _denials(words) - _denials(longest.split()):
        return set()
    return {meant for phrase, meant in inside if len(phrase) == len(longest)}


def _denials(words: Iterable[str]) -> set[str]:
    return {word for word in words if word in _DENYING}


def _stands_in(phrase: str, said: str) -> bool:
    """One word must begin the message; more may stand anywhere in it."""
    return f" {phrase} " in said if " " in phrase else said.startswith(f" {phrase} ")


def _alike(said: str, phrases: Iterable[_Phrase]) -> set[str | Command]:
    """What is meant by a misspelt phrase; nothing when two meanings are about as close."""
    if len(said) < _SHORTEST_MISSPELT:
        return set()
    best: dict[str | Command, float] = {}
    matcher = difflib.SequenceMatcher(autojunk=False)
    matcher.set_seq2(said)
    for phrase, meant in phrases:
        matcher.set_seq1(phrase)
        if _may_be_misspelt(said, phrase) and matcher.quick_ratio() >= _ALIKE:
            ratio = _SWAPPED if _is_swapped(said, phrase) else matcher.ratio()
            best[meant] = max(best.get(meant, 0.0), ratio)
    top = max(best.values(), default=0.0)
    return {meant for meant, ratio in best.items() if ratio >= max(_ALIKE, top - 0.05)}


def _is_swapped(said: str, phrase: str) -> bool:
    """The same letters with two neighbours swapped, as in 'sikp': little alike to the matcher."""
    differing = [at for at, pair in enumerate(zip(said, phrase, strict=False)) if len({*pair}) > 1]
    return sorted(said) == sorted(phrase) and len(differing) == 2


def _may_be_misspelt(said: str, phrase: str) -> bool:
    """A slip changes letters, not the number of words by much, and never a 'not'."""
    long_enough = len(phrase) >= _SHORTEST_MISSPELT - 1
    same_denial = _denials(said.split()) == _denials(phrase.split())
    return long_enough and same_denial and abs(said.count(" ") - phrase.count(" ")) <= 1


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
