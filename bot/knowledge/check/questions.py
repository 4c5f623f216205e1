"""The questions that test the desk: enough of them, and none that it learned from."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from bot.knowledge.agree import words_of
from bot.knowledge.check.tell import error, warning
from bot.knowledge.folder import Folder, Said
from bot.knowledge.model import PhrasingsFile, QuestionsFile
from bot.knowledge.problem import Problem

ENOUGH = 3


def too_few(folder: Folder, today: date) -> Iterator[Problem]:
    """Entries that too few questions test. A question that is known to miss holds nothing up."""
    if not folder.complete(QuestionsFile):
        return
    counts = Counter(said.id for said in folder.questions() if said.path[0] != "missed")
    for filled, path, entry in folder.entries():
        if counts[entry.id] < ENOUGH:
            what = f"{counts[entry.id] or 'No'} questions test this entry"
            cure = f"Write {ENOUGH} or more in a file of questions/, under `{entry.id}:`."
            yield warning(filled, (*path, "id"), what, cure)


def learned(folder: Folder, today: date) -> Iterator[Problem]:
    """Questions that are phrasings too: the desk knows them by heart, so they test nothing."""
    if not folder.complete(PhrasingsFile):
        return
    known = {words_of(said.text): said for said in folder.phrasings()}
    for said in folder.questions():
        if phrasing := known.get(words_of(said.text)):
            place = phrasing.file.document.spot(phrasing.path).place
            what = f"This is a phrasing too ({place.file}, line {place.line}), so it tests nothing"
            yield warning(said.file, said.path, what, "Delete one of the two.")


def asked_twice(folder: Folder, today: date) -> Iterator[Problem]:
    """The same question for two ids (only what is offered may stand under several), or twice."""
    first: dict[tuple[str, ...], Said] = {}
    for said in folder.questions():
        other = first.setdefault(words_of(said.text), said)
        if other.id == said.id and other is not said:
            what = "This question is already there"
            yield warning(said.file, said.path, what, "Delete one of the two.")
        elif other.id != said.id and (lists := {said.path[0], other.path[0]}) != {"offered"}:
            what = f"This question also stands under `{other.id}`"
            yield error(said.file, said.path, what, _ONE_ID if "missed" in lists else _ONE_OR_BOTH)


RULES = (too_few, learned, asked_twice)

_ONE_ID = "Keep it once, under the id that it should reach."
_ONE_OR_BOTH = "Keep it where it belongs, or move both under `offered:`."
