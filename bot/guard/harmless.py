"""Numbers that are no secrets: phones, case numbers, dates, fees, addresses of pages."""

import re
from collections.abc import Iterator

from bot.guard.model import Found, PersonalKind
from bot.guard.plain import HARMLESS

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
DATE = (
    r"(?:(?<![\d/.-])\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})(?![\d/-]|\.\d)"
    r"|(?<![\d/.-])\d{4}[/.-]\d{1,2}[/.-]\d{1,2}(?![\d/-]|\.\d)"
    rf"|\b{_MONTH}\.?[ -]\d{{1,2}}(?:st|nd|rd|th)?,?[ -]{{1,2}}'?(?:\d{{4}}|\d{{2}})\b"
    rf"|\b\d{{1,2}}(?:st|nd|rd|th)?[ -](?:of )?{_MONTH}\.?,?[ -]{{1,2}}'?(?:\d{{4}}|\d{{2}})\b)"
)
"""A day of a year, in figures or with the month's name."""

DAY = rf"(?:\b{_MONTH}\.?[ -]\d{{1,2}}(?:st|nd|rd|th)?|(?<![\d/.-])\d{{1,2}}/\d{{1,2}}(?![\d/]))"
"""A day of no particular year."""

_PHONE = (
    r"(?<![\d-])(?:\+?1[ .-]{0,2})?(?:\(\d{3}\)[ .-]{0,2}|\d{3}[ .-]{1,2})"
    r"\d{3}[ .-]{1,2}\d{4}(?![\d-])"
)
_TELEPHONE_LINK = r"(?<=tel:)\+?\d{10,12}(?!\d)"
_CASE = r"(?<![\d-])(?:\d{1,2}:)?\d{2}-(?:[a-z]{2}-)?\d{4,5}(?:-[a-z]{2,4}\d{0,2}){0,3}(?![\d-])"
_MONEY = r"\$ {0,2}\d{1,12}(?:,\d{3}){0,4}(?:\.\d{1,2})?"
_PAGE = r"\bhttps?://[^\s|>\ue000]{1,400}"
_EMAIL = r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}"

_HARMLESS = re.compile(
    "|".join((_PAGE, _EMAIL, _TELEPHONE_LINK, _PHONE, DATE, _CASE, _MONEY)), re.IGNORECASE
)
_PERSONAL = (
    (PersonalKind.EMAIL, re.compile(_EMAIL)),
    (PersonalKind.PHONE, re.compile(rf"{_TELEPHONE_LINK}|{_PHONE}|(?<!\d)\+\d{{10,14}}(?!\d)")),
    (PersonalKind.CASE_NUMBER, re.compile(_CASE, re.IGNORECASE)),
    (PersonalKind.NUMBER, re.compile(r"(?:\d[ -]?){5,40}\d")),
)


def hide_harmless(text: str) -> str:
    """`text`, as long as before, with harmless numbers blotted out."""
    return _HARMLESS.sub(lambda match: HARMLESS * len(match.group()), text)


def find_personal(text: str) -> Iterator[Found]:
    """E-mail addresses, phone and case numbers, and other runs of six or more digits."""
    for kind, pattern in _PERSONAL:
        for match in pattern.finditer(text):
            yield Found(kind, match.start(), match.end())
