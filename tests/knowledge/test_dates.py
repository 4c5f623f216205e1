"""Dates as people write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.knowledge.dates import meant_date


@pytest.mark.parametrize(
    "typed",
    [
        "12/4/2026",
        "12-04-2026",
        "2026-12-4",
        "2026/12/04",
        "2026-12-04 12:00",
        "December 4, 2026",
        "Dec. 4th 2026",
        "Friday, December 4, 2026",
    ],
)
def test_a_date_in_another_form_is_understood(typed: str) -> None:
    """The month stands first, as people write it in the United States."""
    assert meant_date(typed) == date(2026, 12, 4)


@pytest.mark.parametrize("typed", ["", "today", "2/30/2027", "24.12", "1/2/27", "Smarch 1, 2027"])
def test_what_is_not_clear_is_not_guessed(typed: str) -> None:
    """A wrong suggestion would be worse than none."""
    assert meant_date(typed) is None


@given(st.dates())
def test_every_date_is_understood_in_the_right_form_too(day: date) -> None:
    """The form that the files take is read as itself."""
    assert meant_date(day.isoformat()) == day


@given(st.text(max_size=20))
def test_any_text_gives_a_date_or_none(typed: str) -> None:
    """Nothing that is typed raises."""
    found = meant_date(typed)
    assert found is None or meant_date(found.isoformat()) == found
