"""People, clerks and clocks, in any order: what must hold whatever they do."""

from datetime import timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

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
    Plan,
    Progress,
    Record,
    Restart,
    Revisit,
    Skip,
    Stop,
    as_data,
    asked,
    current,
    from_data,
    left,
    make,
    path,
    tally,
)
from tests.checklist.invented import NOON, checklist

STEPS = {step.id: step for step in checklist().steps}
CHOICES = [(step.id, choice.id) for step in checklist().steps for choice in step.choices]


class PeopleClerksAndClocks(RuleBasedStateMachine):
    """One person, a clerk who edits the checklist meanwhile, and a clock that only goes forward."""

    def __init__(self) -> None:
        super().__init__()
        self.progress = Progress("ready")
        self.order = list(STEPS)
        self.awake = set(STEPS)
        self.now = NOON
        self.said: dict[str, Record] = {}

    @property
    def plan(self) -> Plan:
        steps = tuple(STEPS[each] for each in self.order)
        return Plan(checklist().model_copy(update={"steps": steps}), frozenset(self.awake))

    def move(self, move: Move) -> None:
        self.progress = make(move, self.progress, self.plan, self.now)

    @rule(role=st.sampled_from(["pilot", "guest", "gone"]))
    def choose_a_role(self, role: str) -> None:
        self.move(ChooseRole(role))

    @rule()
    def ask_for_the_role(self) -> None:
        self.move(AskRole())

    @rule(pressed=st.sampled_from([*CHOICES, ("gone", "have"), ("ticket", "gone")]))
    def press_any_button_however_old(self, pressed: tuple[str, str]) -> None:
        step, choice = pressed
        self.move(Answer(step, choice))

    @precondition(lambda self: current(self.plan, self.progress) is not None)
    @rule(number=st.integers(0, 3))
    def answer_what_is_asked(self, number: int) -> None:
        step = current(self.plan, self.progress)
        assert step is not None
        choice = step.choices[number % len(step.choices)]

        self.move(Answer(step.id, choice.id))

        assert self.progress.records[step.id].choice == choice.id
        assert asked(self.plan, self.progress) != step.id

    @precondition(lambda self: current(self.plan, self.progress) is not None)
    @rule()
    def skip_what_is_asked(self) -> None:
        step = current(self.plan, self.progress)
        assert step is not None

        self.move(Skip(step.id))

        assert current(self.plan, self.progress) != step

    @precondition(lambda self: bool(self.progress.history))
    @rule()
    def take_a_change_back_and_make_it_anew(self) -> None:
        before = self.progress
        self.move(Back())
        change = before.history[-1]

        assert self.progress.role == change.role
        for step, record in change.records.items():
            assert self.progress.records.get(step) == record

    @rule(step=st.sampled_from([*STEPS, "gone"]))
    def ask_for_a_step_again(self, step: str) -> None:
        records = self.progress.records
        self.move(Revisit(step))
        assert self.progress.records == records

    @rule(move=st.sampled_from([Begin(), Stop(), Finish()]))
    def come_and_go(self, move: Move) -> None:
        records = self.progress.records
        self.move(move)
        assert self.progress.records == records

    @rule()
    def start_over_and_regret_it(self) -> None:
        before = self.progress
        self.move(Restart())
        if before.is_begun:
            self.move(Back())
        assert self.progress.records == before.records
        assert self.progress.role == before.role

    @rule(step=st.sampled_from(list(STEPS)), place=st.integers(0, 4))
    def clerk_moves_adds_or_removes_a_step(self, step: str, place: int) -> None:
        records = self.progress.records
        if step in self.order and len(self.order) > 1:
            self.order.remove(step)
        if place < 4:
            self.order.insert(place, step) if step not in self.order else None
        assert self.progress.records == records

    @rule(step=st.sampled_from(list(STEPS)))
    def a_day_comes_or_goes_for_a_step(self, step: str) -> None:
        self.awake ^= {step}

    @rule(hours=st.integers(0, 24 * 200))
    def time_passes(self, hours: int) -> None:
        self.now += timedelta(hours=hours)

    @invariant()
    def the_next_step_is_one_of_theirs(self) -> None:
        next_one = asked(self.plan, self.progress)
        on_path = {step.id for step in path(self.plan, self.progress)}

        assert next_one in on_path | {ROLE_QUESTION, ENDED}
        if next_one == ENDED:
            assert all(step.id in self.progress.records for step in left(self.plan, self.progress))

    @invariant()
    def the_count_adds_up(self) -> None:
        count = tally(self.plan, self.progress)
        steps = path(self.plan, self.progress)

        assert count.total == len(steps) == len({step.id for step in steps})
        assert count.done == count.total - len(left(self.plan, self.progress))

    @invariant()
    def it_can_be_kept(self) -> None:
        assert from_data(as_data(self.progress)) == self.progress


PeopleClerksAndClocks.TestCase.settings = settings(
    max_examples=150, stateful_step_count=25, deadline=None
)
test_nothing_is_lost_whatever_people_and_clerks_do = PeopleClerksAndClocks.TestCase
