"""Use cases of claims: record what people ask about their own data, answer, erase on request."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from outreach_app import clock
from outreach_app.errors import InvalidDraft, NotAllowed, NotFound, Problem
from outreach_app.events import Operation
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.journal import current_device
from outreach_app.models import Claim, JournalEvent, Partner, Person
from outreach_app.queries.claims import (
    claim_number,
    find_last_claim_number,
    find_open_claim,
    get_day_to_answer,
)
from outreach_app.queries.days import day_of_deadlines
from outreach_app.queries.namesakes import bearer_words, list_names, list_namesakes
from outreach_app.queries.naming_texts import NamingText
from outreach_app.queries.records import get_own_office, get_record
from outreach_app.queries.records_naming_people import list_records_naming
from outreach_app.rights import Right, use_case
from outreach_app.rules.claims import (
    ERASING,
    ClaimKind,
    Decision,
    IdentityCheck,
)
from outreach_app.rules.dates import date_text
from outreach_app.rules.validation import Checks
from outreach_app.services import records
from outreach_app.services.erasure import erase_identity
from outreach_app.services.mentions import keep_texts
from outreach_app.services.publications import check_past
from outreach_app.survivors import survivor

_MAX_SHOWN = 5
_OLDEST = timedelta(days=1827)  # five years: what is older has a slip in its year
_FIELDS = ("kind", "received_on", "channel", "identity_check")


@dataclass(frozen=True, slots=True)
class ClaimDraft:
    """A claim; `about` is a person or a practice named after one, None for nobody recorded here.

    `kind` is None until it is chosen: a request is numbered for good, and its time runs.
    `channel` is `rv.*`. `version` is None for a new one.
    """

    kind: str | None = None
    received_on: date | None = None
    channel: str | None = "rv.desk"
    about: UUID | None = None
    identity_check: str = IdentityCheck.NOT_YET
    version: str | None = None


def check_claim(draft: ClaimDraft) -> list[Problem]:
    """Check a claim's draft."""
    checks = Checks()
    checks.required("kind", draft.kind)
    if draft.kind:
        checks.one_of("kind", draft.kind, ClaimKind)
    checks.one_of("identity_check", draft.identity_check, IdentityCheck)
    checks.code("channel", draft.channel, "rv")
    checks.required("received_on", draft.received_on)
    check_past(checks, "received_on", draft.received_on, None)
    return checks.problems


@use_case(Right.NOTE_CLAIMS)
def record_claim(session: Session, draft: ClaimDraft) -> Claim:
    """Record and number a claim; the time to answer runs. Raises InvalidDraft, NotFound."""
    office, letter = get_own_office(session), current_device(session).letter
    claim = Claim(office_id=office.id)
    received_on = _write(session, claim, draft)
    _require_no_open(session, claim)
    claim.number_year = received_on.year
    claim.number_station = letter
    last = find_last_claim_number(session, office.id, received_on.year, letter)
    claim.number_sequence = last + 1
    session.add(claim)
    session.flush()
    return claim


@use_case(Right.NOTE_CLAIMS)
def change_claim(session: Session, uid: UUID, draft: ClaimDraft) -> Claim:
    """Change a claim. Raises InvalidDraft, NotAllowed, NotFound, Conflict."""
    claim = _take_open(session, uid, draft.version or "")
    _write(session, claim, draft)
    return claim


@use_case(Right.ANSWER_CLAIMS)
def answer_claim(
    session: Session, uid: UUID, version: str, decision: str, answered_on: date
) -> Claim:
    """Record how and when a claim was answered.

    Raises InvalidDraft, NotFound, Conflict, and NotAllowed if it was answered already, if it was
    granted without a check of the person's identity or without the erasure, or if it was recorded
    by mistake and the name was erased for it.
    """
    checks = Checks()
    checks.one_of("decision", decision, Decision)
    checks.day("answered_on", answered_on)
    checks.raise_if_any()
    claim = _take_open(session, uid, version)
    too_early = _("The answer cannot be dated before {day}, when the request was received.")
    day = isolate(date_text(claim.received_on))
    checks.period("answered_on", claim.received_on, answered_on, too_early.format(day=day))
    checks.raise_if_any()
    if decision == Decision.GRANTED:
        _require_known(claim)
        _require_done(claim)
    if decision == Decision.FILED_IN_ERROR and claim.erased_on is not None:
        message = _("The name was erased for this request: answer that it was granted.")
        raise NotAllowed(message, code="erased")
    claim.decision = decision
    claim.answered_on = answered_on
    return claim


@use_case(Right.ANSWER_CLAIMS)
def erase_for_claim(
    session: Session,
    uid: UUID,
    version: str,
    also: Collection[UUID] | None = None,
    of_others: Collection[NamingText] = (),
) -> tuple[str, ...]:
    """Erase the name that a claim is about, and record it on the claim; return what was erased.

    `also` are the other records of the same person, by uid; None if nobody was asked. `of_others`
    are texts that were read and name another person, whose name sounds the same: they stay as they
    are, and the log has a row for each. Raises what `erase_identity` raises, Conflict, and
    NotAllowed: also while another text of this office names the person (`named_in_texts`), or if
    another record has the name and nobody said whether it is the same person (`held_twice`).
    """
    claim = _take_open(session, uid, version)
    _require_known(claim)
    about = claim.person or claim.partner
    if claim.kind not in ERASING or about is None:
        raise NotAllowed(_("This request does not ask for an erasure."), code="no_erasure")
    others = _confirmed_namesakes(session, claim, also)
    _require_no_text(session, (about, *others), of_others)
    before = current_device(session).upto
    names = tuple(name for each in (about, *others) for name in erase_identity(session, each.uid))
    erased = select(JournalEvent.record).where(
        JournalEvent.device == current_device(session).uid,
        JournalEvent.seq > before,
        JournalEvent.operation == Operation.PURGE,
    )
    last_purge = session.scalars(erased.order_by(JournalEvent.seq.desc()).limit(1)).one()
    claim.erased_record = str(last_purge)
    claim.erased_on = day_of_deadlines(session)
    keep_texts(session, claim, of_others)
    return names


