"""What is kept about people survives, once, whichever device was first; and is forgotten whole."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from types import MappingProxyType

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, func, select

from bot.checklist import Progress, Record, State
from bot.helpdesk import Known, Place, Reminder, Scheduled, Turn
from bot.store import StoredConversations, StoredPeople, engine
from bot.store.tables import conversations, progress, reminders

NOON = datetime(2031, 3, 5, 12, tzinfo=UTC)
ALICE, BEN = "T1:UALICE", "T1:UBEN"
PLACE = Place("D1", "1.0", "2.0", "ticket")

ids = st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True)
moments = st.integers(0, 10**9).map(lambda seconds: NOON + timedelta(seconds=seconds))
records = st.dictionaries(
    ids, st.builds(Record, st.sampled_from(State), st.none() | ids, moments), max_size=5
).map(MappingProxyType)
progresses = st.builds(
    Progress,
    st.just("ready"),
    role=st.none() | ids,
    records=records,
    again=st.lists(ids).map(tuple),
    active=st.booleans(),
)


def test_a_stranger_is_not_known(database: Engine) -> None:
    """There is nothing about somebody who never came."""
    assert StoredPeople(database).recall(ALICE) == Known()


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(new=progresses)
def test_progress_comes_back_as_it_was(database: Engine, new: Progress) -> None:
    """Whatever it replaces."""
    people = StoredPeople(database)
    known = people.recall(ALICE)
    revision = known.kept[0].revision if known.kept else 0

    assert people.keep(ALICE, new, revision, "event", NOON)

    (kept,) = people.recall(ALICE).kept
    assert kept.progress == new
    assert (kept.revision, kept.delivery) == (revision + 1, "event")


def test_progress_survives_another_process(database: Engine, url: str) -> None:
    """A restart or a deploy loses nothing."""
    StoredPeople(database).keep(ALICE, Progress("ready", "pilot"), 0, "event", NOON)
    other = engine(url)

    (kept,) = StoredPeople(other).recall(ALICE).kept

    assert kept.progress == Progress("ready", "pilot")
    other.dispose()


def test_what_was_worked_out_from_an_old_revision_is_not_kept(database: Engine) -> None:
    """The second of two devices is told, and nothing of the first is lost."""
    people = StoredPeople(database)
    people.keep(ALICE, Progress("ready", "pilot"), 0, "one", NOON)

    assert not people.keep(ALICE, Progress("ready", "guest"), 0, "two", NOON)
    assert people.keep(ALICE, Progress("ready", "guest"), 1, "two", NOON)
    assert not people.keep(ALICE, Progress("ready", "pilot"), 1, "three", NOON)
    assert people.recall(ALICE).kept[0].progress.role == "guest"


def test_of_many_at_once_one_wins_each_revision(database: Engine) -> None:
    """Sixteen devices adding an answer each, again when they lose, all get theirs in."""
    people = StoredPeople(database)
    people.keep(ALICE, Progress("ready", "pilot"), 0, "start", NOON)

    def add(number: int) -> None:
        while True:
            (kept,) = people.recall(ALICE).kept
            record = Record(State.DONE, "have", NOON)
            grown = {**kept.progress.records, f"step-{number}": record}
            new = replace(kept.progress, records=grown)
            if people.keep(ALICE, new, kept.revision, str(number), NOON):
                return

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(add, range(16)))

    (kept,) = people.recall(ALICE).kept
    assert len(kept.progress.records) == 16
    assert kept.revision == 17


def test_the_checklist_used_last_comes_first(database: Engine) -> None:
    """That is the one people mean."""
    people = StoredPeople(database)
    people.keep(ALICE, Progress("ready"), 0, "one", NOON)
    people.keep(ALICE, Progress("other"), 0, "two", NOON + timedelta(minutes=1))
    assert [kept.progress.checklist for kept in people.recall(ALICE).kept] == ["other", "ready"]

    people.keep(ALICE, Progress("ready"), 1, "three", NOON + timedelta(minutes=2))
    assert [kept.progress.checklist for kept in people.recall(ALICE).kept] == ["ready", "other"]


def test_the_place_of_the_last_question_is_kept_apart_from_progress(database: Engine) -> None:
    """It is known only after the message was posted, and changes no revision."""
    people = StoredPeople(database)
    people.keep(ALICE, Progress("ready"), 0, "one", NOON)
    people.put(ALICE, "ready", PLACE)
    assert people.recall(ALICE).kept[0].place == PLACE

    people.keep(ALICE, Progress("ready", "pilot"), 1, "two", NOON)
    assert people.recall(ALICE).kept[0].place == PLACE

    people.put(ALICE, "ready", None)
    assert people.recall(ALICE).kept[0].place is None


def test_a_step_has_one_reminder(database: Engine) -> None:
    """A second one takes the place of the first."""
    people = StoredPeople(database)
    first = Scheduled(Reminder("ready", "ticket", NOON), "D1", "Q1")
    second = Scheduled(Reminder("ready", "ticket", NOON + timedelta(days=1), paused=True), "D1", "")
    people.schedule(ALICE, first)
    people.schedule(ALICE, second)
    assert people.recall(ALICE).scheduled == (second,)

    people.unschedule(ALICE, second.reminder)
    assert people.recall(ALICE).scheduled == ()


def test_forgetting_deletes_everything_about_one_person(database: Engine) -> None:
    """And nothing about anybody else, even one whose name ends alike."""
    people, turns = StoredPeople(database), StoredConversations(database)
    namesake = "T1:XUALICE"
    for who in (ALICE, BEN, namesake):
        people.keep(who, Progress("ready"), 0, "one", NOON)
        people.schedule(who, Scheduled(Reminder("ready", "ticket", NOON), "D1", "Q1"))
        team, user = who.split(":")
        turns.remember(f"{team}:D1:1.0:{user}", Turn(entry="buying"), NOON)
        turns.remember(f"{team}:D1:latest:{user}", Turn(entry="buying"), NOON)
    assert people.conversations(ALICE) == 2

    people.forget(ALICE)

    assert people.recall(ALICE) == Known()
    assert people.conversations(ALICE) == 0
    assert people.recall(BEN) != Known()
    assert people.recall(namesake) != Known()
    with database.connect() as connection:
        for table, left in ((progress, 2), (reminders, 2), (conversations, 4)):
            count = select(func.count()).select_from(table)
            assert connection.execute(count).scalar_one() == left
