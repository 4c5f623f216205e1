"""Ids stand for one thing each, and none is lost while other files still refer to it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from bot.knowledge.document import Path
from bot.knowledge.folder import Folder
from bot.knowledge.forms import Filled
from bot.knowledge.model import ContactsFile, NoticesFile, SourcesFile
from bot.knowledge.problem import Place, Problem
from bot.knowledge.references import disagreement

_Defined = tuple[str, Filled, Path]
_Pairs = dict[tuple[str, str], list[tuple[_Defined, _Defined]]]


def defined_twice(folder: Folder) -> Iterator[Problem]:
    """Ids that stand for two things. A file that is a copy of another is told once."""
    for ids_of in (_entry_ids, _contact_ids, _source_ids, _notice_ids):
        defined = list(ids_of(folder))
        sizes = Counter(filled.document.file for _, filled, _ in defined)
        for (file, other), pairs in _pairs(defined).items():
            if file != other and len(pairs) > max(1, sizes[file] / 2):
                yield _copied(file, other)
            else:
                yield from (_twice(*pair) for pair in pairs)


def _pairs(defined: Iterable[_Defined]) -> _Pairs:
    """What stands twice, with what stood there first, by the names of their two files."""
    first: dict[str, _Defined] = {}
    pairs: _Pairs = defaultdict(list)
    for each in defined:
        before = first.setdefault(each[0], each)
        if before is not each:
            pairs[each[1].document.file, before[1].document.file].append((each, before))
    return pairs


def _twice(defined: _Defined, before: _Defined) -> Problem:
    key, filled, path = defined
    where = before[1].document.key(before[2]).place
    what = f"The id `{key}` is used twice (first in {where.file}, line {where.line})"
    return disagreement(filled, path, what, "Give this one an id of its own.")


def _copied(file: str, other: str) -> Problem:
    """Of two files, the one with the longer name is likelier the copy."""
    original, copy = sorted((file, other), key=len)
    what = f"This file has the same ids as {original}"
    return Problem(Place(copy), what, "If it is a copy, delete it; else give its ids new names.")


def _entry_ids(folder: Folder) -> Iterator[_Defined]:
    for filled, path, thing in folder.answerable():
        yield thing.id, filled, (*path, "id")
    for filled, path, group in folder.unclear():
        yield group.id, filled, (*path, "id")


def _contact_ids(folder: Folder) -> Iterator[_Defined]:
    for filled, form in folder.forms(ContactsFile):
        for index, contact in enumerate(form.contacts):
            yield contact.id, filled, ("contacts", index, "id")


def _source_ids(folder: Folder) -> Iterator[_Defined]:
    for filled, form in folder.forms(SourcesFile):
        for source in form.sources:
            yield source, filled, ("sources", source)


def _notice_ids(folder: Folder) -> Iterator[_Defined]:
    for filled, form in folder.forms(NoticesFile):
        for index, notice in enumerate(form.notices):
            yield notice.id, filled, ("notices", index, "id")
