"""The outcome of the earlier commitments that are not listed, in French."""

from outreach_app.i18n import Language
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.composition import listed, text
from outreach_app.summaries.prose.french_letters import LETTERS, number_among
from outreach_app.summaries.prose.numbers import digits
from outreach_app.summaries.session.promises import EarlierFacts

PAGE = Language.FRENCH
# What closed them: one, several.
_CLOSED = {
    "cst.done": ("réalisé", "réalisés"),
    "cst.dropped": ("abandonné", "abandonnés"),
    "cst.blocked": ("déclaré non réalisable", "déclarés non réalisables"),
    "cst.referred": ("transmis au service compétent", "transmis au service compétent"),
}


def others_closed(before: EarlierFacts) -> Text:
    """Return « (les deux autres avaient déjà été réalisés) », or nothing."""
    closed = before.others
    if not closed:
        return ()
    number = sum(each.count for each in closed)
    those = Span(number_among(number, before.among), "earlier.others")
    if len(closed) == 1:
        state = _closed(closed[0].code, number)
        if number == 1:
            return text(" (", Span("l’autre", "earlier.others"), f" avait déjà été {state})")
        return text(" (les ", those, f" autres avaient déjà été {state})")
    if number == 2:
        first, second = (_closed(each.code, 1) for each in closed)
        one = f"l’un avait déjà été {first} et l’autre {second}"
        return text(" (des ", those, f" autres, {one})")
    said = [
        text(
            Span(_part(each.count, before.among), f"earlier.others.{each.code}.count"),
            "" if place else " avaient déjà été" if each.count > 1 else " avait déjà été",
            f" {_closed(each.code, each.count)}",
        )
        for place, each in enumerate(closed)
    ]
    return text(" (des ", those, " autres, ", listed(said, PAGE), ")")


def _part(number: int, largest: int) -> str:
    """Return one of several numbers: « un » beside « cinq », « 1 » beside « 5 »."""
    said = number_among(number, largest)
    return digits(number, PAGE) if largest >= len(LETTERS) else said


def _closed(code: str, number: int) -> str:
    """Return the state that closed that many: « réalisés »."""
    one, many = _CLOSED.get(code, ("clos", "clos"))
    return many if number > 1 else one
