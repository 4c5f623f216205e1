"""People with two devices, clerks and clocks, in any order, against the guide and a database."""

import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from functools import cache
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from bot.checklist import ENDED, ROLE_QUESTION, Plan, Progress, asked, left, path
from bot.helpdesk import (
    Act,
    Guide,
    Guided,
    GuideStatus,
    GuideTalk,
    HelpDesk,
    Home,
    Kept,
    Person,
    Scheduled,
    Verb,
)
from bot.knowledge import Checklist
from bot.store import StoredPeople, engine, upgrade
from tests.checklist.invented import CHECKLIST, NOON, loaded
from tests.slack.journey import desk_of

WHO = "T1:UALICE"

EDITS: Mapping[str, tuple[str, str]] = {
    "as it was": ("id: ready", "id: ready"),
    "a step taken out": ("  - id: stamp\n", "  - id: stamp\n    until: 2030-01-01\n"),
    "a step with another id": ("  - id: stamp\n", "  - id: seal\n"),
    "an answer with another id": ("{id: have, label", "{id: owned, label"),
    "a role taken out": ("  - {id: guest, label: A guest}\n", ""),
    "steps moved": ("  - id: seat\n", "  - id: window-seat\n"),
    "another checklist": ("id: ready\n", "id: other\n"),
}
TYPED = [
    "help me fly", "pilot", "a guest", "yes", "no", "not sure", "1", "2", "9", "skip", "back",
    "start over", "what's left", "stop", "go on", "I'm stuck", "change role", "tomorrow",
    "remind me monday", "remind me", "stop reminders", "start reminders", "where do i buy one?",
    "money", "flibber", "", "my password is Hunter2!Hunter2",
]  # fmt: skip
STEPS = ["ticket", "stamp", "wings", "seat", "seal", "gone", "", "pilot", "guest", ROLE_QUESTION]
CHOICES = ["have", "owned", "none", "shared", "stamped", "plain", "can", "window", "gone", ""]


@cache
def desk_after(edit: str) -> HelpDesk:
    """The desk with the folder as the clerk left it."""
    before, after = EDITS[edit]
    text = CHECKLIST.replace(before, after)
    if edit == "steps moved":
        text = text.replace("next: seat", "next: window-seat")
    return desk_of(loaded(text).required())


@cache
def empty_database() -> Path:
    """A migrated database, to copy."""
    path_ = Path(tempfile.mkdtemp()) / "empty.db"
    upgrade(f"sqlite:///{path_}")
    return path_


