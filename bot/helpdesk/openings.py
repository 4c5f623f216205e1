"""Whether an office is open: hours, time zones, federal holidays and the court's own closures.

Federal holidays, the observed ones included, come from the `holidays` library (5 U.S.C. 6103).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from bot.knowledge import Contact, Court, Hours, Says

_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_LOOK_AHEAD = 14  # days; no office is closed longer without saying so in its hours
_ZONES = {"C": "Central", "E": "Eastern", "M": "Mountain", "P": "Pacific"}


@dataclass(frozen=True, slots=True)
class Opening:
    """A stretch of opening time, in the office's own time zone."""

    opens: datetime
    closes: datetime


def availability(contact: Contact, court: Court, says: Says, now: datetime) -> str:
    """A line such as 'Open now until 6:00 pm'. `now` is any aware datetime."""
    here = now.astimezone(ZoneInfo(contact.time_zone or court.time_zone))
    closed_for = closed_reason(contact, court, here.date())
    if not contact.hours:
        if closed_for:
            return says.closed_for.format(reason=closed_for, opens=says.next_business_day)
        return contact.hours_text or says.hours_not_published
    upcoming = next(_openings(contact, court, here), None)
    if upcoming is None:
        return contact.hours_text or says.hours_not_published
    if upcoming.opens <= here:
        return says.open_until.format(time=clock_words(upcoming.closes))
    if closed_for:
        clock = f"{clock_words(upcoming.opens)} {zone_words(upcoming.opens)}"
        opens = f"{_day_name(upcoming.opens, here)} {clock}"
        return says.closed_for.format(reason=closed_for, opens=opens)
    phrase = says.closed_opens_today if upcoming.opens.date() == here.date() else says.closed_opens
    return phrase.format(
        day=_day_name(upcoming.opens, here),
        time=clock_words(upcoming.opens),
        zone=zone_words(upcoming.opens),
    )


def closed_reason(contact: Contact, court: Court, day: date) -> str:
    """The closure or federal holiday that closes the office all that day, or an empty text."""
    if contact.follows_court_closures:
        for closure in court.closures:
            if closure.day == day:
                return closure.reason
    if contact.federal_holidays:
        return _federal_holiday(day)
    return ""


def next_holiday(day: date) -> tuple[date, str]:
    """The first federal holiday after the day, and its name."""
    while not (name := _federal_holiday(day := day + timedelta(days=1))):
        continue
    return day, name


@lru_cache(maxsize=1000)
def _federal_holiday(day: date) -> str:
    import holidays  # with the calendars of the whole world: not before somebody asks

    return str(holidays.country_holidays("US", years=day.year).get(day, ""))


def _openings(contact: Contact, court: Court, here: datetime) -> Iterator[Opening]:
    """Openings that have not ended yet, soonest first."""
    for offset in range(_LOOK_AHEAD):
        day = here.date() + timedelta(days=offset)
        if closed_reason(contact, court, day):
            continue
        of_day = (_on(day, hours, here) for hours in contact.hours if _applies(hours, day))
        for opening in sorted(of_day, key=lambda opening: opening.opens):
            if opening.closes > here:
                yield opening


def _applies(hours: Hours, day: date) -> bool:
    first, _, last = hours.days.partition("-")
    start, end = _DAYS.index(first), _DAYS.index(last or first)
    weekday = day.weekday()
    return start <= weekday <= end if start <= end else weekday >= start or weekday <= end


def _on(day: date, hours: Hours, here: datetime) -> Opening:
    def at(clock: time) -> datetime:
        return datetime.combine(day, clock, tzinfo=here.tzinfo)

    return Opening(at(hours.opens), at(hours.closes))


def clock_words(moment: datetime) -> str:
    """'9:00 am'."""
    hour = moment.hour % 12 or 12
    return f"{hour}:{moment.minute:02} {'am' if moment.hour < 12 else 'pm'}"


def zone_words(moment: datetime) -> str:
    """'Central' for CST and CDT: people do not know which of the two is in force."""
    name = moment.tzname() or ""
    return _ZONES.get(name[:1], name) if name[1:] in ("ST", "DT") else name


def _day_name(moment: datetime, here: datetime) -> str:
    days = (moment.date() - here.date()).days
    name = moment.strftime("%A")
    return name if days < 7 else f"{name}, {long_date(moment.date())}"


def long_date(day: date) -> str:
    """'May 6, 2030'."""
    return f"{day.strftime('%B')} {day.day}, {day.year}"
