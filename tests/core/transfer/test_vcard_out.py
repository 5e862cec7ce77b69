"""Exported cards: other programs read them, they are complete, and can be imported again."""

from pathlib import Path

import pytest
import vobject

from outreach_app.database import Database
from outreach_app.errors import WriteFailed
from outreach_app.progress import Progress
from outreach_app.transfer.vcard_out import write_vcards
from tests import makers
from tests.core.transfer.test_partners import bring_in

LONG = "جمعية حي السلام للتنمية والثقافة والرياضة وحماية البيئة بمدينة الدار البيضاء"


def write(database: Database, path: Path) -> int:
    body = makers.write_partner(
        database, name_ar=LONG, name_fr="Amicale Salam; section A, B", place="حي السلام، رقم 4"
    )
    makers.write_person(
        database, body, capacity_fr="Présidente", language="ar", email="khalid@salam.example"
    )
    practice = makers.write_partner(
        database,
        name_ar=None,
        name_fr="Hind Kabbaj",
        category="pt.liberal",
        type="pr.lawyer",
        phone="0522000011",
        is_named_after_person=True,
    )
    with database.read() as session:
        return write_vcards(session, path, [body, practice], Progress())


def test_vobject_reads_back_what_went_out(database: Database, tmp_path: Path) -> None:
    path = tmp_path / "partners.vcf"
    assert write(database, path) == 3
    body, person, practice = vobject.readComponents(path.read_text(encoding="utf-8"))
    assert [line.value for line in body.contents["fn"]] == [LONG, "Amicale Salam; section A, B"]
    assert body.kind.value == "org"
    assert {"diffusion restreinte" in each.x_circulation.value for each in (body, person)} == {True}
    assert (body.tel.value, body.adr.value.street) == ("tel:+212522345678", "حي السلام، رقم 4")
    assert [line.value for line in person.contents["fn"]] == ["خالد الإدريسي", "Khalid Idrissi"]
    assert person.contents["org"][1].value == ["Amicale Salam; section A, B"]
    assert (person.title.value, person.lang.value) == ("Présidente", "ar")
    assert (person.email.value, practice.fn.value) == ("khalid@salam.example", "Hind Kabbaj")
    assert "org" not in practice.contents


def test_no_line_is_longer_than_the_standard_allows(database: Database, tmp_path: Path) -> None:
    path = tmp_path / "partners.vcf"
    write(database, path)
    lines = path.read_bytes().split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert [line.decode() for line in lines]  # no character is split


def test_cards_that_went_out_come_back_as_the_same(database: Database, tmp_path: Path) -> None:
    path = tmp_path / "partners.vcf"
    write(database, path)
    report = bring_in(database, path)
    assert (report.created, report.updated, report.skipped) == (0, 0, 3)
    assert not report.failed


def test_only_this_user_may_read_them(database: Database, tmp_path: Path) -> None:
    path = tmp_path / "partners.vcf"
    write(database, path)
    assert path.stat().st_mode & 0o077 == 0
    assert [file.name for file in tmp_path.glob("*partners*")] == ["partners.vcf"]


def test_a_place_that_cannot_be_written_says_why(database: Database, tmp_path: Path) -> None:
    with pytest.raises(WriteFailed, match="لم يعد المجلد موجودا"):
        write(database, tmp_path / "none" / "partners.vcf")
