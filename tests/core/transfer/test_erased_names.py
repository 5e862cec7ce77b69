"""A name that was erased is not brought back by a file."""

from pathlib import Path

import pytest
from sqlalchemy import select

from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.models import Person
from outreach_app.services.erasure import erase_identity
from tests import makers
from tests.core.transfer.test_partners import bring_in, bring_in_text, to_complete


@pytest.mark.parametrize(("capacity", "people"), [("Président", 1), ("", 1), ("Trésorier", 2)])
def test_a_name_that_was_erased_is_not_brought_back_by_a_file(
    database: Database, tmp_path: Path, capacity: str, people: int
) -> None:
    """The register no longer knows the name: the capacity alone tells another person apart."""
    partner = makers.write_partner(database, name_fr="Association Solidaire")
    person = makers.write_person(database, partner, capacity_fr="président", capacity_ar=None)
    with database.write(Actor.CHIEF) as session:
        erase_identity(session, person)
    file = tmp_path / "contacts.vcf"
    file.write_text(
        "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Khalid Idrissi\r\nORG:Association Solidaire\r\n"
        f"TITLE:{capacity}\r\nEND:VCARD\r\n"
    )
    report = bring_in(database, file)
    with database.read() as session:
        found = session.scalars(select(Person)).all()
    assert len(found) == people
    if people == 1:
        assert to_complete(report)[1].code == "erased"


@pytest.mark.parametrize(
    ("row", "comes"),
    [
        ("Salma Bennis;pr.lawyer", False),
        ("Omar Tazi;pr.lawyer", False),  # it may be the same person
        ("Omar Tazi;pr.notary", True),
        ("Ordre des avocats;pr.lawyer", True),  # a body
    ],
)
def test_a_practice_that_was_erased_is_not_brought_back_by_a_file(
    database: Database, tmp_path: Path, row: str, comes: bool
) -> None:
    """The register no longer knows its name: the profession alone tells others apart."""
    practice = makers.write_partner(
        database,
        name_ar=None,
        name_fr="Maître Salma Bennis",
        category="pt.liberal",
        type="pr.lawyer",
        is_named_after_person=True,
    )
    with database.write(Actor.CHIEF) as session:
        erase_identity(session, practice)
    report = bring_in_text(database, tmp_path, f"Nom;Type\n{row}\n")
    assert report.created == comes
    assert [failed.problems[0].code for failed in report.failed] == ([] if comes else ["erased"])
