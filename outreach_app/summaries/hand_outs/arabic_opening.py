"""The opening of a partner's sheet in Arabic: what it took part in, what was raised, what of it."""

from collections.abc import Iterator

from outreach_app.i18n import Language
from outreach_app.rules.kinds import MeetingKind
from outreach_app.rules.periods import Period
from outreach_app.summaries.hand_outs.plan import HandOutPlan, MetFacts
from outreach_app.summaries.hand_outs.states import (
    answered,
    awaiting,
    counted_group,
    has_other_referral,
    services_of,
    were_told_as_passed_on,
)
from outreach_app.summaries.hand_outs.writer import groups, is_another
from outreach_app.summaries.prose.arabic import full_date
from outreach_app.summaries.prose.arabic_periods import name_of
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.composition import joined, text
from outreach_app.summaries.prose.counts import Case
from outreach_app.summaries.prose.held_nouns import count_held, spelled_held
from outreach_app.summaries.prose.letters import spelled
from outreach_app.summaries.prose.meeting_kinds import Manner, arabic_kind, manner, names_kind
from outreach_app.summaries.prose.nouns import OTHER_POINT, POINT
from outreach_app.summaries.prose.periods import arabic_days, arabic_first
from outreach_app.summaries.prose.quoting import quoted_own

PAGE = Language.ARABIC
# The text before and after the count of a group; `_OF_TWO` is the text after a dual.
_CLAUSES = {
    "kept": ("أُنجز ما التُزم به بشأن ", "", Case.GENITIVE),
    "treated": ("عولجت ", "", Case.NOMINATIVE),
    "replied_twice": ("أُجيب عن ", " من لدنّا ومن لدن الجهة المختصة", Case.GENITIVE),
    "replied": ("أُجيب عن ", "", Case.GENITIVE),
    "closed": ("أُغلقت ", "", Case.NOMINATIVE),
    "running": ("لا يزال ما التُزم به بشأن ", " قيد الإنجاز", Case.GENITIVE),
    "promised": ("يُنتظر إنجاز ما التُزم به بشأن ", "", Case.GENITIVE),
    "partly": ("أُنجز جزئيا ما التُزم به بشأن ", "", Case.GENITIVE),
    "studied": ("لا تزال ", " قيد الدراسة", Case.NOMINATIVE),
    "kept_transmitted": (
        "أُنجز ما التُزم به بشأن ",
        "، مع إحالتها على الجهة المختصة",
        Case.GENITIVE,
    ),
    "transmitted": ("أُحيلت ", " على الجهة المختصة", Case.NOMINATIVE),
    "passed_on": ("أُحيل على الجهة المختصة ما التُزم به بشأن ", "", Case.GENITIVE),
    "answered": ("ورد جواب الجهة المختصة بشأن ", "", Case.GENITIVE),
    "oriented": ("وُجهت ", " نحو المسطرة المناسبة", Case.NOMINATIVE),
    "late": ("لم يكتمل بعد، رغم انصرام الأجل، إنجاز ما التُزم به بشأن ", "", Case.GENITIVE),
    "blocked": ("تعذر تنفيذ ما التُزم به بشأن ", "", Case.GENITIVE),
    "dropped": ("تم التخلي عما التُزم به بشأن ", "", Case.GENITIVE),
    "out_of_scope": ("تقع خارج الاختصاص ", "", Case.NOMINATIVE),
    "no_followup": ("لم يُتخذ أي إجراء بشأن ", "", Case.GENITIVE),
    "by_other": ("كانت ", " موضوع التزام من أحد الشركاء", Case.NOMINATIVE),
    "noted": ("سُجلت ", " في سجل الإشاعات", Case.NOMINATIVE),
    "waiting": ("لا تزال ", " في انتظار تفاعلنا معها", Case.NOMINATIVE),
}
_OF_TWO = {
    "kept_transmitted": "، مع إحالتهما على الجهة المختصة",
    "waiting": " في انتظار تفاعلنا معهما",
}
# The same of the only point, which is not counted again.
_OF_ONE = {
    "kept": "وقد أُنجز ما التُزم به بشأنها",
    "treated": "وقد عولجت",
    "replied_twice": "وقد أُجيب عنها من لدنّا ومن لدن الجهة المختصة",
    "replied": "وقد أُجيب عنها",
    "closed": "وقد أُغلقت",
    "running": "ولا يزال ما التُزم به بشأنها قيد الإنجاز",
    "promised": "ويُنتظر إنجاز ما التُزم به بشأنها",
    "partly": "وقد أُنجز جزئيا ما التُزم به بشأنها",
    "studied": "ولا تزال قيد الدراسة",
    "kept_transmitted": "وقد أُنجز ما التُزم به بشأنها، وأُحيلت على الجهة المختصة",
    "transmitted": "وقد أُحيلت على الجهة المختصة",
    "passed_on": "وقد أُحيل على الجهة المختصة ما التُزم به بشأنها",
    "answered": "وقد ورد جواب الجهة المختصة بشأنها",
    "oriented": "وقد وُجهت نحو المسطرة المناسبة",
    "late": "ولم يكتمل بعد، رغم انصرام الأجل، إنجاز ما التُزم به بشأنها",
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
        "أُجيب عن كلتيهما من لدنّا ومن لدن الجهة المختصة",
        "أُجيب عنها كلها من لدنّا ومن لدن الجهة المختصة",
    ),
    "replied": ("أُجيب عن كلتيهما", "أُجيب عنها كلها"),
    "closed": ("أُغلقتا كلتاهما", "أُغلقت كلها"),
    "running": (
        "لا يزال ما التُزم به بشأن كلتيهما قيد الإنجاز",
        "لا يزال ما التُزم به بشأنها كلها قيد الإنجاز",
    ),
    "promised": (
        "يُنتظر إنجاز ما التُزم به بشأن كلتيهما",
        "يُنتظر إنجاز ما التُزم به بشأنها كلها",
    ),
    "partly": ("أُنجز جزئيا ما التُزم به بشأن كلتيهما", "أُنجز جزئيا ما التُزم به بشأنها كلها"),
    "studied": ("لا تزالان كلتاهما قيد الدراسة", "لا تزال كلها قيد الدراسة"),
    "kept_transmitted": (
        "أُنجز ما التُزم به بشأن كلتيهما، مع إحالتهما على الجهة المختصة",
        "أُنجز ما التُزم به بشأنها كلها، مع إحالتها على الجهة المختصة",
    ),
    "transmitted": ("أُحيلتا كلتاهما على الجهة المختصة", "أُحيلت كلها على الجهة المختصة"),
    "passed_on": (
        "أُحيل على الجهة المختصة ما التُزم به بشأن كلتيهما",
        "أُحيل على الجهة المختصة ما التُزم به بشأنها كلها",
    ),
    "answered": ("ورد بشأن كل منهما جواب الجهة المختصة", "ورد بشأن كل منها جواب الجهة المختصة"),
    "oriented": ("وُجهتا كلتاهما نحو المسطرة المناسبة", "وُجهت كلها نحو المسطرة المناسبة"),
    "late": (
        "لم يكتمل بعد، رغم انصرام الأجل، إنجاز ما التُزم به بشأن كلتيهما",
        "لم يكتمل بعد، رغم انصرام الأجل، إنجاز ما التُزم به بشأنها كلها",
    ),
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
# The services that a point was passed on to besides: one, two, more.
_AWAITED = (
    " على الجهة المختصة، ولا يزال جواب هذه الجهة منتظرا.",
    " على جهتين مختصتين، ولا يزال جواباهما منتظرين.",
    " على الجهات المختصة، ولا تزال أجوبتها منتظرة.",
)
_RECEIVED = (
    "ورد جواب الجهة المختصة",
    "ورد جوابا الجهتين المختصتين",
    "وردت أجوبة الجهات المختصة",
)
_ITS_SUBJECT = (MeetingKind.COORDINATION, MeetingKind.FIELD)


