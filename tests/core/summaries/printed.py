"""Reads the counts of a published summary as they are printed."""

from collections.abc import Mapping

from outreach_app.queries.national_counts import Tally
from outreach_app.rules.masking import Count, Hidden
from outreach_app.rules.territory import REGIONS
from outreach_app.summaries.prose.blocks import Cell, Realised, Table, plain
from tests.core.summaries.reading import ISOLATES

HIDDEN = {
    "أقل من 5": Hidden.FEW,
    "moins de 5": Hidden.FEW,
    "غير منشور": Hidden.WITHHELD,
    "non publié": Hidden.WITHHELD,
}


def tables(document: Realised) -> dict[str, Table]:
    return {block.layout: block for block in document.blocks if isinstance(block, Table)}


def read(cell: Cell) -> Count | None:
    """Return the count of a printed cell; None if there is nothing to count."""
    assert isinstance(cell, tuple)
    said = ISOLATES.sub("", plain(cell)).replace("\u00a0", " ").replace("\u202f", "")
    return HIDDEN.get(said) or (None if said == "—" else int(said))


def one_session_each(number: int) -> Mapping[str | None, Tally]:
    """Return regions with one session and small counts."""
    tally = Tally(offices=6, reported=6, sessions=1, participants=7, associations=7)
    return dict.fromkeys(REGIONS[:number], tally)
