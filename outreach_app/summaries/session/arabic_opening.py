"""The opening of an Arabic session summary: who, when, where, about what, who came."""

import re

from outreach_app.i18n import Language
from outreach_app.rules.kinds import Channel, MeetingKind
from outreach_app.rules.periods import Period
from outreach_app.summaries.prose.arabic import (
    at_place,
    chief,
    clock,
    feminine,
    joined_to,
    named_chief,
    named_unit,
    to_place,
    verb_of,
    weekday,
    weekday_date,
)
from outreach_app.summaries.prose.blocks import Span, Text, plain
from outreach_app.summaries.prose.composition import text
from outreach_app.summaries.prose.counts import Case, count
from outreach_app.summaries.prose.meeting_kinds import REMOTE_CHANNELS, Manner, arabic_kind
from outreach_app.summaries.prose.nouns import PERSON
from outreach_app.summaries.prose.periods import arabic_first
from outreach_app.summaries.prose.quoting import quoted_own
from outreach_app.summaries.prose.reception import PERMANENCE
from outreach_app.summaries.session.arabic_attendance import (
    who_attended,
    who_was_among,
    who_was_met,
    who_was_represented,
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

PAGE = Language.ARABIC
NOMINATIVE, ACCUSATIVE, GENITIVE = Case.NOMINATIVE, Case.ACCUSATIVE, Case.GENITIVE
_NUMBERS_MEET = re.compile("\\d\u2069? \u2066?\\d")
_FRAME = "في إطار انفتاح مصالح الأمن الوطني على محيطها، وتفعيلا لمقاربة شرطة القرب، "
# The place, for a channel that implies one, or the means, if a unit attended remotely.
_CHANNELS = {
    "ch.office": "بمقر الدائرة الأمنية",
    "ch.phone": "هاتفيا",
    "ch.mail": "بواسطة المراسلة",
    "ch.email": "عبر البريد الإلكتروني",
    "ch.social": "عبر مواقع التواصل الاجتماعي",
}


def opening(plan: SessionPlan) -> Text:
    """Return who held what, when, where, about what, and who attended."""
    is_framed = how(plan) in (Manner.CHAIRED, Manner.FIELD, Manner.UNIT) and plan.headcount != 0
    start = Span(clock(plan.starts_at), "starts_at") if plan.starts_at else None
    place, what = _where(plan), _what(plan)
    whose = (named_unit if how(plan) is Manner.UNIT else named_chief)(plan.office)
    # Who is received stands beside the verb, unless two numbers would meet.
    do_meet = _NUMBERS_MEET.search(f"{plain(whose)} {plain(what)}") is not None
    is_beside = how(plan) is Manner.RECEIVED and not do_meet
    return text(
        _frame(plan) if is_framed else "",
        f"{_verb(plan)} ",
        whose,
        text(" ", what) if is_beside else "",
        "، ",
        _days(plan),
        text(_at(plan), start) if start else "",
        text("، ", place) if place else "",
        "" if is_beside else text("، ", what),
        who_was_represented(plan),
        ".",
        who_was_among(plan),
        _benefited(plan),
        _about(plan),
    )


def _benefited(plan: SessionPlan) -> Text:
    """Return «وبلغ عدد المستفيدين 120.» of an awareness action."""
    reached = plan.reached.beneficiaries if plan.reached else None
    number = number_shown(reached, "reached.beneficiaries", PAGE)
    return text(" وبلغ عدد المستفيدين ", number, ".") if number else ()


def _days(plan: SessionPlan) -> Text:
    """Return «يوم الاثنين 9 مارس 2026», «من يوم الاثنين 9 إلى غاية يوم الأربعاء 11 مارس 2026»."""
    if plan.last_on is None:
        return text("يوم ", Span(weekday_date(plan.held_on), "held_on"))
    day = arabic_first(Period(plan.held_on, plan.last_on))
    first = Span(f"{weekday(plan.held_on)} {day}", "held_on")
    return text("من يوم ", first, " إلى غاية يوم ", Span(weekday_date(plan.last_on), "last_on"))


def _frame(plan: SessionPlan) -> Text:
    """Return the context of the meeting: the office's own phrase, if it has one."""
    own = phrase(plan.opening_phrase, "opening_phrase", PAGE)
    return text(own, "، ") if own else text(_FRAME)


def _verb(plan: SessionPlan) -> str:
    verb = arabic_kind(*kind_said(plan)).verb
    if how(plan) is Manner.UNIT:
        return feminine(verb)
    if how(plan) is Manner.RECEIVED and not plan.headcount:
        verb = "خصص"
    if how(plan) is Manner.CHAIRED and plan.headcount == 0:
        verb = "عقد"
    return verb_of(chief(plan.office).text, verb)


def _at(plan: SessionPlan) -> str:
    """Lead to the hour: what a unit holds lasts, and begins then."""
    return " ابتداء من الساعة " if how(plan) is Manner.UNIT else " على الساعة "


def _in_french(plan: SessionPlan) -> Text:
    """Return «بالمكان التالي: « Salle Annour »», as typed in the other language alone."""
    quoted = () if is_place_implied(plan, PAGE) else quoted_own(plan.place, "place", PAGE)
    return text("بالمكان التالي: ", quoted[:1]) if quoted else ()


def _where(plan: SessionPlan) -> Text:
    """Return the place, or what the channel says; exchanges, visits and video calls have none."""
    if how(plan) is Manner.EXCHANGE or plan.channel == Channel.VIDEO or _visited(plan):
        return ()
    means = _CHANNELS.get(plan.channel)
    if plan.channel == Channel.PERMANENCE:
        means = PERMANENCE[PAGE]
    channel = Span(means, "channel") if means else None
    if channel and plan.channel in REMOTE_CHANNELS:
        return text(channel)
    place = at_place(plan.place, "place") or _in_french(plan)
    if place and channel and plan.channel == Channel.PERMANENCE:
        return text(channel, "، ", place)
    if place or not (is_place_implied(plan, PAGE) or plan.channel == Channel.PERMANENCE):
        return place
    if plan.channel == Channel.PARTNER_PLACE:
        is_one = implied_seat(plan) is Seat.PARTNER
        return text(Span("بمقر الشريك" if is_one else "بمقر أحد الشركاء", "channel"))
    return text(channel or "")


def _what(plan: SessionPlan) -> Text:
    """Return the object of the verb, with its topic and the attendance."""
    kind = arabic_kind(*kind_said(plan))
    if how(plan) is Manner.EXCHANGE:
        them = who_was_met(plan, GENITIVE)
        return text(Span(kind.object, "channel"), text(" مع ", them) if them else "")
    if how(plan) is Manner.RECEIVED:
        return _received(plan)
    topic, visited = _topic(plan), _visited(plan)
    # The meeting is held remotely, not its chair.
    afar = text(" ", Span("عن بعد", "channel")) if plan.channel == Channel.VIDEO else ()
    return text(
        Span(kind.object, "kind"),
        afar,
        text(" ", visited) if visited else "",
        topic,
        who_attended(plan, is_after_topic=bool(topic)),
    )


def _visited(plan: SessionPlan) -> Text:
    """Return the place of a visit; empty if it is stated like any other place."""
    return to_place(plan.place, "place") if how(plan) is Manner.FIELD else ()


def _received(plan: SessionPlan) -> Text:
    """Return «ممثلا عن جمعية», or «استقبالا لجمعيتين» where nobody was counted."""
    if plan.headcount:
        return who_was_met(plan, ACCUSATIVE)
    audience = Span(arabic_kind(*kind_said(plan)).object, "kind")
    if plan.headcount == 0:
        return text(audience, " لم يحضره ", Span(count(PERSON, 0, NOMINATIVE, PAGE), "headcount"))
    them = who_was_met(plan, GENITIVE)
    return text(audience, text(" ", joined_to("ل", them)) if them else _topic(plan))


def _topic(plan: SessionPlan) -> Text:
    """Return «حول «…»», or «موضوعه «…»» of what was coordinated or visited."""
    subject = quoted_own(plan.subject, "subject", PAGE)
    if not subject or not is_subject_said(plan, PAGE):
        return ()
    its = "موضوعها" if arabic_kind(*kind_said(plan)).feminine else "موضوعه"
    lead = its if plan.kind in (MeetingKind.COORDINATION, MeetingKind.FIELD) else "حول"
    return text(f" {lead} ", subject)


def _about(plan: SessionPlan) -> Text:
    """Return the sentence that says the subject of an audience or an exchange."""
    subject = quoted_own(plan.subject, "subject", PAGE)
    if how(plan) not in (Manner.RECEIVED, Manner.EXCHANGE):
        return ()
    if how(plan) is Manner.RECEIVED and plan.headcount is None and not who_was_met(plan, GENITIVE):
        return ()  # it is told of the audience itself
    if not subject or not is_subject_said(plan, PAGE):
        return ()
    its = arabic_kind(*kind_said(plan)).later
    return text(f" وكان موضوع {its} ", subject, ".")
