"""Rumours that may be the same, within this office or, for headquarters, in several offices."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from outreach_app.models import Distinction, Finding, Rumour
from outreach_app.queries.records import get_own_office
from outreach_app.queries.rumours import (
    RumourFilter,
    RumourRow,
    list_rumours_by_id,
    select_rumours,
)
from outreach_app.rules.ids import OfficeId
from outreach_app.rules.rumours import MIN_ALIKE, MIN_ALIKE_APART, SAME_DAYS, likeness, stems_of


@dataclass(frozen=True, slots=True)
class RumourPair:
    """Two rumours of two offices, the earlier first; `score` is 1 if they name the same page."""

    first: RumourRow
    second: RumourRow
    score: float


def list_rumour_pairs(session: Session, today: date) -> list[RumourPair]:
    """Return the recent pairs that nobody joined or distinguished, most alike first."""
    recent = select(Rumour.id).where(
        ~Rumour.is_deleted, Rumour.closed_on.is_(None), Rumour.heard_on >= today - SAME_DAYS
    )
    rows = list_rumours_by_id(session, session.scalars(recent)).values()
    distinctions = select(Distinction.first, Distinction.second).where(~Distinction.is_deleted)
    told_apart = {frozenset(map(UUID, pair)) for pair in session.execute(distinctions)}
    pairs = (pair for pair in _pairs(list(rows)) if _uids(pair) not in told_apart)
    return sorted(pairs, key=lambda pair: (-pair.score, pair.first.uid, pair.second.uid))


def list_similar_rumours(session: Session, text: str, today: date) -> list[RumourRow]:
    """Return this office's recent open rumours that resemble a text, most alike first."""
    typed, since = stems_of(text), today - SAME_DAYS
    own = frozenset({OfficeId(get_own_office(session).id)})
    ids = select_rumours(session, RumourFilter(is_open=True, offices=own))
    rows = list_rumours_by_id(session, session.scalars(ids.where(Rumour.heard_on >= since)))
    ranked = [(likeness(typed, stems_of(row.text)), row) for row in rows.values()]
    alike = [(rank, row) for rank, row in ranked if rank >= MIN_ALIKE]
    return [row for _rank, row in sorted(alike, key=lambda each: -each[0])]


def count_joined(session: Session, cluster: str | None) -> int:
    """Count the rumours that headquarters joined in a cluster; 0 without one."""
    if cluster is None:
        return 0
    statement = select(func.count(Finding.rumour_id.distinct()))
    return session.scalar(statement.where(Finding.cluster == cluster, ~Finding.is_deleted)) or 0


def _pairs(rows: list[RumourRow]) -> Iterator[RumourPair]:
    ordered = sorted(rows, key=lambda row: (row.heard_on, row.uid))
    stems = {row.uid: stems_of(row.text) for row in ordered}
    for first, second in combinations(ordered, 2):
        is_asked = first.office != second.office and first.topic == second.topic
        if not is_asked or _are_joined(first, second):
            continue
        if first.page_address and first.page_address == second.page_address:
            yield RumourPair(first, second, 1.0)
            continue
        score = likeness(stems[first.uid], stems[second.uid])
        if score >= MIN_ALIKE_APART:
            yield RumourPair(first, second, score)


def _are_joined(first: RumourRow, second: RumourRow) -> bool:
    one = first.finding.cluster if first.finding else None
    return one is not None and second.finding is not None and second.finding.cluster == one


def _uids(pair: RumourPair) -> frozenset[UUID]:
    return frozenset({pair.first.uid, pair.second.uid})
