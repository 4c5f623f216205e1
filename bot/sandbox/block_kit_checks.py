"""The small checks that Block Kit's table of rules is made of.

A check takes a value and the path to it (a JSON pointer) and yields problems in words, as Slack
puts them in `response_metadata.messages`. None of these raises on a malformed value.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

Check = Callable[[Any, str], Iterator[str]]


def said(problem: str, path: str) -> str:
    """A problem and where it is, in Slack's form."""
    return f"{problem} [json-pointer:{path}]"


def listed(value: Any) -> list[Any]:
    """The value if it is a list, else none: for laws about what is in it."""
    return value if isinstance(value, list) else []


@dataclass(frozen=True)
class Shape:
    """What an object may hold: its fields, which of them it must have, and further laws.

    A field that is not named is a problem: a misspelt field is refused here, not ignored.
    """

    fields: Mapping[str, Check]
    required: tuple[str, ...] = ()
    laws: tuple[Check, ...] = ()
    surfaces: frozenset[str] = field(default=frozenset({"message", "modal", "home"}))

    def __call__(self, value: Any, path: str) -> Iterator[str]:
        """Check an object."""
        if not isinstance(value, dict):
            yield said("must provide an object", path)
            return
        for name in self.required:
            if name not in value:
                yield said(f"missing required field: {name}", path)
        for name, held in value.items():
            yield from self._check_field(name, held, path)
        for law in self.laws:
            yield from law(value, path)

    def _check_field(self, name: str, held: Any, path: str) -> Iterator[str]:
        check = self.fields.get(name)
        if check is None:
            yield said(f"invalid additional property: {name}", path)
        else:
            yield from check(held, f"{path}/{name}")


def string(longest: int, shortest: int = 1) -> Check:
    """A string of so many characters."""

    def check(value: Any, path: str) -> Iterator[str]:
        if not isinstance(value, str):
            yield said("must provide a string", path)
        elif len(value) > longest:
            yield said(f"must be less than {longest + 1} characters", path)
        elif len(value) < shortest:
            yield said(f"must be more than {shortest - 1} characters", path)

    return check


def text(longest: int, *kinds: str) -> Check:
    """A text object: `plain_text` alone unless `mrkdwn` is among `kinds`."""
    kinds = kinds or ("plain_text",)

    def check(value: Any, path: str) -> Iterator[str]:
        if not isinstance(value, dict) or "type" not in value:
            yield said("must provide a text object", path)
        elif value["type"] not in kinds:
            yield said(f"must be one of the text types {', '.join(kinds)}", f"{path}/type")
        else:
            yield from _TEXT_FIELDS[value["type"]](value, path)
            yield from string(longest)(value.get("text"), f"{path}/text")

    return check


def boolean(value: Any, path: str) -> Iterator[str]:
    """True or false."""
    if not isinstance(value, bool):
        yield said("must provide a boolean", path)


def integer(smallest: int, largest: int) -> Check:
    """A whole number within bounds."""

    def check(value: Any, path: str) -> Iterator[str]:
        if isinstance(value, bool) or not isinstance(value, int):
            yield said("must provide an integer", path)
        elif not smallest <= value <= largest:
            yield said(f"must be between {smallest} and {largest}", path)

    return check


def one_of(*values: str) -> Check:
    """One of a few words."""

    def check(value: Any, path: str) -> Iterator[str]:
        if value not in values:
            yield said(f"must be one of {', '.join(values)}", path)

    return check


def url(value: Any, path: str) -> Iterator[str]:
    """A web address of at most 3000 characters."""
    yield from string(3000)(value, path)
    if isinstance(value, str) and not value.startswith(("http://", "https://", "mailto:", "tel:")):
        yield said("must be a valid URL", path)


def anything(value: Any, path: str) -> Iterator[str]:
    """Not looked into."""
    yield from ()


def items(check: Check, most: int, fewest: int = 1) -> Check:
    """A list of so many things."""

    def check_all(value: Any, path: str) -> Iterator[str]:
        if not isinstance(value, list):
            yield said("must provide an array", path)
            return
        if len(value) > most:
            yield said(f"no more than {most} items allowed", path)
        if len(value) < fewest:
            yield said(f"no fewer than {fewest} items allowed", path)
        for place, item in enumerate(value):
            yield from check(item, f"{path}/{place}")

    return check_all


def typed(table: Callable[[], Mapping[str, Check]], *types: str) -> Check:
    """An object whose `type` is one of `types` and decides its shape in `table`."""

    def check(value: Any, path: str) -> Iterator[str]:
        kind = value.get("type") if isinstance(value, dict) else None
        if kind not in types:
            yield said(f"unsupported type: {kind}", f"{path}/type")
        else:
            yield from table()[kind](value, path)

    return check


def any_of(*names: str) -> Check:
    """A law: the object must have at least one of these fields."""

    def check(value: Any, path: str) -> Iterator[str]:
        if not any(name in value for name in names):
            yield said(f"must provide one of {', '.join(names)}", path)

    return check


def only_one_of(*names: str) -> Check:
    """A law: the object must have exactly one of these fields."""

    def check(value: Any, path: str) -> Iterator[str]:
        if sum(name in value for name in names) != 1:
            yield said(f"must provide exactly one of {', '.join(names)}", path)

    return check


def different(list_name: str, name: str) -> Check:
    """A law: the things in a list all have another `name`."""

    def check(value: Any, path: str) -> Iterator[str]:
        held = [
            it[name] for it in listed(value.get(list_name)) if isinstance(it, dict) and name in it
        ]
        if len(held) != len(set(map(str, held))):
            yield said(f"{name} must be unique", f"{path}/{list_name}")

    return check


_TEXT_FIELDS = {
    "plain_text": Shape({"type": anything, "text": anything, "emoji": boolean}, required=("text",)),
    "mrkdwn": Shape({"type": anything, "text": anything, "verbatim": boolean}, required=("text",)),
}
