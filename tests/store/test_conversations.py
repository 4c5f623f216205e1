"""The last turn of each conversation is kept for a day."""

from datetime import UTC, datetime, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, func, select

from bot.helpdesk import Turn
from bot.store import StoredConversations
from bot.store.conversations import LEANED_ON_FOR
from bot.store.tables import conversations

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
SECOND = timedelta(seconds=1)
ids = st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True)


def test_a_conversation_begins_with_nothing(database: Engine) -> None:
    """There is no turn before the first."""
    assert StoredConversations(database).last_turn("T:D:1:U", NOON) is None


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(choices=st.lists(ids, max_size=3).map(tuple), entry=st.none() | ids)
def test_a_turn_comes_back_as_it_was(
    database: Engine, choices: tuple[str, ...], entry: str | None
) -> None:
    """What is remembered is what is read, whatever it replaces."""
    store = StoredConversations(database)
    turn = Turn(choices, entry)
    store.remember("T:D:1:U", turn, NOON)

    assert store.last_turn("T:D:1:U", NOON) == turn


def test_conversations_are_apart(database: Engine) -> None:
    """Another thread or another person has another turn."""
    store = StoredConversations(database)
    store.remember("T:D:1:U", Turn(entry="a"), NOON)
    store.remember("T:D:2:U", Turn(entry="b"), NOON)

    assert store.last_turn("T:D:1:U", NOON) == Turn(entry="a")


def test_an_old_turn_is_not_leaned_on(database: Engine) -> None:
    """A turn counts until it is a day old."""
    store = StoredConversations(database)
    store.remember("T:D:1:U", Turn(("a", "b")), NOON)

    assert store.last_turn("T:D:1:U", NOON + LEANED_ON_FOR - SECOND) is not None
    assert store.last_turn("T:D:1:U", NOON + LEANED_ON_FOR) is None


def test_old_turns_are_deleted(database: Engine) -> None:
    """Nothing of an old conversation stays in the database."""
    store = StoredConversations(database)
    store.remember("T:D:1:U", Turn(entry="a"), NOON)
    store.remember("T:D:2:U", Turn(entry="b"), NOON + LEANED_ON_FOR + SECOND)

    with database.connect() as connection:
        count = select(func.count()).select_from(conversations)
        assert connection.execute(count).scalar_one() == 1
