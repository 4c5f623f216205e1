"""One YAML file, read strictly: its data, and where each piece of it stands.

This is the only door to `yaml`. It refuses what clerks do not need and what has bitten others:
aliases (a few lines can grow to gigabytes), tags, several documents, duplicate keys, tabs.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from bot.knowledge.problem import Place, Problem

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
    problems = list(_tabs(file, text))
    if problems:
        return document, problems
    node = _compose(file, text, problems)
    if problems:
        return document, problems
    if node is None:
        return document, [Problem(Place(file), "The file is empty", "Put its content back.")]
    document.data = _build(document, node, (), problems)
    return document, problems


class _Loader(yaml.SafeLoader):
    """A loader of its own, so that nothing registered on the shared one reaches us."""


_FAST: Any = getattr(yaml, "CSafeLoader", _Loader)
_SUSPECT = re.compile(r"(?:^|[\s\[{,])[&*!]|^ {40}|(?:- ){10}|(?:\? ){3}", re.MULTILINE)
_MANY_BRACKETS = 400


def _compose(file: str, text: str, problems: list[Problem]) -> yaml.Node | None:
    """Compose with libyaml, ten times faster; where it objects, again for the better message."""
    try:
        if _SUSPECT.search(text) or text.count("[") + text.count("{") > _MANY_BRACKETS:
            _refuse_aliases(file, text, problems)
        return None if problems else yaml.compose(text, Loader=_FAST)
    except yaml.YAMLError:
        return _compose_slowly(file, text, problems)


def _compose_slowly(file: str, text: str, problems: list[Problem]) -> yaml.Node | None:
    try:
        return yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        problems.append(_syntax_problem(file, error, text))
    except yaml.reader.ReaderError as error:
        problems.append(_character_problem(file, error, text))
    return None


def _decode(file: str, raw: bytes) -> tuple[str, Problem | None]:
    if len(raw) > MAX_BYTES:
        cure = "Split it into several files."
        return "", Problem(Place(file), f"The file is larger than {MAX_BYTES:,} bytes", cure)
    try:
        return raw.decode("utf-8-sig"), None
    except UnicodeDecodeError as error:
        before = raw[: error.start]
        line = before.count(b"\n") + 1
        column = error.start - (before.rfind(b"\n") + 1) + 1
        cure = "Save the file as UTF-8 (in the editor's Save As, choose the encoding UTF-8)."
        return "", Problem(Place(file, line, column), "The file is not saved as UTF-8", cure)


def _tabs(file: str, text: str) -> Iterator[Problem]:
    for number, line in enumerate(text.split("\n"), 1):
        indent = line[: len(line) - len(line.lstrip())]
        if "\t" in indent and line.strip():
            yield Problem(
                Place(file, number, indent.index("\t") + 1),
                "A tab is used to move the line in",
                "Delete the tab and type two spaces for each step in.",
                line.strip()[:_SHOWN],
            )


def _refuse_aliases(file: str, text: str, problems: list[Problem]) -> None:
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        place = _place(file, event.start_mark)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            what = "A value begins with & or *, which YAML takes for a shorthand"
            problems.append(
                Problem(place, what, "Put quotes around the value.", _line(text, place))
            )
        elif getattr(event, "tag", None):
            what = "A value begins with !, which YAML takes for a type"
            problems.append(
                Problem(place, what, "Put quotes around the value.", _line(text, place))
            )
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > MAX_DEPTH:
            problems.append(_too_deep(place))
        if problems:
            return


def _too_deep(place: Place) -> Problem:
    return Problem(place, "Too many levels, one inside the other", "Take some brackets out.")


def _line(text: str, place: Place) -> str:
    lines = text.split("\n")
    return lines[place.line - 1].strip()[:_SHOWN] if place.line <= len(lines) else ""


def _place(file: str, mark: Any) -> Place:
    return Place(file, mark.line + 1, mark.column + 1)


_SYNTAX = (
    (
        "mapping values are not allowed",
        "A colon followed by a space stands where YAML does not expect it",
        'If the colon belongs to the text, put quotes around the whole text: "like: this". '
        "Otherwise check that the line begins below its neighbours.",
    ),
    (
        "could not find expected ':'",
        "A colon is missing after a key",
        "Write `key: value`, with a colon and a space.",
    ),
    (
        "found unexpected end of stream",
        "A quotation mark or bracket is opened and never closed",
        "Add the closing mark.",
    ),
    (
        "while scanning a quoted scalar",
        "A quotation mark is opened and never closed",
        "Add the closing quotation mark.",
    ),
    (
        "expected <block end>",
        "The line does not begin in the same column as its neighbours",
        "Line it up with the lines above: two spaces for each step in.",
    ),
    (
        "found character '",
        "The text begins with a character that has a meaning in YAML",
        "Put quotes around the whole text.",
    ),
    (
        "expected a single document",
        "A line of only --- or ... begins a second document",
        "Delete that line.",
    ),
    (
        "expected ',' or",
        "A list in brackets is not closed, or a comma is missing",
        "Separate the items by commas and close the bracket.",
    ),
    (
        "found undefined alias",
        "A value begins with *, which YAML takes for a shorthand",
        "Put quotes around the value.",
    ),
    (
        "found unknown escape character",
        "A backslash inside double quotes",
        "Use single quotes around the text, or take the backslash out.",
    ),
)


def _syntax_problem(file: str, error: yaml.MarkedYAMLError, text: str) -> Problem:
    mark = error.problem_mark or error.context_mark
    place = _place(file, mark) if mark else Place(file)
    said = f"{error.context or ''} {error.problem or ''}"
    for sign, what, cure in _SYNTAX:
        if sign in said:
            return Problem(place, what, cure, _line(text, place))
    cure = "Compare the line with the one above: the same indentation, `key: value`, closed quotes."
    return Problem(place, "This line is not YAML", cure, _line(text, place))


def _character_problem(file: str, error: yaml.reader.ReaderError, text: str) -> Problem:
    position = error.position if isinstance(error.position, int) else 0
    before = text[:position]
    place = Place(file, before.count("\n") + 1, position - (before.rfind("\n") + 1) + 1)
    return Problem(place, "An invisible control character", "Delete it and type the text again.")


def _build(document: Document, node: yaml.Node, path: Path, problems: list[Problem]) -> Any:
    place = _place(document.file, node.start_mark)
    if isinstance(node, yaml.ScalarNode):
        document.spots[path] = Spot(place, node.value, node.style is not None)
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
    for key_node, value_node in node.value:
        place = _place(document.file, key_node.start_mark)
        if not isinstance(key_node, yaml.ScalarNode):
            cure = "Write `key: value`; put quotes around a text that has brackets."
            problems.append(Problem(place, "A list or block is used as a key", cure))
            continue
        # A key is always taken as it was typed: `no:` and `2fa:` are words here.
        key = key_node.value
        if key in data:
            first = document.keys[(*path, key)].place.line
            what = f"`{key}` stands twice here (first in line {first})"
            problems.append(Problem(place, what, "Keep one of the two.", key[:_SHOWN]))
            continue
        document.keys[(*path, key)] = Spot(place, key, quoted=False)
        data[key] = _build(document, value_node, (*path, key), problems)
    return data


_CONSTRUCTORS = yaml.constructor.SafeConstructor()
_TEXT_TAG = "tag:yaml.org,2002:str"
_DATE_LIKE = re.compile(r"^\d{4}-\d{1,2}-\d{1,2}$")


def _scalar(node: yaml.ScalarNode, place: Place, problems: list[Problem]) -> Any:
    if node.tag == _TEXT_TAG:
        return node.value
    try:
        return _CONSTRUCTORS.construct_object(node)
    except (ValueError, OverflowError, yaml.YAMLError):
        kind = "a date" if _DATE_LIKE.match(node.value) else "a number or date"
        what = f"This looks like {kind}, but there is no such one"
        cure = "Correct it (a date is written 2026-11-25), or put quotes around a text."
        problems.append(Problem(place, what, cure, node.value[:_SHOWN]))
        return None
