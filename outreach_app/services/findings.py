"""Use cases of findings: what verifying a rumour established, and its rectification."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, time
from uuid import UUID

import uuid_utils.compat
from sqlalchemy import select
from sqlalchemy.orm import Session

from outreach_app.errors import InvalidDraft, NotAllowed, Problem
from outreach_app.i18n import gettext as _
from outreach_app.models import Finding, Publication, Rumour
from outreach_app.queries.records import get_own_office, get_record
from outreach_app.rights import Right, use_case
from outreach_app.rules.dates import date_words
from outreach_app.rules.kinds import OfficeRole, VerificationResult
from outreach_app.rules.rumours import RECTIFICATION, TO_RECTIFY
from outreach_app.rules.validation import Checks
from outreach_app.services import records
from outreach_app.services.offices import require_headquarters
from outreach_app.services.points import check_language
from outreach_app.services.publications import (
    PublicationDraft,
    check_past,
    check_publication,
    record_publication,
)
from outreach_app.services.rumour_days import check_since_heard

_FIELDS = ("result", "found_on", "found_at", "source", "text", "language", "translation")


@dataclass(frozen=True, slots=True)
class FindingDraft:
    """What was established: `result` is `vr.*`, None while the verification has only begun.

    `source` is the service that was asked, `vs.*`; `text` the fact, in its language.
    """

    result: str | None = None
    found_on: date | None = None
    found_at: time | None = None
    source: str | None = None
    text: str | None = None
    language: str | None = None
    translation: str | None = None


@use_case(Right.RECORD)
def record_finding(session: Session, rumour: UUID, draft: FindingDraft) -> Finding:
    """Record what this office found about a rumour, replacing its earlier finding.

    Those who were informed of another result have still to be informed of this one.

    Headquarters' finding applies to each rumour that it joined with this one. Raises InvalidDraft,
    NotAllowed for another office's rumour, NotFound.
    """
    verified = get_record(session, Rumour, rumour)
    _check(verified, draft).raise_if_any()
    findings = _own_findings(session, verified)
    for finding in findings:
        _take_back(finding, draft)
        records.fill(finding, draft, _FIELDS)
        if draft.result not in TO_RECTIFY:
            finding.publication = None
        if (
            draft.result == VerificationResult.UNOFFICIAL
            and finding.rumour.office_id == finding.office_id
        ):
            # Supporters are no offenders: only the name of their page is kept.
            finding.rumour.page_address = None
    session.flush()
    return findings[0]


@use_case(Right.RECORD)
def link_rectification(session: Session, rumour: UUID, publication: UUID) -> Finding:
    """Link the rectification of a rumour that this office found false or misleading.

    Raises InvalidDraft, NotAllowed, NotFound.
    """
    rectification = get_record(session, Publication, publication)
    findings = _own_findings(session, get_record(session, Rumour, rumour))
    if any(finding.result not in TO_RECTIFY for finding in findings):
        message = _(
            "Only news found false or misleading can be rectified. Record that result first, or "
            "leave out the rectification."
        )
        raise InvalidDraft(message, [Problem("result", "nothing_to_rectify", message)])
    if rectification.kind != RECTIFICATION or rectification.count > 1:
        message = _("Choose one rectification: other publications do not correct a rumour.")
        raise InvalidDraft(message, [Problem("publication", "no_rectification", message)])
    for finding in findings:
        finding.publication = rectification
    session.flush()
    return findings[0]


def check_rectification(draft: PublicationDraft) -> list[Problem]:
    """Check the draft of a rectification, which is only one once it was published somewhere."""
    checks = Checks()
    if not draft.channels:
        message = _(
            "Choose at least one channel on which it was published. Until then, what is typed is "
            "kept as a draft."
        )
        checks.add("channels", "required", message)
    return [*check_publication(draft), *checks.problems]


@use_case(Right.RECORD)
def publish_rectification(session: Session, rumour: UUID, draft: PublicationDraft) -> Publication:
    """Record a rectification and link it to a rumour. Raises InvalidDraft, NotAllowed, NotFound."""
    if problems := check_rectification(draft):
        raise InvalidDraft(problems[0].message, problems)
    publication = record_publication(session, replace(draft, kind=RECTIFICATION))
    link_rectification(session, rumour, publication.uid)
    return publication


@use_case(Right.RECORD)
def join_rumours(session: Session, rumours: Sequence[UUID]) -> str:
    """Record that rumours of several offices are the same; a finding then applies to all.

    Returns the uid of their cluster. Raises NotAllowed (`headquarters_only`), NotFound, and
    InvalidDraft if two of them have different results.
    """
    require_headquarters(session)
    findings = {
        finding.rumour_id: finding
        for uid in rumours
        for finding in _own_findings(session, get_record(session, Rumour, uid))
    }.values()
    found = [finding for finding in findings if finding.result is not None]
    if len({finding.result for finding in found}) > 1:
        message = _("These rumours have different results: correct one result before joining them.")
        raise InvalidDraft(message, [Problem("rumours", "different_results", message)])
    clusters = sorted(filter(None, {finding.cluster for finding in findings}))
    cluster = clusters[0] if clusters else str(uuid_utils.compat.uuid7())
    for finding in findings:
        finding.cluster = cluster
        if found and finding.result is None:
            records.fill(finding, found[0], _FIELDS)
            finding.publication = found[0].publication
    session.flush()
    return cluster


def find_own_finding(session: Session, rumour: Rumour) -> Finding | None:
    """Return this office's finding of a rumour; the last if two of its computers wrote one."""
    own = get_own_office(session).id
    statement = (
        select(Finding)
        .where(Finding.rumour_id == rumour.id, Finding.office_id == own, ~Finding.is_deleted)
        .order_by(Finding.uid.desc())
        .limit(1)
    )
    return session.scalars(statement).one_or_none()


