"""From filled-in files to one `Knowledge`: what must agree between files is checked here."""

import difflib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, TypeVar
from urllib.parse import urlsplit

from bot.knowledge.document import Document, Path
from bot.knowledge.forms import Filled
from bot.knowledge.knowledge import Knowledge, Topic
from bot.knowledge.model import (
    AnswersFile,
    Contact,
    ContactsFile,
    Court,
    Entry,
    Link,
    NoticesFile,
    NotOurs,
    NotOursFile,
    PhrasingsFile,
    QuestionsFile,
    Source,
    SourcesFile,
    Window,
    WordsFile,
)
from bot.knowledge.problem import Problem, Severity
from bot.knowledge.route import Route
from bot.knowledge.says import Says

FormT = TypeVar("FormT")
ValueT = TypeVar("ValueT")


def assemble(
    files: Mapping[str, Filled], version: str, problems: list[Problem]
) -> Knowledge | None:
    """Join the forms. Adds to `problems`; returns None if any of them is an error."""
    desk = _Desk(files, problems)
    knowledge = desk.knowledge(version)
    desk.check(knowledge)
    stopped = any(problem.severity is Severity.ERROR for problem in problems)
    return None if stopped else knowledge


class _Desk:
    """Gathers forms and remembers where each id was defined, to tell of it."""

    def __init__(self, files: Mapping[str, Filled], problems: list[Problem]) -> None:
        self.files = files
        self.problems = problems
        self.defined: dict[str, tuple[Document, Path]] = {}

    def knowledge(self, version: str) -> Knowledge:
        """All forms as one value. Of two things with one id the first is kept."""
        topics = tuple(self._topics())
        not_ours = self._by_id(NotOursFile, "classes", lambda form: form.classes)
        contacts = self._by_id(
            ContactsFile, "contacts", lambda form: form.contacts, shared_ids=False
        )
        phrasings = self._listed(PhrasingsFile, "phrasings")
        for topic in topics:
            for entry in topic.entries:
                phrasings[entry.id] = (*entry.phrasings, *phrasings.get(entry.id, ()))
        return Knowledge(
            court=self._only(Court),
            says=self._only(Says),
            topics=topics,
            contacts=MappingProxyType(contacts),
            sources=MappingProxyType(self._sources()),
            not_ours=MappingProxyType(not_ours),
            phrasings=MappingProxyType({key: phrasings[key] for key in sorted(phrasings)}),
            words=self._only(WordsFile, WordsFile()),
            notices=self._only(NoticesFile, NoticesFile()).notices,
            questions=MappingProxyType(self._listed(QuestionsFile, "questions")),
            version=version,
        )

    def check(self, knowledge: Knowledge) -> None:
        """Look for links between files that lead nowhere."""
        self._check_lists(knowledge, PhrasingsFile, "phrasings")
        self._check_lists(knowledge, QuestionsFile, "questions")
        self._check_things(knowledge)
        for document, path, window in self._windows():
            self._check_window(document, path, window, knowledge)
        for document, court in self._forms(Court):
            self._check_route(document, (), court.when_unsure, knowledge.contacts, "when_unsure")

    def _check_lists(self, knowledge: Knowledge, kind: type[Any], key: str) -> None:
        known = knowledge.entries.keys() | knowledge.not_ours.keys()
        for document, form in self._forms(kind):
            for entry_id in getattr(form, key):
                if entry_id not in known:
                    self._unknown(document, (key, entry_id), entry_id, known, "entry")

    def _check_things(self, knowledge: Knowledge) -> None:
        for document, path, thing in self._things():
            self._check_route(document, path, thing.route, knowledge.contacts)
            for index, link in enumerate(thing.links):
                self._check_host(document, (*path, "links", index, "url"), link, knowledge.court)
            for index, source in enumerate(thing.sources):
                if source not in knowledge.sources:
                    spot = (*path, "sources", index)
                    self._unknown(document, spot, source, knowledge.sources, "source")
            if isinstance(thing, Entry):
                self._check_related(document, path, thing, knowledge.entries)

    def _forms(self, kind: type[FormT]) -> Iterator[tuple[Document, FormT]]:
        for filled in self.files.values():
            if isinstance(filled.form, kind):
                yield filled.document, filled.form

    def _only(self, kind: type[FormT], default: FormT | None = None) -> FormT:
        for _, form in self._forms(kind):
            return form
        assert default is not None, "load() reports a missing file before it assembles"
        return default

    def _topics(self) -> Iterator[Topic]:
        for document, form in self._forms(AnswersFile):
            entries = []
            for index, entry in enumerate(form.entries):
                if self._define(entry.id, document, ("entries", index, "id")):
                    reviewer = entry.reviewer or form.reviewer
                    entries.append(entry.model_copy(update={"reviewer": reviewer}))
            yield Topic(form.topic, tuple(entries))

    def _by_id(
        self,
        kind: type[FormT],
        key: str,
        items: Callable[[FormT], Iterable[ValueT]],
        *,
        shared_ids: bool = True,
    ) -> dict[str, ValueT]:
        found: dict[str, Any] = {}
        for document, form in self._forms(kind):
            for index, item in enumerate(items(form)):
                item_id = item.id  # type: ignore[attr-defined]  # every item of these files has one
                path = (key, index, "id")
                if shared_ids and not self._define(item_id, document, path):
                    continue
                if item_id in found:
                    self._twice(document, path, item_id)
                found.setdefault(item_id, item)
        return found

    def _define(self, entry_id: str, document: Document, path: Path) -> bool:
        if entry_id in self.defined:
            self._twice(document, path, entry_id)
            return False
        self.defined[entry_id] = (document, path)
        return True

    def _twice(self, document: Document, path: Path, entry_id: str) -> None:
        first = ""
        if entry_id in self.defined:
            other, other_path = self.defined[entry_id]
            place = other.spot(other_path).place
            first = f" (first in {place.file}, line {place.line})"
        what = f"The id `{entry_id}` is used twice{first}"
        self._add(document, path, what, "Give this one an id of its own.")

    def _listed(self, kind: type[Any], key: str) -> dict[str, tuple[str, ...]]:
        lists: defaultdict[str, tuple[str, ...]] = defaultdict(tuple)
        for _, form in self._forms(kind):
            for entry_id, texts in getattr(form, key).items():
                lists[entry_id] += texts
        return dict(lists)

    def _sources(self) -> dict[str, Source]:
        found: dict[str, Source] = {}
        for document, form in self._forms(SourcesFile):
            for source_id, source in form.sources.items():
                if source_id in found:
                    self._twice(document, ("sources", source_id), source_id)
                found.setdefault(source_id, source)
        return found

    def _things(self) -> Iterator[tuple[Document, Path, Entry | NotOurs]]:
        for document, form in self._forms(AnswersFile):
            for index, entry in enumerate(form.entries):
                yield document, ("entries", index), entry
        for document, other in self._forms(NotOursFile):
            for index, kind in enumerate(other.classes):
                yield document, ("classes", index), kind

    def _windows(self) -> Iterator[tuple[Document, Path, Window]]:
        for document, path, thing in self._things():
            if isinstance(thing, Entry):
                yield document, path, thing
                if not isinstance(thing.answer, str):
                    for index, part in enumerate(thing.answer):
                        yield document, (*path, "answer", index), part
        for document, form in self._forms(NoticesFile):
            for index, notice in enumerate(form.notices):
                yield document, ("notices", index), notice

    def _check_window(
        self, document: Document, path: Path, window: Window, knowledge: Knowledge
    ) -> None:
        if window.first is None or window.last is None:
            return
        if knowledge.day(window.first) > knowledge.day(window.last):
            what = "`until` is a day before `from`, so this is never shown"
            self._add(document, (*path, "until"), what, "Correct one of the two days.")

    def _check_route(
        self,
        document: Document,
        path: Path,
        route: str,
        contacts: Mapping[str, Contact],
        key: str = "route",
    ) -> None:
        for contact in Route.of(route).contacts:
            if contact not in contacts:
                self._unknown(document, (*path, key), contact, contacts, "contact")

    def _check_host(self, document: Document, path: Path, link: Link, court: Court) -> None:
        host = urlsplit(link.url).hostname or ""
        if not any(host == known or host.endswith(f".{known}") for known in court.link_hosts):
            what = f"Links to {host} are not allowed"
            cure = "Take the link out, or add the host to `link_hosts` in court.yaml."
            self._add(document, path, what, cure)

    def _check_related(
        self, document: Document, path: Path, entry: Entry, entries: Mapping[str, Entry]
    ) -> None:
        for index, related in enumerate(entry.related):
            spot = (*path, "related", index)
            if related not in entries:
                self._unknown(document, spot, related, entries, "entry")
            elif related == entry.id:
                self._add(document, spot, "The entry is related to itself", "Take it out.")

    def _unknown(
        self, document: Document, path: Path, typed: str, known: Iterable[str], kind: str
    ) -> None:
        near = difflib.get_close_matches(typed, sorted(known), n=1, cutoff=0.5)
        cure = f"Did you mean `{near[0]}`?" if near else f"Use the id of an existing {kind}."
        self._add(document, path, f"There is no {kind} with the id `{typed}`", cure)

    def _add(self, document: Document, path: Path, what: str, cure: str) -> None:
        spot = document.keys.get(path) or document.spot(path)
        self.problems.append(Problem(spot.place, what, cure, spot.typed[:60]))
