"""When somebody wants to be reminded: 'tomorrow morning', 'Monday at 3 pm', 'December 1'.

Read as a wall-clock time in the person's own time zone and returned as a moment, so that a change
to or from daylight-saving time in between moves nothing: nine o'clock stays nine o'clock.
"""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import Enum
from zoneinfo import ZoneInfo

from bot.checklist.alike import plain

FURTHEST = timedelta(days=119)
"""Slack schedules messages at most 120 days ahead."""

SOONEST = timedelta(minutes=2)

MORNING = time(9)
_TIMES = {
    "morning": MORNING, "noon": time(12), "lunch": time(12), "afternoon": time(14),
    "evening": time(18), "tonight": time(18), "night": time(18),
}  # fmt: skip
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_NUMBERS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_SHORTEST_NAME = 3
_GREETING_TIMES = frozenset(("morning", "afternoon", "evening", "night"))
_AROUND_A_MOMENT = frozenset(
    (*_NUMBERS, "at", "on", "in", "the", "of", "next", "this", "today", "tmrw", "am", "pm",
     "m", "p", "minute", "minutes", "hour", "hours", "day", "days", "week", "weeks", "month",
     "months", "please", "pls", "maybe", "coming", "first", "thing", "early", "late",
     "i", "ill", "do", "it", "lets", "say", "how", "about")
)  # fmt: skip
_DIGITS = re.compile(r"[\d/]+(?:st|nd|rd|th|am|pm)?")
_CLOCK = re.compile(
    r"\b(?:at\s+)?(\d{1,2})(?::(\d{2}))?\s*([ap])\.?m\b\.?|\bat\s+(\d{1,2}):?(\d{2})?\b"
)
_ISO = re.compile(r"\b(\d{4})-(\d{1,2})-(\d{1,2})\b")
_SLASHED = re.compile(r"\b(\d{1,2})/(\d{1,2})(?:/(\d{4}|\d{2}))?\b")
_NAMED = re.compile(r"\b([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?(?:,?\s+(\d{4}))?\b")
_NAMED_AFTER = re.compile(
    r"\b(\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?([a-z]{3,9})\b(?:,?\s+(\d{4}))?"
)
_AHEAD = re.compile(r"\bin\s+(\d{1,3}|[a-z]+)\s+(minute|hour|day|week|month|year)s?\b")


@dataclass(frozen=True, slots=True)
class TooFar:
    """A day that cannot be scheduled yet, or has gone by."""

    day: date


class NoSuchDay(Enum):
    """A day was named that no calendar has."""

    OF_THAT_NAME = "February 30"


Moment = datetime | TooFar | NoSuchDay
"""What a text that names a moment comes to."""


def moment(text: str, now: datetime, zone: ZoneInfo) -> Moment | None:
    """The moment that a text names, in UTC; None when it names none.

    `now` is any aware datetime. A weekday is the next one after today; a date without a year is
    the next such day.
    """
    said = " ".join(text.casefold().split())
    here = now.astimezone(zone)
    if (ahead := _ahead(said, here)) is not None:
        return _checked(ahead, now)
    clock = _clock(said)
    day = _day(said, here, clock)
    if not isinstance(day, date):
        return day
    wall = datetime.combine(day, clock or MORNING, tzinfo=zone)
    return _checked(wall, now)


def is_moment_alone(text: str) -> bool:
    """Whether a text may name a moment and says nothing else: not so 'good morning'."""
    words = plain(text)
    if not words or _GREETING_TIMES.issuperset(words):
        return False
    return all(is_of_a_moment(word) for word in words)


def is_of_a_moment(word: str) -> bool:
    """Whether a word is one that people name moments with."""
    if word in _TIMES or word in _AROUND_A_MOMENT or _DIGITS.fullmatch(word):
        return True
    named = _named(word, _DAYS) is not None or _named(word, _MONTHS) is not None
    return named or _is_like(word, "tomorrow")


def on_day(day: date, now: datetime, zone: ZoneInfo) -> datetime | TooFar:
    """The morning of a day that was picked in a calendar."""
    return _checked(datetime.combine(day, MORNING, tzinfo=zone), now)


def next_monday(now: datetime, zone: ZoneInfo) -> datetime:
    """The morning of the first Monday after today."""
    return datetime.combine(_weekday(now.astimezone(zone).date(), 0), MORNING, tzinfo=zone)


def _checked(wall: datetime, now: datetime) -> datetime | TooFar:
    due = wall.astimezone(UTC)
    if not now + SOONEST <= due <= now + FURTHEST:
        return TooFar(wall.date())
    return due


