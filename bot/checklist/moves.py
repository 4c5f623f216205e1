"""The moves somebody can make, as a table of pure functions from progress to progress.

    move        from                    to
    Begin       anywhere                active; the role is asked first, else the current step
    ChooseRole  anywhere                the first open step of that role; records are kept
    AskRole     with a role             the role is asked again; it stands meanwhile
    Answer      any step of the plan    the step is recorded; the next step
    Skip        any step of the plan    the step is skipped; the next step (a role that is asked
                                        again stays as it is)
    Back        after any change        the change is taken back and its step asked again
    Revisit     after an answer         the step is asked again; its record stands meanwhile
    Finish      after the last step     what is to do or skipped is asked again, in order
    Restart     anywhere                nothing recorded, but one Back brings all of it back
    Stop        anywhere                not active; nothing is lost
    Reminders   anywhere                reminders on or off

A move that names a step, choice or role which is not there (any more) changes nothing.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from types import MappingProxyType
from typing import Any

from bot.checklist.move import (
    Answer,
    AskRole,
    Back,
    Begin,
    ChooseRole,
    Finish,
    Move,
    Reminders,
    Restart,
    Revisit,
    Skip,
    Stop,
)
from bot.checklist.plan import Plan, left
from bot.checklist.progress import MOST_CHANGES, ROLE_QUESTION, Change, Progress, Record, State
from bot.knowledge import Step


def make(move: Move, progress: Progress, plan: Plan, now: datetime) -> Progress:
    """The progress after a move. Returns the same object when the move changes nothing."""
    after = MOVES[type(move)](move, progress, plan, now)
    return progress if after == progress else replace(after, moved=now)


def _begin(move: Begin, progress: Progress, plan: Plan, now: datetime) -> Progress:
    return replace(progress, active=True)


def _choose_role(move: ChooseRole, progress: Progress, plan: Plan, now: datetime) -> Progress:
    if plan.checklist.role(move.role) is None:
        return progress
    if move.role == progress.role:
        again = _without(progress.again, ROLE_QUESTION)
        return replace(progress, active=True, again=again)
    changed = _remembering(progress, {})
    return replace(changed, role=move.role, active=True, again=())


def _ask_role(move: AskRole, progress: Progress, plan: Plan, now: datetime) -> Progress:
    again = (ROLE_QUESTION, *_without(progress.again, ROLE_QUESTION))
    return replace(progress, active=True, again=again)


def _answer(move: Answer, progress: Progress, plan: Plan, now: datetime) -> Progress:
    step = plan.checklist.step(move.step)
    choice = step.choice(move.choice) if step else None
    if step is None or choice is None or not _may_answer(step, progress, plan):
        return progress
    return _record(progress, step.id, Record(State(choice.state), choice.id, now))


def _skip(move: Skip, progress: Progress, plan: Plan, now: datetime) -> Progress:
    step = plan.checklist.step(move.step)
    if move.step == ROLE_QUESTION:
        return replace(progress, again=_without(progress.again, ROLE_QUESTION))
    if step is None or not _may_answer(step, progress, plan):
        return progress
    record = progress.records.get(step.id)
    if record is not None:  # asked again and passed over: what was said before stands
        return replace(progress, active=True, again=_without(progress.again, step.id))
    return _record(progress, step.id, Record(State.SKIPPED, None, now))


def _back(move: Back, progress: Progress, plan: Plan, now: datetime) -> Progress:
    if not progress.history:
        return progress
    change = progress.history[-1]
    records = {**progress.records, **change.records}
    kept = {step: record for step, record in records.items() if record is not None}
    of_one_step = len(change.records) == 1 and change.role == progress.role
    asked = change.records if of_one_step else ()
    return replace(
        progress,
        role=change.role,
        records=MappingProxyType(kept),
        history=progress.history[:-1],
        again=(*asked, *_without(progress.again, *change.records)),
        active=True,
    )


def _revisit(move: Revisit, progress: Progress, plan: Plan, now: datetime) -> Progress:
    if plan.checklist.step(move.step) is None or move.step not in progress.records:
        return replace(progress, active=True)
    again = (move.step, *_without(progress.again, move.step))
    return replace(progress, active=True, again=again)


def _finish(move: Finish, progress: Progress, plan: Plan, now: datetime) -> Progress:
    recorded = tuple(step.id for step in left(plan, progress) if step.id in progress.records)
    return replace(progress, active=True, again=recorded)


def _restart(move: Restart, progress: Progress, plan: Plan, now: datetime) -> Progress:
    if not progress.is_begun:
        return replace(progress, active=True)
    changed = _remembering(progress, progress.records)
    return replace(changed, role=None, records=MappingProxyType({}), again=(), active=True)


def _stop(move: Stop, progress: Progress, plan: Plan, now: datetime) -> Progress:
    return replace(progress, active=False)


def _reminders(move: Reminders, progress: Progress, plan: Plan, now: datetime) -> Progress:
    return replace(progress, reminders_on=move.on)


_Make = Callable[[Any, Progress, Plan, datetime], Progress]
MOVES: Mapping[type[Any], _Make] = MappingProxyType(
    {
        Begin: _begin,
        ChooseRole: _choose_role,
        AskRole: _ask_role,
        Answer: _answer,
        Skip: _skip,
        Back: _back,
        Revisit: _revisit,
        Finish: _finish,
        Restart: _restart,
        Stop: _stop,
        Reminders: _reminders,
    }
)


def _may_answer(step: Step, progress: Progress, plan: Plan) -> bool:
    return progress.role is not None and plan.applies(step, progress.role)


def _record(progress: Progress, step_id: str, record: Record) -> Progress:
    before = progress.records.get(step_id)
    again = _without(progress.again, step_id)
    if before and (before.state, before.choice) == (record.state, record.choice):
        return replace(progress, active=True, again=again)
    changed = _remembering(progress, {step_id: before})
    records = MappingProxyType({**progress.records, step_id: record})
    return replace(changed, records=records, again=again, active=True)


def _remembering(progress: Progress, before: Mapping[str, Record | None]) -> Progress:
    change = Change(progress.role, MappingProxyType(dict(before)))
    return replace(progress, history=(*progress.history, change)[-MOST_CHANGES:])


def _without(ids: tuple[str, ...], *gone: str) -> tuple[str, ...]:
    return tuple(each for each in ids if each not in gone)
