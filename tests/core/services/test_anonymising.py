"""An objection also removes the name from texts, one by one, replaced by the capacity (L7)."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from sqlalchemy import select

from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.errors import Conflict, InvalidDraft, NotAllowed
from outreach_app.integrity import check_store
from outreach_app.models import AccessRow, JournalEvent, Meeting
from outreach_app.queries.claims import get_claim
from outreach_app.rules.claims import ClaimKind, IdentityCheck
from outreach_app.services.anonymising import AnonymousText, list_texts_of_claim, put_capacity
from outreach_app.services.claims import ClaimDraft, erase_for_claim, record_claim
from tests import makers

NAME = "Zephyrin Plantedname"
TODAY = date(2026, 10, 20)


@pytest.fixture
def claim(database: Database) -> UUID:
    """Write an objection of a person named in a subject and a point of one meeting."""
    partner = makers.write_partner(database)
    card = {"name_fr": NAME, "name_ar": None, "capacity_fr": "trésorier", "capacity_ar": None}
    person = makers.write_person(database, partner, **card)
    point = replace(makers.meeting_draft().points[0], text=f"طلب {NAME} الإنارة", translation=None)
    parts = {"points": (point,), "commitments": (), "referrals": ()}
    makers.write_meeting(database, subject_fr="Visite de M. ZEPHYRIN  Plantedname", **parts)
    draft = ClaimDraft(
        ClaimKind.OBJECTION, TODAY, about=person, identity_check=IdentityCheck.CARD_SHOWN
    )
    with database.write(Actor.CHIEF) as session:
        return record_claim(session, draft).uid


@pytest.mark.parametrize(
    "said",
    [
        "Plantedname Zephyrin",
        "Z. Plantedname",
        "M. Plantedname",
        "السيد Plantedname",
        "Mme PLANTEDNAME",
        "Zéfirin Plantednam",
    ],
)
def test_a_name_is_found_however_it_is_said(database: Database, claim: UUID, said: str) -> None:
    makers.write_meeting(database, subject_fr=f"Visite de {said}")
    with database.read() as session:
        assert f"Visite de {said}" in {text.text for text in list_texts_of_claim(session, claim)}


@pytest.mark.parametrize(
    ("said", "proposed"),
    [
        ("Demande de PLANTEDNAME", "Demande de trésorier"),
        ("Vu Z e p h y r i n Plantedname", "Vu trésorier"),
        ("Vu Z-e-p-h-y-r-i-n P.l.a.n.t.e.d.n.a.m.e ici", "Vu trésorier ici"),
    ],
)
def test_a_family_name_of_nobody_else_and_letters_set_apart_are_found(
    database: Database, claim: UUID, said: str, proposed: str
) -> None:
    makers.write_meeting(database, subject_fr=said)
    with database.read() as session:
        found = {text.text: text for text in list_texts_of_claim(session, claim)}
    assert found[said].proposed == proposed
    with pytest.raises(InvalidDraft):
        put(database, claim, AnonymousText(found[said], said))
    put(database, claim, AnonymousText(found[said], proposed))


def test_a_family_name_that_another_bears_is_not_looked_for_alone(
    database: Database, claim: UUID
) -> None:
    makers.write_partner(database, name_fr="Résidence Plantedname", name_ar=None)
    makers.write_meeting(database, subject_fr="Visite de Plantedname")
    with database.read() as session:
        texts = {text.text for text in list_texts_of_claim(session, claim)}
    assert "Visite de Plantedname" not in texts


@pytest.mark.parametrize("said", ["Zephyrin Autrenom", "M. Zephyrin"])
def test_one_word_alone_names_nobody(database: Database, claim: UUID, said: str) -> None:
    makers.write_meeting(database, subject_fr=f"Visite de {said}")
    with database.read() as session:
        assert f"Visite de {said}" not in {
            text.text for text in list_texts_of_claim(session, claim)
        }


def put(database: Database, claim: UUID, draft: AnonymousText) -> None:
    with database.write(Actor.CHIEF) as session:
        put_capacity(session, claim, draft)


def lines(database: Database) -> bytes:
    with database.read() as session:
        return b"\n".join(filter(None, session.scalars(select(JournalEvent.line))))


def test_what_is_proposed_names_nobody(database: Database, claim: UUID) -> None:
    said = "Vu Z. Plantedname, puis Mme Plantednam et زفيرين بلانتدنام ; M. Autrenom aussi."
    makers.write_meeting(database, subject_fr=said)
    with database.read() as session:
        found = {text.text: text for text in list_texts_of_claim(session, claim)}
    assert found[said].proposed.endswith("; M. Autrenom aussi.")
    put(database, claim, AnonymousText(found[said], found[said].proposed))


def test_a_title_goes_with_the_name_in_any_spelling(database: Database, claim: UUID) -> None:
    said = "Vu M. Zéfirin Plantednam ; السيد زفيرين بلانتدنام حضر"
    makers.write_meeting(database, subject_fr=said)
    with database.read() as session:
        found = {text.text: text.proposed for text in list_texts_of_claim(session, claim)}
    assert "M. " not in found[said]
    assert "السيد" not in found[said]


def test_the_name_leaves_the_texts_the_journal_and_then_the_card(
    database: Database, claim: UUID
) -> None:
    with database.read() as session:
        texts = list_texts_of_claim(session, claim)
    assert {text.column for text in texts} == {"subject_fr", "text"}
    assert all("trésorier" in text.proposed and "ZEPH" not in text.proposed for text in texts)
    while texts:
        put(database, claim, AnonymousText(texts[0], texts[0].proposed))
        with database.read() as session:
            texts = list_texts_of_claim(session, claim)
    with database.read() as session:
        assert session.scalars(select(Meeting.subject_fr)).one() == "Visite de trésorier"
        version = get_claim(session, claim).version
    with database.write(Actor.CHIEF) as session:
        erase_for_claim(session, claim, version)
    said = lines(database)
    assert b"Zephyrin" not in said
    assert b"ZEPHYRIN" not in said
    assert all(check.is_sound for check in check_store(database))


def test_a_text_that_still_names_or_moved_on_or_is_not_asked_for_changes_nothing(
    database: Database, claim: UUID
) -> None:
    with database.read() as session:
        first, second = list_texts_of_claim(session, claim)
    before = lines(database)
    for text, code in (("", "required"), (f"avec {NAME}", "still_named")):
        with pytest.raises(InvalidDraft) as refused:
            put(database, claim, AnonymousText(first, text))
        assert refused.value.problems[0].code == code
    with pytest.raises(Conflict):
        put(database, claim, AnonymousText(replace(second, version="1@elsewhere"), "texte"))
    access = ClaimDraft(ClaimKind.ACCESS, TODAY)
    with database.write(Actor.CHIEF) as session:
        other = record_claim(session, access).uid
    with pytest.raises(NotAllowed):
        put(database, other, AnonymousText(first, "texte"))
    assert lines(database).startswith(before)


def test_a_text_about_another_of_that_sound_stays_where_a_person_says_so(
    database: Database, claim: UUID
) -> None:
    """Only the text that was read: one that was changed since, or another, still stops it."""
    said = "Visite de Zéfirin Plantednam"
    makers.write_meeting(database, subject_fr=said)
    with database.read() as session:
        texts = list_texts_of_claim(session, claim)
        version = get_claim(session, claim).version
    [other] = [text for text in texts if text.text == said]
    assert other.person == NAME
    for text in texts:
        if text != other:
            put(database, claim, AnonymousText(text, text.proposed))
    for of_others in ((), [replace(other, text="another text")]):
        with database.write(Actor.CHIEF) as session, pytest.raises(NotAllowed) as refused:
            erase_for_claim(session, claim, version, of_others=of_others)
        assert refused.value.code == "named_in_texts"
    with database.write(Actor.CHIEF) as session:
        erase_for_claim(session, claim, version, of_others=[other])
    with database.read() as session:
        assert said in set(session.scalars(select(Meeting.subject_fr)))
        kept = select(AccessRow.record).where(AccessRow.verb == "keep_text_of_another")
        assert session.scalars(kept).all() == [other.uid]
