"""The knowledge search of Casey, Slack's own sample of a support agent: a substring test.

Source: github.com/slack-samples/bolt-python-support-agent,
pydantic-ai/agent/tools/knowledge_base.py, `search_knowledge_base`: an article matches if its
keyword, or any word of its title, is a substring of the question in lower case. All matches go to
a language model.

In its favour: of the articles that match, the one with the largest share of title words comes
first (Casey has no order), and a phrasing counts as a title: the best one of each label.
"""

from collections.abc import Sequence

from bench.method import Lesson, Scored, best_of_each


class Casey:
    """Titles, word by word."""

    def __init__(self, lessons: Sequence[Lesson]) -> None:
        self._titles = [
            (each.id, tuple(dict.fromkeys(way.lower().split())))
            for each in lessons
            for way in each.phrasings
        ]
        self._words = sorted({word for _, words in self._titles for word in words})

    def rank(self, question: str) -> list[Scored]:
        """The share of a title's words that are somewhere in the question, and how many."""
        asked = question.lower()
        inside = {word for word in self._words if word in asked}
        return best_of_each(
            (label, sum(word in inside for word in words) ** 2 / len(words))
            for label, words in self._titles
            if not inside.isdisjoint(words)
        )

    def ask(self, question: str) -> object:
        """Every match, in order."""
        return self.rank(question)
