"""The opening of a partner's sheet in Arabic: what it took part in, what was raised, what of it."""

from outreach_app.i18n import Language
from outreach_app.rules.kinds import Channel, MeetingKind
from outreach_app.rules.periods import Period
from outreach_app.summaries.hand_outs.arabic_services import of_services, received
from outreach_app.summaries.hand_outs.others import Whose, whose
from outreach_app.summaries.hand_outs.plan import HandOutPlan, MetFacts
from outreach_app.summaries.hand_outs.services import answered
from outreach_app.summaries.hand_outs.states import counted_group, is_open_with_others
from outreach_app.summaries.hand_outs.writer import groups, is_another
from outreach_app.summaries.prose.arabic import at_place, full_date
from outreach_app.summaries.prose.arabic_periods import name_of
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.composition import joined, text
from outreach_app.summaries.prose.counts import Case
from outreach_app.summaries.prose.held_nouns import count_held, spelled_held
from outreach_app.summaries.prose.letters import spelled
from outreach_app.summaries.prose.meeting_kinds import Manner, arabic_kind, manner
from outreach_app.summaries.prose.nouns import OTHER_POINT, POINT
from outreach_app.summaries.prose.periods import arabic_days, arabic_first
from outreach_app.summaries.prose.quoting import quoted_own
from outreach_app.summaries.session.plan import NextMeetingFacts

