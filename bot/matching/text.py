"""Reading a message as words: the same way for what is learned and for what is asked."""

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache

from Stemmer import Stemmer

from bot.matching.english import CONTRACTION_ENDINGS, READ_AS, SYMBOLS

LONGEST = 4_000
"""Characters of a message that are read; what comes after them is not."""

_MARKUP = re.compile(r"<(?:[@#!][^>]*|mailto:[^>]*|https?://[^>]*)>|:[a-z0-9_+-]{2,40}:")
_LINK = re.compile(r"(?:https?://|www\.)\S+")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.]+")
_SLASH_FORM = re.compile(r"\b(w)/(o)?\b")
_E_WORD = re.compile(r"\be-(?=[a-z])")
_SYMBOL = re.compile("[" + re.escape("".join(SYMBOLS)) + "]")
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
SENTENCE_END = re.compile(r"[.!?;\n]+(?=\s|$)|\n+")
_LONG_NUMBER = re.compile(r"\d{4,}")
_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "`": "'", "´": "'", "ʼ": "'"})

_stemmer = Stemmer("english", 0)


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """Return the English Snowball stem of one plain word."""
    return str(_stemmer.stemWord(word))


def plain(text: str) -> str:
    """Return `text` in lower case without accents, markup, links and symbols."""
    text = text[:LONGEST].translate(_APOSTROPHES)
    text = _MARKUP.sub(" ", text)
    text = _LINK.sub(" weblink ", text)
    if "@" in text:
        text = _MAIL.sub(" mailaddress ", text)
    folded = unicodedata.normalize("NFKD", text).casefold()
    if not folded.isascii():
        folded = "".join(mark for mark in folded if not unicodedata.combining(mark))
    if "e-" in folded:
        folded = _E_WORD.sub("e", folded)
    if "w/" in folded:
        folded = _SLASH_FORM.sub(r"\1\2 ", folded)
    return _SYMBOL.sub(lambda found: SYMBOLS[found.group()], folded)


class Reader:
    """Splits messages into plain words, reading abbreviations as clerks say they are meant."""

    def __init__(self, read_as: Mapping[str, str]) -> None:
        self._forms = {form: meaning.split() for form, meaning in READ_AS.items()}
        self._phrases: dict[str, str] = {}
        for form, meaning in sorted(read_as.items()):
            self._teach(plain(form).strip(), plain(meaning).strip())
        longest_first = sorted(self._phrases, key=lambda phrase: (-len(phrase), phrase))
        choice = "|".join(re.escape(phrase) for phrase in longest_first)
        self._phrase = re.compile(rf"(?<!\w)(?:{choice})(?!\w)") if choice else None

    def _teach(self, form: str, meaning: str) -> None:
        if _WORD.fullmatch(form):
            self._forms[form] = _WORD.findall(meaning)
        elif form:
            self._phrases[form] = f" {meaning} "

    def words(self, text: str) -> list[str]:
        """Return the words of `text` in lower case, contractions and short forms spelled out."""
        return self._split(plain(text))

    def sentences(self, text: str) -> list[list[str]]:
        """Return the words of each sentence of `text` that has any."""
        parts = (self._split(part) for part in SENTENCE_END.split(plain(text)))
        return [words for words in parts if words]

    def _split(self, folded: str) -> list[str]:
        if self._phrase is not None:
            folded = self._phrase.sub(lambda found: self._phrases[found.group()], folded)
        words: list[str] = []
        for word in _WORD.findall(folded):
            if word not in self._forms and word.isalpha():
                words.append(word)
                continue
            read = self._read(word)
            said = len(read) - 1 if read[-1:] == [word] else 0
            already = said and words[-said:] == read[:said]
            words.extend(read[said:] if already else read)
        return words

    def _read(self, word: str) -> list[str]:
        known = self._forms.get(word)
        if known is not None:
            return known
        if "'" in word:
            return self._contraction(word)
        if _LONG_NUMBER.fullmatch(word):
            return ["longnumber"] if len(word) > 4 else [word]
        return [word]

    def _contraction(self, word: str) -> list[str]:
        joined = word.replace("'", "")
        if joined in self._forms:
            return self._forms[joined]
        for ending, meaning in CONTRACTION_ENDINGS:
            if word.endswith(ending):
                start = word.removesuffix(ending).replace("'", "")
                first = self._forms.get(start, [start])
                return [part for part in (*first, meaning) if part]
        return [joined]
