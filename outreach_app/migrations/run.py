"""Migration of a store to this version's schema: forward only, checked before it is kept."""

from pathlib import Path

from sqlalchemy import Connection, inspect

from outreach_app.database import Database
from outreach_app.errors import StoreFailed
from outreach_app.key_versions import newer_version
from outreach_app.migrations import server
from outreach_app.store_problems import StoreProblem

_SCRIPTS = Path(__file__).parent
# Tables that are derived from records, or hold none.
_NOT_COUNTED = ("search_", "month_totals", "alembic_version")


def needs_migration(database: Database) -> bool:
    """Return whether the schema is older than this program's.

    Raises Locked (`newer_version`), and StoreFailed (`altered_store`) if its version was removed.

    Alembic is not used: it would load every migration each time that a store is opened.
    """
    revisions = _revisions()
    with database.read() as session:
        revision = find_revision(session.connection())
        is_made = inspect(session.connection()).has_table("devices")
    if revision is None and is_made:
        raise StoreFailed(StoreProblem.ALTERED)
    if revision is not None and revision not in revisions:
        raise newer_version()
    return revision != revisions[-1]


def begin(database: Database) -> None:
    """Make the schema of a new store. Raises NotAllowed if its database is unsuitable.

    Until `finish` is called no key opens the database, and it can be made again.
    """
    if not database.is_on_server:
        migrate(database)
        return
    with database.rebuild() as connection:
        server.clear_unfinished(connection)
        server.create_tables(connection, _revisions()[-1])


def finish(database: Database) -> None:
    """Make a new store open with its key, once it is complete; a file does already."""
    if database.is_on_server:
        database.change_key(database.key)


def migrate(database: Database) -> None:
    """Run every migration the store lacks, in one transaction."""
    from alembic import command  # noqa: PLC0415  slow to load, and most stores lack none
    from alembic.config import Config  # noqa: PLC0415

    with database.rebuild() as connection:
        if database.is_on_server and find_revision(connection) is None:
            server.create_tables(connection, _revisions()[-1])
            return
        before = _counts(connection)
        config = Config()
        config.set_main_option("script_location", str(_SCRIPTS))
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        after = _counts(connection)
        lost = [name for name, count in before.items() if after.get(name) != count]
        if lost:
            raise RuntimeError(f"the migration changed the number of rows of {', '.join(lost)}")


def _revisions() -> list[str]:
    return sorted(path.name[1:5] for path in _SCRIPTS.glob("versions/m*.py"))


def find_revision(connection: Connection) -> str | None:
    """Return the revision of a store's schema; None for an empty file, or if it was removed."""
    if not connection.dialect.has_table(connection, "alembic_version"):
        return None
    read = "SELECT version_num FROM alembic_version"
    revision: str | None = connection.exec_driver_sql(read).scalar()
    return revision


def _counts(connection: Connection) -> dict[str, int]:
    tables = inspect(connection).get_table_names()
    kept = (name for name in tables if not name.startswith(_NOT_COUNTED))
    return {
        name: connection.exec_driver_sql(f'SELECT count(*) FROM "{name}"').scalar_one()  # noqa: S608
        for name in kept
    }
