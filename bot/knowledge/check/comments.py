"""Text that YAML drops without a word: what follows a space and #."""

import re
from collections.abc import Iterator
from datetime import date

from bot.knowledge.check.tell import SHOWN
from bot.knowledge.document import Path, Spot
from bot.knowledge.folder import Folder
from bot.knowledge.forms import Filled
from bot.knowledge.problem import Place, Problem, Severity

_COMMENT = re.compile(r"\s+(#.*)")
_LISTS = frozenset({"phrasings", "questions", "offered"})


def cut_off(folder: Folder, today: date) -> Iterator[Problem]:
    """Comments right behind a text of several words, or behind any phrasing or question."""
    for filled in folder.files.values():
        lines = filled.raw.decode("utf-8", "replace").split("\n")
        with_comment = {number for number, line in enumerate(lines, 1) if " #" in line}
        for path, spot in filled.document.spots.items() if with_comment else ():
            if not spot.quoted and spot.place.line in with_comment and _is_text(path, spot):
                yield from _behind(filled, spot, lines[spot.place.line - 1])


RULES = (cut_off,)


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
