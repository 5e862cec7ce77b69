"""Requests from people about their own data are recorded, answered in time, and fulfilled (L7)."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from sqlalchemy import select

from outreach_app import clock
from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.errors import Conflict, InvalidDraft, NotAllowed, NotFound
from outreach_app.models import JournalEvent
from outreach_app.queries.claims import (
    ClaimFilter,
    ClaimRow,
    get_claim,
    list_claim_ids,
    list_claims,
    list_claims_by_id,
)
from outreach_app.queries.erasures import find_last_purge, holders_of, list_holders
from outreach_app.queries.namesakes import list_namesakes
from outreach_app.queries.people import list_people
from outreach_app.queries.today import get_today
from outreach_app.rules.claims import ClaimKind, Decision, IdentityCheck
from outreach_app.services.anonymising import list_texts_of_claim
from outreach_app.services.claims import (
    ClaimDraft,
    answer_claim,
    change_claim,
    check_claim,
    draft_of_claim,
    erase_for_claim,
    record_claim,
)
from outreach_app.services.meeting_drafts import draft_of_meeting
from outreach_app.services.meetings import change_meeting
from outreach_app.services.merging import merge_people
from outreach_app.services.offices import change_office, draft_of_own_office
from tests import makers

# Later than the creation of the test store.
START = clock.today() + timedelta(days=2)
NAME = "Zephyrin Plantedname"


def set_today(monkeypatch: pytest.MonkeyPatch, day: date) -> None:
    moment = datetime(day.year, day.month, day.day, 10, tzinfo=UTC)
    monkeypatch.setattr(clock, "now", lambda: moment)


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    set_today(monkeypatch, START)


@pytest.fixture
def person(database: Database) -> UUID:
    partner = makers.write_partner(database)
    return makers.write_person(
        database, partner, name_fr=NAME, name_ar=None, capacity_fr="Trésorier"
    )


def write_claim(
    database: Database,
    kind: ClaimKind,
    about: UUID | None,
    check: IdentityCheck = IdentityCheck.CARD_SHOWN,
) -> ClaimRow:
    draft = ClaimDraft(kind, START, about=about, identity_check=check)
    with database.write(Actor.CHIEF) as session:
        uid = record_claim(session, draft).uid
    return read(database, uid)


def read(database: Database, uid: UUID) -> ClaimRow:
    with database.read() as session:
        return get_claim(session, uid)


def answer(database: Database, row: ClaimRow, decision: Decision = Decision.GRANTED) -> None:
    with database.write(Actor.CHIEF) as session:
        answer_claim(session, row.uid, row.version, decision, START)


def on_today(database: Database) -> list[UUID]:
    with database.read() as session:
        return [row.uid for row in get_today(session, START, 6).claims]


def test_what_is_asked_was_asked_by_today() -> None:
    problems = check_claim(ClaimDraft(ClaimKind.ACCESS, START + timedelta(days=1)))
    assert [(problem.field, problem.code) for problem in problems] == [("received_on", "in_future")]


@pytest.mark.parametrize("day", [date(1900, 1, 1), START - timedelta(days=3650)])
def test_a_day_of_another_year_is_a_slip(database: Database, day: date) -> None:
    with database.write() as session, pytest.raises(InvalidDraft) as refused:
        record_claim(session, ClaimDraft(ClaimKind.ACCESS, day))
    assert [(each.field, each.code) for each in refused.value.problems] == [
        ("received_on", "too_old")
    ]


def test_l07_rights(database: Database, person: UUID, monkeypatch: pytest.MonkeyPatch) -> None:
    access = write_claim(database, ClaimKind.ACCESS, person)
    erasure = write_claim(database, ClaimKind.ERASURE, person)
    assert (access.number, erasure.number) == (f"01/{START.year}", f"02/{START.year}")
    assert access.due_on == START + timedelta(days=10)
    assert (access.capacity.fr, access.partner_name.fr) == ("Trésorier", "Association Annakhil")
    assert on_today(database) == []
    set_today(monkeypatch, START + timedelta(days=7))
    assert on_today(database) == [access.uid, erasure.uid]
    set_today(monkeypatch, START + timedelta(days=40))
    assert read(database, access.uid).days_left == -30
    assert on_today(database) == [access.uid, erasure.uid]
    answer(database, access)
    with pytest.raises(NotAllowed):
        answer(database, erasure)
    with database.write(Actor.CHIEF) as session:
        assert NAME in erase_for_claim(session, erasure.uid, erasure.version)
    done = read(database, erasure.uid)
    assert (done.erased_on, done.has_name) == (START + timedelta(days=40), False)
    answer(database, done)
    assert on_today(database) == []
    with database.read() as session:
        assert list_people(session)[0].name.fr is None
        assert [row.decision for row in list_claims(session)] == ["granted", "granted"]


def test_a_clock_that_is_set_back_gives_no_more_days(
    database: Database, person: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    claim = write_claim(database, ClaimKind.ACCESS, person)
    set_today(monkeypatch, START + timedelta(days=20))
    makers.write_partner(database)
    set_today(monkeypatch, START - timedelta(days=900))
    assert read(database, claim.uid).days_left == -10


def test_the_days_are_those_of_the_office(database: Database, person: UUID) -> None:
    with database.write(Actor.CHIEF) as session:
        change_office(session, replace(draft_of_own_office(session), answer_days=15))
    claim = write_claim(database, ClaimKind.ACCESS, person)
    assert claim.due_on == START + timedelta(days=15)
    claim = write_claim(database, ClaimKind.RECTIFICATION, person)  # which the law itself limits
    assert claim.due_on == START + timedelta(days=10)


def test_nobody_gets_an_answer_before_it_is_known_who_asks(
    database: Database, person: UUID
) -> None:
    claim = write_claim(database, ClaimKind.ERASURE, person, IdentityCheck.NOT_YET)
    with pytest.raises(NotAllowed):
        answer(database, claim)
    with pytest.raises(NotAllowed), database.write(Actor.CHIEF) as session:
        erase_for_claim(session, claim.uid, claim.version)
    answer(database, claim, Decision.NOT_THE_PERSON)


def test_an_answer_stays_and_comes_after_the_request(database: Database) -> None:
    claim = write_claim(database, ClaimKind.ACCESS, None)
    assert claim.about is None
    before = START - timedelta(days=1)
    with pytest.raises(InvalidDraft, match="تلقي الطلب"), database.write(Actor.CHIEF) as session:
        answer_claim(session, claim.uid, claim.version, Decision.NOTHING_HELD, before)
    answer(database, claim, Decision.NOTHING_HELD)
    with database.read() as session:
        draft = draft_of_claim(session, claim.uid)
        assert list_claims(session)[0].decision == "nothing_held"
    with pytest.raises(NotAllowed), database.write(Actor.CHIEF) as session:
        change_claim(session, claim.uid, draft)


def test_a_request_recorded_by_mistake_had_no_erasure(database: Database, person: UUID) -> None:
    claim = write_claim(database, ClaimKind.ERASURE, person)
    with database.write(Actor.CHIEF) as session:
        erase_for_claim(session, claim.uid, claim.version)
    with pytest.raises(NotAllowed):
        answer(database, read(database, claim.uid), Decision.FILED_IN_ERROR)


def test_a_request_that_moved_on_is_read_again(database: Database, person: UUID) -> None:
    claim = write_claim(database, ClaimKind.ERASURE, person)
    with database.write(Actor.CHIEF) as session:
        draft = draft_of_claim(session, claim.uid)
        change_claim(session, claim.uid, replace(draft, kind=ClaimKind.OBJECTION))
    with pytest.raises(Conflict), database.write(Actor.CHIEF) as session:
        erase_for_claim(session, claim.uid, claim.version)
    with database.read() as session:
        assert list_people(session)[0].name.fr == NAME


def test_two_records_of_one_person_are_both_shown(database: Database, person: UUID) -> None:
    other = makers.write_partner(database, name_fr="Coopérative")
    twin = makers.write_person(
        database, other, name_fr="PLANTEDNAME Zephyrin", name_ar=None, phone=None
    )
    spelt = makers.write_person(
        database, other, name_fr="Zéfirin Plantednam", name_ar=None, phone=None
    )
    makers.write_person(database, other, name_fr="Quelqu’un Autre", name_ar=None, phone=None)
    with database.read() as session:
        assert {row.uid for row in list_namesakes(session, person)} == {twin, spelt}


def test_the_name_goes_wherever_the_same_person_is_recorded_and_stays_where_it_is_another_s(
    database: Database, person: UUID
) -> None:
    other = makers.write_partner(database, name_fr="Coopérative")
    twin, namesake = (
        makers.write_person(database, other, name_fr=NAME, name_ar=None, phone=None)
        for _time in range(2)
    )
    claim = write_claim(database, ClaimKind.ERASURE, person)
    for also, error in ((None, NotAllowed), ([person], NotFound)):
        with pytest.raises(error), database.write(Actor.CHIEF) as session:
            erase_for_claim(session, claim.uid, claim.version, also)
    with database.write(Actor.CHIEF) as session:
        erase_for_claim(session, claim.uid, claim.version, [twin])
    with database.read() as session:
        named = {row.uid: row.name.fr for row in list_people(session)}
        reached = find_last_purge(session, session.scalars(select(JournalEvent.record)).all())
        assert reached is not None
        assert list_holders(session, claim.uid) == holders_of(session, reached)
    assert named == {person: None, twin: None, namesake: NAME}


def test_a_request_about_a_merged_person_is_about_who_stands_for_it(
    database: Database, person: UUID
) -> None:
    with database.read() as session:
        partner = list_people(session)[0].partner
    kept = makers.write_person(database, partner, name_fr=NAME, name_ar=None)
    claim = write_claim(database, ClaimKind.ACCESS, person)
    with database.write(Actor.CHIEF) as session:
        merge_people(session, makers.merge_draft(session, kept, person))
    assert read(database, claim.uid).about == kept


def test_a_name_that_a_merged_record_had_is_found_in_texts_too(
    database: Database, person: UUID
) -> None:
    with database.read() as session:
        partner = list_people(session)[0].partner
    kept = makers.write_person(database, partner, name_fr="Zephyrin Marieur", name_ar=None)
    said = replace(makers.meeting_draft().points[0], text="Selon Zephyrin Marieur, rien")
    makers.write_meeting(database, points=(said,), commitments=(), referrals=())
    claim = write_claim(database, ClaimKind.OBJECTION, person)
    with database.write(Actor.CHIEF) as session:
        merge_people(session, makers.merge_draft(session, kept, person))
    claim = read(database, claim.uid)
    with pytest.raises(NotAllowed) as refused, database.write(Actor.CHIEF) as session:
        erase_for_claim(session, claim.uid, claim.version)
    assert refused.value.code == "named_in_texts"
    with database.read() as session:
        assert [text.text for text in list_texts_of_claim(session, claim.uid)] == [said.text]


def test_a_secretary_notes_and_does_not_answer(database: Database, person: UUID) -> None:
    claim = write_claim(database, ClaimKind.ERASURE, person)
    for verb in (
        lambda session: answer_claim(session, claim.uid, claim.version, Decision.WITHDRAWN, START),
        lambda session: erase_for_claim(session, claim.uid, claim.version),
    ):
        with pytest.raises(NotAllowed), database.write(Actor.SECRETARY) as session:
            verb(session)
    with database.write(Actor.SECRETARY) as session:
        record_claim(session, ClaimDraft(ClaimKind.ACCESS, START))


def test_the_list_is_narrowed_to_what_waits(database: Database, person: UUID) -> None:
    answer(database, write_claim(database, ClaimKind.ACCESS, person))
    waiting = write_claim(database, ClaimKind.ACCESS, None)
    with database.read() as session:
        ids = list_claim_ids(session, ClaimFilter(is_open=True))
        assert [row.uid for row in list_claims_by_id(session, ids).values()] == [waiting.uid]


@pytest.mark.parametrize("name", ["Zephyrin PLANTEDNAME", "Zéfirin Plantednam", "M. Plantedname"])
def test_a_text_that_names_the_person_is_reworded_before_the_name_goes(
    database: Database, person: UUID, name: str
) -> None:
    said = replace(makers.meeting_draft().points[0], text=f"Selon {name}, rien")
    meeting = makers.write_meeting(database, points=(said,), commitments=(), referrals=())
    claim = write_claim(database, ClaimKind.OBJECTION, person)
    with pytest.raises(NotAllowed) as refused, database.write(Actor.CHIEF) as session:
        erase_for_claim(session, claim.uid, claim.version)
    assert refused.value.details == {"records": [str(meeting)]}
    with database.write(Actor.CHIEF) as session:
        draft = draft_of_meeting(session, meeting)
        points = (replace(draft.points[0], text="Selon le trésorier, rien"),)
        change_meeting(session, meeting, replace(draft, points=points))
    with database.write(Actor.CHIEF) as session:
        erase_for_claim(session, claim.uid, claim.version)
    assert not read(database, claim.uid).has_name
