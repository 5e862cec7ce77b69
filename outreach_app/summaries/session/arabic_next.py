"""The meeting set to follow, in Arabic: as it was agreed on, and what came of it."""

from datetime import date

from outreach_app.i18n import Language, isolate
from outreach_app.rules.exchanges import EXCHANGE_CHANNELS
from outreach_app.summaries.prose.arabic import at_place, clock, short_date, weekday_date
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.composition import text
from outreach_app.summaries.prose.quoting import quoted_own
from outreach_app.summaries.session.plan import (
    News,
    NextMeetingFacts,
    SessionPlan,
    SituationFacts,
)

# Where it is to be, if its means alone is known.
_MEANS = {
    "ch.office": "بمقر الدائرة الأمنية",
    "ch.partner_place": "بمقر أحد الشركاء",
    "ch.video": "عن بعد",
}
# How those who do not meet are in touch.
_EXCHANGES = {
    "ch.phone": "عبر الهاتف",
    "ch.mail": "بواسطة المراسلة",
    "ch.email": "عبر البريد الإلكتروني",
    "ch.social": "عبر مواقع التواصل الاجتماعي",
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
    whose = text(" موعدا للتواصل المقبل ", Span(means, f"{path}.channel")) if means else ()
    return text(
        "وحُدد يوم ",
        Span(weekday_date(meeting.held_on), f"{path}.held_on"),
        text(" على الساعة ", start) if start else "",
        whose or " موعدا للقاء المقبل",
        text("، ", place) if place else "",
        ".",
    )


def came_of(line: SituationFacts, path: str, issued_on: date) -> Text:
    """Return what came of the next meeting: what was written after its day says it was not held."""
    missed_on = line.missed_on
    day = Span(short_date(missed_on), f"{path}.missed_on") if missed_on else None
    held, holding = ("تم", "حصوله") if line.is_exchange else ("انعقد", "انعقاده")
    lead = f"لم {'يتم' if line.is_exchange else 'ينعقد'} في موعده ("
    missed = text(lead, day, ")، ") if day else ()
    number = isolate(line.summary) if line.summary else ""
    under = text(" تحت عدد ", Span(number, f"{path}.summary")) if number else ""
    return {
        News.MOVED: text(
            missed, "وحُدد له موعد جديد: " if missed else "تغير موعده إلى ", _appointment(line, path)
        ),
        News.POSTPONED: text(missed, f"{'و' if missed else ''}أُجل إلى تاريخ لاحق"),
        News.CANCELLED: text(missed, "وسُجل إلغاؤه" if missed else "أُلغي"),
        News.HELD: text(held, under),
        News.FOLLOWED: text(held, under),
        News.SET_TOO: text("محدد في ", _appointment(line, path)),
        News.UNKNOWN: text(
            f"موعده في تاريخه، ولم يُسجل {holding} بعد"
            if line.on == issued_on
            else f"انقضى موعده، ولم يُسجل {holding}"
        ),
    }.get(line.news, ())


def _appointment(line: SituationFacts, path: str) -> Text:
    """Return the new day, hour and place: «16/07/2026 على الساعة 10:00، بدار الحي»."""
    to, path = line.to, f"{path}.to"
    if to is None:
        return ()
    start = Span(clock(to.starts_at), f"{path}.starts_at") if to.starts_at else None
    place = _place(to, path)
    return text(
        Span(short_date(to.held_on), f"{path}.held_on"),
        text(" على الساعة ", start) if start else "",
        text("، ", place) if place else "",
    )


def _place(meeting: NextMeetingFacts, path: str) -> Text:
    """Return where it is to be: as typed, quoted if not in this language, or by its means."""
    own = at_place(meeting.place, f"{path}.place")
    if own:
        return own
    if quoted := quoted_own(meeting.place, f"{path}.place", Language.ARABIC):
        return text("بالمكان التالي: ", quoted)
    means = _MEANS.get(meeting.channel or "")
    return text(Span(means, f"{path}.channel")) if means else ()
