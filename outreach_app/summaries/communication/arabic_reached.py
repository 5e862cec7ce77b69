"""Remarks and awareness actions of a period, in Arabic."""

from datetime import date

from outreach_app.i18n import Language
from outreach_app.rules.kinds import MeetingKind
from outreach_app.rules.masking import Count
from outreach_app.summaries.communication.arabic_waits import waits
from outreach_app.summaries.communication.counted_again import each_time, participations
from outreach_app.summaries.communication.plan import AwarenessFacts, RemarkFacts
from outreach_app.summaries.prose.arabic import full_date, label_span, quoted_label
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.composition import joined, listed, text
from outreach_app.summaries.prose.counts import Case, Noun, bare_count, count
from outreach_app.summaries.prose.letters import can_spell, in_letters
from outreach_app.summaries.prose.nouns import (
    ASSOCIATION,
    AWARENESS_ACTION,
    AWARENESS_KINDS,
    PERSON,
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
_NUMBERS = {1: "واحدة", 2: "اثنتان"}
_TALKS_OF = {1: "الحصة", 2: "الحصتين"}
# Awareness material may have been given out: what did not take place is named.
NONE_HELD = "لم تُنظم أي حصة أو حملة تحسيسية، ولا أي يوم للأبواب المفتوحة."
# How a remark came.
_CHANNELS = {
    "rv.phone": "عبر الهاتف",
    "rv.desk": "لدى مصلحة الديمومة",
    "rv.letter": "عن طريق المراسلة",
    "rv.email": "عبر البريد الإلكتروني",
    "rv.social": "عبر مواقع التواصل الاجتماعي",
    "rv.comment": "عبر التعليقات على الصفحات الإلكترونية",
}


def received(facts: RemarkFacts, by: Text, until: date) -> Text:
    """State how many remarks came outside meetings, by which channels, and how many waited."""
    if not facts.count:
        return text("لم تُسجل خلال هذه الفترة أي ملاحظة واردة خارج اللقاءات.")
    number = _counted(REMARK, facts.count, ACCUSATIVE if by else NOMINATIVE, f"{REMARKS}.count")
    lead = text("تلقت ", by) if by else text("وردت")
    came = text(lead, "، خارج اللقاءات، ", number, _channels(facts), _unanswered(facts, until), ".")
    return joined([came, *waits(facts)], " ")


def received_at_precincts(facts: RemarkFacts, until: date, offices: Count) -> Text:
    """State the same of all precincts; of several perhaps one alone received them."""
    who = text("الدائرة الأمنية" if offices == 1 else "")
    return received(facts, who, until) if facts.count else ()


def explained_at_precincts(facts: AwarenessFacts) -> Text:
    """State which awareness actions all precincts held together; nothing where there was none."""
    return explained(facts) if facts.count else ()


def explained(facts: AwarenessFacts) -> Text:
    """State which awareness actions took place, the talks in schools among them, and for whom."""
    if not facts.count:
        return text(NONE_HELD)
    lead = text("تم تنظيم ", _kinds(facts), ".")
    if facts.are_pupils_among:
        whom = [_reached_with_pupils(facts)]
    else:
        whom = [*_in_schools(facts), *_reached(facts)]
    return joined([lead, *whom, *_associations(facts)], " ")


def _kinds(facts: AwarenessFacts) -> Text:
    """Return «5 عمليات تحسيسية: 3 حصص تحسيسية بالوسط المدرسي وحملتين تحسيسيتين»; one kind alone."""
    kinds = [(row.code, row.count, f"{AWARENESS}.others.{row.code}.count") for row in facts.others]
    if facts.talks:
        kinds.insert(0, (MeetingKind.SCHOOL, facts.talks, f"{AWARENESS}.talks"))
    named = [_kind(*kind) for kind in kinds]
    if len(named) == 1 and kinds[0][1] == facts.count:
        return named[0]
    actions = _counted(AWARENESS_ACTION, facts.count, GENITIVE, f"{AWARENESS}.count")
    if sum(number for _code, number, _fact in kinds) == facts.count:
        return text(actions, ": ", listed(named, PAGE))
    among = "منهما" if facts.count == _TWO else "منها"  # the public report covers only talks
    return text(actions, f"، {among} ", named[0]) if named else text(actions)


def _kind(code: str, number: int, fact: str) -> Text:
    noun = AWARENESS_KINDS.get(code)
    if noun is None:
        return text(Span(digits(number, PAGE), fact), " ", quoted_label(code, f"{fact[:-6]}.code"))
    school = " بالوسط المدرسي" if code == MeetingKind.SCHOOL else ""
    return text(_counted(noun, number, GENITIVE, fact), school)


def _channels(facts: RemarkFacts) -> Text:
    """Return «: خمس عبر الهاتف وواحدة خلال الديمومة»; the channel alone where there is one."""
    counts = [row.count for row in facts.channels]
    # Where some are words by themselves, all are.
    are_spelled = min(counts, default=0) <= _TWO and can_spell(counts, PAGE)
    parts = []
    for row in facts.channels:
        fact = f"{REMARKS}.channels.{row.code}"
        name = Span(_CHANNELS.get(row.code) or f"({label_span(row.code, '').text})", f"{fact}.code")
        number = _NUMBERS.get(row.count) or digits(row.count, PAGE)
        if are_spelled and row.count > _TWO:
            number = in_letters(row.count, PAGE, feminine=True)
        is_alone = len(facts.channels) == 1
        parts.append(text(name) if is_alone else text(Span(number, f"{fact}.count"), " ", name))
    if len(parts) == 1:
        return text(" ", parts[0])
    return text(": ", listed(parts, PAGE)) if parts else ()


def _unanswered(facts: RemarkFacts, until: date) -> Text:
    fact = f"{REMARKS}.unanswered"
    if facts.unanswered is None:
        return ()
    end = text(" دون مآل إلى غاية ", Span(full_date(until), UNTIL))
    if not facts.unanswered:
        all_of_them = {1: "مآلها", 2: "مآلهما"}.get(facts.count, "مآلها كلها")
        return text("، وقد حُدد ", Span(all_of_them, fact))
    if facts.count == 1:
        return text("، ", Span("وظلت", fact), end)
    of_two = facts.count == _TWO
    if facts.unanswered == facts.count:
        return text("، ", Span("وظلتا معا" if of_two else "وظلت كلها", fact), end)
    if facts.unanswered == 1:
        return text("، وظلت ", Span("إحداهما" if of_two else "إحداها", fact), end)
    return text("، وظلت ", _counted(REMARK, facts.unanswered, NOMINATIVE, fact), " منها", end)


def _in_schools(facts: AwarenessFacts) -> list[Text]:
    """Return «واستفاد من الحصص بالوسط المدرسي 242 تلميذا في 4 مؤسسات تعليمية.»."""
    if not facts.talks or not (facts.pupils or facts.establishments):
        return []
    if not facts.pupils or facts.are_talks_partial:
        # Two counts that not all talks noted are of different talks.
        return [*_schools(facts), *_pupils(facts)]
    lead = text(f"واستفاد من {_TALKS_OF.get(facts.talks, 'الحصص')} بالوسط المدرسي ")
    if facts.talks == facts.count:
        lead = text("واستفاد منهما " if facts.talks == _TWO else "واستفاد منها ")
    pupils = _counted(PUPIL, facts.pupils, NOMINATIVE, f"{AWARENESS}.pupils")
    schools: Text = ()
    if facts.establishments:
        number = _counted(SCHOOL, facts.establishments, GENITIVE, f"{AWARENESS}.establishments")
        schools = text(" في ", number, each_time(facts, PAGE))
    return [text(lead, pupils, schools, ".")]


def _schools(facts: AwarenessFacts) -> list[Text]:
    """Return «وشملت الحصص بالوسط المدرسي 7 مؤسسات تعليمية (سُجل هذا العدد في …)»."""
    if not facts.establishments:
        return []
    if facts.talks == _TWO and facts.schools_noted == 1 and facts.are_talks_partial:
        one = Span("إحدى الحصتين", f"{AWARENESS}.schools_noted")
        number = _counted(SCHOOL, facts.establishments, ACCUSATIVE, f"{AWARENESS}.establishments")
        rest = text(number, "، ولم يُسجل عدد المؤسسات بخصوص الأخرى.")
        return [text("وشملت ", one, " بالوسط المدرسي ", rest)]
    which = {1: "الحصة", 2: "الحصتان"}.get(facts.talks or 0, "الحصص")
    lead = f"وشملت {which} بالوسط المدرسي "
    if facts.talks == facts.count:  # no other action was named before
        lead = "وشملتا " if facts.talks == _TWO else "وشملت "
    number = _counted(SCHOOL, facts.establishments, ACCUSATIVE, f"{AWARENESS}.establishments")
    noted = _noted_in(facts, facts.schools_noted, "schools_noted")
    return [text(lead, number, noted or each_time(facts, PAGE), ".")]


def _pupils(facts: AwarenessFacts) -> list[Text]:
    """Return «واستفاد من حصتين تحسيسيتين منها 150 تلميذا، ولم يُسجل عدد التلاميذ بخصوص…»."""
    if not facts.pupils:
        return []
    of = (" منهما" if facts.talks == _TWO else " منها") if facts.establishments else ""
    pupils = _counted(PUPIL, facts.pupils, NOMINATIVE, f"{AWARENESS}.pupils")
    noted = facts.pupils_noted
    if noted is not None and noted != facts.talks:
        return [_some_talks(facts, noted, pupils, of or " بالوسط المدرسي")]
    lead = f"واستفاد{of} " if of else f"واستفاد من {_TALKS_OF.get(facts.talks or 0, 'الحصص')} "
    of_schools = "" if of else "بالوسط المدرسي "
    return [text(lead, of_schools, pupils, _noted_in(facts, noted, "pupils_noted"), ".")]


def _some_talks(facts: AwarenessFacts, noted: int, pupils: Span, of: str) -> Text:
    """Return «واستفاد من حصتين تحسيسيتين منها 150 تلميذا، ولم يُسجل عدد التلاميذ بخصوص…»."""
    left = (facts.talks or 0) - noted
    others = {1: "الحصة المتبقية", 2: "الحصتين المتبقيتين"}
    rest = others.get(left, "الحصص المتبقية")
    talks = _counted(SCHOOL_TALK, noted, GENITIVE, f"{AWARENESS}.pupils_noted")
    lead = text("واستفاد من ", talks, of, " ", pupils)
    if facts.talks == _TWO:
        rest = "الأخرى"
        are_told = facts.establishments is not None or facts.count == _TWO
        one = Span("إحداهما" if are_told else "إحدى الحصتين", f"{AWARENESS}.pupils_noted")
        lead = text("واستفاد من ", one, "" if are_told else of, " ", pupils)
    if facts.apart and facts.apart > 1:
        # Whether they came, or were reached otherwise, is not known.
        people = _counted(PERSON, facts.apart, ACCUSATIVE, f"{AWARENESS}.apart")
        them = "بينهما" if facts.apart == _TWO else "بينهم"
        return text(lead, f"؛ وبلغ جمهور {rest} ", people, f"، دون تحديد عدد التلاميذ من {them}.")
    return text(lead, f"، ولم يُسجل عدد التلاميذ بخصوص {rest}.")


def _noted_in(facts: AwarenessFacts, noted: int | None, fact: str) -> Text:
    """Return «(سُجل هذا العدد في 4 حصص تحسيسية من أصل 6)»; empty where all of them noted it."""
    if not facts.are_talks_partial or noted == facts.talks:
        return ()
    if noted is None:
        return text(" (سُجل هذا العدد في بعض الحصص فقط)")
    if facts.talks == _TWO:
        return text(" (سُجل هذا العدد في ", Span("إحداهما", f"{AWARENESS}.{fact}"), " فقط)")
    some = _counted(SCHOOL_TALK, noted, GENITIVE, f"{AWARENESS}.{fact}")
    whole = Span(digits(facts.talks or 0, PAGE), f"{AWARENESS}.talks")
    return text(" (سُجل هذا العدد في ", some, " من أصل ", whole, ")")


def _noted(facts: AwarenessFacts, actions: int | None, fact: str) -> Text:
    """Return «(حسب ما سُجل بخصوص عملية واحدة من أصل 3)», or without numbers if they are hidden."""
    if actions is None:
        return text(" (حسب ما سُجل بخصوص بعضها فقط)")
    some = _counted(AWARENESS_ACTION, actions, GENITIVE, f"{AWARENESS}.{fact}")
    total = Span(bare_count(AWARENESS_ACTION, facts.count), f"{AWARENESS}.count")
    return text(" (حسب ما سُجل بخصوص ", some, " من أصل ", total, ")")


def _reached_with_pupils(facts: AwarenessFacts) -> Text:
    """Return «وبلغ عدد المستفيدين 130، من بينهم 118 تلميذا في مؤسستين تعليميتين.»."""
    number = Span(digits(facts.beneficiaries or 0, PAGE), f"{AWARENESS}.beneficiaries")
    pupils = _counted(PUPIL, facts.pupils or 0, NOMINATIVE, f"{AWARENESS}.pupils")
    there = _counted(SCHOOL, facts.establishments or 0, GENITIVE, f"{AWARENESS}.establishments")
    schools = text(" في ", there, each_time(facts, PAGE)) if facts.establishments else ()
    return text(
        f"وبلغ عدد المستفيدين{_beside(facts)} ", number, "، من بينهم ", pupils, schools, "."
    )


def _associations(facts: AwarenessFacts) -> list[Text]:
    """Return «وشاركت فيها 3 جمعيات.»; of several actions one may be counted twice."""
    if not facts.associations:
        return []
    fact = f"{AWARENESS}.associations"
    if facts.count == 1:
        bodies = _counted(ASSOCIATION, facts.associations, NOMINATIVE, fact)
        return [text("وشاركت فيها ", bodies, ".")]
    actions = "هاتين العمليتين" if facts.count == _TWO else "هذه العمليات"
    known = facts.associations_noted
    partly = () if known in (None, facts.count) else _noted(facts, known, "associations_noted")
    if facts.associations == 1:
        return [text("وشاركت ", Span("جمعية واحدة", fact), f" في إحدى {actions}", partly, ".")]
    times = Span(participations(facts.associations), fact)
    return [text("وسُجلت ", times, f" للجمعيات في {actions}", partly, ".")]


def _reached(facts: AwarenessFacts) -> list[Text]:
    if not facts.beneficiaries or facts.are_only_pupils:
        return []
    noun = PUPIL if facts.are_other_pupils_alone else PERSON
    number = _counted(noun, facts.beneficiaries, ACCUSATIVE, f"{AWARENESS}.beneficiaries")
    actions = {1: "هذه العملية", 2: "هاتين العمليتين"}.get(facts.count, "هذه العمليات")
    noted: Text = ()
    if facts.is_partial:
        noted = _noted(facts, facts.noted, "noted")
    # Whether all of them were reached is not known: some actions counted those who came.
    lead = text(f"وبلغ جمهور {actions}{_beside(facts)} ", number, noted)
    if facts.are_escorted and facts.pupils and not facts.are_talks_partial:
        pupils = _counted(PUPIL, facts.pupils, NOMINATIVE, f"{AWARENESS}.pupils")
        lead = text(lead, "، من بينهم ", pupils)
    elif facts.are_escorted and facts.apart:
        lead = text(lead, "، من التلاميذ وغيرهم")  # more than both sums above
    lead = text(lead, _other_pupils(facts))
    return [text(lead, ".")]


def _other_pupils(facts: AwarenessFacts) -> Text:
    """Return «، من بينهم 155 تلميذا على الأقل خارج الحصص بالوسط المدرسي»."""
    if not facts.other_pupils or facts.are_other_pupils_alone:
        return ()
    least = " على الأقل" if facts.are_others_partial else ""
    where = " خارج الحصص بالوسط المدرسي" if facts.talks else ""
    pupils = _counted(PUPIL, facts.other_pupils, NOMINATIVE, f"{AWARENESS}.other_pupils")
    return text("، من بينهم ", pupils, least, where)


def _beside(facts: AwarenessFacts) -> str:
    """Return «، المسجل على حدة عن عدد المشاركين،»: without it one denies the other."""
    some = "" if facts.is_beside else " في جزء منه"
    is_told = facts.is_beside or facts.is_partly_beside
    return f"، المسجل{some} على حدة عن عدد المشاركين،" if is_told else ""


def _counted(noun: Noun, number: int, case: Case, fact: str) -> Span:
    return Span(count(noun, number, case, PAGE), fact)
