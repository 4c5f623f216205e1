from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.helpdesk.openings import availability, closed_reason, long_date
from bot.knowledge import Closure, Contact, Court, Hours, Says
from tests.helpdesk.folder import example

CENTRAL = ZoneInfo("America/Chicago")
COURT: Court = example().court
SAYS: Says = example().says
HOURS = (Hours.model_validate({"days": "mon-fri", "opens": "8:00 am", "closes": "6:00 pm"}),)
OFFICE = Contact(id="office", name="Office", helps_with="x", hours=HOURS)
UNPUBLISHED = Contact(
    id="clerk",
    name="Clerk",
    helps_with="x",
    hours_text="regular business hours",
    follows_court_closures=True,
)


def at(text: str, zone: ZoneInfo = CENTRAL) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=zone)


@pytest.mark.parametrize(
    ("now", "said"),
    [
        ("2026-11-24T08:00", "Open now until 6:00 pm"),
        ("2026-11-24T17:59", "Open now until 6:00 pm"),
        ("2026-11-24T07:59", "Closed now, opens today at 8:00 am Central"),
        ("2026-11-24T18:00", "Closed now, opens Wednesday at 8:00 am Central"),
        ("2026-11-26T12:00", "Closed for Thanksgiving Day, opens Friday 8:00 am Central"),
        ("2026-11-25T19:00", "Closed now, opens Friday at 8:00 am Central"),
        ("2026-11-28T12:00", "Closed now, opens Monday at 8:00 am Central"),
        ("2027-12-24T09:00", "Closed for Christmas Day (observed), opens Monday 8:00 am Central"),
    ],
)
def test_a_card_says_whether_the_office_is_open_now(now: str, said: str) -> None:
    """Hours, weekends and federal holidays, the observed ones too, decide what a card says."""
    assert availability(OFFICE, COURT, SAYS, at(now)) == said


def test_the_time_zone_is_the_offices() -> None:
    """Somebody who asks from another zone is told the office's hours."""
    asked = at("2026-11-24T15:30", ZoneInfo("Pacific/Honolulu"))

    assert availability(OFFICE, COURT, SAYS, asked).startswith("Closed now, opens Wednesday")


def test_unpublished_hours_are_not_guessed() -> None:
    """An office without published hours says so, on a weekend too."""
    assert (
        availability(UNPUBLISHED, COURT, SAYS, at("2026-11-24T12:00")) == "regular business hours"
    )


def test_a_closure_of_the_court_is_told() -> None:
    """A closure in court.yaml closes the contacts that follow it, and no others."""
    court = COURT.model_copy(update={"closures": (Closure(day=date(2026, 11, 24), reason="ice"),)})

    closed = availability(UNPUBLISHED, court, SAYS, at("2026-11-24T12:00"))

    assert closed == "Closed for ice, opens on the next business day"
    assert availability(OFFICE, court, SAYS, at("2026-11-24T12:00")).startswith("Open now")


def test_daylight_saving_does_not_move_the_hours() -> None:
    """Eight o'clock is eight o'clock on the days the clocks change."""
    for day in ("2026-03-09", "2026-11-02"):
        assert availability(OFFICE, COURT, SAYS, at(f"{day}T08:00")).startswith("Open now")
        assert "today at 8:00 am" in availability(OFFICE, COURT, SAYS, at(f"{day}T07:59"))


def test_an_office_may_work_on_federal_holidays() -> None:
    """`federal_holidays: false` keeps a holiday from closing an office."""
    always = OFFICE.model_copy(update={"federal_holidays": False})

    assert closed_reason(always, COURT, date(2026, 11, 26)) == ""
    assert availability(always, COURT, SAYS, at("2026-11-26T12:00")).startswith("Open now")


@given(st.datetimes(min_value=datetime(2020, 1, 1), max_value=datetime(2030, 12, 31)))  # noqa: DTZ001 # a zone is added
def test_open_is_said_only_in_opening_hours(moment: datetime) -> None:
    """At no moment is a closed office called open, nor an open one closed."""
    now = moment.replace(tzinfo=CENTRAL)
    working = now.weekday() < 5 and not closed_reason(OFFICE, COURT, now.date())
    is_open = working and 8 <= now.hour < 18

    assert availability(OFFICE, COURT, SAYS, now).startswith("Open now") == is_open


def test_long_date_has_no_leading_zero() -> None:
    """Dates read as people write them."""
    assert long_date(date(2026, 4, 3)) == "April 3, 2026"
