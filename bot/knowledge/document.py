"""One YAML file, read strictly: its data, and where each piece of it stands.

This is the only door to `yaml`. It refuses what clerks do not need and what has bitten others:
aliases (a few lines can grow to gigabytes), tags, several documents, duplicate keys, tabs.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import yaml

from bot.knowledge.lines import odd_lines
from bot.knowledge.problem import Place, Problem
from bot.knowledge.refuse import refused
from bot.knowledge.syntax import place_of, syntax_problem

MAX_BYTES = 2_000_000
Path = tuple[str | int, ...]

_SHOWN = 60  # characters of the offending text that a problem quotes


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a value stands and how it was typed."""

    place: Place
    typed: str
    quoted: bool


@dataclass
class Document:
    """The data of a file and the spot of every value and key in it.

    Spots are looked for in `text` only when somebody asks for one: a folder without a problem
    is served without them. They are keyed by the path to a value, as ("entries", 3, "route").
    """

    file: str
    text: str = ""
    data: Any = None

    @property
    def spots(self) -> Mapping[Path, Spot]:
        """The spot of every value."""
        return self._found[0]

    @property
    def keys(self) -> Mapping[Path, Spot]:
        """The spot of every key."""
        return self._found[1]

    @cached_property
    def _found(self) -> tuple[dict[Path, Spot], dict[Path, Spot]]:
        spots: dict[Path, Spot] = {}
        keys: dict[Path, Spot] = {}
        node = yaml.compose(self.text, Loader=LOADER)
        if node is not None:
            _locate(self.file, node, (), spots, keys)
        return spots, keys

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
    document.text = text
    document.data = _build(file, node, problems)
    return document, problems


LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # libyaml's is ten times faster


def _compose(file: str, text: str, problems: list[Problem]) -> yaml.Node | None:
    try:
        problems.extend(refused(file, text, LOADER))
        return None if problems else yaml.compose(text, Loader=LOADER)
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


def _build(file: str, node: yaml.Node, problems: list[Problem], in_list: bool = False) -> Any:
    if isinstance(node, yaml.ScalarNode):
        return _scalar(file, node, problems)
    if isinstance(node, yaml.SequenceNode):
        return [_build(file, item, problems, in_list=True) for item in node.value]
    assert isinstance(node, yaml.MappingNode)
    return _mapping(file, node, problems, in_list)


def _mapping(
    file: str, node: yaml.MappingNode, problems: list[Problem], in_list: bool
) -> dict[str, Any]:
    data: dict[str, Any] = {}
    twice: list[yaml.ScalarNode] = []
    for key_node, value_node in node.value:
        if not isinstance(key_node, yaml.ScalarNode):
            place = place_of(file, key_node.start_mark)
            cure = "Write `key: value`; put quotes around a text that has brackets."
            problems.append(Problem(place, "A list or block is used as a key", cure))
        # A key is always taken as it was typed: `no:` and `2fa:` are words here.
        elif key_node.value in data:
            twice.append(key_node)
        else:
            data[key_node.value] = _build(file, value_node, problems)
    problems.extend(_stands_twice(file, node, twice[:1] if in_list else twice, in_list))
    return data


def _stands_twice(
    file: str, node: yaml.MappingNode, twice: list[yaml.ScalarNode], in_list: bool
) -> Iterator[Problem]:
    """Keys that stand twice in a block. Several in an item of a list are one missing hyphen."""
    for again in twice:
        place, key = place_of(file, again.start_mark), again.value
        first = next(each for each, _ in node.value if each.value == key).start_mark.line + 1
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


def _scalar(file: str, node: yaml.ScalarNode, problems: list[Problem]) -> Any:
    if node.tag not in _VALUE_TAGS or _SIXTIES.match(node.value):
        return node.value
    try:
        return _CONSTRUCTORS.construct_object(node)
    except (ValueError, OverflowError, yaml.YAMLError):
        kind = "a date" if _DATE_LIKE.match(node.value) else "a number or date"
        what = f"This looks like {kind}, but there is no such one"
        cure = "Correct it (a date is written 2026-11-25), or put quotes around a text."
        place = place_of(file, node.start_mark)
        problems.append(Problem(place, what, cure, node.value[:_SHOWN]))
        return None


def _locate(
    file: str, node: yaml.Node, path: Path, spots: dict[Path, Spot], keys: dict[Path, Spot]
) -> None:
    """Note the spots of a node and of all inside it. Of equal keys the first counts."""
    if path in spots:
        return
    place = place_of(file, node.start_mark)
    spots[path] = Spot(place, "", quoted=False)
    if isinstance(node, yaml.ScalarNode):
        spots[path] = Spot(place, node.value, bool(node.style))
    elif isinstance(node, yaml.SequenceNode):
        for index, item in enumerate(node.value):
            _locate(file, item, (*path, index), spots, keys)
    elif isinstance(node, yaml.MappingNode):
        for key_node, value_node in node.value:
            if isinstance(key_node, yaml.ScalarNode):
                under = (*path, key_node.value)
                place = place_of(file, key_node.start_mark)
                keys.setdefault(under, Spot(place, key_node.value, quoted=False))
                _locate(file, value_node, under, spots, keys)
