"""QnABot on AWS: a content-word filter, then the search engine's score.

Source: github.com/aws-solutions/qnabot-on-aws (7.4), source/lambda/es-proxy-layer/lib:
keywords.js (contractions, stop words, nouns, verbs and interjections by Amazon Comprehend) and
esbodybuilder.js (filter `quniqueterms`, `minimum_should_match` "2<75%"; score: the question
against the unique terms of all an item's questions, boost 2, and as a phrase within one of them,
boost 4); the settings are the defaults, fuzzy matching off and no embeddings.

Comprehend cannot be asked here: a keyword is a word that is no function word.
"""

import math
import re
from collections import Counter
from collections.abc import Sequence

from Stemmer import Stemmer

from bench.method import SHOWN, Lesson, Scored
from bench.peers.plain_words import FUNCTION_WORDS

CONTRACTIONS = {"you're": "you are", "i'm": "i am", "can't": "cannot"}
"""QnABot's own default list."""

TERMS_BOOST, PHRASE_BOOST = 2.0, 4.0
SATURATION, LENGTH = 1.2, 0.75
"""BM25's k1 and b, as the search engine has them."""


class QnABot:
    """Items with the unique terms of their questions."""

    def __init__(self, lessons: Sequence[Lesson]) -> None:
        self._stem = Stemmer("english").stemWord
        self._phrases = [[self._terms(way) for way in each.phrasings] for each in lessons]
        self._ids = [each.id for each in lessons]
        self._unique = [frozenset(t for way in ways for t in way) for ways in self._phrases]
        holding = Counter(term for terms in self._unique for term in terms)
        count = len(lessons)
        self._rarity = {
            term: math.log(1 + (count - holders + 0.5) / (holders + 0.5))
            for term, holders in holding.items()
        }
        sizes = [len(terms) for terms in self._unique]
        usual = sum(sizes) / max(1, count)
        self._norms = [1 / (1 + SATURATION * (1 - LENGTH + LENGTH * n / usual)) for n in sizes]
        self._joined = [[f" {' '.join(way)} " for way in ways] for ways in self._phrases]

    def rank(self, question: str) -> list[Scored]:
        """The score of every item that passes the keyword filter."""
        spoken = [CONTRACTIONS.get(word.lower(), word) for word in question.split()]
        terms = self._terms(" ".join(spoken))
        keywords = {self._stem(word) for word in _words(" ".join(spoken)) - FUNCTION_WORDS}
        passed = (n for n, unique in enumerate(self._unique) if _enough(keywords, unique))
        found = [Scored(self._ids[n], self._score(n, terms)) for n in passed]
        return sorted(found, key=lambda each: -each.score)[:SHOWN]

    def ask(self, question: str) -> object:
        """The first hit."""
        return self.rank(question)[:1]

    def _score(self, item: int, terms: Sequence[str]) -> float:
        unique, norm = self._unique[item], self._norms[item] * (1 + SATURATION)
        shared = sum(self._rarity[term] * norm for term in terms if term in unique)
        phrase = f" {' '.join(terms)} "
        exact = bool(terms) and any(phrase in way for way in self._joined[item])
        return TERMS_BOOST * shared + (PHRASE_BOOST * shared if exact else 0.0)

    def _terms(self, text: str) -> list[str]:
        return [self._stem(word) for word in re.findall(r"[^\W_]+", text.lower())]


def _words(text: str) -> set[str]:
    return set(re.findall(r"[^\W_]+", text.lower()))


def _enough(keywords: set[str], unique: frozenset[str]) -> bool:
    """One or two keywords must all match; of more, three quarters (rounded down)."""
    least = len(keywords) if len(keywords) <= 2 else int(len(keywords) * 0.75)
    return len(keywords & unique) >= least
