"""The ways people ask: enough of them, none twice, none nearly the same under two ids."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from bot.knowledge.agree import words_of
from bot.knowledge.check.tell import warning
from bot.knowledge.folder import Folder, Said
from bot.knowledge.model import PhrasingsFile
from bot.knowledge.problem import Problem

ENOUGH = 12
"""Below this many ways to ask, matching was seen to miss whole sides of a topic."""

NEARLY_THE_SAME = 0.8
"""Shared words of all words of two phrasings, from 0 to 1."""

_LIGHT = frozenset(
    {"a", "an", "the", "i", "my", "me", "we", "our", "us", "you", "your", "it", "is", "am", "are"}
    | {"to", "of", "in", "on", "for", "and", "do", "does", "can", "please", "pls", "thanks", "hi"}
)


def too_few(folder: Folder, today: date) -> Iterator[Problem]:
    """Entries and classes with too few ways to ask them."""
    if not folder.complete(PhrasingsFile):
        return
    counts = Counter(said.id for said in folder.phrasings())
    for filled, path, thing in folder.answerable():
        if 0 < counts[thing.id] < ENOUGH:
            what = f"Only {counts[thing.id]} ways to ask this are written down"
            cure = f"Add phrasings in other people's words, {ENOUGH} or more; 40 are better."
            yield warning(filled, (*path, "id"), what, cure)


def said_twice(folder: Folder, today: date) -> Iterator[Problem]:
    """The same words twice under one id."""
    first: dict[tuple[str, tuple[str, ...]], Said] = {}
    for said in folder.phrasings():
        other = first.setdefault((said.id, words_of(said.text)), said)
        if other is not said:
            what = f"This is already there {_where(other)}"
            yield warning(said.file, said.path, what, "Delete one of the two.")


def wordless(folder: Folder, today: date) -> Iterator[Problem]:
    """Phrasings without a single word."""
    for said in folder.phrasings():
        if not words_of(said.text):
            yield warning(said.file, said.path, "There is no word in this", "Delete the line.")


def nearly_the_same(folder: Folder, today: date) -> Iterator[Problem]:
    """Phrasings of two ids that differ in next to nothing. Unclear ones are meant to be near."""
    unclear = {group.id for _, _, group in folder.unclear()}
    asked = (said for said in folder.phrasings() if said.id not in unclear)
    bags = [bag for said in asked if len((bag := Bag.of(said)).words) > 1]
    for bag, other in near_pairs(bags):
        what = f"Nearly the same stands under `{other.said.id}` {_where(other.said)}"
        if words_of(bag.said.text) != words_of(other.said.text):
            cure = "Keep one of them, or say in each what makes the difference."
            yield warning(bag.said.file, bag.said.path, what, cure)


RULES = (too_few, said_twice, wordless, nearly_the_same)


def _where(said: Said) -> str:
    place = said.file.document.spot(said.path).place
    return f"({place.file}, line {place.line})"


@dataclass(frozen=True, slots=True)
class Bag:
    """A phrasing as the set of its telling words."""

    said: Said
    words: frozenset[str]

    @classmethod
    def of(cls, said: Said) -> "Bag":
        """Without the words that most phrasings share."""
        return cls(said, frozenset(words_of(said.text)) - _LIGHT)


def near_pairs(bags: list[Bag]) -> Iterator[tuple[Bag, Bag]]:
    """Pairs of different ids that share enough words, the later phrasing first.

    Two sets that are so alike must share one of their few rarest words, so only those are looked
    up (prefix filtering: Chaudhuri et al., "A primitive operator for similarity joins", 2006).
    """
    common = Counter(word for bag in bags for word in bag.words)
    seen: defaultdict[str, list[Bag]] = defaultdict(list)
    for bag in bags:
        rarest = sorted(bag.words, key=lambda word: (common[word], word))
        prefix = rarest[: len(rarest) - _least_shared(len(rarest)) + 1]
        near = {id(other): other for word in prefix for other in seen[word] if _near(bag, other)}
        for other in list(near.values())[:1]:
            yield bag, other
        for word in prefix:
            seen[word].append(bag)


def _least_shared(size: int) -> int:
    """The fewest words that a set of that size shares with one that is near it."""
    return math.ceil(NEARLY_THE_SAME * size - 1e-9)


def _near(one: Bag, other: Bag) -> bool:
    if one.said.id == other.said.id:
        return False
    shared = len(one.words & other.words)
    return shared >= NEARLY_THE_SAME * (len(one.words) + len(other.words) - shared) - 1e-9
