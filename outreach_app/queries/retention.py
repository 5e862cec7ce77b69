"""Records kept beyond their term, and elimination lists."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from outreach_app import clock
from outreach_app.access_log import LOG_ENTITY
from outreach_app.errors import NotFound
from outreach_app.i18n import gettext as _
from outreach_app.models import Elimination, EliminationItem, Issue, OwnedRecord
from outreach_app.queries import records_past_term
from outreach_app.queries.days import day_of_deadlines
from outreach_app.queries.issues import number_of
from outreach_app.queries.kept_files import EXCHANGE_ENTITY, due_backups, due_exchange
from outreach_app.queries.names_past_term import due_names
from outreach_app.queries.records import get_own_office
from outreach_app.queries.records_past_term import (
    DueRow,
    days_lasted,
    due_drafts,
    due_log,
    first_day,
    number_and_code,
)
from outreach_app.rules.dates import add_months
from outreach_app.rules.document_numbers import DocumentKind
from outreach_app.rules.retention import UNARCHIVED, Kept, due_on, newest_day_due, terms_of

# Months ahead in which what is due next is sought.
_AHEAD = (1, 3, 6, 12, 24, 48, 96, 180, 240)
_Due = Callable[[Session, date], Iterator[tuple[OwnedRecord, date]]]
_RECORDS: Mapping[Kept, _Due] = {
    Kept.MEETING: records_past_term.due_meetings,
    Kept.REMARK: records_past_term.due_remarks,
    Kept.RUMOUR: records_past_term.due_rumours,
    Kept.PUBLICATION: records_past_term.due_publications,
    Kept.PARTNER: records_past_term.due_partners,
    Kept.TRASH: records_past_term.due_trash,
    Kept.ISSUE: records_past_term.due_issues,
    Kept.CLAIM: records_past_term.due_claims,
}
_OTHERS: Mapping[Kept, Callable[[Session, int, date], Iterable[DueRow]]] = {
    Kept.LOG: due_log,
    Kept.EXCHANGE: due_exchange,
    Kept.BACKUP: due_backups,
    Kept.DRAFT: due_drafts,
}
# Their items are all rows up to one: a list made earlier ends at an earlier row.
_UP_TO_A_ROW = frozenset({LOG_ENTITY, EXCHANGE_ENTITY})


class EliminationState(StrEnum):
    """The progress of a list; each state needs the one before."""

    PROPOSED = "proposed"
    ISSUED = "issued"
    ARCHIVED = "archived"
    DESTROYED = "destroyed"


@dataclass(frozen=True, slots=True)
class EliminationRow:
    """An elimination list; `number` is that of its document, "" before its issue."""

    uid: UUID
    state: EliminationState
    number: str
    proposed_at: datetime
    items: int
    records: int
    kinds: tuple[str, ...]
    archived_at: datetime | None
    destroyed_at: datetime | None
    agreement: str | None

    @property
    def needs_archive(self) -> bool:
        """Whether anything on it must be archived before it is destroyed."""
        return not UNARCHIVED.issuperset(map(Kept, self.kinds))


def terms_of_own_office(session: Session) -> dict[Kept, int]:
    """Return the terms of the office, in months."""
    return terms_of(get_own_office(session).terms)


def list_due(session: Session, *, today: date | None = None) -> list[DueRow]:
    """Return what is past its term and on no list, longest due first.

    Another office decides about its own records. Kinds are in the order of `Kept`. Without `today`
    a later date counts that was once confirmed: nothing stays longer because the clock was set
    back.
    """
    listed = _pending_items(session)
    due = _due_rows(session, today or day_of_deadlines(session))
    rows = [row for row in due if (row.entity, row.key) not in listed]
    order = list(Kept)
    return sorted(rows, key=lambda row: (order.index(row.kind), row.due_on, row.key))


def find_next_due(session: Session) -> DueRow | None:
    """Return what comes to the end of its term first, within twenty years; None for nothing.

    It is sought in longer and longer times: to read all that is kept would take long.
    """
    today = day_of_deadlines(session)
    for months in _AHEAD:
        if coming := list_due(session, today=add_months(today, months)):
            return min(coming, key=lambda row: row.due_on)
    return None


def computer_date() -> date:
    """Return today by the computer alone: what is destroyed cannot come back."""
    return clock.today()


def places_not_due(session: Session, rows: Sequence[DueRow]) -> list[int]:
    """Return the places, from 1, of rows that are not past their term by the computer's date."""
    due = list(_due_rows(session, computer_date()))
    keys = {(row.entity, row.key) for row in due}
    last = {row.entity: int(row.key) for row in due if row.entity in _UP_TO_A_ROW}
    return [
        place
        for place, row in enumerate(rows, start=1)
        if (row.entity, row.key) not in keys
        and not (row.entity in last and int(row.key) <= last[row.entity])
    ]


