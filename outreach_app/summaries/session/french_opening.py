"""The opening of a French session summary: who, when, where, about what, who came."""

from outreach_app.i18n import Language
from outreach_app.rules.kinds import Channel
from outreach_app.rules.periods import Period
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.composition import listed, text
from outreach_app.summaries.prose.counts import Case, count
from outreach_app.summaries.prose.french import (
    clock,
    named_chief,
    named_unit,
    of,
    sentence_case,
    weekday,
    weekday_date,
)
from outreach_app.summaries.prose.french_places import at_place
from outreach_app.summaries.prose.meeting_kinds import REMOTE_CHANNELS, Manner, french_kind
from outreach_app.summaries.prose.nouns import PERSON
from outreach_app.summaries.prose.periods import french_first
from outreach_app.summaries.prose.quoting import quoted_own
from outreach_app.summaries.prose.reception import PERMANENCE
from outreach_app.summaries.session.french_attendance import (
    is_received_for_professions,
    professions,
    together,
    who_attended,
    who_was_among,
    who_was_met,
)
from outreach_app.summaries.session.labels import Seat
from outreach_app.summaries.session.phrases import phrase
from outreach_app.summaries.session.plan import SessionPlan
from outreach_app.summaries.session.writer import (
    how,
    implied_seat,
    is_place_implied,
    is_subject_said,
    kind_said,
    number_shown,
)

PAGE = Language.FRENCH
_FRAME = (
    "Dans le cadre de l’ouverture des services de la Sûreté nationale sur leur environnement "
    "et de la mise en œuvre de la police de proximité, "
)
# The place, for a channel that implies one, or the means, if a unit attended remotely.
_CHANNELS = {
    "ch.office": "au siège de l’arrondissement de police",
    "ch.phone": "par téléphone",
    "ch.mail": "par courrier",
    "ch.email": "par courriel",
    "ch.social": "sur les réseaux sociaux",
}


def opening(plan: SessionPlan) -> Text:
    """Return who held what, when, where, about what, and who attended."""
    is_framed = how(plan) in (Manner.CHAIRED, Manner.FIELD, Manner.UNIT) and plan.headcount != 0
    who = named_unit(plan.office) if how(plan) is Manner.UNIT else named_chief(plan.office)
    start = Span(clock(plan.starts_at), "starts_at") if plan.starts_at else None
    place = _where(plan)
    return text(
        text(_frame(plan), who) if is_framed else sentence_case(who),
        f" {_verb(plan)}, ",
        _days(plan),
        text(_at(plan), start) if start else "",
        text(", ", place) if place else "",
        ", ",
        _what(plan),
        ".",
        who_was_among(plan),
        _benefited(plan),
        _about(plan),
    )


def _benefited(plan: SessionPlan) -> Text:
    """Return « Le nombre de bénéficiaires s’est élevé à 120. » of an awareness action."""
    reached = plan.reached.beneficiaries if plan.reached else None
    number = number_shown(reached, "reached.beneficiaries", PAGE)
    return text(" Le nombre de bénéficiaires s’est élevé à ", number, ".") if number else ()


def _days(plan: SessionPlan) -> Text:
    """Return « le lundi 9 mars 2026 », « du lundi 9 au mercredi 11 mars 2026 »."""
    if plan.last_on is None:
        return text("le ", Span(weekday_date(plan.held_on), "held_on"))
    day = french_first(Period(plan.held_on, plan.last_on))
    first = Span(f"{weekday(plan.held_on)} {day}", "held_on")
    return text("du ", first, " au ", Span(weekday_date(plan.last_on), "last_on"))


def _frame(plan: SessionPlan) -> Text:
    """Return the context of the meeting: the office's own phrase, if it has one."""
    own = phrase(plan.opening_phrase, "opening_phrase", PAGE)
    return text(own, ", ") if own else text(_FRAME)


def _verb(plan: SessionPlan) -> str:
    if how(plan) is Manner.RECEIVED and not plan.headcount:
        return "a accordé"
    if how(plan) is Manner.CHAIRED and plan.headcount == 0:
        return "a tenu"
    return french_kind(*kind_said(plan)).verb


