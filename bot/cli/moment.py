"""The moment at which a question is asked: now, or on the day of `--as-of`."""

import argparse
from collections.abc import Callable
from datetime import UTC, date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from bot.helpdesk import HelpDesk

Clock = Callable[[], datetime]


def add_as_of(parser: Any) -> None:
    """Add the argument; it gives a date, or None."""
    parser.add_argument("--as-of", type=_day, metavar="YYYY-MM-DD", help="as if asked on that day")


def now() -> datetime:
    """The present moment."""
    return datetime.now(UTC)


def clock_of(day: date | None, desk: HelpDesk) -> Clock:
    """The present moment, or noon of the day in the court's time zone."""
    if day is None:
        return now
    noon = datetime.combine(day, time(12), ZoneInfo(desk.knowledge.court.time_zone))
    return lambda: noon


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no day; write it as 2026-11-25") from None
