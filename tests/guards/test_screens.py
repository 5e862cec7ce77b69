"""Every free text is screened, and no column about people is added unnoticed."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from sqlalchemy import String
from sqlalchemy.orm import Session

from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.errors import InvalidDraft
from outreach_app.models import JOURNALED, Base, Review
from outreach_app.rules.domain_kinds import Words
from outreach_app.rules.domains import DOMAINS
from outreach_app.rules.identifiers import Identifier
from outreach_app.rules.statuses import PointReaction
from outreach_app.rules.validation import Checks
from outreach_app.services.catalogue_entries import EntryDraft, add_entry
from outreach_app.services.clarifications import clarify_meeting
from outreach_app.services.findings import record_finding
from outreach_app.services.meetings import log_meeting
from outreach_app.services.offices import change_office, create_office
from outreach_app.services.partners import register_partner
from outreach_app.services.people import register_person
from outreach_app.services.points import PointDraft, check_point, give_reply
from outreach_app.services.proposals import propose_phrase
from outreach_app.services.publications import record_publication
from outreach_app.services.purposes import PurposeDraft, change_purpose
from outreach_app.services.remarks import record_remark
from outreach_app.services.replies import ReplyDraft, reply_to_point
from outreach_app.services.reviews import question_meeting
from outreach_app.services.rumours import (
    CarryingDraft,
    carry_back,
    close_rumour,
    record_rumour,
)
from tests import makers
from tests.proposals import PROPOSAL
from tests.remarks import remark_draft
from tests.reviews import ANSWER, QUESTION

# Columns without free text: telephones, addresses, codes, hashes, uids.
WORDLESS = {
    ("partner", "phone"),
    *(("office", name) for name in ("phone", "archivist")),
    *(("identity", name) for name in ("phone", "email")),
    *(("distinction", name) for name in ("first", "second")),
    ("claim", "erased_record"),
    *(("mention", name) for name in ("erased_record", "text_record", "field", "seen", "places")),
    *(("issue", name) for name in ("fingerprint", "code")),
    ("publication", "address"),
    ("rumour", "page_address"),
    ("finding", "cluster"),
    ("clarification", "question"),
}
# The columns about people, and the decision that each is needed (law 09-08, art. 3).
ABOUT_PEOPLE = {
    "person": {
        *("partner_id", "capacity_ar", "capacity_fr", "language", "mandate_from", "mandate_until"),
        *("informed_on", "informed_how", "inform_by", "is_active", "merged_into_id"),
    },
    "identity": {
        *("person_id", "partner_id", "name_ar", "name_fr", "phone", "email"),
        *("others", "note", "place"),
    },
    "claim": {
        *("number_year", "number_sequence", "number_station", "kind", "received_on", "channel"),
        *("person_id", "partner_id", "identity_check", "due_on", "decision", "answered_on"),
        *("erased_record", "erased_on"),
    },
    "mention": {"erased_record", "text_record", "field", "seen", "places"},
}
_OF_EVERY_RECORD = {"id", "uid", "version", "is_deleted", "office_id"}
_OF_PURPOSE = {"purpose_ar", "purpose_fr", "purpose_reason"}
NUMBER = "AB.123456"


def screened() -> list[tuple[str, str]]:
    """Return every column of text that a person writes, by its entity."""
    return [
        (entity, name)
        for entity, domains in DOMAINS.items()
        for name, domain in domains.items()
        if isinstance(domain, Words) and (entity, name) not in WORDLESS
    ]


def test_every_column_of_text_says_what_may_not_be_written_in_it() -> None:
    unknown = [
        (model.contract.entity, column.name)
        for model in JOURNALED
        for column in model.__table__.columns
        if isinstance(column.type, String)
        and column.name not in _OF_EVERY_RECORD | {"state", "review"}
        and column.name not in DOMAINS[model.contract.entity]
    ]
    assert unknown == []


def test_only_columns_without_words_are_not_screened() -> None:
    words = {
        (entity, name): domain.screen.identifiers
        for entity, domains in DOMAINS.items()
        for name, domain in domains.items()
        if isinstance(domain, Words)
    }
    assert {column for column, identifiers in words.items() if not identifiers} == WORDLESS


@pytest.mark.parametrize("entity", ABOUT_PEOPLE)
def test_l02_card_minimal(entity: str) -> None:
    """A new column about people needs a decision record."""
    model = next(model for model in JOURNALED if model.contract.entity == entity)
    columns = {column.name for column in model.__table__.columns} - _OF_EVERY_RECORD
    assert columns == ABOUT_PEOPLE[entity], "write a decision record, then list the column here"


Text = dict[str, Any]


def _write_office(session: Session, text: Text) -> None:
    if text.keys() <= _OF_PURPOSE:
        change_purpose(session, PurposeDraft(**(dict.fromkeys(_OF_PURPOSE, "غرض") | text)))
    else:
        change_office(session, replace(makers.office_draft(), **text))


def _write_entry(session: Session, text: Text) -> None:
    change_office(session, makers.headquarters_draft())
    add_entry(session, replace(EntryDraft("tp.6.9", "حدائق", "jardins"), **text))


def _write_partner(session: Session, text: Text) -> None:
    register_partner(session, makers.partner_draft(**text))


def _write_person(session: Session, text: Text) -> None:
    partner = register_partner(session, makers.partner_draft())
    register_person(session, makers.person_draft(partner.uid, **text))


def _write_meeting(session: Session, text: Text) -> None:
    log_meeting(session, makers.meeting_draft(**text))


def _write_point(session: Session, text: Text) -> None:
    draft = replace(makers.meeting_draft().points[0], reply_language="fr", **text)
    log_meeting(session, makers.meeting_draft(points=(draft,), commitments=(), referrals=()))


def _write_remark(session: Session, text: Text) -> None:
    record_remark(session, remark_draft(**text))


def _give_reply(session: Session, text: Text) -> None:
    point = makers.the_meeting(session).points[0]
    said = {"given_to": "l'association", "given_how": "par téléphone"} | text
    give_reply(session, point.uid, point.version, date(2026, 10, 20), **said)


def _write_commitment(session: Session, text: Text) -> None:
    draft = replace(makers.meeting_draft().commitments[0], **text)
    log_meeting(session, makers.meeting_draft(commitments=(draft,)))


def _write_referral(session: Session, text: Text) -> None:
    draft = replace(makers.meeting_draft().referrals[0], answer_language="fr", **text)
    log_meeting(session, makers.meeting_draft(referrals=(draft,)))


def _write_reply(session: Session, text: Text) -> None:
    change_office(session, makers.headquarters_draft())
    point = makers.the_meeting(session).points[0]
    reply_to_point(session, point.uid, replace(ReplyDraft("Oui", "fr", date(2026, 11, 2)), **text))


def _write_review(session: Session, text: Text) -> None:
    change_office(session, makers.headquarters_draft())
    meeting = makers.the_meeting(session)
    meeting.office_id = create_office(session, makers.office_draft()).id
    question_meeting(session, meeting.uid, replace(QUESTION, language="fr", **text))


def _write_clarification(session: Session, text: Text) -> None:
    meeting, owner = makers.the_meeting(session), makers.headquarters_of(session)
    asked = {"verdict": "questioned", "text": "?", "reviewed_on": date(2026, 10, 20)}
    session.add(Review(office_id=owner, meeting=meeting, **asked))
    session.flush()
    clarify_meeting(session, meeting.uid, replace(ANSWER, language="fr", **text))


def _write_proposal(session: Session, text: Text) -> None:
    propose_phrase(session, replace(PROPOSAL, **text))


def _write_publication(session: Session, text: Text) -> None:
    record_publication(session, makers.rectification_draft(**text))


def _write_rumour(session: Session, text: Text) -> None:
    record_rumour(session, makers.rumour_draft(**text))


def _carry_back(session: Session, text: Text) -> None:
    rumour = record_rumour(session, makers.rumour_draft())
    told = replace(CarryingDraft(date(2026, 10, 20), "pc.meeting"), **text)
    carry_back(session, rumour.uid, rumour.version, told)


def _close_rumour(session: Session, text: Text) -> None:
    rumour = record_rumour(session, makers.rumour_draft())
    reason = text["closed_reason"]
    close_rumour(session, rumour.uid, rumour.version, date(2026, 10, 20), reason)


def _write_finding(session: Session, text: Text) -> None:
    rumour = record_rumour(session, makers.rumour_draft())
    record_finding(session, rumour.uid, makers.finding_draft(language="fr", **text))


_WRITERS: Mapping[str, Callable[[Session, Text], None]] = {
    "office": _write_office,
    "entry": _write_entry,
    "partner": _write_partner,
    "person": _write_person,
    "identity": _write_person,
    "meeting": _write_meeting,
    "point": _write_point,
    "commitment": _write_commitment,
    "referral": _write_referral,
    "reply": _write_reply,
    "review": _write_review,
    "clarification": _write_clarification,
    "proposal": _write_proposal,
    "publication": _write_publication,
    "rumour": _write_rumour,
    "finding": _write_finding,
}
# Columns with their own use case.
_WRITERS_OF_COLUMNS = {
    ("identity", "note"): _write_partner,
    ("identity", "place"): _write_partner,
    ("point", "sensitive_reason"): _write_remark,
    ("point", "given_to"): _give_reply,
    ("point", "given_how"): _give_reply,
    ("rumour", "back_to"): _carry_back,
    ("rumour", "closed_reason"): _close_rumour,
}


def test_l05_no_profile() -> None:
    """No column rates a person or links two people, and an offence has no text."""
    judging = ("score", "risk", "reliab", "rating", "rank", "trust", "danger", "suspect", "profile")
    columns = [
        f"{table.name}.{column.name}"
        for table in Base.metadata.tables.values()
        for column in table.columns
    ]
    assert not [name for name in columns for word in judging if word in name]
    leading = {
        (table.name, column.name)
        for table in Base.metadata.tables.values()
        for column in table.columns
        if any(key.column.table.name == "people" for key in column.foreign_keys)
    }
    assert leading == {
        ("people", "merged_into_id"),  # the same person, recorded twice
        ("identities", "person_id"),
        ("attendances", "person_id"),
        ("claims", "person_id"),
    }
    checks = Checks()
    told = PointDraft("concern", "tp.3.1", "Il vole", "fr", reaction=PointReaction.ORIENTED)
    check_point(checks, told, None)
    assert "offence_text" in {problem.code for problem in checks.problems}


def test_l03_sensitive(database: Database) -> None:
    """No use case writes an identity number into any text."""
    makers.write_meeting(database)
    taken = [each for each in screened() if not _is_refused(database, *each)]
    assert taken == []


def _is_refused(database: Database, entity: str, column: str) -> bool:
    """Return whether an identity number in a column is refused, and named as the reason."""
    write = _WRITERS_OF_COLUMNS.get((entity, column), _WRITERS[entity])
    try:
        with database.write(Actor.PROGRAM) as session:
            write(session, {column: NUMBER})
            session.rollback()  # else the next column would meet what was taken
    except InvalidDraft as refused:
        return Identifier.IDENTITY_NUMBER in {problem.code for problem in refused.problems}
    return False
