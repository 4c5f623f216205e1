"""The filled-in files of one folder, to go through by what they hold rather than by file."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import PurePosixPath
from typing import NamedTuple, TypeVar

from pydantic import BaseModel

from bot.knowledge.checklist_forms import Checklist
from bot.knowledge.document import Path
from bot.knowledge.forms import Filled
from bot.knowledge.model import (
    AnswersFile,
    ContactsFile,
    Court,
    Day,
    Entry,
    Link,
    NoticesFile,
    NotOurs,
    NotOursFile,
    PhrasingsFile,
    QuestionsFile,
    SourcesFile,
    Unclear,
    UnclearFile,
    Window,
    day_of,
)

_NEEDED = frozenset({AnswersFile, ContactsFile, Court, PhrasingsFile})
"""Without a file of these forms nothing can be said of what refers to it but that it is gone."""

FormT = TypeVar("FormT", bound=BaseModel)


class Said(NamedTuple):
    """A phrasing or a question: the id it stands under, the text, and where it stands.

    A tuple, for it is made in half the time, and a folder holds many thousands.
    """

    id: str
    text: str
    file: Filled
    path: Path


@dataclass(frozen=True)
class Folder:
    """Every file that was read, the unreadable ones without a form."""

    files: Mapping[str, Filled]

    def forms(self, kind: type[FormT]) -> Iterator[tuple[Filled, FormT]]:
        """All files of one form that fit it."""
        for filled in self.files.values():
            if isinstance(filled.form, kind):
                yield filled, filled.form

    def complete(self, *kinds: type[BaseModel]) -> bool:
        """Whether every file that should have one of these forms is there and was read."""
        kept = {filled.kind for filled in self.files.values()}
        needed = _NEEDED.intersection(kinds)
        return self._unread.isdisjoint(kinds) and needed <= kept

    @cached_property
    def _unread(self) -> frozenset[type[BaseModel] | None]:
        return frozenset(filled.kind for filled in self.files.values() if filled.form is None)

    @cached_property
    def court(self) -> Court | None:
        """What is true of the court; None when its file cannot be read."""
        return next((form for _, form in self.forms(Court)), None)

    def entries(self) -> Iterator[tuple[Filled, Path, Entry]]:
        """Every entry with the path to it."""
        for filled, form in self.forms(AnswersFile):
            for index, entry in enumerate(form.entries):
                yield filled, ("entries", index), entry

    def classes(self) -> Iterator[tuple[Filled, Path, NotOurs]]:
        """Every class of what this desk does not answer."""
        for filled, form in self.forms(NotOursFile):
            for index, kind in enumerate(form.classes):
                yield filled, ("classes", index), kind

    def unclear(self) -> Iterator[tuple[Filled, Path, Unclear]]:
        """Every group of messages at which the desk asks which entry is meant."""
        for filled, form in self.forms(UnclearFile):
            for index, group in enumerate(form.unclear):
                yield filled, ("unclear", index), group

    def answerable(self) -> Iterator[tuple[Filled, Path, Entry | NotOurs]]:
        """Entries, then classes."""
        yield from self.entries()
        yield from self.classes()

    def texts(self) -> Iterator[tuple[Filled, Path, str]]:
        """Every text that is posted as it stands: answers, their parts, and fixed replies."""
        for filled, path, entry in self.entries():
            if isinstance(entry.answer, str):
                yield filled, (*path, "answer"), entry.answer
            else:
                for index, part in enumerate(entry.answer):
                    yield filled, (*path, "answer", index, "text"), part.text
        for filled, path, kind in self.classes():
            yield filled, (*path, "reply"), kind.reply
        for filled, checklist in self.forms(Checklist):
            yield from _checklist_texts(filled, checklist)

    def links(self) -> Iterator[tuple[Filled, Path, Link]]:
        """Every link people can press, with the path to its address."""
        for filled, path, thing in self.answerable():
            yield from _linked(filled, path, thing.links)
        for filled, form in self.forms(ContactsFile):
            for index, contact in enumerate(form.contacts):
                yield from _linked(filled, ("contacts", index), contact.links)
        for filled, checklist in self.forms(Checklist):
            for number, step in enumerate(checklist.steps):
                for index, choice in enumerate(step.choices):
                    path = ("steps", number, "choices", index, "shows")
                    yield from _linked(filled, path, choice.shows.links)

    def windows(self) -> Iterator[tuple[Filled, Path, Window]]:
        """Everything that may hold only for some days."""
        for filled, path, entry in self.entries():
            yield filled, path, entry
            if not isinstance(entry.answer, str):
                for index, part in enumerate(entry.answer):
                    yield filled, (*path, "answer", index), part
        for filled, form in self.forms(NoticesFile):
            for index, notice in enumerate(form.notices):
                yield filled, ("notices", index), notice
        for filled, checklist in self.forms(Checklist):
            for index, step in enumerate(checklist.steps):
                yield filled, ("steps", index), step

    def phrasings(self) -> Iterator[Said]:
        """Every way to ask: those beside their entry first, then those of the phrasings' files."""
        yield from self._phrasings

    @cached_property
    def _phrasings(self) -> tuple[Said, ...]:
        return tuple(self._all_phrasings())

    def _all_phrasings(self) -> Iterator[Said]:
        for filled, path, entry in self.entries():
            for index, text in enumerate(entry.phrasings):
                yield Said(entry.id, text, filled, (*path, "phrasings", index))
        for filled, path, group in self.unclear():
            for index, text in enumerate(group.phrasings):
                yield Said(group.id, text, filled, (*path, "phrasings", index))
        for filled, form in self.forms(PhrasingsFile):
            yield from _listed(filled, "phrasings", form.phrasings)

    def questions(self) -> Iterator[Said]:
        """Every question that is asked as a test."""
        for filled, form in self.forms(QuestionsFile):
            yield from _listed(filled, "questions", form.questions)
            yield from _listed(filled, "offered", form.offered)
            yield from _listed(filled, "missed", form.missed)

    def ids(self, kind: type[BaseModel]) -> frozenset[str]:
        """The ids that all files of one form define."""
        return self._ids[kind]

    @cached_property
    def _ids(self) -> Mapping[type[BaseModel], frozenset[str]]:
        contacts = (each.id for _, form in self.forms(ContactsFile) for each in form.contacts)
        sources = (each for _, form in self.forms(SourcesFile) for each in form.sources)
        return {
            AnswersFile: frozenset(entry.id for _, _, entry in self.entries()),
            NotOursFile: frozenset(each.id for _, _, each in self.classes()),
            ContactsFile: frozenset(contacts),
            SourcesFile: frozenset(sources),
        }

    def date_of(self, day: Day | None) -> date | None:
        """The date a day of a file stands for; None when that cannot be known."""
        if day is None or isinstance(day, date):
            return day
        return day_of(day, self.court.go_live) if self.court else None


def topic_name(filled: Filled) -> str:
    """The name of a file in a folder, without its ending: what says.yaml calls a topic by."""
    return PurePosixPath(filled.document.file).stem


def _listed(filled: Filled, key: str, lists: Mapping[str, tuple[str, ...]]) -> Iterator[Said]:
    for listed_id, texts in lists.items():
        for index, text in enumerate(texts):
            yield Said(listed_id, text, filled, (key, listed_id, index))


def _linked(
    filled: Filled, path: Path, links: tuple[Link, ...]
) -> Iterator[tuple[Filled, Path, Link]]:
    for index, link in enumerate(links):
        yield filled, (*path, "links", index, "url"), link


def _checklist_texts(filled: Filled, checklist: Checklist) -> Iterator[tuple[Filled, Path, str]]:
    yield filled, ("intro",), checklist.intro
    for number, step in enumerate(checklist.steps):
        if step.help is not None:
            yield filled, ("steps", number, "help"), step.help
        for index, choice in enumerate(step.choices):
            if choice.shows.text is not None:
                path = ("steps", number, "choices", index, "shows", "text")
                yield filled, path, choice.shows.text
