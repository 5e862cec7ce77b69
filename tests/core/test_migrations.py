"""Migrations make exactly the tables of the models, and lose nothing."""

from datetime import date
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.operations import Operations
from alembic.script import ScriptDirectory
from sqlalchemy import Index, Table, text
from sqlalchemy.schema import CreateIndex

from outreach_app import migrations, month_totals
from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.integrity import check_store
from outreach_app.migrations.run import migrate, needs_migration
from outreach_app.migrations.versions import m0074_women_of_nobody
from outreach_app.models import Base, Meeting
from outreach_app.queries.month_totals import Total, read_totals
from outreach_app.queries.records import get_record
from outreach_app.rules.periods import Period
from outreach_app.search.index import CREATE_INDEXES
from tests import makers
from tests.servers import ON_A_FILE


@ON_A_FILE
@pytest.mark.filterwarnings("ignore:.*expression-based index")
def test_migrations_equal_the_models(database: Database) -> None:
    with database.read() as session:
        context = MigrationContext.configure(session.connection(), opts={"compare_type": True})
        found = compare_metadata(context, Base.metadata)
    differences = [change for change in found if not _is_search_table(change)]
    assert differences == []


@ON_A_FILE
def test_migrations_make_the_indexes_of_the_models(database: Database) -> None:
    """An index of an expression is not compared by Alembic."""
    with database.read() as session:
        made = session.scalars(text("SELECT sql FROM sqlite_master WHERE type = 'index'"))
        found = {_words(sql) for sql in made if sql is not None}
    indexes = (index for table in Base.metadata.tables.values() for index in table.indexes)
    for index in indexes:
        assert _words(str(CreateIndex(index).compile(dialect=database.engine.dialect))) in found


def _words(sql: str) -> str:
    return sql.replace('"', "").strip()


def test_every_migration_is_numbered_as_its_file() -> None:
    scripts = ScriptDirectory(str(Path(migrations.__file__).parent))
    for script in scripts.walk_revisions():
        assert Path(script.path).name.startswith(f"m{script.revision}_")


@ON_A_FILE
def test_the_search_index_is_made_as_the_search_wants_it(database: Database) -> None:
    with database.read() as session:
        made = session.scalars(text("SELECT sql FROM sqlite_master WHERE name LIKE 'search%'"))
        assert set(CREATE_INDEXES) <= set(made)


def test_a_new_store_needs_no_migration_and_an_empty_file_does(
    database: Database, tmp_path: Path
) -> None:
    assert not needs_migration(database)
    empty = Database(tmp_path / "empty.db", bytes(32))
    assert needs_migration(empty)
    migrate(empty)
    assert not needs_migration(empty)
    empty.close()


@ON_A_FILE
def test_a_record_without_its_parent_stops_a_migration(database: Database) -> None:
    orphan = text(
        "INSERT INTO partners (uid, version, is_deleted, office_id, category, is_active)"
        " VALUES (x'00', '1@x', 0, 99, 'pt.media', 1)"
    )
    with pytest.raises(RuntimeError), database.rebuild() as connection:
        connection.execute(orphan)
    with database.write(Actor.PROGRAM) as session:
        assert session.scalar(text("SELECT count(*) FROM partners")) == 0
        assert session.scalar(text("PRAGMA foreign_keys")) == 1


def test_women_of_an_earlier_version_whom_nobody_counted_among_people_are_unknown(
    database: Database,
) -> None:
    makers.write_meeting(database, headcount=20, women=5)
    of_nobody = makers.write_meeting(database, headcount=20, women=6)
    with database.write(Actor.CHIEF) as session:
        get_record(session, Meeting, of_nobody).headcount = None
    with (
        database.rebuild() as connection,
        Operations.context(MigrationContext.configure(connection)),
    ):
        m0074_women_of_nobody.upgrade()
    month_totals.complete(database)
    with database.read() as session:
        totals = read_totals(session, Period(date(2026, 10, 1), date(2026, 10, 31)), Total.WOMEN)
        assert [totals.number(Total.WOMEN, each) for each in totals.offices(Total.WOMEN)] == [5]
    assert all(check.is_sound for check in check_store(database))


def _is_search_table(change: object) -> bool:
    """Return whether it is a table of the search index, which has no model."""
    if not isinstance(change, tuple):
        return False
    table = change[1].table if isinstance(change[1], Index) else change[1]
    return (
        change[0] in ("remove_table", "remove_index")
        and isinstance(table, Table)
        and table.name.startswith("search_")
    )
