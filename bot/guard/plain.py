"""One reading of what a person typed: plain digits, quotes, dashes and spaces, positions kept."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from bot.guard.model import Found, Kind, PersonalKind, SecretKind, label

REMOVED = "\ue000"
"""Stands for one removed stretch. A private-use character: no pattern takes it for a value."""

HARMLESS = "\ue001"
"""Stands for one character of a number that is known to be no secret, such as a fee."""

_KINDS: tuple[Kind, ...] = (*SecretKind, *PersonalKind)
_LABEL = re.compile("|".join(re.escape(label(kind)) for kind in _KINDS))
_ENTITY = re.compile(r"&(?:amp|lt|gt);")
_ENTITIES = {"&amp;": "&", "&lt;": "<", "&gt;": ">"}
_LOOKALIKES = str.maketrans(
    {
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\uff0d\u00ad", "-"),
        **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u00b4\u02bc", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb", '"'),
        **dict.fromkeys("\u00b7\u2022\u2027\u30fb", "."),
        **dict.fromkeys((REMOVED, HARMLESS), "\ufffd"),
    }
)


@dataclass(frozen=True, slots=True)
class Plain:
    """The plain reading; `starts[i]` is where character `i` begins in what was typed.

    `starts` has one more item than `text`: the length of what was typed.
    """

    text: str
    starts: tuple[int, ...]

    def typed(self, found: Found) -> Found:
        """The same stretch, counted in what was typed."""
        return Found(found.kind, self.starts[found.start], self.starts[found.end])

    def without(self, found: Iterable[Found]) -> "Plain":
        """This reading with each stretch (in order, none overlapping) as one `REMOVED`."""
        pieces, starts, done = [], list[int](), 0
        for stretch in found:
            pieces += [self.text[done : stretch.start], REMOVED]
            starts += [*self.starts[done : stretch.start], self.starts[stretch.start]]
            done = stretch.end
        return Plain("".join([*pieces, self.text[done:]]), (*starts, *self.starts[done:]))


def read(text: str) -> Plain:
    """The plain reading of `text`.

    Slack's three entities become their characters, invisible characters vanish, digits of every
    script become 0-9, and labels left by an earlier redaction become `REMOVED`. Each character is
    read alone, so that redacted text reads as the text did once its secrets were removed.
    """
    if text.isascii() and "&" not in text and " removed]" not in text:
        return Plain(text, tuple(range(len(text) + 1)))
    whole = _letters(text)
    labels = [
        Found(SecretKind.PASSWORD, match.start(), match.end())
        for match in _LABEL.finditer(whole.text)
    ]
    return whole.without(labels) if labels else whole


def _letters(text: str) -> Plain:
    letters, starts, done = list[str](), list[int](), 0
    for match in _ENTITY.finditer(text):
        _add(text, done, match.start(), letters, starts)
        letters.append(_ENTITIES[match.group()])
        starts.append(match.start())
        done = match.end()
    _add(text, done, len(text), letters, starts)
    return Plain("".join(letters), (*starts, len(text)))


def _add(text: str, start: int, end: int, letters: list[str], starts: list[int]) -> None:
    for position in range(start, end):
        letter = _letter(text[position])
        if letter:
            letters.append(letter)
            starts.append(position)


@lru_cache(maxsize=4096)
def _letter(letter: str) -> str:
    """One plain character, or nothing for an invisible one."""
    if letter.isascii():
        return letter
    plain = letter.translate(_LOOKALIKES)
    if plain != letter:
        return plain
    if unicodedata.category(letter) == "Cf":
        return ""
    digit = unicodedata.digit(letter, None)
    if digit is not None:
        return str(digit)
    folded = unicodedata.normalize("NFKC", letter)
    return " " if letter.isspace() and letter != "\n" else folded if len(folded) == 1 else letter
