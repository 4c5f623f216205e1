"""Typed words to the guide: an answer to the step, a command, a wish, or a question in between."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from types import MappingProxyType

from bot.checklist import (
    ENDED,
    ROLE_QUESTION,
    Command,
    Option,
    Picked,
    Plan,
    Progress,
    asked,
    is_moment_alone,
    moment,
    read,
)
from bot.guard import find_secrets
from bot.helpdesk.conversation import Turn, picked
from bot.helpdesk.guide import Guide
from bot.helpdesk.guide_parts import Act, Verb
from bot.helpdesk.person import Guided, Person
from bot.helpdesk.replies import Note, Reply
from bot.matching import Decision

_VERBS: Mapping[Command, Verb] = MappingProxyType(
    {
        Command.SKIP: Verb.SKIP,
        Command.BACK: Verb.BACK,
        Command.WHATS_LEFT: Verb.LEFT,
        Command.STOP: Verb.STOP,
        Command.RESUME: Verb.BEGIN,
        Command.STUCK: Verb.STUCK,
        Command.CHANGE_ROLE: Verb.CHANGE_ROLE,
    }
)
_WHILE_RESTING = frozenset(
    {
        Command.RESUME,
        Command.WHATS_LEFT,
        Command.STOP_REMINDERS,
        Command.START_REMINDERS,
        Command.SHOW_REMINDERS,
    }
)
_REMIND_ME = re.compile(r"\bremind me\b(?! (?:how|what|where|who|why|which|whether|if)\b)")
_SHORT = 4
"""Words up to which a message that nothing answers was rather an answer to the step."""


@dataclass(frozen=True)
class GuideTalk:
    """Reads what people type in their direct message."""

    guide: Guide

    def say(
        self,
        text: str,
        person: Person,
        now: datetime,
        turn: Turn | None = None,
        *,
        in_its_thread: bool = True,
    ) -> Guided | None:
        """What the guide makes of a message; None when it is not for the guide.

        `turn` is the desk's last turn in this conversation. `in_its_thread` is false for a thread
        in which the guide asks nothing: there only what cannot mean anything else is for it.
        """
        said = self._said(text, person, now, turn, in_its_thread=in_its_thread)
        return self.guide.topped(said, now) if said else None

    def hears_anywhere(self, text: str) -> bool:
        """Whether a message may be for the guide wherever it is typed, for who has a checklist."""
        found = read(text, (), self._vocabulary)
        resting = isinstance(found, Command) and found in _WHILE_RESTING
        return resting or _asks_for_a_reminder(text) or self.guide.begun_by(text) is not None

    def _said(
        self, text: str, person: Person, now: datetime, turn: Turn | None, *, in_its_thread: bool
    ) -> Guided | None:
        if (checklist := self.guide.begun_by(text)) is not None:
            return self.guide.begin(checklist, person, now)
        progress = self._progress(person)
        if progress is None:
            return None
        scene = _Talk(text, person, now, turn, progress, self._plan(progress, now))
        if progress.active and in_its_thread:
            return self._heard(scene)
        return self._overheard(scene)

    def _progress(self, person: Person) -> Progress | None:
        """The progress the message is about: the active one, else the one used last."""
        known = self.guide.desk.knowledge.checklists
        kept = [each for each in person.progress.values() if each.checklist in known]
        return next((each for each in kept if each.active), kept[0] if kept else None)

    def _plan(self, progress: Progress, now: datetime) -> Plan:
        checklist = self.guide.desk.knowledge.checklists[progress.checklist]
        return self.guide.words.plan(checklist, now)

    def _overheard(self, scene: "_Talk") -> Guided | None:
        """While the conversation rests, or in another thread: only unmistakable commands."""
        if _asks_for_a_reminder(scene.text):
            return self._reminder(scene)
        found = read(scene.text, (), self._vocabulary)
        if found is Command.BACK and _was_emptied(scene.progress):
            return self._command(found, scene)
        if isinstance(found, Command) and found in _WHILE_RESTING:
            return self._command(found, scene)
        return None

    def _heard(self, scene: "_Talk") -> Guided:
        """While a step is asked: an answer to it first of all, a question last of all."""
        if find_secrets(scene.text) or picked(scene.text, scene.turn) is not None:
            return self._question(scene)
        if _asks_for_a_reminder(scene.text):
            return self._reminder(scene)
        found = read(scene.text, self._options(scene), self._vocabulary)
        if isinstance(found, Picked):
            return self._picked(found, scene)
        if isinstance(found, Command):
            return self._command(found, scene)
        if found is not None and scene.asked != ENDED:
            says = self.guide.desk.knowledge.says.guide
            return self._again(scene, says.which)
        if self._names_a_moment(scene):
            return self._reminder(scene)
        return self._question(scene)

    def _options(self, scene: "_Talk") -> Sequence[Option]:
        checklist = scene.plan.checklist
        if scene.asked == ROLE_QUESTION:
            return [Option(role.id, role.label, role.words) for role in checklist.roles]
        step = checklist.step(scene.asked)
        choices = step.choices if step else ()
        return [Option(each.id, each.label, each.words, each.means) for each in choices]

    def _picked(self, found: Picked, scene: "_Talk") -> Guided:
        name = scene.progress.checklist
        if scene.asked == ROLE_QUESTION:
            act = Act(Verb.ROLE, name, found.id)
        else:
            act = Act(Verb.ANSWER, name, scene.asked, found.id)
        return self.guide.press(act, scene.person, scene.now, typed=True)

    def _command(self, command: Command, scene: "_Talk") -> Guided:
        name = scene.progress.checklist
        if command in (Command.STOP_REMINDERS, Command.START_REMINDERS):
            on = command is Command.START_REMINDERS
            return self.guide.reminders.switch(
                scene.progress, scene.plan, scene.person, scene.now, on=on
            )
        if command is Command.SHOW_REMINDERS:
            return self.guide.reminders.listed(scene.plan, scene.person)
        if command is Command.START_OVER:
            return self.guide.start_over(scene.plan.checklist, scene.person, scene.now)
        subject = scene.asked if command in (Command.SKIP, Command.STUCK) else ""
        act = Act(_VERBS[command], name, subject)
        return self.guide.press(act, scene.person, scene.now, typed=True)

    def _reminder(self, scene: "_Talk") -> Guided:
        return self.guide.reminders.asked_for(
            scene.text, scene.progress, scene.plan, scene.person, scene.now
        )

    def _names_a_moment(self, scene: "_Talk") -> bool:
        """'Tomorrow morning' alone, as the guide itself suggests to type."""
        zone = self.guide.words.zone(scene.person)
        return is_moment_alone(scene.text) and moment(scene.text, scene.now, zone) is not None

    def _question(self, scene: "_Talk") -> Guided:
        """A question in between is answered, and the step is offered again."""
        says = self.guide.desk.knowledge.says
        reply = self.guide.desk.ask(scene.text, scene.now, scene.turn)
        if scene.asked == ENDED:
            return Guided((reply,), turn=reply.turn)
        if reply.outcome is Decision.CHOICES:
            waiting = replace(reply, parts=(*reply.parts, Note(says.guide.question_first)))
            return Guided((waiting,), turn=reply.turn)
        if self._is_of_kind("small-talk", reply):
            return Guided((reply,))
        if self._was_rather_an_answer(reply, scene):
            return self._again(scene, says.guide.not_understood)
        again = self._again(scene)
        messages = (reply, *again.messages)
        return replace(again, messages=messages, turn=Turn(entry=reply.turn.entry))

    def _was_rather_an_answer(self, reply: Reply, scene: "_Talk") -> bool:
        """Whether a few words that nothing answers were meant for the step, not for the desk."""
        unknown = reply.outcome is Decision.UNKNOWN or self._is_of_kind("follow-up", reply)
        few = "?" not in scene.text and len(scene.text.split()) <= _SHORT
        return unknown and not reply.sensitive and few and picked(scene.text, scene.turn) is None

    def _is_of_kind(self, kind: str, reply: Reply) -> bool:
        """Whether the desk took a message for one of that kind of those that are not ours."""
        not_ours = self.guide.desk.knowledge.not_ours
        return any(not_ours[each].kind == kind for each in reply.entries if each in not_ours)

    def _again(self, scene: "_Talk", note: str = "") -> Guided:
        return self.guide.ask_again(scene.progress, scene.person, scene.now, note)

    @cached_property
    def _vocabulary(self) -> Mapping[Command, Sequence[str]]:
        words = self.guide.desk.knowledge.says.guide.understands
        return {each: getattr(words, each.value.replace("-", "_")) for each in Command}


@dataclass(frozen=True, slots=True)
class _Talk:
    """A message with all it is read against."""

    text: str
    person: Person
    now: datetime
    turn: Turn | None
    progress: Progress
    plan: Plan

    @property
    def asked(self) -> str:
        """What is asked now."""
        return asked(self.plan, self.progress)


def _asks_for_a_reminder(text: str) -> bool:
    """'Remind me tomorrow' does; 'remind me how to link' asks the desk to say it again."""
    said = " ".join(text.casefold().split())
    return bool(_REMIND_ME.search(said)) and said != "remind me again" and not _denies(said)


def _denies(said: str) -> bool:
    return any(word in said for word in ("don't", "dont", "do not", "stop", "never", "no more"))


def _was_emptied(progress: Progress) -> bool:
    """Whether all was reset and nothing begun since, so that `back` can only mean that."""
    return bool(progress.history) and not progress.is_begun
