"""Use cases of rumours. They record what is said, never who says it."""

from dataclasses import dataclass
from datetime import date, time
from uuid import UUID

from sqlalchemy.orm import Session

from outreach_app.errors import InvalidDraft, NotAllowed, Problem
from outreach_app.i18n import Language, current
from outreach_app.i18n import gettext as _
from outreach_app.journal import current_device
from outreach_app.models import Meeting, Point, Rumour
from outreach_app.models.sources import day_of, source_of
from outreach_app.queries.points import can_follow
from outreach_app.queries.records import get_own_office, get_record
from outreach_app.queries.rumours import find_last_rumour_number
from outreach_app.queries.rumours_to_tell import list_points_telling, list_rumours_to_tell
from outreach_app.rights import Right, use_case
from outreach_app.rules.names import Bilingual
from outreach_app.rules.rumours import (
    FALSE_NEWS_TOPIC,
    FALSE_PAGE_TOPIC,
    PAGE_FORM,
    is_person_page,
)
from outreach_app.rules.text import MAX_LINE
from outreach_app.rules.validation import Checks
from outreach_app.services import records
from outreach_app.services.points import check_language, refresh_states
from outreach_app.services.publications import check_address, check_past
from outreach_app.services.rumour_days import (
    check_established,
    check_since_heard,
    require_heard_first,
)
from outreach_app.survivors import survivor
from outreach_app.vocabulary import label, phrase

_IN_A_MEETING = "pc.meeting"
_FIELDS = (
    "text",
    "language",
    "translation",
    "form",
    "topic",
    "heard_on",
    "heard_at",
    "channel",
    "reach",
    "is_urgent",
    *("page_network", "page_name", "page_address"),
    "sensitive_reason",
)


@dataclass(frozen=True, slots=True)
class RumourDraft:
    """A rumour as it was heard: what is said, never who says it.

    Codes: `form` `rk.*`, `channel` `rc.*`, `reach` `rh.*`, `page_network` `pc.*`. `topic` is None
    for that of the form. `version` is None for a new one.
    """

    text: str | None
    language: str | None
    heard_on: date | None
    heard_at: time | None = None
    translation: str | None = None
    form: str = "rk.news"
    topic: str | None = None
    channel: str | None = None
    reach: str | None = "rh.area"
    is_urgent: bool = False
    page_network: str | None = None
    page_name: str | None = None
    page_address: str | None = None
    sensitive_reason: str | None = None
    version: str | None = None


@dataclass(frozen=True, slots=True)
class CarryingDraft:
    """When, by which channel (`pc.*`) and to which organisations a result was carried back."""

    back_on: date
    back_channel: str
    back_to: str | None = None


def check_rumour(draft: RumourDraft) -> list[Problem]:
    """Check the draft of a rumour."""
    checks = Checks()
    checks.required("text", draft.text)
    checks.texts("rumour", draft, draft.sensitive_reason)
    check_language(checks, "text", draft.text, draft.language)
    checks.required("heard_on", draft.heard_on)
    check_past(checks, "heard_on", draft.heard_on, draft.heard_at)
    for name, prefix in (
        ("form", "rk"),
        ("topic", "tp"),
        ("channel", "rc"),
        ("reach", "rh"),
        ("page_network", "pc"),
    ):
        checks.code(name, getattr(draft, name), prefix)
    _check_page_address(checks, draft.page_address)
    return checks.problems


@use_case(Right.RECORD)
def record_rumour(session: Session, draft: RumourDraft) -> Rumour:
    """Record a rumour that this office heard, and number it. Raises InvalidDraft."""
    _require_valid(draft)
    office, letter = get_own_office(session), current_device(session).letter
    rumour = Rumour(office_id=office.id)
    _write(rumour, draft)
    year = rumour.heard_on.year
    rumour.number_year = year
    rumour.number_station = letter
    rumour.number_sequence = find_last_rumour_number(session, office.id, year, letter) + 1
    session.add(rumour)
    session.flush()
    return rumour


@use_case(Right.RECORD)
def change_rumour(session: Session, uid: UUID, draft: RumourDraft) -> Rumour:
    """Change a rumour. Raises InvalidDraft, NotAllowed, NotFound, Conflict."""
    _require_valid(draft)
    rumour = _take_own(session, uid, draft.version or "")
    require_heard_first(rumour, draft.heard_on)
    _write(rumour, draft)
    return rumour


def draft_of_rumour(session: Session, uid: UUID) -> RumourDraft:
    """Return the draft of a rumour. Raises NotFound."""
    rumour = get_record(session, Rumour, uid)
    fields = {name: getattr(rumour, name) for name in _FIELDS}
    return RumourDraft(**fields, version=rumour.version)


