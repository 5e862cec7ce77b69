"""The opening of an Arabic session summary: who, when, where, about what, who came."""

from collections.abc import Sequence

from outreach_app.i18n import Language
from outreach_app.summaries.prose.arabic import (
    UNIT,
    at_place,
    chief,
    clock,
    feminine,
    joined_to,
    named,
    verb_of,
    weekday_date,
)
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.bodies import in_arabic
from outreach_app.summaries.prose.composition import joined, listed, text
from outreach_app.summaries.prose.counts import Case, count
from outreach_app.summaries.prose.meeting_kinds import Manner, arabic_kind
from outreach_app.summaries.prose.nouns import (
    BODY,
    PARTICIPANT,
    PERSON,
    REPRESENTATIVE,
    WOMAN,
    WOMAN_PARTICIPANT,
    WOMAN_REPRESENTATIVE,
)
from outreach_app.summaries.prose.quoting import quoted_own
from outreach_app.summaries.session.attendance import (
    Relation,
    are_all_women,
    are_bodies_apart,
    are_liberal,
    bodies_present,
    bodies_said,
    is_all_people,
    kind_fact,
    people_present,
    representatives,
    says_one,
    women_to_say,
)
from outreach_app.summaries.session.plan import KindPresent, SessionPlan
from outreach_app.summaries.session.writer import how, is_subject_said, meets_persons

PAGE = Language.ARABIC
NOMINATIVE, ACCUSATIVE, GENITIVE = Case.NOMINATIVE, Case.ACCUSATIVE, Case.GENITIVE
_FRAME = "في إطار انفتاح مصالح الأمن الوطني على محيطها، وتفعيلا لمقاربة شرطة القرب، "
# Where, for a channel that implies a place, or how, where a unit went out from afar.
_CHANNELS = {
    "ch.office": "بمقر الدائرة الأمنية",
    "ch.permanence": "خلال الديمومة",
    "ch.video": "عن بعد",
    "ch.phone": "هاتفيا",
    "ch.mail": "بواسطة المراسلة",
    "ch.email": "عبر البريد الإلكتروني",
    "ch.social": "عبر مواقع التواصل الاجتماعي",
}


def opening(plan: SessionPlan) -> Text:
    """Return who held what, when, where, about what, and who attended."""
    is_framed = how(plan) in (Manner.CHAIRED, Manner.FIELD, Manner.UNIT) and plan.headcount != 0
    start = Span(clock(plan.starts_at), "starts_at") if plan.starts_at else None
    place = _where(plan)
    return text(
        _FRAME if is_framed else "",
        f"{_verb(plan)} ",
        UNIT if how(plan) is Manner.UNIT else chief(plan.office),
        named(plan.office),
        "، يوم ",
        Span(weekday_date(plan.held_on), "held_on"),
        text(" على الساعة ", start) if start else "",
        text("، ", place) if place else "",
        "، ",
        _what(plan),
        ".",
        _people(plan),
    )


def _verb(plan: SessionPlan) -> str:
    verb = arabic_kind(plan.kind, plan.channel).verb
    if how(plan) is Manner.UNIT:
        return feminine(verb)
    if how(plan) is Manner.RECEIVED and not plan.headcount:
        verb = "خصص"
    if how(plan) is Manner.CHAIRED and plan.headcount == 0:
        verb = "عقد"
    return verb_of(chief(plan.office).text, verb)


def _where(plan: SessionPlan) -> Text:
    """Return the place, or what the channel says of it; an exchange has none."""
    if how(plan) is Manner.EXCHANGE:
        return ()
    means = _CHANNELS.get(plan.channel)
    channel = Span(means, "channel") if means else None
    if channel and plan.channel in ("ch.video", "ch.phone", "ch.mail", "ch.email", "ch.social"):
        return text(channel)
    place = at_place(plan.place, "place")
    if not place and plan.channel == "ch.partner_place":
        partners = bodies_present(plan) + people_present(plan)
        is_one = sum(kind.count or 1 for kind in partners) <= 1
        return text(Span("بمقر الشريك" if is_one else "بمقر أحد الشركاء", "channel"))
    return place or text(channel or "")


