"""The people whom answers send to: somebody can be reached, and nobody is forgotten."""

from collections.abc import Iterator
from datetime import date

from bot.knowledge.check.tell import warning
from bot.knowledge.checklist_forms import Checklist
from bot.knowledge.folder import Folder
from bot.knowledge.model import AnswersFile, Contact, ContactsFile, Court, NotOursFile
from bot.knowledge.problem import Problem
from bot.knowledge.route import Route


def unreachable(folder: Folder, today: date) -> Iterator[Problem]:
    """Cards that tell no way to reach anybody."""
    for filled, form in folder.forms(ContactsFile):
        for index, contact in enumerate(form.contacts):
            if not _reachable(contact):
                cure = "Add `phone`, `email`, `links` or, if there is none, `hours_text`."
                what = "This card tells no way to reach anybody"
                yield warning(filled, ("contacts", index, "id"), what, cure)


def unused(folder: Folder, today: date) -> Iterator[Problem]:
    """Contacts that no route names."""
    if not folder.complete(AnswersFile, NotOursFile, Court):
        return
    routes = [thing.route for _, _, thing in folder.answerable()]
    routes += [court.when_unsure for _, court in folder.forms(Court)]
    for _, checklist in folder.forms(Checklist):
        routes += [step.stuck for step in checklist.steps]
        routes += [
            each for step in checklist.steps for one in step.choices for each in one.shows.contacts
        ]
    used = {contact for route in routes for contact in Route.of(route).contacts}
    for filled, form in folder.forms(ContactsFile):
        for index, contact in enumerate(form.contacts):
            if contact.id not in used:
                cure = "Name it in the `route` of the entries it helps with, or delete it."
                yield warning(filled, ("contacts", index, "id"), "No route leads to it", cure)


def nobody_when_unsure(folder: Folder, today: date) -> Iterator[Problem]:
    """A desk that has no answer must be able to name a person."""
    for filled, court in folder.forms(Court):
        if not Route.of(court.when_unsure).contacts:
            what = "When the desk has no answer, it names nobody"
            yield warning(filled, ("when_unsure",), what, "Write the id of a contact.")


def hours_told_twice(folder: Folder, today: date) -> Iterator[Problem]:
    """Words about hours beside the hours themselves: only the hours are told."""
    for filled, form in folder.forms(ContactsFile):
        for index, contact in enumerate(form.contacts):
            if contact.hours and contact.hours_text:
                what = "`hours_text` is not shown where `hours` stand"
                path = ("contacts", index, "hours_text")
                yield warning(filled, path, what, "Delete one of the two.")


RULES = (unreachable, unused, nobody_when_unsure, hours_told_twice)


def _reachable(contact: Contact) -> bool:
    return bool(contact.phone or contact.email or contact.links or contact.hours_text)
