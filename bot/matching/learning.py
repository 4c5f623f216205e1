"""Learning all labels from their phrasings."""

from collections import Counter
from collections.abc import Iterable, Sequence

from bot.matching import linear, nearest
from bot.matching.features import count, vector
from bot.matching.matcher import Label, Matcher
from bot.matching.model import Lesson, Words
from bot.matching.scores import Model
from bot.matching.spelling import Reading, Spelling
from bot.matching.text import Reader


def learn(lessons: Sequence[Lesson], words: Words) -> Matcher:
    """Return a matcher for `lessons`. Pure: equal lessons in any order give equal matchers.

    Lessons without a phrasing are never matched. Raises ValueError if an id occurs twice.
    """
    taught = sorted((each for each in lessons if each.phrasings), key=lambda each: each.id)
    if len({each.id for each in lessons}) != len(lessons):
        raise ValueError("two lessons share an id")
    reader = Reader(words.read_as)
    read = [reader.words(phrasing) for each in taught for phrasing in each.phrasings]
    owners = [label for label, each in enumerate(taught) for _ in each.phrasings]
    spelling = Spelling(Counter(word for text in read for word in text))
    readings = [spelling.read(text) for text in read]
    vocabulary = _vocabulary(readings)
    labels = tuple(Label(each.id, each.kind) for each in taught)
    model = _model(readings, owners, vocabulary, len(labels))
    return Matcher(labels, words, spelling.counts, vocabulary, model)


def _vocabulary(readings: Iterable[Sequence[Reading]]) -> dict[str, int]:
    vocabulary: dict[str, int] = {}
    for reading in readings:
        for counts in count(reading).values():
            for feature in counts:
                vocabulary.setdefault(feature, len(vocabulary))
    return vocabulary


def _model(
    readings: Sequence[Sequence[Reading]],
    owners: Sequence[int],
    vocabulary: dict[str, int],
    label_count: int,
) -> Model:
    shape = (len(vocabulary), label_count)
    vectors = [vector(reading, vocabulary) for reading in readings]
    return Model(
        linear.margins(vectors, owners, shape),
        linear.frequencies(vectors, owners, shape),
        nearest.build(vectors, owners, shape),
    )