PAGE = Language.ARABIC
# Where a meeting is by its channel; nobody goes to the place noted for one at a distance.
_CHANNELS: dict[str, str] = {
    Channel.OFFICE: "بمقر الدائرة الأمنية",
    Channel.VIDEO: "عن بعد",
}
# The text before and after the count of a group; `_OF_TWO` is the text after a dual. In braces
# stand the services that its points were passed on to, and that their answers came.
_CLAUSES = {
    "kept": ("أُنجز ما التُزم به بشأن ", "", Case.GENITIVE),
    "treated": ("عولجت ", "", Case.NOMINATIVE),
    "replied_twice": ("أُجيب عن ", " من لدنّا ومن لدن {services}", Case.GENITIVE),
    "replied": ("أُجيب عن ", "", Case.GENITIVE),
    "closed": ("أُغلقت ", "", Case.NOMINATIVE),
    "running": ("لا يزال ما التُزم به بشأن ", " قيد الإنجاز", Case.GENITIVE),
    "promised": ("يُنتظر تنفيذ ما التُزم به بشأن ", "", Case.GENITIVE),
    "partly": ("أُنجز جزئيا ما التُزم به بشأن ", "", Case.GENITIVE),
    "studied": ("لا تزال ", " قيد الدراسة", Case.NOMINATIVE),
    "kept_transmitted": (
        "أُنجز ما التُزم به بشأن ",
        "، مع إحالتها على {services}",
        Case.GENITIVE,
    ),
    "transmitted": ("أُحيلت ", " على {services}", Case.NOMINATIVE),
    "passed_on": ("أُحيل على {services} ما التُزم به بشأن ", "", Case.GENITIVE),
    "answered": ("{received} بشأن ", "", Case.GENITIVE),
    "oriented": ("وُجهت ", " نحو المسطرة المناسبة", Case.NOMINATIVE),
    "late": ("تأخر تنفيذ ما التُزم به بشأن ", "", Case.GENITIVE),
    "blocked": ("تعذر تنفيذ ما التُزم به بشأن ", "", Case.GENITIVE),
    "dropped": ("تم التخلي عما التُزم به بشأن ", "", Case.GENITIVE),
    "out_of_scope": ("تقع ", " خارج الاختصاص", Case.NOMINATIVE),
    "no_followup": ("لم يُتخذ أي إجراء بشأن ", "", Case.GENITIVE),
    "by_other": ("كانت ", " موضوع التزام من أحد الشركاء", Case.NOMINATIVE),
    "noted": ("سُجلت ", " في سجل الإشاعات", Case.NOMINATIVE),
    "waiting": ("لا تزال ", " في انتظار تفاعلنا معها", Case.NOMINATIVE),
}
_OF_TWO = {
    "kept_transmitted": "، مع إحالتهما على {services}",
    "waiting": " في انتظار تفاعلنا معهما",
}
# The same of the only point, which is not counted again.
_OF_ONE = {
    "kept": "وقد أُنجز ما التُزم به بشأنها",
    "treated": "وقد عولجت",
    "replied_twice": "وقد أُجيب عنها من لدنّا ومن لدن {services}",
    "replied": "وقد أُجيب عنها",
    "closed": "وقد أُغلقت",
    "running": "ولا يزال ما التُزم به بشأنها قيد الإنجاز",
    "promised": "ويُنتظر تنفيذ ما التُزم به بشأنها",
    "partly": "وقد أُنجز جزئيا ما التُزم به بشأنها",
    "studied": "ولا تزال قيد الدراسة",
    "kept_transmitted": "وقد أُنجز ما التُزم به بشأنها، وأُحيلت على {services}",
    "transmitted": "وقد أُحيلت على {services}",
    "passed_on": "وقد أُحيل على {services} ما التُزم به بشأنها",
    "answered": "وقد {received} بشأنها",
    "oriented": "وقد وُجهت نحو المسطرة المناسبة",
    "late": "وقد تأخر تنفيذ ما التُزم به بشأنها",
    "blocked": "وقد تعذر تنفيذ ما التُزم به بشأنها",
    "dropped": "وقد تم التخلي عما التُزم به بشأنها",
    "out_of_scope": "وهي خارج الاختصاص",
    "no_followup": "ولم يُتخذ أي إجراء بشأنها",
    "by_other": "وكانت موضوع التزام من أحد الشركاء",
    "noted": "وقد سُجلت في سجل الإشاعات",
    "waiting": "ولا تزال في انتظار تفاعلنا معها",
}
# The same where all came to one thing: of two, and of more.
_OF_ALL = {
    "kept": ("أُنجز ما التُزم به بشأن كلتيهما", "أُنجز ما التُزم به بشأنها كلها"),
    "treated": ("عولجتا كلتاهما", "عولجت كلها"),
    "replied_twice": (
        "أُجيب عن كلتيهما من لدنّا ومن لدن {services}",
        "أُجيب عنها كلها من لدنّا ومن لدن {services}",
    ),
    "replied": ("أُجيب عن كلتيهما", "أُجيب عنها كلها"),
    "closed": ("أُغلقتا كلتاهما", "أُغلقت كلها"),
    "running": (
        "لا يزال ما التُزم به بشأن كلتيهما قيد الإنجاز",
        "لا يزال ما التُزم به بشأنها كلها قيد الإنجاز",
    ),
    "promised": (
        "يُنتظر تنفيذ ما التُزم به بشأن كلتيهما",
        "يُنتظر تنفيذ ما التُزم به بشأنها كلها",
    ),
    "partly": ("أُنجز جزئيا ما التُزم به بشأن كلتيهما", "أُنجز جزئيا ما التُزم به بشأنها كلها"),
    "studied": ("لا تزالان كلتاهما قيد الدراسة", "لا تزال كلها قيد الدراسة"),
    "kept_transmitted": (
        "أُنجز ما التُزم به بشأن كلتيهما، مع إحالتهما على {services}",
        "أُنجز ما التُزم به بشأنها كلها، مع إحالتها على {services}",
    ),
    "transmitted": ("أُحيلتا كلتاهما على {services}", "أُحيلت كلها على {services}"),
    "passed_on": (
        "أُحيل على {services} ما التُزم به بشأن كلتيهما",
        "أُحيل على {services} ما التُزم به بشأنها كلها",
    ),
    "answered": ("{received} بشأن كلتيهما", "{received} بشأنها كلها"),
    "oriented": ("وُجهتا كلتاهما نحو المسطرة المناسبة", "وُجهت كلها نحو المسطرة المناسبة"),
    "late": ("تأخر تنفيذ ما التُزم به بشأن كلتيهما", "تأخر تنفيذ ما التُزم به بشأنها كلها"),
    "blocked": ("تعذر تنفيذ ما التُزم به بشأن كلتيهما", "تعذر تنفيذ ما التُزم به بشأنها كلها"),
    "dropped": ("تم التخلي عما التُزم به بشأن كلتيهما", "تم التخلي عما التُزم به بشأنها كلها"),
    "out_of_scope": ("هما خارج الاختصاص", "هي كلها خارج الاختصاص"),
    "no_followup": ("لم يُتخذ أي إجراء بشأن كلتيهما", "لم يُتخذ أي إجراء بشأنها كلها"),
    "by_other": (
        "كانتا كلتاهما موضوع التزام من أحد الشركاء",
        "كانت كلها موضوع التزام من أحد الشركاء",
    ),
    "noted": ("سُجلتا كلتاهما في سجل الإشاعات", "سُجلت كلها في سجل الإشاعات"),
    "waiting": ("لا تزالان في انتظار تفاعلنا معهما", "لا تزال كلها في انتظار تفاعلنا معها"),
}
# The two points of a pair that came to different things.
_OF_PAIR = ("إحداهما", "الأخرى")
# Who promised what is told of a group.
_WHOSE = {
    Whose.OURS: "ما التزمنا به",
    Whose.YOURS: "ما التزمتم به",
    Whose.BOTH: "ما التزمنا والتزمتم به",
}
_ITS_SUBJECT = (MeetingKind.COORDINATION, MeetingKind.FIELD)


def opening(plan: HandOutPlan) -> Text:
    """State thanks, the number of points raised at which sessions, and their outcomes."""
    points = Span(spelled(POINT, plan.points, Case.NOMINATIVE, PAGE), "points")
    raised = "لم تُثر " if plan.points == 0 else "أُثيرت "
    took_part, them = _at_one(plan.met) if plan.met else _at_several(plan)
    came_to = _came_to(plan) if plan.points else ()
    thanks = "شكرا لكم على مشاركتكم في الحوار. "
    # Thanks that something was promised about are counted.
    without = "، دون احتساب عبارات الشكر التي لا تستدعي أي تتبع"
    apart = Span(without, "has_thanks") if plan.has_thanks else ""
    return text(thanks, took_part, raised, f"{them} ", points, apart, came_to, ".")


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


