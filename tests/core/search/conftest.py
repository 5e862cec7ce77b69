"""An encrypted store that holds the search indexes and nothing else."""

import secrets
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlcipher3.dbapi2
from sqlalchemy import create_engine
from sqlalchemy.orm import Session
from sqlalchemy.pool import StaticPool

from outreach_app.search.index import CREATE_INDEXES

KEY = secrets.token_hex(32)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
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
    with Session(engine) as session:
        yield session
    engine.dispose()
