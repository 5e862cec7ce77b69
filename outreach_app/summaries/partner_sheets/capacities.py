"""The people who speak for a partner, in the rows of its sheet: by capacity, never by name."""

from datetime import date

from outreach_app.i18n import Language
from outreach_app.summaries.partner_sheets.plan import CapacityFacts, PartnerSheetPlan
from outreach_app.summaries.partner_sheets.words import LABELS
from outreach_app.summaries.prose.blocks import Cell, Span, Text
from outreach_app.summaries.prose.composition import text
from outreach_app.summaries.prose.french import sentence_case
from outreach_app.summaries.prose.quoting import own_title


def capacity_cells(
    plan: PartnerSheetPlan, row: CapacityFacts, language: Language
) -> tuple[Cell, ...]:
    """Return the capacity, its mandate, and whether the person was informed."""
    path = f"capacities.{row.number}"
    capacity = own_title(row.capacity, f"{path}.capacity", language)
    labels = LABELS[language]
    return (
        sentence_case(capacity) if capacity else text(labels.no_capacity),
        _mandate(row, path, language) or text(labels.no_mandate),
        _informed(plan, row, path, language) or text(labels.nobody_named),
    )


def _mandate(row: CapacityFacts, path: str, language: Language) -> Text:
    labels = LABELS[language]
    first, last = row.mandate_from, row.mandate_until
    start = _day(first, f"{path}.mandate_from", language) if first else ""
    end = _day(last, f"{path}.mandate_until", language) if last else ""
    return text(
        text(labels.from_ if end else labels.since_day, start) if start else "",
        text(labels.until if start else labels.until.lstrip(), end) if end else "",
    )


def _informed(plan: PartnerSheetPlan, row: CapacityFacts, path: str, language: Language) -> Text:
    """Return the day on which it was informed, else that it is to be, and by when."""
    labels = LABELS[language]
    if row.informed_on is not None:
        return text(_day(row.informed_on, f"{path}.informed_on", language))
    if row.is_withheld:
        return text(labels.names_withheld)
    if not row.is_to_inform:
        return ()
    if row.inform_by is None:
        return text(labels.to_inform)
    by = labels.inform_by[row.inform_by < plan.as_of]
    return text(labels.to_inform, by, _day(row.inform_by, f"{path}.inform_by", language))


def _day(day: date, fact: str, language: Language) -> Span:
    return Span(LABELS[language].day(day), fact)
