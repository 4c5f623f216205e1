"""What a checklist refers to must be there: answers, contacts, hosts, roles; ids stand once."""

from collections.abc import Iterable, Iterator
from typing import Any

from bot.knowledge.checklist_forms import Checklist, Step, StepChoice
from bot.knowledge.document import Path
from bot.knowledge.folder import Folder
from bot.knowledge.forms import Filled
from bot.knowledge.model import AnswersFile, ContactsFile
from bot.knowledge.problem import Problem
from bot.knowledge.references import disagreement, unknown, unknown_contacts


def checklist_disagreements(folder: Folder) -> Iterator[Problem]:
    """Every reference of a checklist that leads nowhere, and every id that stands twice in one.

    Its links are judged with all others, since `Folder.links` has them.
    """
    seen: set[str] = set()
    for filled, checklist in folder.forms(Checklist):
        if checklist.id in seen:
            what = f"The id `{checklist.id}` is used for more than one checklist"
            yield disagreement(filled, ("id",), what, "Give this one an id of its own.")
        seen.add(checklist.id)
        yield from _once(filled, ("roles",), checklist.roles, "role")
        yield from _once(filled, ("steps",), checklist.steps, "step")
        for index, step in enumerate(checklist.steps):
            yield from _step(folder, filled, ("steps", index), step, checklist)


def _step(
    folder: Folder, filled: Filled, path: Path, step: Step, checklist: Checklist
) -> Iterator[Problem]:
    roles = [role.id for role in checklist.roles]
    for index, role in enumerate(step.roles):
        if role not in roles:
            yield unknown(filled, (*path, "for", index), role, roles, "role")
    yield from unknown_contacts(folder, filled, (*path, "stuck"), step.stuck)
    yield from _once(filled, (*path, "choices"), step.choices, "choice of this step")
    for index, choice in enumerate(step.choices):
        yield from _choice(folder, filled, (*path, "choices", index), choice, checklist)


def _choice(
    folder: Folder, filled: Filled, path: Path, choice: StepChoice, checklist: Checklist
) -> Iterator[Problem]:
    steps = [step.id for step in checklist.steps]
    if choice.next is not None and choice.next not in steps:
        yield unknown(filled, (*path, "next"), choice.next, steps, "step")
    shows, path = choice.shows, (*path, "shows")
    entries = folder.ids(AnswersFile)
    if folder.complete(AnswersFile) and shows.entry is not None and shows.entry not in entries:
        yield unknown(filled, (*path, "entry"), shows.entry, entries, "entry")
    contacts = folder.ids(ContactsFile)
    for index, contact in enumerate(shows.contacts if folder.complete(ContactsFile) else ()):
        if contact not in contacts:
            yield unknown(filled, (*path, "contacts", index), contact, contacts, "contact")


def _once(filled: Filled, path: Path, items: Iterable[Any], kind: str) -> Iterator[Problem]:
    seen: set[str] = set()
    for index, item in enumerate(items):
        if item.id in seen:
            what = f"The id `{item.id}` is used for more than one {kind}"
            cure = "Give this one an id of its own."
            yield disagreement(filled, (*path, index, "id"), what, cure)
        seen.add(item.id)
