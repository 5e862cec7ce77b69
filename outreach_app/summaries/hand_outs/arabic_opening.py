"""The opening of a partner's sheet in Arabic: what it took part in, what was raised, what of it."""

from outreach_app.i18n import Language
from outreach_app.rules.kinds import Channel, MeetingKind
from outreach_app.rules.periods import Period
from outreach_app.summaries.hand_outs.arabic_came_to import came_to
from outreach_app.summaries.hand_outs.plan import HandOutPlan, MetFacts
from outreach_app.summaries.hand_outs.writer import told_subject
from outreach_app.summaries.prose.arabic import at_place, full_date
from outreach_app.summaries.prose.arabic_periods import name_of
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.composition import joined, text
from outreach_app.summaries.prose.counts import Case, Noun
from outreach_app.summaries.prose.held_nouns import count_held, held_noun, spelled_held
from outreach_app.summaries.prose.letters import spelled
from outreach_app.summaries.prose.meeting_kinds import Manner, arabic_kind, manner
from outreach_app.summaries.prose.nouns import OPEN_DAY, POINT
from outreach_app.summaries.prose.periods import arabic_days, arabic_first
from outreach_app.summaries.prose.quoting import quoted_own
from outreach_app.summaries.session.plan import NextMeetingFacts

PAGE = Language.ARABIC
# Where a meeting is by its channel; nobody goes to the place noted for one at a distance.
_CHANNELS: dict[str, str] = {
    Channel.OFFICE: "بمقر الدائرة الأمنية",
    Channel.VIDEO: "عن بعد",
}
# At the seat of one of the partners, which one is not noted, or of the one the sheet is for.
_SEATS = ("بمقر أحد الشركاء (يُحدد لاحقا)", "بمقركم")
_ITS_SUBJECT = (MeetingKind.COORDINATION, MeetingKind.FIELD)


def opening(plan: HandOutPlan) -> Text:
    """State thanks, the number of points raised at which sessions, and their outcomes."""
    points = Span(spelled(POINT, plan.points, Case.NOMINATIVE, PAGE), "points")
    raised = "لم تُثر " if plan.points == 0 else "أُثيرت "
    # A day before the number of points would run into it.
    took_part, them = _at_one(plan.met) if plan.met else _at_several(plan)
    outcome = came_to(plan) if plan.points else ()
    thanks = "شكرا لكم على مشاركتكم في الحوار. "
    # Thanks that something was promised about are counted.
    without = "، دون احتساب عبارات الشكر التي لا تستدعي أي تتبع"
    apart = Span(without, "has_thanks") if plan.has_thanks else ""
    said = text(points, " ", them) if plan.spoken else text(them, " ", points)
    return text(thanks, took_part, raised, said, apart, outcome, ".")


def earlier(plan: HandOutPlan) -> Text:
    """Return «تتبع ثلاث نقط أُثيرت في لقاءاتنا واتصالاتنا قبل 25 ماي 2026:».

    What they waited for, and until when, each row tells by its own days.
    """
    number = plan.earlier or 0
    points = Span(spelled(POINT, number, Case.GENITIVE, PAGE), "earlier")
    raised = "أُثيرتا" if number == 2 else "أُثيرت"
    # Remarks that were received apart from any meeting are not among them.
    where = f" {raised} في لقاءاتنا واتصالاتنا قبل "
    return text("تتبع ", points, where, Span(full_date(plan.first), "first"), ":")


def _at_one(met: MetFacts) -> tuple[Text, Text]:
    """Return «شاركتم يوم … في زيارة ميدانية موضوعها «…»، », and the word for during it."""
    how, kind = manner(met.kind, met.channel), arabic_kind(met.kind, met.channel)
    # A study day would be said beside the word of its own day.
    lead = "بتاريخ " if kind.name.startswith("يوم ") else "يوم "
    day = met_days(met, "met", lead)
    took_part = text("شاركتم ", day, " في ", Span(kind.name, "met.kind"))
    if how is Manner.RECEIVED:
        subject = told_subject(met, PAGE)
        matter = text(" في موضوع ", subject) if subject else ()
        received = text("استقبلناكم ", day, matter, "، و")
        return received, text("خلال الاستقبال")
    if how is Manner.EXCHANGE:
        took_part = text("أجرينا معكم ", day, " ", Span(kind.object, "met.kind"))
    subject = told_subject(met, PAGE)
    about: Text = ()
    if subject:
        its = "موضوعها" if kind.feminine else "موضوعه"
        is_its = how is Manner.EXCHANGE or met.kind in _ITS_SUBJECT
        lead = its if is_its else "حول"
        about = text(f" {lead} ", subject)
    return text(took_part, about, "، "), text("خلالها" if kind.feminine else "خلاله")


def met_days(met: MetFacts, path: str, lead: str) -> Text:
    """Return «يوم 8 شتنبر 2026», or of several days «من 8 إلى غاية 9 شتنبر 2026»."""
    if met.last_on is None:
        return text(lead, Span(full_date(met.held_on), f"{path}.held_on"))
    first = Span(arabic_first(Period(met.held_on, met.last_on)), f"{path}.held_on")
    return text("من ", first, " إلى غاية ", Span(full_date(met.last_on), f"{path}.last_on"))


def _at_several(plan: HandOutPlan) -> tuple[Text, Text]:
    """Return «خلال …، شاركتم في لقاءين وحملة تحسيسية واحدة », and the word for during them."""
    counted = count_held((each.kind, each.channel) for each in plan.held)
    fact = "sessions" if len(counted) == 1 else "held"
    took_part = [
        text(Span(_open_days(plan, noun) or spelled_held(noun, number, Case.GENITIVE, PAGE), fact))
        for noun, number in counted
    ]
    said = text("خلال ", period_of(plan), "، شاركتم في ", joined(took_part, " و"), "، ")
    if met := plan.spoken:
        kind = Span(arabic_kind(met.kind, met.channel).name, "spoken.kind")
        return text(said, "و"), text("خلال ", kind, " ", met_days(met, "spoken", "بتاريخ "))
    if plan.has_silent and plan.points:
        return said, text("خلال ", Span("بعضها", "has_silent"))
    return said, text("خلالهما" if plan.sessions == 2 else "خلالها")


def _open_days(plan: HandOutPlan, noun: Noun) -> str | None:
    """Return «أيام للأبواب المفتوحة» for the only ones, if they lasted; else None."""
    found = [row for row in plan.held if held_noun(row.kind, row.channel) is noun]
    days = found[0].days if noun is OPEN_DAY and len(found) == 1 else None
    if days is None:
        return None
    kind = arabic_kind(found[0].kind, found[0].channel, days)
    return kind.object if days == 2 else kind.name


def period_of(plan: HandOutPlan) -> Text:
    name = name_of(Period(plan.first, plan.last))
    if name is not None:
        return text(Span(name.whole, "last"))
    return text("الفترة ", Span(arabic_days(Period(plan.first, plan.last)), "last"))


def next_place(meeting: NextMeetingFacts, *, is_at_theirs: bool) -> Text:
    """Return where the next meeting is to be: as typed in either language, else as its channel."""
    told = _CHANNELS.get(meeting.channel or "")
    if meeting.channel == Channel.PARTNER_PLACE:
        told = _SEATS[is_at_theirs]
    if told and (meeting.channel == Channel.VIDEO or not meeting.place.prefer(PAGE)):
        return text(Span(told, "next_meeting.channel"))
    if place := at_place(meeting.place, "next_meeting.place"):
        return place
    quoted = quoted_own(meeting.place, "next_meeting.place", PAGE)
    return text("بالمكان التالي: ", quoted) if quoted else ()
