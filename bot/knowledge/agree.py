"""What must agree between files: ids that are used lead somewhere and stand for one thing.

A file that cannot be read says nothing about what it defines, so links to what it may define are
only judged when every file of that form was read.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping

from bot.knowledge.assemble_checklists import checklist_disagreements
from bot.knowledge.defined import defined_twice
from bot.knowledge.document import Path
from bot.knowledge.folder import Folder, Said, topic_name
from bot.knowledge.forms import Filled
from bot.knowledge.hosts import CURE, forbidden
from bot.knowledge.model import (
    AnswersFile,
    Court,
    Entry,
    NotOursFile,
    PhrasingsFile,
    SourcesFile,
)
from bot.knowledge.problem import Problem
from bot.knowledge.references import disagreement, unknown, unknown_contacts
from bot.knowledge.says import Says

_Place = tuple[Filled, Path]


def disagreements(folder: Folder) -> Iterator[Problem]:
    """Every link between files that leads nowhere, and every id that stands for two things."""
    yield from defined_twice(folder)
    yield from _unknown_entries(folder)
    yield from _unknown_contacts(folder)
    yield from _unknown_sources(folder)
    yield from _forbidden_hosts(folder)
    yield from _backward_windows(folder)
    yield from _said_of_two(folder)
    yield from _unasked(folder)
    yield from _unknown_topics(folder)
    yield from checklist_disagreements(folder)


def words_of(text: str) -> tuple[str, ...]:
    """The words of a phrasing, without what does not change its meaning: case and punctuation."""
    return tuple(_WORD.findall(text.casefold().replace("’", "'")))


_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)?")


def _unknown_entries(folder: Folder) -> Iterator[Problem]:
    if not folder.complete(AnswersFile):
        return
    entries = folder.ids(AnswersFile)
    known = entries | folder.ids(NotOursFile)
    wanted = Counter(str(path[1]) for _, path in _keyed_lists(folder))
    wanted.update(set().union(*(entry.related for _, _, entry in folder.entries())))
    for filled, path, entry in folder.entries():
        yield from _related(filled, path, entry, entries, wanted)
    if folder.complete(NotOursFile):
        for filled, path in _keyed_lists(folder):
            if path[1] not in known:
                yield _unknown_entry(filled, path, str(path[1]), known, wanted)


def _unknown_entry(
    filled: Filled, path: Path, typed: str, known: Collection[str], wanted: Mapping[str, int]
) -> Problem:
    """An id that several places know was not mistyped there: the entry itself is gone."""
    if wanted[typed] < _SEVERAL:
        return unknown(filled, path, typed, known, "entry")
    what = f"There is no entry with the id `{typed}` any more"
    cure = "Put the entry back, or its old id if that was changed: an id lasts."
    return disagreement(filled, path, what, cure)


_SEVERAL = 2  # kinds of places: phrasings, questions, related entries


def _keyed_lists(folder: Folder) -> Iterator[_Place]:
    """Where phrasings and questions name the id they belong to, empty lists included."""
    for filled in folder.files.values():
        for key in ("phrasings", "questions", "offered", "missed"):
            for listed in getattr(filled.form, key, ()):
                yield filled, (key, listed)


def _related(
    filled: Filled, path: Path, entry: Entry, known: Collection[str], wanted: Mapping[str, int]
) -> Iterator[Problem]:
    for index, related in enumerate(entry.related):
        spot = (*path, "related", index)
        if related not in known:
            yield _unknown_entry(filled, spot, related, known, wanted)
        elif related == entry.id:
            yield disagreement(filled, spot, "The entry is related to itself", "Take it out.")


def _unknown_contacts(folder: Folder) -> Iterator[Problem]:
    for filled, path, thing in folder.answerable():
        yield from unknown_contacts(folder, filled, (*path, "route"), thing.route)
    for filled, court in folder.forms(Court):
        yield from unknown_contacts(folder, filled, ("when_unsure",), court.when_unsure)


def _unknown_sources(folder: Folder) -> Iterator[Problem]:
    if not folder.complete(SourcesFile):
        return
    known = folder.ids(SourcesFile)
    for filled, path, thing in folder.answerable():
        for index, source in enumerate(thing.sources):
            if source not in known:
                yield unknown(filled, (*path, "sources", index), source, known, "source")


def _forbidden_hosts(folder: Folder) -> Iterator[Problem]:
    if folder.court is None:
        return
    for filled, path, link in folder.links():
        if host := forbidden(link.url, folder.court):
            what = f"Links to {host} are not allowed"
            yield disagreement(filled, path, what, f"Take the link out, or {CURE}.")


def _backward_windows(folder: Folder) -> Iterator[Problem]:
    for filled, path, window in folder.windows():
        first, last = folder.date_of(window.first), folder.date_of(window.last)
        if first and last and first > last:
            what = "`until` is a day before `from`, so this is never shown"
            yield disagreement(filled, (*path, "until"), what, "Correct one of the two days.")


def _unknown_topics(folder: Folder) -> Iterator[Problem]:
    """Topics to be ordered that have no file. One that cannot be read is a topic all the same."""
    known = {topic_name(each) for each in folder.files.values() if each.kind is AnswersFile}
    for filled, says in folder.forms(Says):
        for index, name in enumerate(says.home.topic_order):
            if name not in known:
                yield unknown(filled, ("home", "topic_order", index), name, known, "topic")


def _said_of_two(folder: Folder) -> Iterator[Problem]:
    """The same words under two ids teach nothing and make both answers a guess."""
    alike: defaultdict[bytes, list[Said]] = defaultdict(list)
    for said in (*_titles(folder), *folder.phrasings()):
        alike[letters_of(said.text)].append(said)
    for several in alike.values():
        if len(several) > 1:
            yield from _same_words(several)


def _same_words(several: Iterable[Said]) -> Iterator[Problem]:
    first: dict[tuple[str, ...], Said] = {}
    for said in several:
        words = words_of(said.text)
        other = first.setdefault(words, said) if words else said
        if other.id != said.id:
            where = other.file.document.spot(other.path).place
            what = (
                f"This also stands under `{other.id}` ({where.file}, line {where.line}): "
                "the desk could not tell which is meant"
            )
            yield disagreement(said.file, said.path, what, "Keep it under one of the two.")


def letters_of(text: str) -> bytes:
    """Equal for equal words, and for few others: a tenth of the work of telling the words apart."""
    folded = text.casefold()
    if not folded.isascii():
        folded = "".join(_LETTER.findall(folded))
    return folded.encode("utf-8", "surrogatepass").translate(None, _NO_LETTERS)


_NO_LETTERS = bytes(code for code in range(128) if not chr(code).isalnum())
_LETTER = re.compile(r"[^\W_]+")


def _unasked(folder: Folder) -> Iterator[Problem]:
    """An entry without phrasings is an error, since a file cut short looks just like that."""
    if not folder.complete(PhrasingsFile):
        return
    asked = {said.id for said in folder.phrasings()}
    for filled, path, thing in folder.answerable():
        if thing.id not in asked:
            cure = f"Write how people ask it, in a file of phrasings/, under `{thing.id}:`."
            yield disagreement(filled, (*path, "id"), "No phrasing leads here", cure)


def _titles(folder: Folder) -> Iterator[Said]:
    for filled, path, entry in folder.entries():
        yield Said(entry.id, entry.question, filled, (*path, "question"))
