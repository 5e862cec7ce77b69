"""The purpose of the register is fixed (L1), and the two-person rule applies if set."""

from dataclasses import replace
from uuid import UUID

import pytest
from sqlalchemy import select

from outreach_app import accounts
from outreach_app.access_log import Act
from outreach_app.actors import Actor, Role, role_words
from outreach_app.database import Database
from outreach_app.errors import InvalidDraft, NotAllowed, NotFound
from outreach_app.i18n import Language
from outreach_app.models import AccessRow, Account
from outreach_app.second_person import SecondPerson
from outreach_app.services.offices import change_office, draft_of_own_office
from outreach_app.services.purposes import (
    PurposeDraft,
    ask_two_persons,
    change_purpose,
    draft_of_purpose,
)
from outreach_app.startup import OpenOffice
from outreach_app.summaries.privacy.facts import plan_notice
from outreach_app.summaries.privacy.prose import realise_notice
from outreach_app.summaries.prose.plain_text import to_plain_text
from tests.core.summaries.filled_forms import ISSUED_ON

NEW = PurposeDraft("تتبع حملات التحسيس", "Le suivi des campagnes de sensibilisation", "مذكرة 12")


def notice(database: Database, language: Language) -> str:
    with database.read() as session:
        return to_plain_text(realise_notice(plan_notice(session), language, ISSUED_ON))


def test_l01_purpose_fixed(office: OpenOffice) -> None:
    """It changes only through its own use case, with a reason, logged, and published."""
    database = office.database
    before = notice(database, Language.FRENCH)
    with database.write() as session:  # the form of the office has no such field
        change_office(session, replace(draft_of_own_office(session), name_fr="Autre"))
    assert "Le suivi du dialogue" in before
    with database.write() as session, pytest.raises(InvalidDraft) as refused:
        change_purpose(session, replace(NEW, purpose_reason=None, purpose_ar=None))
    assert {problem.field for problem in refused.value.problems} == {
        "purpose_ar",
        "purpose_reason",
    }
    with database.write() as session:
        change_purpose(session, NEW)
    assert "Le suivi des campagnes de sensibilisation." in notice(database, Language.FRENCH)
    assert "تتبع حملات التحسيس" in notice(database, Language.ARABIC)
    with database.read() as session:
        assert draft_of_purpose(session) == replace(NEW, purpose_reason=None)
        row = session.scalars(select(AccessRow).order_by(AccessRow.n.desc()).limit(1)).one()
    assert (row.act, row.verb) == (Act.PURPOSE, "change_purpose")
    for actor in (Actor.DEPUTY, Actor.SECRETARY, Actor.READER):
        database.actor = actor
        with database.write() as session, pytest.raises(NotAllowed) as forbidden:
            change_purpose(session, NEW)
        assert forbidden.value.code == "not_allowed_role"


def second_chief(office: OpenOffice) -> SecondPerson:
    """Return another administrator account with its own passphrase."""
    row = accounts.add_account(office.database, office.folder, Role.CHIEF).account
    with office.database.write() as session:
        session.get_one(Account, row.uid).must_change = False
    return SecondPerson(row.uid)


def test_two_persons_are_asked_once_there_are_two_and_end_it_together(office: OpenOffice) -> None:
    database = office.database
    with database.write() as session, pytest.raises(NotAllowed) as refused:
        ask_two_persons(session, is_asked=True)
    assert refused.value.code == "second_person_needed"
    assert role_words(Role.CHIEF) in refused.value.message
    second = second_chief(office)
    with database.write() as session:
        ask_two_persons(session, is_asked=True)
    for by in (None, SecondPerson(UUID(int=4))):
        with database.write() as session, pytest.raises((NotAllowed, NotFound)):
            change_purpose(session, NEW, by)
        with database.write() as session, pytest.raises((NotAllowed, NotFound)):
            ask_two_persons(session, is_asked=False, confirmed_by=by)
    with database.write() as session:
        change_purpose(session, NEW, second)
        ask_two_persons(session, is_asked=False, confirmed_by=second)
        change_purpose(session, NEW)
    with database.read() as session:
        named = select(AccessRow.verb).where(AccessRow.act == Act.CONFIRMED)
        assert set(session.scalars(named)) == {"change_purpose", "ask_two_persons"}
