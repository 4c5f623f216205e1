"""Which step a message speaks of, so that a reminder is set of the right one."""

import pytest

from bot.checklist import Answer, make, named
from tests.checklist.invented import NOON, fresh, plan


@pytest.mark.parametrize(
    ("typed", "steps"),
    [
        ("remind me of my seat tomorrow", ["seat"]),
        ("remind me about the wings on monday at 5", ["wings"]),
        ("remind me to stamp the ticket tomorrow", ["stamp"]),
        ("remind me of my ticket", ["ticket"]),
        ("remind me of step 3 on friday", ["wings"]),
        ("remind me of step 9", []),
        ("remind me tomorrow at 5", []),
        ("remind me to buy milk tomorrow", []),
    ],
)
def test_a_step_is_named_by_words_of_its_title(typed: str, steps: list[str]) -> None:
    """Also in other forms; rare words count more, and the whole title most."""
    assert [step.id for step in named(typed, plan(), fresh())] == steps


def test_a_settled_step_is_named_all_the_same() -> None:
    """Another must not be taken in its place."""
    done = make(Answer("ticket", "have"), fresh(), plan(), NOON)

    assert [step.id for step in named("remind me of my ticket", plan(), done)] == ["ticket"]


def test_steps_of_other_roles_are_not_meant() -> None:
    """A guest has no wings."""
    assert named("remind me of my wings", plan(), fresh("guest")) == ()
