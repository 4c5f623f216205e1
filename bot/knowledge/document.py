"""One YAML file, read strictly: its data, and where each piece of it stands.

This is the only door to `yaml`. It refuses what clerks do not need and what has bitten others:
aliases (a few lines can grow to gigabytes), tags, several documents, duplicate keys, tabs.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from bot.knowledge.lines import odd_lines
from bot.knowledge.problem import Place, Problem
from bot.knowledge.syntax import line_of, place_of, syntax_problem

MAX_BYTES = 2_000_000
MAX_DEPTH = 20
Path = tuple[str | int, ...]

_SHOWN = 60  # characters of the offending text that a problem quotes


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a value stands and how it was typed."""

    place: Place
    typed: str
    quoted: bool


@dataclass(slots=True)
class Document:
    """The data of a file and the spot of every value and key in it.

    `spots` is keyed by the path to a value, such as ("entries", 3, "route").
    """

    file: str
    data: Any = None
    spots: dict[Path, Spot] = field(default_factory=dict)
    keys: dict[Path, Spot] = field(default_factory=dict)

    def spot(self, path: Path) -> Spot:
        """The spot of a value, or of the nearest thing around it that has one."""
        for end in range(len(path), -1, -1):
            if path[:end] in self.spots:
                return self.spots[path[:end]]
        return Spot(Place(self.file), "", quoted=False)

    def key(self, path: Path) -> Spot:
        """The spot of the key at the end of the path, else of the value."""
        return self.keys.get(path) or self.spot(path)


def read_document(file: str, raw: bytes) -> tuple[Document, list[Problem]]:
    """Read one file's bytes. With problems, the data is not to be used."""
    document = Document(file)
    text, problem = _decode(file, raw)
    if problem:
        return document, [problem]
    problems = list(odd_lines(file, text))
    if problems:
        return document, problems
    node = _compose(file, text, problems)
    if problems:
        return document, problems
    if node is None:
        return document, [Problem(Place(file), "The file is empty", "Put its content back.")]
    document.data = _build(document, node, (), problems)
    return document, problems


_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # libyaml's is ten times faster
_SUSPECT = re.compile(r"(?:^|[\s\[{,])[&*!]|^ {40}|(?:- ){10}|(?:\? ){3}", re.MULTILINE)
_MANY_BRACKETS = 400
_CONTROL = re.compile(
    "[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
)


