"""The facts of an area, and of all areas together."""

from outreach_app.queries.national_counts import Tally
from outreach_app.rules.masking import Count, Hidden
from outreach_app.summaries.national.plan import AreaFacts


def area_facts(tally: Tally) -> AreaFacts:
    """Collect what the precincts of an area did."""
    blank = tally.people_blank
    is_partial = 0 < blank < tally.sessions
    return AreaFacts(
        offices=tally.offices,
        reported=tally.reported,
        coverage=share(tally.reported, tally.offices),
        sessions=tally.sessions,
        participants=known(tally, tally.participants, tally.people_blank),
        women=known(tally, tally.women, tally.women_blank),
        associations=tally.associations,
        points=tally.points,
        unanswered=tally.unanswered,
        commitments=tally.commitments,
        kept=tally.kept,
        kept_share=share(tally.kept, tally.commitments),
        late=tally.late,
        participants_noted=tally.sessions - blank if is_partial else None,
        participants_partial=is_partial,
        women_partial=0 < tally.women_blank < tally.sessions,
        partners_partial=tally.unnamed > 0,
    )


def known(tally: Tally, number: int, blank: int) -> int | None:
    """Return a sum over sessions, None if all of them left it `blank`."""
    return None if 0 < tally.sessions == blank else number


def share(part: Count, whole: Count) -> Count | None:
    """Return the percentage: withheld where either count is hidden, None where the whole is 0.

    Halves round up; it is 100 only for all, and 0 only for none.
    """
    if isinstance(part, Hidden) or isinstance(whole, Hidden):
        return Hidden.WITHHELD
    if whole == 0:
        return None
    if part in {0, whole}:
        return 100 * part // whole
    return min(max((200 * part + whole) // (2 * whole), 1), 99)
