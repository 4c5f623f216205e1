"""The keyword rule of Onyx's Standard Answers.

Source: github.com/onyx-dot-app/onyx, backend/ee/onyx/db/standard_answer.py,
`find_matching_standard_answers`: lower case, punctuation removed, split at spaces; an answer
matches if all its keywords are words of the question ("match any" would match nearly always).

In its favour: every phrasing is a standard answer of its own whose keywords are its content words
(an admin would type them by hand), and of the labels that match, the one whose matching phrasing
has most keywords comes first; Onyx itself posts every match, in no order.
"""

import string
from collections import defaultdict
from collections.abc import Sequence

from bench.method import Lesson, Scored, best_of_each
from bench.peers.plain_words import FUNCTION_WORDS

_NO_PUNCTUATION = str.maketrans("", "", string.punctuation)


def words_of(text: str) -> list[str]:
    """The words of a text as the rule reads them."""
    return text.lower().translate(_NO_PUNCTUATION).split()


class Onyx:
    """Standard answers, looked up by one of their keywords so that it does not read them all."""

    def __init__(self, lessons: Sequence[Lesson]) -> None:
        self._by_word: dict[str, list[tuple[frozenset[str], str]]] = defaultdict(list)
        pairs = {
            (frozenset(words_of(way)) - FUNCTION_WORDS, each.id): None
            for each in lessons
            for way in each.phrasings
        }
        for keywords, label in pairs:
            if keywords:
                self._by_word[max(keywords, key=lambda word: (len(word), word))].append(
                    (keywords, label)
                )

    def rank(self, question: str) -> list[Scored]:
        """The number of keywords of the best phrasing that matches."""
        words = set(words_of(question))
        return best_of_each(
            (label, float(len(keywords)))
            for word in sorted(words)
            for keywords, label in self._by_word.get(word, ())
            if keywords <= words
        )

    def ask(self, question: str) -> object:
        """Every match."""
        return self.rank(question)
