"""The few sentences of a published report, in both languages."""

from outreach_app.i18n import Language
from outreach_app.rules.periods import Period
from outreach_app.summaries.communication import arabic_reached, french_reached
from outreach_app.summaries.communication.arabic import ArabicCommunication
from outreach_app.summaries.communication.engagement_words import engagement
from outreach_app.summaries.communication.french import FrenchCommunication
from outreach_app.summaries.communication.plan import Compared
from outreach_app.summaries.period.begun import begun
from outreach_app.summaries.prose import arabic, arabic_periods, french, french_periods
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.composition import text
from outreach_app.summaries.prose.french_letters import sentences_in_letters
from outreach_app.summaries.prose.periods import (
    arabic_covered,
    arabic_days,
    french_covered,
    french_days,
)
from outreach_app.summaries.published.plan import PublishedPlan
from outreach_app.summaries.published.words import WORDS

AR, FR = Language.ARABIC, Language.FRENCH


def period_title(plan: PublishedPlan, language: Language) -> Text:
    """Return « octobre 2026 », or the first and the last day of other periods."""
    name = _name(_period(plan), language)
    return text(Span(name.title if name else _days(plan, language), "last"))


def headings_of_time(plan: PublishedPlan, language: Language) -> tuple[str, str]:
    """Return the headings of the columns now and before."""
    headings_of = (arabic_periods if language is AR else french_periods).headings_of
    now = _period(plan)
    return headings_of(now, now.previous()) or WORDS[language].this_period


def unit_sentence(plan: PublishedPlan, language: Language) -> Text:
    """State whose figures they are, of which days, and with which days they are compared."""
    of_language = arabic_covered if language is AR else french_covered
    covered, said = of_language(Period(plan.first, plan.last))
    days, unit = Span(said, "first"), _unit(plan, language)
    if language is AR:
        covered = covered and f"{covered}الممتدة "
        return text(
            *("تتعلق الأرقام التالية ب", unit, f"، وتغطي {covered}", days),
            *_beside(plan, language, "، وتُقارن بأرقام الفترة السابقة، الممتدة "),
            ".",
            *begun(plan.begun_on, language),
        )
    return text(
        *("Les chiffres du présent document portent sur ", unit, f" et couvrent {covered}", days),
        *_beside(plan, language, "\u00a0; ils sont comparés à ceux de la période précédente, "),
        ".",
        *begun(plan.begun_on, language),
    )


def _beside(plan: PublishedPlan, language: Language, lead: str) -> tuple[str | Span, ...]:
    if plan.before_first is None or plan.before_last is None:
        return ()
    days_of = arabic_days if language is AR else french_days
    return lead, Span(days_of(Period(plan.before_first, plan.before_last)), "before_first")


def communication_sentences(plan: PublishedPlan, language: Language) -> list[Text]:
    """State what was given out, how far it reached, what was received and explained."""
    told = plan.communication
    compared = Compared(_period(plan), _period(plan).previous(), told.until)
    unit = _unit(plan, language)
    said: list[Text] = []
    if told.publications is not None:
        writer = (ArabicCommunication if language is AR else FrenchCommunication)(compared)
        said.append(writer.published(told.publications, unit))
    if told.engagement is not None:
        said.append(engagement(told.engagement, language))
    if told.remarks is not None:
        received = (arabic_reached if language is AR else french_reached).received
        said.append(received(told.remarks, unit, told.until))
    if told.awareness is not None:
        if language is AR:
            said.append(arabic_reached.explained(told.awareness))
        else:
            said.append(french_reached.explained(told.awareness, unit))
    if language is not AR:
        said = [sentences_in_letters(sentence) for sentence in said]
    return [sentence for sentence in said if sentence]


def _unit(plan: PublishedPlan, language: Language) -> Text:
    if language is AR:
        return arabic.named_unit(plan.office)
    return french.named_unit(plan.office)


def _days(plan: PublishedPlan, language: Language) -> str:
    return (arabic_days if language is AR else french_days)(_period(plan))


def _name(
    period: Period, language: Language
) -> arabic_periods.PeriodName | french_periods.PeriodName | None:
    if language is AR:
        return arabic_periods.name_of(period)
    return french_periods.name_of(period)


def _period(plan: PublishedPlan) -> Period:
    return Period(plan.first, plan.last)
