"""What must survive a restart: SQLite by default, PostgreSQL by its URL; one schema for both."""

from bot.store.conversations import StoredConversations
from bot.store.deliveries import StoredDeliveries
from bot.store.engine import database_answers, engine, sqlalchemy_url
from bot.store.people import StoredPeople
from bot.store.purge import forget_everything
from bot.store.schema import schema_is_current, schema_is_newer, upgrade

__all__ = [
    "StoredConversations",
    "StoredDeliveries",
    "StoredPeople",
    "database_answers",
    "engine",
    "forget_everything",
    "schema_is_current",
    "schema_is_newer",
    "sqlalchemy_url",
    "upgrade",
]