def _at_one(met: MetFacts) -> tuple[Text, str]:
    """Return «شاركتم يوم … في زيارة ميدانية موضوعها «…»، », and the word for during it."""
    how, kind = manner(met.kind, met.channel), arabic_kind(met.kind, met.channel)
    # A study day would be said beside the word of its own day.
    lead = "بتاريخ " if kind.name.startswith("يوم ") else "يوم "
    day = met_days(met, "met", lead)
    took_part = text("شاركتم ", day, " في ", Span(kind.name, "met.kind"))
    if how is Manner.RECEIVED:
        subject = quoted_own(met.subject, "met.subject", PAGE)
        matter = text(" في موضوع ", subject) if subject else ()
        received = text("استقبلناكم ", day, matter, "، و")
        return received, "خلال الاستقبال"
    if how is Manner.EXCHANGE:
        took_part = text("أجرينا معكم ", day, " ", Span(kind.object, "met.kind"))
    subject = quoted_own(met.subject, "met.subject", PAGE)
    about: Text = ()
    if subject:
        its = "موضوعها" if kind.feminine else "موضوعه"
        is_its = how is Manner.EXCHANGE or met.kind in _ITS_SUBJECT
        lead = its if is_its else "حول"
        about = text(f" {lead} ", subject)
    return text(took_part, about, "، "), "خلالها" if kind.feminine else "خلاله"


def met_days(met: MetFacts, path: str, lead: str) -> Text:
    """Return «يوم 8 شتنبر 2026», or of several days «من 8 إلى غاية 9 شتنبر 2026»."""
    if met.last_on is None:
        return text(lead, Span(full_date(met.held_on), f"{path}.held_on"))
    first = Span(arabic_first(Period(met.held_on, met.last_on)), f"{path}.held_on")
    return text("من ", first, " إلى غاية ", Span(full_date(met.last_on), f"{path}.last_on"))


def _at_several(plan: HandOutPlan) -> tuple[Text, str]:
    """Return «خلال …، شاركتم في لقاءين وحملة تحسيسية واحدة », and the word for during them."""
    counted = count_held((each.kind, each.channel) for each in plan.held)
    fact = "sessions" if len(counted) == 1 else "held"
    took_part = [
        text(Span(spelled_held(noun, number, Case.GENITIVE, PAGE), fact))
        for noun, number in counted
    ]
    them = "خلالهما" if plan.sessions == 2 else "خلالها"
    return text("خلال ", period_of(plan), "، شاركتم في ", joined(took_part, " و"), "، "), them


def period_of(plan: HandOutPlan) -> Text:
    name = name_of(Period(plan.first, plan.last))
    if name is not None:
        return text(Span(name.whole, "last"))
    return text("الفترة ", Span(arabic_days(Period(plan.first, plan.last)), "last"))


def _came_to(plan: HandOutPlan) -> Text:
    """Return what became of the points.

    Those that the service alone answered are others: it may have answered on the first too.
    """
    shown = groups(plan.states)
    if plan.points == 1:
        ((name, _number),) = shown
        return text("، ", Span(_to_services(plan, name, _OF_ONE[name]), f"states.{name}"))
    if len(shown) == 1:
        two, more = _OF_ALL[name := shown[0][0]]
        return text("، و", _to_services(plan, name, two if plan.points == 2 else more))
    clauses = []
    for place, (name, number) in enumerate(shown):
        before, after, case = _CLAUSES[name]
        own = _to_services(plan, name, _OF_TWO.get(name, after) if number == 2 else after)
        is_other = is_another(plan.states, name, place)
        noun = OTHER_POINT if is_other else POINT
        words = _OF_PAIR[place] if plan.points == 2 else spelled(noun, number, case, PAGE)
        said = Span(words, f"states.{name}")
        clauses.append(text(_to_services(plan, name, before), said, own))
    return text(": ", joined(clauses, "، و"))


def _to_services(plan: HandOutPlan, name: str, clause: str) -> str:
    """Return a clause with the services that its points were passed on to, and their answers."""
    points = [each for each in plan.remarks[: plan.points] if counted_group(each) == name]
    have = [answered(each) for each in points]
    if by := _WHOSE.get(whose(points, name)):
        clause = clause.replace("ما التُزم به", by)
    elif any(map(is_open_with_others, points)):
        clause = clause.replace("أُنجز ما التُزم به", "أُنجزت التزامات")
    return clause.format(services=of_services(points), received=received(have))


def next_place(meeting: NextMeetingFacts) -> Text:
    """Return where the next meeting is to be: as typed in either language, else as its channel."""
    told = _CHANNELS.get(meeting.channel or "")
    if told and (meeting.channel == Channel.VIDEO or not meeting.place.prefer(PAGE)):
        return text(Span(told, "next_meeting.channel"))
    if place := at_place(meeting.place, "next_meeting.place"):
        return place
    quoted = quoted_own(meeting.place, "next_meeting.place", PAGE)
    return text("بالمكان التالي: ", quoted) if quoted else ()
