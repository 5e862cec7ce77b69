"""When the same was promised again, and what came of it, in French."""

from datetime import date

from outreach_app.i18n import Language
from outreach_app.rules.statuses import CommitmentStatus
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.composition import joined, listed, text
from outreach_app.summaries.prose.french import lower_case, short_date
from outreach_app.summaries.prose.numbers import digits
from outreach_app.summaries.prose.quoting import inline
from outreach_app.summaries.session.plan import SituationFacts
from outreach_app.summaries.session.promises import CommitmentFacts, RenewedFacts

PAGE = Language.FRENCH
_GIVEN_UP = (CommitmentStatus.DROPPED, CommitmentStatus.BLOCKED, CommitmentStatus.REFERRED)
# What came of the last, and what leads to the day.
_EVENTS = {
    "cst.done": "réalisé",
    "cst.partly": "partiellement réalisé",
    "cst.referred": "transmis au service compétent",
    "cst.dropped": "abandonné",
    "cst.blocked": "déclaré non réalisable",
}


def with_renewed(
    said: Text, promise: CommitmentFacts | SituationFacts, path: str, this: str, state: str
) -> Text:
    """Return a state with « ; engagement repris le … », or between that and its later end."""
    again = promise.renewed
    if again is None or not again.is_amid or again.replaces(state):
        return text(said, renewed(promise, path, this, state))
    path = f"{path}.renewed"
    taken_up = text("Repris ", _times(again, path, this), "\u00a0; ")
    return text(taken_up, lower_case(said), "\u00a0; ", _outcome(again, path, state))


def renewed(
    promise: CommitmentFacts | SituationFacts, path: str, this: str, state: str | None = None
) -> Text:
    """Return « ; engagement repris le 06/08/2026, réalisé le 20/08/2026 », or nothing.

    At `this` meeting it is « lors de cette visite (engagement 4) ». Where it tells all, beside a
    state that it contradicts, it is « Repris le … ».
    """
    again, path = promise.renewed, f"{path}.renewed"
    if again is None:
        return ()
    if again.kept_from is not None:
        first = Span(short_date(again.kept_from), f"{path}.kept_from")
        return text("\u00a0; même engagement, pris le ", first, ", ", _outcome(again, path))
    if again.is_likely:
        alike = text("\u00a0; à rapprocher d’un engagement semblable pris ")
        outcome = _outcome(again, path)
        return text(alike, _times(again, path, this), text(", ", outcome) if outcome else "")
    code = state or getattr(promise, "code", None)
    is_event = isinstance(promise, SituationFacts)
    has_lapsed = isinstance(promise, SituationFacts) and promise.has_lapsed_before
    lead = "\u00a0; engagement repris "
    if is_event and again.is_sequel and code in _GIVEN_UP:
        lead = ", repris "
    if again.is_before:
        lead = "\u00a0; entre-temps repris "
    elif again.replaces(code) and not has_lapsed:
        lead = "Repris "
    outcome = _outcome(again, path, code)
    end = text(", ", outcome) if outcome else ""
    return text(lead, _times(again, path, this), end)


def _times(again: RenewedFacts, path: str, this: str) -> Text:
    """Return « le 06/08/2026, puis lors de cette visite (engagement 4) »."""
    times = [days for days in (_days(again.days, f"{path}.days"),) if days]
    if again.number is not None:
        number = Span(digits(again.number, PAGE), f"{path}.number")
        times.append(text(f"lors de {this} (engagement ", number, ")"))
    times += [days for days in (_days(again.later_days, f"{path}.later_days"),) if days]
    return text(joined(times, ", puis "), _given_up(again, path))


def _given_up(again: RenewedFacts, path: str) -> Text:
    """Return « (celui du 04/06/2026 abandonné le 22/06/2026) » of the times before the last."""
    said = []
    for each in again.given_up:
        fact = f"{path}.given_up.{each.number}"
        made = Span(short_date(each.made_on), f"{fact}.made_on")
        event = Span(_EVENTS.get(each.code, "clos"), f"{fact}.code")
        on = Span(short_date(each.on), f"{fact}.on") if each.on else None
        entered = text(", ce qui a été enregistré le ", on) if each.is_entered and on else ()
        said.append(
            text("celui du ", made, " ", event, entered or (text(" le ", on) if on else ""))
        )
    return text(" (", listed(said, PAGE), ")") if said else ()


def _days(days: tuple[date, ...], path: str) -> Text:
    """Return « le 06/08/2026 », « les … et … »; of more days, the first and the last."""
    said = [Span(short_date(day), f"{path}.{place}") for place, day in enumerate(days, start=1)]
    if len(said) < 2:
        return text("le ", said[0]) if said else ()
    if len(said) == 2:
        return text("les ", said[0], " et ", said[1])
    return text("à plusieurs reprises du ", said[0], " au ", said[-1])


def _outcome(again: RenewedFacts, path: str, state: str | None = None) -> Text:
    """Return « réalisé le 20/08/2026 » of the last time, or nothing if it waits.

    Its day that passed is the new one; of what was kept in part, nothing else was recorded.
    """
    on = Span(short_date(again.on), f"{path}.on") if again.on else None
    if again.code == CommitmentStatus.OVERDUE:
        lead = "échéance dépassée" if again.is_likely else "nouvelle échéance dépassée"
        other = "autre " * (state == CommitmentStatus.PARTLY)
        passed = text(lead, text(" (", on, ")") if on else "")
        return text(passed, f", aucune {other}exécution enregistrée")
    entered = text(" (enregistré le ", on, ")") if again.is_entered and on else ()
    lapsed = _lapsed(again, path)
    if again.code == CommitmentStatus.IN_PROGRESS:
        since = text(" depuis le ", on) if on else ""
        return text("en cours d’exécution", entered or since, lapsed)
    event = _EVENTS.get(again.code or "")
    if event is None:
        return ()
    why = text(" (motif\u00a0: ", inline(again.why, f"{path}.why", PAGE), ")") if again.why else ""
    return text(event, entered or (text(" le ", on) if on else ""), why, lapsed)


def _lapsed(again: RenewedFacts, path: str) -> Text:
    """Return « , échéance dépassée (16/06/2026) » of what was begun and not kept in time."""
    if again.lapsed_on is None:
        return ()
    new = "" if again.is_likely else "nouvelle "
    on = Span(short_date(again.lapsed_on), f"{path}.lapsed_on")
    return text(f", {new}échéance dépassée (", on, ")")
