"""What must not stand in any line of a file, whatever YAML makes of it."""

import re
from collections.abc import Iterator

from bot.knowledge.problem import Place, Problem

_SHOWN = 60

_SIGNS = (
    (
        ("<" * 7, ">" * 7, "|" * 7, "=" * 7),
        re.compile(r"^[ \t]*(?:<{7}|>{7}|\|{7})(?=[ \r\n]|\Z)|^={7}(?=\r?$)", re.MULTILINE),
        "A merge of two versions left this mark behind",
        "Keep the lines of one version, and delete the others and every line of <<<, === or >>>.",
    ),
    (
        ("```",),
        re.compile(r"^[ \t]*```", re.MULTILINE),
        "Three backquotes come from a chat or a web page and mean nothing here",
        "Delete the line.",
    ),
    (
        ("\u00ad", "\u200b", "\u2060", "\ufeff"),
        re.compile("[\u00ad\u200b\u2060\ufeff]"),
        "An invisible character stands here, as copied text often has",
        "Delete the word around it, and type it anew.",
    ),
)
"""Texts of which one must be there (quick to tell), the sign itself, what it is, and its cure."""

_ODD_INDENT = re.compile(r"\n *(?:[^\S \r\n]|\r(?!\n|\Z))")


def odd_lines(file: str, text: str) -> Iterator[Problem]:
    """Marks of other programs, characters nobody can see, and lines moved in by other than spaces.

    Told before YAML reads the file: it would stumble over them with a misleading complaint, or not
    at all.
    """
    for hints, sign, what, cure in _SIGNS:
        for found in sign.finditer(text) if any(hint in text for hint in hints) else ():
            before = text[: found.start()]
            place = Place(file, before.count("\n") + 1, found.start() - before.rfind("\n"))
            yield Problem(place, what, cure, _shown(text.split("\n")[place.line - 1]))
    yield from _odd_indents(file, text)


def _odd_indents(file: str, text: str) -> Iterator[Problem]:
    if not _ODD_INDENT.search("\n" + text):  # nearly always: going through the lines takes longer
        return
    for number, line in enumerate(text.split("\n"), 1):
        indent = line[: len(line) - len(line.lstrip())].rstrip("\r")
        if line.strip() and indent.strip(" "):
            column = len(indent) - len(indent.lstrip(" ")) + 1
            kind = "A tab" if indent[column - 1] == "\t" else "An invisible character"
            yield Problem(
                Place(file, number, column),
                f"{kind} is used to move the line in",
                "Delete it and type two spaces for each step in.",
                _shown(line),
            )


def _shown(line: str) -> str:
    return line.strip()[:_SHOWN]
