"""What clerks meant by lines that YAML cannot read: the slip itself is told, where it stands."""

import pytest

from bot.knowledge.document import read_document
from bot.knowledge.problem import Problem
from tests.knowledge.example import only


def problem_of(text: str) -> Problem:
    return only(tuple(read_document("file.yaml", text.encode())[1]))


@pytest.mark.parametrize(
    ("text", "line", "column", "what", "cure"),
    [
        ("a: []\n  - b: c\n", 1, 4, "[] says that there is nothing", "Delete the []"),
        ("# x\na: []\n\n# y\n  - b: c\n    d: e\n", 2, 4, "says that there is nothing", "colon"),
        ("a:\n  -b: 1\n   c: 2\n", 2, 3, "hyphen has no space", "space behind the hyphen"),
        ("a:\n  b:\n    -one\n    - two\n    - x: y: z\n", 3, 5, "hyphen has no space", "space"),
        ("a:\n  - one\n  -two\n  - three\n", 3, 3, "hyphen has no space", "space behind"),
        ("a:\n  link\n    - one\n    - two: x\nb: c\n", 2, 3, "colon is missing", "`link:`"),
        ("a:\n  u you\n  ur: your\n", 2, 3, "no colon, and the one below", "key: value"),
        ("a: '\n  The clerk's office'\n", 2, 13, "after a closing", "double quotes around"),
        ("a:\n  - one\n  two\n  - three\n", 3, 3, "no hyphen", "hyphen and a space"),
        ("a:\n  - one\n  • two\n  - three\n", 3, 3, "bullet", "hyphen and a space"),
        ("a: b\nquestion:How so?\nc: d\n", 2, 9, "colon has no space", "space behind the colon"),
        ("a: b\nc:\u00a0d\ne: f\n", 2, 3, "not an ordinary one", "space bar"),
        ("a:\n  - b\n  -\u00a0c\n  - d\n", 3, 4, "not an ordinary one", "space bar"),
        ("a: [Update] closed\nb: c\n", 1, 4, "begins with a bracket", "quotes"),
        ("a: {court} is live\nb: c\n", 1, 4, "begins with a bracket", "quotes"),
        ("url: [CM](https://a.gov/b)\nb: c\n", 1, 6, "Markdown", "Write only the address: https"),
        ("a: - closed\nb: c\n", 1, 4, "begins with a sign", "quotes"),
        ("a: ? closed\nb: c\n", 1, 4, "begins with a sign", "quotes"),
        ("a: “Closed: ice”\nb: c\n", 1, 4, "Curly", 'straight ones around the whole text ("'),
        ("a: 'The clerk's office'\nb: c\n", 1, 15, "after a closing", "double quotes around"),
        ('a: "The "clerk\'s" office"\n', 1, 10, "after a closing", "double quotes around"),
        ('a: "The "old" login"\n', 1, 10, "after a closing", "single quotes around"),
        ("a:\n  Note: b\n  1. Open it\nc: d\n", 3, 3, "far enough in", "needs | behind its key"),
    ],
)
def test_the_slip_is_told_where_it_was_made(
    text: str, line: int, column: int, what: str, cure: str
) -> None:
    """The place is that of the wrong key press, although YAML stumbles only later."""
    problem = problem_of(text)
    assert (problem.place.line, problem.place.column) == (line, column), problem
    assert what in problem.what
    assert cure in problem.cure


@pytest.mark.parametrize(
    "text",
    ["a: [b, c]\nd: {e: f} # g\n", "a: []\nb:\n  - c\n", "a: |\n  - one\n  two\n  -three\n"],
)
def test_what_is_right_is_not_guessed_at(text: str) -> None:
    """Lists in brackets, empty lists and texts may look like slips and are none."""
    assert read_document("file.yaml", text.encode())[1] == []
