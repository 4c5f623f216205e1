"""Learning all labels from their phrasings."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from bot.matching import linear, nearest
from bot.matching.features import WORD, Counts, Vector, count, vector
from bot.matching.matcher import Label, Matcher
from bot.matching.model import Kind, Lesson, Words
from bot.matching.scores import Model
from bot.matching.senses import Senses
from bot.matching.spelling import Spelling
from bot.matching.text import Reader


def learn(lessons: Sequence[Lesson], words: Words) -> Matcher:
    """Return a matcher for `lessons`. Pure: equal lessons in any order give equal matchers.

    Lessons without a phrasing are never matched. Raises ValueError if an id occurs twice.
    """
    taught = sorted((each for each in lessons if each.phrasings), key=lambda each: each.id)
    if len({each.id for each in lessons}) != len(lessons):
        raise ValueError("two lessons share an id")
    reader = Reader(words.read_as)
    texts = [(label, text) for label, each in enumerate(taught) for text in each.phrasings]
    owners = [label for label, _ in texts]
    read = [reader.words(text) for _, text in texts]
    senses = Senses(words.same, reader)
    spelling = Spelling(Counter(word for text in read for word in text))
    readings = [spelling.read(text) for text in read]
    counted = [count(reading, senses) for reading in readings]
    vocabulary = _vocabulary(counted)
    vectors = [vector(*pair, vocabulary) for pair in zip(readings, counted, strict=True)]
    labels = tuple(Label(each.id, each.kind, each.offers) for each in taught)
    model = _model(vectors, owners, labels, vocabulary)
    return Matcher(labels, words, spelling.counts, vocabulary, model)


def _vocabulary(texts: Iterable[Mapping[str, Counts]]) -> dict[str, int]:
    vocabulary: dict[str, int] = {}
    for text in texts:
        for counts in text.values():
            for feature in counts:
                vocabulary.setdefault(feature, len(vocabulary))
    return vocabulary


def _model(
    vectors: Sequence[Vector],
    owners: Sequence[int],
    labels: Sequence[Label],
    vocabulary: Mapping[str, int],
) -> Model:
    shape = (len(vocabulary), len(labels))
    places = {kind: len(labels) + place for place, kind in enumerate(Kind)}
    columns = [(owner, places[labels[owner].kind]) for owner in owners]
    frequencies = linear.frequencies(vectors, owners, shape)
    return Model(
        linear.margins(vectors, columns, (shape[0], len(labels) + len(Kind))),
        frequencies,
        nearest.build(vectors, owners, shape),
        np.array([feature[0] == WORD for feature in vocabulary], np.bool_),
        frequencies.min(axis=0),
    )
