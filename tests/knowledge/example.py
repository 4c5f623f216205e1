"""The folder of an invented court, as `new-court` makes it, to be spoiled place by place."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from types import MappingProxyType

from bot.knowledge import Loaded, Problem, load_contents
from bot.knowledge.check import check
from bot.knowledge.new_court import new_court

TODAY = date(2026, 11, 25)


@cache
def files() -> Mapping[str, bytes]:
    """The YAML files by their path in the folder."""
    texts = new_court(TODAY).items()
    return MappingProxyType({path: text.encode() for path, text in texts if path.endswith(".yaml")})


@cache
def loaded() -> Loaded:
    """The folder as it is made."""
    return load_contents(files())


def with_file(path: str, text: str | bytes) -> Loaded:
    """The folder with one file added or replaced."""
    raw = text.encode() if isinstance(text, str) else text
    return load_contents({**files(), path: raw}, before=loaded())


def spoiled(path: str, old: str, new: str) -> Loaded:
    """The folder with the first `old` in a file written as `new`."""
    text = files()[path].decode()
    assert old in text, f"{path} has no {old!r}"
    return with_file(path, text.replace(old, new, 1))


def without(path: str) -> Loaded:
    """The folder with one file deleted."""
    return load_contents({name: raw for name, raw in files().items() if name != path})


def checked(folder: Loaded) -> tuple[Problem, ...]:
    """What `check` says of it on the day of the examples."""
    return check(folder, TODAY)


def only(problems: tuple[Problem, ...]) -> Problem:
    """The one problem."""
    assert len(problems) == 1, problems
    return problems[0]


def told(problem: Problem) -> str:
    """`file:line: found: what: cure`, for short assertions."""
    return f"{problem.place.file}:{problem.place.line}: {problem.what}. {problem.cure}"
