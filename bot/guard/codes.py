"""One-time and backup codes: what an app, a text message or a letter shows, typed here."""

import re
from collections.abc import Iterator

from bot.guard.harmless import hide_harmless
from bot.guard.model import Found, SecretKind

_UNIT = (
    r"(?:pages?|pgs?|dollars|bucks|usd|cents|people|days?|months?|years?|hours?|minutes?|mins?"
    r"|seconds?|times|characters?|chars|digits?|kb|mb|gb|files?|cases?|claims?|users?|attempts?)"
)
_END = rf"(?![\w(%]|[-/.:,]\d|[\s-]{{1,2}}{_UNIT}\b)"
_SIX = rf"(?<![\w$#/.:-])\d{{3}}[ -]?\d{{3}}{_END}"
_DIGITS = rf"(?:\d{{3,4}}[ -]\d{{3,4}}|\d{{4,10}}){_END}"
_MIXED = (
    r"(?=[a-z-]{0,12}\d)(?=[\d-]{0,12}[a-z])[a-z\d]{4,16}(?:-[a-z\d]{3,12}){0,4}(?![\w-])"
    r"|(?=[a-z]{0,12}\d)[a-z\d]{3,6}(?:-[a-z\d]{3,6}){1,4}(?![\w-])"
)
_CODE_WORD = re.compile(
    r"\b(?:codes?|cdoes?|cods?|otps?|tokens?|passcodes?|totp|mfa|2fa|authenticator|authy)\b",
    re.IGNORECASE,
)
_YEARS = r"(?:19|20)\d\d-(?:19|20)\d\d"
_AFTER_CODE = re.compile(
    r"[^\d?!\ue000\ue001]{1,40}?(?:\b\d{1,2}[).]\s)?"
    rf"(?P<long>(?<!\w)\d{{6,8}}{_END}|{_SIX}|(?<!\w)(?!{_YEARS})\d{{4}}[ -]\d{{4}}{_END})",
    re.IGNORECASE,
)
_TELLS = re.compile(r"(?:\b(?:is|was|are|shows?|says?|showing)|[:=,])\W{0,4}$", re.IGNORECASE)
_LETTER_CODE = re.compile(
    r"[^?!.\n\ue000\ue001]{1,30}?\b"
    r"(?P<long>(?=[A-Z-]{0,12}\d)(?=[\d-]{0,12}[A-Z])"
    r"(?:[A-Z\d]{6,16}|[A-Z\d]{3,6}-[A-Z\d]{3,6})(?![\w-]))"
)
_TOLD_CODE = re.compile(
    r"(?:[\s*_`'\")]{0,3}[:=#]|[\s*]{1,3}(?:it )?(?:is|was|are|were|says|said|shows?|reads?)"
    r"(?: now)?\b:?)"
    rf"[\s*_`'\"(]{{0,4}}(?P<value>{_DIGITS}|{_MIXED})",
    re.IGNORECASE,
)
_NEXT_CODE = re.compile(
    rf"(?:[\s,;/&|*`'\"]{{1,4}}|[\s,]{{1,2}}(?:and|or)\s)(?:\d{{1,2}}[).]\s?)?(?P<value>{_DIGITS}|{_MIXED})",
    re.IGNORECASE,
)
_QUALIFIED = re.compile(
    r"\b(?:security|verif\w{1,9}|auth\w{0,12}|mfa|2fa|(?:two|multi|2)[ -]?(?:factor|step)"
    r"|one[ -]?time|log[ -]?in|sign[ -]?in|activation|access|confirmation|temp(?:orary)?"
    r"|(?:6|six)[ -]?digit|text(?:ed)?|sms|app|pacer|my|this|his|her|our|new|latest"
    r"|backup|back-up|recovery)\s{1,3}(?:\w{1,12}\s)?$",
    re.IGNORECASE,
)
_OTHER_CODE = re.compile(
    r"\b(?:error|err|status|stop|zip|area|postal|client|bar|qr|event|source|building|country|dress"
    r"|tax|bankruptcy|u\.?s\.?|promo|billing|naics|sic|matter|department|dept|cost|court|door|gate"
    r"|garage|card|dial-?in|conference|meeting|participant|hearing|http|exit|fee|docket|relief"
    r"|motion|office|location|reason|response|result|system|district|trustee|state|civil"
    r"|criminal|penal|internal revenue|revenue|commercial|section|chapter|case|nature|form|role"
    r"|user|county|routing|sort|swift|color|colour|hex|product)\s{1,3}$",
    re.IGNORECASE,
)
_OTHER_NUMBER = re.compile(
    r"\b(?:error|section|sec|zip|case|page|form|chapter|room|line|step|rule|docket|doc|box|since|in"
    r"|call|phone|fee|acct|account|invoice|receipt|claim|bill|id|ticket|year|paid|cost|suite|ext"
    r"|area|routing|ssn|hearing|meeting|conference)\b",
    re.IGNORECASE,
)
_BACKUP = re.compile(r"\b(?:back[ -]?up|recovery|scratch|emergency|rescue)\s{1,3}$", re.IGNORECASE)
_SHOWN = re.compile(
    r"\b(?:app|apps|authenticator|authentcator|authy|duo|phone|text|txt|sms|screen|e-?mail)\b"
    r"(?:\s\w{1,12}){0,2}?\s(?:shows?|shwos|showing|says?|said|gave|gives|reads?|displays?|sent"
    r"|generated|has|had|is)(?:\s(?:me|us|him|her|now|this|the|a|code|number)){0,3}"
    rf"[\s:`'\"*]{{1,4}}(?P<value>{_DIGITS})",
    re.IGNORECASE,
)
_CODE_FIRST = re.compile(
    rf"(?P<value>{_SIX}|(?<![\w$#/.:-])\d{{8}}{_END})[`'\"*]{{0,2}}"
    r"[\s,<=>-]{1,5}(?:[\w']{1,14}\s){0,5}?"
    r"(?:(?P<bare>codes?)|otp|app|authenticator|passcode|text|txt)\b",
    re.IGNORECASE,
)
_ENTERED = re.compile(
    r"\b(?:it'?s|it is|digits are|number is|enter|type|punch|put|use|try"
    r"|tried|entered|typed|used|got|get|says|shows)(?:ed)?"
    rf"(?:\s(?:in|it|me))?\s{{1,2}}(?P<value>{_SIX})",
    re.IGNORECASE,
)
_CODE_TALK = re.compile(
    r"\b(?:codes?|mfa|2fa|otp|authenticator|authentication|verification|authy|two[ -]factor)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_TELEPHONE = re.compile(r"[2-9]\d{9}")


def find_codes(text: str) -> Iterator[Found]:
    """Codes that the text says are for signing in, and lists of backup codes."""
    hidden = hide_harmless(text)
    for word in _CODE_WORD.finditer(hidden):
        yield from _codes_after(hidden, word)
    patterns = [_SHOWN, _CODE_FIRST, _ENTERED] if _CODE_TALK.search(hidden) else [_SHOWN]
    for pattern in patterns:
        for match in pattern.finditer(hidden):
            if not _is_other(match.group("value")) and not _of_other_code(hidden, match):
                yield Found(SecretKind.ONE_TIME_CODE, *match.span("value"))


def _of_other_code(text: str, match: re.Match[str]) -> bool:
    """Whether the code named after a number is none for signing in: a zip code."""
    if match.re is not _CODE_FIRST or not match.group("bare"):
        return False
    return (
        _OTHER_CODE.search(text[max(0, match.start("bare") - 30) : match.start("bare")]) is not None
    )


def _codes_after(text: str, word: re.Match[str]) -> Iterator[Found]:
    """The code, or the list of codes, that follows the word "code"."""
    before = text[max(0, word.start() - 40) : word.start()]
    if _OTHER_CODE.search(before):
        return
    kind = SecretKind.BACKUP_CODE if _BACKUP.search(before) else SecretKind.ONE_TIME_CODE
    span = _first_code(
        text, word, kind is SecretKind.BACKUP_CODE or bool(_QUALIFIED.search(before))
    )
    if span is None:
        return
    yield Found(kind, *span)
    following = _NEXT_CODE.match(text, span[1])
    while following and not _is_other(following.group("value")):
        yield Found(kind, *following.span("value"))
        following = _NEXT_CODE.match(text, following.end())


def _first_code(text: str, word: re.Match[str], qualified: bool) -> tuple[int, int] | None:
    told = _TOLD_CODE.match(text, word.end())
    if told and not _is_other(told.group("value")):
        return told.span("value")
    patterns = (_AFTER_CODE, _LETTER_CODE) if qualified else (_AFTER_CODE,)
    for pattern in patterns:
        after = pattern.match(text, word.end())
        gap = text[word.end() : after.start("long")] if after else ""
        if after is None or _OTHER_NUMBER.search(gap):
            continue
        if qualified or len(gap) <= 3 or _TELLS.search(gap):
            return after.span("long")
    return None


def _is_other(value: str) -> bool:
    """Whether it is a year, a telephone number or a word such as "2factor" rather than a code."""
    return bool(_YEAR.fullmatch(value) or _TELEPHONE.fullmatch(value))
