"""The period report in Arabic."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from outreach_app.i18n import Language, isolate
from outreach_app.rules.periods import Period
from outreach_app.summaries.communication import arabic_reached
from outreach_app.summaries.communication.arabic import ArabicCommunication
from outreach_app.summaries.communication.plan import Compared
from outreach_app.summaries.period import (
    arabic_figures,
    arabic_follow_up,
    arabic_referrals,
    arabic_signals,
    arabic_topics,
)
from outreach_app.summaries.period.arabic_labels import LABELS
from outreach_app.summaries.period.begun import begun
from outreach_app.summaries.period.plan import PeriodPlan
from outreach_app.summaries.period.writer import Labels, before_of, period_of, period_told
from outreach_app.summaries.prose.arabic import (
    chief,
    full_date,
    named_unit,
)
from outreach_app.summaries.prose.arabic_periods import headings_of
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.composition import text
from outreach_app.summaries.prose.periods import (
    Length,
    arabic_covered,
    arabic_name,
    length_of,
)
from outreach_app.summaries.prose.quoting import own_words

PAGE = Language.ARABIC


@dataclass(frozen=True, slots=True)
class ArabicPeriod:
    """Says a period in Arabic."""

    plan: PeriodPlan
    labels: ClassVar[Labels] = LABELS

    def place_and_date(self, day: date) -> Text:
        """Return «الدار البيضاء، في 2 نونبر 2026»."""
        city = own_words(self.plan.office.city, "office.city", PAGE)
        written = Span(full_date(day), "issued_on")
        return text(city, "، في ", written) if city else text("في ", written)

    def number(self) -> Text:
        """Return «عدد: R-06/2026»."""
        return text("عدد: ", Span(isolate(self.plan.number), "number"))

    def period(self) -> Text:
        """Return «شهر أكتوبر 2026»."""
        name = text(Span(arabic_name(period_told(self.plan)), "last"))
        if not self.plan.is_provisional:
            return name
        return text(name, " (تقرير مؤقت حُصر في ", arabic_follow_up.as_of(self.plan), ")")

    def headings_of_time(self) -> tuple[str, str]:
        """Return the headings of the columns now and before."""
        before = before_of(self.plan)
        named = headings_of(period_of(self.plan), before) if before else None
        return named or ("هذه الفترة", "الفترة السابقة")

    def compared_note(self) -> str:
        """Return «الفرق مقارنة بشهر شتنبر 2026»; empty where nothing is compared."""
        before = before_of(self.plan)
        if before is None:
            return ""
        is_range = length_of(before) is Length.RANGE
        return f"الفرق مقارنة ب{'الفترة الممتدة ' if is_range else ''}{arabic_name(before)}"

    def signals(self) -> list[Text]:
        """Return what calls for attention, a sentence each."""
        return list(arabic_signals.signals(self.plan))

    def unit(self) -> Text:
        """State what the report is about, and as of when."""
        covered, said = arabic_covered(Period(self.plan.first, self.plan.as_of))
        days = Span(said, "first")
        is_year = length_of(period_of(self.plan)) is Length.YEAR
        this, covers = ("تتعلق هذه الحصيلة", "وتغطي") if is_year else ("يتعلق هذا التقرير", "ويغطي")
        if self.plan.is_provisional:
            this += " المؤقتة" if is_year else " المؤقت"
        lead = text(f"{this} ب", self._unit, f"، {covers}")
        if not self.plan.has_ended:
            return text(lead, f" {covered}", days, ".", *begun(self.plan.begun_on, PAGE))
        is_day = self.plan.first == self.plan.as_of
        day = "في هذا التاريخ" if is_day else "في اليوم الأخير من هذه الفترة"
        return text(
            lead,
            f" {covered}",
            days,
            f". وقد حُصرت الوضعيات الواردة {'فيها' if is_year else 'فيه'} ",
            day,
            ".",
            *begun(self.plan.begun_on, PAGE),
        )

    def figures(self) -> Text:
        """State how many meetings were held, who came, what was raised."""
        return arabic_figures.figures(self.plan, self._unit)

    def topics(self) -> Text:
        """State which topic was raised most, and which came next."""
        return arabic_topics.topics(self.plan)

    def promises(self) -> Text:
        """State what became of the commitments of the period, and of those before it."""
        return text(arabic_follow_up.made(self.plan), arabic_follow_up.earlier(self.plan))

    def referrals(self) -> Text:
        """Return how many referrals were made and answered, and the outcome of earlier ones."""
        return arabic_referrals.referrals(self.plan, self._unit)

    def published(self) -> Text:
        """State what the unit gave out to the public."""
        facts = self.plan.communication.publications
        return self._communication.published(facts, self._unit) if facts else ()

    def heard(self) -> list[Text]:
        """Return the rumours, remarks and awareness actions of the unit."""
        told, unit = self.plan.communication, self._unit
        said: list[Text] = []
        if told.rumours is not None:
            said.append(self._communication.heard(told.rumours))
        if told.remarks is not None:
            said.append(arabic_reached.received(told.remarks, unit, told.until))
        if told.awareness is not None:
            said.append(arabic_reached.explained(told.awareness))
        return said

    def chief(self) -> Text:
        """Return the title of the signer."""
        return text(chief(self.plan.office))

    def assessment(self) -> Text:
        """Return «تقدير رئيس الدائرة الأمنية»."""
        return text("تقدير ", chief(self.plan.office))

    @property
    def _unit(self) -> Text:
        return named_unit(self.plan.office)

    @property
    def _communication(self) -> ArabicCommunication:
        until, period = self.plan.communication.until, period_of(self.plan)
        return ArabicCommunication(Compared(period, period.previous(), until))
