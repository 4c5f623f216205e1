"""The guide: it walks people through a checklist, by buttons or typed words. Pure, like the desk.

Whatever is pressed, however old, is answered: what is no longer there is told, and the right next
step is offered. Nothing here forgets progress; only `Restart` empties it, and that can be undone.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property

from bot.checklist import ENDED, Progress, matches
from bot.helpdesk.desk import HelpDesk
from bot.helpdesk.guide_parts import Act, Verb
from bot.helpdesk.guide_reminders import GuideReminders
from bot.helpdesk.guide_verbs import GuideVerbs, Scene
from bot.helpdesk.guide_words import GuideWords
from bot.helpdesk.person import Guided, Person
from bot.helpdesk.replies import Message, Note, Part
from bot.knowledge import Checklist


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

    @cached_property
    def _verbs(self) -> GuideVerbs:
        return GuideVerbs(self.words, self.reminders)

    def press(self, act: Act, person: Person, now: datetime, *, typed: bool = False) -> Guided:
        """What a button does, or the words typed for it, which nobody types twice by mistake."""
        return self.topped(self._pressed(act, person, now, typed=typed), now)

    def _pressed(self, act: Act, person: Person, now: datetime, *, typed: bool) -> Guided:
        checklist = self.desk.knowledge.checklists.get(act.checklist)
        if checklist is None:
            return self._told(self.desk.knowledge.says.guide.step_gone)
        scene = self._scene(checklist, person, now, typed=typed)
        if act.verb in self.reminders.verbs:
            return self.reminders.press(act, scene.progress, scene.plan, person, now)
        if act.verb in (Verb.STOP_REMINDERS, Verb.START_REMINDERS):
            on = act.verb is Verb.START_REMINDERS
            return self.reminders.switch(scene.progress, scene.plan, person, now, on=on)
        return self._verbs.obey(act, scene)

    def begun_by(self, text: str) -> Checklist | None:
        """The checklist that a message asks to begin, wherever it was typed."""
        checklists = self.desk.knowledge.checklists.values()
        return next((each for each in checklists if matches(text, each.starts_with)), None)

    def begin(self, checklist: Checklist, person: Person, now: datetime) -> Guided:
        """Start a checklist, or go on with it."""
        return self.press(Act(Verb.BEGIN, checklist.id), person, now, typed=True)

    def start_over(self, checklist: Checklist, person: Person, now: datetime) -> Guided:
        """Empty the progress without asking; `back` brings it back."""
        scene = self._scene(checklist, person, now, typed=True)
        return self._verbs.start_over(scene)

    def ask_again(
        self, progress: Progress, person: Person, now: datetime, note: str = ""
    ) -> Guided:
        """Offer what is to be asked now once more, below a note."""
        checklist = self.desk.knowledge.checklists[progress.checklist]
        scene = self._scene(checklist, person, now, typed=True)
        return self._verbs.offer(replace(scene, progress=progress), progress, note=note)

    def topped(self, guided: Guided, now: datetime) -> Guided:
        """The same with the notices in force above its first message, unless they are there."""
        first, others = guided.messages[:1], guided.messages[1:]
        alerts = self.desk.notices(now)
        if not first or set(alerts) <= set(first[0].parts):
            return guided
        topped = replace(first[0], parts=(*alerts, *first[0].parts))
        return replace(guided, messages=(topped, *others))

    def folded(self, checklist_id: str, what: str, progress: Progress) -> Message | None:
        """One line in place of a message that asked something; None when there is nothing to."""
        checklist = self.desk.knowledge.checklists.get(checklist_id)
        if checklist is None or what == ENDED:
            return None
        return self._message(self.words.folded(checklist, what, progress))

    def _scene(self, checklist: Checklist, person: Person, now: datetime, *, typed: bool) -> Scene:
        progress = person.progress.get(checklist.id, Progress(checklist.id))
        return Scene(self.words.plan(checklist, now), progress, person, now, typed)

    def _told(self, words: str) -> Guided:
        return Guided((self._message(Note(words)),))

    def _message(self, *parts: Part) -> Message:
        return Message(parts, self.desk.knowledge.version)
