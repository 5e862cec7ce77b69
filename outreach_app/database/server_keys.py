"""The shared data of a store on a server: the key file, and the owner of its tables."""

from sqlalchemy import Connection

from outreach_app.database.store import Database

_IS_THERE = "SELECT to_regclass('server_keys') IS NOT NULL"
_CONTENT = "SELECT content FROM server_keys"


def owns_tables(database: Database) -> bool:
    """Return whether the address's role can change the tables."""
    owns = "SELECT pg_has_role(relowner, 'USAGE') FROM pg_class WHERE oid = ?::regclass"
    with database.read() as session:
        return bool(session.connection().exec_driver_sql(owns, ("server_state",)).scalar())


def read_keys(database: Database) -> bytes | None:
    """Return the key file in the database; None if its schema is an earlier one."""
    with database.read() as session:
        connection = session.connection()
        if not connection.exec_driver_sql(_IS_THERE).scalar():
            return None
        content: bytes | None = connection.exec_driver_sql(_CONTENT).scalar()
        return content


def write_keys(connection: Connection, content: bytes) -> None:
    """Store a key file, in the transaction that it was changed for."""
    if not connection.exec_driver_sql(_IS_THERE).scalar():
        return
    change = "UPDATE server_keys SET content = ?"
    if not connection.exec_driver_sql(change, (content,)).rowcount:
        connection.exec_driver_sql("INSERT INTO server_keys VALUES (?)", (content,))
