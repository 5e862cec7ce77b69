"""The points for attention of a period, in Arabic."""

from outreach_app.i18n import Language
from outreach_app.summaries.period.arabic_cells import ArabicCells
from outreach_app.summaries.period.arabic_follow_up import as_of, was_begun
from outreach_app.summaries.period.arabic_referrals import waiting
from outreach_app.summaries.period.left_open import left_open_in_arabic
from outreach_app.summaries.period.plan import PeriodPlan, TopicFacts
from outreach_app.summaries.period.writer import Figures, before_of, is_new, is_shared, period_of
from outreach_app.summaries.prose.arabic import (
    full_date,
    label_span,
    quoted_label,
)
from outreach_app.summaries.prose.arabic_periods import during_before, to_before
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.composition import joined, listed, text
from outreach_app.summaries.prose.counts import Case, Noun, first_of, takes_feminine_verb
from outreach_app.summaries.prose.nouns import (
    COMMITMENT,
    NEWS_HEARD,
    PARTICIPANT,
    POINT,
    REMARK,
)
from outreach_app.summaries.prose.quoting import inline

PAGE = Language.ARABIC
SAY = Figures(PAGE)
NOMINATIVE, GENITIVE = Case.NOMINATIVE, Case.GENITIVE


# The categories whose name is another one after a preposition.
_CATEGORIES = {
    "pt.association": "الفاعلين الجمعويين",
    "pt.commerce": "التجار والحرفيين",
}

# What stands before and after commitments that ended without being kept.
_GIVEN_UP = {
    "cst.dropped": ("تم خلال الفترة التخلي عن ", ""),
    "cst.blocked": ("تعذر خلال الفترة تنفيذ ", ""),
    "cst.referred": ("تمت خلال الفترة إحالة ", " على الجهة المختصة"),
}


def signals(plan: PeriodPlan) -> tuple[Text, ...]:
    """Return a sentence for each thing that calls for attention."""
    found = (
        _late(plan),
        _given_up(plan),
        waiting(plan),
        _without_outcome(plan),
        _unverified(plan),
        _to_rectify(plan),
        _unanswered(plan),
        *left_open_in_arabic(plan.left_open, as_of(plan)),
        _new(plan),
        *(_rising(topic) for topic in plan.signals.rising if not is_new(plan, topic)),
        _moved(plan),
        _unmet(plan),
    )
    return tuple(sentence for sentence in found if sentence)


def _late(plan: PeriodPlan) -> Text:
    """State how many commitments are late, and quote the oldest."""
    late = plan.signals.late
    if late is None:
        return ()
    oldest = plan.promises[0]
    quoted = inline(oldest.words, "promises.1.words", PAGE)
    due = Span(full_date(oldest.due_on), "promises.1.due_on") if oldest.due_on else ""
    number = SAY.counted(COMMITMENT, late, NOMINATIVE, "signals.late")
    is_few = takes_feminine_verb(COMMITMENT, late)
    was = "كانت " if is_few else "كان "
    day = text("في ", as_of(plan), "، ")
    lead = text(day, was, number)
    by = text("، على عاتق ", ArabicCells(plan).owner(oldest, "promises.1"))
    begun = f"، {was_begun(oldest.begun)}" if oldest.begun else ""
    if late == 1:
        return text(lead, " قد تجاوز أجله المحدد في ", due, ": ", quoted, by, begun, ".")
    lead, oldest_of = text(lead, " قد تجاوزت آجالها"), "أقدمها"
    if late == 2:
        lead, oldest_of = text(day, was, number, " قد تجاوزا أجليهما"), "أقدمهما"
    elif not is_few:
        lead = text(day, "كان عدد الالتزامات التي تجاوزت آجالها ", number)
    if is_shared([row.due_on for row in plan.promises]):
        return text(lead, "، وأقدم أجل هو ", due, ".")
    return text(lead, f"، {oldest_of} ", quoted, by, "، وأجله ", due, begun, ".")


def _given_up(plan: PeriodPlan) -> Text:
    """State how many commitments were given up in the period, and quote the only one."""
    number, states = len(plan.given_up), {row.state for row in plan.given_up}
    if not number:
        return ()
    if len(states) > 1:
        return _given_up_in_ways(plan)
    counted = SAY.counted(COMMITMENT, number, GENITIVE, "given_up")
    how, end = _GIVEN_UP[next(iter(states))]
    if number > 1:
        return text(how, counted, end, ".")
    (row,) = plan.given_up
    return text(how, counted, end, ": ", inline(row.words, "given_up.1.words", PAGE), ".")


def _given_up_in_ways(plan: PeriodPlan) -> Text:
    """Return «تم خلال الفترة التخلي عن التزام واحد، وتعذر تنفيذ 3 التزامات.»."""
    ways: list[Text] = []
    for state, (how, end) in _GIVEN_UP.items():
        if number := sum(row.state == state for row in plan.given_up):
            counted = SAY.counted(COMMITMENT, number, GENITIVE, "given_up")
            ways.append(text(how.replace(" خلال الفترة", "") if ways else how, counted, end))
    return text(joined(ways, "، و"), ".")


def _without_outcome(plan: PeriodPlan) -> Text:
    """State how many points of the period are left without outcome."""
    number = plan.signals.without_outcome
    if number is None:
        return ()
    points = SAY.counted(POINT, number, NOMINATIVE, "signals.without_outcome")
    return text("إلى غاية ", as_of(plan), "، ظلت ", points, " من نقط الفترة دون مآل.")


