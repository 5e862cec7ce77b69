"""The command that reads a note: what it proposes, in the form that import-meetings takes."""

from collections.abc import Iterator, Mapping
from datetime import time
from pathlib import Path
from typing import Annotated
from uuid import UUID

import typer

from outreach_app import clock
from outreach_app.cli.options import Answer, Common
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.notes.partners import PartnerIndex
from outreach_app.notes.proposals import HeadField, PointProposal, ReadNote
from outreach_app.notes.reading import read_note
from outreach_app.queries.partners import PartnerRow, list_known_partners, list_partners_by_uid
from outreach_app.rules.text import stored_language
from outreach_app.transfer.foreign_files import read_note_file
from outreach_app.transfer.meetings_file import FORMAT, VERSION

_KEYS = {HeadField.STARTS_AT: "start", HeadField.ENDS_AT: "end"}
# Required by a meeting, and often missing from notes.
_UNSAID = {"kind": "mt.thematic", "channel": "ch.office"}


def read_notes(
    common: Common,
    file: Annotated[Path, typer.Argument(help=_("The file that contains the note."))],
) -> Answer:
    text = read_note_file(file)
    with common.opened() as office, office.database.read() as session:
        index = PartnerIndex(list_known_partners(session))
        note = read_note(text, index, clock.today())
        rows = list_partners_by_uid(session, [partner.uid for partner in note.partners])
    unread = [note.words(span) for span in note.unread]
    result = {
        "format": FORMAT,
        "version": VERSION,
        "meetings": list(_meetings(note, rows)),
        "is_structured": note.is_structured,
        "is_cut": note.is_cut,
        "unread": unread,
    }
    return Answer(result, _lines(note, unread))


def _meetings(note: ReadNote, rows: Mapping[UUID, PartnerRow]) -> Iterator[dict[str, object]]:
    """Yield the meeting a note proposes, and the next one if the note has its day."""
    held = _meeting(note, rows)
    yield held
    for proposal in note.head:
        if proposal.field is HeadField.NEXT_ON:
            shared = {key: held[key] for key in (*_UNSAID, "partners")}
            yield {"status": "planned", "held_on": proposal.value, **shared}


def _meeting(note: ReadNote, rows: Mapping[UUID, PartnerRow]) -> dict[str, object]:
    """Return the meeting that a note proposes; the first of several days or times."""
    head: dict[str, object] = {}
    for proposal in reversed(note.head):
        value = proposal.value
        key = _KEYS.get(proposal.field, str(proposal.field))
        head[key] = value.strftime("%H:%M") if isinstance(value, time) else value
    place = head.pop("place", None)
    head.pop(HeadField.NEXT_ON, None)
    if place is not None:
        head[f"place_{stored_language(None, str(place))}"] = place
    met = [uid for uid in (partner.uid for partner in note.partners) if uid in rows]
    return {
        "status": "held",
        **_UNSAID,
        **head,
        "partners": [_partner(rows[uid]) for uid in met],
        "points": [_point(note, point) for point in note.points],
        "commitments": [
            {
                **_text_and_language(note.words(promise.span)),
                "owner": promise.owner,
                "due_on": promise.due_on,
                "partner": met.index(promise.partner) if promise.partner in met else None,
                "authority": promise.authority,
                "point": promise.point,
            }
            for promise in note.promises
        ],
        "referrals": [
            {"to": referral.destination, "topic": referral.topic, "point": referral.point}
            for referral in note.referrals
        ],
    }


def _point(note: ReadNote, point: PointProposal) -> dict[str, object]:
    topic = next(iter(point.topics), "")
    return {"kind": point.kind, "topic": topic, **_text_and_language(note.words(point.span))}


def _partner(row: PartnerRow) -> dict[str, object]:
    names = {"name_ar": row.name.ar, "name_fr": row.name.fr}
    return {**names, "category": row.category, "type": row.type, "present": True}


def _text_and_language(text: str) -> dict[str, str]:
    return {"text": text, "language": stored_language(None, text).value}


def _lines(note: ReadNote, unread: list[str]) -> list[str]:
    counts = _("Points: {points}. Commitments: {promises}. Referrals: {referrals}.").format(
        points=len(note.points), promises=len(note.promises), referrals=len(note.referrals)
    )
    lines = [counts]
    if not note.is_structured:
        lines.append(
            _(
                "No headings found: the header was read, and the lines are listed as points to "
                "check."
            )
        )
    if note.is_cut:
        lines.append(_("The note is too long to be read at once. Read the rest separately."))
    lines += [_("Not read: {line}").format(line=isolate(line)) for line in unread]
    return lines
