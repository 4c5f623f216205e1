"""The edition of the knowledge that is being served, and the next one when the folder changes.

A folder with an error changes nothing: the last good edition stays, also over a restart.
"""

import logging
import os
import threading
import traceback
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.helpdesk import HelpDesk, lessons_of, words_of
from bot.knowledge import Knowledge, KnowledgeError, Loaded, Problem, load_contents
from bot.knowledge.folder import Folder
from bot.knowledge.load import read_folder, version_of, yaml_files
from bot.lasting import give_back, growing
from bot.matching import Lesson, Matcher, Words, learn
from bot.shelf import Shelf, learned_key

_LOG = logging.getLogger(__name__)

LOOK_EVERY = 0.25
"""Seconds between two looks. A folder must be still from one look to the next to be read."""

Learn = Callable[[tuple[Lesson, ...], Words], Matcher]
Fingerprint = tuple[tuple[str, int, int, int], ...]


@dataclass(frozen=True, slots=True)
class Refusal:
    """A folder that was not taken. `first` tells that no other process has told of it yet."""

    version: str
    problems: tuple[Problem, ...]
    first: bool


def _nothing(_: object) -> None:
    """For those who do not want to hear of it."""


class Editions:
    """Serves a help desk over a folder and follows the folder's changes.

    `on_refusal` hears once of each broken version, `on_taken` of each version that is served,
    `on_healed` once that a folder is well of which clerks were told that it is broken (whoever
    tells them owes it to the shelf). All are called in the thread that looks.
    """

    def __init__(
        self,
        folder: Path,
        shelf: Shelf,
        *,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
        on_refusal: Callable[[Refusal], None] = _nothing,
        on_taken: Callable[[str], None] = _nothing,
        on_healed: Callable[[], None] = lambda: None,
        learn: Learn = learn,
    ) -> None:
        self._folder, self._shelf, self._clock, self._learn = folder, shelf, clock, learn
        self._on_refusal, self._on_taken, self._on_healed = on_refusal, on_taken, on_healed
        self._desk: HelpDesk | None = None
        self._key = ""
        self._refusal: Refusal | None = None
        self._seen: Fingerprint = ()
        self._settled: Fingerprint = ()
        self._stop = threading.Event()
        self._watcher: threading.Thread | None = None

    def open(self) -> None:
        """Read the folder, or the last good one where it is broken.

        Raises KnowledgeError with every problem when there is neither.
        """
        self._seen = self._settled = self._fingerprint()
        contents, unread = read_folder(self._folder)
        refusal = self._consider(contents, unread)
        if refusal is not None and not self._take_last_good():
            raise KnowledgeError(refusal.problems)
        give_back()

    def desk(self) -> HelpDesk:
        """The desk of the edition in use. Cheap; ask for it anew for every message."""
        assert self._desk is not None, "open() comes first"
        return self._desk

    @property
    def refusal(self) -> Refusal | None:
        """Why the folder as it is now is not being served; None when it is."""
        return self._refusal

    def start(self) -> None:
        """Begin to watch, once in each process: a thread does not survive a fork."""
        if self._watcher is None or not self._watcher.is_alive():
            self._stop.clear()
            self._watcher = threading.Thread(target=self._watch, name="editions", daemon=True)
            self._watcher.start()

    def stop(self) -> None:
        """End watching and wait for a look that is under way."""
        self._stop.set()
        if self._watcher is not None and self._watcher.is_alive():
            self._watcher.join()
        self._watcher = None

    def look(self) -> bool:
        """Look once. Takes a folder that changed and has been still since the last look."""
        now = self._fingerprint()
        still, self._seen = now == self._seen, now
        if not still or now == self._settled:
            return False
        self._settled = now
        contents, unread = read_folder(self._folder)
        if self._desk is not None and version_of(contents) == self._desk.knowledge.version:
            self._all_is_well()
            return False
        with growing():
            taken = self._consider(contents, unread) is None
        give_back()
        return taken

    def _watch(self) -> None:
        while not self._stop.wait(LOOK_EVERY):
            try:
                self.look()
            except Exception as error:  # the watcher must outlive whatever goes wrong in one look
                places = "".join(traceback.format_tb(error.__traceback__))
                _LOG.error(
                    "Looking at the knowledge folder failed: %s\n%s", type(error).__name__, places
                )

    def _consider(self, contents: Mapping[str, bytes], unread: list[Problem]) -> Refusal | None:
        """Serve these files if they have no error; else tell why not."""
        loaded = load_contents(contents, unread)
        known_good = self._desk is None and self._shelf.last_good() == contents
        problems = loaded.problems if known_good else self._stopping(loaded)
        if loaded.knowledge is None or problems:
            return self._refuse(version_of(contents), problems)
        self._take(loaded.knowledge)
        if not known_good:
            self._shelf.keep_last_good(contents)
        self._all_is_well()
        return None

    def _all_is_well(self) -> None:
        """The folder that was read is being served, unless it has changed again since."""
        self._refusal = None
        if self._fingerprint() == self._settled:
            self._shelf.forget_told()
            if self._shelf.settle_all_clear():
                self._on_healed()

    def _refuse(self, version: str, problems: tuple[Problem, ...]) -> Refusal:
        if self._refusal is None or self._refusal.version != version:
            self._refusal = Refusal(version, problems, self._shelf.first_to_tell(version))
            self._on_refusal(self._refusal)
        return self._refusal

    def _take_last_good(self) -> bool:
        """Once good stays good: it was checked on the day it came."""
        contents = self._shelf.last_good()
        knowledge = load_contents(contents).knowledge if contents else None
        if knowledge is not None:
            self._take(knowledge)
        return knowledge is not None

    def _take(self, knowledge: Knowledge) -> None:
        """Serve it. Where only words changed, they are served before matching is learned anew."""
        lessons, words = lessons_of(knowledge), words_of(knowledge)
        key = learned_key(lessons, words)
        before = self._desk
        if before is not None and (key == self._key or _same_labels(before, lessons)):
            self._serve(HelpDesk(knowledge, before.matcher))
        if before is None or key != self._key:
            self._serve(HelpDesk(knowledge, self._matcher(key, lessons, words)))
            self._key = key

    def _matcher(self, key: str, lessons: tuple[Lesson, ...], words: Words) -> Matcher:
        if (matcher := self._shelf.learned(key)) is not None:
            return matcher
        with self._shelf.alone():
            if (matcher := self._shelf.learned(key)) is not None:
                return matcher
            matcher = self._learn(lessons, words)
            give_back()  # to keep what was learned takes memory again
            self._shelf.keep_learned(key, matcher)
        return matcher

    def _serve(self, desk: HelpDesk) -> None:
        new = self._desk is None or self._desk.knowledge.version != desk.knowledge.version
        self._desk = desk  # one assignment: a message sees the old desk or the new one
        if new:
            self._on_taken(desk.knowledge.version)

    def _stopping(self, loaded: Loaded) -> tuple[Problem, ...]:
        from bot.knowledge.check import stopping  # a start with the last good folder needs no rule

        return stopping(loaded, self._today(loaded))

    def _today(self, loaded: Loaded) -> date:
        court = Folder(loaded.files).court
        return self._clock().astimezone(ZoneInfo(court.time_zone) if court else UTC).date()

    def _fingerprint(self) -> Fingerprint:
        """What changes when a file does, without reading any."""
        marks = []
        for path in yaml_files(self._folder):
            try:
                stat = os.stat(path)
            except OSError:
                continue  # deleted since it was listed: the next look will not list it
            marks.append((str(path), stat.st_mtime_ns, stat.st_size, stat.st_ino))
        return tuple(sorted(marks))


def _same_labels(desk: HelpDesk, lessons: tuple[Lesson, ...]) -> bool:
    """Whether what the old matcher finds still means the same."""
    return [(each.id, each.kind) for each in lessons_of(desk.knowledge)] == [
        (each.id, each.kind) for each in lessons
    ]