def _unverified(plan: PeriodPlan) -> Text:
    """State how many rumours had no result yet."""
    number = plan.signals.unverified
    if number is None:
        return ()
    return text("إلى غاية ", as_of(plan), "، ", _news(plan, number, "unverified"))


def _to_rectify(plan: PeriodPlan) -> Text:
    """State how many rumours waited for their rectification."""
    number = plan.signals.to_rectify
    if number is None:
        return ()
    return text("إلى غاية ", as_of(plan), "، ", _news(plan, number, "to_rectify"))


def _news(plan: PeriodPlan, number: int, name: str) -> Text:
    """Return «ظل خبران متداولان رُصدا خلال الفترة، أولهما يوم …، في انتظار نتيجة التحقق»."""
    was = "ظلت " if takes_feminine_verb(NEWS_HEARD, number) else "ظل "
    news = SAY.counted(NEWS_HEARD, number, NOMINATIVE, f"signals.{name}")
    what = {"unverified": "نتيجة التحقق", "to_rectify": "بيان حقيقة"}[name]
    heard = text({1: " رُصد", 2: " رُصدا"}.get(number, " رُصدت"), " خلال الفترة")
    return text(was, news, heard, _since(plan, NEWS_HEARD, number, name), f" في انتظار {what}.")


def _since(plan: PeriodPlan, noun: Noun, number: int, name: str) -> Text:
    """Return «، أولهما يوم 12 أكتوبر 2026،», of one alone and of those of one day that day."""
    since = plan.signals.since(name)
    if since is None:
        return ()
    day = Span(full_date(since), f"signals.{name}_since")
    is_one_day = number == 1 or plan.signals.are_of_one_day(name)
    lead = "، يوم " if is_one_day else f"، {first_of(noun, number)} يوم "
    return text(lead, day, "،")


def _unanswered(plan: PeriodPlan) -> Text:
    """State how many remarks received outside meetings had no reaction."""
    number, since = plan.signals.unanswered, plan.signals.unanswered_since
    if number is None:
        return ()
    remarks = SAY.counted(REMARK, number, NOMINATIVE, "signals.unanswered")
    day = Span(full_date(since), "signals.unanswered_since") if since else None
    lead = text("إلى غاية ", as_of(plan), "، ظلت ", remarks)
    if number == 1 and day:
        return text(lead, "، وردت يوم ", day, " خارج اللقاءات، دون مآل.")
    came = "واردتان" if number == 2 else "واردة"
    since_when = _since(plan, REMARK, number, "unanswered")
    return text(lead, f" {came} خارج اللقاءات", since_when, " دون مآل.")


def _new(plan: PeriodPlan) -> Text:
    """State how often the topics were raised that rose most and were not raised before.

    Having risen from none by as many points, they were raised equally often.
    """
    topics = [topic for topic in plan.signals.rising if is_new(plan, topic)]
    period_before = before_of(plan)
    if not topics or period_before is None:
        return ()
    points = SAY.counted(POINT, topics[0].now, NOMINATIVE, f"signals.rising.{topics[0].code}.now")
    when = Span(during_before(period_of(plan), period_before), "before_last")
    names = [quoted_label(row.code, f"signals.rising.{row.code}.code") for row in topics]
    those, that = {
        1: ("موضوع ", "الذي لم يُثر "),
        2: ("كل من الموضوعين ", "اللذين لم يُثارا "),
    }.get(len(topics), ("كل من المواضيع ", "التي لم تُثر "))
    named = listed([text(name) for name in names], PAGE)
    return text("سُجلت ", points, f" بشأن {those}", named, f"، {that}", when, ".")


def _rising(topic: TopicFacts) -> Text:
    """State how far a topic rose."""
    path = f"signals.rising.{topic.code}"
    name = quoted_label(topic.code, f"{path}.code")
    before = SAY.number(topic.before, f"{path}.before")
    now = SAY.number(topic.now, f"{path}.now")
    return text("ارتفع عدد النقط المسجلة في موضوع ", name, " من ", before, " إلى ", now, ".")


def _unmet(plan: PeriodPlan) -> Text:
    """Name the categories met before and not in this period."""
    codes, before = plan.signals.unmet, before_of(plan)
    if not codes or before is None:
        return ()
    names = [
        text(label_span(code, f"signals.unmet.{place}"))
        for place, code in enumerate(codes, start=1)
    ]
    unlike = text("، خلافا ", Span(to_before(period_of(plan), before), "before_last"))
    lead = "لم يُسجل خلال هذه الفترة أي لقاء مع "
    if len(codes) == 1:
        inflected = _CATEGORIES.get(codes[0])
        name = text(Span(inflected, "signals.unmet.1")) if inflected else names[0]
        return text(lead, name, unlike, ".")
    which = "الصنفين التاليين" if len(codes) == 2 else "الأصناف التالية"
    return text(lead, f"{which} من الشركاء", unlike, ": ", joined(names, "؛ "), ".")


def _moved(plan: PeriodPlan) -> Text:
    """Return «انخفض عدد المشاركين من 87 إلى مشارك واحد.»."""
    people, signals = plan.figure("participants"), plan.signals
    if not (signals.has_fallen or signals.has_risen) or people.before is None:
        return ()
    before, now = (
        SAY.counted(PARTICIPANT, number, GENITIVE, f"figures.participants.{name}")
        if number == 1  # of two, a noun would say whether they were women
        else SAY.number(number, f"figures.participants.{name}")
        for name, number in (("before", people.before), ("now", people.now or 0))
    )
    moved = "انخفض" if signals.has_fallen else "ارتفع"
    return text(f"{moved} عدد المشاركين من ", before, " إلى ", now, ".")
