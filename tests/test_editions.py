"""A running desk follows its folder, and no folder can break it."""

import os
import random
import threading
import time
from collections.abc import Callable
from dataclasses import fields, replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.editions import Editions, Refusal
from bot.knowledge import KnowledgeError, load
from bot.knowledge.new_court import new_court
from bot.matching import Kind, Lesson, Matcher, Words, learn
from bot.shelf import Shelf, learned_key
from tests.knowledge.mutations import MUTATIONS

NOW = datetime(2026, 11, 25, 18, tzinfo=UTC)
ACCOUNTS = "answers/accounts.yaml"


class Teacher:
    """Learns as always and counts; can be held until the test lets it go on."""

    def __init__(self) -> None:
        self.lessons = 0
        self.may_learn = threading.Event()
        self.may_learn.set()

    def __call__(self, lessons: tuple[Lesson, ...], words: Words) -> Matcher:
        self.lessons += 1
        assert self.may_learn.wait(30)
        return learn(lessons, words)


class Desk:
    """A folder on disk, its editions, and everything they told."""

    def __init__(self, root: Path) -> None:
        self.folder, self.shelf = root / "knowledge", root / "data" / "shelf"
        for path, text in new_court(date(2026, 11, 25)).items():
            self.write(path, text)
        self.told: list[Refusal] = []
        self.taken: list[str] = []
        self.healed = 0
        self.teacher = Teacher()
        self.editions = self.process()

    def process(self, shelf: Path | None = None) -> Editions:
        """Another process over the same folder and shelf. The first to tell reaches the clerks."""
        kept = Shelf(shelf or self.shelf)

        def refused(refusal: Refusal) -> None:
            self.told.append(refusal)
            if refusal.first:
                kept.owe_all_clear()

        def healed() -> None:
            self.healed += 1

        return Editions(
            self.folder,
            kept,
            clock=lambda: NOW,
            on_refusal=refused,
            on_taken=self.taken.append,
            on_healed=healed,
            learn=self.teacher,
        )

    def write(self, path: str, text: str) -> None:
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def read(self, path: str) -> str:
        return (self.folder / path).read_text(encoding="utf-8")

    def change(self, path: str, old: str, new: str) -> None:
        assert old in self.read(path)
        self.write(path, self.read(path).replace(old, new, 1))

    def look(self) -> bool:
        """Two looks: a folder must have been still between them."""
        first, second = self.editions.look(), self.editions.look()
        return first or second

    def answer(self) -> str:
        return self.editions.desk().choose("forgot-password", NOW).text


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    made = Desk(tmp_path)
    made.editions.open()
    return made


def test_a_changed_answer_is_served(desk: Desk) -> None:
    """What a clerk writes is what people read, under a new version."""
    version = desk.editions.desk().knowledge.version
    desk.change(ACCOUNTS, "You can reset it yourself", "You can do it alone")
    assert desk.look()
    assert "You can do it alone" in desk.answer()
    assert desk.editions.desk().knowledge.version != version
    assert desk.taken == [version, desk.editions.desk().knowledge.version]


def test_a_still_folder_is_left_alone(desk: Desk) -> None:
    """Nothing is read or learned again while nothing changes."""
    assert not desk.look()
    os.utime(desk.folder / ACCOUNTS)
    assert not desk.look()
    assert desk.teacher.lessons == 1


def test_a_folder_being_written_is_not_read(desk: Desk) -> None:
    """Between two looks a change must have come to rest: half a save is no edition."""
    desk.change(ACCOUNTS, "You can reset it yourself", "You can do it")
    assert not desk.editions.look()
    desk.change(ACCOUNTS, "You can do it", "You can do it alone")
    assert not desk.editions.look()
    assert desk.editions.look()
    assert "You can do it alone" in desk.answer()


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (ACCOUNTS, "    phrasings:", "\tphrasings:"),
        (ACCOUNTS, "route: self>psc", "route: nobody"),
        ("says.yaml", "none_of_these: None", f"none_of_these: {'None ' * 20}"),
        (ACCOUNTS, "- reset my pacer password", "- thank you"),
    ],
)
def test_an_error_changes_nothing_and_is_told_once(
    desk: Desk, path: str, old: str, new: str
) -> None:
    """The last good edition stays; the problem is told once with its file and line."""
    before = desk.editions.desk()
    desk.change(path, old, new)
    assert not desk.look()
    assert not desk.look()
    assert desk.editions.desk() is before
    assert len(desk.told) == 1
    assert desk.told[0].first
    assert desk.told[0].problems[0].place.line > 1
    assert desk.editions.refusal is desk.told[0]


