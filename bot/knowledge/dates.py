"""Dates as people write them, to suggest the one form that the files take."""

import re
from datetime import date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_YEAR_FIRST = re.compile(r"^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})\b")
_MONTH_FIRST = re.compile(r"^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$")
_IN_WORDS = re.compile(
    r"^(?:[a-z]+day,? +)?([a-z]{3})[a-z]*\.? +(\d{1,2})(?:st|nd|rd|th)?,? +(\d{4})$"
)


def meant_date(typed: str) -> date | None:
    """The date meant by 12/24/2026, December 24, 2026 or 2026-1-5; None if that is not clear.

    The month stands first, as people write it in the United States.
    """
    typed = typed.strip().lower()
    if match := _YEAR_FIRST.match(typed):
        return _date(match[1], match[2], match[3])
    if match := _MONTH_FIRST.match(typed):
        return _date(match[3], match[1], match[2])
    if (match := _IN_WORDS.match(typed)) and match[1] in _MONTHS:
        return _date(match[3], str(_MONTHS.index(match[1]) + 1), match[2])
    return None


def _date(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