def _what(plan: SessionPlan) -> Text:
    """Return the object of the verb, with the subject and the attendance."""
    kind = arabic_kind(plan.kind, plan.channel)
    if how(plan) is Manner.EXCHANGE:
        them = _them(plan, GENITIVE)
        return text(Span(kind.object, "channel"), text(" مع ", them) if them else "", _about(plan))
    if how(plan) is Manner.RECEIVED:
        return text(_received(plan), _about(plan))
    return text(
        "ب" if how(plan) is Manner.FIELD else "",
        Span(kind.object, "kind"),
        _topic(plan),
        _attendance(plan),
    )


def _received(plan: SessionPlan) -> Text:
    """Return «ممثلا عن جمعية», or «استقبالا لجمعيتين» where nobody was counted."""
    if plan.headcount:
        return _them(plan, ACCUSATIVE)
    audience = Span(arabic_kind(plan.kind, plan.channel).object, "kind")
    if plan.headcount == 0:
        return text(audience, " لم يحضره ", Span(count(PERSON, 0, NOMINATIVE, PAGE), "headcount"))
    them = _them(plan, GENITIVE)
    return text(audience, text(" ", joined_to("ل", them)) if them else "")


def _topic(plan: SessionPlan) -> Text:
    """Return «حول «…»», or «موضوعه «…»» of what was coordinated or visited."""
    subject = quoted_own(plan.subject, "subject", PAGE)
    if subject is None or not is_subject_said(plan):
        return ()
    its = "موضوعها" if arabic_kind(plan.kind, plan.channel).feminine else "موضوعه"
    lead = its if plan.kind in ("mt.coordination", "mt.field") else "حول"
    return text(f" {lead} ", subject)


def _about(plan: SessionPlan) -> Text:
    """Return the sentence that says the subject of an audience or an exchange."""
    subject = quoted_own(plan.subject, "subject", PAGE)
    if subject is None or not is_subject_said(plan):
        return ()
    its = "موضوعه" if how(plan) is Manner.EXCHANGE else "موضوع الاستقبال"
    return text(f". وكان {its} ", subject)


def _attendance(plan: SessionPlan) -> Text:
    """Return how many came and which bodies they spoke for."""
    if plan.headcount is None:
        them = _them(plan, GENITIVE)
        return text("، بمشاركة ", them) if them else ()
    its = "ها" if arabic_kind(plan.kind, plan.channel).feminine else "ه"
    takes_part = how(plan) is not Manner.CHAIRED or plan.channel == "ch.video"
    if plan.headcount == 0:
        verb = f"لم يشارك في{its}" if takes_part else f"لم يحضر{its}"
        noun = PERSON if meets_persons(plan) else PARTICIPANT
        nobody = Span(count(noun, 0, NOMINATIVE, PAGE), "headcount")
        return text("، " if _topic(plan) else " ", f"{verb} ", nobody)
    ending = "ت" if are_all_women(plan) else ""
    verb = f"شارك{ending} في{its}" if takes_part else f"حضر{ending}{its}"
    noun = PERSON if meets_persons(plan) else PARTICIPANT
    if are_all_women(plan):
        noun = WOMAN if meets_persons(plan) else WOMAN_PARTICIPANT
    people = Span(count(noun, plan.headcount, NOMINATIVE, PAGE), "headcount")
    among = _among(plan)
    bodies = () if are_bodies_apart(plan) else _bodies(plan, ACCUSATIVE)
    return text(
        f"، {verb} ",
        people,
        among,
        text("، " if among else " ", f"{_represent(plan)} ", bodies) if bodies else "",
        text(": ", _professionals(plan, NOMINATIVE)) if is_all_people(plan) else "",
    )


def _among(plan: SessionPlan) -> Text:
    """Return «، من بينهم 6 نساء»; empty where nobody or everybody is a woman."""
    women = women_to_say(plan)
    if not women:
        return ()
    them = "من بينهما" if plan.headcount == 2 else "من بينهم"
    return text(f"، {them} ", Span(count(WOMAN, women, NOMINATIVE, PAGE), "women"))


def _represent(plan: SessionPlan) -> str:
    forms = ("تمثل", "تمثلان", "يمثلن") if are_all_women(plan) else ("يمثل", "يمثلان", "يمثلون")
    return forms[min(plan.headcount or 3, 3) - 1]


