"""How hard an answer is to read: the school grade of Flesch and Kincaid.

Kincaid et al., "Derivation of new readability formulas", 1975: 0.39 words a sentence + 11.8
syllables a word - 15.59. Syllables are counted by `pyphen`, Hunspell's hyphenation.
"""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

import pyphen

from bot.knowledge.check.tell import SHOWN, warning_in_text
from bot.knowledge.folder import Folder
from bot.knowledge.model import WordsFile
from bot.knowledge.problem import Problem

HARDEST_GRADE = 10.0
"""An eighth-grader can follow, with some room for names and for the formula's coarseness."""

FEWEST_WORDS = 25
"""The formula says nothing about shorter texts."""

_BULLET = re.compile(r"^\s*(?:\d+\.|[-*•])\s+")
_SENTENCE_END = re.compile(r"[.!?:;]+[\"')]*(?:\s+|$)|\n+")
_WORD = re.compile(r"[A-Za-z][A-Za-z'’]*")


def hard_to_read(folder: Folder, today: date) -> Iterator[Problem]:
    """Texts above the grade. Terms of `readers_know` (words.yaml) count as one easy word each."""
    known = [term for _, words in folder.forms(WordsFile) for term in words.readers_know]
    easy = _known_terms(known)
    for filled, path, text in folder.texts():
        plain = easy.sub("it", text) if easy else text
        grade = grade_of(plain)
        if grade > HARDEST_GRADE and _words(plain) >= FEWEST_WORDS:
            what = f"Hard to read: it takes grade {grade:.0f} of school, and 8 is the aim"
            cure = "Make two sentences of the long ones and use shorter words, here above all."
            yield warning_in_text(filled, path, _hardest(text), what, cure)


RULES = (hard_to_read,)


def grade_of(text: str) -> float:
    """The school grade that a text takes; 0 for a text without words."""
    return _grade(_sentences(text))


def _known_terms(terms: list[str]) -> re.Pattern[str] | None:
    longest_first = sorted(map(re.escape, terms), key=len, reverse=True)
    if not longest_first:
        return None
    return re.compile(rf"\b(?:{'|'.join(longest_first)})(?:s|'s)?\b", re.IGNORECASE)


def _sentences(text: str) -> list[str]:
    lines = (_BULLET.sub("", line) for line in text.split("\n"))
    parts = (part for line in lines for part in _SENTENCE_END.split(line))
    return [part for part in parts if _WORD.search(part)]


def _grade(sentences: list[str]) -> float:
    words = [word for sentence in sentences for word in _WORD.findall(sentence)]
    if not words:
        return 0.0
    syllables = sum(map(_syllables, words))
    return 0.39 * len(words) / len(sentences) + 11.8 * syllables / len(words) - 15.59


def _words(sentence: str) -> int:
    return len(_WORD.findall(sentence))


def _hardest(text: str) -> str:
    """The beginning of the hardest sentence, as typed on its line."""
    sentence = max(_sentences(text), key=lambda each: _words(each) + _grade([each]))
    return sentence[:SHOWN].strip()


@cache
def _hyphenation() -> pyphen.Pyphen:
    return pyphen.Pyphen(lang="en_US")


@cache
def _syllables(word: str) -> int:
    return len(_hyphenation().positions(word.lower())) + 1
