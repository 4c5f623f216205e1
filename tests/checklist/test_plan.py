from datetime import date

from bot.checklist import (
    ENDED,
    ROLE_QUESTION,
    Answer,
    Plan,
    Progress,
    Skip,
    asked,
    current,
    left,
    make,
    path,
    tally,
)
from tests.checklist.invented import NOON, checklist, fresh, loaded, plan


def ids(progress: Progress, of: Plan | None = None) -> list[str]:
    return [step.id for step in path(of or plan(), progress)]


def answered(progress: Progress, **choices: str) -> Progress:
    for step, choice in choices.items():
        progress = make(Answer(step, choice), progress, plan(), NOON)
    return progress


def test_only_the_steps_of_a_role_are_on_its_way() -> None:
    """A guest is never asked what is for pilots."""
    assert ids(fresh("pilot")) == ["ticket", "stamp", "wings", "seat"]
    assert ids(fresh("guest")) == ["ticket", "stamp", "seat"]


def test_without_a_role_there_is_no_way_and_the_role_is_asked() -> None:
    """Who somebody is comes first."""
    assert ids(fresh(None)) == []
    assert asked(plan(), fresh(None)) == ROLE_QUESTION


def test_a_role_that_was_taken_out_is_asked_anew() -> None:
    """A clerk may remove a role that somebody has; their records stay."""
    progress = answered(fresh(), ticket="have")
    gone = Progress("ready", "stewardess", progress.records)

    assert asked(plan(), gone) == ROLE_QUESTION
    assert gone.records == progress.records


def test_a_choice_that_leads_on_leaves_out_the_steps_between() -> None:
    """Without a ticket there is nothing to stamp."""
    progress = answered(fresh(), ticket="none")

    assert ids(progress) == ["ticket", "seat"]
    assert asked(plan(), progress) == "seat"


def test_changing_that_choice_brings_the_steps_back() -> None:
    """What was left out is asked once it applies."""
    progress = answered(fresh(), ticket="none", seat="window")
    assert asked(plan(), progress) == ENDED

    progress = answered(progress, ticket="have")

    assert asked(plan(), progress) == "stamp"


def test_a_step_to_come_is_not_asked_before_its_day() -> None:
    """Steps from the go-live day on sleep until then, then wake without anybody's doing."""
    knowledge = loaded().required()
    before = Plan.on(knowledge, checklist(), date(2031, 3, 9))
    after = Plan.on(knowledge, checklist(), date(2031, 3, 10))
    progress = answered(fresh(), ticket="have", stamp="stamped", seat="window")

    assert asked(before, progress) == ENDED
    assert asked(after, progress) == "wings"


def test_a_new_or_moved_step_is_asked_where_it_stands_now() -> None:
    """Clerks edit the file meanwhile; the first open step in the new order comes next."""
    progress = answered(fresh(), ticket="have", stamp="stamped")
    steps = tuple(reversed(checklist().steps))
    turned = Plan(checklist().model_copy(update={"steps": steps}), plan().awake)

    step = current(turned, progress)

    assert step is not None
    assert step.id == "seat"
    assert tally(turned, progress).done == 2


def test_a_removed_step_is_passed_over_and_its_record_kept() -> None:
    """Nothing is lost when a step is taken out, and it is back when the step is."""
    progress = answered(fresh(), ticket="have", stamp="plain")
    steps = tuple(step for step in checklist().steps if step.id != "stamp")
    without = Plan(checklist().model_copy(update={"steps": steps}), plan().awake)

    assert "stamp" not in ids(progress, without)
    assert [step.id for step in left(without, progress)] == ["wings", "seat"]
    assert [step.id for step in left(plan(), progress)] == ["stamp", "wings", "seat"]


def test_a_choice_that_leads_back_is_ignored() -> None:
    """Even a checklist with a loop comes to an end."""
    step = checklist().steps[1]
    back = step.choices[0].model_copy(update={"next": "ticket"})
    looping = step.model_copy(update={"choices": (back,)})
    steps = (checklist().steps[0], looping, *checklist().steps[2:])
    of = Plan(checklist().model_copy(update={"steps": steps}), plan().awake)

    progress = answered(fresh(), ticket="have", stamp="stamped")

    assert ids(progress, of) == ["ticket", "stamp", "wings", "seat"]


def test_the_tally_counts_what_needs_nothing_more_as_done() -> None:
    """'Not for me' is settled; skipped and to do are not."""
    progress = answered(fresh(), ticket="shared", seat="nowhere")
    progress = make(Skip("stamp"), progress, plan(), NOON)

    count = tally(plan(), progress)

    assert (count.done, count.to_do, count.skipped, count.open, count.total) == (1, 1, 1, 1, 4)
    assert not count.is_complete