def test_no_clock_keeps_a_folder_from_being_taken(desk: Desk) -> None:
    """An entry reviewed on a day to come (a clerk's clock, a sandbox set back) is still served."""
    desk.change(ACCOUNTS, "reviewed: 2026-11-25", "reviewed: 2028-01-01")
    assert desk.look()
    assert desk.told == []


def test_a_mended_folder_is_served_and_forgiven(desk: Desk) -> None:
    """After the cure there is nothing to tell, and the same slip later is told anew."""
    good = desk.read(ACCOUNTS)
    for times in (1, 2):
        desk.write(ACCOUNTS, "\t")
        desk.look()
        assert len(desk.told) == times
        desk.write(ACCOUNTS, good.replace("yourself", "yourself " * times))
        assert desk.look()
        assert desk.editions.refusal is None


def test_going_back_to_what_is_served_ends_the_trouble(desk: Desk) -> None:
    """A clerk who takes a slip back has the folder that is being served."""
    good = desk.read(ACCOUNTS)
    desk.write(ACCOUNTS, "\t")
    desk.look()
    desk.write(ACCOUNTS, good)
    desk.look()
    assert desk.editions.refusal is None
    assert desk.teacher.lessons == 1


@pytest.mark.parametrize("cure", ["yourself", "by yourself"])
def test_clerks_hear_once_that_their_folder_has_healed(desk: Desk, cure: str) -> None:
    """A slip taken back or mended is told by one process of three, each time it was told of."""
    good = desk.read(ACCOUNTS)
    processes = [desk.editions, desk.process(), desk.process()]
    for each in processes[1:]:
        each.open()
    for times in (1, 2):
        desk.write(ACCOUNTS, "\t")
        look_all(processes)
        assert [refusal.first for refusal in desk.told].count(True) == times
        assert desk.healed == times - 1
        desk.write(ACCOUNTS, good.replace("yourself", cure))
        look_all(processes)
        assert desk.healed == times


def test_what_clerks_never_heard_of_heals_in_silence(desk: Desk) -> None:
    """A good change after a good one is nothing to tell."""
    desk.change(ACCOUNTS, "You can reset it yourself", "You can do it alone")
    assert desk.look()
    desk.process().open()
    assert desk.healed == 0


def test_healing_is_told_across_a_restart(desk: Desk) -> None:
    """The process that told of the slip may be gone by the time it is mended."""
    good = desk.read(ACCOUNTS)
    desk.write(ACCOUNTS, "\t")
    desk.look()
    later = desk.process()
    later.open()
    assert desk.healed == 0
    desk.write(ACCOUNTS, good)
    desk.process().open()
    desk.process().open()
    assert desk.healed == 1


def test_a_folder_that_breaks_again_meanwhile_has_not_healed(desk: Desk) -> None:
    """A process that is slow to take the good folder does not praise one that is broken by then."""
    good = desk.read(ACCOUNTS)
    desk.write(ACCOUNTS, "\t")
    desk.look()

    def learn_while_it_breaks(lessons: tuple[Lesson, ...], words: Words) -> Matcher:
        desk.write(ACCOUNTS, "\t\t")
        return learn(lessons, words)

    healed: list[str] = []
    slow = Editions(
        desk.folder,
        Shelf(desk.shelf),
        clock=lambda: NOW,
        on_healed=lambda: healed.append("slow"),
        learn=learn_while_it_breaks,
    )
    slow.open()
    desk.write(ACCOUNTS, good.replace("- reset my pacer password", "- a new pacer password"))
    assert [slow.look(), slow.look()] == [False, True]
    assert not healed
    desk.write(ACCOUNTS, good)
    desk.look()
    assert desk.healed == 1


@pytest.mark.parametrize("kept", [True, False])
def test_an_all_clear_is_owed_until_it_is_settled(tmp_path: Path, kept: bool) -> None:
    """Also where nothing can be kept: then the process that told remembers it."""
    shelf = Shelf(tmp_path if kept else None)
    assert not shelf.settle_all_clear()
    shelf.owe_all_clear()
    assert Shelf(tmp_path if kept else None).settle_all_clear() == kept
    assert shelf.settle_all_clear() == (not kept)
    assert not shelf.settle_all_clear()


def test_the_last_good_edition_survives_a_restart(desk: Desk) -> None:
    """A new process over a broken folder serves what was served before."""
    desk.change(ACCOUNTS, "You can reset it yourself", "You can do it alone")
    desk.look()
    desk.write("court.yaml", "name: [")
    desk.editions = desk.process()
    desk.editions.open()
    assert "You can do it alone" in desk.answer()
    assert [refusal.first for refusal in desk.told] == [True]
    desk.process().open()
    assert [refusal.first for refusal in desk.told] == [True, False]