def _ahead(said: str, here: datetime) -> datetime | None:
    """'in three days': days and longer at nine, hours and minutes from now."""
    found = _AHEAD.search(said)
    number = _number(found.group(1)) if found else None
    if found is None or number is None:
        return None
    if found.group(2) in ("minute", "hour"):
        minutes = number * (60 if found.group(2) == "hour" else 1)
        return (here.astimezone(UTC) + timedelta(minutes=minutes)).astimezone(here.tzinfo)
    days = number * {"day": 1, "week": 7, "month": 30, "year": 365}[found.group(2)]
    day = here.date() + timedelta(days=days)
    return datetime.combine(day, _clock(said) or MORNING, tzinfo=here.tzinfo)


def _number(word: str) -> int | None:
    return int(word) if word.isdecimal() else _NUMBERS.get(word)


def _clock(said: str) -> time | None:
    """A time of day, by the clock or by name. '9' alone is none: it may be a day."""
    if found := _CLOCK.search(said):
        hour, minute = int(found.group(1) or found.group(4)), found.group(2) or found.group(5)
        if found.group(3):
            hour = hour % 12 + 12 * (found.group(3) == "p")
        elif hour < 7:  # nobody means five in the morning
            hour += 12
        return time(hour, int(minute or 0)) if hour < 24 and int(minute or 0) < 60 else None
    return next((_TIMES[word] for word in plain(said) if word in _TIMES), None)


def _day(said: str, here: datetime, clock: time | None) -> date | NoSuchDay | None:
    words, today = plain(said), here.date()
    if (dated := _date(said, today)) is not None:
        return dated
    if "yesterday" in words:
        return today - timedelta(days=1)
    if any(_is_like(word, "tomorrow") for word in words) or "tmrw" in words:
        return today + timedelta(days=1)
    for word in words:
        if (weekday := _named(word, _DAYS)) is not None:
            return _weekday(today, weekday)
    if "week" in words and "next" in words:
        return _weekday(today, 0)
    if "year" in words and "next" in words:
        return today.replace(year=today.year + 1, month=1, day=1)
    if clock is None:
        return today if "today" in words else None
    later = datetime.combine(today, clock, tzinfo=here.tzinfo) > here
    return today if later or "today" in words else today + timedelta(days=1)


def _date(said: str, today: date) -> date | NoSuchDay | None:
    if found := _ISO.search(said):
        year, month, day = map(int, found.groups())
        return _valid(year, month, day)
    if found := _SLASHED.search(said):
        return _coming(int(found.group(1)), int(found.group(2)), found.group(3), today)
    for pattern, month_group, day_group in ((_NAMED, 1, 2), (_NAMED_AFTER, 2, 1)):
        for found in pattern.finditer(said):
            named = _named(found.group(month_group), _MONTHS)
            if named is not None:
                return _coming(named + 1, int(found.group(day_group)), found.group(3), today)
    return None


def _coming(month: int, day: int, year: str | None, today: date) -> date | NoSuchDay:
    """The day in the year given, else the next such day from today on."""
    if year:
        return _valid(int(year) + (2000 if len(year) == 2 else 0), month, day)
    this_year = _valid(today.year, month, day)
    has_gone_by = not isinstance(this_year, date) or this_year < today
    return _valid(today.year + 1, month, day) if has_gone_by else this_year


def _valid(year: int, month: int, day: int) -> date | NoSuchDay:
    try:
        return date(year, month, day)
    except ValueError:
        return NoSuchDay.OF_THAT_NAME


def _named(word: str, names: tuple[str, ...]) -> int | None:
    """The position of a day or month, also shortened or slightly misspelt."""
    for position, name in enumerate(names):
        if len(word) >= _SHORTEST_NAME and name.startswith(word):
            return position
    alike = [position for position, name in enumerate(names) if _is_like(word, name)]
    return alike[0] if len(alike) == 1 else None


def _is_like(word: str, name: str) -> bool:
    """The same letters but for one left out, added or swapped with its neighbour."""
    if word == name:
        return True
    if len(word) < 5 or abs(len(word) - len(name)) > 1 or word[0] != name[0]:
        return False
    if sorted(word) == sorted(name):
        return True
    longer, shorter = sorted((word, name), key=len, reverse=True)
    if len(longer) == len(shorter):
        return False
    return any(longer[:cut] + longer[cut + 1 :] == shorter for cut in range(len(longer)))


def _weekday(today: date, weekday: int) -> date:
    ahead = (weekday - today.weekday()) % 7 or 7
    return today + timedelta(days=ahead)
