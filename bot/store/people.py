"""What is kept about people: progress, where the guide asked last, reminders.

Two devices may press at once. Progress carries a revision, and is kept only over the revision it
was worked out from; who loses reads again and moves again.
"""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Engine, Row, and_, delete, func, select, update

from bot.checklist import Progress, as_data, from_data
from bot.helpdesk import Kept, Known, Place, Reminder, Scheduled
from bot.store.engine import insert
from bot.store.tables import conversations, progress, reminders


class StoredPeople:
    """The `People` of the help desk's ports, kept in the database."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def recall(self, who: str) -> Known:
        """Everything about somebody."""
        of_progress = (
            select(progress)
            .where(progress.c.person == who)
            .order_by(progress.c.kept_at.desc(), progress.c.checklist)
        )
        of_reminders = (
            select(reminders).where(reminders.c.person == who).order_by(reminders.c.due_at)
        )
        with self._engine.connect() as connection:
            kept = tuple(_kept(row) for row in connection.execute(of_progress))
            scheduled = tuple(_scheduled(row) for row in connection.execute(of_reminders))
        return Known(kept, scheduled)

    def keep(self, who: str, new: Progress, revision: int, delivery: str, now: datetime) -> bool:
        """Keep progress over the revision it was worked out from; False when that has passed."""
        values = {
            "data": json.dumps(as_data(new)),
            "revision": revision + 1,
            "delivery": delivery,
            "kept_at": now,
        }
        with self._engine.begin() as connection:
            if revision == 0:
                return _insert(connection, {**_key(who, new.checklist), **values})
            row = and_(_row(who, new.checklist), progress.c.revision == revision)
            return connection.execute(update(progress).where(row).values(values)).rowcount == 1

    def put(self, who: str, checklist: str, place: Place | None) -> None:
        """Keep where the guide asked last. Whoever comes last is right."""
        values = {
            "channel": place.channel if place else None,
            "thread": place.thread if place else None,
            "message": place.message if place else None,
            "asks": place.asks if place else None,
        }
        with self._engine.begin() as connection:
            connection.execute(update(progress).where(_row(who, checklist)).values(values))

    def schedule(self, who: str, scheduled: Scheduled) -> None:
        """Keep a reminder, in place of one of the same step."""
        it = scheduled.reminder
        key = {**_key(who, it.checklist), "step": it.step}
        values = {
            "due_at": it.due,
            "paused": it.paused,
            "channel": scheduled.channel,
            "message": scheduled.message,
        }
        with self._engine.begin() as connection:
            new = insert(connection, reminders).values({**key, **values})
            connection.execute(new.on_conflict_do_update(index_elements=list(key), set_=values))

    def unschedule(self, who: str, reminder: Reminder) -> None:
        """Keep a reminder no longer."""
        row = and_(
            reminders.c.person == who,
            reminders.c.checklist == reminder.checklist,
            reminders.c.step == reminder.step,
        )
        with self._engine.begin() as connection:
            connection.execute(delete(reminders).where(row))

    def conversations(self, who: str) -> int:
        """How many conversations with somebody are remembered."""
        count = select(func.count()).select_from(conversations).where(_theirs(who))
        with self._engine.connect() as connection:
            return int(connection.execute(count).scalar_one())

    def forget(self, who: str) -> None:
        """Delete everything about somebody, all of it or nothing."""
        with self._engine.begin() as connection:
            connection.execute(delete(progress).where(progress.c.person == who))
            connection.execute(delete(reminders).where(reminders.c.person == who))
            connection.execute(delete(conversations).where(_theirs(who)))


def _key(who: str, checklist: str) -> dict[str, str]:
    return {"person": who, "checklist": checklist}


def _row(who: str, checklist: str) -> ColumnElement[bool]:
    return and_(progress.c.person == who, progress.c.checklist == checklist)


def _theirs(who: str) -> ColumnElement[bool]:
    """A conversation's id begins with the team and ends with the user."""
    team, _, user = who.partition(":")
    return and_(
        conversations.c.id.startswith(f"{team}:", autoescape=True),
        conversations.c.id.endswith(f":{user}", autoescape=True),
    )


def _insert(connection: Connection, values: Mapping[str, Any]) -> bool:
    """Insert, unless somebody else has just done so; whether it was done."""
    new = insert(connection, progress).values(values).on_conflict_do_nothing()
    return connection.execute(new.returning(progress.c.person)).first() is not None


def _kept(row: Row[Any]) -> Kept:
    place = Place(row.channel, row.thread, row.message, row.asks) if row.message else None
    return Kept(from_data(json.loads(row.data)), row.revision, row.delivery, place)


def _scheduled(row: Row[Any]) -> Scheduled:
    reminder = Reminder(row.checklist, row.step, row.due_at, row.paused)
    return Scheduled(reminder, row.channel, row.message)
