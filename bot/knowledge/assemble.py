"""From filled-in files to one `Knowledge`."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import TypeVar

from pydantic import BaseModel

from bot.knowledge.agree import disagreements
from bot.knowledge.checklist_forms import Checklist
from bot.knowledge.folder import Folder, Said, topic_name
from bot.knowledge.forms import Filled
from bot.knowledge.knowledge import Knowledge, Topic
from bot.knowledge.model import (
    AnswersFile,
    ContactsFile,
    Court,
    NoticesFile,
    Source,
    SourcesFile,
    WordsFile,
)
from bot.knowledge.problem import Problem, Severity
from bot.knowledge.says import Says

FormT = TypeVar("FormT", bound=BaseModel)


def assemble(
    files: Mapping[str, Filled], version: str, problems: list[Problem]
) -> Knowledge | None:
    """Join the forms. Adds to `problems`; returns None if any of them is an error."""
    folder = Folder(files)
    problems.extend(disagreements(folder))
    if any(problem.severity is Severity.ERROR for problem in problems):
        return None
    return _joined(folder, version)


def _joined(folder: Folder, version: str) -> Knowledge:
    contacts = {each.id: each for _, form in folder.forms(ContactsFile) for each in form.contacts}
    questions = tuple(folder.questions())
    return Knowledge(
        court=_only(folder, Court),
        says=_only(folder, Says),
        topics=tuple(_topics(folder)),
        contacts=MappingProxyType(contacts),
        sources=MappingProxyType(_sources(folder)),
        not_ours=MappingProxyType({each.id: each for _, _, each in folder.classes()}),
        unclear=MappingProxyType({each.id: each for _, _, each in folder.unclear()}),
        phrasings=_by_id(folder.phrasings()),
        words=_only(folder, WordsFile, WordsFile()),
        notices=_only(folder, NoticesFile, NoticesFile()).notices,
        questions=_by_id(each for each in questions if each.path[0] == "questions"),
        offered=_by_id(each for each in questions if each.path[0] == "offered"),
        missed=_by_id(each for each in questions if each.path[0] == "missed"),
        checklists=MappingProxyType({form.id: form for _, form in folder.forms(Checklist)}),
        version=version,
    )


def _only(folder: Folder, kind: type[FormT], default: FormT | None = None) -> FormT:
    for _, form in folder.forms(kind):
        return form
    assert default is not None, "a missing file is an error before anything is joined"
    return default


def _topics(folder: Folder) -> Iterator[Topic]:
    for filled, form in folder.forms(AnswersFile):
        entries = (
            entry.model_copy(update={"reviewer": entry.reviewer or form.reviewer})
            for entry in form.entries
        )
        yield Topic(topic_name(filled), form.topic, tuple(entries))


def _sources(folder: Folder) -> dict[str, Source]:
    return {
        key: each for _, form in folder.forms(SourcesFile) for key, each in form.sources.items()
    }


def _by_id(said: Iterable[Said]) -> Mapping[str, tuple[str, ...]]:
    lists: defaultdict[str, list[str]] = defaultdict(list)
    for each in said:
        lists[each.id].append(each.text)
    return MappingProxyType({key: tuple(lists[key]) for key in sorted(lists)})
