"""Whether an answer is there to be had, and leads on and back to where it comes from."""

from collections.abc import Iterator
from datetime import date, timedelta

from bot.knowledge.check.tell import warning
from bot.knowledge.folder import Folder
from bot.knowledge.model import Entry, Window
from bot.knowledge.problem import Problem
from bot.knowledge.says import Says


def silent(folder: Folder, today: date) -> Iterator[Problem]:
    """Entries that will never say anything, or fall silent for some days between their parts."""
    for filled, path, entry in folder.entries():
        awake = [day for day in _turning_days(folder, entry, today) if _speaks(folder, entry, day)]
        if not awake:
            cure = "Correct `from` and `until`, or delete the entry."
            yield warning(filled, (*path, "id"), "This is not shown on any day to come", cure)
            continue
        for day in _turning_days(folder, entry, today):
            if _gap(folder, entry, day, awake):
                cure = "Add a part for those days, or let one begin where the other ends."
                what = f"From {day} on, no part of the answer is shown for some days"
                yield warning(filled, (*path, "answer"), what, cure)


def led_nowhere(folder: Folder, today: date) -> Iterator[Problem]:
    """Entries that lead to no other: people usually have a next question."""
    several = sum(1 for _ in folder.entries()) > 1
    for filled, path, entry in folder.entries():
        if several and not entry.related:
            cure = "Add `related: [id]` with one to three entries that people ask next."
            yield warning(filled, (*path, "id"), "No related entry is named", cure)


def unsourced(folder: Folder, today: date) -> Iterator[Problem]:
    """Answers that rest on nothing one can look up."""
    for filled, path, entry in folder.entries():
        if not entry.sources:
            cure = "Add `sources: [id]`, with ids from the files in sources/."
            yield warning(filled, (*path, "id"), "The answer names no source", cure)


def repeated(folder: Folder, today: date) -> Iterator[Problem]:
    """The same id twice in a list."""
    for filled, path, thing in folder.answerable():
        lists = {"sources": thing.sources}
        if isinstance(thing, Entry):
            lists["related"] = thing.related
        for key, ids in lists.items():
            for index, each in enumerate(ids):
                if each in ids[:index]:
                    what = f"`{each}` is already in the list"
                    yield warning(filled, (*path, key, index), what, "Delete one of the two.")


def listed_twice(folder: Folder, today: date) -> Iterator[Problem]:
    """A topic that has two places in the order of the Home tab."""
    for filled, says in folder.forms(Says):
        order = says.home.topic_order
        for index, name in enumerate(order):
            if name in order[:index]:
                what = f"`{name}` is already in the list"
                path = ("home", "topic_order", index)
                yield warning(filled, path, what, "Delete one of the two.")


RULES = (silent, led_nowhere, unsourced, repeated, listed_twice)


def _windows(entry: Entry) -> tuple[Window, ...]:
    return (entry,) if isinstance(entry.answer, str) else (entry, *entry.answer)


def _turning_days(folder: Folder, entry: Entry, today: date) -> list[date]:
    """Today, and every later day on which something of the entry begins or has just ended."""
    days = {today}
    for window in _windows(entry):
        days.add(folder.date_of(window.first) or today)
        if last := folder.date_of(window.last):
            days.add(_next(last))
    return sorted(day for day in days if day >= today)


def _next(day: date) -> date:
    return day + timedelta(days=1) if day < date.max else day


def _gap(folder: Folder, entry: Entry, day: date, awake: list[date]) -> bool:
    """Whether the entry itself holds that day, says nothing, and speaks again later."""
    holds = _holds(folder, entry, day)
    return holds and not _speaks(folder, entry, day) and any(later > day for later in awake)


def _speaks(folder: Folder, entry: Entry, day: date) -> bool:
    if not _holds(folder, entry, day):
        return False
    return isinstance(entry.answer, str) or any(_holds(folder, part, day) for part in entry.answer)


def _holds(folder: Folder, window: Window, day: date) -> bool:
    first, last = folder.date_of(window.first), folder.date_of(window.last)
    return (first is None or first <= day) and (last is None or day <= last)
