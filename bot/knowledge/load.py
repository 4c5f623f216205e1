"""From a folder on disk to `Knowledge`, or to all the problems that stand in the way.

The only place of the core that touches a disk, and only to read.
"""

import difflib
import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path as FilePath
from types import MappingProxyType

from pydantic import BaseModel

from bot.knowledge.assemble import assemble
from bot.knowledge.checklist_forms import Checklist
from bot.knowledge.document import Document, read_document
from bot.knowledge.forms import Filled, fill
from bot.knowledge.knowledge import Knowledge
from bot.knowledge.model import (
    AnswersFile,
    ContactsFile,
    Court,
    NoticesFile,
    NotOursFile,
    PhrasingsFile,
    QuestionsFile,
    SourcesFile,
    UnclearFile,
    WordsFile,
)
from bot.knowledge.problem import KnowledgeError, Place, Problem
from bot.knowledge.says import Says

FILES: Mapping[str, type[BaseModel]] = MappingProxyType(
    {
        "court.yaml": Court,
        "contacts.yaml": ContactsFile,
        "says.yaml": Says,
        "words.yaml": WordsFile,
        "notices.yaml": NoticesFile,
        "unclear.yaml": UnclearFile,
    }
)
FOLDERS: Mapping[str, type[BaseModel]] = MappingProxyType(
    {
        "answers": AnswersFile,
        "phrasings": PhrasingsFile,
        "not-ours": NotOursFile,
        "sources": SourcesFile,
        "questions": QuestionsFile,
        "checklists": Checklist,
    }
)
OPTIONAL = frozenset({"words.yaml", "notices.yaml", "unclear.yaml"})


@dataclass(frozen=True, slots=True)
class Loaded:
    """What reading a folder gave. `knowledge` is there only when no problem is an error."""

    knowledge: Knowledge | None
    problems: tuple[Problem, ...]
    files: Mapping[str, Filled]

    def required(self) -> Knowledge:
        """The knowledge. Raises KnowledgeError with every problem when there is none."""
        if self.knowledge is None:
            raise KnowledgeError(self.problems)
        return self.knowledge


def load(folder: str | os.PathLike[str]) -> Loaded:
    """Read the whole folder. Never raises for what is in it: problems are returned, sorted."""
    contents, problems = read_folder(FilePath(folder))
    return load_contents(contents, problems)


def load_contents(
    contents: Mapping[str, bytes],
    problems: Iterable[Problem] = (),
    before: Loaded | None = None,
) -> Loaded:
    """The same for files in memory, by their path inside the folder.

    `problems` are those met on the way here. Files that are equal in `before` are not read again.
    """
    known = before.files if before else {}
    files = {name: _fill(name, contents[name], known.get(name)) for name in sorted(contents)}
    found = list(problems)
    found.extend(_missing(files) if files or not found else ())  # without the folder, all is gone
    for filled in files.values():
        found.extend(filled.problems)
    knowledge = assemble(files, version_of(contents), found)
    return Loaded(knowledge, tuple(sorted(found)), MappingProxyType(files))


def read_folder(folder: FilePath) -> tuple[dict[str, bytes], list[Problem]]:
    """The bytes of every file that may hold knowledge, by path inside the folder."""
    if not folder.is_dir():
        cure = "Check its name (the setting KNOWLEDGE_DIR, --knowledge, or DIR behind the command)."
        return {}, [
            Problem(Place.without_lines(), "There is no folder of that name", cure, str(folder))
        ]
    contents: dict[str, bytes] = {}
    problems: list[Problem] = []
    for path in sorted(yaml_files(folder)):
        name = path.relative_to(folder).as_posix()
        try:
            contents[name] = path.read_bytes()
        except OSError as error:
            what = f"The file cannot be read ({error.strerror})"
            problems.append(
                Problem(Place.without_lines(name), what, "Check that it exists and may be read.")
            )
    return contents, problems


def version_of(contents: Mapping[str, bytes]) -> str:
    """A short hash of the content: equal folders have equal versions, on every machine."""
    digest = hashlib.sha256()
    for name in sorted(contents):
        digest.update(f"{name}\0{len(contents[name])}\0".encode())
        digest.update(contents[name])
    return digest.hexdigest()[:10]


def form_of(name: str) -> type[BaseModel] | None:
    """The form of a file, by its path inside the folder; None for a file that is not known."""
    folder, _, file = name.rpartition("/")
    return FOLDERS.get(folder) if folder else FILES.get(file)


def yaml_files(folder: FilePath) -> Iterator[FilePath]:
    """Every file that may hold knowledge: names that begin with a dot or _ are passed by."""
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith((".", "_")))
        for name in names:
            if name.endswith((".yaml", ".yml")) and not name.startswith("."):
                yield FilePath(parent) / name


def _fill(name: str, raw: bytes, known: Filled | None) -> Filled:
    if known is not None and known.raw == raw:
        return known
    kind = form_of(name)
    if kind is None:
        return Filled(Document(name), None, None, (_stray(name),), raw)
    document, found = read_document(name, raw)
    if found:
        return Filled(document, None, kind, tuple(found), raw)
    form, found = fill(document, kind)
    return Filled(document, form, kind, tuple(found), raw)


def _stray(name: str) -> Problem:
    what = "No part of the desk reads this file"
    if meant := _meant_name(name):
        cure = f"Name it `{meant}`; if it is a copy, delete it."
        return Problem(Place(name), what, cure)
    places = ", ".join([*FILES, *(f"{folder}/..." for folder in FOLDERS)])
    return Problem(Place(name), what, f"Its name or folder must be one of: {places}.")


def _meant_name(name: str) -> str:
    """The known name that a file's is most like, else ''."""
    folder, _, file = name.rpartition("/")
    near = difflib.get_close_matches(folder or file, FOLDERS if folder else FILES, n=1, cutoff=0.7)
    return f"{near[0]}/{file}" if near and folder else "".join(near)


def _missing(files: Mapping[str, Filled]) -> Iterator[Problem]:
    for name in FILES.keys() - files.keys() - OPTIONAL:
        cure = "Put it back from an earlier version."
        yield Problem(Place.without_lines(name), "The file is missing", cure)
    for folder in ("answers", "phrasings"):
        if not any(name.startswith(f"{folder}/") for name in files):
            cure = "Put back at least one file."
            yield Problem(Place.without_lines(folder), "The folder has no YAML file", cure)
