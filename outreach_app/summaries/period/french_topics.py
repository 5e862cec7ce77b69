"""The most frequent topics of a period, in French."""

from outreach_app.i18n import Language
from outreach_app.summaries.period.french_before import then
from outreach_app.summaries.period.plan import PeriodPlan, TopicFacts
from outreach_app.summaries.period.writer import MAX_NAMED, Figures, follower
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.composition import listed, text
from outreach_app.summaries.prose.counts import Case
from outreach_app.summaries.prose.french import quoted_label, sentence_case
from outreach_app.summaries.prose.french_letters import LETTERS, in_words
from outreach_app.summaries.prose.nouns import POINT, THANKS, TOPIC

PAGE = Language.FRENCH
SAY = Figures(PAGE)
NOMINATIVE = Case.NOMINATIVE


def topics(plan: PeriodPlan) -> Text:
    """State which topic was raised most and which came next; equals are never ranked."""
    if not plan.topics:
        return _only_thanks(sum(row.now for row in plan.topics_apart))
    return _ranked(plan)


def _ranked(plan: PeriodPlan) -> Text:
    """State which come first, with the next where it is one."""
    first, number = plan.topics[0], plan.topics_first
    of_it = " sur cette thématique"
    before = then(plan, f"topics.{first.code}", POINT, first.now, first.before, of_it)
    if len(plan.topics) == 1:
        name = text("Une seule thématique a été soulevée\u00a0: ", _name(first))
        return text(name, ", avec ", _points(first), before, _besides(plan), ".")
    if number == 1:
        lead = text("La thématique ", _name(first), " vient en tête avec ", _points(first))
        lead = text(lead, before)
        second = follower(plan)
        if second is None:
            return text(lead, ".")
        next_one = text(", suivie de la thématique ", _name(second), " avec ", _points(second))
        return text(lead, next_one, ".")
    is_all = number == len(plan.topics)
    besides = _besides(plan) if is_all else _equals(plan)
    each = text(", avec ", _points(first), " chacune", besides, ".")
    if number <= MAX_NAMED:
        names = listed([text(_name(row)) for row in plan.topics[:number]], PAGE)
        came = " ont été soulevées" if is_all else " viennent en tête, à égalité"
        return text("Les thématiques ", names, came, each)
    counted = SAY.counted(TOPIC, number, NOMINATIVE, "topics_first")
    # No French sentence opens on a figure.
    several = sentence_case((in_words(counted, number),))
    if number >= len(LETTERS):
        several = text("Au total, ", counted)
    return text(several, " ont été soulevées" if is_all else " viennent en tête, à égalité", each)


def _equals(plan: PeriodPlan) -> Text:
    """Return the thanks if they are as many as the points of the first topic, or more."""
    number = sum(row.now for row in plan.topics_apart)
    return _besides(plan) if number >= plan.topics[0].now else ()


def _besides(plan: PeriodPlan) -> Text:
    """Return the thanks that were given besides the topics."""
    number = sum(row.now for row in plan.topics_apart)
    if not number:
        return ()
    return text(", outre ", SAY.counted(THANKS, number, NOMINATIVE, "topics_apart.thanks.now"))


def _only_thanks(number: int) -> Text:
    """State that nothing but thanks was recorded."""
    thanks = SAY.counted(THANKS, number, NOMINATIVE, "topics_apart.thanks.now")
    lead = "Au cours de la période, seul " if number == 1 else "Au cours de la période, seuls "
    end = " a été enregistré." if number == 1 else " ont été enregistrés."
    return text(lead, thanks, end)


def _name(row: TopicFacts) -> Text:
    return text(quoted_label(row.code, f"topics.{row.code}.code"))


def _points(row: TopicFacts) -> Span:
    return SAY.counted(POINT, row.now, NOMINATIVE, f"topics.{row.code}.now")
