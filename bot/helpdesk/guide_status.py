"""The status command: how the court and the person stand, and what can be done about it."""

import difflib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from types import MappingProxyType

from bot.checklist import Progress, matches, path
from bot.checklist.alike import plain
from bot.helpdesk.guide import Guide
from bot.helpdesk.guide_parts import Act, Asked, Button, Buttons, StepLines, Verb
from bot.helpdesk.openings import long_date
from bot.helpdesk.person import Guided, Person
from bot.helpdesk.replies import Heading, Message, Note, Part
from bot.knowledge import Checklist, GuideSays

_Told = Callable[[Person, datetime], Guided]

_BEGINS = "start"
_EXPORT, _FORGET = "export", "forget me"


@dataclass(frozen=True)
class GuideStatus:
    """`/nextgen-status` and its words, and the person's part of the Home tab."""

    guide: Guide

    def command(self, typed: str, person: Person, now: datetime) -> Guided:
        """Obey a word behind the command; none shows the status, an unknown one the usage."""
        return self.guide.topped(self._obeyed(typed, person, now), now)

    def _obeyed(self, typed: str, person: Person, now: datetime) -> Guided:
        said = self._named(typed)
        if not said:
            return Guided((self.status(person, now),))
        if said in self._commands:
            return self._commands[said](person, now)
        near = difflib.get_close_matches(said, self._commands, n=1, cutoff=0.6)
        guess = (self._says.did_you_mean.format(guess=near[0]),) if near else ()
        words = "\n".join([self._says.unknown_command, *guess])
        return Guided((self._message(Note(words), Note(self._says.usage)),))

    def hint(self, typed: str, now: datetime) -> Message | None:
        """Where to type words that only the command obeys; None for any other words.

        Somebody who types "forget me" elsewhere must not believe that it was done.
        """
        for word, phrases in self._only_here.items():
            long = [phrase for phrase in phrases if " " in phrase]  # "report" is no misspelt export
            if _word(typed) in _words(phrases) or matches(typed, long):
                hint = Note(self._says.did_you_mean.format(guess=word))
                return self._message(*self.guide.desk.notices(now), hint)
        return None

    def pointer(self, typed: str, now: datetime, *, to_press: bool) -> Message | None:
        """The same where only questions are answered: the checklist too goes on elsewhere.

        `to_press` tells whether there are buttons.
        """
        checklist = self.guide.begun_by(typed)
        if checklist is None:
            return self.hint(typed, now)
        words = self._says.begin_in_message.format(words=checklist.starts_with[0])
        begin = Button(self._says.buttons.start, Act(Verb.BEGIN, checklist.id))
        part = Buttons(words, (begin,)) if to_press else Note(words)
        return self._message(*self.guide.desk.notices(now), part)

    def begins(self, typed: str) -> bool:
        """Whether the word behind the command begins a checklist, which goes on elsewhere."""
        return _word(typed) == _BEGINS

    def status(self, person: Person, now: datetime) -> Message:
        """The court's state, the person's progress, reminders, and the version of the answers."""
        court = self.guide.desk.status(now)
        mine = tuple(self.progress_parts(person, now))
        return replace(court, parts=(*court.parts[:-1], *mine, court.parts[-1]))

    def progress_parts(self, person: Person, now: datetime) -> Iterator[Part]:
        """Each checklist: how far the person is, each step, the next one, reminders."""
        for checklist in self.guide.desk.knowledge.checklists.values():
            progress = person.progress.get(checklist.id)
            if progress is None or not (progress.is_begun or progress.active):
                yield from self._not_begun(checklist)
            else:
                yield from self._begun(checklist, progress, person, now)

    def forgotten(self, person: Person) -> Message:
        """What was deleted, after it was."""
        says = self._says
        what = [
            says.forgotten_progress.format(title=self._title(progress), steps=len(progress.records))
            for progress in person.progress.values()
        ]
        if person.reminders:
            what.append(says.forgotten_reminders.format(count=len(person.reminders)))
        if person.conversations:
            what.append(says.forgotten_conversations.format(count=person.conversations))
        words = says.forgotten.format(what=", ".join(what)) if what else says.nothing_kept
        return self._message(Note(words))

    def export(self, person: Person, now: datetime) -> Message:
        """All that is kept about the person, as text."""
        kept = tuple(self._exported(person))
        parts = (Note(self._says.export), *kept) if kept else (Note(self._says.nothing_kept),)
        return self._message(*parts)

    @cached_property
    def _commands(self) -> Mapping[str, _Told]:
        """The words behind the command. `forget me` is done by the edge, which holds it all."""
        return MappingProxyType(
            {
                _BEGINS: self._pressed(Verb.BEGIN),
                "role": self._pressed(Verb.CHANGE_ROLE),
                "reminders off": self._pressed(Verb.STOP_REMINDERS),
                "reminders on": self._pressed(Verb.START_REMINDERS),
                "reset": self._reset,
                _EXPORT: lambda person, now: Guided((self.export(person, now),)),
                _FORGET: lambda person, now: Guided((self.forgotten(person),), forget=True),
                "help": lambda person, now: Guided((self._message(Note(self._says.usage)),)),
            }
        )

    @cached_property
    def _only_here(self) -> Mapping[str, tuple[str, ...]]:
        """The words that only the command obeys, with what people say for them."""
        said = self._says.understands
        both = {_FORGET: (_FORGET, *said.forget_me), _EXPORT: (_EXPORT, *said.export)}
        return MappingProxyType(both)

    def _named(self, typed: str) -> str:
        """The command's own word for what was typed behind it, else what was typed."""
        said = _word(typed)
        named = (word for word, phrases in self._only_here.items() if said in _words(phrases))
        return next(named, said)

    def _pressed(self, verb: Verb) -> _Told:
        def told(person: Person, now: datetime) -> Guided:
            checklist = self._checklist(person)
            if checklist is None:
                return Guided((self._message(Note(self._says.no_checklist)),))
            return self.guide.press(Act(verb, checklist.id), person, now, typed=True)

        return told

    def _reset(self, person: Person, now: datetime) -> Guided:
        """Asks first."""
        checklist = self._checklist(person)
        progress = person.progress.get(checklist.id) if checklist else None
        if checklist is None or progress is None or not progress.is_begun:
            return Guided((self._message(Note(self._says.nothing_to_reset)),))
        far = self.guide.words.progress_line(self.guide.words.plan(checklist, now), progress)
        words = self._says.reset_question.format(title=checklist.title, progress=far.text)
        buttons = (
            Button(self._says.buttons.start_over, Act(Verb.RESET, checklist.id)),
            Button(self._says.buttons.keep, Act(Verb.KEEP, checklist.id)),
        )
        return Guided((self._message(Buttons(words, buttons)),))

    def _checklist(self, person: Person) -> Checklist | None:
        """The checklist used last, else the first."""
        known = self.guide.desk.knowledge.checklists
        used = (known[each] for each in person.progress if each in known)
        return next(used, next(iter(known.values()), None))

    def _not_begun(self, checklist: Checklist) -> Iterator[Part]:
        words = self._says.not_begun.format(title=checklist.title)
        yield Buttons(words, (Button(self._says.buttons.start, Act(Verb.BEGIN, checklist.id)),))

    def _begun(
        self, checklist: Checklist, progress: Progress, person: Person, now: datetime
    ) -> Iterator[Part]:
        words, says = self.guide.words, self._says
        plan = words.plan(checklist, now)
        role = checklist.role(progress.role)
        yield Heading(checklist.title)
        if role is not None:
            yield Note(says.summary_role.format(role=role.label))
            yield words.progress_line(plan, progress)
        yield from words.lines(plan, progress, path(plan, progress), says.summary_steps)
        if question := words.question(plan, progress):
            yield Note(f"{says.next}:")
            yield _elsewhere(question[-1], says.how_elsewhere)
        yield from self._reminders(checklist, person)
        yield self._more(checklist, progress, person, ended=not question)

    def _reminders(self, checklist: Checklist, person: Person) -> Iterator[Part]:
        lines = self.guide.words.reminder_lines(
            checklist, person.reminders, self.guide.words.zone(person)
        )
        yield StepLines(self._says.reminders, lines) if lines else Note(self._says.no_reminders)

    def _more(
        self, checklist: Checklist, progress: Progress, person: Person, *, ended: bool
    ) -> Buttons:
        """What else can be done, with the words of the command that do the same."""
        says, name = self._says, checklist.id
        go_on = Button(says.buttons.finish if ended else says.buttons.go_on, Act(Verb.BEGIN, name))
        role = Button(says.buttons.change_role, Act(Verb.CHANGE_ROLE, name))
        return Buttons(says.status_more, (go_on, role, *self._switches(progress, person)))

    def _switches(self, progress: Progress, person: Person) -> Iterator[Button]:
        """Reminders off while there are any, and on again."""
        labels, name = self._says.buttons, progress.checklist
        if not progress.reminders_on:
            yield Button(labels.start_reminders, Act(Verb.START_REMINDERS, name))
        elif person.reminders:
            yield Button(labels.stop_reminders, Act(Verb.STOP_REMINDERS, name))

    def _exported(self, person: Person) -> Iterator[Part]:
        for progress in person.progress.values():
            yield from self._exported_progress(progress)
            if progress.checklist in person.asked:
                yield Note(self._says.export_asked)
        for checklist in self.guide.desk.knowledge.checklists.values():
            lines = self.guide.words.reminder_lines(
                checklist, person.reminders, self.guide.words.zone(person)
            )
            if lines:
                yield StepLines(self._says.reminders, lines)
        if person.conversations:
            yield Note(self._says.export_conversations.format(count=person.conversations))

    def _exported_progress(self, progress: Progress) -> Iterator[Part]:
        """Every record, also of steps that are not in the checklist any more."""
        checklist = self.guide.desk.knowledge.checklists.get(progress.checklist)
        role = checklist.role(progress.role) if checklist else None
        yield Heading(self._title(progress))
        label = role.label if role else progress.role
        lines = [self._says.summary_role.format(role=label)] if label else []
        for step_id, record in progress.records.items():
            step = checklist.step(step_id) if checklist else None
            choice = step.choice(record.choice) if step else None
            said = choice.label if choice else record.choice
            state = self._says.states.name(str(record.state))
            words = f"{said}, {state}" if said else state
            day = long_date(self.guide.desk.today(record.when))
            title = step.title if step else step_id
            lines.append(self._says.dated.format(title=title, choice=words, date=day))
        lines.append(self._says.export_changes.format(count=len(progress.history)))
        yield Note("\n".join(lines))

    def _title(self, progress: Progress) -> str:
        checklist = self.guide.desk.knowledge.checklists.get(progress.checklist)
        return checklist.title if checklist else progress.checklist

    @property
    def _says(self) -> GuideSays:
        return self.guide.desk.knowledge.says.guide

    def _message(self, *parts: Part) -> Message:
        return Message(parts, self.guide.desk.knowledge.version)


def _word(typed: str) -> str:
    return " ".join(plain(typed))


def _words(phrases: Iterable[str]) -> set[str]:
    return {_word(phrase) for phrase in phrases}


def _elsewhere(question: Part, how: str) -> Part:
    """The question without what can only be typed in the direct message."""
    return replace(question, how=how) if isinstance(question, Asked) else question
