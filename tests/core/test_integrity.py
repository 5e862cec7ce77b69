"""The checks of a store that is longer than one portion of its journal."""

from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.integrity import check_store
from outreach_app.services.partners import register_partner
from tests import makers


def test_a_long_journal_is_checked_to_its_end(database: Database) -> None:
    with database.write(Actor.CHIEF) as session:
        for number in range(1100):
            register_partner(session, makers.partner_draft(name_ar=f"جمعية {number}"))
    checks = {check.name: check for check in check_store(database)}
    assert all(check.is_sound for check in checks.values())
    assert checks["fold"].detail == "1101"
