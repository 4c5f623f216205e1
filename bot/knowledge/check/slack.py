"""What Slack takes: longer texts are refused or cut there."""

from collections.abc import Iterator
from datetime import date

from bot.knowledge.check.tell import error, warning
from bot.knowledge.folder import Folder
from bot.knowledge.model import Entry, NoticesFile
from bot.knowledge.problem import Problem
from bot.knowledge.says import Says

ONE_BLOCK = 3000
"""Characters of one text block, after & < and > are written as &amp; &lt; and &gt;."""

ADVISED = 3500
"""Slack advises 4,000 characters a message; a contact card and the sources need some of them."""

BUTTON = 75
_BUTTONS = ("none_of_these", "talk_to_a_person", "share")
MOST_RELATED = 5
"""More buttons than this wrap over several rows on a phone."""


def long_blocks(folder: Folder, today: date) -> Iterator[Problem]:
    """Texts that do not fit one block once their signs are escaped."""
    for filled, path, text in folder.texts():
        size = _escaped(text)
        if size > ONE_BLOCK:
            what = f"Slack would count {size} characters here, and {ONE_BLOCK} fit"
            yield error(filled, path, what, "Shorten it, or make two entries of it.")


def long_answers(folder: Folder, today: date) -> Iterator[Problem]:
    """Answers whose parts together are more than one should post."""
    for filled, path, entry in folder.entries():
        size = _most_shown(folder, entry)
        if size > ADVISED:
            what = f"On some day the answer has {size} characters, and Slack advises {ADVISED}"
            yield warning(filled, (*path, "answer"), what, "Shorten it, or make two entries of it.")


def button_labels(folder: Folder, today: date) -> Iterator[Problem]:
    """Phrases that stand on a button."""
    for filled, says in folder.forms(Says):
        for name in _BUTTONS:
            if len(getattr(says, name)) > BUTTON:
                what = f"A button holds {BUTTON} characters"
                yield error(filled, (name,), what, "Shorten it.")


def lost_placeholders(folder: Folder, today: date) -> Iterator[Problem]:
    """Phrases that no longer say what the program would fill in."""
    for filled, says in folder.forms(Says):
        for name, field in Says.model_fields.items():
            extra = field.json_schema_extra
            allowed = extra.get("placeholders", []) if isinstance(extra, dict) else []
            lost = [each for each in _names(allowed) if f"{{{each}}}" not in getattr(says, name)]
            if lost:
                what = f"The phrase no longer tells the {' or the '.join(lost)}"
                yield warning(filled, (name,), what, f"Put {{{lost[0]}}} where it belongs.")


def many_related(folder: Folder, today: date) -> Iterator[Problem]:
    """More buttons than people read."""
    for filled, path, entry in folder.entries():
        if len(entry.related) > MOST_RELATED:
            what = f"{len(entry.related)} related entries are more than people read"
            yield warning(filled, (*path, "related"), what, f"Keep the best {MOST_RELATED}.")


def many_notices(folder: Folder, today: date) -> Iterator[Problem]:
    """Notices that together push the answer off the screen."""
    for filled, form in folder.forms(NoticesFile):
        if len(form.notices) > MOST_RELATED:
            what = f"{len(form.notices)} notices hide the answer below them"
            yield warning(filled, ("notices",), what, "Delete those that are no longer needed.")


RULES = (long_blocks, long_answers, button_labels, lost_placeholders, many_related, many_notices)


def _names(allowed: object) -> list[str]:
    return [str(each) for each in allowed] if isinstance(allowed, list) else []


def _escaped(text: str) -> int:
    return len(text) + 4 * text.count("&") + 3 * (text.count("<") + text.count(">"))


def _most_shown(folder: Folder, entry: Entry) -> int:
    """The longest the answer gets: on the first day of any of its parts."""
    if isinstance(entry.answer, str):
        return _escaped(entry.answer)
    starts = {folder.date_of(part.first) or date.min for part in entry.answer}
    return max((_shown_on(folder, entry, day) for day in starts), default=0)


def _shown_on(folder: Folder, entry: Entry, day: date) -> int:
    assert not isinstance(entry.answer, str)
    sizes = [
        _escaped(part.text) + 2
        for part in entry.answer
        if (folder.date_of(part.first) or date.min)
        <= day
        <= (folder.date_of(part.last) or date.max)
    ]
    return sum(sizes)
