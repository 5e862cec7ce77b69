"""The meeting set to follow, in French: as it was agreed on, and what came of it."""

from datetime import date

from outreach_app.i18n import Language
from outreach_app.rules.exchanges import EXCHANGE_CHANNELS
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.composition import text
from outreach_app.summaries.prose.french import clock, short_date, weekday_date
from outreach_app.summaries.prose.french_places import at_place
from outreach_app.summaries.prose.quoting import quoted_own
from outreach_app.summaries.session.plan import (
    News,
    NextMeetingFacts,
    SessionPlan,
    SituationFacts,
)

# Where it is to be, if its means alone is known.
_MEANS = {
    "ch.office": "au siège de l’arrondissement de police",
    "ch.partner_place": "au siège d’un partenaire",
    "ch.video": "à distance",
}
# How those who do not meet are in touch.
_EXCHANGES = {
    "ch.phone": "téléphonique",
    "ch.mail": "par courrier",
    "ch.email": "par courriel",
    "ch.social": "sur les réseaux sociaux",
}


def set_for(plan: SessionPlan) -> Text:
    """Return when and where the next meeting was to be; empty if none was set."""
    meeting = plan.next_meeting
    if meeting is None:
        return ()
    path = "next_meeting"
    start = Span(clock(meeting.starts_at), f"{path}.starts_at") if meeting.starts_at else None
    # Nobody meets at a place for an exchange.
    is_exchange = meeting.channel in EXCHANGE_CHANNELS
    place = () if is_exchange else _place(meeting, path)
    means = _EXCHANGES.get(meeting.channel or "")
    return text(
        text("Le prochain échange ", Span(means, f"{path}.channel"), " a été fixé au ")
        if means
        else "La prochaine rencontre a été fixée au ",
        Span(weekday_date(meeting.held_on), f"{path}.held_on"),
        text(" à ", start) if start else "",
        text(", ", place) if place else "",
        ".",
    )


def came_of(line: SituationFacts, path: str, issued_on: date) -> Text:
    """Return what came of the next meeting: what was written after its day says it was not held."""
    missed_on = line.missed_on
    day = Span(short_date(missed_on), f"{path}.missed_on") if missed_on else None
    e = "" if line.is_exchange else "e"
    missed = text(f"Non tenu{e} à la date prévue (", day, "), ") if day else ()
    to = _appointment(line, path)
    under = text(" sous le n°\u00a0", Span(line.summary, f"{path}.summary")) if line.summary else ""
    return {
        News.MOVED: text(missed, "nouvelle date fixée au " if missed else f"Reporté{e} au ", to),
        News.POSTPONED: text(missed, f"{'r' if missed else 'R'}eporté{e} à une date ultérieure"),
        News.CANCELLED: text(missed, "annulation enregistrée") if missed else text(f"Annulé{e}"),
        News.HELD: text(f"Tenu{e}", under),
        News.FOLLOWED: text(f"Tenu{e}", under),
        News.SET_TOO: text(f"Fixé{e} au ", to),
        News.UNKNOWN: text(
            f"Fixé{e} à ce jour\u00a0; sa tenue n’a pas encore été enregistrée"
            if line.on == issued_on
            else "Date échue, tenue non enregistrée"
        ),
    }.get(line.news, ())


def _appointment(line: SituationFacts, path: str) -> Text:
    """Return the new day, hour and place: « 16/07/2026 à 10 h, à la maison de quartier »."""
    to, path = line.to, f"{path}.to"
    if to is None:
        return ()
    start = Span(clock(to.starts_at), f"{path}.starts_at") if to.starts_at else None
    place = _place(to, path)
    return text(
        Span(short_date(to.held_on), f"{path}.held_on"),
        text(" à ", start) if start else "",
        text(", ", place) if place else "",
    )


def _place(meeting: NextMeetingFacts, path: str) -> Text:
    """Return where it is to be: as typed, quoted if not in this language, or by its means."""
    own = at_place(meeting.place, f"{path}.place")
    if own:
        return own
    if quoted := quoted_own(meeting.place, f"{path}.place", Language.FRENCH):
        return text("lieu\u00a0: ", quoted)
    means = _MEANS.get(meeting.channel or "")
    return text(Span(means, f"{path}.channel")) if means else ()
