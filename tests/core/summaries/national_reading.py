"""Test helpers that read national summaries, and make plans."""

from dataclasses import replace
from datetime import date

from outreach_app.i18n import Language
from outreach_app.queries.national_counts import Tally
from outreach_app.summaries.national.plan import NationalPlan
from outreach_app.summaries.national.prose import realise_national
from outreach_app.summaries.prose.blocks import Realised, Table
from outreach_app.summaries.prose.plain_text import to_plain_text
from tests.core.summaries import nations
from tests.core.summaries.closed_world import all_text
from tests.core.summaries.reading import ISOLATES


def realised(plan: NationalPlan, language: Language) -> Realised:
    return realise_national(plan, language, nations.ISSUED_ON)


def prose(plan: NationalPlan, language: Language) -> str:
    return _bare(all_text(realised(plan, language)))


def written(plan: NationalPlan, language: Language) -> str:
    """Return the text with its fixed words: headings, labels, notes."""
    return _bare(to_plain_text(realised(plan, language)))


def _bare(words: str) -> str:
    return ISOLATES.sub("", words).replace("\u00a0", " ").replace("\u202f", "")


def layouts(document: Realised) -> list[str]:
    return [block.layout for block in document.blocks if isinstance(block, Table)]


def months(**changes: int) -> NationalPlan:
    """Return a month of one region, with changed counts."""
    usual = Tally(offices=200, reported=150, sessions=40, participants=900, women=300,
                  associations=60, points=500, unanswered=20, rumours=30, commitments=300,
                  kept=100, running=100, late=100)  # fmt: skip
    return nations.plan({"REGION_02": replace(usual, **changes)})


def awaiting(number: int, as_of: date = nations.ISSUED_ON) -> NationalPlan:
    until = date(2026, 9, 30)
    late = tuple(nations.late(place, until, 1) for place in range(number))
    return nations.plan(late=late, as_of=as_of)
