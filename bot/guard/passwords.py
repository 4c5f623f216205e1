"""Passwords, passcodes and PINs that follow, or come before, the word itself."""

import re
from collections.abc import Iterator, Sequence

from bot.guard.credential_words import bare, is_camel, is_strong, is_talk
from bot.guard.model import Found, SecretKind

Span = tuple[int, int]
"""Where a value starts and ends."""

SPELLINGS = (
    r"(?:pass[ -]?words?|p[a@]?s{1,3}[wor0]{2,4}ds?|p[a@]?s{1,3}[wor0]{2,4}|pas{1,2}wrds?|passwds?"
    r"|pas{1,2}wds?|pass ?codes?|pass ?phrases?|pass ?keys?|pswds?|pwds?|pws?|p/w|psw|psswd"
    r"|passwort|passw|pasw|pword|pwrd|contrase(?:ñ|n)a|clave|mot de passe|secret word)"
)
_MARK = r"[\s*_~`'\")\]]"
_KEYWORD = re.compile(
    rf"(?<![^\W_]){SPELLINGS}(?![^\W_])|\b(?:pass|pin(?: number| no\.?| code| #)?)\b", re.IGNORECASE
)
_COLON = re.compile(rf"{_MARK}{{0,4}}(?:->|=>|[:=]{{1,2}}>?)[*_]{{0,2}}\s{{0,4}}")
_IS = re.compile(
    rf"(?:{_MARK}{{1,4}}(?:now\s|currently\s|just\s|number\s)?(?:is|iz|was|were|are|es)\b"
    r"|'s\b)(?:\s(?:now|currently|still|just|simply))?(?::\s{0,3}|\s{1,3}(?::\s)?)",
    re.IGNORECASE,
)
_TO = re.compile(r"\s{1,3}(?:back\s)?(?:to|as|with|of|from)\s{1,3}", re.IGNORECASE)
_BESIDE = re.compile(r"[\s,*_(`'\"-]{1,4}")
_FURTHER = re.compile(
    r"(?:\s(?!is\b|was\b)[\w'/@*<>|.-]{1,24}){1,9}?\s{0,2}"
    r"(?:\s(?:is|was|to be|be)\s:?|(?<!\d)[:=](?!//)\s{0,2})",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"(?P<quote>[\"'`*]{1,3})(?P<value>[^\"'`\n\ue000]{3,60})(?P=quote)")
_TOKEN = re.compile(r"(?!:[\w+-]{1,40}:)[^\s\ue000]{1,256}")
_CLAUSE_END = re.compile(
    r"[\"'`*)]{0,3}\s{0,3}(?:$|[.,;)\n/|\ue000]|[!?](?:\s|$))"
    r"|[\"'`*)]{0,3}\s{1,2}(?:and|but|so|for|with|user\w{0,4}|log\w{0,2}|can|could|please|pls|plz|u|it|i|thx|thanks"
    r"|on|why|what|if|then|but|n|or|in|though|tho)\b",
    re.IGNORECASE,
)
_UNIT = re.compile(
    r"[\s-]{1,2}(?:day|week|month|year|char|letter|digit|symbol|time|minute|hour|attempt|number|or|to)",
    re.IGNORECASE,
)
_OWNER = re.compile(
    r"(?:\b(?:my|our|his|her|their|the|new|old|current|temp\w{0,6}|pacer|ecf|filing|login|wifi)|^)\s{1,3}$|^$"
    r"|[,;:/&\n]\s{0,2}$|\b(?:and|with|&)\s{1,2}$",
    re.IGNORECASE,
)
_CHANGE = re.compile(
    r"\b(?:change|changed|set|reset|updated?|switched?|made|make)(?:\s\w{1,10}){0,4}\s$",
    re.IGNORECASE,
)
_PASSWORD_AFTER = re.compile(
    r"[`'\"*)]{0,2},?\s{1,2}(?:is|was|as|for|that'?s|thats|are)\s(?:(?:my|the|our|his|her|their|a)\s)?"
    rf"(?:\w{{1,12}}\s){{0,2}}(?:{SPELLINGS}|pin|login|creds|credentials)\b",
    re.IGNORECASE,
)
_TYPED = re.compile(
    r"\b(?:typ(?:e|ed|ing)|enter(?:ed|ing)?|tr(?:y|ied|ying)|us(?:e|ed|ing)|put(?:ting)?"
    r"|(?:reset|change|changed|set|made|make)\sit(?:\sto)?)\s(?:in\s)?",
    re.IGNORECASE,
)
_UNMISTAKABLE = re.compile(r"(?=\S{0,30}\d)(?=\S{0,30}[A-Za-z])\S{1,40}[!@#$%^&*+=~]\w")
_LOGIN = re.compile(r"\b(?:log(?:ged|ging)?[ -]?in|sign[ -]?in|credentials|creds)\b", re.IGNORECASE)
_REACH = 80
"""How many characters around the word "password" a value that nothing introduces can stand."""


def find_passwords(text: str) -> Iterator[Found]:
    """Values that the text gives as a password, not words about passwords."""
    keywords, logins = tuple(_KEYWORD.finditer(text)), tuple(_LOGIN.finditer(text))
    if not keywords and not logins:
        return  # each of the ways below has one of them in it, or near it
    for keyword in keywords:
        span = _value_after(text, keyword)
        if span is not None:
            yield Found(SecretKind.PASSWORD, *span)
    for match in _PASSWORD_AFTER.finditer(text):
        start = _token_start(text, match.start())
        if is_strong(text[start : match.start()]):
            yield Found(SecretKind.PASSWORD, start, match.start())
    yield from _not_introduced(text, (*keywords, *logins))


