"""Export of this office's communication, as the JSON file that `read_document` reads."""

import json
from collections.abc import Iterator
from datetime import date, time
from pathlib import Path
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from outreach_app.atomic_files import write_whole
from outreach_app.models import Point, Publication
from outreach_app.queries.awareness import AwarenessFilter, list_awareness_by_id, list_awareness_ids
from outreach_app.queries.readings import ReadingFilter, list_reading_ids, list_readings_by_id
from outreach_app.queries.records import get_own_office
from outreach_app.queries.rumours import (
    RumourFilter,
    RumourRow,
    list_rumour_ids,
    list_rumours_by_id,
)
from outreach_app.rights import Right, use_case
from outreach_app.rules.ids import OfficeId
from outreach_app.summaries.prose.circulation import Circulation
from outreach_app.transfer.communication_document import FINDINGS, FORMAT, SECTIONS, VERSION
from outreach_app.transfer.communication_tables import Table

Item = dict[str, object]
_PUBLICATION = (
    *("kind", "published_on", "published_at", "since_on", "title_ar", "title_fr", "text_ar"),
    *("text_fr", "topic", "channels", "address", "issuer", "count"),
)
_READING = (
    *("account", "read_on", "read_at", "source", "views", "reactions", "comments", "shares"),
    *("followers", "is_at_least"),
)
_RUMOUR = (
    *("text", "language", "translation", "heard_on", "heard_at", "form", "topic", "channel"),
    *("reach", "is_urgent", "page_network", "page_name", "page_address"),
    *("back_on", "back_channel", "back_to"),
)
_FINDING = ("result", "found_on", "found_at", "source", "language", "translation")
_REMARK = (
    *("text", "language", "translation", "received_on", "received_at", "received_through", "kind"),
    *("topic", "reaction", "reacted_on", "reply", "reply_translation"),
    *("given_on", "given_to", "given_how", "closed_on"),
)
_AWARENESS = (
    *("held_on", "last_on", "kind", "establishments", "pupils", "beneficiaries", "associations"),
)


@use_case(Right.NAMES_OUT)
def write_communication(session: Session, path: Path) -> None:
    """Write this office's rumours, publications, readings, remarks and actions, as UTF-8 JSON.

    Raises WriteFailed.
    """
    references = {row.uid: row.reference or str(row.uid) for row in _published(session)}
    level = Circulation.RESTRICTED.both
    whole: dict[str, object] = {"format": FORMAT, "version": VERSION, "circulation": level}
    rumours = _rumours(session)
    parts = {
        Table.PUBLICATIONS: [
            {"uid": references[row.uid], **_some(row, _PUBLICATION)} for row in _published(session)
        ],
        Table.READINGS: list(_readings(session, references)),
        Table.RUMOURS: [{"uid": str(row.uid), **_some(row, _RUMOUR)} for row in rumours],
        Table.REMARKS: list(_remarks(session, references)),
        Table.AWARENESS: list(_awareness(session)),
    }
    whole |= {name: parts[table] for table, name in SECTIONS.items()}
    whole[FINDINGS] = list(_findings(rumours, references))
    write_whole(path, json.dumps(whole, ensure_ascii=False, indent=1, default=_plain).encode())


def _own(session: Session) -> frozenset[OfficeId]:
    """Return this office alone: headquarters holds those of others too, who write their own."""
    return frozenset({OfficeId(get_own_office(session).id)})


def _published(session: Session) -> list[Publication]:
    own = get_own_office(session).id
    statement = (
        select(Publication)
        .where(Publication.office_id == own, ~Publication.is_deleted)
        .order_by(Publication.published_on, Publication.id)
    )
    return list(session.scalars(statement))


def _rumours(session: Session) -> list[RumourRow]:
    ids = list_rumour_ids(session, RumourFilter(offices=_own(session)))
    rows = list_rumours_by_id(session, ids)
    return [rows[each] for each in reversed(ids)]


def _findings(rumours: list[RumourRow], references: dict[UUID, str]) -> Iterator[Item]:
    for row in rumours:
        if row.finding is not None and row.finding.result is not None:
            found = {"rumours": [str(row.uid)], **_some(row.finding, _FINDING)}
            found |= {"fact": row.finding.text} if row.finding.text else {}
            rectification = row.rectification.uid if row.rectification else None
            named = references.get(rectification) if rectification else None
            yield found | ({"publication": named} if named else {})


def _readings(session: Session, references: dict[UUID, str]) -> Iterator[Item]:
    ids = list_reading_ids(session, ReadingFilter(offices=_own(session)))
    rows = list_readings_by_id(session, ids)
    for row in (rows[each] for each in reversed(ids)):
        # A reading goes with its publication, which may be in the trash.
        if row.publication is None:
            yield _some(row, _READING)
        elif row.publication in references:
            yield {"publication": references[row.publication]} | _some(row, _READING)


def _remarks(session: Session, references: dict[UUID, str]) -> Iterator[Item]:
    own = get_own_office(session).id
    statement = (
        select(Point)
        .where(Point.office_id == own, Point.meeting_id.is_(None), ~Point.is_deleted)
        .order_by(Point.received_on, Point.id)
    )
    for point in session.scalars(statement):
        item = _some(point, _REMARK)
        if point.raised_by is not None:
            item["raised_by"] = point.raised_by.name_ar or point.raised_by.name_fr
        if point.publication is not None:
            item["publication"] = references.get(point.publication.uid)
        for row in (row for row in point.referrals if not row.is_deleted):
            item["referral"] = {"to": row.destination} | _some(
                row, ("sent_on", "answered_on", "answer")
            )
        for promise in (row for row in point.commitments if not row.is_deleted):
            item["commitment"] = _some(promise, ("text", "translation", "made_on", "due_on"))
        yield item


def _awareness(session: Session) -> Iterator[Item]:
    ids = list_awareness_ids(session, AwarenessFilter(offices=_own(session)))
    rows = list_awareness_by_id(session, ids)
    for row in (rows[each] for each in reversed(ids)):
        words = {"subject_ar": row.subject.ar, "subject_fr": row.subject.fr}
        words |= {"place_ar": row.place.ar, "place_fr": row.place.fr}
        yield _some(row, _AWARENESS) | {name: each for name, each in words.items() if each}


def _some(row: object, names: tuple[str, ...]) -> Item:
    """Return a record's values under some names, without empty ones."""
    values = {name: getattr(row, name) for name in names}
    return {name: value for name, value in values.items() if value not in (None, (), False)}


def _plain(value: object) -> str:
    """Return a day or an hour as files write it."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return value.strftime("%H:%M")
    raise TypeError(value)
