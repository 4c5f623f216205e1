"""Reading words the knowledge base does not have: glued, split, shortened or mistyped ones.

Raw words are compared with raw words; the stem of a mistyped word is noise.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TypeVar

from rapidfuzz import process
from rapidfuzz.distance import OSA, JaroWinkler

from bot.matching.text import stem

CLOSE_ENOUGH = 0.66
"""Least edit similarity of a replacement: one slip in three letters. Above .72 typing errors cost
more; below .60 nothing more is won."""

_TRUST = 14
"""Exponent by which the likest replacement outweighs the others."""

_DOUBT = 4.0
"""What a replacement does not explain counts as unknown, all of it from a likeness of .75 down."""

_RARE, _FREQUENT = 3, 40
_LONG_ENOUGH = 5
_SLIP_FROM = 0.9

_WELL_READ = 0.5

_USUAL = 0.5
"""Exponent of how often a word occurs: of two likely replacements the usual one counts more."""

_VOWELS = frozenset("aeiouy")
_ALTERNATIVES = 3
_REMEMBERED = 5_000
"""Words whose reading is remembered; then it is forgotten, and found again as it was."""

Remembered = TypeVar("Remembered")


@dataclass(frozen=True, slots=True)
class Reading:
    """One word as read: the stems it may stand for with their weights, and what stays unknown.

    `unknown` is the share (0..1) of the word that no known word explains.
    """

    stems: tuple[tuple[str, float], ...]
    unknown: float = 0.0
    typed: str = ""
    read: str = ""


def wording(readings: Sequence[Reading]) -> str:
    """Return the words as read, by which two texts can be told to be the same.

    Empty when a word is not well enough understood.
    """
    if any(reading.unknown > _WELL_READ for reading in readings):
        return ""
    return " ".join(reading.stems[0][0] for reading in readings)


class Spelling:
    """Finds known words for unknown ones. `counts` says how often each known word occurs."""

    def __init__(self, counts: Mapping[str, int]) -> None:
        self.counts = dict(sorted(counts.items()))
        self._stems = {stem(word) for word in self.counts}
        self._long = {word for word, times in self.counts.items() if times > 1 and len(word) > 5}
        self._by_part: dict[str, list[str]] = {}
        self._by_skeleton: dict[str, list[str]] = {}
        self._near: dict[tuple[str, int], list[str]] = {}
        self._known: dict[str, Reading] = {}
        self._memory: dict[str, tuple[Reading, ...]] = {}
        for word in self.counts:
            self._file(word)

    def _file(self, word: str) -> None:
        if len(word) < 3 or word[0].isdigit():
            return
        for key in (word[0], "-" + word[1:3]):
            self._by_part.setdefault(key, []).append(word)
        skeleton = _skeleton(word)
        if 3 <= len(skeleton) < len(word):
            self._by_skeleton.setdefault(skeleton, []).append(word)

    def knows(self, word: str) -> bool:
        """Tell whether a form of `word` occurs in what was learned."""
        return stem(word) in self._stems

    def read(self, words: Sequence[str]) -> list[Reading]:
        """Return how each of `words` is read, gluing and splitting where that gives known words."""
        readings: list[Reading] = []
        skipped = False
        for word, following in zip(words, (*words[1:], ""), strict=False):
            if skipped:
                skipped = False
            elif following and word + following in self._long and self._is_torn(word, following):
                readings.append(_sure(word + following, f"{word} {following}"))
                skipped = True
            elif (known := self._known.get(word)) is not None:
                readings.append(known)
            else:
                readings.extend(self._read(word))
        return readings

    def _is_torn(self, word: str, following: str) -> bool:
        """Tell whether two words that make a known one are not both known by themselves."""
        return not (self.knows(word) and self.knows(following))

    def _read(self, word: str) -> tuple[Reading, ...]:
        """Return how one word is read, and remember it, unless it has digits: a code, a date."""
        if self.knows(word):
            reading = Reading(((stem(word), 1.0),))
            _forget(self._known)[word] = reading
            return (reading,)
        if not word.isalpha():
            return tuple(self._unknown(word))
        readings = self._memory.get(word)
        if readings is None:
            readings = _forget(self._memory)[word] = tuple(self._unknown(word))
        return readings

    def _unknown(self, word: str) -> Iterator[Reading]:
        halves = self._halves(word)
        if halves:
            yield from (_sure(half, word) for half in halves)
            return
        found = self._alternatives(word)
        if not found:
            yield Reading((), 1.0, word)
            return
        best = found[0][1]
        votes = [likeness**_TRUST * self.counts[known] ** _USUAL for _, likeness, known in found]
        shares = [best * vote / sum(votes) for vote in votes]
        stems = tuple((each[0], share) for each, share in zip(found, shares, strict=True))
        unknown = min(1.0, _DOUBT * (1.0 - best))
        yield Reading(stems, unknown, word, found[0][2])

    def _halves(self, word: str) -> tuple[str, ...]:
        """Split "resetpassword"; the split whose rarer half is the most frequent wins."""
        splits = ((word[:cut], word[cut:]) for cut in range(3, len(word) - 2))
        rated = [
            (min(self.counts.get(left, 0), self.counts.get(right, 0)), left, right)
            for left, right in splits
        ]
        best = max(rated, default=(0, "", ""))
        return best[1:] if best[0] >= 2 else ()

    def _alternatives(self, word: str) -> tuple[tuple[str, float, str], ...]:
        """Return up to three (stem, likeness, word) for a mistyped or shortened word."""
        return self._search(word) if len(word) >= 3 and word.isalpha() else ()

    def likest(self, word: str) -> float:
        """Return the likeness (0..1) of the known word that is most like `word`."""
        found = self._alternatives(word)
        return found[0][1] if found else 0.0

    def _search(self, word: str) -> tuple[tuple[str, float, str], ...]:
        best: dict[str, tuple[float, str]] = {}
        close = process.extract(
            word,
            self._candidates(word),
            scorer=OSA.normalized_similarity,
            score_cutoff=CLOSE_ENOUGH,
            limit=6,
        )
        for known, edits, _ in close:
            likeness = (edits + JaroWinkler.similarity(word, known)) / 2
            best[stem(known)] = max(best.get(stem(known), (0.0, "")), (likeness, known))
        for known in self._same_skeleton(word):
            likeness = min(0.95, max(0.74, best.get(stem(known), (0.0, ""))[0]) + 0.06)
            best[stem(known)] = (likeness, known)
        ranked = sorted(
            (-likeness, known, known_stem) for known_stem, (likeness, known) in best.items()
        )
        return tuple((found, -minus, known) for minus, known, found in ranked[:_ALTERNATIVES])

    def _candidates(self, word: str) -> list[str]:
        """Known words of like length that share the start, allowing for one slip in it."""
        keys = dict.fromkeys((word[0], word[1], "-" + word[1:3], "-" + word[:2]))
        return list(dict.fromkeys(chain.from_iterable(self._of(key, len(word)) for key in keys)))

    def _of(self, part: str, length: int) -> list[str]:
        """Return the known words with this part that are about as long."""
        near = self._near.get((part, length))
        if near is None:
            filed = self._by_part.get(part, ())
            near = [known for known in filed if abs(len(known) - length) <= 2]
            if near:
                self._near[part, length] = near
        return near

    def _same_skeleton(self, word: str) -> Sequence[str]:
        """Words written without their vowels: "trng", "nmbr", "convrt"."""
        skeleton = _skeleton(word)
        if len(skeleton) < 3 or len(word) - len(skeleton) > len(word) // 3:
            return ()
        return self._by_skeleton.get(skeleton, ())


def without_slips(counts: Mapping[str, int]) -> dict[str, int]:
    """Return the counts without rare words that look like a frequent one mistyped.

    People's own ways of asking hold typing errors, which would else count as known words.
    """
    frequent = Spelling({word: times for word, times in counts.items() if times >= _FREQUENT})
    return {word: times for word, times in counts.items() if not _is_slip(word, times, frequent)}


def _is_slip(word: str, times: int, frequent: Spelling) -> bool:
    if times > _RARE or len(word) < _LONG_ENOUGH or not word.isalpha() or frequent.knows(word):
        return False
    return frequent.likest(word) >= _SLIP_FROM


def _forget(memory: dict[str, Remembered]) -> dict[str, Remembered]:
    """Return the memory, emptied if it is full."""
    if len(memory) >= _REMEMBERED:
        memory.clear()
    return memory


def _sure(word: str, typed: str) -> Reading:
    return Reading(((stem(word), 1.0),), 0.0, typed, word)


def _skeleton(word: str) -> str:
    """Return the first letter and the consonants after it, doubled ones once."""
    kept = word[0]
    for letter in word[1:]:
        if letter not in _VOWELS and letter != kept[-1]:
            kept += letter
    return kept
