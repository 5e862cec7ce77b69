"""What the public papers of precincts print of the national figures of a period."""

from collections import Counter
from collections.abc import Mapping
from datetime import date

from sqlalchemy.orm import Session

from outreach_app.models.sources import day_of
from outreach_app.queries.histories import list_values
from outreach_app.queries.national_rests import count_each
from outreach_app.queries.precinct_papers import WHOLES, Paper, Papers
from outreach_app.queries.printed_counts import (
    count_made,
    count_met,
    count_places,
    count_topics,
    count_waiting,
    list_changed_later,
)
from outreach_app.rules.kinds import Channel, PartnerCategory
from outreach_app.rules.masking import MIN_SHOWN, Hidden, hide_few, hide_part
from outreach_app.rules.periods import Period
from outreach_app.rules.statuses import CommitmentStatus
from outreach_app.summaries.session.history import Values, status_on

_AT_ONCE = 5_000  # records whose journal one question reads

Regions = Mapping[int, str | None]
Ways = tuple[Papers, Papers]


def read_papers(session: Session, period: Period, regions: Regions, as_of: date) -> Ways:
    """Return what each precinct prints of a period, in two ways.

    First as the national summary counts each precinct, then as its paper does: commitments on the
    day they were made, what came of points and commitments by the last day of the period, partners
    that were deleted since, the topics of all points, and where people met.
    """
    counted = count_each(session, period, regions, as_of)
    papers = _with_follow_up(session, period, _of_meetings(session, period, counted))
    return _ways(regions, counted, papers)


def read_papers_before(session: Session, period: Period, regions: Regions, as_of: date) -> Ways:
    """Return the same of a period that is only compared: no promise nor answer of it is told."""
    counted = count_each(session, period, regions, as_of)
    return _ways(regions, counted, _of_meetings(session, period, counted))


_Figures = Mapping[int, Counter[str]]


def _ways(regions: Regions, counted: _Figures, papers: _Figures) -> Ways:
    national, own = (
        [
            Paper(region, counted[office], _printed(figures[office]))
            for office, region in regions.items()
        ]
        for figures in (counted, papers)
    )
    return national, own


def _printed(paper: Counter[str]) -> dict[str, int]:
    """Return the figures that a paper prints as numbers: none if few meetings were held.

    Those of five or more that it withholds count as printed: without them at least five are left.
    """
    if paper["sessions"] < MIN_SHOWN:
        return {}
    cells = {
        name: hide_part(number, paper[WHOLES[name]]) if name in WHOLES else hide_few(number)
        for name, number in paper.items()
    }
    return {name: cell for name, cell in cells.items() if not isinstance(cell, Hidden)}


def _of_meetings(session: Session, period: Period, counted: _Figures) -> _Figures:
    """Return the figures of precincts with partners, topics and places as in their papers."""
    met, topics = count_met(session, period), count_topics(session, period)
    places, papers = count_places(session, period), dict[int, Counter[str]]()
    for office, figures in counted.items():
        partners = met.get(office, Counter())
        # Those of the places that are told: a paper has a line for each.
        in_person = sum(number for number in places.get(office, {}).values() if number >= MIN_SHOWN)
        own = {
            "partners": partners.total(),
            "associations": partners[PartnerCategory.ASSOCIATION],
            Channel.IN_PERSON: in_person,
        }
        papers[office] = Counter({**figures, **partners, **topics.get(office, {}), **own})
    return papers


def _with_follow_up(session: Session, period: Period, papers: _Figures) -> _Figures:
    """Return the figures with points and commitments as they were on the last day."""
    waiting, made = count_waiting(session, period), count_made(session, period)
    kept_since = _kept_since(session, period)
    found = {}
    for office, figures in papers.items():
        commitments, kept = made.get(office, (0, 0))
        follow_up = {
            "unanswered": waiting[office],
            "commitments": commitments,
            "kept": kept - kept_since[office],
        }
        found[office] = Counter({**figures, **follow_up})
    return found


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