def test_without_a_good_edition_there_is_no_start(tmp_path: Path) -> None:
    """A first start over a broken folder names every problem."""
    made = Desk(tmp_path)
    made.write("court.yaml", "name: [")
    with pytest.raises(KnowledgeError) as caught:
        made.editions.open()
    assert caught.value.problems[0].place.file == "court.yaml"


def test_what_was_learned_is_learned_once(desk: Desk) -> None:
    """A restart, or another process, finds the matcher on the shelf."""
    desk.process().open()
    assert desk.teacher.lessons == 1
    desk.change("contacts.yaml", "(555) 010-0199", "(555) 010-0111")
    assert desk.look()
    assert "(555) 010-0111" in desk.editions.desk().choose("contact-court", NOW).text
    assert desk.teacher.lessons == 1


def test_a_matcher_from_the_shelf_answers_the_same(desk: Desk) -> None:
    """Kept bytes decide exactly as what was learned."""
    restarted = desk.process()
    restarted.open()
    for question in ("lost my password", "how do I link", "what is for lunch"):
        assert restarted.desk().ask(question, NOW) == desk.editions.desk().ask(question, NOW)


def test_words_change_before_matching_is_learned_anew(desk: Desk) -> None:
    """A corrected answer does not wait for the seconds that learning takes."""
    desk.change(ACCOUNTS, "You can reset it yourself", "You can do it alone")
    desk.teacher.may_learn.clear()
    looking = threading.Thread(target=desk.look)
    looking.start()
    wait_for(lambda: "You can do it alone" in desk.answer())
    assert desk.editions.desk().ask("reset my pacer password", NOW).entries == ("forgot-password",)
    desk.teacher.may_learn.set()
    looking.join()
    assert desk.teacher.lessons == 2


def test_a_new_entry_waits_until_it_can_be_matched(desk: Desk) -> None:
    """New ids are served together with the matcher that knows them."""
    desk.change(ACCOUNTS, "id: forgot-password", "id: lost-password")
    for path in (ACCOUNTS, "answers/help.yaml", "questions/all.yaml"):
        desk.write(path, desk.read(path).replace("forgot-password", "lost-password"))
    assert desk.look()
    reply = desk.editions.desk().ask("reset my pacer password", NOW)
    assert reply.entries == ("lost-password",)


def test_other_offers_of_a_vague_message_are_offered(desk: Desk) -> None:
    """They are part of what was learned, so a change of them alone is learned too."""
    ids = sorted(desk.editions.desk().knowledge.entries)[:3]
    group = "unclear:\n  - id: vague\n    offers: [{}]\n    phrasings: [quux frobnicate]\n"
    for offers in (ids[:2], ids[1:]):
        desk.write("unclear.yaml", group.format(", ".join(offers)))
        assert desk.look()
        reply = desk.editions.desk().ask("quux frobnicate", NOW)
        assert list(reply.entries) == offers


LESSON = Lesson("a", Kind.TOPIC, ("one two",), "more", ("b", "c"))
OTHER = Lesson("d", Kind.UNCLEAR, ("three",), "less", ("e", "f"))


@pytest.mark.parametrize("field", [field.name for field in fields(Lesson)])
def test_whatever_a_lesson_holds_tells_what_was_learned_apart(field: str) -> None:
    """A part that the key left out could change without ever being learned."""
    changed = replace(LESSON, **{field: getattr(OTHER, field)})
    assert learned_key([changed], Words()) != learned_key([LESSON], Words())


def test_a_shelf_that_cannot_be_written_is_no_trouble(tmp_path: Path) -> None:
    """A read-only disk costs the time to learn and nothing else."""
    made = Desk(tmp_path)
    (tmp_path / "data").write_text("a file where the folder should be")
    made.editions.open()
    assert "reset it yourself" in made.answer()
    made.change(ACCOUNTS, "You can reset it yourself", "You can do it alone")
    assert made.look()
    without = Editions(made.folder, Shelf(None), clock=lambda: NOW)
    without.open()
    assert without.desk().knowledge == made.editions.desk().knowledge


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(raw=st.binary(max_size=40), keep=st.integers(0, 400), cut=st.booleans())
def test_a_spoiled_shelf_is_passed_by(tmp_path: Path, raw: bytes, keep: int, cut: bool) -> None:
    """Files on the shelf that were cut or overwritten are as good as none, or what they were."""
    shelf = Shelf(tmp_path)
    lessons = (Lesson("a", Kind.TOPIC, ("one two",)), Lesson("b", Kind.TOPIC, ("three",)))
    key = learned_key(lessons, Words())
    taught, kept = learn(lessons, Words()), "".join(f"{n}: {n * n}\n" for n in range(40)).encode()
    shelf.keep_learned(key, taught)
    shelf.keep_last_good({"a.yaml": kept})
    for file in tmp_path.glob("*.*"):
        whole = file.read_bytes()
        file.write_bytes(whole[:keep] + raw + (b"" if cut else whole[keep + len(raw) :]))
    files, matcher = shelf.last_good(), shelf.learned(key)
    assert files is None or set(files.values()) <= {kept}
    assert matcher is None or matcher.match("one two") == taught.match("one two")


