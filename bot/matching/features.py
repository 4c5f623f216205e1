"""What is counted in a text: word stems, pairs of neighbours and pieces of words."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

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

_START, _END = (("^", 1.0),), (("$", 1.0),)
"""What stands before the first word and after the last."""

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
    parts: Counts = {}
    for reading in readings:
        for found, weight in reading.stems:
            word, pieces = _named(found)
            words[word] = words.get(word, 0.0) + weight
            for piece in pieces:
                parts[piece] = parts.get(piece, 0.0) + weight
    everyday, local = senses.count(readings)
    return {
        WORD: words,
        PAIR: _pairs(readings),
        PART: parts,
        SENSE: everyday,
        LOCAL_SENSE: local,
    }


def _pairs(readings: Sequence[Reading]) -> Counts:
    """Return the pairs of neighbours; the first word and the last have an end beside them."""
    pairs: Counts = {}
    for left, right in pairwise((_START, *[reading.stems for reading in readings], _END)):
        for first, first_weight in left:
            for second, second_weight in right:
                pair = f"{PAIR}{first} {second}"
                pairs[pair] = pairs.get(pair, 0.0) + first_weight * second_weight
    return pairs


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
    ids: list[int] = []
    weights: list[float] = []
    length = known_length = 0.0
    for feature, times in counts.items():
        weight = 1.0 + math.log(times) if times > 1.0 else times
        if words and feature in _FUNCTION_FEATURES:
            weight *= _FUNCTION_WEIGHT
        length += weight * weight
        place = vocabulary.get(feature)
        if place is not None:
            ids.append(place)
            weights.append(weight)
            known_length += weight * weight
    return ids, weights, length, known_length


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
