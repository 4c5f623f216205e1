"""How words are read that nobody wrote down."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.matching.spelling import Spelling, without_slips, wording

COUNTS: Mapping[str, int] = {
    "password": 60,
    "account": 50,
    "reset": 20,
    "training": 9,
    "number": 9,
    "user": 8,
    "username": 8,
    "the": 90,
    "forget": 10,
    "link": 30,
}
SPELLING = Spelling(COUNTS)


def read(*typed: str) -> str:
    return wording(SPELLING.read(typed))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("pasword", "password"),
        ("passwrod", "password"),
        ("oassword", "password"),
        ("acount", "account"),
        ("cacount", "account"),
        ("trng", "train"),
        ("nmbr", "number"),
        ("teh", "the"),
        ("linked", "link"),
    ],
)
def test_a_mistyped_or_shortened_word_is_read_as_the_likest(typed: str, meant: str) -> None:
    """One slip, a swapped pair, a wrong first letter or missing vowels do not hide a word."""
    assert SPELLING.read([typed])[0].stems[0][0] in (meant, meant.removesuffix("e"))


def test_a_split_word_is_glued() -> None:
    """Two words that make a known one are read as that one."""
    assert read("user", "name") == read("username")


def test_a_glued_word_is_split() -> None:
    """A word made of two known ones is read as both."""
    assert read("resetpassword") == read("reset", "password")


@pytest.mark.parametrize("typed", ["zebra", "duo", "qq", "2345", "x1y2z3"])
def test_what_is_like_nothing_stays_unknown(typed: str) -> None:
    """Names, numbers and other people's words are not bent into known ones."""
    reading = SPELLING.read([typed])[0]

    assert (reading.stems, reading.unknown) == ((), 1.0)
    assert wording([reading]) == ""


@given(st.lists(st.text("abcdefghilmnoprstuw", min_size=1, max_size=14), max_size=6))
def test_a_reading_never_weighs_more_than_its_word(words: list[str]) -> None:
    """What a word is read as weighs at most 1 in all; the rest is unknown, never below 0."""
    for reading in SPELLING.read(words):
        assert sum(weight for _, weight in reading.stems) <= 1.0 + 1e-9
        assert 0.0 <= reading.unknown <= 1.0
        assert len(reading.stems) <= 3


@given(st.sampled_from(sorted(COUNTS)))
def test_a_known_word_is_read_as_itself(word: str) -> None:
    """No known word is corrected into another."""
    readings = SPELLING.read([word])

    assert [(len(each.stems), each.unknown, each.read) for each in readings] == [(1, 0.0, "")]


def test_slips_in_what_was_learned_are_not_known_words() -> None:
    """A rare word that looks like a frequent one is a typing error; a rare other word is not."""
    counts = {**COUNTS, "pasword": 2, "zebra": 1, "reset": 50}

    assert set(counts) - set(without_slips(counts)) == {"pasword"}


@given(st.lists(st.sampled_from(["pasword", "acount", "reset", "zebra", "the", "x1y2z3"])))
def test_a_word_is_read_the_same_every_time(words: list[str]) -> None:
    """What was read before changes nothing about how a word is read."""
    assert SPELLING.read(words) == Spelling(COUNTS).read(words)
