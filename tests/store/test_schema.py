"""The migrations make exactly the tables that the program uses."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, text

from bot.store import engine, schema, schema_is_current, schema_is_newer, upgrade
from bot.store.schema import known_revisions
from bot.store.tables import metadata


def test_migrations_and_tables_agree(database: Engine) -> None:
    """Alembic finds no difference between the migrated database and the tables."""
    with database.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})

        assert compare_metadata(context, metadata) == []


def test_the_revisions_are_those_that_alembic_finds() -> None:
    """What file names tell at a start is what Alembic reads in the migrations."""
    scripts = ScriptDirectory(str(Path(schema.__file__).parent / "migrations"))

    assert known_revisions() == {each.revision for each in scripts.walk_revisions()}
    assert max(known_revisions()) == scripts.get_current_head()


def test_a_new_database_is_not_current_until_upgraded(empty_url: str) -> None:
    """The schema can be asked about before and after."""
    database = engine(empty_url)

    assert not schema_is_current(database)
    upgrade(empty_url)
    assert schema_is_current(database)
    database.dispose()


def test_upgrading_twice_changes_nothing(database: Engine, url: str) -> None:
    """What is stored survives an upgrade that has nothing to do."""
    with database.begin() as connection:
        row = "INSERT INTO conversations VALUES ('T:D:1:U', '[]', NULL, '2026-03-02 12:00:00')"
        connection.execute(text(row))
    upgrade(url)
    with database.connect() as connection:
        assert len(connection.execute(text("SELECT id FROM conversations")).all()) == 1


def test_several_processes_may_upgrade_at_once(empty_url: str) -> None:
    """Workers that start together wait for each other."""
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(upgrade, [empty_url] * 4))

    database = engine(empty_url)
    assert schema_is_current(database)
    database.dispose()


def test_a_database_of_a_newer_program_is_told_apart(database: Engine) -> None:
    """A revision that this program does not know is newer, and is neither current nor older."""
    assert not schema_is_newer(database)
    with database.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))

    assert schema_is_newer(database)
    assert not schema_is_current(database)
