"""Problems as text, in each format."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.knowledge import Place, Problem, Severity
from bot.knowledge.check.report import FORMATS, brief, has_errors, render, summary

ERROR = Problem(Place("a/b.yaml", 3, 5), "It is `wrong`", "Make it right.", "wr:ong, 100%")
WARNING = Problem(Place("c.yaml"), "It is odd", "Look.", severity=Severity.WARNING)


def test_the_summary_counts_in_words() -> None:
    """Errors come first, and one is not many."""
    assert summary([ERROR, WARNING, WARNING]) == "1 error, 2 warnings."
    assert summary([WARNING]) == "1 warning."
    assert summary([]) == "No problems."


def test_only_errors_stop_a_release() -> None:
    """Warnings alone let a folder through."""
    assert has_errors([WARNING, ERROR])
    assert not has_errors([WARNING])


def test_plain_is_grouped_by_file() -> None:
    """Each file is named once, with the path a person can open."""
    assert render([WARNING, ERROR], "plain", "knowledge/") == (
        "knowledge/a/b.yaml\n"
        "  line 3, column 5: error: It is `wrong`.\n"
        "      You wrote:  wr:ong, 100%\n"
        "      What to do: Make it right.\n"
        "\n"
        "knowledge/c.yaml\n"
        "  line 1, column 1: warning: It is odd.\n"
        "      What to do: Look.\n"
        "\n"
        "1 error, 1 warning.\n"
        "Errors must be put right before these answers can be used.\n"
    )


def test_what_has_no_lines_is_told_without_any() -> None:
    """A folder is named as it was given, and a missing file by its path."""
    folder = Problem(Place.without_lines(), "There is none", "Check its name.")
    file = Problem(Place.without_lines("a.yaml"), "It is missing", "Put it back.")
    assert render([folder], "plain", "k/").startswith("k\n  error: There is none.\n")
    assert render([file], "plain", "k").startswith("k/a.yaml\n  error: It is missing.\n")
    assert render([file], "github", "k").startswith("::error file=k/a.yaml,title=")
    assert brief([folder], "k").startswith("k: There is none.")
    assert str(file).startswith("a.yaml: error: It is missing.")


def test_github_marks_the_line() -> None:
    """A workflow command names file, line and column; signs of its own are escaped."""
    first = render([ERROR], "github", "knowledge").split("\n")[0]
    assert first == (
        "::error file=knowledge/a/b.yaml,line=3,col=5,title=A change is needed::"
        'It is `wrong` ("wr:ong, 100%25"). Make it right.'
    )


def test_json_is_for_programs() -> None:
    """Every part of a problem has its own key."""
    document = json.loads(render([WARNING, ERROR], "json", "k"))
    assert (document["errors"], document["warnings"]) == (1, 1)
    assert document["problems"][0] == {
        "severity": "error",
        "file": "k/a/b.yaml",
        "line": 3,
        "column": 5,
        "found": "wr:ong, 100%",
        "what": "It is `wrong`",
        "cure": "Make it right.",
    }


def test_an_unknown_format_is_refused() -> None:
    """A format that does not exist raises and prints nothing."""
    with pytest.raises(KeyError):
        render([], "xml")


def test_a_chat_message_shows_the_first_few() -> None:
    """A long list is cut, and the count tells how much there is."""
    lines = brief([ERROR, WARNING, WARNING], "k", most=1).split("\n")
    assert lines[0] == "k/a/b.yaml:3:5: It is `wrong`. Make it right."
    assert lines[1:] == ["... and 2 more", "1 error, 2 warnings."]
    assert brief([WARNING]) == "c.yaml:1:1: It is odd. Look.\n1 warning."


TEXT = st.text(st.sampled_from("ab:,%\r\n ::"), max_size=12)


@given(TEXT, TEXT, TEXT, TEXT)
def test_no_text_breaks_out_of_a_workflow_command(
    file: str, found: str, what: str, cure: str
) -> None:
    """Whatever a file holds, one problem stays one command on one line."""
    problem = Problem(Place(file, 1, 1), what, cure, found)
    lines = render([problem], "github").split("\n")
    assert len(lines) == 3
    properties = lines[0].removeprefix("::error ").split("::", 1)[0]
    assert len(properties.split(",")) == 4
    assert "\r" not in lines[0]


@given(TEXT, TEXT)
def test_every_format_takes_every_text(found: str, what: str) -> None:
    """No format raises, whatever a problem says."""
    for fmt in FORMATS:
        assert render([Problem(Place("f"), what, "", found)], fmt)
