"""Reminders of steps: when, of what, and which are still wanted. Slack itself will send them."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property
from types import MappingProxyType
from zoneinfo import ZoneInfo

from bot.checklist import (
    Moment,
    NoSuchDay,
    Plan,
    Progress,
    Reminders,
    State,
    TooFar,
    current,
    left,
    make,
    moment,
    named,
    next_monday,
    on_day,
)
from bot.helpdesk.guide_parts import Act, Button, StepLines, Verb
from bot.helpdesk.guide_words import GuideWords
from bot.helpdesk.openings import long_date
from bot.helpdesk.person import Guided, Person, Reminder
from bot.helpdesk.replies import Message, Note, Part
from bot.knowledge import GuideSays, Step

_THIS_STEP = re.compile(r"\bthis (?:step|question)\b", re.IGNORECASE)


@dataclass(frozen=True)
class GuideReminders:
    """Sets, moves, stops and writes reminders."""

    words: GuideWords

    @cached_property
    def verbs(self) -> Mapping[Verb, Callable[[datetime, ZoneInfo, str], Moment | None]]:
        """The verbs that set a reminder, each with the moment it means."""
        return MappingProxyType(
            {
                Verb.REMIND_TOMORROW: lambda now, zone, day: moment("tomorrow morning", now, zone),
                Verb.REMIND_MONDAY: lambda now, zone, day: next_monday(now, zone),
                Verb.REMIND_DAY: lambda now, zone, day: _picked_day(day, now, zone),
            }
        )

    def press(
        self, act: Act, progress: Progress, plan: Plan, person: Person, now: datetime
    ) -> Guided:
        """A button that asks for a reminder; `act.choice` is the day picked in a calendar."""
        due = self.verbs[act.verb](now, self.words.zone(person), act.choice)
        step = plan.checklist.step(act.subject)
        if step is None or step not in left(plan, progress):
            return self._told(self._says.remind_nothing)
        return self._set(step, due, progress, person)

    def asked_for(
        self, text: str, progress: Progress, plan: Plan, person: Person, now: datetime
    ) -> Guided:
        """A typed wish to be reminded: of the step it names.

        Without a name, of the one just offered a reminder of, else of the one asked now.
        """
        step = _meant(text, plan, progress)
        if step is None:
            return self._told(self._says.remind_nothing)
        if step not in left(plan, progress):
            return self._told(self._says.remind_not_left.format(title=step.title))
        return self._set(step, moment(text, now, self.words.zone(person)), progress, person)

    def listed(self, plan: Plan, person: Person) -> Guided:
        """The reminders that are set."""
        zone = self.words.zone(person)
        lines = self.words.reminder_lines(plan.checklist, person.reminders, zone)
        says = self._says
        part = StepLines(says.reminders, lines) if lines else Note(says.no_reminders)
        return Guided((self._message(part),))

    def switch(
        self, progress: Progress, plan: Plan, person: Person, now: datetime, *, on: bool
    ) -> Guided:
        """Turn all reminders off, or on again: those whose day has not gone by come back."""
        switched = make(Reminders(on), progress, plan, now)
        kept = tuple(replace(each, paused=not on) for each in person.reminders if each.due > now)
        zone = self.words.zone(person)
        parts: list[Part] = [
            Note(self._says.reminders_started if on else self._says.reminders_stopped)
        ]
        if on and kept:
            lines = self.words.reminder_lines(plan.checklist, kept, zone)
            parts.append(Note("\n".join(line.words for line in lines)))
        return Guided((self._message(*parts),), switched, None, kept)

    def still_wanted(
        self, person: Person, plan: Plan, progress: Progress, *, taken_back: bool = False
    ) -> tuple[Reminder, ...] | None:
        """The reminders without those of steps that are settled; None when nothing changes.

        After a restart they are held back, for it may be taken back; whoever goes on means it.
        """
        name = plan.checklist.id
        mine = [each for each in person.reminders if each.checklist == name]
        if not progress.is_begun:
            kept = [replace(each, paused=True) for each in mine]
        else:
            steps = {step.id for step in left(plan, progress)}
            kept = [each for each in mine if each.step in steps]
            if progress.reminders_on:
                held_back = taken_back and [replace(each, paused=False) for each in kept]
                kept = held_back or [each for each in kept if not each.paused]
        others = [each for each in person.reminders if each.checklist != name]
        return None if kept == mine else (*others, *kept)

    def message(self, plan: Plan, progress: Progress, step: Step) -> Message:
        """What the reminder of a step says when its time has come."""
        says, name = self._says, plan.checklist.id
        asked = replace(self.words.step(plan, progress, step), title=step.title, more=())
        asked = replace(asked, how=says.reminder_how)
        buttons = (
            Button(says.buttons.go_on, Act(Verb.BEGIN, name)),
            Button(says.buttons.stop_reminders, Act(Verb.STOP_REMINDERS, name)),
        )
        top = Note(says.reminder.format(title=step.title))
        return self._message(top, replace(asked, more=buttons))

    def failed(self) -> Message:
        """What to say when a reminder could not be set after all."""
        return self._message(Note(self._says.remind_failed))

    def not_taken_back(self) -> Message:
        """What to say when Slack may still send a reminder that was to be stopped or moved."""
        return self._message(Note(self._says.remind_may_come))

    def not_forgotten(self) -> Message:
        """What to say when nothing could be forgotten yet."""
        return self._message(Note(self._says.forget_later))

    def _set(self, step: Step, due: Moment | None, progress: Progress, person: Person) -> Guided:
        if due is None:
            return self._told(self._says.remind_when)
        if isinstance(due, NoSuchDay):
            return self._told(self._says.remind_no_such_day)
        if isinstance(due, TooFar):
            return self._told(self._says.remind_too_far.format(date=long_date(due.day)))
        others = [each for each in person.reminders if not _is_of(each, progress, step)]
        moved = len(others) < len(person.reminders)
        new = Reminder(progress.checklist, step.id, due)
        phrase = self._says.remind_again if moved else self._says.remind_set
        when = self.words.moment(due, self.words.zone(person))
        told = self._message(Note(phrase.format(title=step.title, when=when)))
        on = tuple(replace(each, paused=False) for each in others)
        return Guided((told,), replace(progress, reminders_on=True), None, (*on, new))

    @property
    def _says(self) -> GuideSays:
        return self.words.desk.knowledge.says.guide

    def _told(self, words: str) -> Guided:
        return Guided((self._message(Note(words)),))

    def _message(self, *parts: Part) -> Message:
        return Message(parts, self.words.desk.knowledge.version)


def _meant(text: str, plan: Plan, progress: Progress) -> Step | None:
    """The step that a wish to be reminded is about; None when nothing is left."""
    asked_now, offered = current(plan, progress), _just_offered(plan, progress)
    if asked_now and _THIS_STEP.search(text):
        return asked_now
    likely = [step for step in (offered, asked_now, _put_off_last(plan, progress)) if step]
    by_name = named(text, plan, progress)
    sure = [step for step in likely if step in by_name] or (by_name if len(by_name) == 1 else ())
    return next(iter((*sure, *likely)), None)


def _just_offered(plan: Plan, progress: Progress) -> Step | None:
    """The step that the last move left to do, below which its reminder was offered."""
    last = _put_off_last(plan, progress)
    if last is None or progress.state(last.id) is not State.TO_DO:
        return None
    return last if progress.records[last.id].when == progress.moved else None


def _put_off_last(plan: Plan, progress: Progress) -> Step | None:
    put_off = [
        step
        for step in left(plan, progress)
        if progress.state(step.id) in (State.TO_DO, State.SKIPPED)
    ]
    return max(put_off, key=lambda step: progress.records[step.id].when, default=None)


def _is_of(reminder: Reminder, progress: Progress, step: Step) -> bool:
    return (reminder.checklist, reminder.step) == (progress.checklist, step.id)


def _picked_day(day: str, now: datetime, zone: ZoneInfo) -> datetime | TooFar | None:
    try:
        return on_day(date.fromisoformat(day), now, zone)
    except ValueError:
        return None
