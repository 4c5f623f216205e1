"""What survives a restart besides the database: learned matchers, and the last good folder.

All of it is a saving of time or a safety net, so a disk that cannot be written is no error.
"""

import hashlib
import io
import json
import logging
import os
import tempfile
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import fields
from pathlib import Path

from bot.matching import FORMAT, Lesson, Matcher, UnreadableArchive, Words

_LOG = logging.getLogger(__name__)
_LAST_GOOD = "last-good.zip"
_LEARNED_KEPT = 3
_OWED = "all-clear-owed"
_SPOILED = (zipfile.BadZipFile, zlib.error, OSError, ValueError, RuntimeError, EOFError)
"""What zipfile raises for a damaged archive: a single bit stands for "encrypted" or "packed"."""


class Shelf:
    """A folder of such files; without one, nothing is kept."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._told = False
        self._owed = False

    def learned(self, key: str) -> Matcher | None:
        """The matcher kept under a key of `learned_key`, if it is there and whole."""
        raw = self._read(_learned_name(key))
        if raw is None:
            return None
        try:
            return Matcher.from_bytes(raw)
        except (UnreadableArchive, ValueError, LookupError, TypeError, AttributeError):
            return None  # of another version's shape, perhaps: learning anew is the cure

    def keep_learned(self, key: str, matcher: Matcher) -> None:
        """Keep a matcher, and forget the oldest ones."""
        self._write(_learned_name(key), matcher.to_bytes())
        if self._folder is not None:
            with suppress(OSError):
                kept = sorted(self._folder.glob("learned-*.bin"), key=lambda it: it.stat().st_mtime)
                for old in kept[:-_LEARNED_KEPT]:
                    old.unlink()

    def last_good(self) -> dict[str, bytes] | None:
        """The files of the last folder that was served, by their path in it."""
        raw = self._read(_LAST_GOOD)
        if raw is None:
            return None
        try:
            with zipfile.ZipFile(io.BytesIO(raw)) as archive:
                return {name: archive.read(name) for name in archive.namelist()}
        except _SPOILED:
            return None

    def keep_last_good(self, contents: Mapping[str, bytes]) -> None:
        """Keep the files of a folder that is being served."""
        raw = io.BytesIO()
        with zipfile.ZipFile(raw, "w") as archive:
            for name in sorted(contents):
                archive.writestr(zipfile.ZipInfo(name), contents[name])
        self._write(_LAST_GOOD, raw.getvalue())

    def first_to_tell(self, version: str) -> bool:
        """Whether no process has told of this broken version yet. Where unknown, True."""
        if self._folder is None:
            return True
        try:
            (self._folder / f"told-{version}").open("x").close()
        except FileExistsError:
            return False
        except OSError as error:
            self._tell(error)
        return True

    def forget_told(self) -> None:
        """A good version came: the next broken one is told, even if it is an old one again."""
        if self._folder is not None:
            for told in self._folder.glob("told-*"):
                with suppress(OSError):
                    told.unlink()

    def owe_all_clear(self) -> None:
        """Clerks were told of a broken folder: they are to be told when it has healed."""
        try:
            if self._folder is None:
                raise OSError("no folder to keep it in")
            (self._folder / _OWED).touch()
        except OSError:
            self._owed = True  # this process told them, and remembers it alone

    def settle_all_clear(self) -> bool:
        """Whether clerks are still to be told that all is well. Of all processes one gets True."""
        owed, self._owed = self._owed, False
        if self._folder is not None:
            with suppress(OSError):
                (self._folder / _OWED).unlink()  # it can be deleted once
                return True
        return owed

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Let one process at a time learn; the others then find it learned."""
        with self._lock_file() as descriptor:
            if descriptor is not None:
                with suppress(ImportError, OSError):
                    import fcntl  # not on every system

                    fcntl.flock(descriptor, fcntl.LOCK_EX)
            yield

    @contextmanager
    def _lock_file(self) -> Iterator[int | None]:
        """Closing the file gives the lock back, even when the process dies."""
        if self._folder is None:
            yield None
            return
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            descriptor = os.open(self._folder / "lock", os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            self._tell(error)
            yield None
            return
        try:
            yield descriptor
        finally:
            os.close(descriptor)

    def _read(self, name: str) -> bytes | None:
        if self._folder is None:
            return None
        try:
            return (self._folder / name).read_bytes()
        except OSError:
            return None

    def _write(self, name: str, raw: bytes) -> None:
        """Write whole or not at all: another process may be reading."""
        if self._folder is None:
            return
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            handle, part = tempfile.mkstemp(dir=self._folder, prefix="part-")
            with os.fdopen(handle, "wb") as file:
                file.write(raw)
            os.replace(part, self._folder / name)
        except OSError as error:
            self._tell(error)

    def _tell(self, error: OSError) -> None:
        if not self._told:
            self._told = True
            _LOG.warning("Nothing can be kept in %s: %s", self._folder, error.strerror)


def learned_key(lessons: Sequence[Lesson], words: Words) -> str:
    """Equal for equal teaching: everything a matcher depends on, its algorithm included."""
    taught = [[getattr(each, field.name) for field in fields(Lesson)] for each in lessons]
    text = json.dumps((FORMAT, taught, sorted(words.read_as.items()), words.same))
    return hashlib.sha256(text.encode()).hexdigest()[:20]


def _learned_name(key: str) -> str:
    return f"learned-{key}.bin"
