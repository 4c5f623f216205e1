"""How a message is read as words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.matching.text import LONGEST, Reader, plain

READER = Reader({"2fa": "two factor", "e-mail": "electronic mail", "ecf": "CM/ECF"})


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("Can't LOG in!!", ["can", "not", "log", "in"]),
        ("it won’t open", ["it", "will", "not", "open"]),
        ("wont, dont, cant", ["will", "not", "do", "not", "can", "not"]),
        ("pls tell me abt ur hrs", ["please", "tell", "me", "about", "your", "hours"]),
        ("a $5 fee & 10% off", ["a", "dollar", "5", "fee", "and", "10", "percent", "off"]),
        ("file w/o a lawyer", ["file", "without", "a", "lawyer"]),
        ("café NAÏVE", ["cafe", "naive"]),
        ("the clerk's desk", ["the", "clerk", "desk"]),
        ("e-file it", ["efile", "it"]),
        ("case 123456789", ["case", "longnumber"]),
        ("my 2FA fails", ["my", "two", "factor", "fails"]),
    ],
)
def test_words_are_read_as_they_are_meant(typed: str, words: list[str]) -> None:
    """Case, accents, contractions, chat forms and clerks' abbreviations make no difference."""
    assert READER.words(typed) == words


@pytest.mark.parametrize("typed", ["ECF", "CM/ECF", "cm ecf"])
def test_a_short_form_and_its_meaning_read_the_same(typed: str) -> None:
    """What an abbreviation stands for is not doubled where it is written out."""
    assert READER.words(typed) == ["cm", "ecf"]


@pytest.mark.parametrize("typed", ["<@U12345> help", "help :wave:", "<!channel> help"])
def test_markup_of_the_chat_is_not_read(typed: str) -> None:
    """Mentions and emoji names are no words of the question."""
    assert READER.words(typed) == ["help"]


def test_addresses_are_read_as_one_word_each() -> None:
    """A link or a mail address says only that there is one."""
    typed = "see https://example.org/a?b=c or write to someone@example.org"

    assert READER.words(typed) == ["see", "weblink", "or", "write", "to", "mailaddress"]


def test_sentences_are_told_apart() -> None:
    """A full stop, a question mark or a new line ends a sentence; a dot in a word does not."""
    typed = "It is late. Who can help?\nThanks for version 1.7 today"

    assert READER.sentences(typed) == [
        ["it", "is", "late"],
        ["who", "can", "help"],
        ["thanks", "for", "version", "1", "7", "today"],
    ]


@given(st.text(max_size=300))
def test_the_sentences_of_a_text_hold_its_words(typed: str) -> None:
    """Nothing is lost or made up by cutting into sentences what is read as single words."""
    reader = Reader({})

    joined = [word for sentence in reader.sentences(typed) for word in sentence]

    assert joined == reader.words(typed)


@given(st.text(max_size=200))
def test_reading_again_what_was_read_changes_nothing(typed: str) -> None:
    """Plain text is already plain."""
    once = plain(typed)

    assert plain(once) == once or "@" in typed or "#" in typed or "/" in typed


def test_reading_stops_at_the_longest_message() -> None:
    """What stands behind the longest message that is read costs nothing."""
    assert READER.words("a " * LONGEST) == ["a"] * (LONGEST // 2)
