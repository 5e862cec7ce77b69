"""Computes the plans of the notice and of a person's extract from the store."""

from datetime import date, datetime

from sqlalchemy.orm import Session

from outreach_app import clock
from outreach_app.models import Meeting, Person
from outreach_app.queries.claims import ClaimRow, list_claims_of
from outreach_app.queries.days import day_of_uid
from outreach_app.queries.extracts import find_day_names_left, list_presences, was_imported
from outreach_app.queries.histories import list_changes
from outreach_app.queries.meetings import meeting_number
from outreach_app.queries.records import get_own_office
from outreach_app.queries.retention import terms_of_own_office
from outreach_app.rules.dates import add_months
from outreach_app.rules.delays import day_to_forget
from outreach_app.rules.names import Bilingual
from outreach_app.rules.retention import SHEET_DAYS, Kept
from outreach_app.summaries.hand_outs.remarks import partner_facts
from outreach_app.summaries.privacy.plan import (
    ClaimFacts,
    ExtractPlan,
    NoticePlan,
    PresenceFacts,
)
from outreach_app.summaries.prose.several_days import last_of
from outreach_app.summaries.prose.store_words import office_facts
from outreach_app.survivors import survivor

MONTHS = 12


def plan_notice(session: Session) -> NoticePlan:
    """Collect what the notice says of the office. Its number is given with its edition."""
    office = get_own_office(session)
    purpose = Bilingual(office.purpose_ar, office.purpose_fr)
    facts, number = office_facts(office), office.cndp_number
    years, mandate = _name_terms(session)
    return NoticePlan(facts, "", years, mandate, purpose, SHEET_DAYS, number)


def plan_extract(session: Session, person: Person, today: date) -> ExtractPlan:
    """Collect all that is held about a person. Its number is given with its edition.

    What was said in meetings stays out: it belongs to those who said it.
    """
    office, identity = get_own_office(session), person.identity
    claims, meetings = list_claims_of(session, person), list_presences(session, person)
    recorded_on = _recorded_on(session, person)
    last = max((meeting.held_on for meeting in meetings), default=recorded_on)
    keep_years, mandate_months = _name_terms(session)
    until = person.mandate_until
    ends = [add_months(last, MONTHS * keep_years)] if last else []
    ends += [add_months(until, mandate_months)] if until else []
    inform_by = person.inform_by if identity and person.informed_on is None else None
    return ExtractPlan(
        office=office_facts(office),
        number="",
        as_of=today,
        name=Bilingual(identity.name_ar, identity.name_fr) if identity else Bilingual(None, None),
        capacity=Bilingual(person.capacity_ar, person.capacity_fr),
        partner=partner_facts(survivor(person.partner)),
        mandate_from=person.mandate_from,
        mandate_until=person.mandate_until,
        phone=identity.phone if identity else None,
        email=identity.email if identity else None,
        others=identity.others if identity else None,
        language=person.language,
        informed_on=person.informed_on,
        informed_how=person.informed_how,
        recorded_on=recorded_on,
        claims=tuple(_claim(number, row) for number, row in enumerate(claims, 1)),
        presences=tuple(_presence(number, row) for number, row in enumerate(meetings, 1)),
        purpose=Bilingual(office.purpose_ar, office.purpose_fr),
        is_imported=was_imported(session, person.uid),
        names_left_on=find_day_names_left(session),
        keep_years=keep_years,
        keep_until=min(ends) if last else None,
        inform_by=inform_by,
        forgotten_on=day_to_forget(inform_by, day_of_uid(person.uid)) if inform_by else None,
    )


def _name_terms(session: Session) -> tuple[int, int]:
    """Return the years a name is kept after the last meeting, the months after a mandate."""
    terms = terms_of_own_office(session)
    return terms[Kept.NAME] // MONTHS, terms[Kept.MANDATE]


def _recorded_on(session: Session, person: Person) -> date | None:
    """Return the day the card was made; None where its events were erased."""
    changes = list_changes(session, person.uid)
    return clock.local(datetime.fromisoformat(changes[0].at)).date() if changes else None


def _claim(number: int, row: ClaimRow) -> ClaimFacts:
    return ClaimFacts(number, row.number, row.kind, row.received_on)


def _presence(number: int, meeting: Meeting) -> PresenceFacts:
    return PresenceFacts(
        *(number, meeting_number(meeting), meeting.held_on, meeting.kind, meeting.channel),
        last_on=last_of(meeting),
    )
