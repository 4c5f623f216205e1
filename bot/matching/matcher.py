"""The matcher: a question goes in, a decision with its candidates comes out."""

from collections.abc import Container, Iterable, Sequence
from dataclasses import replace

from bot.matching import double, passages
from bot.matching import learned as form
from bot.matching.decide import Finding, decide, in_one, is_plain
from bot.matching.features import WORD
from bot.matching.finder import Finder, Passage
from bot.matching.learned import Learned
from bot.matching.model import Candidate, Decision, Explanation, Match, Reason, Word
from bot.matching.scores import word_weights
from bot.matching.spelling import Reading
from bot.matching.text import stem

SHOWN = 5
"""Candidates that a match lists, and words that an explanation lists."""


class Matcher:
    """Finds what a question asks. Immutable in effect: matching never changes later matches."""

    def __init__(self, learned: Learned) -> None:
        self._finder = Finder(learned)

    def match(self, question: str, *, without: Container[str] = ()) -> Match:
        """Decide what `question` asks, leaving out the ids in `without`."""
        sentences = self._finder.read(question)
        finding = self._found(question, sentences, without)
        if finding is None:
            return Match(Decision.UNKNOWN, (), 0.0, (), "no-known-word")
        verdict = decide(finding)
        likely = [each.candidate for each in (*finding.entries, *finding.classes)]
        likely.sort(key=lambda candidate: -candidate.confidence)  # stable: ties stay by score
        return Match(
            verdict.decision,
            verdict.chosen,
            verdict.confidence,
            tuple(likely[:SHOWN]),
            verdict.rule,
            tuple((each.typed, each.read) for part in sentences for each in part if each.read),
        )

    def _found(
        self, question: str, sentences: list[list[Reading]], without: Container[str]
    ) -> Finding | None:
        readings = _joined(sentences)
        if len(readings) > passages.TOO_LONG:
            return self._in_story(None, passages.bounded(sentences), without)
        finding = self._finder.finding(self._finder.passage(readings), without)
        if finding is None or finding.phrased is not None:
            return finding
        both = self._double(question, finding, without)
        if not both and passages.is_story(sentences) and not is_plain(finding):
            return self._in_story(finding, sentences, without)
        return replace(finding, both=both)

    def _in_story(
        self, whole: Finding | None, sentences: list[list[Reading]], without: Container[str]
    ) -> Finding | None:
        """Return what the most promising passages of a story ask for."""
        parts = [self._finder.passage(sentence) for sentence in sentences]
        found = [] if whole is None else [whole]
        for span in passages.windows([self._finder.promise(part) for part in parts]):
            finding = self._finder.finding(self._together(parts[span]), without)
            if finding is not None:
                found.append(finding)
                if is_plain(finding):
                    break
        return in_one(found)

    def _together(self, parts: list[Passage]) -> Passage:
        """Return the passage that these sentences make."""
        if len(parts) == 1:
            return parts[0]
        return self._finder.passage(_joined(part.readings for part in parts))

    def _double(self, question: str, whole: Finding, without: Container[str]) -> tuple[str, ...]:
        """Return the entries that the halves of a double question ask for, or nothing."""
        best = double.Pair()
        for cut in passages.cuts(question):
            right = self._half(cut.right, without) if double.is_worth_reading(cut, whole) else None
            if double.may_count(cut, right):
                found = double.pair(cut, self._half(cut.left, without), right, whole)
                best = max(best, found, key=lambda each: (len(each.entries) > 1, each.confidence))
        return best.entries

    def _half(self, text: str, without: Container[str]) -> double.Half | None:
        passage = self._finder.passage(_joined(self._finder.read(text)))
        return double.half(self._finder.finding(passage, without))

    def explain(self, question: str, *, without: Container[str] = ()) -> Explanation:
        """Return the match with the words that spoke for and against its candidates."""
        match = self.match(question, without=without)
        readings = _joined(self._finder.read(question))
        words = tuple(self._finder.reader.words(question))
        reasons = tuple(self._reason(each, readings, words) for each in match.candidates)
        return Explanation(match, words, round(self._finder.vector(readings).known, 4), reasons)

    def _reason(
        self, candidate: Candidate, readings: list[Reading], words: tuple[str, ...]
    ) -> Reason:
        learned, numbers = self._finder.learned, self._finder.vector(readings)
        label = next(n for n, each in enumerate(learned.labels) if each.id == candidate.id)
        weight_of = word_weights(learned.model, numbers, label)
        places = {word: learned.vocabulary.get(WORD + stem(word), -1) for word in words}
        found = [Word(word, round(weight_of.get(at, 0.0), 4)) for word, at in places.items()]
        ranked = sorted(found, key=lambda word: (-word.weight, word.text))
        return Reason(
            candidate,
            tuple(word for word in ranked if word.weight > 0)[:SHOWN],
            tuple(word for word in reversed(ranked) if word.weight < 0)[:SHOWN],
        )

    def to_bytes(self) -> bytes:
        """Return everything learned, for `from_bytes` of the same FORMAT."""
        return form.to_bytes(self._finder.learned)

    @classmethod
    def from_bytes(cls, data: bytes) -> "Matcher":
        """Return the matcher that `to_bytes` wrote; raises `UnreadableArchive` otherwise."""
        return cls(form.from_bytes(data))


def _joined(sentences: Iterable[Sequence[Reading]]) -> list[Reading]:
    return [reading for sentence in sentences for reading in sentence]
