"""Problems as text: for a person, for GitHub's lines in a pull request, for other programs."""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import groupby
from types import MappingProxyType

from bot.knowledge.problem import Problem, Severity


def render(problems: Sequence[Problem], fmt: str = "plain", prefix: str = "") -> str:
    """The report in one of FORMATS. `prefix` is the folder's path, put before every file name.

    Raises KeyError for a format that is not known.
    """
    return FORMATS[fmt](sorted(problems), _folder(prefix))


def has_errors(problems: Iterable[Problem]) -> bool:
    """Whether a folder with these problems must not be used."""
    return any(problem.severity is Severity.ERROR for problem in problems)


def summary(problems: Iterable[Problem]) -> str:
    """`2 errors, 1 warning`."""
    counts = Counter(problem.severity for problem in problems)
    if not counts:
        return "No problems."
    told = [_counted(counts[kind], kind) for kind in Severity if counts[kind]]
    return ", ".join(told) + "."


def brief(problems: Sequence[Problem], prefix: str = "", most: int = 5) -> str:
    """The first problems, a line each, for a log or a chat message; the count comes last."""
    folder = _folder(prefix)
    shown = [
        f"{_path(folder, str(problem.place))}: {problem.what}. {problem.cure}"
        for problem in problems
    ]
    more = [f"... and {len(shown) - most} more"] if len(shown) > most else []
    return "\n".join([*shown[:most], *more, summary(problems)])


def _counted(count: int, kind: Severity) -> str:
    return f"{count:,} {kind}{'' if count == 1 else 's'}"


def _folder(prefix: str) -> str:
    return f"{prefix.rstrip('/')}/" if prefix else ""


def _path(folder: str, file: str) -> str:
    """What a person can open; `.` is the folder itself."""
    return folder.rstrip("/") or file if file == "." else folder + file


def _plain(problems: Sequence[Problem], folder: str) -> str:
    lines: list[str] = []
    for file, group in groupby(problems, key=lambda problem: problem.place.file):
        lines.append(_path(folder, file))
        for problem in group:
            lines.extend(_told(problem))
        lines.append("")
    lines.append(summary(problems))
    if has_errors(problems):
        lines.append("Errors must be put right before these answers can be used.")
    return "\n".join(lines) + "\n"


def _told(problem: Problem) -> list[str]:
    place = problem.place
    where = f"line {place.line}, column {place.column}: " if place.line else ""
    told = [f"  {where}{problem.severity}: {problem.what}."]
    if problem.found:
        told.append(f"      You wrote:  {' '.join(problem.found.split())}")
    return [*told, f"      What to do: {problem.cure}"]


def _github(problems: Sequence[Problem], folder: str) -> str:
    """Workflow commands: GitHub shows each beside its line."""
    return "".join(f"{_command(problem, folder)}\n" for problem in problems) + (
        f"{summary(problems)}\n"
    )


def _command(problem: Problem, folder: str) -> str:
    place = problem.place
    found = f' ("{problem.found}")' if problem.found else ""
    where = f"file={_property(_path(folder, place.file))}"
    where += f",line={place.line},col={place.column}" if place.line else ""
    title = _property("A change is needed" if problem.severity is Severity.ERROR else "Please look")
    return f"::{problem.severity} {where},title={title}::" + _data(
        f"{problem.what}{found}. {problem.cure}"
    )


def _data(text: str) -> str:
    """Escape as GitHub's own toolkit does (actions/toolkit, core/src/command.ts)."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _json(problems: Sequence[Problem], folder: str) -> str:
    listed = [
        {
            "severity": str(problem.severity),
            "file": _path(folder, problem.place.file),
            "line": problem.place.line,
            "column": problem.place.column,
            "found": problem.found,
            "what": problem.what,
            "cure": problem.cure,
        }
        for problem in problems
    ]
    counts = Counter(problem.severity for problem in problems)
    document = {
        "errors": counts[Severity.ERROR],
        "warnings": counts[Severity.WARNING],
        "problems": listed,
    }
    return json.dumps(document, indent=2) + "\n"


FORMATS: Mapping[str, Callable[[Sequence[Problem], str], str]] = MappingProxyType(
    {"plain": _plain, "github": _github, "json": _json}
)
"""What `--format` may be."""
