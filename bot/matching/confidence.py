"""From scores to probabilities that a label is what was asked."""

import numpy as np
from numpy.typing import NDArray

from bot.matching.features import Vector
from bot.matching.scores import Scores

Numbers = NDArray[np.float64]

SHARPNESS = 3.0


def probabilities(scores: Scores, vector: Vector, allowed: NDArray[np.bool_]) -> Numbers:
    """Return by label the probability that it is what was asked; the rest is "none of them"."""
    joined = np.where(allowed, scores.joined, -np.inf)
    best = float(joined.max())
    if not np.isfinite(best):
        return np.zeros(len(joined))
    shares = np.exp(SHARPNESS * (joined - best))
    shares /= shares.sum()
    top = int(joined.argmax())
    trust = -1.5 + 0.35 * best + 2.5 * float(scores.best[top]) + 1.2 * vector.known
    return np.asarray(shares / (1.0 + np.exp(-trust)))
