"""How the rules tell a problem: with the closest place there is for it."""

from bot.knowledge.document import Path
from bot.knowledge.forms import Filled
from bot.knowledge.problem import Place, Problem, Severity

SHOWN = 60  # characters of the offending text that a problem quotes
_LINES_AHEAD = 200  # the longest answer has far fewer lines


def warning(filled: Filled, path: Path, what: str, cure: str) -> Problem:
    """A warning about the value at a path."""
    spot = filled.document.spot(path)
    return Problem(spot.place, what, cure, _first_line(spot.typed), Severity.WARNING)


def warning_in_text(filled: Filled, path: Path, found: str, what: str, cure: str) -> Problem:
    """A warning about some words inside the text at a path, which may run over many lines."""
    place = place_in_text(filled, path, found)
    return Problem(place, what, cure, found[:SHOWN], Severity.WARNING)


def error_in_text(filled: Filled, path: Path, found: str, what: str, cure: str) -> Problem:
    """An error in some words inside the text at a path."""
    return Problem(place_in_text(filled, path, found), what, cure, found[:SHOWN])


def error(filled: Filled, path: Path, what: str, cure: str) -> Problem:
    """An error about the value at a path."""
    spot = filled.document.spot(path)
    return Problem(spot.place, what, cure, _first_line(spot.typed))


def place_in_text(filled: Filled, path: Path, found: str) -> Place:
    """Where some words of a text stand in its file: YAML only tells where the text begins."""
    begin = filled.document.spot(path).place
    lines = filled.raw.decode("utf-8-sig", "replace").split("\n")
    for number in range(begin.line, min(begin.line + _LINES_AHEAD, len(lines) + 1)):
        start = begin.column - 1 if number == begin.line else 0
        column = lines[number - 1].find(found, start)
        if column >= 0:
            return Place(begin.file, number, column + 1)
    return begin


def _first_line(text: str) -> str:
    return text.strip().split("\n", 1)[0][:SHOWN]
