"""Use cases of readings, i.e. counts read from a publication's or account's page on one day."""

from dataclasses import dataclass
from datetime import date, time
from uuid import UUID

from sqlalchemy.orm import Session

from outreach_app.errors import Problem
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.models import Publication, Reading
from outreach_app.queries.readings import find_reading_before
from outreach_app.queries.records import get_own_office, get_record
from outreach_app.rights import Right, use_case
from outreach_app.rules.dates import date_words
from outreach_app.rules.readings import COUNTS, interactions_of, sum_of_parts
from outreach_app.rules.shared_domains import REACHED
from outreach_app.rules.validation import Checks
from outreach_app.services import records
from outreach_app.services.publications import check_past

_FIELDS = ("account", "read_on", "read_at", "source", *COUNTS, "is_at_least")


@dataclass(frozen=True, slots=True)
class ReadingDraft:
    """What was read of a publication, or of an official account (`pc.*`), on a day.

    A count that was not read is None, never 0. `source` is `rs.*`, `version` None for a new one.
    """

    read_on: date | None
    publication: UUID | None = None
    account: str | None = None
    read_at: time | None = None
    source: str | None = "rs.page"
    views: int | None = None
    reactions: int | None = None
    comments: int | None = None
    shares: int | None = None
    interactions: int | None = None
    followers: int | None = None
    is_at_least: bool = False
    version: str | None = None


def check_reading(draft: ReadingDraft) -> list[Problem]:
    """Check the draft of a reading, without what is known of the publication."""
    checks = Checks()
    checks.code("account", draft.account, "pc")
    checks.code("source", draft.source, "rs")
    checks.required("read_on", draft.read_on)
    check_past(checks, "read_on", draft.read_on, draft.read_at)
    if draft.publication is None and draft.account is None:
        message = _("State which publication or which official account this reading is of.")
        checks.add("account", "one_of", message)
    for name in COUNTS:
        _check_count(checks, name, getattr(draft, name))
    if all(getattr(draft, name) is None for name in COUNTS):
        message = _("This reading has no number. Enter at least one.")
        checks.add("interactions", "nothing_read", message)
    total, parts = draft.interactions, sum_of_parts(draft)
    if total is not None and parts is not None and total < parts:
        message = _("The interactions ({total}) are less than the sum of their parts ({parts}).")
        numbers = {"total": isolate(str(total)), "parts": isolate(str(parts))}
        checks.add("interactions", "total_below_parts", message.format(**numbers))
    return checks.problems


@use_case(Right.RECORD)
def record_reading(session: Session, draft: ReadingDraft) -> Reading:
    """Record a reading.

    Raises InvalidDraft (`statement_detail`, `before_published`, …), NotFound.
    """
    publication = _require_valid(session, draft)
    reading = Reading(office_id=get_own_office(session).id, publication=publication)
    records.fill(reading, draft, _FIELDS)
    session.add(reading)
    session.flush()
    return reading


@use_case(Right.RECORD)
def change_reading(session: Session, uid: UUID, draft: ReadingDraft) -> Reading:
    """Change a reading. Raises InvalidDraft, NotFound, Conflict."""
    _require_valid(session, draft)
    reading = records.take(session, Reading, uid, draft.version or "")
    records.fill(reading, draft, _FIELDS)
    return reading


def draft_of_reading(session: Session, uid: UUID) -> ReadingDraft:
    """Return the draft of a reading. Raises NotFound."""
    reading = get_record(session, Reading, uid)
    fields = {name: getattr(reading, name) for name in _FIELDS}
    publication = reading.publication.uid if reading.publication else None
    return ReadingDraft(publication=publication, version=reading.version, **fields)


def list_doubts(session: Session, draft: ReadingDraft) -> list[str]:
    """Return warnings about a reading that is kept all the same: counts below earlier ones."""
    before = find_reading_before(session, draft.publication, draft.account, draft.read_on)
    if before is None or before.read_on is None:
        return []
    doubts = []
    pairs = (
        (_("Interactions"), interactions_of(draft), before.interactions),
        (_("Views"), draft.views, before.views),
        (_("Followers"), draft.followers, before.followers),
    )
    for name, now, was in pairs:
        if now is not None and was is not None and now < was:
            message = _(
                "{name}: {now} is less than the {was} of {day}. It is recorded as it was read."
            )
            numbers = {"now": isolate(str(now)), "was": isolate(str(was))}
            day = date_words(before.read_on)
            doubts.append(message.format(name=name, day=day, **numbers))
    return doubts


@use_case(Right.REMOVE)
def delete_reading(session: Session, uid: UUID, version: str) -> None:
    """Delete a reading softly."""
    records.delete(session, Reading, uid, version)


def _require_valid(session: Session, draft: ReadingDraft) -> Publication | None:
    """Return the publication of a draft that can be recorded. Raises InvalidDraft."""
    checks = Checks()
    checks.extend(check_reading(draft))
    publication = get_record(session, Publication, draft.publication) if draft.publication else None
    if publication is not None:
        _check_publication(checks, publication, draft.read_on)
    checks.raise_if_any()
    return publication


def _check_count(checks: Checks, name: str, count: int | None) -> None:
    if count is None:
        return
    if count < 0:
        checks.add(name, "negative", _("A reading cannot be below 0."))
    elif count > REACHED.hi:
        message = _("A reading cannot be above {most}: check it.")
        checks.add(name, "out_of_range", message.format(most=isolate(f"{REACHED.hi:,}")))


def _check_publication(checks: Checks, publication: Publication, day: date | None) -> None:
    if publication.count > 1:
        message = _("A line that counts several publications cannot have a reading.")
        checks.add("publication", "statement_detail", message)
    if day is not None and day < publication.published_on:
        message = _("This cannot have been read before it was published: correct the date.")
        checks.add("read_on", "before_published", message)
