"""The most frequent topics of a period, in Arabic."""

from outreach_app.i18n import Language
from outreach_app.summaries.period.arabic_before import then
from outreach_app.summaries.period.plan import PeriodPlan, TopicFacts
from outreach_app.summaries.period.writer import MAX_NAMED, Figures, follower
from outreach_app.summaries.prose.arabic import joined_to, quoted_label
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.composition import listed, text
from outreach_app.summaries.prose.counts import Case, takes_feminine_verb
from outreach_app.summaries.prose.nouns import POINT, THANKS, TOPIC

PAGE = Language.ARABIC
SAY = Figures(PAGE)
NOMINATIVE, GENITIVE = Case.NOMINATIVE, Case.GENITIVE
_TWO = 2


def topics(plan: PeriodPlan) -> Text:
    """State which topic was raised most and which came next; equals are never ranked."""
    if not plan.topics:
        return _only_thanks(sum(row.now for row in plan.topics_apart))
    return _ranked(plan)


def _ranked(plan: PeriodPlan) -> Text:
    """State which come first, with the next where it is one."""
    first, number = plan.topics[0], plan.topics_first
    none = "ولم تُسجل بشأنه"
    before = then(plan, f"topics.{first.code}", POINT, first.now, first.before, none)
    if len(plan.topics) == 1:
        said = text(
            "أثير موضوع واحد هو ", _name(first), "، سُجلت بشأنه ", _points(first, NOMINATIVE)
        )
        return text(said, before, _besides(plan), ".")
    if number == 1:
        lead = text("جاء موضوع ", _name(first), " في المقدمة ", _with_points(first), before)
        second = follower(plan)
        if second is None:
            return text(lead, ".")
        return text(lead, "، يليه موضوع ", _name(second), " ", _with_points(second), ".")
    is_all = number == len(plan.topics)
    if number <= MAX_NAMED:
        names = listed([text(_name(row)) for row in plan.topics[:number]], PAGE)
        came, raised = (
            ("جاء موضوعا ", "أثير موضوعا ") if number == _TWO else ("جاءت مواضيع ", "أثيرت مواضيع ")
        )
        each = "منهما" if number == _TWO else "منها"
        points = _with_points(first)
        said = text(came, names, " في المقدمة ", points, f" لكل {each}", _equals(plan), ".")
        if is_all:
            in_each = text(f"، وسُجلت بشأن كل {each} ", _points(first, NOMINATIVE))
            said = text(raised, names, in_each, _besides(plan), ".")
        return said
    counted = Span(SAY.counted(TOPIC, number, NOMINATIVE, "").text, "topics_first")
    in_each = text("، سُجلت بشأن كل منها ", _points(first, NOMINATIVE))
    is_feminine = takes_feminine_verb(TOPIC, number)
    if is_all:
        return text("أثيرت " if is_feminine else "أثير ", counted, in_each, _besides(plan), ".")
    led = "تساوت في المقدمة " if is_feminine else "تساوى في المقدمة "
    return text(led, counted, in_each, _equals(plan), ".")


def _equals(plan: PeriodPlan) -> Text:
    """Return the thanks if they are as many as the points of the first topic, or more."""
    number = sum(row.now for row in plan.topics_apart)
    return _besides(plan) if number >= plan.topics[0].now else ()


def _besides(plan: PeriodPlan) -> Text:
    """Return the thanks that were given besides the topics."""
    number = sum(row.now for row in plan.topics_apart)
    if not number:
        return ()
    thanks = SAY.counted(THANKS, number, GENITIVE, "topics_apart.thanks.now")
    return text("، فضلا عن ", thanks)


def _only_thanks(number: int) -> Text:
    """State that nothing but thanks was recorded."""
    thanks = SAY.counted(THANKS, number, GENITIVE, "topics_apart.thanks.now")
    return text("لم يُسجل خلال الفترة سوى ", thanks, ".")


def _name(row: TopicFacts) -> Text:
    return text(quoted_label(row.code, f"topics.{row.code}.code"))


def _points(row: TopicFacts, case: Case) -> Span:
    return SAY.counted(POINT, row.now, case, f"topics.{row.code}.now")


def _with_points(row: TopicFacts) -> Text:
    """Return «بنقطتين», «ب3 نقط»."""
    return joined_to("ب", text(_points(row, GENITIVE)))
