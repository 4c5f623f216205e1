"""A value that does not fit its form, told in a clerk's words with what to type instead."""

from collections.abc import Callable
from datetime import date
from typing import Any

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from bot.knowledge.document import Document, Path
from bot.knowledge.keys import known_keys, meant_key
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
        return f"{name} has no text", "Write the text after the colon, or delete the line."
    if isinstance(value, bool | int | float | date):
        kind = {bool: "yes or no", date: "a date"}.get(type(value), "a number")
        return f"{name} is read as {kind}, not as text", f'Put quotes around it: "{typed}".'
    if isinstance(value, dict):
        return (
            f"{name} is read as a key with a value",
            "If the colon belongs to the text, put quotes around the whole text.",
        )
    return f"{name} must be one text, and is a list", "Write a single text."


_Explain = Callable[[str, str, ErrorDetails], tuple[str, str]]


def _pattern(name: str, typed: str, detail: ErrorDetails) -> tuple[str, str]:
    cures = {"`url`": "A link begins with https:// and has no spaces.", "`id`": _ID_CURE}
    cures["`phone`"] = "Write a phone number like (555) 010-0199."
    cures["`email`"] = "Write an address like desk@example.gov."
    cures["`days`"] = "Write a day (fri) or a run of days (mon-fri)."
    return (
        f"{name} is not written in its form",
        cures.get(name, "Write it on one line, without line breaks, and not empty."),
    )


def _context(detail: ErrorDetails, key: str) -> Any:
    return detail.get("ctx", {}).get(key, "")


_DATE_CURE = "Write a date as year-month-day, such as 2026-11-25."


def _not_one_of(name: str, expected: str) -> tuple[str, str]:
    if "go-live" in expected:
        return f"{name} is not a day", f"Write a date such as 2026-11-25, or {expected}."
    return f"{name} is not one of the words it may be", f"Write {expected}."


_WORDS: dict[str, _Explain] = {
    "string_pattern_mismatch": _pattern,
    "string_too_long": lambda name, typed, detail: (
        f"{name} is too long: {len(typed)} characters, and {_context(detail, 'max_length')} fit",
        "Shorten it.",
    ),
    "string_too_short": lambda name, typed, detail: (f"{name} is empty", "Write its text."),
    "literal_error": lambda name, typed, detail: _not_one_of(name, _context(detail, "expected")),
    "date_type": lambda name, typed, detail: (f"{name} is not a date", _DATE_CURE),
    "tuple_type": lambda name, typed, detail: (
        f"{name} must be a list",
        "Put each item on a line of its own that begins with a hyphen and a space.",
    ),
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
_WORDS["list_type"] = _WORDS["tuple_type"]


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
