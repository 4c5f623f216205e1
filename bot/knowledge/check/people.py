"""The people whom answers send to: somebody can be reached, and nobody is forgotten."""

from collections.abc import Iterator
from datetime import date

from bot.knowledge.check.tell import warning
from bot.knowledge.checklist_forms import Checklist
from bot.knowledge.folder import Folder
from bot.knowledge.model import AnswersFile, Contact, ContactsFile, Court, Hours, NotOursFile
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


def hours_overlap(folder: Folder, today: date) -> Iterator[Problem]:
    """Hours that stand for a day already told: people would be told the longer ones."""
    for filled, form in folder.forms(ContactsFile):
        for number, contact in enumerate(form.contacts):
            for index, hours in enumerate(contact.hours):
                if any(_overlap(hours, other) for other in contact.hours[:index]):
                    what = "These hours and others above them are for the same day and time"
                    path = ("contacts", number, "hours", index, "days")
                    yield warning(filled, path, what, "Write each day under one of them only.")


RULES = (unreachable, unused, nobody_when_unsure, hours_told_twice, hours_overlap)

_WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def _overlap(hours: Hours, other: Hours) -> bool:
    at_once = hours.opens < other.closes and other.opens < hours.closes
    return at_once and not _days(hours).isdisjoint(_days(other))


def _days(hours: Hours) -> set[str]:
    """The days of `fri` or of a run such as `sat-tue`."""
    first, _, last = hours.days.partition("-")
    start = _WEEK.index(first)
    length = (_WEEK.index(last or first) - start) % len(_WEEK) + 1
    return {_WEEK[(start + offset) % len(_WEEK)] for offset in range(length)}


def _reachable(contact: Contact) -> bool:
    return bool(contact.phone or contact.email or contact.links or contact.hours_text)
