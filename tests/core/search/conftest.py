"""Fixtures of search indexes only, in an encrypted file and on a server.

Tests with `session` run on both.
"""

import secrets
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
import sqlcipher3.dbapi2
from sqlalchemy import create_engine
from sqlalchemy.orm import Session
from sqlalchemy.pool import StaticPool

from outreach_app.actors import Actor
from outreach_app.database import Database, SessionState, StoreSession
from outreach_app.migrations.run import migrate
from outreach_app.search.index import CREATE_INDEXES
from tests.servers import Server

KEY = secrets.token_hex(32)


@pytest.fixture(scope="session")
def database_of_words(server: Server) -> Iterator[Database]:
    """Return a database with the tables of a new store, and nothing in them."""
    with closing(Database(server.address(server.new_database()), bytes(32))) as database:
        migrate(database)
        yield database


@pytest.fixture(params=["file", "server"])
def session(request: pytest.FixtureRequest) -> Session:
    """Yield a session with empty indexes; it is never committed."""
    session: Session = request.getfixturevalue(f"session_on_{request.param}")
    return session


@pytest.fixture
def session_on_server(database_of_words: Database) -> Iterator[StoreSession]:
    with StoreSession(database_of_words.engine, SessionState(Actor.PROGRAM)) as session:
        yield session


@pytest.fixture
def session_on_file(tmp_path: Path) -> Iterator[StoreSession]:
    def connect() -> sqlcipher3.dbapi2.Connection:
        connection = sqlcipher3.dbapi2.connect(tmp_path / "store.db")
        connection.execute(f"PRAGMA key = \"x'{KEY}'\"")
        return connection

    engine = create_engine(
        "sqlite://", module=sqlcipher3.dbapi2, creator=connect, poolclass=StaticPool
    )
    with engine.begin() as connection:
        for statement in CREATE_INDEXES:
            connection.exec_driver_sql(statement)
    with StoreSession(engine, SessionState(Actor.PROGRAM)) as session:
        yield session
    engine.dispose()
