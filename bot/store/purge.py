"""Forgetting: rows past their time are deleted about once an hour, by whoever writes next."""

from datetime import datetime, timedelta
from threading import Lock

from sqlalchemy import Column, Engine, Table, delete

from bot.store.tables import metadata

EVERY = timedelta(hours=1)


def forget_everything(engine: Engine) -> None:
    """Delete every row: for a database that only stands in for one."""
    with engine.begin() as connection:
        for table in reversed(metadata.sorted_tables):
            connection.execute(delete(table))


class Purge:
    """Deletes the rows of one table whose moment lies further back than `kept_for`."""

    def __init__(
        self, engine: Engine, table: Table, moment: Column[datetime], kept_for: timedelta
    ) -> None:
        self._engine = engine
        self._table = table
        self._moment = moment
        self._kept_for = kept_for
        self._last: datetime | None = None
        self._lock = Lock()

    def when_due(self, now: datetime) -> None:
        """Purge, unless this process did so less than an hour ago."""
        with self._lock:
            if self._last is not None and now - self._last < EVERY:
                return
            self._last = now
        with self._engine.begin() as connection:
            connection.execute(delete(self._table).where(self._moment < now - self._kept_for))
