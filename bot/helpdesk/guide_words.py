"""How the guide puts things: progress and steps as parts of a message. Pure drawing in words."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.checklist import ROLE_QUESTION, Plan, Progress, State, asked, current, path, tally
from bot.helpdesk.desk import HelpDesk
from bot.helpdesk.guide_parts import (
    Act,
    Asked,
    Button,
    Buttons,
    Folded,
    ProgressLine,
    StepLine,
    StepLines,
    Verb,
)
from bot.helpdesk.openings import clock_words, long_date, zone_words
from bot.helpdesk.person import Person, Reminder
from bot.helpdesk.replies import Alert, Heading, Links, Note, Part, Related
from bot.knowledge import Checklist, Step, StepChoice


@dataclass(frozen=True)
class GuideWords:
    """Turns progress into parts, in the words of the knowledge folder."""

    desk: HelpDesk

    def plan(self, checklist: Checklist, now: datetime) -> Plan:
        """The checklist as it stands today."""
        return Plan.on(self.desk.knowledge, checklist, self.desk.today(now))

    def zone(self, person: Person) -> ZoneInfo:
        """The person's time zone where it is known, else the court's."""
        try:
            return ZoneInfo(person.zone or self.desk.knowledge.court.time_zone)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            return ZoneInfo(self.desk.knowledge.court.time_zone)

    def progress_line(self, plan: Plan, progress: Progress) -> ProgressLine:
        """'3 of 7 done'."""
        says, count = self.desk.knowledge.says.guide, tally(plan, progress)
        left = count.to_do + count.skipped
        phrase = says.progress_to_do if left else says.progress
        words = phrase.format(done=count.done, total=count.total, to_do=left)
        return ProgressLine(words, count.done, count.total)

    def question(self, plan: Plan, progress: Progress) -> tuple[Part, ...]:
        """What is to be asked now, with how far one is; the summary's place is elsewhere."""
        if asked(plan, progress) == ROLE_QUESTION:
            return (self.role_question(plan.checklist),)
        step = current(plan, progress)
        if step is None:
            return ()
        return self.progress_line(plan, progress), self.step(plan, progress, step)

    def role_question(self, checklist: Checklist) -> Asked:
        """Who are you?"""
        says = self.desk.knowledge.says.guide
        options = tuple(
            Button(role.label, Act(Verb.ROLE, checklist.id, role.id)) for role in checklist.roles
        )
        return Asked(
            checklist.title, checklist.role_question, "", options, (), says.how_to_choose_role
        )

    def step(self, plan: Plan, progress: Progress, step: Step) -> Asked:
        """A step with its choices and what else can be done."""
        says, name = self.desk.knowledge.says.guide, plan.checklist.id
        ids = [each.id for each in path(plan, progress)]
        number = ids.index(step.id) + 1 if step.id in ids else len(ids)
        options = tuple(
            Button(choice.label, Act(Verb.ANSWER, name, step.id, choice.id))
            for choice in step.choices
        )
        more = (
            Button(says.buttons.skip, Act(Verb.SKIP, name, step.id)),
            Button(says.buttons.back, Act(Verb.BACK, name, step.id)),
            Button(says.buttons.stuck, Act(Verb.STUCK, name, step.id)),
            Button(says.buttons.whats_left, Act(Verb.LEFT, name, step.id)),
            Button(says.buttons.stop, Act(Verb.STOP, name, step.id)),
        )
        title = says.step_title.format(number=number, total=len(ids), title=step.title)
        return Asked(title, step.question, step.help or "", options, more, says.how_to_answer)

    def shown(self, step: Step, choice: StepChoice, now: datetime) -> tuple[Part, ...]:
        """What a choice shows, the desk's answer word for word."""
        shows, knowledge = choice.shows, self.desk.knowledge
        parts: list[Part] = [Note(shows.text)] if shows.text else []
        if shows.entry and shows.entry not in knowledge.sleeping(self.desk.today(now)):
            answer = self.desk.choose(shows.entry, now)
            parts += [part for part in answer.parts if not isinstance(part, Alert | Related)]
        if shows.links:
            parts.append(Links(knowledge.says.read_aloud_links, shows.links))
        return (*parts, *self.desk.cards(shows.contacts, now))

    def folded(self, checklist: Checklist, what: str, progress: Progress) -> Folded:
        """One line in place of a message that asked `what` (a step or ROLE_QUESTION)."""
        says, name = self.desk.knowledge.says.guide, checklist.id
        role = checklist.role(progress.role)
        if what == ROLE_QUESTION and role is not None:
            change = Button(says.buttons.change, Act(Verb.CHANGE_ROLE, name))
            return Folded(says.summary_role.format(role=role.label), change)
        step = checklist.step(what)
        if step is None:
            return Folded(says.asked_below.format(title=checklist.title))
        if step.id not in progress.records or step.id in progress.again:
            return Folded(says.asked_below.format(title=step.title))
        return Folded(self.step_words(step, progress), self._change(checklist, step))

    def step_words(self, step: Step, progress: Progress) -> str:
        """'Your own PACER account: Yes, my own (done)'."""
        says, state = self.desk.knowledge.says.guide, progress.state(step.id)
        record = progress.records.get(step.id)
        choice = step.choice(record.choice) if record else None
        words = says.states.name(str(state))
        if choice is None:
            return says.step_line.format(title=step.title, state=words)
        return says.answered_line.format(title=step.title, choice=choice.label, state=words)

    def lines(
        self, plan: Plan, progress: Progress, steps: Iterable[Step], intro: str
    ) -> Iterator[StepLines]:
        """A list of steps with what became of each; nothing for no steps."""
        lines = tuple(
            StepLine(
                self.step_words(step, progress),
                self._change(plan.checklist, step) if step.id in progress.records else None,
            )
            for step in steps
        )
        if lines:
            yield StepLines(intro, lines)

    def summary(self, plan: Plan, progress: Progress, now: datetime) -> tuple[Part, ...]:
        """What was done and what is left, with dates, made to be kept."""
        says, checklist = self.desk.knowledge.says.guide, plan.checklist
        role = checklist.role(progress.role)
        day = long_date(self.desk.today(now))
        count = tally(plan, progress)
        return (
            Heading(says.summary_title.format(title=checklist.title, date=day)),
            Note(says.summary_role.format(role=role.label if role else "")),
            self.progress_line(plan, progress),
            *self._dated(plan, progress, (State.TO_DO, State.SKIPPED, State.OPEN)),
            *self._dated(plan, progress, (State.DONE,)),
            *self._dated(plan, progress, (State.NOT_FOR_ME,)),
            Note(says.ready if count.is_complete else says.all_answered),
            self._after_summary(checklist, complete=count.is_complete),
        )

    def moment(self, due: datetime, zone: ZoneInfo) -> str:
        """'Thursday, November 26, 2026 at 9:00 am Central'."""
        here = due.astimezone(zone)
        return self.desk.knowledge.says.guide.at_time.format(
            weekday=here.strftime("%A"),
            date=long_date(here.date()),
            time=clock_words(here),
            zone=zone_words(here),
        )

    def remind_offer(self, checklist: Checklist, step: Step) -> Buttons:
        """Offers to remind of a step."""
        says, name = self.desk.knowledge.says.guide, checklist.id
        words = f"{says.remind_offer.format(title=step.title)}\n{says.remind_how}"
        buttons = (
            Button(says.buttons.tomorrow, Act(Verb.REMIND_TOMORROW, name, step.id)),
            Button(says.buttons.monday, Act(Verb.REMIND_MONDAY, name, step.id)),
        )
        day = Button(says.buttons.another_day, Act(Verb.REMIND_DAY, name, step.id))
        return Buttons(words, buttons, day)

    def reminder_lines(
        self, checklist: Checklist, reminders: Iterable[Reminder], zone: ZoneInfo
    ) -> tuple[StepLine, ...]:
        """The reminders of a checklist, the next first."""
        says = self.desk.knowledge.says.guide
        lines = []
        for reminder in sorted(reminders, key=lambda each: each.due):
            if reminder.checklist == checklist.id:
                phrase = says.reminder_paused if reminder.paused else says.reminder_line
                title = self.title(checklist, reminder.step)
                when = self.moment(reminder.due, zone)
                lines.append(StepLine(phrase.format(title=title, when=when)))
        return tuple(lines)

    def title(self, checklist: Checklist, step_id: str) -> str:
        """The step's title; the checklist's for a step that is no longer there."""
        step = checklist.step(step_id)
        return step.title if step else checklist.title

    def _dated(
        self, plan: Plan, progress: Progress, states: tuple[State, ...]
    ) -> Iterator[StepLines]:
        says = self.desk.knowledge.says.guide
        intro = {
            State.DONE: says.summary_done,
            State.NOT_FOR_ME: says.summary_not_for_me,
        }.get(states[0], says.summary_to_do)
        steps = [step for step in path(plan, progress) if progress.state(step.id) in states]
        if steps:
            yield StepLines(intro, tuple(self._dated_line(step, progress) for step in steps))

    def _dated_line(self, step: Step, progress: Progress) -> StepLine:
        says, record = self.desk.knowledge.says.guide, progress.records.get(step.id)
        choice = step.choice(record.choice) if record else None
        words = choice.label if choice else says.states.name(str(progress.state(step.id)))
        if record is None:
            return StepLine(says.step_line.format(title=step.title, state=words))
        day = long_date(self.desk.today(record.when))
        return StepLine(says.dated.format(title=step.title, choice=words, date=day))

    def _after_summary(self, checklist: Checklist, *, complete: bool) -> Buttons:
        says, name = self.desk.knowledge.says.guide, checklist.id
        finish = Button(says.buttons.finish, Act(Verb.FINISH, name))
        change = Button(says.buttons.change_role, Act(Verb.CHANGE_ROLE, name))
        return Buttons(says.summary_keep, (change,) if complete else (finish, change))

    def _change(self, checklist: Checklist, step: Step) -> Button:
        says = self.desk.knowledge.says.guide
        return Button(says.buttons.change, Act(Verb.REVISIT, checklist.id, step.id))
