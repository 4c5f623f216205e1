"""What a fresh process measures: each question is asked once for its ranking, or not at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.intents import told_apart
from bench.job import OURS, Job
from bench.method import RanksTogether
from bench.peers import peer
from bench.worker import run
from bot.matching import Kind, Lesson, Words

LESSONS = (
    Lesson("link", Kind.TOPIC, ("How do I link my account?", "link my old login to PACER")),
    Lesson("pay", Kind.TOPIC, ("How do I pay the filing fee?", "pay by card")),
    Lesson("close", Kind.TOPIC, ("close my account for good", "delete my account")),
)
QUESTIONS = ("how to link an account", "can I pay by card", "what is the weather")


def job(method: str, *, rank: bool = True) -> Job:
    """A small one."""
    return Job(method, LESSONS, Words(), QUESTIONS, rank=rank)


@pytest.mark.parametrize("method", [OURS, "rapidfuzz WRatio", "Onyx's keyword rule"])
def test_every_method_reports_time_memory_and_rankings(method: str) -> None:
    """The same figures for all."""
    report = run(job(method))
    assert len(report.ranked) == len(report.micros) == len(QUESTIONS)
    assert report.ranked[1][0][0] == "pay"
    assert report.resident > 0
    assert report.build_seconds >= 0


def test_only_this_matcher_decides_and_tells_its_confidence() -> None:
    """Peers get cut-offs; this matcher has its own rules."""
    assert run(job("Onyx's keyword rule")).decided == []
    decided = run(job(OURS)).decided
    assert [0 <= confidence <= 1 for _, _, confidence in decided] == [True] * len(QUESTIONS)


def test_where_only_time_counts_nothing_is_ranked() -> None:
    """Cost against size asks each question once."""
    report = run(job(OURS, rank=False))
    assert (report.ranked, report.decided) == ([], [])
    assert len(report.micros) == len(QUESTIONS)


@pytest.mark.parametrize("name", ["rapidfuzz WRatio", "rapidfuzz token_set_ratio"])
def test_questions_ranked_together_are_ranked_as_one_by_one(name: str) -> None:
    """Sooner, but not otherwise."""
    method = peer(name)(LESSONS)  # type: ignore[arg-type]  # it reads ids and phrasings alone
    assert isinstance(method, RanksTogether)
    asked = [*QUESTIONS, "", "link pay close", "HOW DO I PAY???"] * 20
    assert method.rank_all(asked) == [method.rank(question) for question in asked]


def test_questions_outside_that_score_lower_than_all_others_are_all_told_apart() -> None:
    """And none, if they score higher."""
    assert told_apart([0.6, 0.8, 0.9], [0.1, 0.2]) == (1.0, 1.0)
    assert told_apart([0.1, 0.2], [0.6, 0.8, 0.9]) == (0.0, 0.0)


@given(
    st.lists(st.floats(0, 1), min_size=1, max_size=30),
    st.lists(st.floats(0, 1), min_size=1, max_size=30),
)
def test_telling_apart_is_turned_round_when_the_sides_are(
    asked: list[float], outside: list[float]
) -> None:
    """AUROC of one side against the other, and back, make one; ties count half."""
    one, other = told_apart(asked, outside)[0], told_apart(outside, asked)[0]
    assert one + other == pytest.approx(1.0)
