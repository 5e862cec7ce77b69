"""What was remarked and explained, in Arabic. Source: the house's sentences p1, p2, p6."""

from datetime import date

from outreach_app.i18n import Language
from outreach_app.summaries.communication.plan import AwarenessFacts, RemarkFacts
from outreach_app.summaries.prose.arabic import full_date, label_span
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.composition import joined, text
from outreach_app.summaries.prose.counts import Case, Noun, count
from outreach_app.summaries.prose.nouns import (
    ASSOCIATION,
    AWARENESS_ACTION,
    DAY,
    PUPIL,
    REMARK,
    SCHOOL,
    SCHOOL_TALK,
)
from outreach_app.summaries.prose.numbers import digits

PAGE = Language.ARABIC
NOMINATIVE, ACCUSATIVE, GENITIVE = Case.NOMINATIVE, Case.ACCUSATIVE, Case.GENITIVE
REMARKS, AWARENESS = "communication.remarks", "communication.awareness"
UNTIL = "communication.until"
_TWO = 2


def received(facts: RemarkFacts, by: Text, until: date) -> Text:
    """Say how many remarks came outside meetings, by which channels, and how many waited."""
    if not facts.count:
        return text("لم ترد أي ملاحظة خارج اللقاءات.")
    number = _counted(REMARK, facts.count, NOMINATIVE, f"{REMARKS}.count")
    lead = text("وردت على ", by, "، خارج اللقاءات، ", number, _channels(facts))
    return joined([text(lead, _left(facts, until), "."), *_waits(facts)], " ")


def received_at_precincts(facts: RemarkFacts, until: date) -> Text:
    """Say the same of all precincts together; nothing where none came."""
    return received(facts, text("الدوائر الأمنية"), until) if facts.count else ()


def explained_at_precincts(facts: AwarenessFacts) -> Text:
    """Say which awareness actions all precincts held together; nothing where there was none."""
    return explained(facts) if facts.count else ()


def explained(facts: AwarenessFacts) -> Text:
    """Say which awareness actions took place, the talks in schools among them, and for whom."""
    if not facts.count:
        return text("لم تُنظم أي عملية تحسيسية.")
    if facts.talks == facts.count:
        lead = text("تم تنظيم ", _talks(facts, GENITIVE))
    else:
        actions = _counted(AWARENESS_ACTION, facts.count, GENITIVE, f"{AWARENESS}.count")
        of_them = "منهما" if facts.count == _TWO else "منها"
        talks = _talks(facts, NOMINATIVE)
        lead = text("تم تنظيم ", actions, text(f"، {of_them} ", talks) if talks else _only(facts))
    return joined([text(lead, "."), *_others(facts), *_reached(facts)], " ")


def _others(facts: AwarenessFacts) -> list[Text]:
    """Say of which kinds the actions were that are no talk in a school."""
    if not facts.others:
        return []
    parts = []
    for row in facts.others:
        path = f"{AWARENESS}.others.{row.code}"
        number = Span(digits(row.count, PAGE), f"{path}.count")
        parts.append(text(label_span(row.code, f"{path}.code"), ": ", number))
    if _is_of_one_kind(facts):
        return []  # it was named where they were counted
    lead = "وتوزيعها: "
    if facts.talks:
        is_one = sum(row.count for row in facts.others) == 1
        lead = "والعملية الأخرى: " if is_one else "والعمليات الأخرى: "
    return [text(lead, joined(parts, "، "), ".")]


def _is_of_one_kind(facts: AwarenessFacts) -> bool:
    return not facts.talks and len(facts.others) == 1


def _only(facts: AwarenessFacts) -> Text:
    """Name the kind of the actions, where it is one."""
    if not _is_of_one_kind(facts):
        return ()
    code = facts.others[0].code
    return text(" (", label_span(code, f"{AWARENESS}.others.{code}.code"), ")")


def _talks(facts: AwarenessFacts, case: Case) -> Text:
    if not facts.talks:
        return ()
    talks = _counted(SCHOOL_TALK, facts.talks, case, f"{AWARENESS}.talks")
    return text(talks, _in_schools(facts))


