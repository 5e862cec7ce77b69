"""The facts of an area, and of all areas together."""

from outreach_app.queries.national_counts import Tally
from outreach_app.rules.masking import Count, Hidden
from outreach_app.summaries.national.plan import AreaFacts


def area_facts(tally: Tally) -> AreaFacts:
    """Collect what the precincts of an area did."""
    return AreaFacts(
        offices=tally.offices,
        reported=tally.reported,
        coverage=share(tally.reported, tally.offices),
        sessions=tally.sessions,
        participants=tally.participants,
        women=tally.women,
        associations=tally.associations,
        points=tally.points,
        unanswered=tally.unanswered,
        commitments=tally.commitments,
        kept=tally.kept,
        kept_share=share(tally.kept, tally.commitments),
        late=tally.late,
    )


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
