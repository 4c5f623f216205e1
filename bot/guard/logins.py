"""A user name and a password given side by side: "login jdoe / Harvest12!"."""

import re
from collections.abc import Iterator

from bot.guard.credential_words import bare, is_strong, is_talk
from bot.guard.model import Found, SecretKind
from bot.guard.passwords import SPELLINGS, value_at

_LOGIN = (
    rf"\b(?:log(?:ged|ging)?[ -]?in|log ?on|logins|sign(?:ed)?[ -]?in|credentials?|creds?|log ?ons?"
    rf"|user(?: ?names?| ?id)?(?:\s?(?:/|and|&|\+)\s?{SPELLINGS})?"
    r"|usr|uname|id/pw|u/p|filing id)\b"
)
_PAIR = re.compile(
    rf"{_LOGIN}(?:\s(?:info|information|details|for\s\w{{2,12}}))?[\s:=*`]{{1,4}}"
    r"(?:(?:is|are|was|with|using|as)[\s:]{1,2})?(?P<name>[^\s/,|:\ue000]{2,64})"
    r"(?:\s?(?:[/|,]|:(?!//))\s?|\s(?:and|&|then|with|w/)\s)",
    re.IGNORECASE,
)
_USER_THEN_WORD = re.compile(
    rf"\b(?:user(?: ?name| ?id)?|usr|login|log-?in|id)\b(?P<told>[\s:=*`]{{1,4}}(?:is\s)?)"
    rf"(?P<name>[^\s/,|\ue000]{{2,64}})[\s,;/|&]{{1,3}}(?:(?:and|with|the|my)\s){{0,2}}"
    rf"(?:{SPELLINGS}|pass)\b[\s:=*`]{{1,4}}",
    re.IGNORECASE,
)
_NAME_LIKE = re.compile(r"[\d_.@]")
_ENDS = re.compile(
    r"\s{0,3}(?:$|[.,;!?)\n])|\s(?:and|but|can|please|pls|it|i|why)\b", re.IGNORECASE
)


def find_logins(text: str) -> Iterator[Found]:
    """Passwords that stand beside a user name, where nothing calls them a password, or barely."""
    for pattern in (_PAIR, _USER_THEN_WORD):
        for match in pattern.finditer(text):
            span = value_at(text, match.end())
            if (
                span
                and not is_talk(match.group("name"))
                and _is_password(text, span, match, pattern)
            ):
                yield Found(SecretKind.PASSWORD, *span)


def _is_password(
    text: str, span: tuple[int, int], match: re.Match[str], pattern: re.Pattern[str]
) -> bool:
    value = text[slice(*span)]
    if is_strong(value) and "/" not in value:
        return not is_talk(value)
    if pattern is _PAIR or is_talk(value) or len(bare(value)) < 4:
        return False
    declared = _NAME_LIKE.search(match.group("name")) or match.group("told").strip()
    return bool(declared) and _ENDS.match(text, span[1]) is not None
