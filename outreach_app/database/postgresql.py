"""A store in a PostgreSQL database, for several people at once.

One transaction writes at a time, as in a file: the numbers of records and events, the journal's
chain and the search index work as they do there. Readers wait for nobody.
"""

import hmac
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, ExecutionContext, create_engine, event
from sqlalchemy.engine.interfaces import DBAPICursor

from outreach_app.database.address import ServerAddress, kept_on_server
from outreach_app.database.medium import WRITES
from outreach_app.database.postgresql_refusals import problem_of
from outreach_app.database.postgresql_words import speak_as_sqlite
from outreach_app.errors import NotAllowed, StoreFailed
from outreach_app.i18n import gettext as _
from outreach_app.store_problems import StoreProblem

_LOCK = 0x6F75747265616368  # "outreach": a writer holds it until the end of the transaction
_PATIENCE = "30s"
_PURPOSE = b"outreach server 1\n"
_MARK = re.compile(r"\?(\d*)")


class StoreServer:
    """A database whose single row of state identifies its data key."""

    def __init__(self, address: ServerAddress, key: bytes) -> None:
        self._address = address
        self._key = key
        self._own_changes = 0
        self._was_reached = False
        self._schema: str | None = None
        self._engine = self._connected()

    @property
    def key(self) -> bytes:
        """The data key."""
        return self._key

    def make_engine(self) -> Engine:
        """Return an engine; a writing transaction waits for the one before it to end."""
        return self._engine

    def _connected(self) -> Engine:
        connecting: dict[str, object] = {"application_name": "outreach", "connect_timeout": 10}
        if self._address.password is not None:  # not in the address, which errors may repeat
            connecting["password"] = self._address.password
        try:
            engine = create_engine(
                self._address.url,
                pool_pre_ping=True,  # the server may have been restarted
                connect_args=connecting,
            )
        except ModuleNotFoundError as error:
            message = _(
                "This program was installed without server support. Install it with its "
                "postgresql extra, as docs/server.md describes."
            )
            raise NotAllowed(message, code="no_postgresql") from error
        speak_as_sqlite(engine)
        event.listen(engine, "first_connect", self._note_reached)
        event.listen(engine, "begin", self._begin)
        event.listen(engine, "commit", self._count)
        event.listen(engine, "before_cursor_execute", _marked, retval=True)
        return engine

    @contextmanager
    def rebuilding(self, connection: Connection) -> Iterator[None]:
        """Change nothing: the server can change its tables while references are checked."""
        yield

    def finish_rebuild(self, connection: Connection) -> None:
        """Make references deferrable to the end of a transaction."""
        self._schema = _schema_of(connection)
        undeferred = (
            "SELECT conrelid::regclass::text, quote_ident(conname) FROM pg_constraint"
            " WHERE contype = 'f' AND NOT condeferrable"
            " AND connamespace = current_schema()::regnamespace"
        )
        for table, name in connection.exec_driver_sql(undeferred).all():
            connection.exec_driver_sql(f"ALTER TABLE {table} ALTER CONSTRAINT {name} DEFERRABLE")

    def data_version(self) -> int:
        """Return the number of committed transactions that changed anything."""
        with self._engine.connect() as connection:
            return int(connection.exec_driver_sql("SELECT changes FROM server_state").scalar_one())

    def changes_by_others(self) -> int:
        """Return the number of those by other programs."""
        return self.data_version() - self._own_changes

    def checkpoint(self) -> bool:
        """Do nothing: the server writes out its log by itself."""
        return True

    def change_key(self, key: bytes) -> None:
        """Change the data key: key files with the former one no longer open this store."""
        with self._engine.execution_options(begin=WRITES).begin() as connection:
            self._key = key
            connection.exec_driver_sql("UPDATE server_state SET key_mark = ?", (self._mark(),))

    def copy_to(self, path: Path) -> None:
        """Raise NotAllowed (`kept_on_server`): the server's own tools back it up."""
        raise kept_on_server()

    def is_readable(self, connection: Connection) -> bool:
        """Return whether the database holds a store of this key."""
        is_there = "SELECT to_regclass('server_state') IS NOT NULL"
        if not connection.exec_driver_sql(is_there).scalar():
            return False
        self._schema = _schema_of(connection)
        mark: bytes = connection.exec_driver_sql("SELECT key_mark FROM server_state").scalar_one()
        return hmac.compare_digest(mark, self._mark())

    def damaged_pages(self) -> list[int]:
        """Return an empty list: a server with checksums checks its pages by itself."""
        return []

    def integrity(self, connection: Connection) -> str:
        """Return "ok", or the references and indexes that the server does not guarantee."""
        names = connection.exec_driver_sql(
            "SELECT conname::text FROM pg_constraint WHERE NOT convalidated UNION ALL"
            " SELECT indexrelid::regclass::text FROM pg_index WHERE NOT indisvalid"
        ).scalars()
        return "; ".join(names) or "ok"

    def problem(self, cause: BaseException | None) -> StoreProblem | None:
        """Return the server's problem behind an error, or that it does not answer.

        Nothing can have been changed on a server that never answered.
        """
        found = problem_of(cause)
        is_new = found is StoreProblem.NO_SERVER and not self._was_reached
        return StoreProblem.NOT_REACHED if is_new else found

    def close(self) -> None:
        """Do nothing: the engine holds all connections."""

    def _note_reached(self, *_connection: object) -> None:
        self._was_reached = True

    def _begin(self, connection: Connection) -> None:
        """Give readers one snapshot, and take the lock before a writer's first read.

        A newer version of the program may have changed the tables since the store was opened. This
        version would lose the new data, so it no longer writes.
        """
        if connection.get_execution_options().get("begin") != WRITES:
            connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
            return
        connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL READ COMMITTED")
        connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{_PATIENCE}'")
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_LOCK})")
        if self._schema is not None and _schema_of(connection) != self._schema:
            raise StoreFailed(StoreProblem.UPGRADED)

    def _count(self, connection: Connection) -> None:
        """Count a transaction that changed something for others, before it is committed."""
        options = connection.get_execution_options()
        if options.get("begin") == WRITES and options.get("is_for_others", True):
            counted = connection.exec_driver_sql(
                "UPDATE server_state SET changes = changes + 1"
                " WHERE pg_current_xact_id_if_assigned() IS NOT NULL"
            )
            self._own_changes += counted.rowcount

    def _mark(self) -> bytes:
        return hmac.digest(self._key, _PURPOSE, "sha256")


def _schema_of(connection: Connection) -> str | None:
    schema: str | None = connection.exec_driver_sql(
        "SELECT version_num FROM alembic_version"
    ).scalar()
    return schema


def _marked(
    _connection: Connection,
    _cursor: DBAPICursor,
    statement: str,
    parameters: Any,
    context: ExecutionContext | None,
    executemany: bool,
) -> tuple[str, Any]:
    """Translate the parameter marks of a statement that was written for SQLite's driver."""
    if context is None or getattr(context, "compiled", None) is not None or "?" not in statement:
        return statement, parameters
    text, is_numbered = _translated(statement)
    if not is_numbered:
        return text, parameters
    rows = [_numbered(row) for row in (parameters if executemany else [parameters])]
    return text, rows if executemany else rows[0]


@lru_cache
def _translated(statement: str) -> tuple[str, bool]:
    numbered = _MARK.search(statement)
    if numbered is not None and numbered[1]:
        return _MARK.sub(r"%(p\1)s", statement), True
    return statement.replace("?", "%s"), False


def _numbered(row: Sequence[object]) -> Mapping[str, object]:
    return {f"p{number}": value for number, value in enumerate(row, 1)}
