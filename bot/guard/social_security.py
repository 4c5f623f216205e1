"""Social Security numbers: by shape, or by the words around nine digits."""

import re
from collections.abc import Iterator

from stdnum.us import ssn

from bot.guard.harmless import hide_harmless
from bot.guard.model import Found, SecretKind

SSN_WORD = (
    r"\b(?:s\.?s\.?n\b\.?|ssns\b|ss ?#|ss (?:no|num|number|nbr)\b|itin\b|taxpayer id\b|tin\b"
    r"|(?:social|socail|soical|sosial|socal|soc)s?\b"
    r"(?:[ .-]{0,2}sec(?:urity|urtiy|uirty|urty|)\b\.?)?)"
)
_LINK = r"[\s:=#*_`'\"(.-]{0,4}(?:(?:number|num|nbr|no\.?|is|was|are|be)[\s:=#*_`'\"(-]{1,4}){0,2}"

_SHAPE = re.compile(r"(?<![\d-])\d{3}( - |[-. \n]{1,2})\d{2}\1\d{4}(?!\d|-\d)")
_NAMED_SHAPE = re.compile(r"(?<![\d-])\d{3}[-. \n_/()]{1,3}\d{2}[-. \n_/]{1,3}\d{4}(?!\d|-\d)")
_NAMED = re.compile(
    rf"{SSN_WORD}(?P<gap>[^\d\ue000\ue001]{{0,40}}?)"
    rf"(?P<number>\d(?:[-. \n_/()]{{0,2}}\d){{8}})(?!\d|-\d)",
    re.IGNORECASE,
)
_TOLD = re.compile(rf"{SSN_WORD}{_LINK}(?P<number>\d(?:[-. ]?\d){{7,9}})(?!\d|-\d)", re.IGNORECASE)
_NAMED_AFTER = re.compile(
    r"(?<!\d)(?P<number>\d(?:[-. _/()]{0,2}\d){8})[\s,(:=-]{1,3}(?:(?:is|was|as|for)\s)?"
    rf"(?:(?:my|the|his|her|our|their|a|debtor'?s)\s)?(?:full\s)?{SSN_WORD}",
    re.IGNORECASE,
)
_LAST_FOUR = re.compile(
    r"\blast\s(?:4|four)(?:\s(?:digits|numbers|of|my|the|his|her|our|their)){0,4}\s"
    rf"{SSN_WORD}{_LINK}(?P<number>\d{{4}})(?![\d-])"
    rf"|{SSN_WORD}[^\d\ue000]{{0,15}}?(?:ends?|ending|last\s(?:4|four))(?:\s(?:in|with|are|is))?"
    r"[\s:]{1,3}(?P<ending>\d{4})(?![\d-])",
    re.IGNORECASE,
)
_ZIP_PLUS_FOUR = re.compile(r"\d{5}-\d{4}")
_YEARS = re.compile(r"(?:19|20)\d\d[- ](?:19|20)\d\d")


def find_social_security(text: str) -> Iterator[Found]:
    """Social Security and taxpayer numbers, whole or, where the text says so, the last four."""
    named = bool(re.search(SSN_WORD, text, re.IGNORECASE))
    for match in (_NAMED_SHAPE if named else _SHAPE).finditer(text):
        # With hyphens nothing else has this shape; with spaces or dots it must be a real number.
        if named or "-" in match.group(1) or ssn.is_valid(re.sub(r"\D", "", match.group())):
            yield Found(SecretKind.SOCIAL_SECURITY_NUMBER, match.start(), match.end())
    if named:
        yield from _named(hide_harmless(text))


def _named(text: str) -> Iterator[Found]:
    for pattern in (_TOLD, _NAMED, _NAMED_AFTER):
        for match in pattern.finditer(text):
            number = match.group("number")
            loosely = pattern is _NAMED and _ZIP_PLUS_FOUR.fullmatch(number)
            if not loosely and not _YEARS.fullmatch(number):
                yield Found(SecretKind.SOCIAL_SECURITY_NUMBER, *match.span("number"))
    for match in _LAST_FOUR.finditer(text):
        group = "number" if match.group("number") else "ending"
        yield Found(SecretKind.SOCIAL_SECURITY_NUMBER, *match.span(group))
