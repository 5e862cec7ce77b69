"""The list of partners, paged, and partners that may be the same."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ColumnElement, Select, func, or_, select
from sqlalchemy.orm import Session

from outreach_app.i18n import Language, current
from outreach_app.models import Attendance, Identity, Partner, Person
from outreach_app.queries.days import first_uid_of
from outreach_app.queries.meetings import held_in
from outreach_app.queries.partners import PartnerRow, last_met_on, list_partners_by_id
from outreach_app.queries.records import get_own_office
from outreach_app.rules.folding import fold_words
from outreach_app.rules.ordering import order_key
from outreach_app.rules.periods import Period
from outreach_app.rules.phones import find_phone
from outreach_app.rules.phonetics import name_key
from outreach_app.search.index import FoundKind, find_names
from outreach_app.survivors import is_shown, survivor_ids, survivors

_PEOPLE = 12  # whose partners are looked up


class PartnerOrder(StrEnum):
    """Sort orders: the name in the current language, or the last meeting."""

    NAME = "name"
    MET = "met"


@dataclass(frozen=True, slots=True)
class PartnerFilter:
    """A filter of the list; None and "" do not filter.

    A partner was met if it was present at a held meeting.
    """

    text: str = ""
    category: str | None = None
    is_active: bool | None = None
    met_in: Period | None = None
    not_met_since: date | None = None


def list_partner_ids(
    session: Session,
    wanted: PartnerFilter,
    order: PartnerOrder | None = None,
    *,
    is_descending: bool = False,
) -> list[int]:
    """Return the local ids of the partners in an order; those never met come first.

    Without an order: as they were registered, or best match first with text.
    """
    statement = _narrowed(select(Partner.id).where(is_shown(Partner)), wanted)
    found: list[int] = []
    if wanted.text.strip():
        found = _find_partners(session, wanted.text)
        statement = statement.where(_is_one_of(found))
    if order is PartnerOrder.NAME:
        return _sorted_by_name(session, statement, is_descending=is_descending)
    if order is PartnerOrder.MET:
        day = last_met_on()
        statement = statement.order_by(day.desc() if is_descending else day, Partner.id)
        return list(session.scalars(statement))
    if not wanted.text.strip():
        return list(session.scalars(statement.order_by(Partner.id)))
    allowed = set(session.scalars(statement))
    return [record_id for record_id in found if record_id in allowed]


def list_partners_met(session: Session, today: date) -> list[UUID]:
    """Return the uids of the office's own partners that were met up to a day, as registered."""
    statement = (
        select(Partner.uid)
        .where(is_shown(Partner), Partner.office_id == get_own_office(session).id)
        .where(is_met_in(Period(date.min, today)))
        .order_by(Partner.id)
    )
    return list(session.scalars(statement))


def list_partners_of_people(session: Session, text: str) -> list[int]:
    """Return the local ids of the partners that people of that name speak for, best first."""
    found = [hit.record_id for hit in find_names(session, text, _PEOPLE, [FoundKind.PERSON])]
    spoken = select(Person.id, Person.partner_id).where(Person.id.in_(found), is_shown(Person))
    partners = {row.id: row.partner_id for row in session.execute(spoken)}
    ends = survivor_ids(session, Partner)
    named = (partners[person] for person in found if person in partners)
    return list(dict.fromkeys(ends.get(record_id, record_id) for record_id in named))


def count_partners_not_met(session: Session, since: date) -> int:
    """Count the active partners that were not met from that day on."""
    return session.scalar(_not_met(select(func.count(Partner.id)), since)) or 0


def select_partners_not_met(since: date) -> Select[int]:
    """Select their local ids: longest unseen first, those never met last."""
    longest_unseen = (last_met_on().nulls_last(), Partner.id)
    return _not_met(select(Partner.id), since).order_by(*longest_unseen)


