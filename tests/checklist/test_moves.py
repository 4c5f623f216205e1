import pytest

from bot.checklist import (
    ENDED,
    ROLE_QUESTION,
    Answer,
    AskRole,
    Back,
    Begin,
    ChooseRole,
    Finish,
    Move,
    Progress,
    Reminders,
    Restart,
    Revisit,
    Skip,
    State,
    Stop,
    asked,
    make,
)
from bot.checklist.moves import MOVES
from bot.checklist.progress import MOST_CHANGES
from tests.checklist.invented import NOON, fresh, later, plan


def after(progress: Progress, *moves: Move) -> Progress:
    for number, move in enumerate(moves):
        progress = make(move, progress, plan(), later(number))
    return progress


ALL_ANSWERED = (
    Answer("ticket", "shared"),
    Answer("stamp", "stamped"),
    Skip("wings"),
    Answer("seat", "window"),
)


def test_every_move_has_its_place_in_the_table() -> None:
    """A move that is not in the table could not be made."""
    assert set(MOVES) == set(Move.__args__)


def test_an_answer_records_state_choice_and_moment() -> None:
    """That is all that is kept of it."""
    progress = after(fresh(), Answer("ticket", "none"))

    record = progress.records["ticket"]
    assert (record.state, record.choice, record.when) == (State.TO_DO, "none", NOON)


@pytest.mark.parametrize(
    "move",
    [
        Answer("ticket", "gone"),
        Answer("gone", "have"),
        Skip("gone"),
        ChooseRole("gone"),
        Back(),
    ],
)
def test_a_move_to_what_is_not_there_changes_nothing(move: Move) -> None:
    """Buttons of last month may name anything."""
    assert after(fresh(), move) is not None
    assert after(fresh(), move) == fresh()


def test_a_step_of_another_role_cannot_be_answered() -> None:
    """A guest's old button for a pilot's step records nothing."""
    assert after(fresh("guest"), Answer("wings", "can")) == fresh("guest")


def test_back_takes_back_one_change_at_a_time() -> None:
    """Every step can be undone, to the very beginning, role included."""
    start = fresh(None)
    progress = after(start, ChooseRole("pilot"), *ALL_ANSWERED)

    progress = after(progress, Back())
    assert "seat" not in progress.records
    assert asked(plan(), progress) == "seat"

    progress = after(progress, Back(), Back(), Back(), Back())
    assert progress.records == {}
    assert progress.role is None


def test_back_restores_what_was_said_before() -> None:
    """A changed answer goes back to the earlier one, and is asked."""
    progress = after(fresh(), Answer("ticket", "have"), Answer("ticket", "shared"), Back())

    assert progress.records["ticket"].choice == "have"
    assert asked(plan(), progress) == "ticket"


def test_the_same_answer_again_is_no_change() -> None:
    """A double click leaves nothing to take back twice."""
    once = after(fresh(), Answer("ticket", "have"))
    twice = make(Answer("ticket", "have"), once, plan(), later(60))

    assert twice == once


def test_starting_over_can_be_taken_back_at_once() -> None:
    """Nothing is ever lost by one word."""
    progress = after(fresh(), *ALL_ANSWERED)
    emptied = after(progress, Restart())

    assert emptied.records == {}
    assert asked(plan(), emptied) == ROLE_QUESTION

    restored = after(emptied, Back())
    assert restored.records == progress.records
    assert restored.role == "pilot"


def test_a_changed_role_loses_no_record() -> None:
    """Somebody who chose the wrong role finds all answers back under the right one."""
    progress = after(fresh(), *ALL_ANSWERED)
    changed = after(progress, ChooseRole("guest"))
    back = after(changed, ChooseRole("pilot"))

    assert changed.records == progress.records
    assert back.records == progress.records
    assert asked(plan(), changed) == ENDED


def test_asking_for_the_role_again_keeps_it_until_another_is_chosen() -> None:
    """Skipping that question, or choosing the same, goes back to where one was."""
    progress = after(fresh(), Answer("ticket", "have"), AskRole())
    assert asked(plan(), progress) == ROLE_QUESTION

    assert asked(plan(), after(progress, Skip(ROLE_QUESTION))) == "stamp"
    assert asked(plan(), after(progress, ChooseRole("pilot"))) == "stamp"
    assert after(progress, ChooseRole("guest")).role == "guest"


def test_a_step_can_be_revisited_without_losing_its_answer() -> None:
    """It is asked again, and passing it over leaves what was said."""
    progress = after(fresh(), *ALL_ANSWERED, Revisit("ticket"))
    assert asked(plan(), progress) == "ticket"

    passed = after(progress, Skip("ticket"))
    assert passed.records["ticket"].choice == "shared"
    assert asked(plan(), passed) == ENDED

    assert after(progress, Answer("ticket", "have")).records["ticket"].state is State.DONE


def test_finishing_asks_all_that_is_left_once_more_in_order() -> None:
    """To do and skipped, not what is done."""
    progress = after(fresh(), *ALL_ANSWERED, Finish())
    assert asked(plan(), progress) == "ticket"

    progress = after(progress, Answer("ticket", "have"))
    assert asked(plan(), progress) == "wings"

    progress = after(progress, Answer("wings", "can"))
    assert asked(plan(), progress) == ENDED


def test_stopping_and_beginning_again_keeps_the_place() -> None:
    """People come back in a week."""
    progress = after(fresh(), Answer("ticket", "have"), Stop())
    assert not progress.active

    again = after(progress, Begin())
    assert again.active
    assert asked(plan(), again) == "stamp"


def test_reminders_can_be_switched() -> None:
    """Off and on, without touching anything else."""
    off = after(fresh(), Reminders(on=False))

    assert not off.reminders_on
    assert after(off, Reminders(on=True)).reminders_on


def test_the_history_has_an_end() -> None:
    """A hundred changes do not grow what is kept for ever."""
    moves = [Answer("ticket", ("have", "shared")[number % 2]) for number in range(100)]

    assert len(after(fresh(), *moves).history) == MOST_CHANGES
