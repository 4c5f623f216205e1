"""Watching the folder that clerks edit, and what its check finds, line by line."""

import logging
import threading
import traceback
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from bot.knowledge.load import yaml_files
from bot.knowledge.problem import Problem
from bot.sandbox.model import Json

_LOG = logging.getLogger(__name__)

WATCH_SECONDS = 0.4
_Seen = dict[str, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class FolderState:
    """What is known of the folder: how often it was read, and each problem with its line.

    `in_use` tells that the bot has taken this reading, or has refused it.
    """

    readings: int = 0
    in_use: bool = True
    changed: tuple[str, ...] = ()
    problems: tuple[Json, ...] = ()


class WatchedFolder:
    """Calls `check` when a file changed, then `take`. Reads only the lines with problems itself.

    `check` reads the folder anew and returns its problems. `take` puts it to use if it can be
    used, which may last some seconds.
    """

    def __init__(
        self,
        folder: Path,
        check: Callable[[], Iterable[Problem]],
        take: Callable[[], object] = lambda: None,
    ) -> None:
        self.folder = folder
        self.state = FolderState()
        self._check = check
        self._take = take
        self._changed: Callable[[], None] = lambda: None
        self._seen: _Seen = {}

    def on_change(self, listener: Callable[[], None]) -> None:
        """Call `listener` after each check."""
        self._changed = listener

    def look(self) -> bool:
        """Check the folder if it is not as it was; whether it was not."""
        seen = self._stamps()
        if seen == self._seen and self.state.readings:
            return False
        problems = tuple(self._told(problem) for problem in self._check())
        before, self._seen = self._seen, seen
        differ = [it for it in sorted(before | seen) if before.get(it) != seen.get(it)]
        first = self.state.readings == 0
        names = () if first else tuple(differ)
        self.state = FolderState(self.state.readings + 1, first, names, problems)
        self._changed()
        if not first:
            self._take()
            self.state = replace(self.state, in_use=True)
            self._changed()
        return True

    def watch(self, stopped: threading.Event) -> None:
        """Look again and again until `stopped`, in the background."""
        threading.Thread(target=self._watch, args=(stopped,), daemon=True).start()

    def _watch(self, stopped: threading.Event) -> None:
        while not stopped.wait(WATCH_SECONDS if self.state.readings else 0):
            try:
                self.look()
            except Exception as error:  # the watcher must outlive whatever goes wrong in one look
                places = "".join(traceback.format_tb(error.__traceback__))
                _LOG.error("Looking at the folder failed: %s\n%s", type(error).__name__, places)
                stopped.wait(WATCH_SECONDS)

    def _stamps(self) -> _Seen:
        stamps: _Seen = {}
        for file in sorted(yaml_files(self.folder)):
            try:
                told = file.stat()
            except FileNotFoundError:  # an editor is replacing it: seen at the next look
                continue
            stamps[file.relative_to(self.folder).as_posix()] = (told.st_mtime_ns, told.st_size)
        return stamps

    def _told(self, problem: Problem) -> Json:
        return {
            "file": problem.place.file,
            "line": problem.place.line,
            "column": problem.place.column,
            "severity": problem.severity.value,
            "what": problem.what,
            "found": problem.found,
            "cure": problem.cure,
            "text": self._line(problem.place.file, problem.place.line),
        }

    def _line(self, name: str, number: int) -> str:
        """The line as it stands in the file, "" if there is none."""
        file = (self.folder / name).resolve()
        if not file.is_relative_to(self.folder.resolve()) or not file.is_file():
            return ""
        lines = file.read_text(encoding="utf-8", errors="replace").splitlines()
        return lines[number - 1] if 0 < number <= len(lines) else ""
