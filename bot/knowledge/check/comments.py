"""What YAML changes without a word: it drops what follows a space and #, and joins lines."""

import re
from collections.abc import Iterator
from datetime import date

from bot.knowledge.check.tell import SHOWN, warning
from bot.knowledge.document import Path, Spot
from bot.knowledge.folder import Folder
from bot.knowledge.forms import Filled
from bot.knowledge.problem import Place, Problem, Severity

_COMMENT = re.compile(r"\s+(#.*)")
_LINE_END = re.compile(r"\r\n|\r|\n")
_STEP = re.compile(r"\S (?:\d{1,2}[.)]|[-•]) \w")
_LISTS = frozenset({"phrasings", "questions", "offered", "missed"})


def cut_off(folder: Folder, today: date) -> Iterator[Problem]:
    """Comments right behind a text of several words, or behind any phrasing or question."""
    for filled in folder.files.values():
        lines = _lines(filled)
        with_comment = {number for number, line in enumerate(lines, 1) if " #" in line}
        for path, spot in filled.document.spots.items() if with_comment else ():
            if not spot.quoted and spot.place.line in with_comment and _is_text(path, spot):
                yield from _behind(filled, spot, lines[spot.place.line - 1])


def run_together(folder: Folder, today: date) -> Iterator[Problem]:
    """Texts of several lines without the | that keeps the lines apart."""
    lines = {name: _lines(filled) for name, filled in folder.files.items()}
    for filled, path, _ in folder.texts():
        spot = filled.document.spot(path)
        line = lines[filled.document.file][spot.place.line - 1]
        if _is_joined(line[spot.place.column - 1 :].rstrip(), spot.typed):
            cure = (
                f"Put | behind the key (`{path[-1]}: |`), begin the text on the next line, and "
                "move all its lines in by two spaces."
            )
            yield warning(filled, path, "The lines of this text run together into one", cure)


RULES = (cut_off, run_together)


def _lines(filled: Filled) -> list[str]:
    return _LINE_END.split(filled.raw.decode("utf-8-sig", "replace"))


def _is_joined(begins: str, typed: str) -> bool:
    """Whether a text that begins so in its file lost line breaks that were meant."""
    if begins.startswith("|"):
        return False
    if begins.startswith(">"):  # long paragraphs may be broken so; steps of a list may not
        return bool(_STEP.search(typed))
    return len(typed) > len(begins)


def _is_text(path: Path, spot: Spot) -> bool:
    listed = any(step in _LISTS for step in path)
    return bool(spot.typed) and (listed or " " in spot.typed)


def _behind(filled: Filled, spot: Spot, line: str) -> Iterator[Problem]:
    end = spot.place.column - 1 + len(spot.typed)
    if comment := _COMMENT.match(line, end):
        yield Problem(
            Place(filled.document.file, spot.place.line, comment.start(1) + 1),
            "What stands after # is not read",
            "If it belongs to the text, put quotes around the whole text; "
            "if it is a comment, give it a line of its own.",
            comment.group(1)[:SHOWN].strip(),
            Severity.WARNING,
        )
