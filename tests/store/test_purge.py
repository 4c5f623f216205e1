"""A database that only stands in for one can be emptied."""

from datetime import UTC, datetime

from sqlalchemy import Engine, func, select

from bot.helpdesk import Claim
from bot.store import StoredDeliveries, forget_everything
from bot.store.tables import metadata

NOW = datetime(2026, 11, 25, 18, tzinfo=UTC)


def test_everything_can_be_forgotten(database: Engine) -> None:
    """No table keeps a row, and the schema stays."""
    deliveries = StoredDeliveries(database)
    assert deliveries.claim("event-1", NOW) is Claim.OURS
    forget_everything(database)
    with database.connect() as connection:
        counts = [
            connection.scalar(select(func.count()).select_from(table))
            for table in metadata.sorted_tables
        ]
    assert counts == [0] * len(counts)
    assert deliveries.claim("event-1", NOW) is Claim.OURS
