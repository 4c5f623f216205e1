"""Numbers spelled out in words: "my code is four eight two nine one three"."""

import re
from collections.abc import Iterator

from bot.guard.model import Found, SecretKind
from bot.guard.social_security import SSN_WORD

_DIGIT_WORD = r"(?:zero|oh|one|two|three|four|five|six|seven|eight|nine)"
_SPELLED = re.compile(rf"\b{_DIGIT_WORD}(?:[\s,.-]{{1,3}}{_DIGIT_WORD}){{3,18}}\b", re.IGNORECASE)
_KINDS = (
    (SecretKind.SOCIAL_SECURITY_NUMBER, re.compile(SSN_WORD, re.IGNORECASE)),
    (SecretKind.CARD_NUMBER, re.compile(r"\bcards?\b", re.IGNORECASE)),
    (SecretKind.BANK_ACCOUNT, re.compile(r"\b(?:routing|checking|savings|bank)\b", re.IGNORECASE)),
    (SecretKind.BACKUP_CODE, re.compile(r"\b(?:backup|recovery) codes?\b", re.IGNORECASE)),
    (SecretKind.ONE_TIME_CODE, re.compile(r"\b(?:codes?|otp|app shows)\b", re.IGNORECASE)),
    (SecretKind.PASSWORD, re.compile(r"\b(?:pin|password|passcode)\b", re.IGNORECASE)),
)
_REACH = 50
"""How many characters before a number its name can stand."""


def find_spelled_numbers(text: str) -> Iterator[Found]:
    """Four or more digits in words, after a word that says what secret they are."""
    for match in _SPELLED.finditer(text):
        before = text[max(0, match.start() - _REACH) : match.start()]
        for kind, name in _KINDS:
            if name.search(before):
                yield Found(kind, match.start(), match.end())
                break