def _channels(facts: RemarkFacts) -> Text:
    parts = []
    for row in facts.channels:
        fact = f"{REMARKS}.channels.{row.code}"
        number = Span(digits(row.count, PAGE), f"{fact}.count")
        name = label_span(row.code, f"{fact}.code")
        parts.append(text(name, ": ", number) if len(facts.channels) > 1 else text(name))
    return text(" (", joined(parts, "، "), ")") if parts else ()


def _left(facts: RemarkFacts, until: date) -> Text:
    fact = f"{REMARKS}.unanswered"
    if facts.unanswered is None:
        return ()
    end = text(" دون تفاعل إلى غاية ", Span(full_date(until), UNTIL))
    if not facts.unanswered:
        all_of_them = {1: "معها", 2: "معهما معا"}.get(facts.count, "معها كلها")
        day = Span(full_date(until), UNTIL)
        return text("، وتم التفاعل ", Span(all_of_them, fact), " إلى غاية ", day)
    if facts.count == 1:
        return text("، ", Span("وظلت", fact), end)
    return text("، وظلت ", _counted(REMARK, facts.unanswered, NOMINATIVE, fact), end)


def _waits(facts: RemarkFacts) -> list[Text]:
    if facts.median_days is None or facts.worst_days is None:
        return []
    median = _days(facts.median_days, f"{REMARKS}.median_days")
    worst = _days(facts.worst_days, f"{REMARKS}.worst_days")
    waited = text("بلغت المدة الوسيطة للتفاعل ", median, " والمدة القصوى ", worst, ".")
    if facts.dated is None or facts.dated == facts.count:
        return [text("و", waited)]
    dated = _counted(REMARK, facts.dated, GENITIVE, f"{REMARKS}.dated")
    them = "معهما" if facts.dated == _TWO else "معها"
    return [text("وبالنسبة إلى ", dated, f" عُرف تاريخ التفاعل {them}، ", waited)]


def _days(number: int, fact: str) -> Span:
    """Return «يومين»; a reply of the same day took less than one."""
    return _counted(DAY, number, ACCUSATIVE, fact) if number else Span("أقل من يوم واحد", fact)


def _in_schools(facts: AwarenessFacts) -> Text:
    parts = [text(" بالوسط المدرسي")]
    if facts.establishments:
        schools = _counted(SCHOOL, facts.establishments, ACCUSATIVE, f"{AWARENESS}.establishments")
        parts.append(text("، ", "شملتا " if facts.talks == _TWO else "شملت ", schools))
    if facts.pupils:
        pupils = _counted(PUPIL, facts.pupils, GENITIVE, f"{AWARENESS}.pupils")
        parts.append(text("، لفائدة ", pupils))
    if facts.are_talks_partial and (facts.establishments or facts.pupils):
        parts.append(_noted(SCHOOL_TALK, facts.talks_noted, "talks_noted", facts.talks, "talks"))
    return text(*parts)


def _noted(noun: Noun, number: int | None, fact: str, whole: int | None, name: str) -> Text:
    """«(حسب ما سُجل بخصوص حصة واحدة من أصل 3)»; without the numbers where they are not told."""
    if number is None or whole is None:
        return text(" (حسب ما سُجل بخصوص بعضها فقط)")
    some = _counted(noun, number, GENITIVE, f"{AWARENESS}.{fact}")
    total = Span(digits(whole, PAGE), f"{AWARENESS}.{name}")
    return text(" (حسب ما سُجل بخصوص ", some, " من أصل ", total, ")")


def _reached(facts: AwarenessFacts) -> list[Text]:
    if not facts.beneficiaries:
        return []
    number = Span(digits(facts.beneficiaries, PAGE), f"{AWARENESS}.beneficiaries")
    actions = "هذه العملية" if facts.count == 1 else "العمليات التحسيسية"
    noted: Text = ()
    if facts.is_partial:
        noted = _noted(AWARENESS_ACTION, facts.noted, "noted", facts.count, "count")
    lead = text(f"وبلغ عدد المستفيدين من {actions} ", number, noted)
    if not facts.associations:
        return [text(lead, ".")]
    bodies = _counted(ASSOCIATION, facts.associations, NOMINATIVE, f"{AWARENESS}.associations")
    return [text(lead, "."), text("وشاركت فيها ", bodies, ".")]


def _counted(noun: Noun, number: int, case: Case, fact: str) -> Span:
    return Span(count(noun, number, case, PAGE), fact)
