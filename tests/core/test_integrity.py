"""The checks of a store: to the end of a long journal, and word for word in the index."""

from sqlalchemy import text

from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.integrity import check_store
from outreach_app.search import index
from outreach_app.search.index import Document, Found, FoundKind
from outreach_app.services.partners import register_partner
from tests import makers


def test_a_long_journal_is_checked_to_its_end(database: Database) -> None:
    with database.write(Actor.CHIEF) as session:
        for number in range(1100):
            register_partner(session, makers.partner_draft(name_ar=f"جمعية {number}"))
    checks = {check.name: check for check in check_store(database)}
    assert all(check.is_sound for check in checks.values())
    assert checks["fold"].detail == "1101"


def test_a_document_that_says_something_else_is_told(database: Database) -> None:
    partner = makers.write_partner(database, name_ar=None, name_fr="Association Lalla")
    makers.write_person(database, partner)
    makers.write_meeting(database)
    checks = {check.name: check for check in check_store(database)}
    assert checks["search"].detail == "3"
    with database.write(Actor.PROGRAM) as session:
        found = Found(FoundKind.PARTNER, 1)
        index.put(session, [Document(found, "former words", "Association Lalla")])
        index.remove(session, [Found(FoundKind.MEETING, 1)])
        index.put(session, [Document(Found(FoundKind.PERSON, 7), "", "Nobody")])
        session.execute(text("UPDATE people SET capacity_fr = 'Présidente'"))
    checks = {check.name: check for check in check_store(database)}
    assert checks["search"].detail == "meeting 1; partner 1; person 1; person 7"
