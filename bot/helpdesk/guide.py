"""The guide: it walks people through a checklist, by buttons or typed words. Pure, like the desk.

Whatever is pressed, however old, is answered: what is no longer there is told, and the right next
step is offered. Nothing here forgets progress; only `Restart` empties it, and that can be undone.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import cached_property
from types import MappingProxyType

from bot.checklist import (
    ENDED,
    Answer,
    AskRole,
    Back,
    Begin,
    ChooseRole,
    Finish,
    Move,
    Plan,
    Progress,
    Restart,
    Revisit,
    Skip,
    Stop,
    asked,
    current,
    left,
    make,
)
from bot.helpdesk.desk import HelpDesk
from bot.helpdesk.guide_parts import Act, Verb
from bot.helpdesk.guide_reminders import GuideReminders
from bot.helpdesk.guide_words import GuideWords
from bot.helpdesk.person import Guided, Person
from bot.helpdesk.replies import Message, Note, Part
from bot.knowledge import Checklist, GuideSays, Route, Step, StepChoice

DOUBLE_CLICK = timedelta(seconds=5)
"""A press that a move made stale is a second click of the same within this time: said nothing."""


@dataclass(frozen=True)
class Guide:
    """The help desk's guide through its checklists."""

    desk: HelpDesk

    @cached_property
    def words(self) -> GuideWords:
        """How things are put."""
        return GuideWords(self.desk)

    @cached_property
    def reminders(self) -> GuideReminders:
        """Reminders of steps."""
        return GuideReminders(self.words)

    def press(self, act: Act, person: Person, now: datetime, *, typed: bool = False) -> Guided:
        """What a button does, or the words typed for it, which nobody types twice by mistake."""
        checklist = self.desk.knowledge.checklists.get(act.checklist)
        if checklist is None:
            return self._told(self.desk.knowledge.says.guide.step_gone)
        scene = self._scene(checklist, person, now, typed=typed)
        if act.verb in self.reminders.verbs:
            return self.reminders.press(act, scene.progress, scene.plan, person, now)
        if act.verb in (Verb.STOP_REMINDERS, Verb.START_REMINDERS):
            on = act.verb is Verb.START_REMINDERS
            return self.reminders.switch(scene.progress, scene.plan, person, now, on=on)
        return self._verbs[act.verb](act, scene)

    def begin(self, checklist: Checklist, person: Person, now: datetime) -> Guided:
        """Start a checklist, or go on with it."""
        return self.press(Act(Verb.BEGIN, checklist.id), person, now, typed=True)

    def start_over(self, checklist: Checklist, person: Person, now: datetime) -> Guided:
        """Empty the progress without asking; `back` brings it back."""
        scene = self._scene(checklist, person, now, typed=True)
        return self._moved(scene, Restart(), self.desk.knowledge.says.guide.started_over)

    def ask_again(
        self, progress: Progress, person: Person, now: datetime, note: str = ""
    ) -> Guided:
        """Offer what is to be asked now once more, below a note."""
        checklist = self.desk.knowledge.checklists[progress.checklist]
        scene = self._scene(checklist, person, now, typed=True)
        return self._offered(replace(scene, progress=progress), progress, note=note)

    def folded(self, checklist_id: str, what: str, progress: Progress) -> Message | None:
        """One line in place of a message that asked something; None when there is nothing to."""
        checklist = self.desk.knowledge.checklists.get(checklist_id)
        if checklist is None or what == ENDED:
            return None
        return self._message(self.words.folded(checklist, what, progress))

    def _scene(
        self, checklist: Checklist, person: Person, now: datetime, *, typed: bool
    ) -> "_Scene":
        progress = person.progress.get(checklist.id, Progress(checklist.id))
        return _Scene(self.words.plan(checklist, now), progress, person, now, typed)

    @cached_property
    def _verbs(self) -> Mapping[Verb, Callable[[Act, "_Scene"], Guided]]:
        return MappingProxyType(
            {
                Verb.BEGIN: self._begin,
                Verb.ROLE: self._role,
                Verb.ANSWER: self._answer,
                Verb.SKIP: self._skip,
                Verb.BACK: self._back,
                Verb.STUCK: self._stuck,
                Verb.STOP: self._stop,
                Verb.LEFT: self._left,
                Verb.FINISH: lambda act, scene: self._moved(scene, Finish()),
                Verb.REVISIT: self._revisit,
                Verb.CHANGE_ROLE: self._change_role,
                Verb.RESET: self._reset,
                Verb.KEEP: lambda act, scene: self._told(self._says.kept),
            }
        )

    @property
    def _says(self) -> GuideSays:
        return self.desk.knowledge.says.guide

    def _begin(self, act: Act, scene: "_Scene") -> Guided:
        if scene.progress.active and scene.is_double_click:
            return _NOTHING
        plan, progress = scene.plan, make(Begin(), scene.progress, scene.plan, scene.now)
        if not progress.is_begun:
            return self._offered(scene, progress, note=plan.checklist.intro)
        if current(plan, progress) is None and left(plan, progress):
            progress = make(Finish(), progress, plan, scene.now)
        return self._offered(scene, progress, note=self._says.welcome_back)

    def _role(self, act: Act, scene: "_Scene") -> Guided:
        if scene.plan.checklist.role(act.subject) is None:
            return self._offered(scene, scene.progress, note=self._says.choice_gone)
        return self._moved(scene, ChooseRole(act.subject))

    def _answer(self, act: Act, scene: "_Scene") -> Guided:
        """An answer, also to a step answered before, from a message of whatever age."""
        progress, plan = scene.progress, scene.plan
        step = plan.checklist.step(act.subject)
        if plan.checklist.role(progress.role) is None:
            return self._offered(scene, replace(progress, active=True))
        if step is None or not plan.applies(step, progress.role or ""):
            return self._offered(scene, progress, note=self._says.step_gone)
        choice = step.choice(act.choice)
        if choice is None:
            return self._gone_choice(scene, step)
        record = progress.records.get(step.id)
        if record and record.choice == choice.id and step.id not in progress.again:
            return self._answered_already(scene, step, choice)
        return self._moved(scene, Answer(step.id, choice.id), shown=(step, choice))

    def _gone_choice(self, scene: "_Scene", step: Step) -> Guided:
        """The clerk changed the answers meanwhile: ask this very step, with what there is now."""
        parts = (Note(self._says.choice_gone), self.words.step(scene.plan, scene.progress, step))
        progress = make(Revisit(step.id), scene.progress, scene.plan, scene.now)
        return Guided((self._message(*parts),), progress, step.id)

    def _answered_already(self, scene: "_Scene", step: Step, choice: StepChoice) -> Guided:
        if scene.is_double_click:
            return _NOTHING
        note = self._says.already.format(title=step.title, choice=choice.label)
        return self._offered(scene, replace(scene.progress, active=True), note=note)

    def _skip(self, act: Act, scene: "_Scene") -> Guided:
        if asked(scene.plan, scene.progress) != act.subject:
            return self._stale(scene)
        return self._moved(scene, Skip(act.subject))

    def _back(self, act: Act, scene: "_Scene") -> Guided:
        if act.subject and asked(scene.plan, scene.progress) != act.subject:
            return self._stale(scene)
        if not scene.progress.history:
            return self._offered(scene, scene.progress, note=self._says.nothing_to_take_back)
        return self._moved(scene, Back(), self._says.taken_back)

    def _stuck(self, act: Act, scene: "_Scene") -> Guided:
        """Who helps with this very step; then the step again."""
        step = scene.plan.checklist.step(act.subject) or current(scene.plan, scene.progress)
        contacts = Route.of(step.stuck).contacts if step else self.desk.when_unsure()
        title = step.title if step else scene.plan.checklist.title
        cards = self.desk.cards(contacts or self.desk.when_unsure(), scene.now)
        help_ = self._message(Note(f"{self._says.stuck.format(title=title)}:"), *cards)
        again = self._offered(scene, scene.progress)
        return replace(again, messages=(help_, *again.messages))

    def _stop(self, act: Act, scene: "_Scene") -> Guided:
        progress = make(Stop(), scene.progress, scene.plan, scene.now)
        far = self.words.progress_line(scene.plan, progress).text
        return Guided((self._message(Note(self._says.stopped.format(progress=far))),), progress)

    def _left(self, act: Act, scene: "_Scene") -> Guided:
        """What is left, then the step that is asked now."""
        plan, progress = scene.plan, scene.progress
        if asked(plan, progress) == ENDED:
            return self._offered(scene, progress)
        lines = self.words.lines(plan, progress, left(plan, progress), self._says.left)
        listed = tuple(lines)
        again = self._offered(scene, progress)
        return replace(again, messages=(*self._messages(*listed), *again.messages))

    def _revisit(self, act: Act, scene: "_Scene") -> Guided:
        step = scene.plan.checklist.step(act.subject)
        if step is None or not scene.plan.applies(step, scene.progress.role or ""):
            return self._offered(scene, scene.progress, note=self._says.step_gone)
        return self._moved(scene, Revisit(step.id))

    def _change_role(self, act: Act, scene: "_Scene") -> Guided:
        return self._moved(scene, AskRole())

    def _reset(self, act: Act, scene: "_Scene") -> Guided:
        """What the person confirmed: the answers are gone, for `back` to bring back."""
        if not scene.progress.is_begun:
            return self._told(self._says.reset_done)
        progress = make(Restart(), scene.progress, scene.plan, scene.now)
        progress = make(Stop(), progress, scene.plan, scene.now)
        reminders = self.reminders.still_wanted(scene.person, scene.plan, progress)
        return Guided((self._message(Note(self._says.reset_done)),), progress, None, reminders)

    def _stale(self, scene: "_Scene") -> Guided:
        """A button of a step that is not asked any more."""
        if scene.is_double_click:
            return _NOTHING
        return self._offered(scene, replace(scene.progress, active=True))

    def _moved(
        self,
        scene: "_Scene",
        move: Move,
        note: str = "",
        shown: tuple[Step, StepChoice] | None = None,
    ) -> Guided:
        """Make a move, show what its choice shows, and offer what comes next."""
        progress = make(move, scene.progress, scene.plan, scene.now)
        parts = self._shown(scene, *shown) if shown else ()
        offered = self._offered(scene, progress, note=note)
        return replace(offered, messages=(*self._messages(*parts), *offered.messages))

    def _shown(self, scene: "_Scene", step: Step, choice: StepChoice) -> tuple[Part, ...]:
        """What a choice shows; with something to do, a reminder of it is offered."""
        parts = self.words.shown(step, choice, scene.now)
        if choice.state != "to-do" or not scene.progress.reminders_on:
            return parts
        return (*parts, self.words.remind_offer(scene.plan.checklist, step))

    def _offered(self, scene: "_Scene", progress: Progress, note: str = "") -> Guided:
        """What is to be asked now, or the summary when all is answered."""
        plan, person = scene.plan, scene.person
        asks = asked(plan, progress)
        notes = (Note(note),) if note else ()
        if asks == ENDED:
            parts = (*notes, *self.words.summary(plan, progress, scene.now))
        else:
            parts = (*notes, *self.words.question(plan, progress))
        reminders = self.reminders.still_wanted(person, plan, progress)
        return Guided((self._message(*parts),), progress, asks, reminders)

    def _told(self, words: str) -> Guided:
        return Guided((self._message(Note(words)),))

    def _messages(self, *parts: Part) -> tuple[Message, ...]:
        return (self._message(*parts),) if parts else ()

    def _message(self, *parts: Part) -> Message:
        return Message(parts, self.desk.knowledge.version)


@dataclass(frozen=True, slots=True)
class _Scene:
    """The progress of a person at a moment, and the plan it is seen against."""

    plan: Plan
    progress: Progress
    person: Person
    now: datetime
    typed: bool

    @property
    def is_double_click(self) -> bool:
        """Whether the last move is so recent that this press belongs to it."""
        moved = None if self.typed else self.progress.moved
        return moved is not None and timedelta(0) <= self.now - moved <= DOUBLE_CLICK


_NOTHING = Guided(())
