from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.checklist import NoSuchDay, TooFar, is_moment_alone, moment, next_monday, on_day
from bot.checklist.when import FURTHEST

CHICAGO = ZoneInfo("America/Chicago")
NOW = datetime(2031, 3, 5, 10, tzinfo=CHICAGO)  # a Wednesday


def wall(text: str, zone: ZoneInfo = CHICAGO, now: datetime = NOW) -> str:
    due = moment(text, now, zone)
    assert isinstance(due, datetime)
    return due.astimezone(zone).strftime("%Y-%m-%d %H:%M")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("tomorrow morning", "2031-03-06 09:00"),
        ("remind me tomorrow", "2031-03-06 09:00"),
        ("tomorow afternoon pls", "2031-03-06 14:00"),
        ("Monday", "2031-03-10 09:00"),
        ("on monday at 3 pm", "2031-03-10 15:00"),
        ("Mon. 8:30 am", "2031-03-10 08:30"),
        ("wednesday", "2031-03-12 09:00"),
        ("wendesday", "2031-03-12 09:00"),
        ("next week", "2031-03-10 09:00"),
        ("tonight", "2031-03-05 18:00"),
        ("today at 4pm", "2031-03-05 16:00"),
        ("at 3", "2031-03-05 15:00"),
        ("at 9", "2031-03-06 09:00"),
        ("April 1", "2031-04-01 09:00"),
        ("1st of april at noon", "2031-04-01 12:00"),
        ("apr 1 at 10:15 a.m.", "2031-04-01 10:15"),
        ("4/1", "2031-04-01 09:00"),
        ("4/1/31", "2031-04-01 09:00"),
        ("2031-04-01", "2031-04-01 09:00"),
        ("in two days", "2031-03-07 09:00"),
        ("in a week", "2031-03-12 09:00"),
        ("in 3 hours", "2031-03-05 13:00"),
    ],
)
def test_a_day_is_read_as_people_say_it(text: str, expected: str) -> None:
    """At nine in the morning unless a time is named."""
    assert wall(text) == expected


@pytest.mark.parametrize("text", ["feb 30", "31 april", "2031-02-30", "13/45", "2/29/2031"])
def test_a_day_that_no_calendar_has_is_told(text: str) -> None:
    """It is none gone by, and none too far away."""
    assert moment(text, NOW, CHICAGO) is NoSuchDay.OF_THAT_NAME


@pytest.mark.parametrize("text", ["", "later", "soon", "yes", "2", "whenever", "do it", "the 99th"])
def test_what_names_no_day_is_no_moment(text: str) -> None:
    """Nothing is scheduled that nobody asked for."""
    assert moment(text, NOW, CHICAGO) is None


@pytest.mark.parametrize(
    "text",
    [
        "2031-02-01",
        "2032-03-01",
        "today at 9 am",
        "December 24",
        "yesterday",
        "in 2 years",
        "in a year",
        "next year",
    ],
)
def test_a_day_gone_by_or_too_far_is_told(text: str) -> None:
    """Slack takes messages for the next 120 days only."""
    assert isinstance(moment(text, NOW, CHICAGO), TooFar)


def test_nine_oclock_stays_nine_oclock_over_the_change_of_clocks() -> None:
    """Clocks go forward on March 9, 2031: Monday at nine is an hour earlier in UTC."""
    before = moment("saturday", NOW, CHICAGO)
    after = moment("monday", NOW, CHICAGO)

    assert before == datetime(2031, 3, 8, 15, tzinfo=UTC)
    assert after == datetime(2031, 3, 10, 14, tzinfo=UTC)


def test_nine_oclock_is_the_persons_own() -> None:
    """In New York it is an hour earlier than in Chicago; in Auckland tomorrow has begun."""
    assert moment("tomorrow", NOW, ZoneInfo("America/New_York")) == datetime(
        2031, 3, 6, 14, tzinfo=UTC
    )
    assert wall("tomorrow", ZoneInfo("Pacific/Auckland")) == "2031-03-07 09:00"


def test_a_day_of_the_calendar_is_its_morning() -> None:
    """What the calendar button sends."""
    assert on_day(date(2031, 4, 1), NOW, CHICAGO) == datetime(2031, 4, 1, 14, tzinfo=UTC)
    assert isinstance(on_day(date(2030, 4, 1), NOW, CHICAGO), TooFar)


def test_monday_said_on_a_monday_is_the_next_one() -> None:
    """Nobody asks on Monday at ten to be reminded on Monday at nine."""
    monday = datetime(2031, 3, 10, 10, tzinfo=CHICAGO)

    assert next_monday(monday, CHICAGO).date() == date(2031, 3, 17)


@given(
    text=st.text(max_size=80) | st.from_regex(r"[0-9]{1,5}[/:-][0-9]{1,5}( at [0-9]{1,3} ?[ap]m)?"),
    hours=st.integers(0, 300_000),
    zone=st.sampled_from(["UTC", "America/Chicago", "Pacific/Kiritimati", "America/St_Johns"]),
)
def test_whatever_is_typed_is_due_in_slacks_time_or_not_at_all(
    text: str, hours: int, zone: str
) -> None:
    """No text, moment or zone is an error."""
    now = datetime(2025, 1, 1, tzinfo=UTC) + timedelta(hours=hours)
    due = moment(text, now, ZoneInfo(zone))

    if isinstance(due, datetime):
        assert timedelta(0) < due - now <= FURTHEST


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("tomorrow morning", True), ("Monday at 3 pm", True), ("December 1", True),
        ("in two weeks please", True), ("2031-04-01", True), ("tomorow", True),
        ("I'll do it Monday", True), ("good morning", False), ("morning", False),
        ("happy friday", False), ("PACER was down this morning", False), ("", False),
    ],
)  # fmt: skip
def test_a_moment_alone_is_no_greeting(text: str, alone: bool) -> None:
    """Only a text that says nothing else asks for a reminder."""
    assert is_moment_alone(text) is alone
