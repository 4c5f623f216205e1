"""The rules of other bots do what their sources say. Those that need more libraries are not here:
`make bench` installs those."""

import pytest

from bench.method import Lesson
from bench.peers import PEERS, peer
from bench.peers.onyx import words_of

LESSONS = (
    Lesson("link", ("How do I link my account?", "link my old login to PACER")),
    Lesson("pay", ("How do I pay the filing fee?", "pay by card")),
    Lesson("close", ("close my account for good",)),
)
HERE = tuple(name for name in PEERS if PEERS[name][0] in {"rapidfuzz_ratios", "onyx", "casey"})


def ranked(name: str, question: str) -> list[str]:
    """The labels, best first."""
    return [each.id for each in peer(name)(LESSONS).rank(question)]


@pytest.mark.parametrize("name", [*HERE, "QnABot's content words"])
@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.id)
def test_a_phrasing_word_for_word_finds_its_label(name: str, lesson: Lesson) -> None:
    """Whatever the rule, what it was taught comes first or shares the first score."""
    found = peer(name)(LESSONS).rank(lesson.phrasings[0])
    tied = {each.id for each in found if each.score == found[0].score}
    assert lesson.id in tied


@pytest.mark.parametrize("name", [*HERE, "QnABot's content words"])
def test_each_label_is_listed_once(name: str) -> None:
    """A ranking is of labels, not of phrasings."""
    labels = ranked(name, "link my account to pay the fee by card")
    assert len(labels) == len(set(labels))


def test_onyx_wants_every_keyword() -> None:
    """`match all`: one word missing and nothing matches."""
    name = "Onyx's keyword rule"
    assert ranked(name, "please pay it by card!") == ["pay"]
    assert ranked(name, "please pay it") == []


def test_onyx_reads_words_without_punctuation() -> None:
    """As `find_matching_standard_answers` does."""
    assert words_of("What's up, Doc?") == ["whats", "up", "doc"]


def test_casey_finds_words_within_words() -> None:
    """ "for" stands in "format", so an article about closing accounts matches."""
    assert "close" in ranked("Casey's substrings", "which format is it")


def test_qnabot_refuses_unless_all_of_two_keywords_match() -> None:
    """One or two keywords must all match."""
    assert ranked("QnABot's content words", "link the moon") == []
    assert ranked("QnABot's content words", "link the account")[0] == "link"


def test_qnabot_lets_a_quarter_of_more_keywords_miss() -> None:
    """Three of four are enough."""
    assert "pay" in ranked("QnABot's content words", "pay filing fee tomorrow")
    assert "pay" not in ranked("QnABot's content words", "pay filing moon tomorrow")
