"""All that the desk knows, as one value."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from types import MappingProxyType

from bot.knowledge.checklist_forms import Checklist, Step
from bot.knowledge.model import (
    Contact,
    Court,
    Day,
    Entry,
    Notice,
    NotOurs,
    Source,
    Unclear,
    Window,
    WordsFile,
    day_of,
)
from bot.knowledge.says import Says


@dataclass(frozen=True, slots=True)
class Topic:
    """A heading with its entries, in the order of the file; `name` is the file's, without .yaml."""

    name: str
    title: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Knowledge:
    """One version of the folder.

    `phrasings` and `questions` hold, for an id, what people type; only phrasings are learned.
    `offered` holds questions for which the id must at least be among the choices, `missed` those
    that are known not to reach it yet.
    `unclear` are groups of messages that may mean several entries.
    `version` is a short hash of the folder's content.
    """

    court: Court
    says: Says
    topics: tuple[Topic, ...]
    contacts: Mapping[str, Contact]
    sources: Mapping[str, Source]
    not_ours: Mapping[str, NotOurs]
    phrasings: Mapping[str, tuple[str, ...]]
    words: WordsFile
    notices: tuple[Notice, ...]
    questions: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    checklists: Mapping[str, Checklist] = field(default_factory=dict)
    offered: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    missed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    unclear: Mapping[str, Unclear] = field(default_factory=dict)
    version: str = ""

    @cached_property
    def entries(self) -> Mapping[str, Entry]:
        """Entries by id, in the order of the topics."""
        return MappingProxyType({entry.id: entry for entry in self._all_entries()})

    def _all_entries(self) -> Iterator[Entry]:
        for topic in self.topics:
            yield from topic.entries

    def day(self, day: Day) -> date:
        """The date that a day of a file stands for."""
        return day_of(day, self.court.go_live)

    def holds(self, window: Window, today: date) -> bool:
        """Whether today is within the window, its last day included."""
        begun = window.first is None or self.day(window.first) <= today
        ended = window.last is not None and today > self.day(window.last)
        return begun and not ended

    def answer(self, entry: Entry, today: date) -> str:
        """The text of the entry on that day: the file's words, its parts a blank line apart."""
        if isinstance(entry.answer, str):
            return entry.answer
        return "\n\n".join(part.text for part in entry.answer if self.holds(part, today))

    def sleeping(self, today: date) -> frozenset[str]:
        """Ids of the entries that say nothing on that day."""
        asleep = self._sleeping.get(today)
        if asleep is None:
            asleep = frozenset(
                entry.id
                for entry in self.entries.values()
                if not self.holds(entry, today) or not self.answer(entry, today)
            )
            self._sleeping.clear()  # yesterday is not asked for again
            self._sleeping[today] = asleep
        return asleep

    @cached_property
    def _sleeping(self) -> dict[date, frozenset[str]]:
        return {}

    def steps_on(self, checklist: Checklist, today: date) -> tuple[Step, ...]:
        """The steps that hold on that day, in the order of the file."""
        return tuple(step for step in checklist.steps if self.holds(step, today))

    def notices_on(self, today: date) -> tuple[Notice, ...]:
        """The notices in force, the most urgent first."""
        order = ("urgent", "warning", "info")
        valid = [notice for notice in self.notices if self.holds(notice, today)]
        return tuple(sorted(valid, key=lambda notice: order.index(notice.severity)))
