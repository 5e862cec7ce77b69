"""A practice of a liberal profession has a person's name, however it is imported."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import Workbook
from sqlalchemy import select
from sqlalchemy.orm import joinedload

from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.exchange.exporting.planning import Receiver
from outreach_app.issuing.levels import get_names_in_texts
from outreach_app.models import Meeting, Partner
from outreach_app.queries.meetings import list_meetings
from outreach_app.queries.records import get_record
from outreach_app.queries.records_naming_people import (
    list_records_naming,
    list_records_naming_people,
)
from outreach_app.services.meetings import delete_meeting
from outreach_app.services.partner_drafts import draft_of_partner
from outreach_app.services.partners import change_partner, withhold_addresses
from tests import makers
from tests.core.exchange.exporting.test_bundles import sent
from tests.core.exchange.network import Network
from tests.core.exchange.posts import export, post
from tests.core.transfer.test_meetings import GOOD, write
from tests.core.transfer.test_meetings import bring_in as bring_in_meetings
from tests.core.transfer.test_partners import bring_in

NAME = "Samira Zerktouni"


def as_csv(folder: Path) -> Path:
    file = folder / "liste.csv"
    file.write_text(f"Nom;Profession;GSM\n{NAME};médecin;0661223344\n", encoding="utf-8")
    return file


def as_workbook(folder: Path) -> Path:
    book = Workbook()
    assert book.active is not None
    for row in (("Nom", "Catégorie", "GSM"), (NAME, "Professions libérales", "0661223344")):
        book.active.append(row)
    file = folder / "liste.xlsx"
    book.save(file)
    return file


def as_card(folder: Path) -> Path:
    return _card(folder, f"FN:{NAME}\nTITLE:Médecin")


def as_card_of_a_practice(folder: Path) -> Path:
    return _card(folder, f"FN:Accueil\nORG:Cabinet médecin {NAME}")


def as_card_of_a_physician(folder: Path) -> Path:
    return _card(folder, f"FN:Dr {NAME}\nORG:Cabinet Dr {NAME}")


def as_card_of_a_lawyer(folder: Path) -> Path:
    return _card(folder, f"FN:Accueil\nORG:Cabinet {NAME}")


def _card(folder: Path, lines: str) -> Path:
    file = folder / "carte.vcf"
    file.write_text(f"BEGIN:VCARD\nVERSION:3.0\n{lines}\nTEL;TYPE=WORK:0661223344\nEND:VCARD\n")
    return file


def meeting_as_table(folder: Path) -> Path:
    file = folder / "rencontres.csv"
    file.write_text(
        f"Date;Nature;Canal;Partenaires\n14/10/2026;mt.periodic;ch.inperson;Maître {NAME}\n",
        encoding="utf-8",
    )
    return file


def meeting_as_json(folder: Path) -> Path:
    partner = {"name_fr": f"Pharmacie {NAME}", "type": "pr.pharmacist"}
    return write(folder / "rencontres.json", GOOD | {"partners": [partner]})


def meeting_as_json_without_a_kind(folder: Path) -> Path:
    return write(
        folder / "m.json", GOOD | {"partners": [{"name_fr": f"Cabinet du docteur {NAME}"}]}
    )


def partners(store: Database) -> dict[str | None, Partner]:
    """Return the partners of a store by the name that it knows."""
    with store.read() as session:
        rows = session.scalars(select(Partner).options(joinedload(Partner.identity))).all()
        return {row.bearer.name_fr or row.bearer.name_ar: row for row in rows}


@pytest.mark.parametrize(
    "written",
    [
        *(as_csv, as_workbook, as_card),
        *(as_card_of_a_practice, as_card_of_a_physician, as_card_of_a_lawyer),
    ],
)
def test_its_name_stays_with_the_precinct(
    network: Network, tmp_path: Path, written: Callable[[Path], Path]
) -> None:
    bring_in(network.chief, written(tmp_path))
    (known,) = partners(network.chief).values()
    assert known.is_named_after_person
    bundle = export(network.chief, tmp_path / "sent")
    left = sent(network.headquarters, bundle).decode()
    assert "pt.liberal" in left
    assert not [word for word in ("Zerktouni", "Samira", "61223344") if word in left]


@pytest.mark.parametrize(
    "written", [meeting_as_table, meeting_as_json, meeting_as_json_without_a_kind]
)
def test_its_name_in_a_meeting_of_a_file_stays_too(
    network: Network, tmp_path: Path, written: Callable[[Path], Path]
) -> None:
    assert bring_in_meetings(network.chief, written(tmp_path)).created == 1
    left = sent(network.headquarters, export(network.chief, tmp_path / "sent")).decode()
    assert "pt.liberal" in left
    assert "Zerktouni" not in left


@pytest.mark.parametrize(
    ("name", "place", "withheld"),
    [("Cabinet Zerktouni", None, "Zerktouni"), (NAME, "12, rue Zallaqa", "Zallaqa")],
)
def test_what_it_had_before_it_was_known_as_a_persons_stays_too(
    network: Network, tmp_path: Path, name: str, place: str | None, withheld: str
) -> None:
    uid = makers.write_partner(network.chief, name_ar=None, name_fr=name, place=place)
    with network.chief.write(Actor.CHIEF) as session:
        draft = draft_of_partner(session, uid)
        change_partner(session, uid, replace(draft, is_named_after_person=True))
    left = sent(network.headquarters, export(network.chief, tmp_path)).decode()
    assert str(uid) in left
    assert withheld not in left


def test_its_address_stays_and_that_of_a_body_goes(network: Network, tmp_path: Path) -> None:
    uid = makers.write_partner(
        network.chief, name_fr=NAME, place="12, rue Zallaqa", is_named_after_person=True
    )
    makers.write_partner(network.chief, name_fr="Amicale", place="Quartier Maarif")
    left = sent(network.headquarters, export(network.chief, tmp_path)).decode()
    assert str(uid) in left
    assert "Zallaqa" not in left
    assert "Quartier Maarif" in left
    post(network.deputy, export(network.chief, tmp_path, Receiver.SIBLING))
    with network.deputy.read() as session:
        assert draft_of_partner(session, uid).place == "12, rue Zallaqa"


def test_its_address_as_the_place_of_a_meeting_is_told_before_it_leaves(database: Database) -> None:
    makers.write_partner(
        database, name_fr=NAME, place="12, rue Zallaqa", is_named_after_person=True
    )
    makers.write_partner(database, name_fr="Amicale", place="14, rue Zallaqa")
    uid = makers.write_meeting(database, place_fr="Cabinet, 12 RUE Zallaqa (1er étage)")
    makers.write_meeting(database, place_fr="14, rue Zallaqa")
    with database.read() as session:
        [found] = list_records_naming_people(session, select(Meeting.uid))
    assert (found.uid, found.names) == (uid, ("12, rue Zallaqa",))


def test_its_name_after_a_title_is_told_before_it_leaves(database: Database) -> None:
    practice = "Cabinet Maître Belkhadir"
    makers.write_partner(database, name_fr=practice, is_named_after_person=True)
    uid = makers.write_meeting(database, subject_fr="Séance avec Me Belkhadir")
    makers.write_meeting(database, subject_fr="La rue Belkhadir")
    with database.read() as session:
        [found] = list_records_naming_people(session, select(Meeting.uid))
    assert (found.uid, found.names) == (uid, (practice,))


def test_a_practice_that_takes_its_owners_name_makes_texts_from_before_name_somebody(
    database: Database,
) -> None:
    """The text was written and told to nobody; it is one to mask and to clear from then on."""
    words = f"{NAME} demande un éclairage"
    practice = makers.write_partner(
        database, name_ar=None, name_fr="Cabinet Atlas", category="pt.liberal", type=None
    )
    meeting = makers.write_meeting(database, subject_ar=None, subject_fr=words)
    with database.write(Actor.CHIEF) as session:
        assert list_records_naming_people(session, select(Meeting.uid)) == []
        draft = draft_of_partner(session, practice)
        named = replace(draft, name_fr=f"Cabinet {NAME}", is_named_after_person=True)
        change_partner(session, practice, named)
    with database.read() as session:
        for told in (
            list_records_naming_people(session, select(Meeting.uid)),
            list_records_naming(session, [f"Cabinet {NAME}"], ()),
        ):
            assert [each.uid for each in told] == [meeting]
        assert get_names_in_texts(session).said_in(words)


def test_an_organisation_that_bears_a_known_name_is_told_before_it_leaves(
    database: Database,
) -> None:
    uid = makers.write_partner(database, name_ar=None, name_fr=f"Clinique Dr {NAME}")
    makers.write_person(database, uid, name_fr=NAME)
    makers.write_partner(database, name_ar=None, name_fr="Clinique Zerktouni")
    with database.read() as session:
        [found] = list_records_naming_people(session, select(Partner.uid))
    assert (found.entity, found.uid, found.names) == ("partner", uid, (NAME,))
    assert found.number == f"Clinique Dr {NAME}"


def test_a_meeting_in_the_trash_is_told_as_such(database: Database) -> None:
    makers.write_person(database, makers.write_partner(database), name_fr=NAME)
    uid = makers.write_meeting(database, subject_fr=f"Entretien avec {NAME}")
    with database.write(Actor.CHIEF) as session:
        [row] = list_meetings(session)
        delete_meeting(session, uid, row.version)
    with database.read() as session:
        [found] = list_records_naming_people(session, select(Meeting.uid))
    assert found.is_deleted


def test_an_address_that_an_earlier_version_kept_with_the_practice_moves(
    network: Network, tmp_path: Path
) -> None:
    uid = makers.write_partner(network.chief, name_fr=NAME, is_named_after_person=True)
    with network.chief.write(Actor.CHIEF) as session:
        get_record(session, Partner, uid).place = "12, rue Zallaqa"
    withhold_addresses(network.chief)
    left = sent(network.headquarters, export(network.chief, tmp_path)).decode()
    assert str(uid) in left
    assert "Zallaqa" not in left
    with network.chief.read() as session:
        assert get_record(session, Partner, uid).any_place == "12, rue Zallaqa"


def test_a_body_of_a_profession_and_what_the_list_says_keep_their_names(
    network: Network, tmp_path: Path
) -> None:
    file = tmp_path / "liste.csv"
    file.write_text(
        "Nom;Catégorie;Porte le nom d’une personne\n"
        "Ordre des avocats de Casablanca;Professions libérales;\n"
        "هيئة الموثقين;Professions libérales;\n"
        "Pharmacie Annakhil;Professions libérales;non\n"
        "Association Al Alami;acteurs associatifs;oui\n",
        encoding="utf-8",
    )
    report = bring_in(network.chief, file)
    assert not report.failed
    assert not report.incomplete
    known = partners(network.chief).items()
    assert {name: row.is_named_after_person for name, row in known} == {
        "Ordre des avocats de Casablanca": False,
        "هيئة الموثقين": False,
        "Pharmacie Annakhil": False,
        "Association Al Alami": True,
    }
