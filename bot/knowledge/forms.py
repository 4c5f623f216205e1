"""From a document to a form: each mismatch becomes a problem with a place and a cure."""

from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from bot.knowledge.document import Document, Path
from bot.knowledge.keys import meant_key
from bot.knowledge.problem import Problem
from bot.knowledge.slips import slip

FormT = TypeVar("FormT", bound=BaseModel)


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
        details = _telling(document, error.errors(include_url=False))
        misspelt = _misspelt(document, form, details)
        found = {
            slip(document, form, _path(document.data, detail["loc"]), detail)
            for detail in details
            if detail["type"] != "missing"
            or (_path(document.data, detail["loc"]), detail["loc"][-1]) not in misspelt
        }
        return None, sorted(found)


def _misspelt(
    document: Document, form: type[BaseModel], details: list[ErrorDetails]
) -> set[tuple[Path, str | int]]:
    """Keys that are missing only because they are misspelt beside: told once, as misspelt."""
    found: set[tuple[Path, str | int]] = set()
    for detail in details:
        if detail["type"] == "extra_forbidden":
            path = _path(document.data, detail["loc"])
            if meant := meant_key(form, path):
                found.add((path[:-1], meant))
    return found


def _telling(document: Document, details: list[ErrorDetails]) -> list[ErrorDetails]:
    """Drop what a union says about the branch that was clearly not meant."""
    telling = []
    words = {_path(document.data, it["loc"]) for it in details if it["type"] == "literal_error"}
    for detail in details:
        path = _path(document.data, detail["loc"])
        if detail["type"] in ("date_type", "date_from_datetime_inexact") and path in words:
            continue  # a day may be a date or a word: what is said of the word tells both
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
