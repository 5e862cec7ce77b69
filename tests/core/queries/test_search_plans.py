"""A search reads what it shows, from indexes."""

from outreach_app.database import Database
from outreach_app.queries.search_results import search_everything, search_headquarters
from tests import makers
from tests.plans import asked, planned, tables_read_whole
from tests.servers import ON_A_FILE


def test_a_search_of_the_country_reads_no_growing_table_whole(database: Database) -> None:
    makers.write_meeting(database)

    def search() -> None:
        with database.read() as session:
            assert search_headquarters(session, "المؤسسات التعليمية").rows

    assert tables_read_whole(database, asked(database, search)) == set()


@ON_A_FILE
def test_the_start_of_a_telephone_is_read_from_an_index(database: Database) -> None:
    partner = makers.write_partner(database)

    def search() -> None:
        with database.read() as session:
            assert [row.uid for row in search_everything(session, "05 22").rows] == [partner]

    steps = {step for plan in planned(database, search).values() for step in plan}
    whole = [
        step for step in steps if step.split()[:2] in (["SCAN", "partners"], ["SCAN", "identities"])
    ]
    assert whole == []
    assert [step for step in steps if "ix_partners_phone" in step]