def _own_findings(session: Session, rumour: Rumour) -> list[Finding]:
    """Return this office's finding of a rumour, new if there is none, then those of joined ones."""
    office = get_own_office(session)
    if rumour.office_id != office.id and office.role != OfficeRole.HEADQUARTERS:
        message = _("Only headquarters can verify what another office heard.")
        raise NotAllowed(message, code="not_own")
    finding = find_own_finding(session, rumour)
    if finding is None:
        finding = Finding(office_id=office.id, rumour=rumour)
        session.add(finding)
        session.flush()
    if finding.cluster is None:
        return [finding]
    joined = select(Finding).where(
        Finding.cluster == finding.cluster,
        Finding.office_id == office.id,
        Finding.id != finding.id,
        ~Finding.is_deleted,
    )
    return [finding, *session.scalars(joined.order_by(Finding.uid))]


def _take_back(finding: Finding, draft: FindingDraft) -> None:
    """Take back the report of another result to those concerned; one of the same result stays.

    Raises InvalidDraft (`after_told`) for a day on which they knew it already.
    """
    rumour = finding.rumour
    if rumour.office_id != finding.office_id or rumour.back_on is None or finding.result is None:
        return
    if finding.result != draft.result:
        rumour.back_on = rumour.back_channel = rumour.back_to = None
    elif draft.found_on is not None and draft.found_on > rumour.back_on:
        message = _("Those concerned were informed of this result on {day}: correct the date.")
        message = message.format(day=date_words(rumour.back_on))
        raise InvalidDraft(message, [Problem("found_on", "after_told", message)])


def _check(rumour: Rumour, draft: FindingDraft) -> Checks:
    checks = Checks()
    checks.code("result", draft.result, "vr")
    checks.code("source", draft.source, "vs")
    checks.texts("finding", draft, rumour.sensitive_reason)
    check_language(checks, "text", draft.text, draft.language)
    if draft.result is not None:
        checks.required("found_on", draft.found_on)
    check_past(checks, "found_on", draft.found_on, draft.found_at)
    check_since_heard(checks, "found_on", draft.found_on, rumour)
    return checks
