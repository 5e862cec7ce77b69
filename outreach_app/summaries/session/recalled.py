"""The commitments made on the earlier points that the reminders of a meeting recall."""

from collections.abc import Mapping
from uuid import UUID

from sqlalchemy.orm import Session

from outreach_app.models import Point
from outreach_app.queries.histories import list_values
from outreach_app.queries.reminders import list_recalled
from outreach_app.summaries.session.contents import Contents
from outreach_app.summaries.session.earlier_commitments import OPEN, Earlier
from outreach_app.summaries.session.history import Values
from outreach_app.summaries.session.promised import Promised, as_it_stood, met_at
from outreach_app.summaries.session.promises import EarlierState, RecalledFacts

# By the id of a point that recalls an earlier one.
Recalled = Mapping[UUID, tuple[Promised, ...]]


def find_recalled(session: Session, contents: Contents, earlier: Earlier | None) -> Recalled:
    """Return the commitments that were open on the points recalled, by the point that does.

    Who was present may be known by profession alone, so that the table of `earlier` commitments,
    which goes by partners, has not got them.
    """
    day = contents.meeting.held_on
    listed = {row.record.uid for row in earlier.rows} if earlier else set()
    points = [values.record for values in contents.points]
    found = list_recalled(session, points)
    return {
        uid: tuple(
            row
            for row in _promised(session, former)
            if row.record.uid not in listed and row.made_on <= day and row.stood(day).code in OPEN
        )
        for uid, former in found.items()
    }


def _promised(session: Session, point: Point) -> list[Promised]:
    rows = [row for row in point.commitments if not row.is_deleted and row.meeting]
    journal = list_values(session, rows)
    return [Promised(Values.told(row, journal), None) for row in rows]


def as_earlier(recalled: Recalled, contents: Contents) -> Earlier | None:
    """Return the commitments recalled, to follow what became of them; None for none."""
    rows = {row.record.uid: row for each in recalled.values() for row in each}
    if not rows:
        return None
    ordered = tuple(sorted(rows.values(), key=lambda row: row.made_on))
    return Earlier(ordered, ordered, None, contents.meeting.held_on)


def recalled_facts(rows: tuple[Promised, ...], contents: Contents) -> tuple[RecalledFacts, ...]:
    """Return the commitments that a point recalls, as they stood at its meeting."""
    day = contents.meeting.held_on
    return tuple(
        RecalledFacts(
            number,
            met_at(row.record.meeting),
            (EarlierState(row.stood(day).code, (as_it_stood(row, 1, day),)),),
        )
        for number, row in enumerate(rows, start=1)
        if row.record.meeting
    )
