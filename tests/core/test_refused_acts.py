"""What an account was refused is a row of the access log, and so is each check of the register."""

from datetime import timedelta
from pathlib import Path

import pytest

from outreach_app import accounts, clock, startup
from outreach_app.access_log import Act
from outreach_app.actors import Actor, Role
from outreach_app.database import Database
from outreach_app.errors import NotAllowed
from outreach_app.i18n import ScreenLanguage, use
from outreach_app.progress import Progress
from outreach_app.queries.access_rows import deed_words
from outreach_app.services.partners import register_partner
from outreach_app.transfer.vcard_out import write_vcards
from tests import makers
from tests.core.test_access_log import logged


def test_a_refused_act_is_one_row_of_the_right_that_lacked(
    database: Database, tmp_path: Path
) -> None:
    partner = makers.write_partner(database)
    database.actor = Actor.READER
    for minutes in (0, 0, 2):  # a key that is held down is one refusal
        now = clock.now() + timedelta(minutes=minutes)
        with clock.at(now), pytest.raises(NotAllowed), database.write() as session:
            register_partner(session, makers.partner_draft(name_fr="Amicale"))
    with pytest.raises(NotAllowed), database.read() as session:
        write_vcards(session, tmp_path / "a.vcf", [partner], Progress())
    with pytest.raises(NotAllowed):
        accounts.add_account(database, tmp_path, Role.READER)
    database.actor = Actor.CHIEF
    told = [row for row in logged(database) if row.act == Act.REFUSED]
    rights = ["record", "record", "names_out", "accounts"]
    assert [(row.verb, row.role, row.record) for row in told] == [
        (right, "reader", None) for right in rights
    ]
    use(ScreenLanguage.ENGLISH)
    assert deed_words("refused", "names_out").startswith("Act refused: export names")


def test_a_check_is_a_row(store: Path) -> None:
    for _time in range(2):
        assert all(check.is_sound for check in startup.check(store, makers.PASSPHRASE))
    with startup.opened(store, makers.PASSPHRASE) as office:
        assert [row.act for row in logged(office.database)].count(Act.CHECK) == 2