def opening(plan: HandOutPlan) -> Text:
    """State thanks, the number of points raised at which sessions, and their outcomes."""
    points = Span(spelled(POINT, plan.points, Case.NOMINATIVE, PAGE), "points")
    raised = "لم تُثر " if plan.points == 0 else "أُثيرت "
    took_part, them = _at_one(plan.met) if plan.met else _at_several(plan)
    came_to = _came_to(plan) if plan.points else ()
    thanks = "شكرا لكم على مشاركتكم في الحوار. "
    said = text(thanks, took_part, raised, f"{them} ", points, came_to, ".")
    return text(said, *_referred_too(plan))


def _referred_too(plan: HandOutPlan) -> Iterator[Text]:
    """Yield «كما أُحيلت إحداها على الجهة المختصة…»، «وورد جواب الجهة المختصة بشأن إحداها.»."""
    points, states = plan.remarks[: plan.points], plan.states
    if number := plan.asked_too:
        all_ = {1: "أُحيلت", 2: "أُحيلتا معا"}.get(number, "أُحيلت كلها")
        which = text(Span(all_, "asked_too"))
        if number != plan.points:
            are_others = bool(states.transmitted or states.kept_transmitted)
            some = _some(plan, number, "asked_too", Case.NOMINATIVE, are_others=are_others)
            which = text("أُحيلت ", some)
        asked = [each for each in points if has_other_referral(each, is_answered=False)]
        services = len(services_of(map(awaiting, asked)))
        one, two, more = _AWAITED
        yield text(" كما ", which, {1: one, 2: two}.get(services, more))
    if number := plan.answered_too:
        came_back = [each for each in points if has_other_referral(each, is_answered=True)]
        all_ = {1: "بشأنها", 2: "بشأنهما معا"}.get(number, "بشأنها كلها")
        about = text(Span(all_, "answered_too"))
        if number != plan.points:
            are_others = bool(states.answered or states.replied_twice)
            some = _some(plan, number, "answered_too", Case.GENITIVE, are_others=are_others)
            if plan.points > 2 and were_told_as_passed_on(came_back):
                noun = spelled(POINT, number, Case.GENITIVE, PAGE)
                some = text(Span(noun, "answered_too"), " من النقط المحالة")
            about = text("بشأن ", some)
        told = map(answered, came_back)
        one, two, more = _RECEIVED
        came = {1: one, 2: two}.get(len(services_of(told)), more)
        yield text(f" و{came} " if plan.asked_too else f" كما {came} ", about, ".")