def is_met_in(period: Period) -> ColumnElement[bool]:
    """Return the condition that a partner was present at a meeting held in a period."""
    merged = survivors(Partner)
    present = (
        select(func.coalesce(merged.c.survivor_id, Attendance.partner_id))
        .join(Attendance.meeting)
        .outerjoin(merged, merged.c.id == Attendance.partner_id)
        .where(*held_in(period), Attendance.is_present, ~Attendance.is_deleted)
    )
    return Partner.id.in_(present)


def is_not_met_since(day: date) -> ColumnElement[bool]:
    """Return the condition that a partner was not met from that day on.

    One that was never met counts from the day of its recording.
    """
    is_old = Partner.uid < first_uid_of(day)
    return ~is_met_in(Period(day, date.max)) & (is_old | is_met_in(Period(date.min, day)))


def list_similar_partners(
    session: Session, name_ar: str | None, name_fr: str | None, phone: str | None
) -> list[PartnerRow]:
    """Return partners with the same phone, or the same name in any spelling and script."""
    number = find_phone(phone) if phone else None
    names = [name for name in (name_ar, name_fr) if name]
    wanted = {key for name in names for key in _keys(name)}
    statement = (
        select(
            Partner.id,
            _name_or_contact("name_ar"),
            _name_or_contact("name_fr"),
            _name_or_contact("phone"),
        )
        .outerjoin(Partner.identity)
        .where(is_shown(Partner))
    )
    # Keys of names are slow to compute: only for those that the index returns.
    found = {record_id for name in names for record_id in _find_partners(session, name)}
    is_candidate = or_(_is_one_of(found), _name_or_contact("phone") == (number or ""))
    alike = [
        record_id
        for record_id, *known, known_phone in session.execute(statement.where(is_candidate))
        if (number is not None and known_phone == number)
        or any(key in wanted for name in known if name for key in _keys(name))
    ]
    rows = list_partners_by_id(session, alike)
    return [rows[record_id] for record_id in alike]


def _not_met(statement: Select[int], since: date) -> Select[int]:
    wanted = PartnerFilter(is_active=True, not_met_since=since)
    return _narrowed(statement.where(is_shown(Partner)), wanted)


def _narrowed(statement: Select[int], wanted: PartnerFilter) -> Select[int]:
    if wanted.category is not None:
        statement = statement.where(Partner.category == wanted.category)
    if wanted.is_active is not None:
        statement = statement.where(Partner.is_active == wanted.is_active)
    if wanted.met_in is not None:
        statement = statement.where(is_met_in(wanted.met_in))
    if wanted.not_met_since is not None:
        statement = statement.where(is_not_met_since(wanted.not_met_since))
    return statement


def _find_partners(session: Session, text: str) -> list[int]:
    """Return all that match, best first; a merged one's name finds its survivor."""
    found = [hit.record_id for hit in find_names(session, text, kinds=[FoundKind.PARTNER])]
    ends = survivor_ids(session, Partner)
    return list(dict.fromkeys(ends.get(record_id, record_id) for record_id in found))


def _is_one_of(ids: Iterable[int]) -> ColumnElement[bool]:
    """Return the condition that a partner is one of these, more than a statement has variables."""
    given = func.json_each(json.dumps(list(ids))).table_valued("value")
    return Partner.id.in_(select(given.c.value))


def _sorted_by_name(session: Session, statement: Select[int], *, is_descending: bool) -> list[int]:
    """Sort here and not in SQLite, which would put É after Z and أ before ا."""
    own, other = _name_or_contact("name_ar"), _name_or_contact("name_fr")
    if current() is Language.FRENCH:
        own, other = other, own
    named = statement.outerjoin(Partner.identity).add_columns(func.coalesce(own, other, ""))
    rows = [(order_key(name), record_id) for record_id, name in session.execute(named)]
    return [record_id for _name, record_id in sorted(rows, reverse=is_descending)]


def _name_or_contact(column: str) -> ColumnElement[str | None]:
    """Return the column of a name or contact, from the identity or else the partner."""
    return func.coalesce(getattr(Identity, column), getattr(Partner, column))


def _keys(name: str) -> tuple[str, ...]:
    return tuple(key for key in (fold_words(name), name_key(name)) if key)