def _at(plan: SessionPlan) -> str:
    """Lead to the hour: what a unit holds lasts, and begins then."""
    if how(plan) is not Manner.UNIT:
        return " à "
    return ", à partir de " if plan.last_on else " à partir de "


def _in_arabic(plan: SessionPlan) -> Text:
    """Return « au lieu suivant : «قاعة الأمل» », as typed in Arabic alone."""
    quoted = () if is_place_implied(plan, PAGE) else quoted_own(plan.place, "place", PAGE)
    return text("au lieu suivant\u00a0: ", quoted[:1]) if quoted else ()


def _where(plan: SessionPlan) -> Text:
    """Return the place, or what the channel says of it; an exchange and a video call have none."""
    if how(plan) is Manner.EXCHANGE or plan.channel == Channel.VIDEO:
        return ()
    means = _CHANNELS.get(plan.channel)
    if plan.channel == Channel.PERMANENCE:
        means = PERMANENCE[PAGE]
    channel = Span(means, "channel") if means else None
    if channel and plan.channel in REMOTE_CHANNELS:
        return text(channel)
    place = at_place(plan.place, "place") or _in_arabic(plan)
    if place and channel and plan.channel == Channel.PERMANENCE:
        return text(channel, ", ", place)
    if place or not (is_place_implied(plan, PAGE) or plan.channel == Channel.PERMANENCE):
        return place
    if plan.channel == Channel.PARTNER_PLACE:
        is_one = implied_seat(plan) is Seat.PARTNER
        theirs = "au siège du partenaire" if is_one else "au siège de l’un des partenaires"
        return text(Span(theirs, "channel"))
    return text(channel or "")


def _what(plan: SessionPlan) -> Text:
    """Return the object of the verb, with its topic and the attendance."""
    kind = french_kind(*kind_said(plan))
    if how(plan) is Manner.EXCHANGE:
        them = who_was_met(plan)
        return text(
            Span(kind.object, "channel"), text(" avec ", together(plan, them)) if them else ""
        )
    if how(plan) is Manner.RECEIVED:
        return _received(plan)
    # The meeting is held remotely, not its chair.
    afar = text(" ", Span("à distance", "channel")) if plan.channel == Channel.VIDEO else ()
    return text(Span(kind.object, "kind"), afar, _topic(plan), who_attended(plan))


def _received(plan: SessionPlan) -> Text:
    """Return « un représentant d’une coopérative », or « une audience à 2 coopératives »."""
    if plan.headcount:
        return listed(who_was_met(plan), PAGE)
    audience = Span(french_kind(*kind_said(plan)).object, "kind")
    if plan.headcount == 0:
        nobody = Span(count(PERSON, 0, Case.NOMINATIVE, PAGE), "headcount")
        return text(audience, ", à laquelle ", nobody, " ne s’est présentée")
    if is_received_for_professions(plan):
        said = listed([_of(each) for each in professions(plan)], PAGE)
        return text(audience, " au titre ", said, _topic(plan))
    them = [text("à ", each) for each in who_was_met(plan)]
    return text(audience, text(" ", together(plan, them)) if them else _topic(plan))


def _of(profession: Text) -> Text:
    """Return « de la profession d’avocat », « des professions … »."""
    lead, *rest = profession
    if lead.text.startswith("les "):
        return text(f"des {lead.text.removeprefix('les ')}", *rest)
    return of(profession)


def _topic(plan: SessionPlan) -> Text:
    """Return « sur le thème « … » », « ayant pour objet « … » »."""
    subject = quoted_own(plan.subject, "subject", PAGE)
    if not subject or not is_subject_said(plan, PAGE):
        return ()
    return text(f" {french_kind(*kind_said(plan)).topic} ", subject)


def _about(plan: SessionPlan) -> Text:
    """Return the sentence that says the subject of an audience or an exchange."""
    subject = quoted_own(plan.subject, "subject", PAGE)
    if how(plan) not in (Manner.RECEIVED, Manner.EXCHANGE):
        return ()
    if how(plan) is Manner.RECEIVED and plan.headcount is None and not who_was_met(plan):
        return ()  # it is told of the audience itself
    if not subject or not is_subject_said(plan, PAGE):
        return ()
    return text(f" {french_kind(*kind_said(plan)).later} avait pour objet ", subject, ".")