def draft_of_claim(session: Session, uid: UUID) -> ClaimDraft:
    """Return the draft of a claim as it is recorded. Raises NotFound."""
    claim = get_record(session, Claim, uid)
    about = _current_subject(claim)
    return ClaimDraft(
        claim.kind,
        claim.received_on,
        claim.channel,
        about.uid if about else None,
        claim.identity_check,
        claim.version,
    )


def _write(session: Session, claim: Claim, draft: ClaimDraft) -> date:
    problems = check_claim(draft)
    if draft.received_on != claim.received_on:
        problems += _unlikely(draft.received_on)
    if problems or draft.received_on is None:
        sentences = dict.fromkeys(problem.message for problem in problems)
        raise InvalidDraft(" ".join(sentences), problems)
    records.fill(claim, draft, _FIELDS)
    claim.person = claim.partner = None
    if draft.about is not None:
        holder = _holder(session, draft.about)
        claim.person = holder if isinstance(holder, Person) else None
        claim.partner = holder if isinstance(holder, Partner) else None
    claim.due_on = get_day_to_answer(session, draft.kind, draft.received_on)
    return draft.received_on


def _require_no_open(session: Session, claim: Claim) -> None:
    """Require that the same person has no open request of the kind. Raises InvalidDraft."""
    about = claim.person or claim.partner
    known = find_open_claim(session, claim.kind, about) if about is not None else None
    if known is not None:
        message = _("The request No. {number} of this person is open and asks the same: answer it.")
        message = message.format(number=isolate(claim_number(known)))
        raise InvalidDraft(message, [Problem("about", "already_open", message)])


def _unlikely(received_on: date | None) -> list[Problem]:
    """Return a problem if a day is so far back that its year is a slip."""
    checks = Checks()
    today = clock.today()
    if received_on is not None and received_on < today - _OLDEST:
        message = _("This day is more than five years ago: correct the year.")
        checks.add("received_on", "too_old", message)
    return checks.problems


def _take_open(session: Session, uid: UUID, version: str) -> Claim:
    claim = records.take(session, Claim, uid, version)
    if claim.decision is not None:
        raise NotAllowed(
            _("This request was answered: it can no longer be changed."), code="answered"
        )
    return claim


def _require_known(claim: Claim) -> None:
    if claim.identity_check == IdentityCheck.NOT_YET:
        message = _(
            "First record how you verified that the person is making the request themselves."
        )
        raise NotAllowed(message, code="identity_not_checked")


def _confirmed_namesakes(
    session: Session, claim: Claim, also: Collection[UUID] | None
) -> list[Person | Partner]:
    """Return the other records of the same person, which a person has named. Raises NotAllowed."""
    standing = _current_subject(claim)
    namesakes = list_namesakes(session, standing.uid) if standing is not None else []
    if namesakes and also is None:
        message = _(
            "Other records bear this name or telephone: {records}. State which of them are of the "
            "same person: the name is erased there too, and kept if it is somebody else’s."
        )
        shown = (isolate(bearer_words(each)) for each in namesakes[:_MAX_SHOWN])
        raise NotAllowed(
            message.format(records=" — ".join(shown)),
            code="held_twice",
            details={"records": [str(each.uid) for each in namesakes]},
        )
    wanted = set(also or ())
    unknown = wanted.difference(each.uid for each in namesakes)
    if unknown:
        message = _("No other record bears this name: {uid}")
        raise NotFound(message.format(uid=isolate(str(min(unknown)))))
    return [_holder(session, uid) for uid in wanted]


def _current_subject(claim: Claim) -> Person | Partner | None:
    """Return the record that a claim is about, or the one it was merged into."""
    if claim.person is not None:
        return survivor(claim.person)
    return survivor(claim.partner) if claim.partner is not None else None


def _holder(session: Session, uid: UUID) -> Person | Partner:
    person = session.scalars(select(Person).where(Person.uid == uid)).one_or_none()
    return person or get_record(session, Partner, uid)


def _require_no_text(
    session: Session, holders: Sequence[Person | Partner], of_others: Collection[NamingText]
) -> None:
    """Raise NotAllowed if a text names the person: after the erasure it could not be found."""
    names = [name for each in holders for name in list_names(session, each.uid)]
    found = list_records_naming(session, names, {(each.uid, each.text) for each in of_others})
    if found:
        message = _(
            "Texts still name this person: {records}. Replace the name with the capacity there, "
            "or state that it is another person’s, then erase."
        )
        told = ((row.number, date_text(row.day) if row.day else "") for row in found[:_MAX_SHOWN])
        shown = (" ".join(filter(None, each)) for each in told)
        raise NotAllowed(
            message.format(records=" · ".join(map(isolate, shown))),
            code="named_in_texts",
            details={"records": [str(row.uid) for row in found]},
        )


def _require_done(claim: Claim) -> None:
    is_about_name = claim.kind in ERASING and (claim.person or claim.partner) is not None
    if is_about_name and claim.erased_on is None:
        message = _("Erase the name first: the answer states that it was done.")
        raise NotAllowed(message, code="not_erased")
