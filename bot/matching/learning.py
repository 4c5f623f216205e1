"""Learning all labels from their phrasings."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from bot.matching import linear, nearest
from bot.matching.features import Vector, count, vector
from bot.matching.learned import Label, Learned
from bot.matching.matcher import Matcher
from bot.matching.model import Kind, Lesson, Words
from bot.matching.odds import FEW, learn_odds
from bot.matching.postings import Postings, beside, occurring, table
from bot.matching.scores import Model, word_telling
from bot.matching.senses import Senses
from bot.matching.spelling import Reading, Spelling, without_slips, wording
from bot.matching.text import SENTENCE_END, Reader

FEW_PHRASINGS = 8
_MOST_HINTS, _WORDS_OF_A_HINT = 20, 4

LARGEST_TABLE = 24_000_000
"""Features times labels up to which margins are learned: 2.5 times a desk of 137 entries and
classes with 13,000 phrasings. Above it frequencies and nearest phrasings do without."""


def learn(lessons: Sequence[Lesson], words: Words) -> Matcher:
    """Return a matcher for `lessons`. Pure: equal lessons in any order give equal matchers.

    Lessons without a phrasing are never matched. Raises ValueError if an id occurs twice.
    """
    taught = sorted((each for each in lessons if each.phrasings), key=lambda each: each.id)
    if len({each.id for each in lessons}) != len(lessons):
        raise ValueError("two lessons share an id")
    reader = Reader(words.read_as)
    texts = [(label, text) for label, each in enumerate(taught) for text in each.phrasings]
    hints = [(label, text) for label, each in enumerate(taught) for text in _hints(each)]
    owners = [label for label, _ in (*texts, *hints)]
    read = [reader.words(text) for _, text in (*texts, *hints)]
    senses = Senses(words.same, reader)
    spelling = Spelling(without_slips(Counter(word for text in read for word in text)))
    readings = [spelling.read(text) for text in read]
    vocabulary: dict[str, int] = {}
    vectors = [_learned(reading, senses, vocabulary) for reading in readings]
    labels = tuple(Label(each.id, each.kind, each.offers) for each in taught)
    model = _model(vectors, owners, labels, vocabulary)
    phrases = _phrases(readings[: len(texts)], owners[: len(texts)])
    return Matcher(Learned(labels, words, spelling.counts, vocabulary, phrases, model))


def _hints(lesson: Lesson) -> list[str]:
    """Return sentences of the evidence, of a lesson that has few phrasings.

    Learned like phrasings they show the right entry to 26 instead of 16 in 100 where an entry has
    four phrasings; from ten phrasings on they change nothing.
    """
    if len(lesson.phrasings) >= FEW_PHRASINGS:
        return []
    sentences = SENTENCE_END.split(lesson.evidence)
    return [each for each in sentences if len(each.split()) >= _WORDS_OF_A_HINT][:_MOST_HINTS]


def _phrases(readings: Iterable[Sequence[Reading]], owners: Iterable[int]) -> dict[str, int]:
    """Return the label of every phrasing that stands under one label only."""
    found: dict[str, set[int]] = {}
    for reading, owner in zip(readings, owners, strict=True):
        found.setdefault(wording(reading), set()).add(owner)
    found.pop("", None)
    return {words: label for words, labels in found.items() if len(labels) == 1 for label in labels}


def _learned(reading: Sequence[Reading], senses: Senses, vocabulary: dict[str, int]) -> Vector:
    """Return the vector of a phrasing; features that are new join the vocabulary."""
    counted = count(reading, senses)
    for counts in counted.values():
        for feature in counts:
            if feature not in vocabulary:
                vocabulary[feature] = len(vocabulary)
    return vector(reading, counted, vocabulary)


def _model(
    vectors: list[Vector],
    owners: list[int],
    labels: Sequence[Label],
    vocabulary: Mapping[str, int],
) -> Model:
    shape = (len(vocabulary), len(labels))
    cells = occurring(vectors, owners, len(labels))
    weights, floor = linear.frequencies(cells, shape)
    margins, intercepts = _margins(vectors, owners, labels, len(vocabulary))
    if margins is not None:
        weights = beside(weights, margins)
    index = nearest.build(vectors, owners, cells, shape)
    odds = None
    if len(vectors) <= FEW and margins is not None:
        odds = learn_odds(vectors, owners, index.telling, len(labels))
    telling = word_telling(vocabulary, index.telling)
    return Model(table(weights), intercepts, floor, index, telling, odds)


def _margins(
    vectors: Sequence[Vector], owners: Sequence[int], labels: Sequence[Label], features: int
) -> tuple[Postings | None, linear.Matrix]:
    """Learn the margins, unless that would take too long or too much memory."""
    width = len(labels) + len(Kind)
    if features * width > LARGEST_TABLE:
        return None, np.zeros(width, np.float32)
    places = {kind: len(labels) + place for place, kind in enumerate(Kind)}
    columns = [(owner, places[labels[owner].kind]) for owner in owners]
    return linear.margins(vectors, columns, (features, width))
