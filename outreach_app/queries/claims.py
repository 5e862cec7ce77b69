"""Claims: what people asked about their own data."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, Select, case, func, select, true
from sqlalchemy.orm import Session, joinedload

from outreach_app.errors import NotFound
from outreach_app.i18n import gettext as _
from outreach_app.models import Claim, Partner, Person
from outreach_app.queries.days import day_of_deadlines
from outreach_app.queries.mentions import list_open_mentions
from outreach_app.queries.records import get_own_office
from outreach_app.queries.sorting import Orders, Sorting, rank_among, sorted_by
from outreach_app.rules.claims import (
    ERASING,
    NEAR,
    ClaimKind,
    Decision,
    IdentityCheck,
    day_to_answer,
)
from outreach_app.rules.document_numbers import DocumentNumber
from outreach_app.rules.names import Bilingual
from outreach_app.survivors import group_ids, survivor


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim in a list; names the person by capacity and organisation only.

    `about` is the person or the practice, None for nobody recorded here; `days_left` until the
    answer is due, negative once it is late, None once it was given. `has_name` if there is one to
    erase, `is_of_person` if it is a person's and not a practice's. `late_texts` counts the texts
    that still name the person after the erasure, as the other computer found.
    """

    uid: UUID
    number: str
    kind: str
    received_on: date
    channel: str | None
    about: UUID | None
    capacity: Bilingual
    partner_name: Bilingual
    identity_check: str
    due_on: date
    days_left: int | None
    decision: str | None
    answered_on: date | None
    has_name: bool
    is_of_person: bool
    erased_on: date | None
    late_texts: int
    version: str

    @property
    def is_late(self) -> bool:
        return self.days_left is not None and self.days_left < 0

    @property
    def is_near(self) -> bool:
        return self.days_left is not None and self.days_left <= NEAR.days

    @property
    def answered_late(self) -> int:
        """By how many days the answer came late; 0 also if the claim was recorded in error."""
        if self.answered_on is None or self.decision == Decision.FILED_IN_ERROR:
            return 0
        return max((self.answered_on - self.due_on).days, 0)

    @property
    def may_be_extracted(self) -> bool:
        """Whether a person waits for an answer, with a verified identity."""
        is_known = self.identity_check != IdentityCheck.NOT_YET
        return self.is_of_person and self.has_name and is_known and self.decision is None

    @property
    def can_erase(self) -> bool:
        """Whether the claim asks for an erasure that was not done."""
        return self.has_name and self.kind in ERASING and self.decision is None


@dataclass(frozen=True, slots=True)
class ClaimFilter:
    """A filter of the list; None does not filter."""

    kind: str | None = None
    is_open: bool | None = None


def list_claims(session: Session, limit: int | None = None) -> list[ClaimRow]:
    """Return the claims: open ones first, by due day."""
    ids = list(session.scalars(select_claims(ClaimFilter()).limit(limit)))
    rows = list_claims_by_id(session, ids)
    return [rows[each] for each in ids]


_ORDERS: Orders = {
    "kind": lambda: (
        rank_among(Claim.kind, ClaimKind),
        Claim.number_year,
        Claim.number_sequence,
    ),
    "received": lambda: (Claim.received_on,),
    "due": lambda: (Claim.due_on,),
    "state": lambda: (Claim.decision.is_not(None), _due_if_waiting(), Claim.answered_on),
}


def select_claims(wanted: ClaimFilter, sorting: Sorting | None = None) -> Select[int]:
    """Select the local ids: open claims by due day, then answered ones, newest first."""
    claims = select(Claim.id).where(~Claim.is_deleted, *_conditions(wanted))
    is_waiting = Claim.decision.is_(None)
    newest_last = case((is_waiting, Claim.id), else_=-Claim.id)
    usual = (~is_waiting, _due_if_waiting(), newest_last)
    return sorted_by(claims, _ORDERS, sorting).order_by(*usual)


def list_claim_ids(
    session: Session, wanted: ClaimFilter, sorting: Sorting | None = None
) -> list[int]:
    """Return the local ids of the claims, in their order."""
    return list(session.scalars(select_claims(wanted, sorting)))


def list_claims_by_id(session: Session, ids: Iterable[int]) -> dict[int, ClaimRow]:
    """Return the rows of claims, by local id."""
    today = day_of_deadlines(session)
    statement = (
        select(Claim)
        .where(Claim.id.in_(list(ids)), ~Claim.is_deleted)
        .options(
            joinedload(Claim.person).joinedload(Person.identity),
            joinedload(Claim.partner).joinedload(Partner.identity),
        )
    )
    return {claim.id: _row(session, claim, today) for claim in session.scalars(statement).all()}


