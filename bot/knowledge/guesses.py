"""What was meant by a line that YAML cannot read, guessed from the line and those above it.

YAML's own complaint names a rule of YAML; these name the key to press.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

_LOOK_BACK = 300  # lines; the longest list of phrasings is shorter
_KEY = r"^\s*(?:- +)?(?:[\w-]+:\s+)?"
_ODD_SPACE = re.compile(r"^\s*(?:-|(?:- +)?[\w-]+:)([\u00a0\u2000-\u200a\u202f\u3000])")
_NOTHING = re.compile(r":\s+(\[\s*\]|\{\s*\})\s*(?:#.*)?$")
_MARKDOWN_LINK = re.compile(_KEY + r"(\[[^\[\]]*\]\((https?://[^()\s]+)\))\s*$")
_BRACKET = re.compile(_KEY + r"([\[{])[^\[\]{}]*[\]}]\s*[^\s#,\]}]")
_SIGN = re.compile(r"^\s*(?:- +)?[\w-]+:\s+([-?:])\s")
_CURLY = re.compile(_KEY + r"([“”„‘’«»]).*:\s")
_BULLET = re.compile(r"^\s*([•·●▪◦‣–—])\s")
_GLUED = re.compile(r"^\s*(-)[^\s-]")
_GLUED_COLON = re.compile(r"^\s*(?:- +)?[a-z_]+(:)[^\s:/]")
_BARE = re.compile(r"^\s*(\w[\w-]*)\s*$")
_PAIR = re.compile(r"^\s*[^\s:#-][^:]{0,40}:\s")
_ITEM = re.compile(r"^\s*-\s")


@dataclass(frozen=True, slots=True)
class Guess:
    """What is wrong and its cure. Lines and columns count from 1."""

    line: int
    column: int
    what: str
    cure: str


_Rule = Callable[[Sequence[str], int, str], Guess | None]


def guess(lines: Sequence[str], number: int, said: str) -> Guess | None:
    """The likeliest slip at or above a line that the parser complained of, if any is likely.

    `said` is the parser's own complaint.
    """
    found = (rule(lines, number, said) for rule in _RULES)
    return next((each for each in found if each is not None), None)


def _in_line(sign: re.Pattern[str], what: str, cure: str) -> _Rule:
    """A rule for a sign in the very line that the parser complained of."""

    def rule(lines: Sequence[str], number: int, said: str) -> Guess | None:
        match = sign.match(lines[number - 1])
        return Guess(number, match.start(1) + 1, what, cure) if match else None

    return rule


def _markdown_link(lines: Sequence[str], number: int, said: str) -> Guess | None:
    match = _MARKDOWN_LINK.match(lines[number - 1])
    if match is None:
        return None
    cure = f"Write only the address: {match[2]}"
    return Guess(number, match.start(1) + 1, "A link in Markdown is not understood here", cure)


def _goes_on_after_nothing(lines: Sequence[str], number: int, said: str) -> Guess | None:
    """`closures: []` with the first closure below it."""
    above = number - 1
    while above and (not lines[above - 1].strip() or lines[above - 1].lstrip().startswith("#")):
        above -= 1
    match = _NOTHING.search(lines[above - 1]) if above else None
    if match is None or not _ITEM.match(lines[number - 1]):
        return None
    what = f"{match[1]} says that there is nothing, and something follows below"
    cure = f"Delete the {match[1]}, so that the line ends with the colon."
    return Guess(above, match.start(1) + 1, what, cure)


def _no_hyphen(lines: Sequence[str], number: int, said: str) -> Guess | None:
    """A line of a list whose neighbour above is an item in the same column."""
    line, above = lines[number - 1], lines[number - 2] if number > 1 else ""
    if "could not find expected ':'" not in said or not _ITEM.match(above):
        return None
    if _indent(line) != _indent(above) or _GLUED.match(line):
        return None
    what = "The line has no hyphen, and the line above has one"
    cure = "Begin it with a hyphen and a space, or move it in if it goes on with the line above."
    return Guess(number, _indent(line) + 1, what, cure)


def _no_colon(lines: Sequence[str], number: int, said: str) -> Guess | None:
    """A key without its colon, or with no space behind it."""
    line = lines[number - 1]
    if "could not find expected ':'" not in said:
        return None
    if match := _GLUED_COLON.match(line):
        cure = "Put a space behind the colon."
        return Guess(number, match.start(1) + 1, "A colon has no space behind it", cure)
    if match := _BARE.match(line):
        cure = f"Write `{match[1]}: ...`, with a colon and a space."
        return Guess(number, match.start(1) + 1, "A colon is missing after a key", cure)
    return None


def _slip_above(lines: Sequence[str], number: int, said: str) -> Guess | None:
    """A line that made YAML take all that follows for one long text."""
    if "mapping values" not in said and "could not find expected ':'" not in said:
        return None
    for above in range(number, max(number - _LOOK_BACK, 0), -1):
        line = lines[above - 1]
        if match := _GLUED.match(line):
            cure = "Put a space behind the hyphen."
            return Guess(above, match.start(1) + 1, "A hyphen has no space behind it", cure)
        if above < number and (match := _BARE.match(line)):
            cure = f"Write `{match[1]}:`, with the colon."
            return Guess(above, match.start(1) + 1, "A colon is missing after a key", cure)
        if line.rstrip().endswith(":") and _indent(line) < _indent(lines[number - 1]):
            break
    return None


def _no_colon_above(lines: Sequence[str], number: int, said: str) -> Guess | None:
    """`u you` above `ur: your`: YAML takes both lines for one."""
    line, above = lines[number - 1], lines[number - 2] if number > 1 else ""
    if "mapping values" not in said or not _PAIR.match(line) or not above.strip():
        return None
    if _indent(line) != _indent(above) or ":" in above or above.lstrip()[0] in "-#":
        return None
    what = "This line has no colon, and the one below it has one"
    cure = (
        "Write `key: value`, with a colon and a space. If both lines are one text, put quotes "
        "around it, or | behind its key."
    )
    return Guess(number - 1, _indent(above) + 1, what, cure)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


_QUOTES = "Put quotes around the whole text."
_RULES: tuple[_Rule, ...] = (
    _in_line(
        _ODD_SPACE,
        "The space after the hyphen or colon is not an ordinary one",
        "Delete it and press the space bar.",
    ),
    _goes_on_after_nothing,
    _markdown_link,
    _in_line(_BRACKET, "The text begins with a bracket, which means a list to YAML", _QUOTES),
    _in_line(_SIGN, "The text begins with a sign that has a meaning in YAML", _QUOTES),
    _in_line(
        _CURLY,
        "Curly quotation marks do not keep a text together, and it has a colon",
        'Put straight ones around the whole text ("like this").',
    ),
    _in_line(
        _BULLET,
        "The line begins with a bullet or dash of a word processor",
        "Begin it with a hyphen and a space.",
    ),
    _no_hyphen,
    _no_colon,
    _slip_above,
    _no_colon_above,
)
