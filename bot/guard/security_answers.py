"""Answers to security questions: a mother's maiden name, a first pet."""

import re
from collections.abc import Iterator

from bot.guard.credential_words import is_talk
from bot.guard.model import Found, SecretKind

_THINGS = (
    r"(?:pets?|dogs?|cats?|cars?|schools?|teachers?|streets?|jobs?|employers?|boss|hometown|city|town"
    r"|concerts?|movies?|films?|colou?rs?|foods?|teams?|mascot|nickname|friends?|books?|singer|band"
    r"|sport|sister|brother|grandmother|grandfather|honeymoon|roommate)"
)
_QUESTION = (
    r"(?:\b(?:security|secret|challenge|recovery|reset)\s(?:questions?\s)?(?:answers?|ans)\b(?:\sto\s"
    r"(?:[\w']{1,12}\s){0,4}[\w']{1,12})?"
    r"|\banswers?\s(?:to|for)\s(?:my|the|his|her|our|that|this|pacer'?s?|a)?\s?(?:\w{1,10}\s){0,2}"
    r"questions?(?:\s(?:\d|one|two|three))?"
    r"|\bsecurity\squestion(?:\s\d)?(?:\s[^\n?.]{1,40}\?)"
    r"|\bm(?:o|u)(?:ther|m|mmy)'?s?\s(?:maiden(?:\sname)?|name)|\bmaiden\sname\sof\s(?:my|his|her)\smother"
    rf"|\b(?:first|childhood|favou?rite|fav|oldest)\s(?:\w{{1,12}}\s)?{_THINGS}(?:'s)?(?:\sname)?"
    r"|\b(?:name\sof\s(?:my|his|her)\sfirst\s\w{2,10}|pet'?s?\sname|city\sof\sbirth|birth\s?place"
    r"|city\s(?:i\swas|where\si\swas)\sborn(?:\sin)?))"
)
_LINK = r"(?:\sa(?:nswer)?)?[\s*_`'\")]{0,3}(?:[:=]|\s(?:is|was|are|were)\b:?|->)\s{0,3}"
_ASKED = re.compile(_QUESTION, re.IGNORECASE)
_GIVEN = re.compile(rf"{_QUESTION}{_LINK}(?P<mark>[\"'`*(]{{0,2}})", re.IGNORECASE)
_AFTER_QUESTION_MARK = re.compile(rf"{_QUESTION}\?[\s*`'\"]{{1,3}}", re.IGNORECASE)
_QUOTED_AFTER = re.compile(rf"{_QUESTION}\s[\"'`*]{{1,2}}", re.IGNORECASE)
_NAMED_AFTER = re.compile(
    r"\b(?:[Mm]other'?s\smaiden\sname|(?:[Ss]ecurity|[Ss]ecret)\sanswer)\s(?=[A-Z][a-z])"
)
_THE_ANSWER = re.compile(
    rf"\b(?:answers?\s(?:is|was)\s|(?:mother|{_THINGS})\s?[:=]\s{{0,2}})", re.IGNORECASE
)
_ANSWER_FIRST = re.compile(
    r"\b(?:put|use|used|typed?|entered|gave)\s[\"'`]{0,2}(?=\S{2,40}\s(?:as|for)\s(?:the|my|an|our)\s"
    r"(?:security\s|secret\s)?answer)",
    re.IGNORECASE,
)
_SECURITY = re.compile(r"\b(?:security|secret|challenge|recovery)\b", re.IGNORECASE)
_VALUE = re.compile(r"[^\s.,;:!?\"'`*()/\ue000]{2,40}(?:[-'][^\s.,;:!?\"'`*()/\ue000]{1,40}){0,2}")
_MORE = re.compile(r"\s{0,2}(?:[,/&]|and)\s{1,2}(?:and\s)?")
_NEXT = re.compile(
    r"\s(?P<word>[A-Z\d][\w'-]{1,30}|(?:st|street|ave|avenue|high|school|elementary)\b)"
)
_NOT_AN_ANSWER = re.compile(
    r"(?:we|they|she|he|you|i|do|did|case|spelled|unmatched|mismatched|denied|bouncing|the|nowhere"
    r"|lower|lowercase|how|somehow|supposedly|marked|unanswered|missed|hers?|can|never|rejecting"
    r"|apparently|several|many|three|two|five|different|answers?|kids?|back|closing|selling)",
    re.IGNORECASE,
)
_CONTEXT = re.compile(
    r"\b(?:security|secret|challenge|recovery|reset|password|locked|verify|questions?|answers?|pacer"
    r"|mother|mothers|maiden|your\sfirst)\b",
    re.IGNORECASE,
)
_AFTER_QUESTION = (_GIVEN, _AFTER_QUESTION_MARK, _QUOTED_AFTER)


def find_security_answers(text: str) -> Iterator[Found]:
    """Answers that the text gives to the questions that guard an account."""
    if not _CONTEXT.search(text):
        return
    for pattern in _worth_trying(text):
        for match in pattern.finditer(text):
            value = _VALUE.match(text, match.end())
            if value and not _only_talks(value.group()):
                end = _whole_answer(text, value, "answers" in match.group().lower())
                yield Found(SecretKind.SECURITY_ANSWER, value.start(), end)


def _worth_trying(text: str) -> Iterator[re.Pattern[str]]:
    """The patterns that may match; to look for the question once is faster than in each of them."""
    if _ASKED.search(text):
        yield from _AFTER_QUESTION
    yield _NAMED_AFTER
    if _SECURITY.search(text):
        yield from (_THE_ANSWER, _ANSWER_FIRST)


def _only_talks(word: str) -> bool:
    return is_talk(word) or bool(_NOT_AN_ANSWER.fullmatch(word))


def _whole_answer(text: str, value: re.Match[str], several: bool) -> int:
    """Where the answer ends, with the names that follow the first: "Van Buren Street"."""
    end = value.end()
    if several:
        return _last_of_list(text, end)
    for _ in range(3):
        following = _NEXT.match(text, end)
        if following is None:
            break
        end = following.end()
    return end


def _last_of_list(text: str, end: int) -> int:
    """Where the last answer of a list ends: "biscuit, rambler and lincoln"."""
    for _ in range(5):
        joined = _MORE.match(text, end)
        value = _VALUE.match(text, joined.end()) if joined else None
        if value is None or _only_talks(value.group()):
            break
        end = value.end()
    return end
