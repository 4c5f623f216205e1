"""The one place that decides, by kinds and probabilities alone."""

from dataclasses import replace

import pytest

from bot.matching.decide import (
    ANSWER_FROM,
    CHOICES_FROM,
    CLASS_FROM,
    Finding,
    Likely,
    decide,
    in_one,
)
from bot.matching.model import Candidate, Decision, Kind


def likely(name: str, confidence: float, kind: Kind = Kind.TOPIC) -> Likely:
    return Likely(Candidate(name, confidence), kind)


def finding(
    best: float, *, shown: float = 0.9, content: int = 2, kind: Kind = Kind.TOPIC
) -> Finding:
    entries = [likely("a", best, kind), likely("b", best / 2), likely("c", best / 3)]
    return Finding(entries, [likely("x", 0.1, Kind.ELSEWHERE)], entries[0], None, shown, content)


def test_a_sure_entry_is_answered() -> None:
    """From the least probability on, the best entry is the answer."""
    verdict = decide(finding(ANSWER_FROM))

    assert (verdict.decision, verdict.chosen) == (Decision.ANSWER, ("a",))


def test_below_it_the_best_are_offered() -> None:
    """An entry that is not sure enough is offered with the next ones."""
    verdict = decide(finding(ANSWER_FROM - 0.01))

    assert (verdict.decision, verdict.chosen) == (Decision.CHOICES, ("a", "b", "c"))


def test_a_far_third_is_not_offered() -> None:
    """Only what is plausible stands beside the best two."""
    unsure = finding(0.4)
    far = replace(unsure, entries=[*unsure.entries[:2], likely("c", 0.01)])

    assert decide(far).chosen == ("a", "b")


def test_without_a_word_that_says_what_it_is_about_nothing_is_answered() -> None:
    """Words like "how do I" alone never get an answer, however sure the scores are."""
    assert decide(finding(0.99, content=0)).decision is not Decision.ANSWER


def test_what_may_be_legal_advice_is_handed_over() -> None:
    """It is neither answered nor offered beside other things: a person is to tell."""
    verdict = decide(finding(ANSWER_FROM - 0.01, kind=Kind.LEGAL_ADVICE))

    assert (verdict.decision, verdict.chosen) == (Decision.UNKNOWN, ("a",))
    assert decide(finding(ANSWER_FROM, kind=Kind.LEGAL_ADVICE)).decision is Decision.ANSWER
    hardly = finding(0.01, shown=CHOICES_FROM - 0.01, kind=Kind.LEGAL_ADVICE)
    assert decide(hardly).chosen == ()


@pytest.mark.parametrize(
    "kind",
    [Kind.ELSEWHERE, Kind.SMALL_TALK, Kind.STATEMENT, Kind.FOLLOW_UP, Kind.ABUSE],
)
def test_what_is_not_answered_here_is_named(kind: Kind) -> None:
    """A class of foreign messages that comes first is named; no entry is answered instead."""
    foreign = likely("x", 0.9, kind)
    first = replace(finding(0.2, shown=0.3), classes=[foreign], first=foreign)

    verdict = decide(first)

    assert (verdict.decision, verdict.chosen) == (Decision.NOT_OURS, ("x",))


def test_a_likely_class_stands_however_likely_the_entries_are() -> None:
    """What more probably than not is of a class gets no choices, which would all be wrong."""
    foreign = likely("x", CLASS_FROM, Kind.ELSEWHERE)
    first = replace(finding(0.45, shown=0.5), classes=[foreign], first=foreign)
    doubtful = replace(first, first=likely("x", CLASS_FROM - 0.01, Kind.ELSEWHERE))

    assert decide(first).decision is Decision.NOT_OURS
    assert decide(doubtful).decision is Decision.CHOICES


def test_an_unclear_message_offers_what_it_may_mean() -> None:
    """A group of unclear messages offers its own ids; with less than two left, nothing."""
    unclear = Likely(Candidate("u", 0.9), Kind.UNCLEAR, ("a", "b"))
    first = replace(finding(0.2, shown=0.3), classes=[unclear], first=unclear)

    assert decide(first).chosen == ("a", "b")
    lone = replace(unclear, offers=("a",))
    assert decide(replace(first, classes=[lone], first=lone)).decision is Decision.UNKNOWN


def test_the_wording_of_a_phrasing_decides() -> None:
    """A message that is a phrasing of one label means that label, whatever the scores say."""
    thanks = likely("thanks", 0.1, Kind.SMALL_TALK)

    assert decide(replace(finding(0.99), phrased=thanks)).decision is Decision.NOT_OURS
    answered = decide(replace(finding(0.1, content=0), phrased=likely("b", 0.1)))
    assert (answered.decision, answered.chosen) == (Decision.ANSWER, ("b",))


def test_when_nothing_is_likely_it_is_unknown() -> None:
    """Below the least probability nothing is offered."""
    assert decide(finding(0.01, shown=CHOICES_FROM - 0.01)).decision is Decision.UNKNOWN


def test_both_halves_of_a_double_question_are_offered() -> None:
    """Two entries that the halves ask for are offered, even if one would be sure alone."""
    verdict = decide(replace(finding(0.99), both=("a", "c")))

    assert (verdict.decision, verdict.chosen) == (Decision.CHOICES, ("a", "c"))


def test_what_both_halves_ask_for_is_answered() -> None:
    """The same asked twice is one question, though the whole is not sure enough."""
    verdict = decide(replace(finding(ANSWER_FROM - 0.1), both=("a",)))

    assert (verdict.decision, verdict.chosen) == (Decision.ANSWER, ("a",))


def test_what_single_sentences_ask_is_offered_and_never_answered() -> None:
    """Among many sentences one soon looks like a question by chance."""
    story = in_one([finding(0.95), finding(0.2)])

    assert story is not None
    assert decide(story).decision is Decision.CHOICES
    assert in_one([]) is None
