"""What the public papers of precincts leave of the national figures of the same period."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import asdict, replace
from datetime import date

from sqlalchemy.orm import Session

from outreach_app.models.sources import day_of
from outreach_app.queries.histories import list_values
from outreach_app.queries.national import Reports, Rests
from outreach_app.queries.national_counts import Tally
from outreach_app.queries.national_rests import count_each, list_regions
from outreach_app.queries.printed_counts import (
    count_associations,
    count_made,
    count_waiting,
    list_changed_later,
)
from outreach_app.rules.masking import MIN_SHOWN, Hidden, hide_few, hide_part
from outreach_app.rules.periods import Period
from outreach_app.rules.statuses import CommitmentStatus
from outreach_app.summaries.session.history import Values, status_on

# Figures that a paper prints as a part of another one.
_WHOLES = {"unanswered": "points", "kept": "commitments"}
_AT_ONCE = 5_000  # records whose journal one question reads


def count_rests(
    session: Session, period: Period, reports: Reports, as_of: date
) -> tuple[Rests, Rests]:
    """Return, by region, what is left of national figures without what each precinct prints.

    First as the national summary counts each precinct, then as its paper does: commitments on the
    day they were made, and what came of points and commitments by the last day of the period.
    """
    regions = list_regions(session, period, reports)
    counted = count_each(session, period, regions, as_of)
    papers = _as_in_papers(session, period, counted)
    return _rests(regions, counted, counted), _rests(regions, counted, papers)


def _rests(
    regions: Mapping[int, str | None], counted: Mapping[int, Tally], papers: Mapping[int, Tally]
) -> Rests:
    rests: defaultdict[str | None, Tally] = defaultdict(Tally)
    for office, region in regions.items():
        printed = _printed(papers[office])
        left = {name: n - printed.get(name, 0) for name, n in asdict(counted[office]).items()}
        rests[region] = Tally.total((rests[region], Tally(**left)))
    return rests


def _printed(paper: Tally) -> dict[str, int]:
    """Return the figures that a paper prints as numbers: none if few meetings were held."""
    if paper.sessions < MIN_SHOWN:
        return {}
    numbers = asdict(paper)
    cells = {
        name: hide_part(number, numbers[_WHOLES[name]]) if name in _WHOLES else hide_few(number)
        for name, number in numbers.items()
    }
    return {name: cell for name, cell in cells.items() if not isinstance(cell, Hidden)}


def _as_in_papers(
    session: Session, period: Period, counted: Mapping[int, Tally]
) -> dict[int, Tally]:
    """Return the figures of precincts as their papers count them."""
    associations, waiting = count_associations(session, period), count_waiting(session, period)
    made, kept_since = count_made(session, period), _kept_since(session, period)
    papers = {}
    for office, tally in counted.items():
        commitments, kept = made.get(office, (0, 0))
        papers[office] = replace(
            tally,
            associations=associations.get(office, 0),
            unanswered=waiting.get(office, 0),
            commitments=commitments,
            kept=kept - kept_since[office],
        )
    return papers


def _kept_since(session: Session, period: Period) -> Counter[int]:
    """Return by office how many more commitments are kept now than on the last day."""
    found = Counter[int]()
    changed = list_changed_later(session, period)
    for first in range(0, len(changed), _AT_ONCE):
        rows = changed[first : first + _AT_ONCE]
        journal = list_values(session, rows)
        for row in rows:
            then = status_on(Values.told(row, journal), day_of(row), period.last).code
            found[row.office_id] += row.status == CommitmentStatus.DONE
            found[row.office_id] -= then == CommitmentStatus.DONE
    return found
