"""From scores to two calibrated probabilities: the best entry is right; one of three shown is.

A sign weighs differently where phrasings are few and where they are many, and in between something
in between. The `thin` weights were fitted by logistic regression to some 9,000 judgements:
questions of one group of writers answered by a model that had learned from the others only, whole
classes of foreign questions left out, and left-out phrasings of three public intent sets. For the
second probability the weights of margin, nearness and cover were set by hand above the fitted
ones, because they tell foreign questions best.

The `deep` weights were fitted to 1,550 questions of this court's people, a third of which nothing
answers, by writers who had seen no phrasing; then moved a quarter to three eighths of the way to
what had been fitted to phrasings before, which did best on 700 other questions. Fitted to
phrasings alone, long messages seem sure: phrasings of what is not ours are short, and what people
type is not.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.matching.features import Vector
from bot.matching.model import Kind
from bot.matching.scores import Scores

Numbers = NDArray[np.float64]
Places = NDArray[np.intp]

SHOWN = 3
_SAYING = (Kind.SMALL_TALK, Kind.STATEMENT, Kind.FOLLOW_UP, Kind.ABUSE)
_SHARPNESS = 3.0
_FARTHEST = 3.0
_LONG = 25
"""Words beyond which a longer message is no better known."""


@dataclass(frozen=True, slots=True)
class Weight:
    """What a sign weighs where phrasings are few (`thin`) and where they are many (`deep`)."""

    thin: float
    deep: float


BEST_IS_RIGHT: Mapping[str, Weight] = {
    "intercept": Weight(-4.780, -5.493),
    "share": Weight(1.839, 2.952),
    "margin": Weight(0.815, 0.343),
    "margin_lead": Weight(0.531, 0.077),
    "frequency_lead": Weight(0.113, 0.101),
    "nearest": Weight(0.709, 1.127),
    "covered": Weight(1.467, 1.038),
    "length": Weight(0.0, 0.619),
    "margin_over_foreign": Weight(0.122, 0.550),
    "foreign_kind": Weight(-0.700, -0.951),
    "saying_kind": Weight(-0.762, -0.569),
}
ONE_SHOWN_IS_RIGHT: Mapping[str, Weight] = {
    "intercept": Weight(-6.768, -6.581),
    "joined": Weight(0.500, 0.616),
    "shown_margin": Weight(1.000, 0.438),
    "shown_nearest": Weight(2.500, 0.769),
    "shown_covered": Weight(3.000, 1.696),
    "over_foreign": Weight(0.453, 0.960),
    "elsewhere_kind": Weight(-0.227, -0.864),
    "saying_kind": Weight(-1.045, -0.990),
    "length": Weight(0.0, 0.647),
}


@dataclass(frozen=True, slots=True)
class InForce:
    """The labels that may be matched now: entries, and classes of what is not answered."""

    entries: Places
    classes: Places


@dataclass(frozen=True, slots=True)
class Chances:
    """Calibrated probabilities (0..1): by label, and that one of the three best entries is it.

    `entries` and `classes` are the labels in force, likest first.
    """

    by_label: Numbers
    shown: float
    entries: Places
    classes: Places


def chances(scores: Scores, vector: Vector, force: InForce) -> Chances:
    """Return how probable each label in force is."""
    joined = scores.joined
    classes = force.classes[np.argsort(-joined[force.classes], kind="stable")]
    if not len(force.entries):
        return Chances(_spread(joined, classes, 1.0), 0.0, force.entries, classes)
    entries = force.entries[np.argsort(-joined[force.entries], kind="stable")]
    found = signs(scores, vector, entries, classes)
    best = _logistic(BEST_IS_RIGHT, found, scores.depth)
    shown = max(best, _logistic(ONE_SHOWN_IS_RIGHT, found, scores.depth))
    by_label = _spread(joined, classes, 1.0 - shown)
    by_label += np.minimum(_spread(joined, entries[1:SHOWN], shown - best), best)
    by_label[entries[0]] = best
    return Chances(by_label, shown, entries, classes)


def _spread(joined: Numbers, places: Places, total: float) -> Numbers:
    """Share `total` among `places`, the likest first, by their scores."""
    spread = np.zeros(len(joined))
    if len(places):
        shares = np.exp(_SHARPNESS * (joined[places] - joined[places[0]]))
        spread[places] = shares * (total / float(np.add.reduce(shares)))
    return spread


def signs(scores: Scores, vector: Vector, entries: Places, classes: Places) -> dict[str, float]:
    """Return the signs of a right answer by the names that the weights use."""
    top, shown = int(entries[0]), entries[:SHOWN]
    kinds = dict(zip(Kind, scores.kinds.tolist(), strict=True))
    saying = max(kinds[kind] for kind in _SAYING)
    return {
        "intercept": 1.0,
        "share": _share(scores.joined, entries, classes),
        "margin": float(scores.margin[top]),
        "margin_lead": _lead(scores.margin, entries),
        "frequency_lead": _lead(scores.frequency, entries),
        "nearest": float(scores.best[top]),
        "covered": float(scores.covered[top]),
        "length": math.log1p(min(vector.words, _LONG)),
        "joined": float(scores.joined[top]),
        "shown_margin": max(scores.margin[shown].tolist()),
        "shown_nearest": max(scores.best[shown].tolist()),
        "shown_covered": max(scores.covered[shown].tolist()),
        "over_foreign": _over(scores.joined, top, classes),
        "margin_over_foreign": _over(scores.margin, top, classes),
        "elsewhere_kind": kinds[Kind.ELSEWHERE],
        "saying_kind": saying,
        "foreign_kind": max(saying, kinds[Kind.ELSEWHERE]),
    }


def _share(joined: Numbers, entries: Places, classes: Places) -> float:
    """Return the best entry's share of everything in force."""
    best = joined[entries[0]]
    powers = np.exp(_SHARPNESS * (joined - best))
    total = np.add.reduce(powers[entries]) + np.add.reduce(powers[classes])
    return float(1.0 / total)


def _lead(values: Numbers, entries: Places) -> float:
    """Return how far the best entry is before every other, by `values`."""
    if len(entries) < 2:
        return _FARTHEST
    return float(values[entries[0]] - np.maximum.reduce(values[entries[1:]]))


def _over(values: Numbers, top: int, classes: Places) -> float:
    """Return how far the best entry is before every class, by `values`."""
    if not len(classes):
        return _FARTHEST
    ahead = float(values[top] - np.maximum.reduce(values[classes]))
    return max(-_FARTHEST, min(_FARTHEST, ahead))


def _logistic(weights: Mapping[str, Weight], found: Mapping[str, float], depth: float) -> float:
    total = sum(
        (weight.thin + depth * (weight.deep - weight.thin)) * found[name]
        for name, weight in weights.items()
    )
    return 1.0 / (1.0 + math.exp(-total))
