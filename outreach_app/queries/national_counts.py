"""The tally of offices in a period, from their stored totals."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from datetime import date
from operator import attrgetter

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from outreach_app.models import Partner
from outreach_app.queries.month_totals import Total, Totals
from outreach_app.rules.kinds import PartnerCategory, PointKind
from outreach_app.rules.statuses import CommitmentStatus
from outreach_app.survivors import is_shown


@dataclass(frozen=True, slots=True)
class Tally:
    """The activity of offices in a period; `reported` of the `offices` sent a report on all of it.

    `people_blank` sessions left the number of participants open, `women_blank` that of women;
    to `unnamed` ones partners came that were not recorded by name.
    `unanswered` points are no rumours, which are told by what was found of them. `kept` to
    `referred` are the states of their commitments on the reference day.
    """

    offices: int = 0
    reported: int = 0
    sessions: int = 0
    participants: int = 0
    women: int = 0
    associations: int = 0
    points: int = 0
    unanswered: int = 0
    rumours: int = 0
    commitments: int = 0
    kept: int = 0
    running: int = 0
    late: int = 0
    dropped: int = 0
    blocked: int = 0
    referred: int = 0
    people_blank: int = 0
    women_blank: int = 0
    unnamed: int = 0

    @classmethod
    def total(cls, tallies: Iterable["Tally"]) -> "Tally":
        """Add up the tallies of several offices."""
        return cls(*map(sum, zip(*map(_numbers, tallies), strict=True)))


_numbers = attrgetter(*(field.name for field in fields(Tally)))


# The totals from which national figures are made.
TOTALS = (
    Total.HELD,
    Total.PEOPLE,
    Total.WOMEN,
    Total.PEOPLE_BLANK,
    Total.WOMEN_BLANK,
    Total.MET,
    Total.UNNAMED,
    Total.POINTS,
    Total.UNANSWERED,
    Total.RUMOURS,
    Total.CONCERNS,
    Total.PROMISES,
    Total.OPEN,
)


def tally(totals: Totals, group: int, as_of: date, offices: int, reported: int) -> Tally:
    """Return the tally of a group of offices; `as_of` decides which commitments are late."""
    promises, still_open = (totals.by_code(each, group) for each in (Total.PROMISES, Total.OPEN))
    unanswered = totals.by_code(Total.UNANSWERED, group)
    late = sum(number for due, number in still_open.items() if due and due < as_of.isoformat())
    return Tally(
        offices=offices,
        reported=reported,
        sessions=totals.number(Total.HELD, group),
        participants=totals.number(Total.PEOPLE, group),
        women=totals.number(Total.WOMEN, group),
        associations=totals.by_code(Total.MET, group)[PartnerCategory.ASSOCIATION],
        points=totals.number(Total.POINTS, group),
        unanswered=unanswered.total() - unanswered[PointKind.RUMOUR],
        rumours=totals.number(Total.RUMOURS, group),
        commitments=promises.total(),
        kept=promises[CommitmentStatus.DONE],
        running=still_open.total() - late,
        late=late,
        dropped=promises[CommitmentStatus.DROPPED],
        blocked=promises[CommitmentStatus.BLOCKED],
        referred=promises[CommitmentStatus.REFERRED],
        people_blank=totals.number(Total.PEOPLE_BLANK, group),
        women_blank=totals.number(Total.WOMEN_BLANK, group),
        unnamed=totals.number(Total.UNNAMED, group),
    )


def count_partners_known(session: Session) -> Iterator[tuple[int, str, int]]:
    """Yield office, category and the number of its partners that are registered today."""
    statement = (
        select(Partner.office_id, Partner.category, func.count())
        .where(is_shown(Partner))
        .group_by(Partner.office_id, Partner.category)
    )
    return ((office, code, number) for office, code, number in session.execute(statement))
