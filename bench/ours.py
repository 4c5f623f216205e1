"""This help desk's matcher as a method of the comparison, through its public door only."""

from collections.abc import Container, Sequence

from bench.method import Scored
from bot.matching import Lesson, Match, Matcher, Words, learn


class Ours:
    """The matcher; `without` are entries that say nothing on the day asked."""

    def __init__(self, matcher: Matcher, without: Container[str] = ()) -> None:
        self.matcher = matcher
        self._without = without

    @classmethod
    def taught(cls, lessons: Sequence[Lesson], words: Words, without: Container[str]) -> "Ours":
        """Learn from these lessons."""
        return cls(learn(lessons, words), without)

    def rank(self, question: str) -> list[Scored]:
        """The candidates with their calibrated probabilities."""
        return ranking_of(self.ask(question))

    def ask(self, question: str) -> Match:
        """The whole decision."""
        return self.matcher.match(question, without=self._without)


def ranking_of(match: Match) -> list[Scored]:
    """The candidates of a match with their calibrated probabilities."""
    return [Scored(each.id, each.confidence) for each in match.candidates]
