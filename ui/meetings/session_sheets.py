"""The sheets of the session editor, read from the store and saved in it."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from uuid import UUID

from outreach_app.database import StoreSession
from outreach_app.i18n import gettext as _
from outreach_app.queries.partners import (
    get_partner_place,
    list_partners_by_id,
    list_partners_by_uid,
)
from outreach_app.rules.dates import date_text
from outreach_app.services.meeting_drafts import draft_like_last_time, draft_of_meeting
from outreach_app.services.meeting_entries import MeetingEntry, save_entry
from outreach_app.services.meetings import MeetingDraft
from ui.actions.undoable import save_undoable
from ui.context import AppContext
from ui.drafts.session_sheet import PresentPartner, SessionSheet, sheet_of


def read_sheet(session: StoreSession, uid: UUID) -> SessionSheet:
    """Return the sheet of a meeting. Raises NotFound."""
    draft = draft_of_meeting(session, uid)
    return replace(sheet_of(draft, _present(session, draft)), uid=uid)


def read_under(session: StoreSession, uid: UUID, typed: SessionSheet) -> SessionSheet:
    """Return the sheet of a meeting with the typed next meeting, which is not stored in it yet.

    Raises NotFound.
    """
    return replace(
        read_sheet(session, uid),
        next_on=typed.next_on,
        next_at=typed.next_at,
        next_channel=typed.next_channel,
        next_place=typed.next_place,
    )


def read_begun(session: StoreSession, day: date, partners: Iterable[UUID]) -> SessionSheet:
    """Return the sheet of a session with these partners; a person stands for their partner."""
    places = [get_partner_place(session, uid) for uid in partners]
    rows = list_partners_by_id(session, [place.record_id for place in places])
    present = tuple(PresentPartner(row.uid, row.name, row.category) for row in rows.values())
    return SessionSheet(held_on=date_text(day), partners=present)


def read_like_last_time(
    session: StoreSession, typed: SessionSheet, today: date
) -> SessionSheet | None:
    """Return what was typed, with the place and the partners of the last meeting with them.

    The points stay. None if there was no such meeting.
    """
    draft = draft_like_last_time(session, [row.uid for row in typed.partners], today)
    if draft is None:
        return None
    last = sheet_of(draft, _present(session, draft))
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


def _present(session: StoreSession, draft: MeetingDraft) -> tuple[PresentPartner, ...]:
    rows = list_partners_by_uid(session, [uid for uid, _is_present in draft.attendances])
    return tuple(
        PresentPartner(uid, rows[uid].name, rows[uid].category, is_present)
        for uid, is_present in draft.attendances
        if uid in rows
    )


def save(context: AppContext, entry: MeetingEntry, uid: UUID | None, *, is_same: bool) -> UUID:
    """Save a session, with Undo, and return its uid. Raises OutreachError.

    Of one that `is_same` as it was read nothing is written.
    """
    if uid is not None and is_same:
        context.notice(_("Nothing was changed."))
        return uid
    said = _("The session was saved.")
    return save_undoable(context, lambda session: save_entry(session, entry, uid).uid, said)
