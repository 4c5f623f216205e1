"""The knowledge folder as the comparison needs it: what is taught, and what may be answered."""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path

from bench.cut_offs import Labels
from bench.questions import noon_of_the_last_review
from bot.helpdesk import lessons_of, words_of
from bot.knowledge import Knowledge, load
from bot.matching import ANSWERED, Lesson, Words


@dataclass(frozen=True)
class Folder:
    """A knowledge folder, asked on one day that depends on the folder alone."""

    knowledge: Knowledge

    @classmethod
    def at(cls, path: Path) -> "Folder":
        """Read it. Raises KnowledgeError with every problem."""
        return cls(load(path).required())

    @cached_property
    def lessons(self) -> tuple[Lesson, ...]:
        """What every method learns; this matcher also reads the first line of an answer."""
        return lessons_of(self.knowledge)

    @cached_property
    def words(self) -> Words:
        """The clerks' abbreviations and synonyms, which are this matcher's alone."""
        return words_of(self.knowledge)

    @cached_property
    def labels(self) -> Labels:
        """Which labels have an answer, or offer several; the others are what is not ours."""
        return Labels(
            frozenset(it.id for it in self.lessons if it.kind in ANSWERED),
            {it.id: it.offers for it in self.lessons if it.offers},
        )

    @cached_property
    def now(self) -> datetime:
        """The moment at which everything is asked."""
        return noon_of_the_last_review(self.knowledge)

    @cached_property
    def asleep(self) -> frozenset[str]:
        """Entries that say nothing on that day."""
        return self.knowledge.sleeping(self.now.date())

    @property
    def phrasings(self) -> int:
        """How many ways of asking are taught."""
        return sum(len(lesson.phrasings) for lesson in self.lessons)
