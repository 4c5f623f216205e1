"""A value that does not fit its form, told in a clerk's words with what to type instead."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from bot.knowledge.dates import meant_date
from bot.knowledge.document import Document, Path
from bot.knowledge.keys import known_keys, meant_key
from bot.knowledge.model import ID_PATTERN
from bot.knowledge.problem import Problem

_SHOWN = 60


def slip(document: Document, form: type[BaseModel], path: Path, detail: ErrorDetails) -> Problem:
    """The problem behind one of pydantic's details; `path` leads to the value it is about."""
    kind = detail["type"]
    if kind == "extra_forbidden":
        return _unknown_key(document, form, path)
    if kind == "missing":
        return _missing_key(document, form, path, str(detail["loc"][-1]))
    if "[key]" in detail["loc"]:
        spot = document.key(path)
        what = f"`{spot.typed}` cannot be an id"
        return Problem(spot.place, what, _ID_CURE, spot.typed[:_SHOWN])
    spot = document.spot(path)
    name = _name(path)
    if kind in ("model_type", "model_attributes_type"):
        what, cure = _not_a_block(name, form, path)
    elif kind in ("tuple_type", "list_type"):
        what, cure = _not_a_list(name, form, path, detail["input"])
    elif kind == "date_type" and spot.quoted and _ISO.match(spot.typed):
        what, cure = f"{name} is in quotes, so it is not read as a date", "Take the quotes away."
    else:
        what, cure = _explain(kind, name, spot.typed, detail)
    return Problem(spot.place, what, cure, spot.typed[:_SHOWN])


def _name(path: Path) -> str:
    for step in reversed(path):
        if isinstance(step, str):
            return f"`{step}`"
    return "The file"


def _not_a_block(name: str, form: type[BaseModel], path: Path) -> tuple[str, str]:
    fields = known_keys(form, path)
    keys = [key for key, field in fields.items() if field.is_required()] or list(fields)
    lines = ", ".join(f"`{key}: ...`" for key in keys[:6])
    what = f"{name} needs a block of `key: value` lines here"
    return what, f"Write lines such as {lines}, one below the other, moved in by two spaces."


def _not_a_list(name: str, form: type[BaseModel], path: Path, value: Any) -> tuple[str, str]:
    what = f"{name} must be a list"
    if value is None:
        return what, f"If there is nothing to list, write `{name.strip('`')}: []`."
    keys = [key for key, field in known_keys(form, path).items() if field.is_required()]
    if not keys:
        return what, "Put each item on a line of its own that begins with a hyphen and a space."
    below = "".join(f", `{key}: ...`" for key in keys[1:])
    return what, (
        f"Begin each item with a hyphen and a space: `- {keys[0]}: ...`"
        + (f", and below `{keys[0]}`{below}." if below else ".")
    )


_ISO = re.compile(r"^\d{4}-\d{2}-\d{2}$")
_ID_CURE = "An id is small letters, digits and hyphens, such as link-account."


def _explain(kind: str, name: str, typed: str, detail: ErrorDetails) -> tuple[str, str]:
    if kind in _WORDS:
        return _WORDS[kind](name, typed, detail)
    if kind == "string_type":
        return _not_text(name, typed, detail["input"])
    if kind == "value_error":
        said = str(detail.get("ctx", {}).get("error", detail["msg"]))
        return f"{name} is not right", said[:1].upper() + said[1:] + "."
    return f"{name} does not have the form it needs", f"{detail['msg']}."


def _not_text(name: str, typed: str, value: Any) -> tuple[str, str]:
    if value is None:
        if typed:
            return f"{name} is read as nothing", f'Put quotes around it: "{typed}".'
        cure = "Write the text (in quotes if it begins with #), or delete the line."
        return f"{name} has no text", cure
    if isinstance(value, bool | int | float | date):
        kind = {bool: "yes or no", date: "a date"}.get(type(value), "a number")
        return f"{name} is read as {kind}, not as text", f'Put quotes around it: "{typed}".'
    if isinstance(value, dict):
        return f"A text of {name} is read as a key with a value", _colon_cure(value)
    return f"{name} must be one text, and is a list", "Write a single text."