def test_a_shelf_keeps_what_it_is_given(tmp_path: Path) -> None:
    """Files come back as they were; the oldest matchers make room."""
    shelf = Shelf(tmp_path)
    shelf.keep_last_good({"a/b.yaml": b"\x00\xff", "c.yaml": b""})
    assert shelf.last_good() == {"a/b.yaml": b"\x00\xff", "c.yaml": b""}
    lessons = (Lesson("a", Kind.TOPIC, ("one two",)), Lesson("b", Kind.TOPIC, ("three",)))
    matcher = learn(lessons, Words())
    for number in range(6):
        shelf.keep_learned(f"key{number}", matcher)
    assert len(list(tmp_path.glob("learned-*.bin"))) == 3
    assert Shelf(tmp_path / "other").last_good() is None


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(data=st.data())
def test_no_spoiled_folder_is_ever_served(desk: Desk, data: st.DataObject) -> None:
    """Whatever is done to the files, what is served is whole, and answers."""
    path = data.draw(st.sampled_from(sorted(new_court(date(2026, 11, 25)))))
    file = desk.folder / path
    good = file.read_bytes()
    mutation = data.draw(st.sampled_from(MUTATIONS))
    spoiled = mutation(good, random.Random(data.draw(st.integers(0, 10**6))))
    file.write_bytes(spoiled)
    desk.look()
    served = desk.editions.desk()
    assert served.choose(next(iter(served.knowledge.entries)), NOW).text
    assert served.ask("reset my pacer password", NOW).text
    if desk.editions.refusal is None:
        assert load(desk.folder).required().version == served.knowledge.version
    file.write_bytes(good)
    desk.look()
    assert desk.editions.refusal is None
    assert load(desk.folder).required().version == desk.editions.desk().knowledge.version


def test_no_bit_of_the_last_good_folder_is_trusted(tmp_path: Path) -> None:
    """Whichever bit of the archive turns over, it is read as it was or not at all."""
    shelf, kept = Shelf(tmp_path), b"answer: call the court\n"
    shelf.keep_last_good({"a.yaml": kept})
    (file,) = tmp_path.glob("*.zip")
    whole = file.read_bytes()
    for bit in range(8 * len(whole)):
        turned = bytearray(whole)
        turned[bit // 8] ^= 1 << bit % 8
        file.write_bytes(turned)
        files = shelf.last_good()
        assert files is None or set(files.values()) <= {kept}, bit


def test_the_watcher_follows_by_itself(desk: Desk) -> None:
    """Started, it takes a change without being asked, survives trouble, and can be stopped."""
    desk.editions.start()
    desk.editions.start()
    try:
        desk.change(ACCOUNTS, "You can reset it yourself", "You can do it alone")
        wait_for(lambda: "You can do it alone" in desk.answer())
        desk.write(ACCOUNTS, "\t")
        wait_for(lambda: bool(desk.told))
        assert "You can do it alone" in desk.answer()
    finally:
        desk.editions.stop()
    assert not [thread for thread in threading.enumerate() if thread.name == "editions"]


def test_the_watcher_outlives_an_exception(desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    """What nobody thought of is logged, and the next look comes all the same."""

    def fail(_: object) -> None:
        raise RuntimeError("somebody who listens failed")

    desk.editions = Editions(
        desk.folder, Shelf(desk.shelf), clock=lambda: NOW, on_refusal=fail, learn=desk.teacher
    )
    desk.editions.open()
    desk.editions.start()
    try:
        good = desk.read(ACCOUNTS)
        desk.write(ACCOUNTS, "\t")
        wait_for(lambda: "Looking at the knowledge folder failed" in caplog.text)
        desk.write(ACCOUNTS, good.replace("You can reset it yourself", "You can do it alone"))
        wait_for(lambda: "You can do it alone" in desk.answer())
    finally:
        desk.editions.stop()
    assert "You can do it alone" in desk.answer()
    assert caplog.text.count("Looking at the knowledge folder failed") >= 1


def look_all(processes: list[Editions]) -> None:
    """Two looks of each process."""
    for each in processes * 2:
        each.look()


def wait_for(what: Callable[[], bool]) -> None:
    """Until it is so; a test that waits for ever has failed."""
    for _ in range(600):
        if what():
            return
        time.sleep(0.05)
    raise AssertionError("it never came about")
