"""The tables. They hold ids and times, never a word that a person typed.

Migrations make them (`bot/store/migrations`); a test compares the two.
"""

from datetime import UTC, datetime

from sqlalchemy import (
    Boolean,
    Column,
    DateTime,
    Dialect,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
)
from sqlalchemy.types import TypeDecorator

metadata = MetaData(
    naming_convention={"ix": "ix_%(column_0_label)s", "pk": "pk_%(table_name)s"},
)


class Moment(TypeDecorator[datetime]):
    """An aware moment. SQLite keeps no time zone, so all are turned into UTC on the way in."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Turn into UTC; a moment without a zone is a mistake of the caller."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs a time zone")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give back an aware moment in UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


deliveries = Table(
    "deliveries",
    metadata,
    Column("id", Text, primary_key=True),
    Column("claimed_at", Moment, nullable=False),
    Column("finished_at", Moment),
    Index("ix_deliveries_claimed_at", "claimed_at"),
)

conversations = Table(
    "conversations",
    metadata,
    Column("id", Text, primary_key=True),
    Column("choices", Text, nullable=False),
    Column("entry", Text),
    Column("said_at", Moment, nullable=False),
    Index("ix_conversations_said_at", "said_at"),
)

progress = Table(
    "progress",
    metadata,
    Column("person", Text, primary_key=True),
    Column("checklist", Text, primary_key=True),
    Column("data", Text, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("delivery", Text, nullable=False),
    Column("kept_at", Moment, nullable=False),
    Column("channel", Text),
    Column("thread", Text),
    Column("message", Text),
    Column("asks", Text),
)

reminders = Table(
    "reminders",
    metadata,
    Column("person", Text, primary_key=True),
    Column("checklist", Text, primary_key=True),
    Column("step", Text, primary_key=True),
    Column("due_at", Moment, nullable=False),
    Column("paused", Boolean, nullable=False),
    Column("channel", Text, nullable=False),
    Column("message", Text, nullable=False),
)
