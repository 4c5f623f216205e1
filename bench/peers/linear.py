"""TF-IDF of words and characters with a linear model, by scikit-learn.

Source: scikit-learn's user guide on text features: words and pairs of words, and sequences of 2 to
5 characters within words, sublinear term frequency; `LinearSVC` and `LogisticRegression` with a C
that did best for them on public intent sets. In its favour: scores are probabilities where the
model has them, and the margin over the second label elsewhere.
"""

from collections.abc import Sequence
from functools import partial
from typing import Any

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline, make_union
from sklearn.svm import LinearSVC

from bench.method import SHOWN, Lesson, Scored

WORD = r"[^\W_]+"


class Linear:
    """Features, then a linear model over all phrasings."""

    def __init__(self, model: Any, lessons: Sequence[Lesson]) -> None:
        words = TfidfVectorizer(
            sublinear_tf=True, ngram_range=(1, 2), token_pattern=WORD, dtype=np.float32
        )
        characters = TfidfVectorizer(
            sublinear_tf=True, analyzer="char_wb", ngram_range=(2, 5), dtype=np.float32
        )
        self._pipeline = make_pipeline(make_union(words, characters), model())
        ways = [way for each in lessons for way in each.phrasings]
        self._pipeline.fit(ways, [each.id for each in lessons for _ in each.phrasings])

    def rank(self, question: str) -> list[Scored]:
        """Probabilities, or softened margins."""
        return self.rank_all([question])[0]

    def rank_all(self, questions: Sequence[str]) -> list[list[Scored]]:
        """The same for many questions, as scikit-learn is meant to be called."""
        return [self._ranking(scores) for scores in self._scores(questions)]

    def ask(self, question: str) -> object:
        """The ranking; one costs as much as many."""
        return self.rank(question)

    def _ranking(self, scores: Any) -> list[Scored]:
        best = np.argsort(-scores, kind="stable")[:SHOWN].tolist()
        labels = self._pipeline.classes_
        return [Scored(str(labels[n]), float(scores[n])) for n in best]

    def _scores(self, questions: Sequence[str]) -> Any:
        if hasattr(self._pipeline, "predict_proba"):
            return self._pipeline.predict_proba(questions)
        margins = self._pipeline.decision_function(questions)
        powers = np.exp(SHARPNESS * (margins - margins.max(axis=1, keepdims=True)))
        return powers / powers.sum(axis=1, keepdims=True)


SHARPNESS = 6.0
"""Makes margins of a support vector machine comparable between questions; keeps their order."""

support_vectors = partial(Linear, partial(LinearSVC, C=1.0))
logistic = partial(Linear, partial(LogisticRegression, C=30.0, max_iter=200, tol=1e-3))
