"""Bring a store to this version's schema: forward only, checked before it is kept."""

from pathlib import Path

from sqlalchemy import Connection

from outreach_app.database import Database
from outreach_app.errors import Locked
from outreach_app.i18n import gettext as _

_SCRIPTS = Path(__file__).parent


def needs_migration(database: Database) -> bool:
    """Whether the schema is behind this program's. Raises Locked (`newer_version`) where ahead.

    Alembic is not asked: it would load every migration each time that a store is opened.
    """
    revisions = sorted(path.name[1:5] for path in _SCRIPTS.glob("versions/m*.py"))
    with database.read() as session:
        revision = _revision(session.connection())
    if revision is not None and revision not in revisions:
        message = _(
            "This store was made by a newer version of the program."
            " Install that version, then open it again."
        )
        raise Locked(message, code="newer_version")
    return revision != revisions[-1]


def migrate(database: Database) -> None:
    """Run every migration the store lacks, in one transaction."""
    from alembic import command  # noqa: PLC0415  slow to load, and most stores lack none
    from alembic.config import Config  # noqa: PLC0415

    with database.rebuild() as connection:
        before = _counts(connection)
        config = Config()
        config.set_main_option("script_location", str(_SCRIPTS))
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        after = _counts(connection)
        lost = [name for name, count in before.items() if after.get(name) != count]
        if lost:
            raise RuntimeError(f"the migration changed the number of rows of {', '.join(lost)}")


def _revision(connection: Connection) -> str | None:
    """Return the revision of a store's schema; None for an empty file."""
    if not connection.dialect.has_table(connection, "alembic_version"):
        return None
    read = "SELECT version_num FROM alembic_version"
    revision: str | None = connection.exec_driver_sql(read).scalar()
    return revision


def _counts(connection: Connection) -> dict[str, int]:
    tables = connection.exec_driver_sql(
        "SELECT name FROM sqlite_master WHERE type = 'table'"
        " AND substr(name, 1, 7) <> 'search_' AND name <> 'alembic_version'"
    ).scalars()
    return {
        name: connection.exec_driver_sql(f'SELECT count(*) FROM "{name}"').scalar_one()  # noqa: S608
        for name in tables.all()
    }
