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
    if "?" in text or _ASKING.intersection(words):
        return set()
    said = f" {' '.join(words)} "
    inside = [(phrase, meant) for phrase, meant in phrases if _stands_in(phrase, said)]
    longest = max((phrase for phrase, _ in inside), key=len, default="")
    if _denials(words) - _denials(longest.split()):
        return set()
    return {meant for phrase, meant in inside if len(phrase) == len(longest)}


def _denials(words: Iterable[str]) -> set[str]:
    return {word for word in words if word in _DENYING}


def _stands_in(phrase: str, said: str) -> bool:
    """One word must begin the message; more may stand anywhere in it."""
    return f" {phrase} " in said if " " in phrase else said.startswith(f" {phrase} ")


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
