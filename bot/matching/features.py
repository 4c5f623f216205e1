"""What is counted in a text: word stems, pairs of neighbours and pieces of words."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import cast

import numpy as np
from numpy.typing import NDArray

from bot.matching.english import FUNCTION_WORDS
from bot.matching.senses import Senses
from bot.matching.spelling import Reading
from bot.matching.text import stem

Ids = NDArray[np.int32]
Floats = NDArray[np.float32]

PIECE = 4
"""Letters in a piece of a word; one length measured as good as two to four together."""

WORD, PAIR, PART, SENSE, LOCAL_SENSE = "w", "b", "c", "s", "t"
SHARE = {WORD: 1.0, PAIR: 0.25, PART: 0.5, SENSE: 0.1, LOCAL_SENSE: 0.15}
"""How much each block adds to the likeness of two texts."""

_STRANGE = {WORD: 1.0, PART: float(PIECE), SENSE: 1.0, LOCAL_SENSE: 1.0}
"""How many features of a block an unknown word would have had."""

_FUNCTION_FEATURES = frozenset(WORD + stem(word) for word in FUNCTION_WORDS)
_FUNCTION_WEIGHT = 0.8
_UNKNOWN_FUNCTION = 0.3


@dataclass(frozen=True, slots=True)
class Vector:
    """A text as numbers: known features with their weights, and how much of it is known.

    `known` is the share (0..1) of the text's word weight that was learned; `missing` the squared
    weight of all features that were not; `strange` counts the words not understood. `content`
    counts the known words that say what the text is about, of `words` in all.
    """

    ids: Ids
    weights: Floats
    known: float
    missing: float
    strange: float
    content: int
    words: int


Counts = dict[str, float]


def count(readings: Sequence[Reading], senses: Senses) -> dict[str, Counts]:
    """Return the features of a text by block, with how often each occurs."""
    words: Counts = {}
    pairs: Counts = {}
    parts: Counts = {}
    before: tuple[tuple[str, float], ...] = (("^", 1.0),)
    for reading in readings:
        for found, weight in reading.stems:
            word, pieces = _named(found)
            words[word] = words.get(word, 0.0) + weight
            for piece in pieces:
                parts[piece] = parts.get(piece, 0.0) + weight
        _add_pairs(pairs, before, reading.stems)
        before = reading.stems
    _add_pairs(pairs, before, (("$", 1.0),))
    everyday, local = senses.count(readings)
    return {WORD: words, PAIR: pairs, PART: parts, SENSE: everyday, LOCAL_SENSE: local}


def _add_pairs(
    pairs: Counts, left: Iterable[tuple[str, float]], right: Sequence[tuple[str, float]]
) -> None:
    for first, first_weight in left:
        for second, second_weight in right:
            pair = f"{PAIR}{first} {second}"
            pairs[pair] = pairs.get(pair, 0.0) + first_weight * second_weight


@lru_cache(maxsize=20_000)
def _named(word: str) -> tuple[str, tuple[str, ...]]:
    """Return the feature that a word is, and those that its pieces are."""
    padded = f" {word} "
    last = max(1, len(padded) - PIECE + 1)
    pieces = tuple(PART + padded[start : start + PIECE] for start in range(last))
    return WORD + word, pieces


def vector(
    readings: Sequence[Reading], counted: Mapping[str, Counts], vocabulary: Mapping[str, int]
) -> Vector:
    """Weigh the features of a text; each block has length `SHARE`, unknown features included."""
    ids: list[int] = []
    weights: list[float] = []
    strange = _strangeness(readings)
    known_share, missing = 1.0, 0.0
    for block, counts in counted.items():
        found, known, length, known_length = _weighed(counts, vocabulary, block == WORD)
        length += strange * _STRANGE.get(block, 0.0)
        if not length:
            continue
        if block == WORD:
            known_share = known_length / length
        missing += SHARE[block] * (1.0 - known_length / length)
        scale = math.sqrt(SHARE[block] / length)
        ids += found
        weights += [weight * scale for weight in known]
    return Vector(
        np.array(ids, np.int32),
        np.array(weights, np.float32),
        known_share,
        missing,
        strange,
        _content(counted[WORD], vocabulary),
        len(readings),
    )


def _weighed(
    counts: Counts, vocabulary: Mapping[str, int], words: bool
) -> tuple[list[int], list[float], float, float]:
    """Return the known features of a block, their weights, and the squared weight of all of it and
    of what is known. Only among `words` function words weigh less.
    """
    weights = list(counts.values())
    if weights and max(weights) > 1.0:
        weights = [1.0 + math.log(times) if times > 1.0 else times for times in weights]
    if words:
        weights = [
            weight * _FUNCTION_WEIGHT if word in _FUNCTION_FEATURES else weight
            for word, weight in zip(counts, weights, strict=True)
        ]
    places = list(map(vocabulary.get, counts))
    length = _squared(weights)
    if None not in places:
        return cast(list[int], places), weights, length, length
    weights = [weight for weight, at in zip(weights, places, strict=True) if at is not None]
    return [at for at in places if at is not None], weights, length, _squared(weights)


def _squared(weights: Iterable[float]) -> float:
    """Return the sum of the squares, added in their order."""
    total = 0.0
    for weight in weights:
        total += weight * weight
    return total


def _content(words: Iterable[str], vocabulary: Mapping[str, int]) -> int:
    """Return how many known words say what the text is about."""
    return sum(word in vocabulary for word in words if word not in _FUNCTION_FEATURES)


def _strangeness(readings: Sequence[Reading]) -> float:
    """Return the squared weight of the words that were not understood."""
    weight = 0.0
    for reading in readings:
        share = reading.unknown
        if reading.typed in FUNCTION_WORDS:
            share *= _UNKNOWN_FUNCTION
        weight += share
    return weight
