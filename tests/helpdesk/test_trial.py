"""The trial: questions put to the desk, held against what they must reach and what was accepted."""

from collections.abc import Container, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.helpdesk import HelpDesk
from bot.helpdesk.trial import (
    Comparison,
    TrialResult,
    Verdict,
    accepted_text,
    compare,
    passed,
    read_accepted,
    run_trial,
)
from bot.helpdesk.trial_report import render_trial
from bot.knowledge import Knowledge
from bot.matching import Decision, Explanation, Match, Matcher
from tests.helpdesk.folder import example

NOW = datetime(2026, 11, 25, 18, tzinfo=UTC)


class Table(Matcher):
    """A matcher that decides by a table, and knows nothing else."""

    def __init__(self, decided: Mapping[str, tuple[Decision, tuple[str, ...]]]) -> None:
        self.decided = decided

    def match(self, question: str, *, without: Container[str] = ()) -> Match:
        decision, chosen = self.decided.get(question, (Decision.UNKNOWN, ()))
        return Match(decision, chosen, 0.9, (), "table")

    def explain(self, question: str, *, without: Container[str] = ()) -> Explanation:
        raise AssertionError("a trial asks, and explains nothing")


def knowledge(
    questions: Mapping[str, tuple[str, ...]],
    offered: Mapping[str, tuple[str, ...]] | None = None,
    missed: Mapping[str, tuple[str, ...]] | None = None,
) -> Knowledge:
    return replace(
        example(),
        questions=MappingProxyType(dict(questions)),
        offered=MappingProxyType(dict(offered or {})),
        missed=MappingProxyType(dict(missed or {})),
    )


def trial(asked: Knowledge, **decided: tuple[Decision, tuple[str, ...]]) -> TrialResult:
    by_question = {question.replace("_", " "): each for question, each in decided.items()}
    return run_trial(HelpDesk(asked, Table(by_question)), NOW)


def verdicts(result: TrialResult) -> dict[str, Verdict]:
    return {each.question: each.verdict for each in result.asked}


ANSWER, CHOICES, NOT_OURS = Decision.ANSWER, Decision.CHOICES, Decision.NOT_OURS
ASKED = knowledge({"password": ("lost it", "forgot it", "gone", "what")}, {})


def test_a_question_is_right_when_its_entry_answers() -> None:
    """Only the entry itself is right: an offer, another entry or no answer is not."""
    result = trial(
        ASKED,
        lost_it=(ANSWER, ("password",)),
        forgot_it=(CHOICES, ("account", "password")),
        gone=(ANSWER, ("account",)),
    )
    assert verdicts(result) == {
        "lost it": Verdict.RIGHT,
        "forgot it": Verdict.OFFERED,
        "gone": Verdict.WRONG,
        "what": Verdict.UNANSWERED,
    }
    assert [each.question for each in result.failed] == ["forgot it", "gone", "what"]


def test_a_question_of_a_class_is_right_when_it_is_turned_away_as_that() -> None:
    """What this desk does not answer has its own right result."""
    result = trial(
        knowledge({"parking": ("where to park",)}), where_to_park=(NOT_OURS, ("parking",))
    )
    assert not result.failed


def test_an_offered_question_needs_all_its_entries_among_the_choices() -> None:
    """A question under `offered:` of two ids must be offered both."""
    both = {"password": ("which one",), "account": ("which one",)}
    offer = knowledge({}, both)
    assert not trial(offer, which_one=(CHOICES, ("account", "link", "password"))).failed
    assert trial(offer, which_one=(CHOICES, ("account", "link"))).failed
    assert trial(offer, which_one=(ANSWER, ("account",))).failed
    one = knowledge({}, {"password": ("which one",)})
    assert not trial(one, which_one=(ANSWER, ("password",))).failed


MISSED = knowledge({"account": ("new one",)}, {}, {"password": ("lost it", "forgot it", "gone")})
NEW_ONE = (ANSWER, ("account",))


def test_a_known_miss_fails_nothing_and_is_counted() -> None:
    """Whatever comes of it, the trial passes; only the count tells of it."""
    result = trial(MISSED, new_one=NEW_ONE, lost_it=(ANSWER, ("account",)))
    assert passed(result, compare(result, {}))
    assert not result.to_move_up
    told = render_trial(result, compare(result, {}), MISSED).split("\n")
    assert "1 of 1 questions reach what they must." in told
    assert "3 known misses." in told
    assert not [line for line in told if "lost it" in line]


