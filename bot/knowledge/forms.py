"""From a document to a form: each mismatch becomes a problem with a place and a cure."""

import difflib
import types
import typing
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from bot.knowledge.document import Document, Path
from bot.knowledge.problem import Problem

FormT = TypeVar("FormT", bound=BaseModel)

_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Filled:
    """A file that was read: its bytes, its document, and the form if it fits.

    `kind` is the form that its place in the folder asks for; None for a file nobody reads.
    """

    document: Document
    form: BaseModel | None
    kind: type[BaseModel] | None = None
    problems: tuple[Problem, ...] = ()
    raw: bytes = b""


def fill(document: Document, form: type[FormT]) -> tuple[FormT | None, list[Problem]]:
    """Read the document's data as the form. Returns None with all problems when it does not fit."""
    try:
        return form.model_validate(document.data), []
    except ValidationError as error:
        details = error.errors(include_url=False)
        found = {_problem(document, form, detail) for detail in _telling(document, details)}
        return None, sorted(found)


def _telling(document: Document, details: list[ErrorDetails]) -> list[ErrorDetails]:
    """Drop what a union says about the branch that was clearly not meant."""
    telling = []
    for detail in details:
        path = _path(document.data, detail["loc"])
        value = _value(document.data, path)
        wants_list = detail["type"] in ("tuple_type", "list_type")
        wants_text = detail["type"] == "string_type"
        other_branch = len(detail["loc"]) > len(path) and _is_union_branch(detail["loc"], path)
        if other_branch and wants_list and isinstance(value, str):
            continue
        if other_branch and wants_text and isinstance(value, list):
            continue
        telling.append(detail)
    return telling or details


def _is_union_branch(loc: tuple[str | int, ...], path: Path) -> bool:
    return any(
        isinstance(step, str) and ("[" in step or "-" not in step) for step in loc[len(path) :]
    )


def _path(data: Any, loc: tuple[str | int, ...]) -> Path:
    """The steps of a pydantic location that exist in the data (it also names union branches)."""
    path: list[str | int] = []
    for step in loc:
        if (isinstance(data, dict) and step in data) or (
            isinstance(data, list) and isinstance(step, int) and step < len(data)
        ):
            data = data[step]  # type: ignore[index]  # narrowed by the condition above
            path.append(step)
    return tuple(path)


def _value(data: Any, path: Path) -> Any:
    for step in path:
        data = data[step]
    return data


def _problem(document: Document, form: type[BaseModel], detail: ErrorDetails) -> Problem:
    path = _path(document.data, detail["loc"])
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
    what, cure = _explain(kind, name, spot.typed, spot.quoted, detail)
    return Problem(spot.place, what, cure, spot.typed[:_SHOWN])


def _name(path: Path) -> str:
    for step in reversed(path):
        if isinstance(step, str):
            return f"`{step}`"
    return "The file"


_ID_CURE = "An id is small letters, digits and hyphens, such as link-account."


def _explain(
    kind: str, name: str, typed: str, quoted: bool, detail: ErrorDetails
) -> tuple[str, str]:
    if kind in _WORDS:
        return _WORDS[kind](name, typed, detail)
    if kind == "string_type":
        return _not_text(name, typed, quoted, detail["input"])
    if kind == "value_error":
        said = str(detail.get("ctx", {}).get("error", detail["msg"]))
        return f"{name} is not right", said[:1].upper() + said[1:] + "."
    return f"{name} does not have the form it needs", f"{detail['msg']}."


def _not_text(name: str, typed: str, quoted: bool, value: Any) -> tuple[str, str]:
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

_WORDS: dict[str, _Explain] = {
    "string_pattern_mismatch": _pattern,
    "string_too_long": lambda name, typed, detail: (
        f"{name} is too long: {len(typed)} characters, and {_context(detail, 'max_length')} fit",
        "Shorten it.",
    ),
    "string_too_short": lambda name, typed, detail: (f"{name} is empty", "Write its text."),
    "literal_error": lambda name, typed, detail: (
        f"{name} is not one of the words it may be",
        f"Write {_context(detail, 'expected')}.",
    ),
    "date_type": lambda name, typed, detail: (f"{name} is not a date", _DATE_CURE),
    "tuple_type": lambda name, typed, detail: (
        f"{name} must be a list",
        "Put each item on a line of its own that begins with a hyphen and a space.",
    ),
    "dict_type": lambda name, typed, detail: (
        f"{name} must be a block of `key: value` lines",
        "Write each on a line of its own, moved in by two spaces.",
    ),
    "model_type": lambda name, typed, detail: (
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
_WORDS["model_attributes_type"] = _WORDS["model_type"]


def _unknown_key(document: Document, form: type[BaseModel], path: Path) -> Problem:
    key = str(path[-1])
    known = _known_keys(form, path[:-1])
    near = difflib.get_close_matches(key.lower(), known, n=1, cutoff=0.6)
    cure = f"Did you mean `{near[0]}`?" if near else f"Known here: {', '.join(known)}."
    return Problem(document.key(path).place, f"`{key}` is not a key that is known here", cure, key)


def _missing_key(document: Document, form: type[BaseModel], path: Path, key: str) -> Problem:
    owner = _owner(form, path)
    description = ""
    for name, field in owner.model_fields.items() if owner else ():
        if (field.alias or name) == key and field.description:
            description = f" {field.description}"
    place = document.spot(path).place
    return Problem(place, f"`{key}` is missing here", f"Add a line `{key}: ...`.{description}")


def _known_keys(form: type[BaseModel], path: Path) -> list[str]:
    owner = _owner(form, path)
    if owner is None:
        return []
    return [field.alias or name for name, field in owner.model_fields.items()]


def _owner(form: type[BaseModel], path: Path) -> type[BaseModel] | None:
    """The form that holds the value at the path."""
    kind: Any = form
    for step in path:
        model = _model_in(kind)
        if isinstance(step, str) and model is not None:
            by_key = {field.alias or name: field for name, field in model.model_fields.items()}
            kind = by_key[step].annotation if step in by_key else None
    return _model_in(kind)


def _model_in(kind: Any) -> type[BaseModel] | None:
    """The first form inside a type such as `tuple[Entry, ...]` or `Text | tuple[Part, ...]`."""
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return kind
    if typing.get_origin(kind) in (Annotated, tuple, dict, typing.Union, types.UnionType):
        for argument in typing.get_args(kind):
            if (model := _model_in(argument)) is not None:
                return model
    return None