def waiting_claims(session: Session) -> Select[int]:
    """Select the claims that are due soon or late; late ones stay until answered."""
    own = get_own_office(session).id
    near = day_of_deadlines(session) + NEAR
    return select_claims(ClaimFilter(is_open=True)).where(
        Claim.due_on <= near, Claim.office_id == own
    )


def late_claims(session: Session) -> Select[int]:
    """Select the claims that should have been answered."""
    own, today = get_own_office(session).id, day_of_deadlines(session)
    return select_claims(ClaimFilter(is_open=True)).where(
        Claim.due_on < today, Claim.office_id == own
    )


def get_claim(session: Session, uid: UUID) -> ClaimRow:
    """Return the row of a claim. Raises NotFound."""
    claim_id = session.scalar(select(Claim.id).where(Claim.uid == uid, ~Claim.is_deleted))
    if claim_id is None:
        raise NotFound(_("There is no such record: {uid}.").format(uid=uid))
    return list_claims_by_id(session, [claim_id])[claim_id]


def list_asking(session: Session) -> list[ClaimRow]:
    """Return the open claims of people whose identity is verified."""
    ids = list_claim_ids(session, ClaimFilter(is_open=True))
    return [row for row in list_claims_by_id(session, ids).values() if row.may_be_extracted]


def list_claims_of(session: Session, person: Person) -> list[ClaimRow]:
    """Return the claims of a person, and of those merged into it, oldest first."""
    people = group_ids(session, Person, [person.uid])
    statement = (
        select(Claim.id)
        .where(Claim.person_id.in_(people), ~Claim.is_deleted)
        .order_by(Claim.received_on, Claim.id)
    )
    ids = list(session.scalars(statement))
    rows = list_claims_by_id(session, ids)
    return [rows[each] for each in ids]


def get_day_to_answer(session: Session, kind: str | None, received_on: date) -> date:
    """Return the day until which this office answers a request of a kind, received on a day."""
    return day_to_answer(kind, received_on, get_own_office(session).answer_days)


def find_last_claim_number(session: Session, office_id: int, year: int, station: str) -> int:
    """Return the last number that a station gave in a year, 0 before the first."""
    statement = select(func.max(Claim.number_sequence)).where(
        Claim.office_id == office_id, Claim.number_year == year, Claim.number_station == station
    )
    return session.scalar(statement) or 0


def find_open_claim(session: Session, kind: str, holder: Person | Partner) -> Claim | None:
    """Return a claim of a kind about the same person that nobody has answered yet."""
    unanswered = select(Claim).where(
        Claim.kind == kind, Claim.decision.is_(None), ~Claim.is_deleted
    )
    meant = _survivor_of(holder)
    for claim in session.scalars(unanswered.order_by(Claim.id)):
        about = claim.person or claim.partner
        if about is not None and _survivor_of(about) is meant:
            return claim
    return None


def _survivor_of(holder: Person | Partner) -> Person | Partner:
    if isinstance(holder, Person):
        return survivor(holder)
    return survivor(holder)


def claim_number(claim: Claim) -> str:
    """Return `07/2026`, or `07-B/2026` from a second PC; "" without a number."""
    if claim.number_sequence is None:
        return ""
    station = claim.number_station or ""
    return str(DocumentNumber("", claim.number_year or 0, claim.number_sequence, station))


def _conditions(wanted: ClaimFilter) -> Iterable[ColumnElement[bool]]:
    yield Claim.kind == wanted.kind if wanted.kind else true()
    if wanted.is_open is not None:
        yield Claim.decision.is_(None) if wanted.is_open else Claim.decision.is_not(None)


def _due_if_waiting() -> ColumnElement[date | None]:
    return case((Claim.decision.is_(None), Claim.due_on))


def _row(session: Session, claim: Claim, today: date) -> ClaimRow:
    person = survivor(claim.person) if claim.person else None
    practice = survivor(claim.partner) if claim.partner else None
    body = survivor(person.partner) if person else practice
    bearer = None if body is None or body.is_named_after_person else body
    identity = person.identity if person else practice.identity if practice else None
    about = person or practice
    return ClaimRow(
        uid=claim.uid,
        number=claim_number(claim),
        kind=claim.kind,
        received_on=claim.received_on,
        channel=claim.channel,
        about=about.uid if about else None,
        capacity=Bilingual(
            person.capacity_ar if person else None, person.capacity_fr if person else None
        ),
        partner_name=Bilingual(
            bearer.name_ar if bearer else None, bearer.name_fr if bearer else None
        ),
        identity_check=claim.identity_check,
        due_on=claim.due_on,
        days_left=(claim.due_on - today).days if claim.decision is None else None,
        decision=claim.decision,
        answered_on=claim.answered_on,
        has_name=identity is not None and identity.bears_name,
        is_of_person=person is not None,
        erased_on=claim.erased_on,
        late_texts=len(list_open_mentions(session, claim)) if claim.erased_record else 0,
        version=claim.version,
    )
