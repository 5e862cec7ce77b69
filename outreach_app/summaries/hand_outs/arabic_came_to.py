"""What became of the points of a partner's sheet, in its opening in Arabic."""

from outreach_app.i18n import Language
from outreach_app.summaries.hand_outs.arabic_promised import told_by_side
from outreach_app.summaries.hand_outs.arabic_services import of_services, received
from outreach_app.summaries.hand_outs.in_short import in_short
from outreach_app.summaries.hand_outs.others import Whose, whose
from outreach_app.summaries.hand_outs.plan import HandOutPlan
from outreach_app.summaries.hand_outs.services import answered
from outreach_app.summaries.hand_outs.states import counted_group, is_open_with_others
from outreach_app.summaries.hand_outs.writer import groups, is_another
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.composition import joined, text
from outreach_app.summaries.prose.counts import Case
from outreach_app.summaries.prose.letters import spelled
from outreach_app.summaries.prose.nouns import OTHER_POINT, POINT

PAGE = Language.ARABIC
# The text before and after the count of a group; `_OF_TWO` is the text after a dual. In braces
# stand the services that its points were passed on to, and that their answers came.
_CLAUSES = {
    "kept": ("أُنجز ما التُزم به بشأن ", "", Case.GENITIVE),
    "treated": ("عولجت ", "", Case.NOMINATIVE),
    "replied_twice": ("أُجيب عن ", " من لدنّا ومن لدن {services}", Case.GENITIVE),
    "replied": ("أجبنا عن ", "", Case.GENITIVE),
    "closed": ("أُغلقت ", "", Case.NOMINATIVE),
    "running": ("لا يزال ما التُزم به بشأن ", " قيد الإنجاز", Case.GENITIVE),
    "promised": ("يُنتظر تنفيذ ما التُزم به بشأن ", "", Case.GENITIVE),
    "partly": ("أُنجز جزئيا ما التُزم به بشأن ", "", Case.GENITIVE),
    "studied": ("لا تزال ", " قيد الدراسة", Case.NOMINATIVE),
    "kept_transmitted": (
        "أُنجز ما التُزم به بشأن ",
        "، مع إحالتها على {services} في انتظار الجواب",
        Case.GENITIVE,
    ),
    "transmitted": ("أُحيلت ", " على {services}", Case.NOMINATIVE),
    "passed_on": ("أُحيل على {services} ما التُزم به بشأن ", "", Case.GENITIVE),
    "answered": ("{received} بشأن ", "", Case.GENITIVE),
    "oriented": ("وُجه المعنيون إلى المسطرة الواجب سلوكها بشأن ", "", Case.GENITIVE),
    "late": ("تأخر تنفيذ ما التُزم به بشأن ", "", Case.GENITIVE),
    "blocked": ("تعذر تنفيذ ما التُزم به بشأن ", "", Case.GENITIVE),
    "dropped": ("تم التخلي عما التُزم به بشأن ", "", Case.GENITIVE),
    "out_of_scope": ("تقع ", " خارج الاختصاص", Case.NOMINATIVE),
    "no_followup": ("لم يُتخذ أي إجراء بشأن ", "", Case.GENITIVE),
    "by_other": ("كانت ", " موضوع التزام من أحد الشركاء", Case.NOMINATIVE),
    "noted": ("سُجلت ", " ضمن الأخبار المتداولة", Case.NOMINATIVE),
    "again": ("أُثيرت ", " من جديد في وقت لاحق", Case.NOMINATIVE),
    "waiting": ("لا تزال ", " في انتظار تفاعلنا معها", Case.NOMINATIVE),
}
_OF_TWO = {
    "kept_transmitted": "، مع إحالتهما على {services} في انتظار الجواب",
    "waiting": " في انتظار تفاعلنا معهما",
}
# The same of the only point, which is not counted again.
_OF_ONE = {
    "kept": "وقد أُنجز ما التُزم به بشأنها",
    "treated": "وقد عولجت",
    "replied_twice": "وقد أُجيب عنها من لدنّا ومن لدن {services}",
    "replied": "وقد أجبنا عنها",
    "closed": "وقد أُغلقت",
    "running": "ولا يزال ما التُزم به بشأنها قيد الإنجاز",
    "promised": "ويُنتظر تنفيذ ما التُزم به بشأنها",
    "partly": "وقد أُنجز جزئيا ما التُزم به بشأنها",
    "studied": "ولا تزال قيد الدراسة",
    "kept_transmitted": "وقد أُنجز ما التُزم به بشأنها، وأُحيلت على {services} في انتظار الجواب",
    "transmitted": "وقد أُحيلت على {services}",
    "passed_on": "وقد أُحيل على {services} ما التُزم به بشأنها",
    "answered": "وقد {received} بشأنها",
    "oriented": "وقد وُجه المعنيون بشأنها إلى المسطرة الواجب سلوكها",
    "late": "وقد تأخر تنفيذ ما التُزم به بشأنها",
    "blocked": "وقد تعذر تنفيذ ما التُزم به بشأنها",
    "dropped": "وقد تم التخلي عما التُزم به بشأنها",
    "out_of_scope": "وهي خارج الاختصاص",
    "no_followup": "ولم يُتخذ أي إجراء بشأنها",
    "by_other": "وكانت موضوع التزام من أحد الشركاء",
    "noted": "وقد سُجلت ضمن الأخبار المتداولة",
    "again": "وقد أُثيرت من جديد في وقت لاحق",
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
    "replied": ("أجبنا عن كلتيهما", "أجبنا عنها كلها"),
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
        "أُنجز ما التُزم به بشأن كلتيهما، مع إحالتهما على {services} في انتظار الجواب",
        "أُنجز ما التُزم به بشأنها كلها، مع إحالتها على {services} في انتظار الجواب",
    ),
    "transmitted": ("أُحيلتا كلتاهما على {services}", "أُحيلت كلها على {services}"),
    "passed_on": (
        "أُحيل على {services} ما التُزم به بشأن كلتيهما",
        "أُحيل على {services} ما التُزم به بشأنها كلها",
    ),
    "answered": ("{received} بشأن كلتيهما", "{received} بشأنها كلها"),
    "oriented": (
        "وُجه المعنيون إلى المسطرة الواجب سلوكها بشأن كلتيهما",
        "وُجه المعنيون إلى المسطرة الواجب سلوكها بشأنها كلها",
    ),
    "late": ("تأخر تنفيذ ما التُزم به بشأن كلتيهما", "تأخر تنفيذ ما التُزم به بشأنها كلها"),
    "blocked": ("تعذر تنفيذ ما التُزم به بشأن كلتيهما", "تعذر تنفيذ ما التُزم به بشأنها كلها"),
    "dropped": ("تم التخلي عما التُزم به بشأن كلتيهما", "تم التخلي عما التُزم به بشأنها كلها"),
    "out_of_scope": ("هما خارج الاختصاص", "هي كلها خارج الاختصاص"),
    "no_followup": ("لم يُتخذ أي إجراء بشأن كلتيهما", "لم يُتخذ أي إجراء بشأنها كلها"),
    "by_other": (
        "كانتا كلتاهما موضوع التزام من أحد الشركاء",
        "كانت كلها موضوع التزام من أحد الشركاء",
    ),
    "noted": ("سُجلتا كلتاهما ضمن الأخبار المتداولة", "سُجلت كلها ضمن الأخبار المتداولة"),
    "again": ("أُثيرتا كلتاهما من جديد في وقت لاحق", "أُثيرت كلها من جديد في وقت لاحق"),
    "waiting": ("لا تزالان في انتظار تفاعلنا معهما", "لا تزال كلها في انتظار تفاعلنا معها"),
}
# The two points of a pair that came to different things.
_OF_PAIR = ("إحداهما", "الأخرى")
# Who promised what is told of a group.
_WHOSE = {
    Whose.OURS: "ما التزمنا به",
    Whose.YOURS: "ما التزمتم به",
    Whose.BOTH: "ما التزمنا به وما التزمتم به",
    Whose.EITHER: "ما التزمنا به أو ما التزمتم به",
}


def came_to(plan: HandOutPlan) -> Text:
    """Return what became of the points.

    Those that the service alone answered are others: it may have answered on the first too.
    """
    if plan.in_short:
        return in_short(plan, plan.in_short, PAGE)
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
        # « One point … one point » would not say that it is another one.
        is_other |= number == 1 and any(each == 1 for _name, each in shown[:place])
        noun = OTHER_POINT if is_other else POINT
        words = _OF_PAIR[place] if plan.points == 2 else spelled(noun, number, case, PAGE)
        said = Span(words, f"states.{name}")
        clauses.append(text(_to_services(plan, name, before), said, own))
    return text(": ", joined(clauses, "، و"))


def _to_services(plan: HandOutPlan, name: str, clause: str) -> str:
    """Return a clause with the services that its points were passed on to, and their answers."""
    points = [each for each in plan.remarks[: plan.points] if counted_group(each) == name]
    have = [answered(each) for each in points]
    clause = told_by_side(clause, points)
    if by := _WHOSE.get(whose(points, name)):
        clause = clause.replace("ما التُزم به", by)
    elif any(map(is_open_with_others, points)):
        clause = clause.replace("أُنجز ما التُزم به", "أُنجزت التزامات")
    return clause.format(services=of_services(points), received=received(have))
