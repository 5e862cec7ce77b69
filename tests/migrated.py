"""New stores without running the migrations, the slowest part of creating one."""

from collections.abc import Iterator
from contextlib import contextmanager
from unittest.mock import patch

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

# The statements of a schema, without the tables that SQLite creates for an index.
_MADE = """
SELECT sql FROM sqlite_master
WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite|_%' ESCAPE '|'
AND name NOT IN (SELECT name FROM pragma_table_list WHERE type = 'shadow')
ORDER BY type <> 'table', rowid"""


@contextmanager
def migrated_once() -> Iterator[None]:
    """Create the schema of later stores from that of the first, statement by statement."""
    upgrade = command.upgrade
    made: list[str] = []

    def upgraded(config: Config, revision: str) -> None:
        connection: Connection = config.attributes["connection"]
        if connection.dialect.name != "sqlite":
            upgrade(config, revision)
            return
        if made and connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar() == 0:
            for statement in made:
                connection.exec_driver_sql(statement)
            return
        upgrade(config, revision)
        made[:] = connection.exec_driver_sql(_MADE).scalars()
        last = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
        made.append(f"INSERT INTO alembic_version VALUES ('{last}')")  # noqa: S608  a number

    with patch.object(command, "upgrade", upgraded):
        yield
