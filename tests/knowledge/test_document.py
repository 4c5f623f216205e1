"""Reading one YAML file: what clerks mistype, and what must never get through."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.knowledge.document import MAX_BYTES, Document, read_document
from bot.knowledge.problem import Problem


def read(raw: bytes | str) -> tuple[Document, list[Problem]]:
    return read_document("file.yaml", raw.encode() if isinstance(raw, str) else raw)


def problem_of(raw: bytes | str) -> Problem:
    document, problems = read(raw)
    assert problems, document.data
    return problems[0]


def test_data_and_places_are_kept() -> None:
    """Every value and key knows its line and column, counted from 1."""
    document, problems = read("a: one\nlist:\n  - b: two\n")
    assert not problems
    assert document.data == {"a": "one", "list": [{"b": "two"}]}
    assert str(document.spot(("list", 0, "b")).place) == "file.yaml:3:8"
    assert str(document.key(("list", 0, "b")).place) == "file.yaml:3:5"
    assert str(document.spot(("list", 0, "gone")).place) == "file.yaml:3:5"


@pytest.mark.parametrize(
    ("text", "line", "column", "what", "cure"),
    [
        ("a:\n\tb: c\n", 2, 1, "tab", "two spaces"),
        ("a:\n\u00a0 b: c\n", 2, 1, "invisible", "two spaces"),
        ("- title: PACER: the page\n", 1, 15, "colon", "quotes"),
        ("a: b\nquestion\nc: d\n", 2, 1, "colon is missing", "`question: ...`"),
        ('a: "never closed\nb: c\n', 1, 4, "never closed", "closing"),
        ("a: [b, c\nd: e\n", 1, 4, "not closed", "bracket"),
        ("- a: b\n c: d\n", 2, 2, "same column", "Line it up"),
        ('a: "b" c\n', 1, 8, "after a closing quotation", "one pair of single"),
        ("a: @home\n", 1, 4, "begins with a character", "quotes"),
        ("a: `code`\n", 1, 4, "begins with a character", "quotes"),
        ("a: *bold* word\n", 1, 9, "begins with *", "quotes"),
        ("a: &x [1]\nb: *x\n", 1, 4, "begins with & or *", "quotes"),
        ("a: !ruby/object b\n", 1, 4, "begins with !", "quotes"),
        ("a: b\n---\nc: d\n", 2, 1, "second document", "Delete"),
        ("a: b\na: c\n", 2, 1, "stands twice here (first in line 1)", "Keep one"),
        ("? [a]\n: b\n", 1, 3, "used as a key", "key: value"),
        ("a: 2026-13-45\n", 1, 4, "looks like a date", "2026-11-25"),
        ("a: | text\n  more\n", 1, 6, "same line as |", "next line"),
        ('a: "c:\\path"\n', 1, 7, "backslash", "single quotes"),
        ("%a\nb: c\n", 1, 3, "begins with %", "quotes"),
        ("a: b\x07\n", 1, 5, "control character", "Delete"),
        ("", 1, 1, "empty", "content back"),
        ("# only a comment\n", 1, 1, "empty", "content back"),
    ],
)
def test_a_slip_has_a_place_and_a_cure(
    text: str, line: int, column: int, what: str, cure: str
) -> None:
    """Each common slip is told where it is, in a clerk's words, with what to type instead."""
    problem = problem_of(text)
    assert (problem.place.line, problem.place.column) == (line, column), problem
    assert what in problem.what
    assert cure in problem.cure


def test_other_encodings_are_told_with_their_place() -> None:
    """A file saved as Windows-1252 or UTF-16 is refused at the first wrong byte."""
    latin = problem_of("a: ok\nb: café\n".encode("cp1252"))
    assert (latin.place.line, latin.place.column) == (2, 7)
    assert "UTF-8" in latin.cure
    assert "UTF-8" in problem_of("a: b\n".encode("utf-16")).what
    assert "UTF-8" in problem_of("a: b\n".encode("utf-16-le")).what
    assert "Word document" in problem_of(b"PK\x03\x04\x14\x00\x06").cure


def test_a_byte_order_mark_and_windows_line_ends_are_fine() -> None:
    """Notepad's UTF-8 with a mark and carriage returns is read like any other."""
    for mark in (b"\xef\xbb\xbf", b"\xef\xbb\xbf\xef\xbb\xbf"):
        document, problems = read(mark + b"a: b\r\nc:\r\n  - d\r\n")
        assert not problems
        assert document.data == {"a": "b", "c": ["d"]}


def test_a_missing_hyphen_is_told_once() -> None:
    """Two items run into one have every key twice, and one slip made it so."""
    items = "a:\n  - id: b\n    text: c\n    day: d\n\n    id: e\n    text: f\n    day: g\n"
    _, problems = read(items)
    assert [problem.place.line for problem in problems] == [6]
    assert "hyphen" in problems[0].cure
    _, problems = read("a:\n  - id: b\n    text: c\n    text: d\n")
    assert "hyphen" not in problems[0].cure
    _, problems = read("a: b\nc: d\na: e\nc: f\n")
    assert [problem.place.line for problem in problems] == [3, 4]


def test_yaml_bombs_stay_small() -> None:
    """Neither aliases nor depth nor size can cost memory or overflow the stack."""
    bomb = "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n"
    assert "&" in problem_of(bomb).what
    assert "levels" in problem_of("[" * 100_000).what
    assert "levels" in problem_of("a: " + "{b: " * 500).what
    assert "levels" in problem_of("- " * 50_000).what or problem_of("- " * 50_000).cure
    deep = "".join("  " * depth + "a:\n" for depth in range(900))
    assert "levels" in problem_of(deep).what
    assert "larger" in problem_of(b"a" * (MAX_BYTES + 1)).what


def test_what_yaml_would_convert_is_seen_as_typed() -> None:
    """The words no, on and 1_000 keep their spelling for the message that asks for quotes."""
    document, _ = read("a: no\nb: 1_000\nc: =\nd: <<\n")
    assert document.data == {"a": False, "b": 1000, "c": "=", "d": "<<"}
    assert document.spot(("b",)).typed == "1_000"


@given(st.binary(max_size=200))
@example(b"a: ~\n? b\n")
@example(b"- !!binary x\n")
@example(b"{a: 1, a: 2}")
def test_any_bytes_give_data_or_problems(raw: bytes) -> None:
    """Whatever the bytes are: no exception, and every problem has a place and a cure."""
    _, problems = read(raw)
    for problem in problems:
        assert problem.place.line >= 1
        assert problem.place.column >= 1
        assert problem.what
        assert problem.cure


@given(st.text(st.sampled_from("ab:- \n#'\"[]{}&*!|>?,%@`\t=<\\0123456789.~"), max_size=80))
def test_any_text_of_yaml_signs_gives_data_or_problems(text: str) -> None:
    """The same for texts made of the signs that YAML gives a meaning."""
    _, problems = read(text)
    assert all(problem.what and problem.cure for problem in problems)


def test_of_equal_keys_the_first_is_found() -> None:
    """Places are looked for after the data was built, and name the value that was taken."""
    document, problems = read("a: one\na: two\n")

    assert [problem.place.line for problem in problems] == [2]
    assert document.spot(("a",)).typed == "one"
    assert document.key(("a",)).place.line == 1
