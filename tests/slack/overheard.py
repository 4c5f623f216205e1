"""A stand-in Slack that notes what people type, to look for it where it must not be."""

import logging
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from bot.sandbox import Exchange, Posted, Slack
from bot.sandbox.views import View
from bot.slack.tokens import plain

_LEAST_WORDS = 2
"""A single word may be the id of an entry or of a step, which logs and tables may hold."""


class Overheard(Slack):
    """Notes each message, command and field of a window, of more than a word."""

    def __init__(self, manifest: dict[str, Any]) -> None:
        super().__init__(manifest=manifest)
        self.typed: set[str] = set()

    def say(self, channel: str, text: str, *rest: Any, **overrides: Any) -> Exchange:
        """Note it, and post it."""
        self._note(text)
        return super().say(channel, text, *rest, **overrides)

    def edit(self, message: Posted | str, text: str) -> Exchange:
        """Note it, and change the message."""
        self._note(text)
        return super().edit(message, text)

    def command(self, name: str, text: str = "", *rest: Any, **others: Any) -> Exchange:
        """Note it, and type the command."""
        self._note(text)
        return super().command(name, text, *rest, **others)

    def fill(self, view: View, values: Mapping[str, Any]) -> None:
        """Note what is typed, and type it into the view."""
        for value in values.values():
            for text in value.values() if isinstance(value, Mapping) else (value,):
                self._note(text if isinstance(text, str) else "")
        super().fill(view, values)

    def _note(self, text: str) -> None:
        words = " ".join(plain(text).split()).casefold()
        if len(words.split()) >= _LEAST_WORDS:
            self.typed.add(words)


class _Kept(logging.Handler):
    """Every record of every logger, as text."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        if record.name.startswith("websockets.server"):  # the stand-in Slack's own end of the line
            return
        self.lines.append(f"{record.name} {record.getMessage()} {record.exc_text} {record.args}")


@contextmanager
def nothing_typed_is_kept(slack: Overheard, folder: Path) -> Iterator[None]:
    """Fails at the end when a log, at its noisiest, or a database of the folder holds any of it."""
    handler, root = _Kept(), logging.getLogger()
    before = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    try:
        yield
    finally:
        root.removeHandler(handler)
        root.setLevel(before)
    kept = [" ".join(line.split()).casefold() for line in (*handler.lines, *_rows(folder))]
    assert [(words, line) for words in slack.typed for line in kept if words in line] == []


def _rows(folder: Path) -> Iterator[str]:
    for path in folder.rglob("*.db"):
        with closing(sqlite3.connect(path)) as database:
            tables = database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
            for (table,) in tables.fetchall():
                for row in database.execute(f'SELECT * FROM "{table}"'):
                    yield f"{table} {row}"
