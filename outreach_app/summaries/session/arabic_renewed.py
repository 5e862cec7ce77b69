"""When the same was promised again, and what came of it, in Arabic."""

from dataclasses import replace
from datetime import date

from outreach_app.i18n import Language
from outreach_app.rules.statuses import CommitmentStatus
from outreach_app.summaries.prose.arabic import short_date
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.composition import joined, text
from outreach_app.summaries.prose.numbers import digits
from outreach_app.summaries.prose.quoting import inline
from outreach_app.summaries.session.plan import SituationFacts
from outreach_app.summaries.session.promises import CommitmentFacts, RenewedFacts

PAGE = Language.ARABIC
# What came of the last, before the day.
_EVENTS = {
    "cst.done": "وأُنجز",
    "cst.partly": "وأُنجز جزئيا",
    "cst.referred": "وأُحيل على الجهة المختصة",
    "cst.dropped": "وتم التخلي عنه",
    "cst.blocked": "وتعذر تنفيذه",
}


def with_renewed(
    said: Text, promise: CommitmentFacts | SituationFacts, path: str, this: str, state: str
) -> Text:
    """Return a state with «، وسُجل الالتزام نفسه من جديد …», or between that and its later end."""
    again = promise.renewed
    if again is None or not again.is_amid or again.replaces(state):
        return text(said, renewed(promise, path, this, state))
    path = f"{path}.renewed"
    outcome = _outcome(again, path, state)
    end = text(*(replace(each, text=each.text.removeprefix("و")) for each in outcome[:1]))
    taken_up = text("سُجل من جديد ", _times(again, path, this), "؛ ")
    return text(taken_up, said, "؛ ", end, outcome[1:])


def renewed(
    promise: CommitmentFacts | SituationFacts, path: str, this: str, state: str | None = None
) -> Text:
    """Return «، وسُجل الالتزام نفسه من جديد يوم 06/08/2026 وأُنجز يوم 20/08/2026», or nothing.

    At `this` meeting it is «خلال هذه الزيارة (الالتزام 4)». Where it tells all, beside a state that
    it contradicts, it is «سُجل من جديد يوم …».
    """
    again, path = promise.renewed, f"{path}.renewed"
    if again is None:
        return ()
    if again.kept_from is not None:
        first = Span(short_date(again.kept_from), f"{path}.kept_from")
        on = Span(short_date(again.on), f"{path}.on") if again.on else None
        kept = text(" يوم ", on) if on else ""
        return text("، أما الالتزام نفسه المسجل يوم ", first, " فقد أُنجز", kept)
    if again.is_likely:
        alike = text("؛ يُقارن بالتزام مماثل سُجل ", _times(again, path, this))
        outcome = _outcome(again, path)
        return text(alike, " " if again.is_once else "، ", outcome) if outcome else alike
    lead = "، وكان الالتزام نفسه قد سُجل" if again.is_before else "، وسُجل الالتزام نفسه"
    has_lapsed = isinstance(promise, SituationFacts) and promise.has_lapsed_before
    code = state or getattr(promise, "code", None)
    if again.replaces(code) and not has_lapsed:
        lead = "سُجل"
    said = text(f"{lead} من جديد ", _times(again, path, this))
    outcome = _outcome(again, path, code)
    return text(said, " " if again.is_once else "، ", outcome) if outcome else said


def _times(again: RenewedFacts, path: str, this: str) -> Text:
    """Return «يوم 06/08/2026، ثم خلال هذه الزيارة (الالتزام 4)»."""
    times = [days for days in (_days(again.days, f"{path}.days"),) if days]
    if again.number is not None:
        number = Span(digits(again.number, PAGE), f"{path}.number")
        times.append(text(f"خلال {this} (الالتزام ", number, ")"))
    times += [days for days in (_days(again.later_days, f"{path}.later_days"),) if days]
    return text(joined(times, "، ثم "), _given_up(again, path))


def _given_up(again: RenewedFacts, path: str) -> Text:
    """Return «(وكان المسجل يوم 04/06/2026 قد تم التخلي عنه …)» of the times before the last."""
    said = []
    for each in again.given_up:
        fact = f"{path}.given_up.{each.number}"
        made = Span(short_date(each.made_on), f"{fact}.made_on")
        event = Span(_EVENTS.get(each.code, "أُغلق").removeprefix("و"), f"{fact}.code")
        on = Span(short_date(each.on), f"{fact}.on") if each.on else None
        day = text("، وسُجل ذلك يوم " if each.is_entered else " يوم ", on) if on else ()
        said.append(text("المسجل يوم ", made, " قد ", event, day))
    return text(" (وكان ", joined(said, "، و"), ")") if said else ()


def _days(days: tuple[date, ...], path: str) -> Text:
    """Return «يوم 06/08/2026», «يومي … و…»; of more days, the first and the last."""
    said = [Span(short_date(day), f"{path}.{place}") for place, day in enumerate(days, start=1)]
    if len(said) < 2:
        return text("يوم ", said[0]) if said else ()
    if len(said) == 2:
        return text("يومي ", said[0], " و", said[1])
    return text("عدة مرات ما بين ", said[0], " و", said[-1])


def _outcome(again: RenewedFacts, path: str, state: str | None = None) -> Text:
    """Return «وأُنجز يوم 20/08/2026» of the last time, or nothing if it waits.

    Its day that passed is the new one; of what was kept in part, nothing else was recorded.
    """
    new = "" if again.is_likely else " الجديد"
    on = Span(short_date(again.on), f"{path}.on") if again.on else None
    if again.code == CommitmentStatus.OVERDUE:
        unkept = f" ولم يُسجل أي إنجاز{' آخر' * (state == CommitmentStatus.PARTLY)}"
        return text(f"وانقضى الأجل{new}", text(" (", on, ")") if on else "", unkept)
    entered = text(" (سُجل يوم ", on, ")") if again.is_entered and on else ()
    lapsed = _lapsed(again, path, new)
    if again.code == CommitmentStatus.IN_PROGRESS:
        since = text(" منذ ", on) if on else ""
        return text("وهو قيد التنفيذ", entered or since, lapsed)
    event = _EVENTS.get(again.code or "")
    if event is None:
        return ()
    why = text(" (السبب: ", inline(again.why, f"{path}.why", PAGE), ")") if again.why else ""
    return text(event, entered or (text(" يوم ", on) if on else ""), why, lapsed)


def _lapsed(again: RenewedFacts, path: str, new: str) -> Text:
    """Return «، وقد انقضى الأجل (16/06/2026)» of what was begun and not kept in time."""
    if again.lapsed_on is None:
        return ()
    on = Span(short_date(again.lapsed_on), f"{path}.lapsed_on")
    return text(f"، وقد انقضى الأجل{new} (", on, ")")
