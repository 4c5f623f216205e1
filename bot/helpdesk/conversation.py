"""What was just said in a conversation, and short messages that only make sense after it."""

import re
from dataclasses import dataclass
from enum import Enum

NONE = "none"
"""Stands for 'none of these' where an id of a choice stands otherwise."""

_NUMBER_WORDS = {
    "one": 1, "first": 1, "1st": 1,
    "two": 2, "second": 2, "2nd": 2,
    "three": 3, "third": 3, "3rd": 3,
    "four": 4, "fourth": 4, "4th": 4,
}  # fmt: skip
_PICK = re.compile(
    r"^\W*(?:(?:number|no\.?|nr\.?|option|choice|answer|the|it'?s|i mean|i choose|#)\s*)*"
    r"([1-9]|one|two|three|four|first|second|third|fourth|1st|2nd|3rd|4th|last)"
    r"(?:\s+(?:one|choice|option|please|pls|thanks|thank you))*\W*$",
    re.IGNORECASE,
)
_NONE_OF_THESE = re.compile(
    r"^\W*(?:no(?:pe)?|none|neither|nothing|not (?:any|one))"
    r"(?:,?\s+(?:of\s+)?(?:these|those|them|the above|that|thanks|thank you))*\W*$",
    re.IGNORECASE,
)
_YES = re.compile(
    r"^\W*(?:y|yes|yeah|yep|yup|sure|ok(?:ay)?|correct|right|please)\W*$", re.IGNORECASE
)
_NUMBER_ALONE = re.compile(r"^\W*\d{1,2}\W*$")
_LEANS = re.compile(
    r"^\W*(?:and|also|but|or|then|so|ok(?:ay)?|what about|how about|what if|same for)\b"
    r"(?=.*\b(?:it|that|this|they|them|those|these|he|she|there|one|ones|then|too)\b|.{0,30}$)",
    re.IGNORECASE | re.DOTALL,
)
_SHORT = 12  # words: a longer message says by itself what it is about
_DID_NOT_WORK = re.compile(
    r"\b(?:did ?n[o']?t|does ?n[o']?t|do ?n[o']?t|not|is ?n[o']?t|has ?n[o']?t|won'?t|still)\b"
    r".{0,30}\b(?:work\w*|help\w*|fix\w*|stuck|luck|same)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Turn:
    """The desk's last reply in a conversation: what it offered, or what it answered."""

    choices: tuple[str, ...] = ()
    entry: str | None = None


class Heard(Enum):
    """Where a message was typed, which decides what its writer can do about the reply."""

    CONVERSATION = "the desk hears every message here, a number too"
    MENTION = "the message stands there for all, and the desk hears only what mentions it"
    UNPOSTED = "typed into a command or a window: there is no message, and no way to reply to one"


class Unclear(Enum):
    """A short message after choices that names none of them."""

    YES = "yes"
    OUT_OF_RANGE = "out of range"


def picked(text: str, turn: Turn | None) -> str | Unclear | None:
    """Read a typed reply to choices.

    Returns the id of the choice, NONE for 'none of these', Unclear for 'yes' or a number that was
    not offered, and None when the text is no such reply.
    """
    if turn is None or not turn.choices or len(text) > 60:
        return None
    if pick := _PICK.match(text):
        return _by_number(pick.group(1).lower(), turn.choices)
    if _NONE_OF_THESE.match(text):
        return NONE
    return Unclear.YES if _YES.match(text) else None


def says_it_failed(text: str) -> bool:
    """Whether a message tells that the last answer did not do."""
    return len(text) <= 120 and bool(_DID_NOT_WORK.search(text))


def is_number_alone(text: str) -> bool:
    """Whether a message is a bare number, which means nothing where no choices were offered."""
    return bool(_NUMBER_ALONE.match(text))


def leans_on_the_last(text: str) -> bool:
    """Whether a message is only to be understood with what was said before it.

    'And how much is it?' is; 'And how do I store a credit card in PACER?' is not.
    """
    return len(text.split()) <= _SHORT and bool(_LEANS.match(text))


def _by_number(word: str, choices: tuple[str, ...]) -> str | Unclear:
    if word == "last":
        return choices[-1]
    number = int(word) if word.isdecimal() else _NUMBER_WORDS[word]
    if number == len(choices) + 1:
        return NONE
    return choices[number - 1] if number <= len(choices) else Unclear.OUT_OF_RANGE
