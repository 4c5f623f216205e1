"""Birth dates: a date is one only when the text says so."""

import re
from collections.abc import Iterator

from bot.guard.harmless import DATE, DAY
from bot.guard.model import Found, SecretKind

_BIRTH = (
    r"\b(?:born|d\.?o\.?b\b\.?|birth ?-?days?|birth ?-?dates?|dates? of birth|date-of-birth"
    r"|b-?day|brithday|birtday|birthdate|fecha de nacimiento|nac[ií])"
)
_WORD = re.compile(_BIRTH, re.IGNORECASE)
_DATE = re.compile(
    rf"{DATE}|(?<!\d)(?:0[1-9]|1[0-2])[ ]?[0-3]\d[ ]?(?:19|20)\d\d(?!\d)"
    r"|(?<!\d)(?:19|20)\d\d(?:0[1-9]|1[0-2])[0-3]\d(?!\d)",
    re.IGNORECASE,
)
_TOLD_DAY = re.compile(
    rf"{_BIRTH}[\s:=*_`'\"(-]{{1,4}}(?:(?:is|was|on)[\s:]{{1,3}}){{0,2}}({DAY})", re.IGNORECASE
)
_DATE_FIRST = re.compile(
    rf"({DATE})[\s,(=-]{{1,3}}(?:(?:which\s|that\s)?(?:is|was|as|for)\s)?"
    rf"(?:(?:my|the|his|her|our|their|debtor'?s)\s)?(?:[\w']{{1,14}}\s){{0,2}}{_BIRTH}",
    re.IGNORECASE,
)
_OTHER_DAY = re.compile(
    r"\b(?:since|until|before|after|by|deadline|filed|hearing|due|effective|requires?|required"
    r"|yesterday|today|called|submitted|registered|opened|created|changed|fixed)\b",
    re.IGNORECASE,
)
_FOUR_DIGITS = re.compile(r"\d{4}")
_REACH = 60
"""How many characters after "birthday" a date can still be that day."""
_LAST_YEAR = 2012
"""Nobody born later has an account; a later date is taken for a birth date only right after the
word, as in "DOB: 3/4/2015"."""


def find_birth_dates(text: str) -> Iterator[Found]:
    """Dates that the text gives as somebody's birth date, with or without a year."""
    for word in _WORD.finditer(text):
        for date in _DATE.finditer(text, word.end(), min(len(text), word.end() + _REACH + 25)):
            if _is_birth_date(text[word.end() : date.start()], date.group()):
                yield Found(SecretKind.BIRTH_DATE, date.start(), date.end())
    for pattern in (_DATE_FIRST, _TOLD_DAY):
        for match in pattern.finditer(text):
            yield Found(SecretKind.BIRTH_DATE, *match.span(1))


def _is_birth_date(gap: str, date: str) -> bool:
    year = _FOUR_DIGITS.search(date)
    tight = len(gap) <= 8
    if year and int(year.group()[:4]) > _LAST_YEAR and not tight and not date.isdigit():
        return False
    return len(gap) <= _REACH and not _OTHER_DAY.search(gap)
