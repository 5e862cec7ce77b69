"""The facts of areas and of their total, with small counts hidden where they are published."""

from collections.abc import Mapping, Sequence

from outreach_app.queries.national_counts import Tally
from outreach_app.rules.masking import Count, Hidden, hide_in_sum
from outreach_app.summaries.national_plan import AreaFacts

_COUNTED = (
    "offices",
    "reported",
    "sessions",
    "participants",
    "women",
    "associations",
    "points",
    "unanswered",
    "commitments",
    "kept",
    "late",
)


def areas(
    tallies: Sequence[Tally], total: Tally, *, hides: bool
) -> tuple[list[AreaFacts], AreaFacts]:
    """The facts of each area and of all together."""
    columns: dict[str, list[Count]] = {}
    totals: dict[str, Count] = {}
    for name in _COUNTED:
        parts, whole = [getattr(tally, name) for tally in tallies], getattr(total, name)
        columns[name], totals[name] = hide_in_sum(parts, whole) if hides else (parts, whole)
    rows = [{name: columns[name][place] for name in _COUNTED} for place in range(len(tallies))]
    return [_area(row) for row in rows], _area(totals)


def share(part: Count, whole: Count) -> Count | None:
    """The percentage; withheld where it would tell a hidden count, None of nothing.

    It is 100 only for all, and 0 only for none.
    """
    if isinstance(part, Hidden) or isinstance(whole, Hidden):
        return Hidden.WITHHELD
    if whole == 0:
        return None
    if part in {0, whole}:
        return 100 * part // whole
    return min(max(round(100 * part / whole), 1), 99)


def _area(counts: Mapping[str, Count]) -> AreaFacts:
    return AreaFacts(
        coverage=share(counts["reported"], counts["offices"]),
        kept_share=share(counts["kept"], counts["commitments"]),
        **counts,
    )
