"""The outcome of the earlier commitments that are not listed, in French."""

from outreach_app.i18n import Language
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.composition import listed, text
from outreach_app.summaries.prose.french import short_date
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
    """Return « (les deux autres, réalisés au plus tard le …, ne figurent pas au tableau) ».

    It is empty where all are listed.
    """
    closed = before.others
    if not closed:
        return ()
    number = sum(each.count for each in closed)
    those = Span(number_among(number, before.among), "earlier.others")
    until = _until(before, number)
    if len(closed) == 1:
        state = text("" if until else "déjà ", _closed(closed[0].code, number), until)
        if number == 1:
            one = Span("l’autre", "earlier.others")
            return text(" (", one, ", ", state, ", ne figure pas au tableau)")
        return text(" (les ", those, " autres, ", state, ", ne figurent pas au tableau)")
    said = [
        text(
            Span(_part(each.count, before.among), f"earlier.others.{each.code}.count"),
            f" {_closed(each.code, each.count)}",
        )
        for each in closed
    ]
    how = listed(said, PAGE)
    if number == 2:
        first, second = (_closed(each.code, 1) for each in closed)
        how = text(f"l’un {first}, l’autre {second}")
    ended = text("\u00a0: ", how, text(",", until) if until else "")
    return text(" (ne figurent pas au tableau les ", those, " autres", ended, ")")


def _until(before: EarlierFacts, number: int) -> Text:
    """Return « le 28/06/2026 » of one, « au plus tard le … » of several, if it is known of all."""
    last = before.others_until
    if last is None:
        return ()
    is_its_day = number == 1 and not before.others[0].is_entered
    lead = " le " if is_its_day else " au plus tard le "
    return text(lead, Span(short_date(last[0]), f"earlier.others.{last[1]}.until"))


def _part(number: int, largest: int) -> str:
    """Return one of several numbers: « un » beside « cinq », « 1 » beside « 5 »."""
    said = number_among(number, largest)
    return digits(number, PAGE) if largest >= len(LETTERS) else said


def _closed(code: str, number: int) -> str:
    """Return the state that closed that many: « réalisés »."""
    one, many = _CLOSED.get(code, ("clos", "clos"))
    return many if number > 1 else one
