"""What must not stand in any line: marks of other programs and what nobody can see."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.knowledge.lines import odd_lines


@pytest.mark.parametrize(
    ("text", "line", "column", "what", "cure"),
    [
        ("a: b\n<<<<<<< HEAD\nc: d\n", 2, 1, "merge", "Keep the lines of one version"),
        ("a: |\n  <<<<<<< HEAD\n  c\n", 2, 1, "merge", "=== or >>>"),
        ("a: b\n=======\nc: d\n", 2, 1, "merge", "delete"),
        ("a: b\r\n>>>>>>> new-phone\r\n", 2, 1, "merge", "delete"),
        ("```yaml\na: b\n", 1, 1, "backquotes", "Delete the line"),
        ("a: b\u200bc\n", 1, 5, "invisible character", "type it anew"),
        ("a:\n  \ufeffb: c\n", 2, 3, "invisible character", "type it anew"),
        ("a:\n\tb: c\n", 2, 1, "A tab", "two spaces"),
        ("a:\n \u00a0b: c\n", 2, 2, "An invisible character", "two spaces"),
    ],
)
def test_an_odd_line_is_told(text: str, line: int, column: int, what: str, cure: str) -> None:
    """Each has its place and its cure, before YAML reads the file."""
    problem = next(odd_lines("file.yaml", text))
    assert (problem.place.line, problem.place.column) == (line, column), problem
    assert what in problem.what
    assert cure in problem.cure


def test_every_mark_of_a_merge_is_told() -> None:
    """All three lines must go, so all three are told."""
    text = "a:\n<<<<<<< HEAD\n  - b\n=======\n  - c\n>>>>>>> new\n"
    assert [problem.place.line for problem in odd_lines("file.yaml", text)] == [2, 4, 6]


def test_underlined_words_and_emoji_are_no_odd_lines() -> None:
    """Signs that people write in texts stay: equals signs moved in, and joined emoji."""
    assert not list(odd_lines("file.yaml", "a: |\n  Title\n  =======\n  👩‍💻 works\n"))


@given(st.text("ab -\r\n\t\u00a0\x0b\x1c", max_size=40))
def test_no_odd_indent_is_passed_by(text: str) -> None:
    """The quick look at a whole text misses no line that is moved in by other than spaces."""
    odd = {
        number
        for number, line in enumerate(text.split("\n"), 1)
        if line.strip() and line[: len(line) - len(line.lstrip())].rstrip("\r").strip(" ")
    }

    assert {problem.place.line for problem in odd_lines("a.yaml", text)} == odd
