"""A backup opened for reading: unchanged, without names, read-only."""

from contextlib import closing

import pytest

from outreach_app import backup
from outreach_app.actors import Actor, Role, role_words
from outreach_app.errors import BackupFailed, NotAllowed
from outreach_app.queries.access_rows import list_access
from outreach_app.queries.partners import list_partners
from outreach_app.queries.people import list_people
from outreach_app.reading_backups import open_copy
from outreach_app.services.partners import register_partner
from outreach_app.startup import OpenOffice
from tests import makers


def test_a_backup_is_read_as_it_was_and_nothing_is_left_of_it(office: OpenOffice) -> None:
    makers.write_partner(office.database, name_fr="Association d’alors")
    file = office.back_up()
    makers.write_partner(office.database, name_fr="Association venue depuis")
    before = sorted(office.folder.iterdir())
    with closing(open_copy(office, file)) as copy, copy.office.database.read() as session:
        assert [row.name.fr for row in list_partners(session)] == ["Association d’alors"]
    assert sorted(office.folder.iterdir()) == before
    with office.database.read() as session:
        assert len(list_partners(session)) == 2
        assert list_access(session)[0].verb == f"read {backup.tag_of(file)}"


def test_nobody_is_named_and_nothing_is_recorded_in_it(office: OpenOffice) -> None:
    partner = makers.write_partner(office.database)
    makers.write_person(office.database, partner, name_fr="Nadia Alami")
    with closing(open_copy(office, office.back_up())) as copy:
        database = copy.office.database
        with database.read() as session:
            (person,) = list_people(session)
            assert person.partner == partner
            assert "Alami" not in repr(person)
        # Another account could do no more in it: the refusal names none.
        opened_to_be_read = "النسخة الاحتياطية المفتوحة للاطلاع"
        refusal = pytest.raises(NotAllowed, match=opened_to_be_read)
        with refusal as refused, database.write() as session:
            register_partner(session, makers.partner_draft())
        assert role_words(Role.CHIEF) not in refused.value.message


def test_what_cannot_be_read_is_refused(office: OpenOffice) -> None:
    file = office.back_up()
    office.database.actor = Actor.READER
    with pytest.raises(NotAllowed):
        open_copy(office, file)
    office.database.actor = Actor.CHIEF
    file.write_bytes(file.read_bytes()[:5000])
    before = sorted(office.folder.iterdir())
    with pytest.raises(BackupFailed):
        open_copy(office, file)
    assert sorted(office.folder.iterdir()) == before