def count_held_back(session: Session) -> int:
    """Count the meetings and remarks past their term that stay for an open commitment."""
    terms, today = terms_of_own_office(session), day_of_deadlines(session)
    return records_past_term.count_held_back(session, newest_day_due(today, terms[Kept.MEETING]))


def list_eliminations(session: Session) -> list[EliminationRow]:
    """Return the lists, newest first."""
    statement = select(Elimination).order_by(Elimination.id.desc())
    return [_row(session, each) for each in session.scalars(statement)]


def get_elimination(session: Session, uid: UUID) -> Elimination:
    """Return a list. Raises NotFound."""
    found = session.scalars(select(Elimination).where(Elimination.uid == uid)).one_or_none()
    if found is None:
        raise NotFound(_("There is no such list. It may have been withdrawn."))
    return found


def get_elimination_row(session: Session, uid: UUID) -> EliminationRow:
    """Return the row of a list. Raises NotFound."""
    return _row(session, get_elimination(session, uid))


def list_items(session: Session, uid: UUID) -> list[DueRow]:
    """Return the items of a list, in order; `count` is the number of records of each.

    Raises NotFound.
    """
    return [due_row(item) for item in get_elimination(session, uid).items]


def due_row(item: EliminationItem) -> DueRow:
    """Return the row of an item, as the list recorded it."""
    return DueRow(
        Kept(item.kind),
        item.entity,
        item.key,
        item.day,
        item.due_on,
        item.number,
        item.code,
        item.count,
        item.first_on,
        item.days,
    )


def find_issue(session: Session, elimination: Elimination) -> Issue | None:
    """Return the issue of a list's document, None before it was issued."""
    statement = select(Issue).where(
        Issue.office_id == get_own_office(session).id,
        Issue.kind == DocumentKind.ELIMINATION,
        Issue.fingerprint == elimination.digest,
        ~Issue.is_deleted,
    )
    return session.scalars(statement.order_by(Issue.id).limit(1)).one_or_none()


def is_destroyed(session: Session, fingerprint: str) -> bool:
    """Return whether the list whose document has this fingerprint was carried out."""
    statement = select(Elimination.id).where(
        Elimination.digest == fingerprint, Elimination.destroyed_at.is_not(None)
    )
    return session.scalar(statement.limit(1)) is not None


def _due_rows(session: Session, today: date) -> Iterator[DueRow]:
    terms = terms_of_own_office(session)
    yield from due_names(session, terms, today)
    for kept, due in _RECORDS.items():
        for record, day in due(session, newest_day_due(today, terms[kept])):
            number, code = number_and_code(record)
            yield DueRow(
                kept,
                record.contract.entity,
                str(record.uid),
                day,
                due_on(day, terms[kept]),
                number,
                code,
                first_on=first_day(record, day),
                days=days_lasted(record),
            )
    for kept, due_others in _OTHERS.items():
        yield from due_others(session, terms[kept], newest_day_due(today, terms[kept]))


def _pending_items(session: Session) -> set[tuple[str, str]]:
    """Return the items of lists that were not carried out yet."""
    statement = (
        select(EliminationItem.entity, EliminationItem.key)
        .join(Elimination, Elimination.id == EliminationItem.elimination_id)
        .where(Elimination.destroyed_at.is_(None))
    )
    return {(entity, key) for entity, key in session.execute(statement)}


def _row(session: Session, elimination: Elimination) -> EliminationRow:
    issue = find_issue(session, elimination)
    if elimination.destroyed_at is not None:
        state = EliminationState.DESTROYED
    elif issue is None:
        state = EliminationState.PROPOSED
    else:
        is_archived = elimination.archived_at is not None
        state = EliminationState.ARCHIVED if is_archived else EliminationState.ISSUED
    items = elimination.items
    return EliminationRow(
        uid=elimination.uid,
        state=state,
        number=str(number_of(issue)) if issue else "",
        proposed_at=elimination.proposed_at,
        items=len(items),
        records=sum(item.count for item in items),
        kinds=tuple(dict.fromkeys(item.kind for item in items)),
        archived_at=elimination.archived_at,
        destroyed_at=elimination.destroyed_at,
        agreement=elimination.agreement,
    )
