"""The opening of an Arabic session summary: who, when, where, who came, what came before."""

from collections.abc import Sequence

from outreach_app.i18n import Language
from outreach_app.summaries.prose.arabic import at_place, clock, verb_of, weekday_date
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.composition import joined, listed, text
from outreach_app.summaries.prose.counts import Case, count, several, takes_feminine_verb
from outreach_app.summaries.prose.meeting_kinds import ARABIC as MEETING_KINDS
from outreach_app.summaries.prose.nouns import BODY, COMMITMENT, KINDS, PARTICIPANT, WOMAN
from outreach_app.summaries.prose.quoting import own_words, quoted
from outreach_app.summaries.session.plan import KindPresent, SessionPlan
from outreach_app.summaries.session.writer import (
    REMOTE_CHANNELS,
    are_liberal,
    bodies_present,
    bodies_to_say,
    is_all_people,
    kind_fact,
    opens_with_welcome,
    people_present,
    women_to_say,
)

PAGE = Language.ARABIC
CHIEF = "رئيس الدائرة الأمنية"

# How, for a channel without a place, or where, for one that implies it.
_CHANNELS = {
    "ch.office": "بمقر الدائرة الأمنية",
    "ch.partner_place": "بمقر الشريك",
    "ch.permanence": "في إطار الديمومة",
    "ch.phone": "هاتفيا",
    "ch.video": "عن بعد",
    "ch.mail": "بواسطة المراسلة",
    "ch.email": "عبر البريد الإلكتروني",
    "ch.social": "عبر مواقع التواصل الاجتماعي",
}


def chief(plan: SessionPlan) -> Span:
    """The title of the head of the office."""
    title = plan.office.chief_title.ar
    return Span(title, "office.chief_title.ar") if title else Span(CHIEF)


def opening(plan: SessionPlan) -> Text:
    """Who held what, when, where, about what, and who attended."""
    kind = MEETING_KINDS[plan.kind]
    head = chief(plan)
    name = own_words(plan.office.name, "office.name", PAGE)
    start = Span(clock(plan.starts_at), "starts_at") if plan.starts_at else None
    place = _where(plan)
    subject = quoted(plan.subject, "subject", PAGE)
    return text(
        "في إطار انفتاح مصالح الأمن الوطني على محيطها، وتفعيلا لمقاربة شرطة القرب، ",
        f"{verb_of(head.text, kind.verb)} ",
        head,
        text(" ", name) if name else "",
        "، يوم ",
        Span(weekday_date(plan.held_on), "held_on"),
        text(" على الساعة ", start) if start else "",
        text("، ", place) if place else "",
        f"، {kind.link}",
        Span(kind.object, "kind"),
        text(" تحت عنوان ", subject) if subject else "",
        _attendance(plan),
        _people(plan),
    )


def earlier(plan: SessionPlan) -> Text:
    """«وبعد التذكير بمآل الالتزامات السابقة، التي …، », or the «و» alone at a first meeting."""
    parts = []
    open_count, done = plan.earlier_open, plan.earlier_done
    if done:
        commitments = Span(count(COMMITMENT, done, Case.NOMINATIVE, PAGE), "earlier_done")
        parts.append(text("أُنجز منها ", commitments))
    if open_count:
        verb = "لا تزال" if takes_feminine_verb(COMMITMENT, open_count) else "لا يزال"
        commitments = Span(count(COMMITMENT, open_count, Case.NOMINATIVE, PAGE), "earlier_open")
        of_them = "" if done else "منها "
        parts.append(text(f"{verb} {of_them}", commitments, " قيد الإنجاز"))
    if not parts:
        return text("و")
    welcome = "كلمة الترحيب و" if opens_with_welcome(plan) else ""
    lead = f"وبعد {welcome}التذكير بمآل الالتزامات السابقة، التي "
    return text(lead, joined(parts, " و"), "، ")


def _where(plan: SessionPlan) -> Text:
    """The place of a meeting held somewhere; the means of one held at a distance."""
    place = () if plan.channel in REMOTE_CHANNELS else at_place(plan.place, "place")
    if place or plan.channel not in _CHANNELS:
        return place
    return text(Span(_CHANNELS[plan.channel], "channel"))


def _attendance(plan: SessionPlan) -> Text:
    """How many came and which bodies they spoke for."""
    if plan.headcount is None:
        bodies = _bodies(plan, Case.GENITIVE)
        return text("، بمشاركة ", bodies) if bodies else ()
    its = "ها" if MEETING_KINDS[plan.kind].feminine else "ه"
    people = Span(count(PARTICIPANT, plan.headcount, Case.NOMINATIVE, PAGE), "headcount")
    if plan.headcount == 0:
        return text(f"، لم يحضر{its} ", people)
    women = women_to_say(plan)
    bodies = _bodies(plan, Case.ACCUSATIVE)
    represents = {1: "يمثل", 2: "يمثلان"}.get(plan.headcount, "يمثلون")
    among = Span(count(WOMAN, women, Case.NOMINATIVE, PAGE), "women")
    return text(
        f"، حضر{its} ",
        people,
        text("، من بينهم ", among) if women else "",
        text("، " if women else " ", f"{represents} ", bodies) if bodies else "",
    )


def _bodies(plan: SessionPlan, case: Case) -> Text:
    """The bodies with their kinds in brackets, or the kinds alone where no total is known."""
    kinds = _kinds(bodies_present(plan), case)
    number = bodies_to_say(plan)
    if not number:
        return kinds
    total = Span(count(BODY, number, case, PAGE), "bodies")
    return text(total, " (", kinds, ")") if kinds else text(total)


def _people(plan: SessionPlan) -> Text:
    """The professionals among those present, to the end of the sentence."""
    kinds = people_present(plan)
    if not kinds:
        return text(".")
    liberal = " من أصحاب المهن الحرة" if are_liberal(kinds) else ""
    if is_all_people(plan):
        return text(": ", _kinds(kinds, Case.NOMINATIVE), f"{liberal}.")
    return text(". وضم الحضور ", _kinds(kinds, Case.ACCUSATIVE), f"{liberal}.")


def _kinds(kinds: Sequence[KindPresent], case: Case) -> Text:
    return listed([text(_kind(kind, case)) for kind in kinds], PAGE) if kinds else ()


def _kind(kind: KindPresent, case: Case) -> Span:
    noun = KINDS[kind.code]
    if kind.count is None:
        return Span(several(noun, PAGE), kind_fact(kind))
    return Span(count(noun, kind.count, case, PAGE), kind_fact(kind))
