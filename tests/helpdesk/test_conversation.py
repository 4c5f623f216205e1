import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.helpdesk.conversation import NONE, Turn, Unclear, picked, says_it_failed

OFFERED = Turn(choices=("a", "b", "c"))


@pytest.mark.parametrize(
    ("typed", "choice"),
    [
        ("2", "b"), ("2.", "b"), (" 1 ", "a"), ("#3", "c"), ("number 2 please", "b"),
        ("the second one", "b"), ("First", "a"), ("option three", "c"), ("the last one", "c"),
        ("4", NONE), ("none of these", NONE), ("None of them, thanks", NONE), ("no", NONE),
        ("Neither", NONE), ("nope", NONE),
        ("yes", Unclear.YES), ("ok", Unclear.YES), ("7", Unclear.OUT_OF_RANGE),
    ],
)  # fmt: skip
def test_choices_can_be_picked_in_words(typed: str, choice: object) -> None:
    """A number, an ordinal or 'none of these' does what the button does."""
    assert picked(typed, OFFERED) == choice


@pytest.mark.parametrize(
    "typed",
    [
        "how do I reset it",
        "2 lawyers share a login, ok?",
        "no password works",
        "none of my menus",
        "",
    ],
)
def test_a_new_question_is_no_choice(typed: str) -> None:
    """A message that says more than a choice is asked as a question."""
    assert picked(typed, OFFERED) is None


def test_without_choices_nothing_is_picked() -> None:
    """A number means nothing where no choices were offered."""
    assert picked("2", None) is None
    assert picked("2", Turn(entry="a")) is None


@given(st.text(max_size=80), st.integers(min_value=2, max_value=3))
def test_any_text_is_read_without_error(typed: str, count: int) -> None:
    """Whatever is typed, it is an offered id, 'none', unclear, or no choice."""
    offered = Turn(choices=tuple("abc"[:count]))

    choice = picked(typed, offered)

    assert choice is None or isinstance(choice, Unclear) or choice in (*offered.choices, NONE)


@pytest.mark.parametrize(
    ("typed", "failed"),
    [
        ("that didn't work", True), ("didnt help", True), ("it still does not work", True),
        ("still stuck", True), ("what about my paralegal?", False), ("how much is it", False),
    ],
)  # fmt: skip
def test_a_failed_answer_is_heard(typed: str, failed: bool) -> None:
    """'That did not work' is told apart from a question about the same thing."""
    assert says_it_failed(typed) is failed