def _not_introduced(text: str, words: Sequence[re.Match[str]]) -> Iterator[Found]:
    """What can only be a password, near such a word: "I keep typing Corn7!x, wrong password"."""
    near = bytearray(len(text))
    for word in words:
        start, end = max(0, word.start() - _REACH), min(len(text), word.end() + _REACH)
        near[start:end] = b"\x01" * (end - start)
    for token in _TOKEN.finditer(text):
        span = value_at(text, token.start()) if near[token.start()] else None
        if span and is_strong(text[slice(*span)]) and _is_unmistakable(text[slice(*span)]):
            yield Found(SecretKind.PASSWORD, *span)
    for typed in _TYPED.finditer(text):
        span = value_at(text, typed.end()) if near[typed.start()] else None
        if span and is_strong(text[slice(*span)]) and not is_talk(text[slice(*span)]):
            yield Found(SecretKind.PASSWORD, *span)


def _is_unmistakable(value: str) -> bool:
    """Whether it holds signs between letters and digits, or capitals inside and digits."""
    capitals = is_camel(value) and len(value) >= 8 and any(map(str.isdigit, value))
    return capitals or _UNMISTAKABLE.match(value) is not None


def _value_after(text: str, keyword: re.Match[str]) -> Span | None:
    """The first value after the keyword that one of the ways to give a password brings."""
    for link in (_COLON, _IS, _TO, _BESIDE, _FURTHER):
        joined = link.match(text, keyword.end())
        span = value_at(text, joined.end()) if joined else None
        if span and (given := _given(text, keyword, link, span)):
            return given
    return None


def _given(text: str, keyword: re.Match[str], link: re.Pattern[str], span: Span) -> Span | None:
    """The stretch that holds the password, if the value at `span` is, or begins, one."""
    value = text[slice(*span)]
    pin = keyword.group().lower().startswith("pin")
    if pin or value.isdigit():
        return span if _is_number(value, pin) and not _counts(text, span, link) else None
    return span if _is_given(text, keyword, link, span) else _phrase(text, span, link)


def value_at(text: str, start: int) -> Span | None:
    """The quoted text or the token at `start`, without the marks that end a sentence."""
    quoted = _QUOTED.match(text, start)
    if quoted:
        return quoted.span("value")
    token = _TOKEN.match(text, start)
    if token is None:
        return None
    value = token.group()
    kept = value.rstrip(".,;:)]}\"'`>?")
    begin = len(kept) - len(kept.lstrip("\"'`([{"))
    return (start + begin, start + len(kept)) if len(kept) - begin >= 3 else None


def _is_given(text: str, keyword: re.Match[str], link: re.Pattern[str], span: Span) -> bool:
    value = text[slice(*span)]
    word = bare(value)
    before = text[max(0, keyword.start() - 40) : keyword.start()]
    if keyword.group().lower() == "pass" and link is _BESIDE and not _OWNER.search(before):
        return False  # a boarding pass
    if is_strong(value) and (link is not _BESIDE or "/" not in word):
        return not is_talk(value)
    if link in (_BESIDE, _FURTHER) or is_talk(value) or _KEYWORD.fullmatch(word):
        return False
    if is_camel(value) and link is not _TO:
        return True
    return _CLAUSE_END.match(text, span[1]) is not None and _is_declared(text, keyword, link, span)


def _is_declared(text: str, keyword: re.Match[str], link: re.Pattern[str], span: Span) -> bool:
    """Whether a plain word stands where the text gives a password: "my password is sunflower"."""
    before = text[max(0, keyword.start() - 40) : keyword.start()]
    if keyword.group().lower() == "pass" and link is not _COLON:
        return False
    if link is _COLON:
        return len(bare(text[slice(*span)])) >= 4
    if link is _TO:
        return bool(_CHANGE.search(before)) and text[keyword.end() : span[0]].strip() == "to"
    return bool(_OWNER.search(before))


def _is_number(value: str, pin: bool) -> bool:
    """Whether a number is long enough to be a password (and, for a PIN, a number at all)."""
    return value.isdigit() and 4 <= len(value) <= (8 if pin else 40)


def _counts(text: str, span: Span, link: re.Pattern[str]) -> bool:
    """Whether a number only counts, as in "password is 180 days old"."""
    return bool(
        _UNIT.match(text, span[1]) or link is _FURTHER or text.startswith(("/", "-"), span[1])
    )


def _phrase(text: str, span: Span, link: re.Pattern[str]) -> Span | None:
    """A password of up to four words, the last with digits: "Harvest Moon 2012!!"."""
    if link not in (_COLON, _IS) or is_talk(text[slice(*span)]):
        return None
    end = span[1]
    for _ in range(3):
        following = value_at(text, end + 1) if text[end : end + 1] == " " else None
        if following is None or is_talk(text[slice(*following)]):
            return None
        end = following[1]
        if any(map(str.isdigit, text[slice(*following)])):
            return span[0], end
    return None


def _token_start(text: str, end: int) -> int:
    start = end
    while start > max(0, end - 64) and not (text[start - 1].isspace() or text[start - 1] in '"`('):
        start -= 1
    return start
