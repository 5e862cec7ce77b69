"""A search reads what it shows, from indexes."""

from outreach_app.database import Database
from outreach_app.queries.search_results import search_headquarters
from tests import makers
from tests.plans import asked, tables_read_whole


def test_a_search_of_the_country_reads_no_growing_table_whole(database: Database) -> None:
    makers.write_meeting(database)

    def search() -> None:
        with database.read() as session:
            assert search_headquarters(session, "المؤسسات التعليمية").rows

    assert tables_read_whole(database, asked(database, search)) == set()
