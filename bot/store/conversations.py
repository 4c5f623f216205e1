"""The desk's last turn in each conversation."""

import json
from datetime import datetime, timedelta

from sqlalchemy import Engine, select

from bot.helpdesk import Turn
from bot.store.engine import insert
from bot.store.purge import Purge
from bot.store.tables import conversations

LEANED_ON_FOR = timedelta(hours=24)
"""People come back to a thread after lunch or the next morning; a bare "2" a week later is more
likely to mean something else, and the choices may have changed by then."""


class StoredConversations:
    """The `Conversations` of the help desk's ports, kept in the database."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._purge = Purge(engine, conversations, conversations.c.said_at, LEANED_ON_FOR)

    def last_turn(self, conversation: str, now: datetime) -> Turn | None:
        """The last turn, unless it is older than a day."""
        recent = conversations.c.said_at > now - LEANED_ON_FOR
        statement = select(conversations.c.choices, conversations.c.entry).where(
            conversations.c.id == conversation, recent
        )
        with self._engine.connect() as connection:
            row = connection.execute(statement).first()
        return Turn(tuple(json.loads(row.choices)), row.entry) if row else None

    def remember(self, conversation: str, turn: Turn, now: datetime) -> None:
        """Keep a turn in place of the one before; also the moment to forget old ones."""
        values = {"choices": json.dumps(turn.choices), "entry": turn.entry, "said_at": now}
        with self._engine.begin() as connection:
            new = insert(connection, conversations).values(id=conversation, **values)
            connection.execute(new.on_conflict_do_update(index_elements=["id"], set_=values))
        self._purge.when_due(now)
