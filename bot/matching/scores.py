"""What was learned, and how every label scores for one text."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.matching import nearest
from bot.matching.features import WORD, Vector
from bot.matching.model import Kind
from bot.matching.odds import Odds
from bot.matching.postings import Table

Matrix = NDArray[np.float32]
Numbers = NDArray[np.float64]
Floor = NDArray[np.float64]

SHALLOW, DEEP = 10.0, 60.0
"""Phrasings per label at which a knowledge base counts as thinly and as well filled."""


_ODDS_SHARE = 1.5
"""Weight of the odds beside the word frequencies; 1 and 2 measured little lower."""


@dataclass(frozen=True, slots=True)
class Model:
    """The learned numbers.

    `weights` says by feature for every label how much more usual it is there than `floor`, the log
    frequency of what never occurs under a label; after that, unless there was too much to learn it
    from, what it adds to the margin of every label and then of every kind, beside `intercepts`.
    `word_telling` is by feature how telling it is, squared, if it is a whole word, else 0. `odds`
    are known where phrasings are few, and rank the labels there in place of the margins.
    """

    weights: Table
    intercepts: Matrix
    floor: Floor
    index: nearest.Index
    word_telling: Matrix
    odds: Odds | None = None


@dataclass(frozen=True, slots=True)
class Sums:
    """What the features of a text add up to: by label how usual it is and the share of its telling
    words that the label's phrasings have; by label and then by kind the margin, if it was learned.
    """

    frequency: Numbers
    covered: Numbers
    margins: Numbers | None


@dataclass(frozen=True, slots=True)
class Scores:
    """By label: the joined score (higher is better), its parts, and by kind the margin.

    `best` and `few` are the likeness (0..1) of the nearest phrasing and of the nearest few;
    `covered` the share of the text's telling words that the label's phrasings have. `depth` (0..1)
    tells how well filled the knowledge base is.
    """

    joined: Numbers
    margin: Numbers
    frequency: Numbers
    best: Matrix
    few: Matrix
    covered: Numbers
    kinds: Numbers
    depth: float


def word_telling(features: Iterable[str], telling: Matrix) -> Matrix:
    """Return by feature how telling it is, squared, if it is a whole word, else 0."""
    is_word = np.array([feature[0] == WORD for feature in features], np.bool_)
    return np.asarray((telling * is_word) ** 2, np.float32)


def sums(model: Model, vector: Vector) -> Sums:
    """Add up the features of a text."""
    label_count = len(model.floor)
    telling = model.word_telling[vector.ids]
    total = float(np.add.reduce(telling)) + vector.strange * model.index.most**2
    weighed, had = model.weights.both(vector.ids, vector.weights, telling)
    weight = float(np.add.reduce(vector.weights))
    return Sums(
        weighed[:label_count] + weight * model.floor,
        had[:label_count] / (total or 1.0),
        weighed[label_count:] + model.intercepts if len(weighed) > label_count else None,
    )


def score(model: Model, vector: Vector, added: Sums | None = None) -> Scores:
    """Score every label by margins, frequencies and nearest phrasings, each on one scale.

    `added` are the sums of the text, where they are known already.
    """
    added = added or sums(model, vector)
    best, few = nearest.likeness(model.index, vector)
    margin, kinds = _parted(added.margins, few)
    share = _nearest_share(model.index)
    if model.odds is None:
        joined = _standard(margin) + _standard(added.frequency) + share * _standard(best + few)
    else:
        odds = _standard(model.odds.of(vector, model.index.telling))
        near = share * _standard(2.0 * best + few)
        joined = _ODDS_SHARE * odds + _standard(added.frequency) + near
    return Scores(
        joined / (2.0 + share),
        margin,
        added.frequency,
        best,
        few,
        added.covered,
        kinds,
        _depth(model.index.row_count / max(1, len(model.floor))),
    )


def _parted(both: Numbers | None, few: Matrix) -> tuple[Numbers, Numbers]:
    """Return the margins of all labels and of all kinds; nearness stands in for missing ones."""
    if both is None:
        return few.astype(np.float64) * 2.0 - 1.0, np.full(len(Kind), -1.0)
    return both[: len(few)], both[len(few) :]


def _depth(phrasings: float) -> float:
    return min(1.0, max(0.0, (phrasings - SHALLOW) / (DEEP - SHALLOW)))


def _standard(values: Matrix | Numbers) -> Numbers:
    """Return the values with mean 0 and spread 1."""
    wide = values.astype(np.float64)
    wide -= np.add.reduce(wide) / len(wide)
    spread = math.sqrt(float(np.add.reduce(wide * wide)) / len(wide))
    return wide / spread if spread > 1e-9 else np.zeros_like(wide)


def _nearest_share(index: nearest.Index) -> float:
    """Return the weight of the nearest phrasings beside the linear models.

    They help most where a label has few phrasings: .6 at ten each and .2 at seventy measured best.
    """
    mean = index.row_count / max(1, index.label_count)
    return min(0.7, 2.0 / math.sqrt(max(mean, 1.0)))


def word_weights(model: Model, vector: Vector, label: int) -> dict[int, float]:
    """Return by feature of the text how far it spoke for (or against) a label."""
    margin = len(model.floor) + label
    column = margin if margin < model.weights.width else label
    parts = model.weights.column(vector.ids, vector.weights, column)
    return dict(zip(vector.ids.tolist(), parts.tolist(), strict=True))