def _them(plan: SessionPlan, case: Case) -> Text:
    """Return who was met, where the sentence itself names them: «ممثلا عن جمعية», «شخصين»."""
    everybody = (*bodies_present(plan), *people_present(plan))
    if plan.headcount is None or plan.headcount == 0:
        if not bodies_present(plan):
            return _professionals(plan, case) if everybody else _bodies(plan, case)
        people = _kinds(plan, people_present(plan), case)
        return text(_bodies(plan, case), text(" و", people) if people else "")
    if is_all_people(plan):
        return _professionals(plan, case)
    bodies = () if are_bodies_apart(plan) else _bodies(plan, GENITIVE)
    noun = REPRESENTATIVE if bodies else PERSON
    if are_all_women(plan):
        noun = WOMAN_REPRESENTATIVE if bodies else WOMAN
    number = Span(count(noun, plan.headcount, case, PAGE), "headcount")
    among = _among(plan)
    return text(number, among, text("، عن " if among else " عن ", bodies) if bodies else "")


def _bodies(plan: SessionPlan, case: Case) -> Text:
    """Return the bodies with their kinds: «7 هيئات، منها جمعيتان ثقافيتان وتعاونية واحدة»."""
    said = bodies_said(plan)
    if said is None:
        return ()
    if said.relation is Relation.ALONE:
        return _kinds(plan, said.kinds, case)
    total = Span(count(BODY, plan.bodies or 0, case, PAGE), "bodies")
    if not said.kinds:
        return text(total)
    link = {
        Relation.LIST: ": ",
        Relation.AMONG: "، منها ",
        Relation.NOTABLY: "، منها ",
        Relation.AT_LEAST: "، إحداهما على الأقل ",
    }[said.relation]
    is_list = said.relation is Relation.LIST
    return text(total, link, _kinds(plan, said.kinds, case if is_list else NOMINATIVE))


def _people(plan: SessionPlan) -> Text:
    """Return the sentence on who was among those counted; empty where that is said already."""
    is_exchange = how(plan) is Manner.EXCHANGE
    case = NOMINATIVE if is_exchange else ACCUSATIVE
    said = []
    if are_bodies_apart(plan):
        said.append(text(f"{_representatives(plan, case)} عن ", _bodies(plan, GENITIVE)))
    if plan.headcount and people_present(plan) and not is_all_people(plan):
        said.append(_professionals(plan, case))
    if not said:
        return ()
    if is_exchange:
        lead = " وشاركت فيه " if are_all_women(plan) else " وشارك فيه "
    else:
        lead = " وضم الحضور "
    return text(lead, joined(said, "، و"), ".")


def _representatives(plan: SessionPlan, case: Case) -> str:
    """Return «ممثلا», «ممثلين», «ممثلات»: those who spoke for bodies, without their number."""
    number = min(representatives(plan), 3)
    if are_all_women(plan):
        two = "ممثلتان" if case is NOMINATIVE else "ممثلتين"
        return ("ممثلة", two, "ممثلات")[number - 1]
    if case is NOMINATIVE:
        return ("ممثل", "ممثلان", "ممثلون")[number - 1]
    return ("ممثلا", "ممثلين", "ممثلين")[number - 1]


def _professionals(plan: SessionPlan, case: Case) -> Text:
    """Return the professionals, and that they are liberal ones."""
    kinds = people_present(plan)
    liberal = ""
    if are_liberal(kinds):
        them = "صاحبات" if are_all_women(plan) else "أصحاب"
        liberal = f"{'،' if len(kinds) > 1 else ''} من {them} المهن الحرة"
    return text(_kinds(plan, kinds, case), liberal)


def _kinds(plan: SessionPlan, kinds: Sequence[KindPresent], case: Case) -> Text:
    one, women = says_one(kinds), are_all_women(plan)
    said = [
        text(
            Span(
                in_arabic(kind.code, kind.count, case, women=women, says_one=one),
                kind_fact(plan, kind.code),
            )
        )
        for kind in kinds
    ]
    return listed(said, PAGE) if said else ()
