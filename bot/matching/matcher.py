"""The matcher: a question goes in, a decision with its candidates comes out."""

import math
from collections.abc import Container, Mapping
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from bot.matching import archive, nearest, passages
from bot.matching.confidence import Chances, chances
from bot.matching.decide import Clause, Finding, Likely, decide, in_one, may_be_half
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
from bot.matching.postings import Postings, Table
from bot.matching.scores import Model, linear_scores, score, word_weights
from bot.matching.senses import Senses
from bot.matching.spelling import Reading, Spelling, wording
from bot.matching.text import Reader, stem

SHOWN = 5
"""Candidates that a match lists."""


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
        phrases: Mapping[str, int],
    ) -> None:
        self._labels = labels
        self._words = words
        self._vocabulary = vocabulary
        self._model = model
        self._phrases = phrases
        self._answered = np.array([label.kind in ANSWERED for label in labels], np.bool_)
        self._reader = Reader(words.read_as)
        self._senses = Senses(words.same, self._reader)
        self._spelling = Spelling(word_counts)

    def match(self, question: str, *, without: Container[str] = ()) -> Match:
        """Decide what `question` asks, leaving out the ids in `without`."""
        sentences = self._read(question)
        readings = [word for sentence in sentences for word in sentence]
        finding = self._found(question, sentences, readings, without)
        if finding is None:
            return Match(Decision.UNKNOWN, (), 0.0, (), "no-known-word")
        verdict = decide(finding)
        likely = [each.candidate for each in (*finding.entries, *finding.classes)]
        likely.sort(key=lambda candidate: (-candidate.confidence, candidate.id))
        return Match(
            verdict.decision,
            verdict.chosen,
            verdict.confidence,
            tuple(likely[:SHOWN]),
            verdict.rule,
            tuple((each.typed, each.read) for each in readings if each.read),
        )

    def _read(self, question: str) -> list[list[Reading]]:
        return [self._spelling.read(words) for words in self._reader.sentences(question)]

    def _vector(self, readings: list[Reading]) -> Vector:
        return vector(readings, count(readings, self._senses), self._vocabulary)

    def _found(
        self,
        question: str,
        sentences: list[list[Reading]],
        readings: list[Reading],
        without: Container[str],
    ) -> Finding | None:
        if passages.is_story(sentences):
            return self._in_story(passages.bounded(sentences), without)
        finding = self._finding(readings, without)
        if finding is None or finding.phrased is not None:
            return finding
        return replace(finding, both=self._double(question, finding, without))

    def _in_story(self, sentences: list[list[Reading]], without: Container[str]) -> Finding | None:
        """Return what the most promising passages of a story ask for."""
        promise = [self._promise(self._vector(sentence)) for sentence in sentences]
        parts = passages.windows(sentences, promise)
        found = [each for part in parts if (each := self._finding(part, without)) is not None]
        return in_one(found, len(sentences))

    def _promise(self, numbers: Vector) -> float:
        """Return how strongly a sentence speaks for its best entry."""
        if not numbers.content:
            return -math.inf
        margin, _ = linear_scores(self._model, numbers)
        return float(margin[self._answered].max(initial=-math.inf))

    def _double(
        self, question: str, finding: Finding, without: Container[str]
    ) -> tuple[Likely, ...]:
        """Return the two entries that the halves of a double question ask for, or nothing."""
        best: tuple[float, tuple[Likely, ...]] = (-math.inf, ())
        named = {entry.candidate.id for entry in finding.entries[: passages.BEST_SENTENCES]}
        for left, right, asking in passages.halves(question):
            second = self._clause(right, without)
            if second is None or not may_be_half(second, asking, named):
                continue
            first = self._clause(left, without)
            if first is None or not may_be_half(first, asking, named):
                continue
            strength = min(first.strength, second.strength)
            if first.label.candidate.id != second.label.candidate.id and strength > best[0]:
                best = strength, (first.label, second.label)
        return best[1]

    def _clause(self, text: str, without: Container[str]) -> Clause | None:
        """Return what half of a message asks for, judged by the linear models alone."""
        numbers = self._vector([word for part in self._read(text) for word in part])
        if not numbers.content:
            return None
        margin, joined = linear_scores(self._model, numbers)
        allowed = self._allowed(without)
        ranked = np.argsort(-np.where(allowed, joined, -np.inf), kind="stable")
        top, second = int(ranked[0]), int(ranked[min(1, len(ranked) - 1)])
        if not self._answered[top]:
            return None
        label = self._labels[top]
        return Clause(
            Likely(Candidate(label.id, 0.0), label.kind),
            float(margin[top]),
            float(joined[top] - joined[second]),
        )

    def _finding(self, readings: list[Reading], without: Container[str]) -> Finding | None:
        numbers = self._vector(readings)
        allowed = self._allowed(without)
        if not len(numbers.ids) or not allowed.any():
            return None
        scores = score(self._model, numbers)
        odds = chances(scores, numbers, self._answered, allowed)
        order = np.argsort(-scores.joined, kind="stable")
        order = order[allowed[order]]
        entries = order[self._answered[order]][:SHOWN].tolist()
        classes = order[~self._answered[order]][:SHOWN].tolist()
        same = self._phrases.get(wording(readings))
        return Finding(
            [self._likely(place, odds, without) for place in entries],
            [self._likely(place, odds, without) for place in classes],
            self._likely(int(order[0]), odds, without),
            None if same is None or not allowed[same] else self._likely(same, odds, without),
            round(odds.shown, 4),
            numbers.content,
        )

    def _allowed(self, without: Container[str]) -> NDArray[np.bool_]:
        return np.array([label.id not in without for label in self._labels], np.bool_)

    def _likely(self, place: int, odds: Chances, without: Container[str]) -> Likely:
        label = self._labels[place]
        candidate = Candidate(label.id, round(float(odds.by_label[place]), 4))
        return Likely(
            candidate, label.kind, tuple(each for each in label.offers if each not in without)
        )

    def explain(self, question: str, *, without: Container[str] = ()) -> Explanation:
        """Return the match with the words that spoke for and against its candidates."""
        words = self._reader.words(question)
        numbers = self._vector(self._spelling.read(words))
        match = self.match(question, without=without)
        reasons = tuple(self._reason(candidate, words, numbers) for candidate in match.candidates)
        return Explanation(match, tuple(words), round(numbers.known, 4), reasons)

    def _reason(self, candidate: Candidate, words: list[str], numbers: Vector) -> Reason:
        label = next(n for n, each in enumerate(self._labels) if each.id == candidate.id)
        weight_of = word_weights(self._model, numbers, label)
        found = {
            word: round(weight_of.get(self._vocabulary.get(WORD + stem(word), -1), 0.0), 4)
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
            "phrases": dict(self._phrases),
        }
        return archive.pack(head, _arrays(self._model))

    @classmethod
    def from_bytes(cls, data: bytes) -> "Matcher":
        """Return the matcher that `to_bytes` wrote; raises `UnreadableArchive` if it is another's."""
        head, arrays = archive.unpack(data)
        vocabulary = {feature: place for place, feature in enumerate(head["vocabulary"])}
        labels = tuple(Label(name, Kind(kind), tuple(ids)) for name, kind, ids in head["labels"])
        return cls(
            labels,
            Words(head["read_as"], tuple(tuple(group) for group in head["same"])),
            dict(head["words"]),
            vocabulary,
            _model(arrays, vocabulary, len(labels)),
            head["phrases"],
        )


