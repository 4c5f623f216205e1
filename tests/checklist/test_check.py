from datetime import date

import pytest

from bot.checklist import check
from bot.knowledge import Problem, Severity, load
from tests.checklist.invented import CHECKLIST, loaded

TODAY = date(2031, 3, 5)


def problems(changed: str, into: str) -> tuple[Problem, ...]:
    assert changed in CHECKLIST
    found = loaded(CHECKLIST.replace(changed, into))
    assert found.knowledge is not None, found.problems
    return check(found, TODAY)


def test_the_example_is_fine() -> None:
    """No false alarm."""
    assert check(loaded(), TODAY) == ()


def test_the_shipped_checklists_are_fine() -> None:
    """Nothing to report about what we ship."""
    assert check(load("knowledge"), date(2026, 11, 25)) == ()


@pytest.mark.parametrize(
    ("changed", "into", "what"),
    [
        (
            'means: "yes", marks: done}\n      - {id: plain',
            "next: ticket}\n      - {id: plain",
            "loop",
        ),
        ("label: At the window, marks: done", "label: At the window", "leads nowhere"),
        ("marks: to-do, shows: {text: Learn it.}}", "marks: to-do }", "does not show how"),
        ("label: I stand, marks: not-for-me", "label: I stand, next: seat", "loop"),
        ("words: [shared]", "words: ['no']", "stands for two choices"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(changed: str, into: str, what: str) -> None:
    """A clerk finds the place at once."""
    text = CHECKLIST.replace(changed, into)
    line = text[: text.index(into)].count("\n") + 1

    (problem,) = problems(changed, into)

    assert problem.place.line == line
    assert what in problem.what
    assert problem.cure


def test_a_step_that_is_never_settled_is_a_dead_end() -> None:
    """Every choice leaves it to do, so nobody ever finishes."""
    changed = '{id: stamped, label: "Yes", means: "yes", marks: done}'
    found = problems(changed, changed.replace("done", "to-do, shows: {text: Again.}"))

    assert ["dead end" in problem.what for problem in found] == [True]


def test_a_step_that_every_choice_passes_by_is_unreachable() -> None:
    """Only people who skip would ever see it."""
    jumping = CHECKLIST.replace(
        "marks: done}\n      - id: none", "marks: done, next: seat}\n      - id: none"
    )
    jumping = jumping.replace(
        "words: [shared], marks: to-do", "words: [shared], marks: to-do, next: seat"
    )
    jumping = jumping.replace(
        "means: not-sure, marks: to-do", "means: not-sure, marks: to-do, next: seat"
    )

    found = check(loaded(jumping), TODAY)

    assert [problem.what for problem in found] == [
        "No choice leads to the step `stamp`",
        "No choice leads to the step `wings`",
    ]


def test_a_role_without_steps_is_a_dead_end() -> None:
    """Who picks it would be done at once."""
    changed = CHECKLIST.replace("    stuck:", "    for: [pilot]\n    stuck:").replace(
        "    for: [pilot]\n    from: go-live\n    for: [pilot]\n",
        "    for: [pilot]\n    from: go-live\n",
    )

    found = check(loaded(changed), TODAY)

    assert ["The role `guest` is a dead end" in problem.what for problem in found] == [True]


def test_a_step_whose_days_are_over_is_a_warning() -> None:
    """It hurts nobody, and can go."""
    changed = "    from: go-live\n"
    found = loaded(CHECKLIST.replace(changed, "    until: 2031-01-01\n"))

    (problem,) = check(found, TODAY)

    assert problem.severity is Severity.WARNING


@pytest.mark.parametrize(
    ("changed", "into", "cure"),
    [
        ("for: [pilot]", "for: [pilto]", "Did you mean `pilot`?"),
        ("next: seat", "next: saet", "Did you mean `seat`?"),
        ("entry: buying", "entry: byuing", "Did you mean `buying`?"),
        ("contacts: [desk]", "contacts: [deks]", "Did you mean `desk`?"),
        ("stuck: self>desk", "stuck: self>dekk", "Did you mean `desk`?"),
        ("id: stamp\n", "id: ticket\n", "Give this one an id of its own."),
        ("marks: not-for-me", "marks: not-mine", "Write"),
    ],
)
def test_a_reference_that_leads_nowhere_stops_the_folder(
    changed: str, into: str, cure: str
) -> None:
    """A broken checklist is never served; the nearest id is offered."""
    found = loaded(CHECKLIST.replace(changed, into, 1))

    assert found.knowledge is None
    assert any(problem.cure.startswith(cure) for problem in found.problems)
