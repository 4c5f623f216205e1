"""Which words can be a password, and which only talk about one."""

import re

_SAID_ABOUT_PASSWORDS = """
    a about accepted account active actually again all allowed already also always an and another
    any anything app appreciated are as asap ask at atty attorney available back bad be because been
    being best better blank blocked both box broken but button by can cannot case caps cant change
    changed characters clear close code codes combo complex complexity compromised confidential
    correct correctly court dead defunct different disabled doesn doesnt does dont down due each
    easy ecf either email empty enough entered entirely error even everything exactly exact expire
    expired expires expiring fail failed fails failing false field fields file filing fine first
    for forgot forgotten form free from fresh garbage generated get gets getting given going gone
    good great greyed guys hacked had hard has have help here hers hidden his history honestly how
    if impossible in incorrect info information inside insecure invalid is issue it its just kaput
    kept known later legacy length letters like link linked locked login long longer lost manager
    mandatory matching may maybe me mfa mine minimum missing mixed more much must my name needed
    never new newer next nextgen no nobody none nope not nothing now null of off ok okay old older
    on once one only open optional or otherwise our ours out outdated over own pacer page part
    password passwords pending personal phone please pls plz policy possible private problem
    problems public question questions quite random really recent recently recovery refused
    rejected required requirement requirements requirement reset resets resetting rather recognized
    right rules safe same saved screen secret secure security send sensitive separate set setting
    settings shared short should shown sign simple six so some someone something sorry soon stale
    standards still stolen strange strong stuck supposed sure taken temporary terrible than thanks
    that thats the their theirs then there these they thing this those though thx tied till to
    today toast tomorrow too totally tough troubles true trouble try twice typed u unable unknown
    unsafe until unusable up updated upper uppercase urgent user username useless usual valid very
    void want was weak weird well what whatever when where which while who whose why will with
    within without wont work worked working works would wrong x xxx xxxx yes yet you your yours
    lowercase upgrade upgrading number numbers symbol symbols word words day days month months
    year years someones whoever nowhere somewhere everywhere tbd na n/a unchanged identical
    irrelevant worthless important visible recognised autofilled autosaved sticky written mailed
    emailed texted hashed encrypted stored known bogus tricky ridiculous stupid annoying insane
    crazy funny long-gone protected case-sensitive alphanumeric eight ten twelve fourteen fifteen
    unique enforced limited rotated certain inside-out id ids ein federal central joined unlinked
    cached synced printed memorized remembered"""
_TALK = frozenset(_SAID_ABOUT_PASSWORDS.split())
_ENDING = re.compile(
    r"(?:n't|'s|'re|'ll|'ve|ized|ised|ected|ired|used|ked|led|ned|ted|ged|sed|ically|ally|ing|less)$"
)
_NAME_OF_THING = re.compile(
    r"(?:\d+(?:st|nd|rd|th|x|min|mins|hrs?|am|pm|s|k|mb|days?|months?|chars?|characters?|digits?"
    r"|[- ]\w+)|[2two]+-?(?:fa|factor|step)(?:\W.*)?|mfa\W.*"
    r"|(?:windows|ios|office|microsoft|chapter|chap|ch|form|version|ver|v|chrome|firefox|edge|safari"
    r"|android|iphone|ipad|galaxy|pixel|room|rule|step|page|line|nextgen|pdf|area|error|item|part"
    r"|h|b|q|w|m|section|case)-?\d[\d.]*\w?"
    r"|(?:https?:|www\.|<?mailto:|<?tel:|<[@#!]|#|@\w+$).*"
    r"|1password|log4j|office365|o365|401k|cm/?ecf\w*|ecf\d?|e-?filing?)",
    re.IGNORECASE,
)
_COMMON_CAMEL = re.compile(
    r"(?:nextgen|iphones?|ipads?|icloud|imac|macbook|lastpass|keepass|bitwarden|onedrive|sharepoint"
    r"|quickbooks|bestcase|linkedin|youtube|paypal|github|efile|efiling|ecf|cmecf|pacers?|ebay"
    r"|mychart|epoc|epocs|powerpoint|onenote|whatsapp|facetime|authpoint|duomobile|yubikey|docusign"
    r"|javascript|wifi|mcafee|clerksoffice|username|userid|turbotax|adminbot)\W*",
    re.IGNORECASE,
)
_EMOJI = re.compile(r"(?::[\w+-]{1,40}:)+")
_PAGE_OR_MAIL = re.compile(
    r"(?:[\w-]+\.)+(?:gov|com|org|net|edu|us|invalid|example|test)(?:/.*)?|[\w.+-]+@[\w.-]+\.\w{2,}"
)
_CAMEL = re.compile(r"[a-z][A-Z]")
_ODD = re.compile(r"[!@#$%^&*~+=?_][A-Za-z\d]|[A-Za-z\d][@#$%^&*~+=_]")
_LETTER = re.compile(r"[^\W\d_]")
_DIGIT = re.compile(r"\d")
_MARKS = "*_`~\"'()[]{}<>.,;:!?|-"


def bare(value: str) -> str:
    """The word inside a value, in small letters, without the marks around it."""
    return value.strip(_MARKS).lower()


def is_strong(value: str) -> bool:
    """Whether nothing but a password looks like this: letters with digits or odd signs inside."""
    core = value.strip("`\"'()[]{}<>.,;:|-")
    word = bare(core)
    if len(core) < 4 or not _LETTER.search(core) or _names_a_thing(core, word):
        return False
    if _DIGIT.search(core):
        return True
    return bool(_ODD.search(core.strip("*_~"))) and not _is_two_words(core)


def is_camel(value: str) -> bool:
    """Whether capitals stand inside: HarvestMoon, but not NextGen."""
    return bool(_CAMEL.search(value)) and len(value) >= 7 and not _COMMON_CAMEL.fullmatch(value)


def is_talk(value: str) -> bool:
    """Whether it says something about a password ("wrong", "expired") rather than being one."""
    word = bare(value)
    if len(word) < 3 or not word.isascii():
        return len(word) < 3 or bool(_EMOJI.fullmatch(value))
    plain = word.replace("'", "")
    return (
        plain in _TALK
        or bool(_ENDING.search(word))
        or _names_a_thing(value, word)
        or (_is_two_words(word) and any(part in _TALK for part in re.split(r"[/&+-]", word)))
    )


def _names_a_thing(value: str, word: str) -> bool:
    return bool(
        _NAME_OF_THING.fullmatch(word)
        or _NAME_OF_THING.fullmatch(value)
        or _COMMON_CAMEL.fullmatch(word)
        or _EMOJI.fullmatch(value.strip("*_.,!?"))
        or _PAGE_OR_MAIL.fullmatch(word)
    )


def _is_two_words(value: str) -> bool:
    """Whether it is words joined by a sign: and/or, user&password."""
    return bool(re.fullmatch(r"[A-Za-z']{1,20}(?:[/&+-][A-Za-z']{1,20}){1,4}\W{0,3}", value))