def test_a_miss_that_is_reached_by_now_is_told_with_its_cure() -> None:
    """The cure names the list to move it to: that of what is answered, or of what is offered."""
    result = trial(
        MISSED,
        new_one=NEW_ONE,
        lost_it=(ANSWER, ("password",)),
        gone=(CHOICES, ("account", "password")),
    )
    assert passed(result, compare(result, {}))
    told = render_trial(result, compare(result, {}), MISSED).split("\n")
    assert (
        "'lost it' now answers *How do I reset my password?*: in its file, "
        "move it from `missed:` to `questions:`, under `password:`." in told
    )
    assert any(line.endswith("to `offered:`, under `password:`.") for line in told)
    assert "3 known misses, 2 of them now reach their answer: move them up." in told


def test_a_known_miss_is_never_accepted() -> None:
    """Accepted results are those to keep; a question moved down to the misses is not gone."""
    result = trial(MISSED, new_one=NEW_ONE)
    assert set(result.to_accept()) == {"new one"}
    was = {"new one": {"outcome": "answer", "entries": ["account"]}}
    moved_down = {"lost it": {"outcome": "answer", "entries": ["password"]}}
    assert compare(result, was | moved_down) == Comparison()


def test_a_changed_answer_is_told_in_plain_words() -> None:
    """The titles say what a question answers now and what it answered before."""
    result = trial(ASKED, lost_it=(ANSWER, ("password",)))
    accepted = {"lost it": {"outcome": "answer", "entries": ["account"]}}
    text = render_trial(result, compare(result, accepted), ASKED)
    told = "'lost it' now answers *How do I reset my password?*, was *How do I open an account?*"
    assert told in text.split("\n")
    assert "'what' should answer *How do I reset my password?*, but finds no answer" in text
    assert "1 of 4 questions reach what they must." in text
    assert "--accept" in text


def test_only_a_changed_accepted_result_fails() -> None:
    """New questions and those no longer asked are noted; a change must be accepted."""
    result = trial(knowledge({"password": ("lost it",)}), lost_it=(ANSWER, ("password",)))
    assert passed(result, compare(result, {}))
    assert passed(result, compare(result, {"old": {"outcome": "unknown", "entries": []}}))
    changed = compare(result, {"lost it": {"outcome": "choices", "entries": ["a", "password"]}})
    assert not passed(result, changed)
    assert not passed(trial(ASKED), Comparison())


def test_a_spoiled_file_of_accepted_results_counts_as_a_change() -> None:
    """Whatever a program or a hand wrote there, the trial says so and does not raise."""
    result = trial(knowledge({"password": ("lost it",)}), lost_it=(ANSWER, ("password",)))
    for kept in ({}, {"outcome": 3}, {"entries": "x"}, {"outcome": "answer", "entries": None}):
        assert compare(result, {"lost it": kept}).changed


@pytest.mark.parametrize("text", ["", "[]", "{", "null"])
def test_a_file_that_is_no_result_is_refused_with_a_cure(text: str) -> None:
    """A broken file of accepted results is told, and never taken for an empty one."""
    with pytest.raises(ValueError, match="accept anew"):
        read_accepted(text)


ENTRIES = st.sampled_from(["password", "account", "link"])
DECIDED = st.one_of(
    st.tuples(st.just(ANSWER), st.tuples(ENTRIES)),
    st.tuples(st.just(CHOICES), st.permutations(["password", "account", "link"]).map(tuple)),
    st.tuples(st.just(NOT_OURS), st.tuples(st.sampled_from(["parking", "thanks"]))),
    st.tuples(st.just(Decision.UNKNOWN), st.just(())),
)


@given(st.dictionaries(st.sampled_from(["lost it", "forgot it", "gone", "what"]), DECIDED))
def test_what_was_accepted_is_no_change(
    decided: dict[str, tuple[Decision, tuple[str, ...]]],
) -> None:
    """Accepting, through JSON, and trying again finds nothing changed, new or gone."""
    result = run_trial(HelpDesk(ASKED, Table(decided)), NOW)
    accepted = read_accepted(accepted_text(result))
    assert compare(result, accepted) == Comparison()
    assert render_trial(result, compare(result, accepted), ASKED)
