"""The matcher: a question goes in, a decision with its candidates comes out."""

from collections.abc import Container, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.matching import archive, nearest
from bot.matching.confidence import Chances, chances
from bot.matching.decide import Finding, Likely, decide
from bot.matching.features import WORD, Vector, count, vector
from bot.matching.model import (
    ANSWERED,
    Candidate,
    Decision,
    Explanation,
    Kind,
    Match,
    Reason,
    Word,
    Words,
)
from bot.matching.scores import Model, score
from bot.matching.senses import Senses
from bot.matching.spelling import Reading, Spelling
from bot.matching.text import Reader, stem

SHOWN = 5
"""Candidates that a match lists."""

WORD_FOR_WORD = 0.985
"""Likeness from which a message counts as a phrasing that a clerk wrote."""


@dataclass(frozen=True, slots=True)
class Label:
    """What one column of the model stands for."""

    id: str
    kind: Kind
    offers: tuple[str, ...] = ()


class Matcher:
    """Finds what a question asks. Immutable in effect: matching never changes later matches."""

    def __init__(
        self,
        labels: tuple[Label, ...],
        words: Words,
        word_counts: Mapping[str, int],
        vocabulary: Mapping[str, int],
        model: Model,
    ) -> None:
        self._labels = labels
        self._words = words
        self._vocabulary = vocabulary
        self._model = model
        self._answered = np.array([label.kind in ANSWERED for label in labels], np.bool_)
        self._reader = Reader(words.read_as)
        self._senses = Senses(words.same, self._reader)
        self._spelling = Spelling(word_counts)

    def match(self, question: str, *, without: Container[str] = ()) -> Match:
        """Decide what `question` asks, leaving out the ids in `without`."""
        readings = self._spelling.read(self._reader.words(question))
        return self._match(readings, self._vector(readings), without)

    def _vector(self, readings: list[Reading]) -> Vector:
        return vector(readings, count(readings, self._senses), self._vocabulary)

    def _match(
        self, readings: list[Reading], numbers: Vector, without: Container[str]
    ) -> Match:
        if not len(numbers.ids):
            return Match(Decision.UNKNOWN, (), 0.0, (), "no-known-word")
        finding = self._finding(numbers, without)
        if finding is None:
            return Match(Decision.UNKNOWN, (), 0.0, (), "nothing-in-force")
        verdict = decide(finding)
        likely = [each.candidate for each in (*finding.entries, *finding.classes)]
        likely.sort(key=lambda candidate: (-candidate.confidence, candidate.id))
        corrections = tuple((each.typed, each.read) for each in readings if each.read)
        return Match(
            verdict.decision,
            verdict.chosen,
            verdict.confidence,
            tuple(likely[:SHOWN]),
            verdict.rule,
            corrections,
        )

    def _finding(self, numbers: Vector, without: Container[str]) -> Finding | None:
        allowed = np.array([label.id not in without for label in self._labels], np.bool_)
        if not allowed.any():
            return None
        scores = score(self._model, numbers)
        odds = chances(scores, numbers, self._answered, allowed)
        order = np.argsort(-scores.joined, kind="stable")
        order = order[allowed[order]]
        likely = [self._likely(place, odds, without) for place in order.tolist()]
        same = np.flatnonzero((scores.best >= WORD_FOR_WORD) & allowed)
        return Finding(
            [each for each in likely if each.kind in ANSWERED][:SHOWN],
            [each for each in likely if each.kind not in ANSWERED][:SHOWN],
            likely[0],
            self._likely(int(same[0]), odds, without) if len(same) == 1 else None,
            round(odds.shown, 4),
            numbers.content,
        )

    def _likely(self, place: int, odds: Chances, without: Container[str]) -> Likely:
        label = self._labels[place]
        candidate = Candidate(label.id, round(float(odds.by_label[place]), 4))
        return Likely(
            candidate, label.kind, tuple(each for each in label.offers if each not in without)
        )

    def explain(self, question: str, *, without: Container[str] = ()) -> Explanation:
        """Return the match with the words that spoke for and against its candidates."""
        words = self._reader.words(question)
        readings = self._spelling.read(words)
        numbers = self._vector(readings)
        match = self._match(readings, numbers, without)
        reasons = tuple(self._reason(candidate, words, numbers) for candidate in match.candidates)
        return Explanation(match, tuple(words), round(numbers.known, 4), reasons)

    def _reason(self, candidate: Candidate, words: list[str], numbers: Vector) -> Reason:
        label = next(n for n, each in enumerate(self._labels) if each.id == candidate.id)
        column = self._model.margins[numbers.ids, label] * numbers.weights
        weight_of = dict(zip(numbers.ids.tolist(), column.tolist(), strict=True))
        found = {
            word: round(weight_of.get(self._vocabulary.get("w" + stem(word), -1), 0.0), 4)
            for word in words
        }
        ranked = sorted((Word(text, weight) for text, weight in found.items()), key=_by_weight)
        return Reason(
            candidate,
            tuple(word for word in reversed(ranked) if word.weight > 0)[:SHOWN],
            tuple(word for word in ranked if word.weight < 0)[:SHOWN],
        )

    def to_bytes(self) -> bytes:
        """Return everything learned, for `from_bytes` of the same FORMAT."""
        index = self._model.index
        head = {
            "labels": [(each.id, each.kind.value, each.offers) for each in self._labels],
            "read_as": dict(self._words.read_as),
            "same": self._words.same,
            "words": list(self._spelling.counts.items()),
            "vocabulary": list(self._vocabulary),
            "row_count": index.row_count,
        }
        arrays = {
            "margins": self._model.margins,
            "frequencies": self._model.frequencies,
            "telling": index.telling,
            "starts": index.starts,
            "rows": index.rows,
            "weights": index.weights,
            "first_rows": index.first_rows,
        }
        return archive.pack(head, arrays)

    @classmethod
    def from_bytes(cls, data: bytes) -> "Matcher":
        """Return the matcher that `to_bytes` wrote; raises `UnreadableArchive` if it is another's."""
        head, arrays = archive.unpack(data)
        index = nearest.Index(
            arrays["telling"],
            arrays["starts"],
            arrays["rows"],
            arrays["weights"],
            arrays["first_rows"],
            head["row_count"],
        )
        vocabulary = {feature: place for place, feature in enumerate(head["vocabulary"])}
        frequencies = arrays["frequencies"]
        is_word = np.array([feature[0] == WORD for feature in vocabulary], np.bool_)
        return cls(
            tuple(Label(name, Kind(kind), tuple(ids)) for name, kind, ids in head["labels"]),
            Words(head["read_as"], tuple(tuple(group) for group in head["same"])),
            dict(head["words"]),
            vocabulary,
            Model(arrays["margins"], frequencies, index, is_word, frequencies.min(axis=0)),
        )


def _by_weight(word: Word) -> tuple[float, str]:
    return word.weight, word.text
