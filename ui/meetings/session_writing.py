"""What the session editor reads and writes, each in one session on the store."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from outreach_app.database import StoreSession
from outreach_app.errors import Conflict
from outreach_app.i18n import gettext as _
from outreach_app.queries.commitments import CommitmentRow, commitment_row
from outreach_app.queries.details import list_open_commitments_with
from outreach_app.queries.histories import list_changes
from outreach_app.queries.partners import list_partners_by_id, list_partners_by_uid
from outreach_app.queries.records import find_place
from outreach_app.services.commitments import change_status, keep_commitment
from outreach_app.services.meeting_drafts import draft_like_last_time, draft_of_meeting
from outreach_app.services.meetings import MeetingDraft, change_meeting, log_meeting
from outreach_app.services.partners import PartnerDraft, register_partner
from ui.meetings.session_sheet import (
    PresentPartner,
    SessionSheet,
    draft_of,
    next_meeting_of,
    sheet_of,
)
from ui.words import date_text


def read_sheet(session: StoreSession, uid: UUID) -> SessionSheet:
    """The sheet of a meeting. Raises NotFound."""
    draft = draft_of_meeting(session, uid)
    return sheet_of(draft, _present(session, draft))


def read_under(session: StoreSession, uid: UUID, typed: SessionSheet) -> SessionSheet:
    """The sheet of a meeting under what was typed of the next one, which is no part of it yet.

    Raises NotFound.
    """
    return replace(
        read_sheet(session, uid),
        next_on=typed.next_on,
        next_at=typed.next_at,
        next_channel=typed.next_channel,
        next_place=typed.next_place,
    )


def read_planned(session: StoreSession, day: date, partner: UUID | None) -> SessionSheet:
    """The sheet of a meeting to plan on a day, with a partner where one is named."""
    place = find_place(session, partner) if partner else None
    rows = list_partners_by_id(session, [place[1]] if place else [])
    partners = tuple(
        PresentPartner(row.uid, row.name_ar, row.name_fr, row.category) for row in rows.values()
    )
    return SessionSheet(held_on=date_text(day), status="planned", partners=partners)


def read_last_time(
    session: StoreSession, partners: Sequence[UUID], today: date
) -> SessionSheet | None:
    """A new sheet like the last meeting with these partners; None before it."""
    draft = draft_like_last_time(session, partners, today)
    return sheet_of(draft, _present(session, draft)) if draft else None


def like(last: SessionSheet, typed: SessionSheet) -> SessionSheet:
    """What was typed, at the place and with the partners of last time; the points stay."""
    return replace(
        typed,
        kind=last.kind,
        channel=last.channel,
        starts_at=typed.starts_at or last.starts_at,
        ends_at=typed.ends_at or last.ends_at,
        place=last.place,
        subject=typed.subject or last.subject,
        partners=last.partners,
    )


def read_promises(
    session: StoreSession, partners: list[UUID], today: date, but: UUID | None
) -> list[CommitmentRow]:
    """What is open with these partners, but for what the meeting on screen holds itself."""
    rows = list_open_commitments_with(session, partners, today)
    return [row for row in rows if row.meeting != but]


def write_sheet(session: StoreSession, sheet: SessionSheet, uid: UUID | None) -> UUID:
    """Log or change the meeting, and plan the next one. Raises InvalidDraft, Conflict.

    A promise has a version of its own: one that was kept meanwhile must not be opened again.
    """
    if uid is not None and draft_of_meeting(session, uid) != sheet.meeting:
        raise Conflict(
            _("The record was changed since it was read. Read it again, then make your change."),
            details={"uid": str(uid)},
        )
    draft = draft_of(sheet)
    meeting = change_meeting(session, uid, draft) if uid else log_meeting(session, draft)
    following = next_meeting_of(sheet, meeting.uid)
    if following is not None:
        log_meeting(session, following)
    return meeting.uid


def write_partner(session: StoreSession, draft: PartnerDraft) -> PresentPartner:
    """Register a partner and say who it is. Raises InvalidDraft."""
    partner = register_partner(session, draft)
    return PresentPartner(partner.uid, draft.name_ar, draft.name_fr, draft.category)


def close_promise(session: StoreSession, row: CommitmentRow, today: date) -> CommitmentRow:
    """Say that a commitment was kept; its row as it then is. Raises Conflict."""
    kept = keep_commitment(session, row.uid, row.version)
    session.flush()  # gives it its version
    return commitment_row(kept, today)


def open_again(session: StoreSession, row: CommitmentRow, today: date) -> CommitmentRow:
    """Give a kept commitment the status it had; its row as it then is. Raises Conflict."""
    changes = [change.changes for change in list_changes(session, row.uid)]
    before, _now = [change["status"] for change in changes if "status" in change][-1]
    # A status and its reason move together, so they are one value of the history.
    status = before["status"] if isinstance(before, dict) else "cst.open"
    opened = change_status(session, row.uid, row.version, str(status))
    session.flush()
    return commitment_row(opened, today)


def _present(session: StoreSession, draft: MeetingDraft) -> tuple[PresentPartner, ...]:
    rows = list_partners_by_uid(session, [uid for uid, _is_present in draft.attendances])
    return tuple(
        PresentPartner(uid, rows[uid].name_ar, rows[uid].name_fr, rows[uid].category, is_present)
        for uid, is_present in draft.attendances
        if uid in rows
    )