def _compose(file: str, text: str, problems: list[Problem]) -> yaml.Node | None:
    if control := _CONTROL.search(text):
        problems.append(_control_character(file, text, control.start()))
        return None
    try:
        if _SUSPECT.search(text) or text.count("[") + text.count("{") > _MANY_BRACKETS:
            _refuse_aliases(file, text, problems)
        return None if problems else yaml.compose(text, Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        problems.append(syntax_problem(file, error, text))
    except yaml.YAMLError:
        cure = "Put the file back from an earlier version."
        problems.append(Problem(Place(file), "The file is not YAML", cure))
    return None


def _decode(file: str, raw: bytes) -> tuple[str, Problem | None]:
    if len(raw) > MAX_BYTES:
        cure = "Split it into several files."
        return "", Problem(Place(file), f"The file is larger than {MAX_BYTES:,} bytes", cure)
    try:
        wrong = raw.find(b"\0")  # in every text that is saved as UTF-16, and in no other
        text = raw.decode("utf-8-sig").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        wrong, text = error.start, ""
    if wrong < 0:
        return text, None
    before = raw[:wrong]
    place = Place(file, before.count(b"\n") + 1, wrong - before.rfind(b"\n"))
    cure = (
        "Save it as plain text, not as a Word document, in the encoding UTF-8 "
        "(the editor's Save As lets you choose it)."
    )
    return "", Problem(place, "The file is not saved as UTF-8 text", cure)


def _refuse_aliases(file: str, text: str, problems: list[Problem]) -> None:
    depth = 0
    for event in yaml.parse(text, Loader=_LOADER):
        place = place_of(file, event.start_mark)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            what = "A value begins with & or *, which YAML takes for a shorthand"
            problems.append(
                Problem(place, what, "Put quotes around the value.", line_of(text, place))
            )
        elif getattr(event, "tag", None):
            what = "A value begins with !, which YAML takes for a type"
            problems.append(
                Problem(place, what, "Put quotes around the value.", line_of(text, place))
            )
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > MAX_DEPTH:
            problems.append(_too_deep(place))
        if problems:
            return


def _too_deep(place: Place) -> Problem:
    return Problem(place, "Too many levels, one inside the other", "Take some brackets out.")


def _control_character(file: str, text: str, position: int) -> Problem:
    before = text[:position]
    place = Place(file, before.count("\n") + 1, position - (before.rfind("\n") + 1) + 1)
    return Problem(place, "An invisible control character", "Delete it and type the text again.")


def _build(document: Document, node: yaml.Node, path: Path, problems: list[Problem]) -> Any:
    place = place_of(document.file, node.start_mark)
    if isinstance(node, yaml.ScalarNode):
        document.spots[path] = Spot(place, node.value, bool(node.style))
        return _scalar(node, place, problems)
    document.spots[path] = Spot(place, "", quoted=False)
    if isinstance(node, yaml.SequenceNode):
        return [_build(document, item, (*path, i), problems) for i, item in enumerate(node.value)]
    assert isinstance(node, yaml.MappingNode)
    return _mapping(document, node, path, problems)


def _mapping(
    document: Document, node: yaml.MappingNode, path: Path, problems: list[Problem]
) -> dict[str, Any]:
    data: dict[str, Any] = {}
    twice: list[tuple[Place, str]] = []
    for key_node, value_node in node.value:
        place = place_of(document.file, key_node.start_mark)
        if not isinstance(key_node, yaml.ScalarNode):
            cure = "Write `key: value`; put quotes around a text that has brackets."
            problems.append(Problem(place, "A list or block is used as a key", cure))
            continue
        # A key is always taken as it was typed: `no:` and `2fa:` are words here.
        key = key_node.value
        if key in data:
            twice.append((place, key))
            continue
        document.keys[(*path, key)] = Spot(place, key, quoted=False)
        data[key] = _build(document, value_node, (*path, key), problems)
    problems.extend(_stands_twice(document, path, twice))
    return data


def _stands_twice(
    document: Document, path: Path, twice: list[tuple[Place, str]]
) -> Iterator[Problem]:
    """Keys that stand twice in a block. Several in an item of a list are one missing hyphen."""
    in_list = bool(path) and isinstance(path[-1], int)
    for place, key in twice[:1] if in_list else twice:
        first = document.keys[(*path, key)].place.line
        cure = "Keep one of the two."
        if in_list and place.line > first + 1:
            cure += " If a new item begins here or just above, begin it with a hyphen and a space."
        what = f"`{key}` stands twice here (first in line {first})"
        yield Problem(place, what, cure, key[:_SHOWN])


_CONSTRUCTORS = yaml.constructor.SafeConstructor()
_VALUE_TAGS = frozenset(
    f"tag:yaml.org,2002:{kind}" for kind in ("bool", "int", "float", "null", "timestamp")
)
_SIXTIES = re.compile(r"^[-+]?[\d_]+:[\d:_.]+$")  # YAML reads 17:30 as 1050: nobody means that
_DATE_LIKE = re.compile(r"^\d{4}-\d{1,2}-\d{1,2}$")


def _scalar(node: yaml.ScalarNode, place: Place, problems: list[Problem]) -> Any:
    if node.tag not in _VALUE_TAGS or _SIXTIES.match(node.value):
        return node.value
    try:
        return _CONSTRUCTORS.construct_object(node)
    except (ValueError, OverflowError, yaml.YAMLError):
        kind = "a date" if _DATE_LIKE.match(node.value) else "a number or date"
        what = f"This looks like {kind}, but there is no such one"
        cure = "Correct it (a date is written 2026-11-25), or put quotes around a text."
        problems.append(Problem(place, what, cure, node.value[:_SHOWN]))
        return None
