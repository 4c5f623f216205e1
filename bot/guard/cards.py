"""Payment card numbers: by issuer, length and check digit, or by the words around them."""

import re
from collections.abc import Iterator

from stdnum import luhn

from bot.guard.model import Found, SecretKind

# Lengths and leading digits as the card networks publish them.
_ISSUED = re.compile(
    r"4(?:\d{12}|\d{15}|\d{18})|5[1-5]\d{14}|2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)\d{12}"
    r"|3[47]\d{13}|3(?:0[0-5]|[689]\d)\d{11,13}|35\d{14}|6(?:011|4[4-9]\d|5\d\d|2\d\d)\d{12,15}"
)
_CHAIN = re.compile(r"\d{1,40}(?:[ .,/_\n-]{1,3}\d{1,40}){0,40}")
_GROUP = re.compile(r"(\d{1,40})([ .,/_\n-]{0,3})")
_CARD_WORD = re.compile(
    r"\b(?:cards?|visa|master ?card|amex|american express|discover|debit|credit|cc)\b(?! union)",
    re.IGNORECASE,
)
_CARD_CHECK = re.compile(
    r"\b(?:cvv2?|cvc2?|cv2|csc|card verification(?: code| number| value)?"
    r"|security code on (?:the|my) (?:back|card))"
    r"[\s:=#*`'\"(-]{0,4}(?:number |no\.? |code )?(?:(?:is|was)[\s:]{1,3})?(\d{3,4})(?!\d)",
    re.IGNORECASE,
)
_WORD_REACH = 50
"""How many characters before a number the word "card" still speaks of it."""


def find_cards(text: str) -> Iterator[Found]:
    """Card numbers and the check numbers typed with them."""
    for match in _CARD_CHECK.finditer(text):
        yield Found(SecretKind.CARD_NUMBER, match.start(1), match.end(1))
    for chain in _CHAIN.finditer(text):
        if sum(map(str.isdigit, chain.group())) >= 13:
            before = text[max(0, chain.start() - _WORD_REACH) : chain.start()]
            spoken_of = bool(_CARD_WORD.search(before))
            yield from _cards_in(chain.group(), chain.start(), spoken_of)


def _cards_in(chain: str, offset: int, spoken_of: bool) -> Iterator[Found]:
    groups = [(match.group(1), match.start(), match.group(2)) for match in _GROUP.finditer(chain)]
    first = 0
    while first < len(groups):
        last = _last_group(groups, first, spoken_of)
        if last is not None:
            digits, start, _ = groups[last]
            yield Found(
                SecretKind.CARD_NUMBER, offset + groups[first][1], offset + start + len(digits)
            )
            first = last
        first += 1


def _last_group(groups: list[tuple[str, int, str]], first: int, spoken_of: bool) -> int | None:
    """The last group of the likeliest card number that begins with group `first`."""
    digits, separators, likely, possible = "", set[str](), None, None
    for position in range(first, min(first + 19, len(groups))):
        digits += groups[position][0]
        if len(digits) > 19:
            break
        if len(digits) >= 13 and len(separators) <= 1 and _is_issued(digits):
            likely = position
        elif len(digits) >= 13 and spoken_of and _is_nearly(digits):
            possible = position
        separators.add(groups[position][2])
    return possible if likely is None else likely


def _is_issued(digits: str) -> bool:
    return _ISSUED.fullmatch(digits) is not None and luhn.is_valid(digits)


def _is_nearly(digits: str) -> bool:
    """Whether it is a card number if the text says so; a mistyped one is nearly the whole."""
    return len(digits) in {15, 16} or luhn.is_valid(digits)
