"""Counting and cut-offs: every method is held to the same rules."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.cut_offs import CutOffs, Labels, best_cut_offs, decide, right_at_once, sweep
from bench.method import Scored
from bench.outcomes import Outcome, points, tally
from bench.questions import ANSWER, CLARIFY, NONE, Question
from bot.matching import Decision

LABELS = Labels(frozenset({"a", "b", "c", "d"}), {"vague": ("a", "b")})
ASKED = Question("how?", ("a", "b"), ANSWER, "plain")
NOTHING = Question("what?", (), NONE, "plain")
VAGUE = Question("that", ("a", "b"), CLARIFY, "plain")

RANKINGS = st.lists(
    st.builds(
        Scored,
        st.sampled_from(["a", "b", "c", "d", "vague", "not-ours"]),
        st.integers(0, 5).map(float),
    ),
    unique_by=lambda each: each.id,
    max_size=4,
).map(lambda ranking: sorted(ranking, key=lambda each: -each.score))
QUESTIONS = st.sampled_from([ASKED, NOTHING, VAGUE, Question("d?", ("d",), ANSWER, "plain")])
PAIRS = st.lists(st.tuples(QUESTIONS, RANKINGS), min_size=1, max_size=12)


def outcome(decision: Decision, *ids: str) -> Outcome:
    """In short."""
    return Outcome(decision, ids)


def test_any_expected_id_is_right_and_any_other_answer_is_wrong() -> None:
    """Where several entries answer a question, each of them does."""
    counted = tally(
        [ASKED, ASKED, ASKED, ASKED],
        [
            outcome(Decision.ANSWER, "b"),
            outcome(Decision.ANSWER, "c"),
            outcome(Decision.CHOICES, "c", "a"),
            outcome(Decision.NOT_OURS, "not-ours"),
        ],
    )
    assert (counted.right, counted.shown, counted.wrong, counted.answerable) == (1, 1, 1, 4)


def test_an_answer_to_what_nothing_answers_is_false_and_not_wrong() -> None:
    """False answers are counted apart, for they are of other questions."""
    counted = tally(
        [NOTHING, NOTHING], [outcome(Decision.ANSWER, "a"), outcome(Decision.CHOICES, "a", "b")]
    )
    assert (counted.false, counted.needless, counted.wrong, counted.unanswerable) == (1, 1, 0, 2)


def test_a_vague_question_wants_choices() -> None:
    """An answer off the mark is wrong there too."""
    counted = tally(
        [VAGUE, VAGUE], [outcome(Decision.CHOICES, "a", "d"), outcome(Decision.ANSWER, "d")]
    )
    assert (counted.offered, counted.wrong, counted.unclear) == (1, 1, 2)


def test_a_group_of_vague_messages_is_offered_and_what_is_not_ours_is_left() -> None:
    """Peers get what the desk does with such labels."""
    cut_offs = CutOffs(answer=2.0, choices=1.0)
    assert decide([Scored("vague", 9.0)], cut_offs, LABELS) == outcome(Decision.CHOICES, "a", "b")
    assert decide([Scored("not-ours", 9.0)], cut_offs, LABELS).decision is Decision.UNKNOWN
    assert decide([], cut_offs, LABELS).decision is Decision.UNKNOWN


@pytest.mark.parametrize(
    ("score", "decision"),
    [(2.0, Decision.ANSWER), (1.0, Decision.CHOICES), (0.9, Decision.UNKNOWN)],
)
def test_a_score_on_a_cut_off_is_above_it(score: float, decision: Decision) -> None:
    """Cut-offs are the least scores that are let through."""
    assert decide([Scored("a", score)], CutOffs(2.0, 1.0), LABELS).decision is decision


@given(PAIRS, st.floats(0, 6), st.floats(0, 6))
def test_no_other_cut_offs_give_a_peer_more_points(
    pairs: list[tuple[Question, list[Scored]]], one: float, other: float
) -> None:
    """Every peer is shown at its best: tried against any other two cut-offs."""
    questions, rankings = zip(*pairs, strict=True)

    def total(cut_offs: CutOffs) -> float:
        decided = [decide(ranking, cut_offs, LABELS) for ranking in rankings]
        return sum(map(points, questions, decided))

    best = best_cut_offs(questions, rankings, LABELS)
    assert best.choices <= best.answer
    assert total(best) >= total(CutOffs(max(one, other), min(one, other)))


@given(PAIRS)
def test_a_sweep_ends_where_everything_is_answered(
    pairs: list[tuple[Question, list[Scored]]],
) -> None:
    """The last point is that of no cut-off at all."""
    questions, rankings = zip(*pairs, strict=True)
    curve = sweep(questions, rankings, LABELS)
    decided = [decide(ranking, CutOffs(0.0, 0.0), LABELS) for ranking in rankings]
    given_answers = sum(it.decision is Decision.ANSWER for it in decided)
    assert (curve[-1].answered if curve else 0.0) == given_answers / len(questions)


@given(PAIRS, st.integers(0, 5))
def test_more_bad_answers_allowed_are_never_fewer_right_ones(
    pairs: list[tuple[Question, list[Scored]]], most_bad: int
) -> None:
    """What a peer reaches with as few bad answers grows with how many those are."""
    questions, rankings = zip(*pairs, strict=True)
    fewer = right_at_once(questions, rankings, LABELS, most_bad)
    assert fewer <= right_at_once(questions, rankings, LABELS, most_bad + 1)