def _colon_cure(value: dict[str, Any]) -> str:
    """How the text must be typed, where it is one line that double quotes can hold."""
    cure = "If the colon belongs to the text, put quotes around the whole text"
    key, rest = next(iter(value.items()), ("", ""))
    if len(value) != 1 or not isinstance(rest, str | None) or '"' in f"{key}{rest}":
        return f"{cure}."
    return f'{cure}: "{key}: {rest}".' if rest else f'{cure}: "{key}:".'


_Explain = Callable[[str, str, ErrorDetails], tuple[str, str]]


def _pattern(name: str, typed: str, detail: ErrorDetails) -> tuple[str, str]:
    if _context(detail, "pattern") == ID_PATTERN:
        return f"{name} is not written like an id", _ID_CURE
    cures = {"`url`": "A link begins with https:// and has no spaces."}
    cures["`phone`"] = "Write one number, like (555) 010-0199 or (555) 010-0199 ext. 12."
    cures["`email`"] = "Write an address like desk@example.gov."
    cures["`days`"] = (
        "Write mon, tue, wed, thu, fri, sat or sun, or a run of days like mon-fri. "
        "Days with other hours get an item of their own."
    )
    cures["`link_hosts`"] = "Write a host, like uscourts.gov, without https:// and without /."
    return (
        f"{name} is not written in its form",
        cures.get(name, "Write it on one line, without line breaks, and not empty."),
    )


def _context(detail: ErrorDetails, key: str) -> Any:
    return detail.get("ctx", {}).get(key, "")


def _date_cure(typed: str) -> str:
    if meant := meant_date(typed):
        return f"Write the year first, then month and day: {meant}."
    return "Write a date as year-month-day, such as 2026-11-25."


def _not_one_of(name: str, typed: str, expected: str) -> tuple[str, str]:
    if "go-live" in expected:
        if _ISO.match(typed):
            return f"{name} is in quotes, so it is not read as a date", "Take the quotes away."
        return f"{name} is not a day", f"{_date_cure(typed)[:-1]}; or {expected}."
    return f"{name} is not one of the words it may be", f"Write {expected}."


_WORDS: dict[str, _Explain] = {
    "string_pattern_mismatch": _pattern,
    "string_too_long": lambda name, typed, detail: (
        f"{name} is too long: {len(typed)} characters, and {_context(detail, 'max_length')} fit",
        "Shorten it.",
    ),
    "too_long": lambda name, typed, detail: (
        f"{name} has too many items: {_context(detail, 'actual_length')}",
        f"Keep {_context(detail, 'max_length')} at most.",
    ),
    "too_short": lambda name, typed, detail: (
        f"{name} has too few items: {_context(detail, 'actual_length')}",
        f"Write {_context(detail, 'min_length')} at least.",
    ),
    "string_too_short": lambda name, typed, detail: (f"{name} is empty", "Write its text."),
    "literal_error": lambda name, typed, detail: _not_one_of(
        name, typed, _context(detail, "expected")
    ),
    "date_type": lambda name, typed, detail: (f"{name} is not a date", _date_cure(typed)),
    "dict_type": lambda name, typed, detail: (
        f"{name} must be a block of `key: value` lines",
        "Write each on a line of its own, moved in by two spaces.",
    ),
    "time_type": lambda name, typed, detail: (
        f"{name} is not a time of day",
        "Write a time like 8:00 am.",
    ),
    "bool_type": lambda name, typed, detail: (f"{name} is neither yes nor no", "Write yes or no."),
}
_WORDS["date_from_datetime_inexact"] = _WORDS["date_type"]


def _unknown_key(document: Document, form: type[BaseModel], path: Path) -> Problem:
    key, meant = str(path[-1]), meant_key(form, path)
    known = ", ".join(known_keys(form, path[:-1]))
    cure = f"Did you mean `{meant}`?" if meant else f"Known here: {known}."
    return Problem(document.key(path).place, f"`{key}` is not a key that is known here", cure, key)


def _missing_key(document: Document, form: type[BaseModel], path: Path, key: str) -> Problem:
    field = known_keys(form, path).get(key)
    description = f" {field.description}" if field and field.description else ""
    place = document.spot(path).place
    return Problem(place, f"`{key}` is missing here", f"Add a line `{key}: ...`.{description}")
