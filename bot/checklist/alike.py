"""Phrases in what people type: the same, misspelt, or contained. Each comes with what it means."""

import difflib
import re
from collections.abc import Iterable, Sequence
from typing import TypeVar

MeaningT = TypeVar("MeaningT")

_ALIKE = 0.82
_SWAPPED = 0.9
_SHORTEST_MISSPELT = 4
_WORD = re.compile(r"[a-z0-9/]+")
_APOSTROPHES = str.maketrans(dict.fromkeys("'’‘`´ʼ", ""))
_ANSWERS = frozenset(("yes", "yeah", "yep", "yup", "no", "nope", "nah"))
_NOES = frozenset(("no", "nope", "nah"))
_AFTER_AN_ANSWER = frozenset(
    ("i", "ive", "im", "we", "weve", "they", "it", "its", "my", "our", "not", "never", "thanks",
     "sorry", "dont", "havent", "didnt")
)  # fmt: skip
_FEW = 3
_COURTESY = frozenset(
    ("please", "pls", "thanks", "thank", "you", "ok", "okay", "now", "here", "today", "then",
     "just", "for", "this", "that", "it", "one", "step", "question", "the", "checklist", "lets",
     "let", "us", "we", "i", "id", "ill", "like", "want", "need", "to", "me", "again")
)  # fmt: skip
_ASKING = frozenset(
    ("what", "whats", "how", "hows", "why", "where", "wheres", "when", "who", "whos", "whom",
     "which", "can", "could", "should", "would", "may", "does", "do", "did", "is", "are", "am",
     "if")
)  # fmt: skip
_DENYING = frozenset(
    ("no", "not", "never", "none", "nothing", "nobody", "neither", "without", "cannot", "cant",
     "dont", "doesnt", "didnt", "havent", "hasnt", "isnt", "arent", "wasnt", "wont", "couldnt",
     "aint", "nope")
)  # fmt: skip


def plain(text: str) -> list[str]:
    """The words of a text in small letters, without marks."""
    return _WORD.findall(text.casefold().translate(_APOSTROPHES))


def same(said: str, phrases: Iterable[tuple[str, MeaningT]]) -> set[MeaningT]:
    """What is meant by exactly these words."""
    return {meant for phrase, meant in phrases if phrase == said}


def contained(
    text: str, words: Sequence[str], phrases: Iterable[tuple[str, MeaningT]]
) -> set[MeaningT]:
    """What a longer message names: 'yes, on my phone', 'I think we share one'. The longest wins.

    Nothing when the message denies more than the phrase does: 'we share one, no, two'.
    """
    if "?" in text or _ASKING.intersection(_beyond_the_answer(words)):
        return set()
    inside = [(phrase, meant) for phrase, meant in phrases if _stands_in(phrase, text, words)]
    longest = max((phrase for phrase, _ in inside), key=len, default="")
    if longest not in _NOES and _denials(words) - _denials(longest.split()):
        return set()
    return {meant for phrase, meant in inside if len(phrase) == len(longest)}


def _beyond_the_answer(words: Sequence[str]) -> Sequence[str]:
    """The words without a 'yes we do' or 'no it is' at their beginning, which asks nothing."""
    answered = words[:1] and words[0] in _ANSWERS and _AFTER_AN_ANSWER.intersection(words[1:2])
    return words[3:] if answered else words


def _denials(words: Iterable[str]) -> set[str]:
    return {word for word in words if word in _DENYING}


def wrapped(words: Sequence[str], phrases: Iterable[tuple[str, MeaningT]]) -> set[MeaningT]:
    """What a message means that adds only courtesy: 'skip this one please', 'ok, go back now'.

    'Reset my password' and 'list of creditors' begin with such a phrase and mean no such thing.
    """
    said = f" {' '.join(words)} "
    inside = [(phrase, meant) for phrase, meant in phrases if f" {phrase} " in said]
    longest = max((phrase for phrase, _ in inside), key=len, default="")
    if not _COURTESY.issuperset(said.replace(f" {longest} ", " ", 1).split()):
        return set()
    return {meant for phrase, meant in inside if len(phrase) == len(longest)}


def _stands_in(phrase: str, text: str, words: Sequence[str]) -> bool:
    """Several words may stand anywhere in the message; one must begin it, as an answer does.

    'Yes we do', 'no, I lost it' and 'attorney here' do; 'right now PACER is down' and 'no
    smartphone' do not.
    """
    if " " in phrase:
        return f" {phrase} " in f" {' '.join(words)} "
    if words[:1] != [phrase]:
        return False
    if phrase == "no" and not _AFTER_AN_ANSWER.intersection(words[1:2]):
        return _is_set_off(phrase, text)
    return phrase in _ANSWERS or len(words) <= _FEW or _is_set_off(phrase, text)


def _is_set_off(word: str, text: str) -> bool:
    """Whether a mark follows the word that begins the text."""
    return bool(re.match(rf"\W*{re.escape(word)}\s*[,.;:!()\n–—-]", text.casefold()))


def alike(said: str, phrases: Iterable[tuple[str, MeaningT]]) -> set[MeaningT]:
    """What is meant by a misspelt phrase; nothing when two meanings are about as close."""
    if len(said) < _SHORTEST_MISSPELT:
        return set()
    best: dict[MeaningT, float] = {}
    matcher = difflib.SequenceMatcher(autojunk=False)
    matcher.set_seq2(said)
    for phrase, meant in phrases:
        matcher.set_seq1(phrase)
        if _may_be_misspelt(said, phrase) and matcher.quick_ratio() >= _ALIKE:
            ratio = _SWAPPED if _is_swapped(said, phrase) else matcher.ratio()
            best[meant] = max(best.get(meant, 0.0), ratio)
    top = max(best.values(), default=0.0)
    return {meant for meant, ratio in best.items() if ratio >= max(_ALIKE, top - 0.05)}


def _is_swapped(said: str, phrase: str) -> bool:
    """The same letters with two neighbours swapped, as in 'sikp': little alike to the matcher."""
    differing = [at for at, pair in enumerate(zip(said, phrase, strict=False)) if len({*pair}) > 1]
    neighbours = len(differing) == 2 and differing[1] - differing[0] == 1
    return neighbours and sorted(said) == sorted(phrase)


def _may_be_misspelt(said: str, phrase: str) -> bool:
    """A slip changes letters, not the number of words by much, and never a 'not'."""
    long_enough = len(phrase) >= _SHORTEST_MISSPELT - 1
    same_denial = _denials(said.split()) == _denials(phrase.split())
    return long_enough and same_denial and abs(said.count(" ") - phrase.count(" ")) <= 1
