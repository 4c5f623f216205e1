"""What YAML allows and this desk does not: aliases, anchors, tags, depth, control characters.

Looked for before YAML builds anything of it.
"""

import re
from typing import Any

import yaml

from bot.knowledge.problem import Place, Problem
from bot.knowledge.syntax import line_of, place_of

MAX_DEPTH = 20

_SIGN = re.compile(r"[&*!](?<![^\s\[{,][&*!])(?:(?=\S)|(?<=!))")
"""The sign, then what precedes it: much faster. A lone & or * is none."""

_DEEP = ("\n" + " " * 40, "- " * 10, "? " * 3)
_MANY_BRACKETS = 400
_CONTROL = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")


def refused(file: str, text: str, loader: Any) -> list[Problem]:
    """The first thing that is refused. Raises YAMLError for some texts that are not YAML."""
    if control := _CONTROL.search(text):
        return [_control_character(file, text, control.start())]
    return _in_its_events(file, text, loader) if _is_suspicious(text) else []


def _is_suspicious(text: str) -> bool:
    """Whether it may hold a sign that is refused, or be too deep; to be sure, it must be parsed."""
    return (
        _SIGN.search(text) is not None
        or any(sign in text for sign in _DEEP)
        or text.startswith(_DEEP[0][1:])
        or text.count("[") + text.count("{") > _MANY_BRACKETS
    )


def _in_its_events(file: str, text: str, loader: Any) -> list[Problem]:
    depth = 0
    for event in yaml.parse(text, Loader=loader):
        place = place_of(file, event.start_mark)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            return [_sign(text, place, "& or *", "a shorthand")]
        if getattr(event, "tag", None):
            return [_sign(text, place, "!", "a type")]
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > MAX_DEPTH:
            what = "Too many levels, one inside the other"
            return [Problem(place, what, "Take some brackets out.")]
    return []


def _sign(text: str, place: Place, sign: str, taken_for: str) -> Problem:
    what = f"A value begins with {sign}, which YAML takes for {taken_for}"
    return Problem(place, what, "Put quotes around the value.", line_of(text, place))


def _control_character(file: str, text: str, position: int) -> Problem:
    before = text[:position]
    place = Place(file, before.count("\n") + 1, position - (before.rfind("\n") + 1) + 1)
    return Problem(place, "An invisible control character", "Delete it and type the text again.")
