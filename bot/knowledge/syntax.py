"""What YAML's own complaints mean to somebody who does not know YAML."""

import re
from typing import Any

import yaml

from bot.knowledge.guesses import guess
from bot.knowledge.problem import Place, Problem

_SHOWN = 60

_AT_THE_OPENING = (
    (
        "could not find expected ':'",
        "A colon is missing after a key, or a text does not stand far enough in",
        "Write `key: value`, with a colon and a space. A text of several lines needs | behind its "
        "key (`answer: |`), and each of its lines is moved in further than that key.",
    ),
    (
        "found unexpected end of stream",
        "A quotation mark is opened and never closed",
        "Add the closing quotation mark.",
    ),
    (
        "expected ',' or",
        "A list in brackets is not closed, or a comma is missing",
        "Separate the items by commas and close the bracket.",
    ),
)
"""Told where the thing begins: what follows may look right, however far it runs."""

_AT_THE_END = (
    ("exceeded max", "Too many levels, one inside the other", "Take some brackets out."),
    (
        "mapping values are not allowed",
        "A colon followed by a space stands where YAML does not expect it",
        'If the colon belongs to the text, put quotes around the whole text: "like: this". '
        "Otherwise check that the line begins below its neighbours.",
    ),
    (
        "while scanning an alias",
        "A value begins with *, which YAML takes for a shorthand",
        "Put quotes around the value.",
    ),
    (
        "while scanning an anchor",
        "A value begins with &, which YAML takes for a shorthand",
        "Put quotes around the value.",
    ),
    (
        "found undefined alias",
        "A value begins with *, which YAML takes for a shorthand",
        "Put quotes around the value.",
    ),
    (
        "while scanning a tag",
        "A value begins with !, which YAML takes for a type",
        "Put quotes around the value.",
    ),
    (
        "comment or line break",
        "Text stands on the same line as | or >",
        "Begin the text on the next line, moved in by two spaces.",
    ),
    (
        "expected key",
        "The line does not begin in the same column as its neighbours",
        "Line it up with the lines above: two spaces for each step in.",
    ),
    (
        "expected '-' indicator",
        "The line does not begin in the same column as its neighbours",
        "Line it up with the lines above: two spaces for each step in.",
    ),
    (
        "expected <block end>",
        "The line does not begin in the same column as its neighbours",
        "Line it up with the lines above: two spaces for each step in.",
    ),
    (
        "found character",
        "The text begins with a character that has a meaning in YAML",
        "Put quotes around the whole text.",
    ),
    (
        "expected a single document",
        "A line of only --- or ... begins a second document",
        "Delete that line.",
    ),
    (
        "expected <document start>",
        "The lines before this one end what YAML can read",
        "Delete a line of only ..., a line that begins with %, or a bracket too many.",
    ),
    (
        "directive",
        "A line begins with %, which YAML takes for an order to itself",
        "Put quotes around the text, or delete the line.",
    ),
    (
        "expected node content",
        "A bracket, a comma or the end of the file stands where a value should",
        "Write the value, or put quotes around a text that has such signs.",
    ),
    (
        "unknown escape character",
        "A backslash inside double quotes",
        "Use single quotes around the text, or take the backslash out.",
    ),
)
_APOSTROPHE = re.compile(r"\w'\w")
_AFTER_QUOTE = re.compile(r"""^\s*(?:-\s+)?(?:[^"':]+:\s+)?(["']).*\1\s*$""")


def syntax_problem(file: str, error: yaml.MarkedYAMLError, text: str) -> Problem:
    """The problem behind an error of the YAML parser, with the best place it can give."""
    said = f"{error.context or ''} {error.problem or ''}"
    end = error.problem_mark or error.context_mark
    begin = error.context_mark or error.problem_mark
    mark = begin if any(sign in said for sign, _, _ in _AT_THE_OPENING) else end
    if mark and (meant := _meant(file, mark, text, said)):
        return meant
    for mark, table in ((begin, _AT_THE_OPENING), (end, _AT_THE_END)):
        for sign, what, cure in table:
            if sign in said:
                return _told(file, mark, text, what, cure)
    cure = "Compare the line with the one above: the same indentation, `key: value`, closed quotes."
    return _told(file, end, text, "This line is not YAML", cure)


def _meant(file: str, mark: Any, text: str, said: str) -> Problem | None:
    """The slip that somebody most likely made, where the lines themselves show it."""
    place = _inside(place_of(file, mark), text)
    found = guess(text.split("\n"), place.line, said)
    if found is None:
        return None
    place = Place(file, found.line, found.column)
    return Problem(place, found.what, found.cure, line_of(text, place))


def _told(file: str, mark: Any, text: str, what: str, cure: str) -> Problem:
    place = _inside(place_of(file, mark), text) if mark else Place(file)
    before = text.split("\n")[place.line - 1][: place.column - 1]
    if "same column" in what and (_AFTER_QUOTE.match(before) or before.endswith(("'", '"'))):
        what = "Text stands after a closing quotation mark"
        cure = _quotes_cure(line_of(text, place))
    return Problem(place, what, cure, line_of(text, place))


def _quotes_cure(line: str) -> str:
    if _APOSTROPHE.search(line):
        return "Put one pair of double quotes around the whole text, and none inside it."
    return "Put one pair of single quotes around the whole text, since it holds double ones."


def _inside(place: Place, text: str) -> Place:
    """Where the parser ran into the end of the file, the last line that says something."""
    lines = text.rstrip().split("\n")
    if place.line <= len(lines):
        return place
    return Place(place.file, len(lines), len(lines[-1]) + 1)


def place_of(file: str, mark: Any) -> Place:
    """The place of a parser's mark, which counts from 0."""
    return Place(file, mark.line + 1, mark.column + 1)


def line_of(text: str, place: Place) -> str:
    """The beginning of the line at a place, as typed."""
    lines = text.split("\n")
    return lines[place.line - 1].strip()[:_SHOWN] if place.line <= len(lines) else ""
