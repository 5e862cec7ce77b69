"""The elimination list and the certificate of what was destroyed by it (law 69-99)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from outreach_app import clock
from outreach_app.errors import NotAllowed
from outreach_app.i18n import gettext as _
from outreach_app.models import Elimination
from outreach_app.queries.erasures import find_last_purge, holders_of
from outreach_app.queries.issues import number_of
from outreach_app.queries.records import get_own_office
from outreach_app.queries.records_past_term import split_version
from outreach_app.queries.retention import find_issue, get_elimination
from outreach_app.rules.retention import Kept, months_between
from outreach_app.summaries.privacy.proof import HolderFacts, holders_told
from outreach_app.summaries.prose.facts import OfficeFacts
from outreach_app.summaries.prose.store_words import office_facts


@dataclass(frozen=True, slots=True)
class SeriesFacts:
    """The records of one kind on a list: their term, first and last day, and number."""

    number: int
    kind: str
    months: int
    first_on: date
    last_on: date
    items: int
    records: int


@dataclass(frozen=True, slots=True)
class LineFacts:
    """One thing on a list; no word of it and nobody's name.

    `code` is a catalogue code or the kind of a document, of which `edition` is the version. Of the
    rows of a log `day` and `due_on` are those of the last, `first_on` is the day of the first.
    `days` is how many a meeting, or that of a summary, lasted.
    """

    number: int
    kind: str
    code: str | None
    reference: str | None
    day: date
    due_on: date
    records: int
    edition: int = 1
    first_on: date | None = None
    days: int = 1


@dataclass(frozen=True, slots=True)
class EliminationPlan:
    """The contents of an elimination list."""

    office: OfficeFacts
    number: str
    as_of: date
    series: tuple[SeriesFacts, ...]
    lines: tuple[LineFacts, ...]


@dataclass(frozen=True, slots=True)
class DestructionPlan:
    """The contents of a certificate; `account` and `second` are roles, `archive` a SHA-256.

    `agreed_on` is None for a list that was destroyed before that day was kept.
    """

    office: OfficeFacts
    number: str
    list_number: str
    agreement: str
    agreed_on: date | None
    destroyed_on: date
    series: tuple[SeriesFacts, ...]
    account: str
    second: str
    archive: str | None
    holders: tuple[HolderFacts, ...]


def plan_elimination(session: Session, uid: UUID) -> EliminationPlan:
    """Collect the items of a list. Raises NotFound."""
    elimination = get_elimination(session, uid)
    return EliminationPlan(
        office=office_facts(get_own_office(session)),
        number="",
        as_of=clock.local(elimination.proposed_at).date(),
        series=tuple(_series(elimination)),
        lines=tuple(_lines(elimination)),
    )


def plan_destruction(session: Session, uid: UUID) -> DestructionPlan:
    """Collect what was destroyed by a list, and who confirmed it. Raises NotFound and NotAllowed.

    What the other holders confirm later makes another document.
    """
    elimination, issue = get_elimination(session, uid), None
    if elimination.destroyed_at is not None:
        issue = find_issue(session, elimination)
    if elimination.destroyed_at is None or issue is None:
        message = _("Nothing was destroyed by this list yet.")
        raise NotAllowed(message, code="not_destroyed")
    records = [UUID(item.key) for item in elimination.items if _is_uid(item.key)]
    return DestructionPlan(
        office=office_facts(get_own_office(session)),
        number="",
        list_number=str(number_of(issue)),
        agreement=elimination.agreement or "",
        agreed_on=elimination.agreed_on,
        destroyed_on=clock.local(elimination.destroyed_at).date(),
        series=tuple(_series(elimination)),
        account=(elimination.account or "").partition("-")[0],
        second=(elimination.second or "").partition("-")[0],
        archive=elimination.archive_hash,
        holders=holders_told(holders_of(session, find_last_purge(session, records))),
    )


def _series(elimination: Elimination) -> Iterator[SeriesFacts]:
    kinds = dict.fromkeys(item.kind for item in elimination.items)
    for number, kind in enumerate(kinds, start=1):
        items = [item for item in elimination.items if item.kind == kind]
        first_on = min(item.first_on or item.day for item in items)
        last_on = max(item.day for item in items)
        months = months_between(items[0].day, items[0].due_on)
        records = sum(item.count for item in items)
        yield SeriesFacts(number, kind, months, first_on, last_on, len(items), records)


def _lines(elimination: Elimination) -> Iterator[LineFacts]:
    for number, item in enumerate(elimination.items, start=1):
        reference, edition = item.number, 1
        if item.kind == Kept.ISSUE:
            reference, edition = split_version(item.number)
        yield LineFacts(
            number=number,
            kind=item.kind,
            code=item.code,
            reference=reference or None,
            day=item.day,
            due_on=item.due_on,
            records=item.count,
            edition=edition,
            first_on=item.first_on,
            days=item.days,
        )


def _is_uid(key: str) -> bool:
    try:
        UUID(key)
    except ValueError:
        return False
    return True
