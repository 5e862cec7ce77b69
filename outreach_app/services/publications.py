"""Use cases of publications. A rectification stays one."""

from dataclasses import dataclass
from datetime import date, time
from uuid import UUID

from sqlalchemy.orm import Session

from outreach_app import clock
from outreach_app.errors import InvalidDraft, Problem
from outreach_app.i18n import gettext as _
from outreach_app.models import Publication
from outreach_app.queries.records import get_own_office, get_record
from outreach_app.rights import Right, use_case
from outreach_app.rules.rumours import RECTIFICATION, is_address
from outreach_app.rules.shared_domains import ITEMS
from outreach_app.rules.validation import Checks
from outreach_app.services import records

_FIELDS = (
    "reference",
    "kind",
    "published_on",
    "published_at",
    "since_on",
    "title_ar",
    "title_fr",
    "text_ar",
    "text_fr",
    "topic",
    "channels",
    "address",
    "issuer",
    "count",
    "sensitive_reason",
)


@dataclass(frozen=True, slots=True)
class PublicationDraft:
    """A publication; `kind` is `pb.*`, `channels` are `pc.*`, `version` None for a new one.

    A `count` above one is a total of what came out since `since_on`.
    """

    kind: str
    published_on: date | None
    published_at: time | None = None
    since_on: date | None = None
    title_ar: str | None = None
    title_fr: str | None = None
    text_ar: str | None = None
    text_fr: str | None = None
    topic: str | None = None
    channels: tuple[str, ...] = ()
    address: str | None = None
    issuer: str | None = None
    reference: str | None = None
    count: int | None = 1
    sensitive_reason: str | None = None
    version: str | None = None


def check_publication(draft: PublicationDraft) -> list[Problem]:
    """Check a publication's draft."""
    checks = Checks()
    checks.code("kind", draft.kind, "pb")
    checks.code("topic", draft.topic, "tp")
    for channel in draft.channels:
        checks.code("channels", channel, "pc")
    checks.texts("publication", draft, draft.sensitive_reason)
    check_address(checks, "address", draft.address)
    _check_moment(checks, draft)
    _check_count(checks, draft)
    return checks.problems


def check_address(checks: Checks, field: str, address: str | None) -> None:
    """Require None or the address of a web page."""
    if address and not is_address(address):
        message = _("This is not the address of a page. Write it as https://www.example.ma/page.")
        checks.add(field, "not_an_address", message)


def check_past(checks: Checks, field: str, day: date | None, at: time | None) -> None:
    """Require a day, with its hour if known, that is not in the future."""
    checks.day(field, day)
    if day is not None and clock.moment_of(day, at or time.min) > clock.now():
        checks.add(field, "in_future", _("This moment is in the future: correct the date or hour."))


@use_case(Right.RECORD)
def record_publication(session: Session, draft: PublicationDraft) -> Publication:
    """Record what this office published. Raises InvalidDraft."""
    _require_valid(draft)
    publication = Publication(office_id=get_own_office(session).id)
    records.fill(publication, draft, _FIELDS)
    session.add(publication)
    session.flush()
    return publication


@use_case(Right.RECORD)
def change_publication(session: Session, uid: UUID, draft: PublicationDraft) -> Publication:
    """Change a publication. Raises InvalidDraft, NotFound, Conflict.

    A rectification stays one, and no other publication becomes one.
    """
    _require_valid(draft)
    publication = records.take(session, Publication, uid, draft.version or "")
    if RECTIFICATION in (publication.kind, draft.kind) and publication.kind != draft.kind:
        message = _(
            "A rectification cannot become another kind of publication, nor the reverse. Delete "
            "this publication and record it again."
        )
        raise InvalidDraft(message, [Problem("kind", "fixed_kind", message)])
    records.fill(publication, draft, _FIELDS)
    return publication


def draft_of_publication(session: Session, uid: UUID) -> PublicationDraft:
    """Return the draft of a publication. Raises NotFound."""
    publication = get_record(session, Publication, uid)
    fields = {name: getattr(publication, name) for name in _FIELDS}
    return PublicationDraft(**fields, version=publication.version)


@use_case(Right.REMOVE)
def delete_publication(session: Session, uid: UUID, version: str) -> None:
    """Delete a publication softly; a rumour that it rectified counts as verified again."""
    records.delete(session, Publication, uid, version)


@use_case(Right.REMOVE)
def restore_publication(session: Session, uid: UUID) -> None:
    """Restore a deleted publication."""
    records.restore(session, Publication, uid)


def _check_moment(checks: Checks, draft: PublicationDraft) -> None:
    checks.required("published_on", draft.published_on)
    check_past(checks, "published_on", draft.published_on, draft.published_at)
    checks.day("since_on", draft.since_on)
    too_late = _("The count cannot begin after the day of publication.")
    checks.period("since_on", draft.since_on, draft.published_on, too_late)


def _check_count(checks: Checks, draft: PublicationDraft) -> None:
    count = draft.count
    if count is None or not ITEMS.lo <= count <= ITEMS.hi:
        message = _("The number of publications is from {least} to {most}.")
        checks.add("count", "out_of_range", message.format(least=ITEMS.lo, most=ITEMS.hi))
    elif count == 1:
        if not draft.title_ar and not draft.title_fr:
            message = _("A title is required, in Arabic or in French.")
            checks.add("title_ar", "required", message)
    elif draft.address or draft.text_ar or draft.text_fr:
        message = _(
            "A line that counts several publications cannot have an address or a text. Remove them."
        )
        checks.add("count", "statement_detail", message)


def _require_valid(draft: PublicationDraft) -> None:
    checks = Checks()
    checks.extend(check_publication(draft))
    checks.raise_if_any()
