"""Bring a store to this version's schema: forward only, checked before it is kept."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from outreach_app.database import Database
from outreach_app.errors import Locked
from outreach_app.i18n import gettext as _


def needs_migration(database: Database) -> bool:
    """Whether the schema is behind this program's. Raises Locked (`newer_version`) where ahead."""
    with database.read() as session:
        revision = MigrationContext.configure(session.connection()).get_current_revision()
    scripts = ScriptDirectory.from_config(_config())
    known = {script.revision for script in scripts.walk_revisions()}
    if revision is not None and revision not in known:
        message = _(
            "This store was made by a newer version of the program."
            " Install that version, then open it again."
        )
        raise Locked(message, code="newer_version")
    return revision != scripts.get_current_head()


def migrate(database: Database) -> None:
    """Run every migration the store lacks, in one transaction."""
    with database.rebuild() as connection:
        before = _counts(connection)
        config = _config()
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        after = _counts(connection)
        lost = [name for name, count in before.items() if after.get(name) != count]
        if lost:
            raise RuntimeError(f"the migration changed the number of rows of {', '.join(lost)}")


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent))
    return config


def _counts(connection: Connection) -> dict[str, int]:
    tables = connection.exec_driver_sql(
        "SELECT name FROM sqlite_master WHERE type = 'table'"
        " AND substr(name, 1, 7) <> 'search_' AND name <> 'alembic_version'"
    ).scalars()
    return {
        name: connection.exec_driver_sql(f'SELECT count(*) FROM "{name}"').scalar_one()  # noqa: S608
        for name in tables.all()
    }
