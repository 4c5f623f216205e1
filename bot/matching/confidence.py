"""From scores to two calibrated probabilities: the best entry is right; one of three shown is.

The weights below were fitted by logistic regression to some 9,000 judgements: questions of one
group of writers answered by a model that had learned from the others only, whole classes of
foreign questions left out, and left-out phrasings of three public intent sets for small knowledge
bases. `bench/calibrate.py` repeats this for a knowledge folder.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.matching.features import Vector
from bot.matching.model import Kind
from bot.matching.scores import Scores

Numbers = NDArray[np.float64]

SHOWN = 3
_SHARPNESS = 3.0
_FARTHEST = 3.0
_LONG = 25
"""Words beyond which a longer message is no better known."""


BEST_IS_RIGHT: Mapping[str, float] = {
    "intercept": -7.881,
    "share": 1.666,
    "margin": 0.100,
    "margin_lead": 0.486,
    "frequency_lead": 0.119,
    "nearest": 1.179,
    "covered": 1.529,
    "length": 1.186,
    "margin_over_foreign": 1.012,
    "foreign_kind": -0.503,
    "saying_kind": -0.703,
}
ONE_SHOWN_IS_RIGHT: Mapping[str, float] = {
    "intercept": -5.940,
    "joined": 0.529,
    "shown_margin": 0.954,
    "shown_nearest": 1.316,
    "shown_covered": 1.814,
    "over_foreign": 0.601,
    "margin_over_foreign": -0.131,
    "elsewhere_kind": -0.314,
    "saying_kind": -1.012,
    "length": 2.072,
    "depth": -4.303,
}


@dataclass(frozen=True, slots=True)
class Chances:
    """Calibrated probabilities (0..1): by label, and that one of the three best entries is it."""

    by_label: Numbers
    shown: float


def chances(
    scores: Scores, vector: Vector, answered: NDArray[np.bool_], allowed: NDArray[np.bool_]
) -> Chances:
    """Return how probable each label is. `answered` marks entries, `allowed` those in force."""
    ours = np.flatnonzero(answered & allowed)
    foreign = np.flatnonzero(~answered & allowed)
    if not len(ours):
        return Chances(_spread(scores.joined, foreign, 1.0), 0.0)
    ranked = ours[np.argsort(-scores.joined[ours], kind="stable")]
    signs = _signs(scores, vector, ranked, foreign)
    best = _logistic(BEST_IS_RIGHT, signs)
    shown = max(best, _logistic(ONE_SHOWN_IS_RIGHT, signs))
    by_label = _spread(scores.joined, foreign, 1.0 - shown)
    by_label += _spread(scores.joined, ranked[1:SHOWN], shown - best)
    by_label[ranked[0]] = best
    return Chances(by_label, shown)


def _spread(joined: Numbers, places: NDArray[np.intp], total: float) -> Numbers:
    """Share `total` among `places` by their scores."""
    spread = np.zeros(len(joined))
    if len(places):
        shares = np.exp(_SHARPNESS * (joined[places] - joined[places].max()))
        spread[places] = total * shares / shares.sum()
    return spread


def _signs(
    scores: Scores, vector: Vector, ranked: NDArray[np.intp], foreign: NDArray[np.intp]
) -> dict[str, float]:
    """Return the signs of a right answer by the names that the weights use."""
    top, shown = ranked[0], ranked[:SHOWN]
    everything = np.concatenate([ranked, foreign])
    margin, joined = scores.margin, scores.joined
    kinds = dict(zip(Kind, scores.kinds.tolist(), strict=True))
    saying = max(kinds[kind] for kind in _SAYING)
    return {
        "intercept": 1.0,
        "share": float(_spread(joined, everything, 1.0)[top]),
        "margin": float(margin[top]),
        "margin_lead": _lead(margin, ranked),
        "frequency_lead": _lead(scores.frequency, ranked),
        "nearest": float(scores.best[top]),
        "covered": float(scores.covered[top]),
        "length": float(np.log1p(min(vector.words, _LONG))) * scores.depth,
        "depth": scores.depth,
        "joined": float(joined[top]),
        "shown_margin": float(margin[shown].max()),
        "shown_nearest": float(scores.best[shown].max()),
        "shown_covered": float(scores.covered[shown].max()),
        "over_foreign": _over(joined, top, foreign),
        "margin_over_foreign": _over(margin, top, foreign),
        "elsewhere_kind": kinds[Kind.ELSEWHERE],
        "saying_kind": saying,
        "foreign_kind": max(saying, kinds[Kind.ELSEWHERE]),
    }


_SAYING = (Kind.SMALL_TALK, Kind.STATEMENT, Kind.FOLLOW_UP, Kind.ABUSE)


def _lead(values: Numbers | NDArray[np.float32], ranked: NDArray[np.intp]) -> float:
    """Return how far the best entry is before every other, by `values`."""
    others = values[ranked[1:]]
    return float(values[ranked[0]] - others.max()) if len(others) else _FARTHEST


def _over(values: Numbers | NDArray[np.float32], top: np.intp, foreign: NDArray[np.intp]) -> float:
    if not len(foreign):
        return _FARTHEST
    return float(np.clip(values[top] - values[foreign].max(), -_FARTHEST, _FARTHEST))


def _logistic(weights: Mapping[str, float], signs: Mapping[str, float]) -> float:
    total = sum(weight * signs[name] for name, weight in weights.items())
    return float(1.0 / (1.0 + np.exp(-total)))
