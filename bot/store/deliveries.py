"""Each delivery is worked on once, however many processes see it: the claims."""

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Connection, Engine, and_, delete, select, update

from bot.helpdesk import Claim
from bot.store.engine import insert
from bot.store.purge import Purge
from bot.store.tables import deliveries

LAPSES_AFTER = timedelta(seconds=45)
"""A claim older than this belongs to a process that died. Longer than two tries of a call to Slack
take (10 s each), and less than the minute after which Slack sends an event a third time."""

KEPT_FOR = timedelta(hours=48)
"""Slack's last late delivery comes 24 hours after the first, with "Delayed Events" on."""


class StoredDeliveries:
    """The `Deliveries` of the help desk's ports, kept in the database."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._purge = Purge(engine, deliveries, deliveries.c.claimed_at, KEPT_FOR)

    def claim(self, delivery: str, now: datetime) -> Claim:
        """Take a delivery. One statement decides, so two processes cannot both take it."""
        with self._engine.begin() as connection:
            if _take(connection, delivery, now):
                return Claim.OURS
            finished = select(deliveries.c.finished_at).where(deliveries.c.id == delivery)
            done = connection.execute(finished).scalar_one_or_none() is not None
        return Claim.DONE if done else Claim.IN_PROGRESS

    def finish(self, delivery: str, now: datetime) -> None:
        """Say that the delivery was answered; also the moment to forget old ones."""
        with self._engine.begin() as connection:
            it = deliveries.c.id == delivery
            connection.execute(update(deliveries).where(it).values(finished_at=now))
        self._purge.when_due(now)

    def release(self, delivery: str) -> None:
        """Give a delivery back, unless it was answered."""
        unfinished = and_(deliveries.c.id == delivery, deliveries.c.finished_at.is_(None))
        with self._engine.begin() as connection:
            connection.execute(delete(deliveries).where(unfinished))


def _take(connection: Connection, delivery: str, now: datetime) -> bool:
    """Insert the claim, or take over one that lapsed; whether either was done."""
    new = insert(connection, deliveries).values(id=delivery, claimed_at=now)
    statement = new.on_conflict_do_update(
        index_elements=[deliveries.c.id],
        set_={"claimed_at": new.excluded.claimed_at},
        where=_lapsed(now),
    ).returning(deliveries.c.id)
    return connection.execute(statement).first() is not None


def _lapsed(now: datetime) -> ColumnElement[bool]:
    old = deliveries.c.claimed_at <= now - LAPSES_AFTER
    return and_(deliveries.c.finished_at.is_(None), old)