class PeopleClerksClocksAndDevices(RuleBasedStateMachine):
    """One person whose second device may act on what it read a while ago."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        url = f"sqlite:///{shutil.copy(empty_database(), self.folder / 'bot.db')}"
        self.engine = engine(url)
        self.people = StoredPeople(self.engine)
        self.desk = desk_after("as it was")
        self.now = NOON

    def teardown(self) -> None:
        self.engine.dispose()
        shutil.rmtree(self.folder)

    def person(self) -> tuple[Person, dict[str, Kept]]:
        known = self.people.recall(WHO)
        kept = {each.progress.checklist: each for each in known.kept}
        progress = {name: each.progress for name, each in kept.items()}
        reminders = tuple(it.reminder for it in known.scheduled if it.reminder.due > self.now)
        return Person(progress, reminders, "America/New_York"), kept

    def keep(self, guided: Guided | None, kept: dict[str, Kept]) -> bool:
        """As the edge does it: progress over its revision, then the reminders."""
        if guided is None:
            return True
        assert all(message.text for message in guided.messages)
        if guided.progress is not None:
            name = guided.progress.checklist
            before = kept.get(name)
            revision = before.revision if before else 0
            if not self.people.keep(WHO, guided.progress, revision, "", self.now):
                return False
        if guided.reminders is not None:
            for scheduled in self.people.recall(WHO).scheduled:
                self.people.unschedule(WHO, scheduled.reminder)
            for reminder in guided.reminders:
                self.people.schedule(WHO, Scheduled(reminder, "D1", "Q1"))
        return True

    @rule(
        verb=st.sampled_from(Verb),
        name=st.sampled_from(["ready", "ready", "ready", "other", "gone"]),
        subject=st.sampled_from(STEPS),
        choice=st.sampled_from(CHOICES),
    )
    def press_any_button_of_any_age(self, verb: Verb, name: str, subject: str, choice: str) -> None:
        person, kept = self.person()
        guided = Guide(self.desk).press(Act(verb, name, subject, choice), person, self.now)
        assert self.keep(guided, kept)

    @rule(text=st.sampled_from(TYPED), in_its_thread=st.booleans())
    def type_something(self, text: str, in_its_thread: bool) -> None:
        person, kept = self.person()
        talk = GuideTalk(Guide(self.desk))
        guided = talk.say(text, person, self.now, in_its_thread=in_its_thread)
        assert self.keep(guided, kept)

    def say(self, text: str) -> None:
        person, kept = self.person()
        assert self.keep(GuideTalk(Guide(self.desk)).say(text, person, self.now), kept)

    @rule(typed=st.lists(st.sampled_from(["yes", "no", "1", "2", "skip", "tomorrow"]), max_size=6))
    def go_through_it(self, typed: list[str]) -> None:
        for text in ("help me fly", "pilot", *typed):
            self.now += timedelta(seconds=10)
            self.say(text)

    @rule()
    def have_a_reminder_and_do_the_step(self) -> None:
        for text in ("help me fly", "start over", "pilot", "2", "remind me tomorrow", "back"):
            self.say(text)
        self.say("1")

    @rule(mine=st.sampled_from(TYPED), other=st.sampled_from(TYPED))
    def two_devices_at_once(self, mine: str, other: str) -> None:
        """Both read, both move; the slower one reads and moves again."""
        person, kept = self.person()
        talk = GuideTalk(Guide(self.desk))
        first = talk.say(mine, person, self.now)
        second = talk.say(other, person, self.now)
        assert self.keep(first, kept)
        if not self.keep(second, kept):
            person, kept = self.person()
            assert self.keep(talk.say(other, person, self.now), kept)

    @rule(edit=st.sampled_from(sorted(EDITS)))
    def a_clerk_edits(self, edit: str) -> None:
        before = self.people.recall(WHO)
        self.desk = desk_after(edit)
        assert self.people.recall(WHO) == before

    @rule(hours=st.sampled_from([0, 1, 24, 24 * 6, 24 * 40]))
    def time_passes(self, hours: int) -> None:
        self.now += timedelta(hours=hours, seconds=10)

    @rule(word=st.sampled_from(["", "role", "reset", "export", "reminders off", "help", "exprot"]))
    def ask_for_the_status(self, word: str) -> None:
        person, kept = self.person()
        assert self.keep(GuideStatus(Guide(self.desk)).command(word, person, self.now), kept)

    @rule()
    def be_forgotten(self) -> None:
        self.people.forget(WHO)
        person, _ = self.person()
        assert person.progress == {}
        assert person.reminders == ()

    @invariant()
    def the_right_next_step_is_told(self) -> None:
        person, _ = self.person()
        for progress in person.progress.values():
            checklist = self.desk.knowledge.checklists.get(progress.checklist)
            if checklist is not None:
                self.check(progress, checklist, person)

    def check(self, progress: Progress, checklist: Checklist, person: Person) -> None:
        plan = Plan.on(self.desk.knowledge, checklist, self.desk.today(self.now))
        steps = {step.id for step in path(plan, progress)}
        next_one = asked(plan, progress)
        told = Guide(self.desk).ask_again(progress, person, self.now)

        assert next_one in steps | {ROLE_QUESTION, ENDED}
        assert told.asks == next_one
        if next_one in steps:
            step = checklist.step(next_one)
            assert step is not None
            assert step.question in told.messages[-1].text

    @invariant()
    def the_home_tab_and_the_export_can_be_written(self) -> None:
        person, _ = self.person()
        guide = Guide(self.desk)
        assert Home(guide).message(person, self.now).text
        exported = GuideStatus(guide).export(person, self.now).text
        for progress in person.progress.values():
            checklist = self.desk.knowledge.checklists.get(progress.checklist)
            for step_id in progress.records:
                step = checklist.step(step_id) if checklist else None
                assert (step.title if step else step_id) in exported

    @invariant()
    def only_what_is_left_is_reminded_of(self) -> None:
        person, _ = self.person()
        for reminder in person.reminders:
            progress = person.progress.get(reminder.checklist)
            assert progress is not None
            checklist = self.desk.knowledge.checklists.get(reminder.checklist)
            if checklist is not None and checklist.step(reminder.step) is not None:
                everything = frozenset(step.id for step in checklist.steps)
                kept_role = replace(progress, role=progress.role or "pilot")
                settled = {step.id for step in path(Plan(checklist, everything), kept_role)} - {
                    step.id for step in left(Plan(checklist, everything), kept_role)
                }
                assert reminder.step not in settled


PeopleClerksClocksAndDevices.TestCase.settings = settings(
    max_examples=60, stateful_step_count=25, deadline=None
)
test_nothing_is_lost_and_nothing_fails = PeopleClerksClocksAndDevices.TestCase