def _some(plan: HandOutPlan, number: int, fact: str, case: Case, *, are_others: bool) -> Text:
    """Return «إحداهما»، «إحداها»، «نقطتان منها»؛ of others than were told, «نقطة أخرى منها»."""
    if are_others and plan.points == 2:
        return text(Span(_OF_PAIR[1], fact))
    if are_others:
        return text(Span(spelled(OTHER_POINT, number, case, PAGE), fact), " منها")
    if number == 1:
        return text(Span(_OF_PAIR[0] if plan.points == 2 else "إحداها", fact))
    return text(Span(spelled(POINT, number, case, PAGE), fact), " منها")


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
    if subject and not names_kind(met.subject, met.kind, met.channel):
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
    return text("خلال ", _period(plan), "، شاركتم في ", joined(took_part, " و"), "، "), them


def _period(plan: HandOutPlan) -> Text:
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
        clauses.append(text(before, said, own))
    return text(": ", joined(clauses, "، و"))


def _to_services(plan: HandOutPlan, name: str, clause: str) -> str:
    """Return a clause with the services that its points were passed on to: one, two, more."""
    points = [each for each in plan.remarks[: plan.points] if counted_group(each) == name]
    services = {2: "الجهتين المختصتين"}
    several = services.get(number := len(services_of(points)), "الجهات المختصة")
    return clause.replace("على الجهة المختصة", f"على {several}") if number > 1 else clause