def _by_weight(word: Word) -> tuple[float, str]:
    return word.weight, word.text


def _arrays(model: Model) -> dict[str, archive.Array]:
    index = model.index
    arrays = {
        "intercepts": model.intercepts,
        "floor": model.floor,
        "telling": index.telling,
        "owners": index.owners,
    }
    _put(arrays, "index", index.postings)
    for name, table in (("margins", model.margins), ("frequencies", model.frequencies)):
        if table is not None:
            _put(arrays, name, table.sparse)
            arrays[f"{name}.row_of"] = table.row_of
            arrays[f"{name}.dense"] = table.dense
    return arrays


def _put(arrays: dict[str, archive.Array], name: str, postings: Postings) -> None:
    arrays[f"{name}.starts"] = postings.starts
    arrays[f"{name}.columns"] = postings.columns
    arrays[f"{name}.values"] = postings.values


def _postings(arrays: Mapping[str, archive.Array], name: str, width: int) -> Postings:
    parts = (arrays[f"{name}.{part}"] for part in ("starts", "columns", "values"))
    return Postings(*parts, width)


def _table(arrays: Mapping[str, archive.Array], name: str) -> Table | None:
    if f"{name}.dense" not in arrays:
        return None
    dense = arrays[f"{name}.dense"]
    sparse = _postings(arrays, name, dense.shape[1])
    return Table(sparse, arrays[f"{name}.row_of"], dense)


def _model(
    arrays: Mapping[str, archive.Array], vocabulary: Mapping[str, int], label_count: int
) -> Model:
    telling, owners = arrays["telling"], arrays["owners"]
    frequencies = _table(arrays, "frequencies")
    if frequencies is None:
        raise archive.UnreadableArchive("no frequencies")
    return Model(
        _table(arrays, "margins"),
        arrays["intercepts"],
        frequencies,
        arrays["floor"],
        nearest.Index(
            _postings(arrays, "index", len(owners)),
            telling,
            float(telling.max(initial=0.0)),
            owners,
            label_count,
        ),
        np.array([feature[0] == WORD for feature in vocabulary], np.bool_),
    )
