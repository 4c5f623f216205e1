"""Two questions in one message: where it is cut, and which halves count."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.matching.decide import Finding, Likely
from bot.matching.double import (
    ASKED_TOO_FROM,
    HINTED,
    LEAST,
    NEXT_FROM,
    SAME_FROM,
    Half,
    Pair,
    half,
    is_worth_reading,
    may_count,
    pair,
)
from bot.matching.model import Candidate, Kind
from bot.matching.passages import Cut, Way, cuts

WORDS = 10
ASKED = ASKED_TOO_FROM * WORDS


def likely(name: str, confidence: float, kind: Kind = Kind.TOPIC) -> Likely:
    offers = ("a", "d") if kind is Kind.UNCLEAR else ()
    return Likely(Candidate(name, confidence), kind, offers)


def finding(*entries: Likely, label: Likely | None = None) -> Finding:
    classes = (label,) if label else ()
    return Finding(entries, classes, (entries or classes)[0], None, 0.9, 2)


def cut(way: Way) -> Cut:
    return Cut("", "", way, WORDS)


def part(entry: str, confidence: float, kind: Kind = Kind.TOPIC) -> Half:
    return Half(entry, confidence, kind)


WHOLE = finding(likely("a", 0.6), likely("b", 0.1), likely("c", 0.05))


@pytest.mark.parametrize(
    ("typed", "way"),
    [
        ("how do I get in and what does it cost", Way.ASKED_TOO),
        ("I lost my key, and who gives me another", Way.ASKED_TOO),
        ("can I get in? And what does it cost?", Way.ASKED_TOO),
        ("where is it + is it open", Way.ASKED_TOO),
        ("I lost my key. Also my card is broken", Way.ADDED),
        ("can I get in? What does it cost?", Way.BOTH_ASKED),
        ("can I get in, does my wife", Way.PARTED),
        ("can I get in, or use the other door", Way.PARTED),
        ("I lost my key and my card is broken", Way.TOLD),
        ("Good morning all. I lost my key and my card is broken", Way.TOLD_AMONG),
    ],
)
def test_a_message_is_cut_where_a_second_question_may_start(typed: str, way: Way) -> None:
    """What stands between two halves, and whether they ask, says how they stand together."""
    assert [each.way for each in cuts(typed)] == [way]


@pytest.mark.parametrize(
    "typed",
    [
        "how do I get in",
        "I lost my key. What now do I do?",
        "if I come late, can I get in",
        "I changed my key and now it is broken",
        "in and out",
        "can I get in and what does it cost " + "really " * 40,
    ],
)
def test_a_message_that_asks_once_is_not_cut(typed: str) -> None:
    """What leads to a question or follows from it is part of it; so is much talk."""
    assert cuts(typed) == []


@given(st.text(max_size=300))
def test_halves_stand_in_the_message(typed: str) -> None:
    """Nothing is added: every half is how the message starts or ends."""
    for each in cuts(typed):
        assert typed.startswith(each.left)
        assert typed.endswith(each.right)


@pytest.mark.parametrize("way", [way for way in Way if LEAST[way]])
def test_both_halves_must_be_likely(way: Way) -> None:
    """Each way two halves stand together has its least probability, for both of them."""
    least = LEAST[way]

    assert pair(cut(way), part("a", least), part("b", 0.99), WHOLE).entries[:2] == ("a", "b")
    assert not pair(cut(way), part("a", least - 0.01), part("x", 0.99), WHOLE).entries
    assert not pair(cut(way), part("x", 0.99), part("a", least - 0.01), WHOLE).entries
    assert may_count(cut(way), part("a", least))
    assert not may_count(cut(way), part("a", least - 0.01))
    assert not may_count(cut(way), None)


def test_long_halves_that_ask_must_be_sure_by_themselves() -> None:
    """After "and how", each word of the message asks for more."""
    asked = cut(Way.ASKED_TOO)

    assert pair(asked, part("x", ASKED), part("y", 0.9), WHOLE).entries
    assert not pair(asked, part("x", ASKED - 0.01), part("y", 0.9), WHOLE).entries


def test_a_doubtful_half_is_understood_in_context() -> None:
    """The subject may stand before: of what the half may mean, the whole message names one."""
    asked, doubtful = cut(Way.ASKED_TOO), Half("x", 0.05, Kind.TOPIC, (("b", 0.04),))

    assert pair(asked, part("a", 0.9), doubtful, WHOLE).entries[:2] == ("a", "b")
    assert not pair(asked, part("b", 0.9), part("x", 0.05), WHOLE).entries


def test_a_half_that_says_nothing_leans_on_the_whole() -> None:
    """ "and when?" asks for the next entry that the whole message names, if it is plausible."""
    asked = cut(Way.ASKED_TOO)
    far = finding(likely("a", 0.6), likely("b", HINTED - 0.01))

    assert pair(asked, part("a", 0.9), None, WHOLE).entries == ("a", "b", "c")
    assert not pair(asked, part("a", 0.9), None, far).entries
    assert not pair(asked, part("a", ASKED - 0.01), None, WHOLE).entries
    assert not pair(cut(Way.BOTH_ASKED), part("a", 0.9), None, WHOLE).entries
    assert not pair(asked, None, part("a", 0.9), WHOLE).entries


def test_the_same_asked_twice_is_one_question() -> None:
    """Two halves that ask for the same entry ask for one; telling is not asking."""
    asked, told = cut(Way.BOTH_ASKED), cut(Way.TOLD)

    assert pair(asked, part("a", SAME_FROM), part("a", 0.9), WHOLE).entries == ("a",)
    assert pair(asked, part("a", SAME_FROM - 0.01), part("a", 0.9), WHOLE) == Pair()
    assert pair(told, part("a", 0.9), part("a", 0.9), WHOLE) == Pair()


def test_an_unclear_half_stands_for_what_it_may_mean() -> None:
    """The likeliest of its offers is what it asks for, unless the other half may mean the same."""
    unclear = half(finding(likely("d", 0.1), label=likely("u", 0.6, Kind.UNCLEAR)))

    assert unclear is not None
    assert (unclear.entry, unclear.others) == ("d", (("a", 0.6),))
    assert pair(cut(Way.TOLD), unclear, part("b", 0.9), WHOLE).entries[:2] == ("d", "b")
    assert not pair(cut(Way.TOLD), unclear, part("a", 0.9), WHOLE).entries
    assert not pair(cut(Way.TOLD_AMONG), unclear, part("b", 0.9), WHOLE).entries


def test_legal_advice_must_be_surer() -> None:
    """So many halves are near to a plea for advice that it needs more, unless it is asked too."""
    advice = part("b", 0.6, Kind.LEGAL_ADVICE)

    assert not pair(cut(Way.PARTED), part("a", 0.9), advice, WHOLE).entries
    assert pair(cut(Way.ASKED_TOO), part("a", 0.9), advice, WHOLE).entries == ("a", "b")


def test_a_doubtful_half_brings_a_third_choice() -> None:
    """What else it may mean is offered beside it, if that is plausible."""
    doubtful = Half("b", 0.4, Kind.TOPIC, (("d", HINTED),))

    assert pair(cut(Way.BOTH_ASKED), part("a", 0.9), doubtful, WHOLE).entries == ("a", "b", "d")


def test_what_only_tells_is_read_where_the_whole_is_torn() -> None:
    """Without a second entry in sight, two halves that tell something are one message."""
    single = finding(likely("a", 0.9), likely("b", NEXT_FROM - 0.001))

    assert is_worth_reading(cut(Way.TOLD), WHOLE)
    assert not is_worth_reading(cut(Way.TOLD), single)
    assert is_worth_reading(cut(Way.ASKED_TOO), single)


def test_a_half_without_content_asks_for_nothing() -> None:
    """Words that say nothing, or no entry in force, are no half."""
    assert half(None) is None
    assert half(finding(label=likely("u", 0.9, Kind.ELSEWHERE))) is None
