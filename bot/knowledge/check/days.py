"""Dates: what was not looked at for long, what is over, what is still to come."""

from collections.abc import Iterator
from datetime import date, timedelta

from bot.knowledge.check.tell import warning
from bot.knowledge.checklist_forms import Step
from bot.knowledge.folder import Folder
from bot.knowledge.model import Court, Notice, Part
from bot.knowledge.problem import Problem

FRESH_FOR = timedelta(days=365)

AHEAD = timedelta(days=1)
"""Just after midnight a clerk east of the court writes a day that the court does not have yet."""


def reviewed(folder: Folder, today: date) -> Iterator[Problem]:
    """Entries that were checked too long ago, or on a day still to come."""
    for filled, path, thing in folder.answerable():
        spot = (*path, "reviewed")
        if thing.reviewed - today > AHEAD:
            cure = f"Write the day it was checked; today is {today}."
            yield warning(filled, spot, "This day is still to come", cure)
        elif today - thing.reviewed > FRESH_FOR:
            days = (today - thing.reviewed).days
            cure = "Compare it with its sources, then write today's date."
            yield warning(filled, spot, f"Last checked {days} days ago", cure)


def over(folder: Folder, today: date) -> Iterator[Problem]:
    """Dates that are past. The words `go-live` and `day-before-go-live` may stay for good."""
    for filled, path, window in folder.windows():
        if isinstance(window.last, date) and window.last < today:
            kind = _kind(window)
            what = f"This {kind} was last shown on {window.last}"
            cure = f"Delete the {kind}, or give it a later `until`."
            yield warning(filled, (*path, "until"), what, cure)


def closures_over(folder: Folder, today: date) -> Iterator[Problem]:
    """Closures in the past."""
    for filled, court in folder.forms(Court):
        for index, closure in enumerate(court.closures):
            if closure.day < today:
                what = "This day is over"
                yield warning(filled, ("closures", index, "day"), what, "Delete the closure.")


def closed_twice(folder: Folder, today: date) -> Iterator[Problem]:
    """The same day closed twice: only the first reason is told."""
    for filled, court in folder.forms(Court):
        days = [closure.day for closure in court.closures]
        for index, day in enumerate(days):
            if day in days[:index]:
                what, cure = f"{day} is already in the list", "Delete one of the two."
                yield warning(filled, ("closures", index, "day"), what, cure)


RULES = (reviewed, over, closures_over, closed_twice)


def _kind(window: object) -> str:
    if isinstance(window, Notice):
        return "notice"
    if isinstance(window, Step):
        return "step"
    return "part" if isinstance(window, Part) else "entry"
