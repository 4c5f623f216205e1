"""Bank account and routing numbers. A PACER account number has seven digits and is no secret."""

import re
from collections.abc import Iterator

from stdnum import iban
from stdnum.us import rtn

from bot.guard.harmless import hide_harmless
from bot.guard.model import Found, SecretKind

_BANK_WORD = re.compile(
    r"\b(?:bank|banks|checking|chequing|cheking|chk|savings?|routing|rtn|aba|ach|e-?checks?|echeck"
    r"|wire|deposit|direct debit|withdraw(?:al)?|credit union)\b",
    re.IGNORECASE,
)
_ROUTING = re.compile(
    r"\b(?:routing|rout|rout?n?t?ing|rtng|rtn|aba|transit)\b[^\d\ue000\ue001?!]{0,30}?"
    r"(\d(?:[ -]?\d){7,9})(?!\d)",
    re.IGNORECASE,
)
_ACCOUNT = re.compile(
    r"\b(?:accounts?|accts?|accnt|acnt|acc|a/c)\b\.?[^\d\ue000\ue001?!]{0,20}?"
    r"(\d(?:[ -]?\d){3,16})(?!\d)",
    re.IGNORECASE,
)
_PURPOSE = re.compile(
    r"\b(?:checking|chequing|cheking|savings)\b[^\d\ue000\ue001?!]{0,25}?"
    r"(\d(?:[ -]?\d){5,16})(?!\d)",
    re.IGNORECASE,
)
_BESIDE_ROUTING = re.compile(r"(?<!\d)\d{9}\s?[/,|]\s?(\d{5,17})(?!\d)")
_NINE_DIGITS = re.compile(r"(?<![\d-])\d{9}(?![\d-])")
_IBAN = re.compile(r"\b[a-z]{2}\d{2}(?: ?[a-z0-9]{4}){2,7}(?: ?[a-z0-9]{1,3})?\b", re.IGNORECASE)
_PACER = re.compile(r"\b(?:pacer|case|cm/ecf|ecf)\b", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")
_REACH = 60
"""How many characters around a number a word such as "checking" still speaks of it."""


def find_bank_accounts(text: str) -> Iterator[Found]:
    """Routing numbers, account numbers that the text says are a bank's, and IBANs."""
    for match in _IBAN.finditer(text):
        if iban.is_valid(match.group()):
            yield Found(SecretKind.BANK_ACCOUNT, match.start(), match.end())
    if _BANK_WORD.search(text):
        hidden = hide_harmless(text)
        yield from _numbers(hidden)


def _numbers(text: str) -> Iterator[Found]:
    for pattern in (_ROUTING, _PURPOSE, _ACCOUNT):
        for match in pattern.finditer(text):
            if pattern is _ROUTING or _is_a_banks(text, match):
                yield Found(SecretKind.BANK_ACCOUNT, *match.span(1))
    for match in _BESIDE_ROUTING.finditer(text):
        if rtn.is_valid(match.group()[:9]) and _near_bank(text, match.start(), match.end(), _REACH):
            yield Found(SecretKind.BANK_ACCOUNT, *match.span(1))
    for match in _NINE_DIGITS.finditer(text):
        if rtn.is_valid(match.group()) and _near_bank(text, match.start(), match.end(), _REACH):
            yield Found(SecretKind.BANK_ACCOUNT, match.start(), match.end())


def _is_a_banks(text: str, match: re.Match[str]) -> bool:
    """Whether an account number is a bank's, by the words around it and its length."""
    before = text[max(0, match.start() - 20) : match.start(1)]
    if _PACER.search(before) or _YEAR.fullmatch(match.group(1)):
        return False
    if sum(map(str.isdigit, match.group(1))) < 8:
        return bool(_BANK_WORD.search(before))
    return _near_bank(text, match.start(), match.end(), _REACH)


def _near_bank(text: str, start: int, end: int, reach: int) -> bool:
    return bool(_BANK_WORD.search(text[max(0, start - reach) : end + reach]))
