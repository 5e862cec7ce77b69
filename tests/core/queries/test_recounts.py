"""Every figure of communication equals an independent count of the rows.

The stores are random; the count reads the records one by one, without the queries.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time, timedelta
from math import ceil
from random import Random
from statistics import median

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from outreach_app.actors import Actor
from outreach_app.clock import moment_of
from outreach_app.database import Database
from outreach_app.models import Finding, Meeting, Point, Publication, Reading, Rumour
from outreach_app.queries.communication import CommunicationFigures, get_communication_figures
from outreach_app.queries.reactions import ReactionTime
from outreach_app.rules.awareness import AWARENESS_KINDS
from outreach_app.rules.periods import Period
from tests.core.queries.filling import Filling

PERIODS = (
    Period(date(2026, 10, 1), date(2026, 10, 31)),
    Period(date(2026, 9, 10), date(2026, 10, 5)),
)


@dataclass(frozen=True, slots=True)
class Recount:
    """Counts the rows of a store in a period, one by one."""

    session: Session
    period: Period

    def is_in(self, day: date | None) -> bool:
        return day is not None and self.period.first <= day <= self.period.last

    def rumours(self) -> list[Rumour]:
        return [row for row in self.session.scalars(select(Rumour)) if self.is_in(row.heard_on)]

    def rectifications(self) -> dict[int, Publication]:
        found = [row for row in self.session.scalars(select(Finding)) if row.publication]
        return {row.rumour_id: row.publication for row in found if row.publication}

    def hours(self) -> list[int]:
        known = []
        out = self.rectifications()
        for rumour in self.rumours():
            if rumour.id in out:
                took = _took(rumour, out[rumour.id])
                known += [took] if took is not None else []
        return known

    def published(self) -> Counter[str]:
        counted = Counter[str]()
        for row in self.session.scalars(select(Publication)):
            if self.is_in(row.published_on):
                counted[row.kind] += row.count
        return counted

    def interactions(self) -> int:
        total = 0
        for publication in self.session.scalars(select(Publication)):
            if self.is_in(publication.published_on) and publication.count == 1:
                readings = [r for r in publication.readings if r.read_on <= self.period.last]
                readings.sort(key=lambda row: (row.read_on, row.id), reverse=True)
                for part in ("reactions", "comments", "shares"):
                    total += _first(*(getattr(row, part) for row in readings)) or 0
        return total

    def followers(self) -> dict[str, tuple[int, int | None]]:
        """Return by account the last number of the period, and the one to compare it with."""
        found: dict[str, list[Reading]] = {}
        statement = select(Reading).where(Reading.account.is_not(None))
        for row in self.session.scalars(statement.order_by(Reading.read_on, Reading.id)):
            if row.read_on <= self.period.last:
                found.setdefault(row.account or "", []).append(row)
        counted = {}
        for account, rows in found.items():
            if rows[-1].read_on >= self.period.first:
                before = [row for row in rows if row.read_on < self.period.first]
                start = before[-1] if before else rows[0]
                then = None if start is rows[-1] else start.followers
                counted[account] = (rows[-1].followers or 0, then)
        return counted

    def remarks(self) -> list[Point]:
        return [row for row in self.session.scalars(select(Point)) if self.is_in(row.received_on)]

    def waits(self) -> list[int]:
        return [days for remark in self.remarks() if (days := _waited(remark)) is not None]

    def actions(self) -> list[Meeting]:
        held = self.session.scalars(select(Meeting).where(Meeting.kind.in_(AWARENESS_KINDS)))
        return [row for row in held if self.is_in(row.held_on)]


def _took(rumour: Rumour, publication: Publication) -> int | None:
    """Return the hours begun until the rectification; None if it came earlier."""
    if rumour.heard_at is None and publication.published_at is None:
        days = (publication.published_on - rumour.heard_on).days + 1
        return 24 * days if days > 0 else None
    heard = moment_of(rumour.heard_on, rumour.heard_at or time(0))
    if publication.published_at is None:
        out = moment_of(publication.published_on + timedelta(days=1), time(0))
    else:
        out = moment_of(publication.published_on, publication.published_at)
    seconds = (out - heard).total_seconds()
    return None if seconds < 0 else max(1, ceil(seconds / 3600))


def _waited(remark: Point) -> int | None:
    is_told = remark.reaction not in (None, "out.under_study") or remark.reply is not None
    is_later = remark.closed_on and remark.reacted_on and remark.reacted_on < remark.closed_on
    closed_on = None if is_told and is_later else remark.closed_on
    days = [remark.given_on, closed_on, *(row.answered_on for row in remark.referrals)]
    known = [day for day in days if day is not None]
    if remark.kind == "thanks" or not known or remark.received_on is None:
        return None
    return max(0, (min(known) - remark.received_on).days)


def _first(*numbers: int | None) -> int | None:
    """Return the first recorded number."""
    return next((number for number in numbers if number is not None), None)


def _sum(numbers: Iterable[int | None]) -> int:
    return sum(number or 0 for number in numbers)


def _time(waits: list[int]) -> ReactionTime:
    return ReactionTime(len(waits), median(waits) if waits else None, max(waits, default=None))


def require_equal(figures: CommunicationFigures, now: Recount, before: Recount) -> None:
    """Require that each figure, and that of the previous period, equals the count of rows."""
    counted = ((now, "now"), (before, "before"))
    for count, when in counted:
        rumours, published, remarks = count.rumours(), count.published(), count.remarks()
        rectified = [row for row in rumours if row.id in count.rectifications()]
        actions = count.actions()
        expected = (
            (figures.rumours, len(rumours)),
            (figures.rectified, len(rectified)),
            (figures.publications, published.total()),
            (figures.interactions, count.interactions()),
            (figures.remarks.received, len(remarks)),
            (figures.remarks.unanswered, sum(row.state == "received" for row in remarks)),
            (figures.awareness.actions, len(actions)),
            (figures.awareness.establishments, _sum(row.establishments for row in actions)),
            (figures.awareness.pupils, _sum(row.pupils for row in actions)),
            (
                figures.awareness.beneficiaries,
                _sum(_first(row.beneficiaries, row.pupils, row.headcount) for row in actions),
            ),
            (figures.awareness.associations, _sum(row.associations for row in actions)),
            (figures.awareness.materials, published["pb.material"]),
        )
        for figure, number in expected:
            assert getattr(figure, when) == number, (figure, when)
        assert [getattr(row.figure, when) for row in figures.kinds] == [
            published[row.kind] for row in figures.kinds
        ]
        through = Counter(row.received_through for row in remarks)
        for code, figure in figures.remarks.channels:
            assert getattr(figure, when) == through[code]
    followers = {row.account: (row.figure.now, row.figure.before) for row in figures.followers}
    assert followers == now.followers()
    for hours, count in ((figures.hours, now), (figures.hours_before, before)):
        known = count.hours()
        assert hours.worst == max(known, default=None)
        assert hours.median == (int(median(known) + 0.5) if known else None)
    assert figures.remarks.reaction == _time(now.waits())
    assert figures.remarks.reaction_before == _time(before.waits())


@pytest.mark.parametrize("seed", range(6))
def test_every_figure_of_communication_is_what_its_rows_add_up_to(
    database: Database, seed: int
) -> None:
    with database.write(Actor.CHIEF) as session:
        Filling(session, Random(seed)).fill()  # noqa: S311 - a sample, not a secret
    with database.read() as session:
        for period in PERIODS:
            figures = get_communication_figures(session, period)
            require_equal(figures, Recount(session, period), Recount(session, period.previous()))
