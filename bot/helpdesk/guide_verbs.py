"""What each of the guide's buttons does: from a scene to what is said and kept."""

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
from bot.helpdesk.guide_parts import Act, Verb
from bot.helpdesk.guide_reminders import GuideReminders
from bot.helpdesk.guide_words import GuideWords
from bot.helpdesk.person import Guided, Person
from bot.helpdesk.replies import Message, Note, Part
from bot.knowledge import GuideSays, Route, Step, StepChoice

DOUBLE_CLICK = timedelta(seconds=5)
"""A press that a move made stale is a second click of the same within this time: said nothing."""


@dataclass(frozen=True, slots=True)
class Scene:
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


@dataclass(frozen=True)
class GuideVerbs:
    """The verbs, as a table."""

    words: GuideWords
    reminders: GuideReminders

    def obey(self, act: Act, scene: Scene) -> Guided:
        """Do what a button says."""
        return self._verbs[act.verb](act, scene)

    def start_over(self, scene: Scene) -> Guided:
        """Empty the progress; one step back brings all of it back."""
        return self._moved(scene, Restart(), self._says.started_over)

    def offer(
        self, scene: Scene, progress: Progress, note: str = "", *, taken_back: bool = False
    ) -> Guided:
        """What is to be asked now, or the summary when all is answered."""
        plan, person = scene.plan, scene.person
        asks = asked(plan, progress)
        notes = (Note(note),) if note else ()
        if asks == ENDED:
            parts = (*notes, *self.words.summary(plan, progress, scene.now))
        else:
            parts = (*notes, *self.words.question(plan, progress))
        reminders = self.reminders.still_wanted(person, plan, progress, taken_back=taken_back)
        return Guided((self._message(*parts),), progress, asks, reminders)

    @cached_property
    def _verbs(self) -> Mapping[Verb, Callable[[Act, Scene], Guided]]:
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
        return self.words.desk.knowledge.says.guide

    def _begin(self, act: Act, scene: Scene) -> Guided:
        if scene.progress.active and scene.is_double_click:
            return _NOTHING
        plan, progress = scene.plan, make(Begin(), scene.progress, scene.plan, scene.now)
        if not progress.is_begun:
            return self.offer(scene, progress, note=plan.checklist.intro)
        if current(plan, progress) is None and left(plan, progress):
            progress = make(Finish(), progress, plan, scene.now)
        return self.offer(scene, progress, note=self._says.welcome_back)

    def _role(self, act: Act, scene: Scene) -> Guided:
        if scene.plan.checklist.role(act.subject) is None:
            return self.offer(scene, scene.progress, note=self._says.choice_gone)
        return self._moved(scene, ChooseRole(act.subject))

    def _answer(self, act: Act, scene: Scene) -> Guided:
        """An answer, also to a step answered before, from a message of whatever age."""
        progress, plan = scene.progress, scene.plan
        step = plan.checklist.step(act.subject)
        if plan.checklist.role(progress.role) is None:
            return self.offer(scene, replace(progress, active=True))
        if step is None or not plan.applies(step, progress.role or ""):
            return self.offer(scene, progress, note=self._says.step_gone)
        choice = step.choice(act.choice)
        if choice is None:
            return self._gone_choice(scene, step)
        record = progress.records.get(step.id)
        if record and record.choice == choice.id and step.id not in progress.again:
            return self._answered_already(scene, step, choice)
        return self._moved(scene, Answer(step.id, choice.id), shown=(step, choice))

    def _gone_choice(self, scene: Scene, step: Step) -> Guided:
        """The clerk changed the answers meanwhile: ask this very step, with what there is now."""
        parts = (Note(self._says.choice_gone), self.words.step(scene.plan, scene.progress, step))
        progress = make(Revisit(step.id), scene.progress, scene.plan, scene.now)
        return Guided((self._message(*parts),), progress, step.id)

    def _answered_already(self, scene: Scene, step: Step, choice: StepChoice) -> Guided:
        if scene.is_double_click:
            return _NOTHING
        note = self._says.already.format(title=step.title, choice=choice.label)
        return self.offer(scene, replace(scene.progress, active=True), note=note)

    def _skip(self, act: Act, scene: Scene) -> Guided:
        if asked(scene.plan, scene.progress) != act.subject:
            return self._stale(scene)
        return self._moved(scene, Skip(act.subject))

    def _back(self, act: Act, scene: Scene) -> Guided:
        if act.subject and asked(scene.plan, scene.progress) != act.subject:
            return self._stale(scene)
        if not scene.progress.history:
            return self.offer(scene, scene.progress, note=self._says.nothing_to_take_back)
        return self._moved(scene, Back(), self._says.taken_back)

    def _stuck(self, act: Act, scene: Scene) -> Guided:
        """Who helps with this very step; then the step again."""
        step = scene.plan.checklist.step(act.subject) or current(scene.plan, scene.progress)
        contacts = Route.of(step.stuck).contacts if step else self.words.desk.when_unsure()
        title = step.title if step else scene.plan.checklist.title
        cards = self.words.desk.cards(contacts or self.words.desk.when_unsure(), scene.now)
        help_ = self._message(Note(f"{self._says.stuck.format(title=title)}:"), *cards)
        again = self.offer(scene, scene.progress)
        return replace(again, messages=(help_, *again.messages))

    def _stop(self, act: Act, scene: Scene) -> Guided:
        progress = make(Stop(), scene.progress, scene.plan, scene.now)
        far = self.words.progress_line(scene.plan, progress).text
        return Guided((self._message(Note(self._says.stopped.format(progress=far))),), progress)

    def _left(self, act: Act, scene: Scene) -> Guided:
        """What is left, then the step that is asked now."""
        plan, progress = scene.plan, scene.progress
        if asked(plan, progress) == ENDED:
            return self.offer(scene, progress)
        lines = self.words.lines(plan, progress, left(plan, progress), self._says.left)
        listed = tuple(lines)
        again = self.offer(scene, progress)
        return replace(again, messages=(*self._messages(*listed), *again.messages))

    def _revisit(self, act: Act, scene: Scene) -> Guided:
        step = scene.plan.checklist.step(act.subject)
        if step is None or not scene.plan.applies(step, scene.progress.role or ""):
            return self.offer(scene, scene.progress, note=self._says.step_gone)
        return self._moved(scene, Revisit(step.id))

    def _change_role(self, act: Act, scene: Scene) -> Guided:
        return self._moved(scene, AskRole())

    def _reset(self, act: Act, scene: Scene) -> Guided:
        """What the person confirmed: the answers are gone, for `back` to bring back."""
        if not scene.progress.is_begun:
            return self._told(self._says.reset_done)
        progress = make(Restart(), scene.progress, scene.plan, scene.now)
        progress = make(Stop(), progress, scene.plan, scene.now)
        reminders = self.reminders.still_wanted(scene.person, scene.plan, progress)
        return Guided((self._message(Note(self._says.reset_done)),), progress, None, reminders)

    def _stale(self, scene: Scene) -> Guided:
        """A button of a step that is not asked any more."""
        if scene.is_double_click:
            return _NOTHING
        return self.offer(scene, replace(scene.progress, active=True))

    def _moved(
        self,
        scene: Scene,
        move: Move,
        note: str = "",
        shown: tuple[Step, StepChoice] | None = None,
    ) -> Guided:
        """Make a move, show what its choice shows, and offer what comes next."""
        progress = make(move, scene.progress, scene.plan, scene.now)
        if progress is scene.progress and scene.is_double_click:
            return _NOTHING
        parts = self._shown(scene, *shown) if shown else ()
        offered = self.offer(scene, progress, note=note, taken_back=isinstance(move, Back))
        return replace(offered, messages=(*self._messages(*parts), *offered.messages))

    def _shown(self, scene: Scene, step: Step, choice: StepChoice) -> tuple[Part, ...]:
        """What a choice shows; with something to do, a reminder of it is offered."""
        parts = self.words.shown(step, choice, scene.now)
        if choice.state != "to-do" or not scene.progress.reminders_on:
            return parts
        return (*parts, self.words.remind_offer(scene.plan.checklist, step))

    def _told(self, words: str) -> Guided:
        return Guided((self._message(Note(words)),))

    def _messages(self, *parts: Part) -> tuple[Message, ...]:
        return (self._message(*parts),) if parts else ()

    def _message(self, *parts: Part) -> Message:
        return Message(parts, self.words.desk.knowledge.version)
