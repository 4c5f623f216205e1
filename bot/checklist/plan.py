"""The steps that lie before somebody: the checklist of a day, seen from their answers."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from bot.checklist.progress import ROLE_QUESTION, Progress, State
from bot.knowledge import Checklist, Knowledge, Step, StepChoice

ENDED = ":ended"
"""Stands for the end, where nothing is asked any more."""


@dataclass(frozen=True, slots=True)
class Plan:
    """A checklist with the ids of those of its steps that are asked on a day."""

    checklist: Checklist
    awake: frozenset[str]

    @classmethod
    def on(cls, knowledge: Knowledge, checklist: Checklist, today: date) -> "Plan":
        """The plan of a day in the court's time zone."""
        steps = knowledge.steps_on(checklist, today)
        return cls(checklist, frozenset(step.id for step in steps))

    def applies(self, step: Step, role: str) -> bool:
        """Whether the step is asked today of people of that role."""
        return step.id in self.awake and step.is_for(role)


@dataclass(frozen=True, slots=True)
class Tally:
    """How far somebody is. `done` counts what needs nothing more, 'not for me' included."""

    done: int
    to_do: int
    skipped: int
    open: int

    @property
    def total(self) -> int:
        """All steps on the way."""
        return self.done + self.to_do + self.skipped + self.open

    @property
    def is_complete(self) -> bool:
        """Whether nothing is left at all."""
        return self.done == self.total


def path(plan: Plan, progress: Progress) -> tuple[Step, ...]:
    """The steps on somebody's way, in order; empty until they have chosen a role.

    A recorded choice that leads to a later step leaves out those between. Choices only ever lead
    forward (one that does not is ignored), so the way always ends.
    """
    role = progress.role
    if role is None or plan.checklist.role(role) is None:
        return ()
    return tuple(_walk(plan, progress, role))


def _walk(plan: Plan, progress: Progress, role: str) -> Iterator[Step]:
    go_on_at: str | None = None
    seen: set[str] = set()
    for step in plan.checklist.steps:
        seen.add(step.id)
        if go_on_at == step.id:
            go_on_at = None
        if go_on_at is not None or not plan.applies(step, role):
            continue
        yield step
        target = _leads_to(step, progress)
        if target not in seen and plan.checklist.step(target) is not None:
            go_on_at = target


def _leads_to(step: Step, progress: Progress) -> str | None:
    record = progress.records.get(step.id)
    choice = step.choice(record.choice) if record else None
    return choice.next if choice else None


def following(checklist: Checklist, step: Step, choice: StepChoice, role: str) -> Step | None:
    """The step that a choice leads people of a role to, once every step is asked."""
    positions = {each.id: index for index, each in enumerate(checklist.steps)}
    earliest = max(positions[step.id] + 1, positions.get(choice.next or "", 0))
    later = checklist.steps[earliest:]
    return next((each for each in later if each.is_for(role)), None)


def current(plan: Plan, progress: Progress) -> Step | None:
    """The step to ask now: one that is wanted again, else the first open one.

    None without a role, and when every step has an answer.
    """
    steps = path(plan, progress)
    on_path = {step.id: step for step in steps}
    for wanted in progress.again:
        if wanted in on_path:
            return on_path[wanted]
    return next((step for step in steps if progress.state(step.id) is State.OPEN), None)


def asked(plan: Plan, progress: Progress) -> str:
    """What is to be asked now: the id of a step, ROLE_QUESTION or ENDED."""
    unknown = plan.checklist.role(progress.role) is None
    if unknown or progress.again[:1] == (ROLE_QUESTION,):
        return ROLE_QUESTION
    step = current(plan, progress)
    return step.id if step else ENDED


def left(plan: Plan, progress: Progress) -> tuple[Step, ...]:
    """The steps on the way that are not settled: to do, skipped or open."""
    return tuple(step for step in path(plan, progress) if not progress.state(step.id).is_settled)


def tally(plan: Plan, progress: Progress) -> Tally:
    """Count the steps on the way by what became of them."""
    states = [progress.state(step.id) for step in path(plan, progress)]
    return Tally(
        done=sum(state.is_settled for state in states),
        to_do=states.count(State.TO_DO),
        skipped=states.count(State.SKIPPED),
        open=states.count(State.OPEN),
    )