@use_case(Right.RECORD)
def follow_point(session: Session, uid: UUID, version: str) -> Rumour:
    """Record a rumour from a point that was heard in a meeting or outside one.

    Channel and reach stay open: a point does not tell them. Raises InvalidDraft for a point without
    words, NotAllowed (`no_rumour`) for one of another kind, closed or recorded already, NotFound,
    Conflict.
    """
    point = records.take(session, Point, uid, version)
    if not can_follow(point.kind, point.state, is_recorded=point.rumour_id is not None):
        message = _(
            "This point cannot be followed as a rumour: only an open point of the kind “rumour” "
            "can, once."
        )
        raise NotAllowed(message, code="no_rumour")
    source, known = source_of(point), phrase(point.phrase) if point.phrase else None
    draft = RumourDraft(
        text=point.text or (known.ar if known else None),
        language=point.language if point.text else "ar",
        translation=point.translation or (known.fr if known else None),
        heard_on=day_of(point),
        heard_at=source.starts_at if isinstance(source, Meeting) else source.received_at,
        topic=point.topic,
        reach=None,
        sensitive_reason=source.sensitive_reason,
    )
    rumour = record_rumour(session, draft)
    point.rumour = rumour
    return rumour


@use_case(Right.RECORD)
def carry_back(session: Session, uid: UUID, version: str, draft: CarryingDraft) -> Rumour:
    """Record when, how and to whom the result was carried back, also on the points that told it.

    Raises InvalidDraft (`needs_rectification`, `before_found`, `told_before`), NotAllowed,
    NotFound, Conflict.
    """
    rumour = _take_own(session, uid, version)
    checks = Checks()
    checks.code("back_channel", draft.back_channel, "pc")
    checks.texts("rumour", draft, rumour.sensitive_reason)
    check_past(checks, "back_on", draft.back_on, None)
    check_established(checks, session, rumour, draft.back_on)
    checks.raise_if_any()
    records.fill(rumour, draft, ("back_on", "back_channel", "back_to"))
    for point in list_points_telling(session, rumour):
        if point.given_on is None:
            point.given_on = draft.back_on
            point.given_to = draft.back_to
            refresh_states(source_of(point))
    return rumour


@use_case(Right.RECORD)
def carry_back_at(session: Session, meeting: UUID) -> list[Rumour]:
    """Record that the rumours a meeting opens with were explained to those invited.

    Raises InvalidDraft (`in_future`) before the day of the meeting, NotFound, Conflict.
    """
    held = get_record(session, Meeting, meeting)
    draft = CarryingDraft(held.held_on, _IN_A_MEETING, _bodies(held))
    return [
        carry_back(session, row.uid, row.version, draft)
        for row in list_rumours_to_tell(session, held)
    ]


@use_case(Right.RECORD)
def close_rumour(
    session: Session, uid: UUID, version: str, closed_on: date | None, reason: str | None = None
) -> Rumour:
    """Close a rumour, or reopen it with None. Raises InvalidDraft, NotAllowed, Conflict."""
    rumour = _take_own(session, uid, version)
    checks = Checks()
    checks.text("rumour", "closed_reason", reason, rumour.sensitive_reason)
    check_past(checks, "closed_on", closed_on, None)
    check_since_heard(checks, "closed_on", closed_on, rumour)
    checks.raise_if_any()
    rumour.closed_on = closed_on
    rumour.closed_reason = reason or None
    return rumour


@use_case(Right.REMOVE)
def delete_rumour(session: Session, uid: UUID, version: str) -> None:
    """Delete a rumour softly; its number is never reused. Raises NotAllowed, Conflict."""
    _take_own(session, uid, version).is_deleted = True


@use_case(Right.REMOVE)
def restore_rumour(session: Session, uid: UUID) -> None:
    """Restore a deleted rumour, with its findings."""
    records.restore(session, Rumour, uid)


def _bodies(meeting: Meeting) -> str | None:
    """Return the names of those invited that fit on a line; a practice goes by its type."""
    invited = [survivor(row.partner) for row in meeting.attendances if not row.is_deleted]
    names: dict[str, None] = {}
    for partner in dict.fromkeys(invited):
        found = Bilingual(partner.name_ar, partner.name_fr).prefer(current())
        name = found[0] if found else label(partner.type or partner.category, current())
        if len("، ".join([*names, name])) <= MAX_LINE:
            names[name] = None
    separator = "، " if current() is Language.ARABIC else ", "
    return separator.join(names) or None


def _check_page_address(checks: Checks, address: str | None) -> None:
    check_address(checks, "page_address", address)
    if address and is_person_page(address):
        message = _(
            "The register notes a page that claims to be official, never a person's account. "
            "Remove this address."
        )
        checks.add("page_address", "person_page", message)


def _take_own(session: Session, uid: UUID, version: str) -> Rumour:
    """Take a rumour of this office; another office follows its own."""
    rumour = records.take(session, Rumour, uid, version)
    if rumour.office_id != get_own_office(session).id:
        message = _(
            "This rumour is another office's: record what you found, and that office receives it."
        )
        raise NotAllowed(message, code="not_own")
    return rumour


def _write(rumour: Rumour, draft: RumourDraft) -> None:
    records.fill(rumour, draft, _FIELDS)
    if draft.topic is None:
        rumour.topic = FALSE_PAGE_TOPIC if draft.form == PAGE_FORM else FALSE_NEWS_TOPIC


def _require_valid(draft: RumourDraft) -> None:
    problems = check_rumour(draft)
    if problems:
        sentences = dict.fromkeys(problem.message for problem in problems)
        raise InvalidDraft(" ".join(sentences), problems)
