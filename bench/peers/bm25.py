"""BM25 by bm25s: each label is one document of all its phrasings.

Source: bm25s 0.3 (Lù 2024, "BM25S: Orders of magnitude faster lexical search via eager sparse
scoring"), its default variant and parameters, with its English stop words and a Snowball stemmer,
as its documentation recommends.
"""

from collections.abc import Sequence

import bm25s
import numpy as np
from Stemmer import Stemmer

from bench.method import SHOWN, Lesson, Scored


class Bm25:
    """An index of one document a label."""

    def __init__(self, lessons: Sequence[Lesson]) -> None:
        self._ids = [each.id for each in lessons]
        self._stemmer = Stemmer("english")
        self._index = bm25s.BM25()
        documents = self._terms(["\n".join(each.phrasings) for each in lessons])
        self._index.index(documents, show_progress=False)

    def rank(self, question: str) -> list[Scored]:
        """BM25's sum; labels that share no word with the question are left out."""
        (terms,) = self._terms([question])
        known = [term for term in terms if term in self._index.vocab_dict]
        if not known:
            return []
        scores = self._index.get_scores(known)
        best = np.argsort(-scores, kind="stable")[:SHOWN]
        return [Scored(self._ids[n], float(scores[n])) for n in best.tolist() if scores[n] > 0]

    def ask(self, question: str) -> object:
        """The ranking; one costs as much as many."""
        return self.rank(question)

    def _terms(self, texts: list[str]) -> list[list[str]]:
        terms: list[list[str]] = bm25s.tokenize(
            texts, stopwords="en", stemmer=self._stemmer, return_ids=False, show_progress=False
        )
        return terms
