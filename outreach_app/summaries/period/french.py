"""The period report in French."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from outreach_app.i18n import Language
from outreach_app.rules.periods import Period
from outreach_app.summaries.communication import french_reached
from outreach_app.summaries.communication.french import FrenchCommunication
from outreach_app.summaries.communication.plan import Compared
from outreach_app.summaries.period import (
    french_figures,
    french_follow_up,
    french_referrals,
    french_signals,
    french_topics,
)
from outreach_app.summaries.period.begun import begun
from outreach_app.summaries.period.french_labels import LABELS
from outreach_app.summaries.period.plan import PeriodPlan
from outreach_app.summaries.period.writer import Labels, before_of, period_of, period_told
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.composition import text
from outreach_app.summaries.prose.french import (
    UNIT,
    chief,
    full_date,
    named_unit,
    sentence_case,
)
from outreach_app.summaries.prose.french_periods import headings_of
from outreach_app.summaries.prose.french_tense import PAST, Tense
from outreach_app.summaries.prose.periods import Length, french_covered, french_name, length_of
from outreach_app.summaries.prose.quoting import own_words

PAGE = Language.FRENCH


@dataclass(frozen=True, slots=True)
class FrenchPeriod:
    """Says a period in French."""

    plan: PeriodPlan
    tense: Tense = PAST
    labels: ClassVar[Labels] = LABELS

    def place_and_date(self, day: date) -> Text:
        """Return « Casablanca, le 2 novembre 2026 »."""
        city = own_words(self.plan.office.city, "office.city", PAGE)
        written = Span(full_date(day), "issued_on")
        return text(city, ", le ", written) if city else text("Le ", written)

    def number(self) -> Text:
        """Return « N° : R-06/2026 »."""
        return text("N°\u00a0: ", Span(self.plan.number, "number"))

    def period(self) -> Text:
        """Return « Octobre 2026 »."""
        name = sentence_case(text(Span(french_name(period_told(self.plan)), "last")))
        if not self.plan.is_provisional:
            return name
        return text(
            name, " (rapport provisoire, arrêté au ", french_follow_up.as_of(self.plan), ")"
        )

    def headings_of_time(self) -> tuple[str, str]:
        """Return the headings of the columns now and before."""
        before = before_of(self.plan)
        named = headings_of(period_of(self.plan), before) if before else None
        return named or ("Période", "Période précédente")

    def compared_note(self) -> str:
        """Return « écart par rapport à septembre 2026 »; empty where nothing is compared."""
        before = before_of(self.plan)
        if before is None:
            return ""
        to = {Length.MONTH: "à ", Length.YEAR: "à l’", Length.RANGE: "à la période "}
        return f"Écart par rapport {to.get(length_of(before), 'au ')}{french_name(before)}"

    def signals(self) -> list[Text]:
        """Return what calls for attention, a sentence each."""
        return list(french_signals.signals(self.plan, self.tense))

    def unit(self) -> Text:
        """State what the report is about, and as of when."""
        this = "bilan" if length_of(period_of(self.plan)) is Length.YEAR else "rapport"
        this = f"{this} provisoire" if self.plan.is_provisional else this
        lead = text(f"Le présent {this} porte sur ", named_unit(self.plan.office), ". Il couvre ")
        covered, said = french_covered(Period(self.plan.first, self.plan.as_of))
        days = Span(said, "first")
        if not self.plan.has_ended:
            return text(lead, covered, days, ".", *begun(self.plan.begun_on, PAGE))
        end = "\u00a0; les données y sont arrêtées au dernier jour de cette période."
        if self.plan.first == self.plan.as_of:
            end = "\u00a0; les données y sont arrêtées à cette date."
        return text(lead, covered, days, end, *begun(self.plan.begun_on, PAGE))

    def figures(self) -> Text:
        """State how many meetings were held, who came, what was raised."""
        return french_figures.figures(self.plan)

    def topics(self) -> Text:
        """State which topic was raised most, and which came next."""
        return french_topics.topics(self.plan)

    def promises(self) -> Text:
        """State what became of the commitments of the period, and of those before it."""
        told = self.plan, self.tense
        return text(french_follow_up.made(*told), french_follow_up.earlier(*told))

    def referrals(self) -> Text:
        """Return how many referrals were made and answered, and the outcome of earlier ones."""
        return french_referrals.referrals(self.plan, self.tense)

    def published(self) -> Text:
        """State what the unit gave out to the public."""
        facts = self.plan.communication.publications
        unit = named_unit(self.plan.office)
        return self._communication.published(facts, unit) if facts else ()

    def heard(self) -> list[Text]:
        """Return the rumours, remarks and awareness actions of the unit, named once with these."""
        told = self.plan.communication
        unit = text(UNIT) if self.published() else named_unit(self.plan.office)
        said: list[Text] = []
        if told.rumours is not None:
            said.append(self._communication.heard(told.rumours, unit))
            unit = text(UNIT)
        if told.remarks is not None:
            said.append(french_reached.received(told.remarks, unit, told.until, self.tense))
            unit = text(UNIT)
        if told.awareness is not None:
            said.append(french_reached.explained(told.awareness, unit))
        return said

    def chief(self) -> Text:
        """Return the title of the signer."""
        return sentence_case(chief(self.plan.office))

    def assessment(self) -> Text:
        """Return « Appréciation du chef de l’arrondissement de police »."""
        return text("Appréciation ", chief(self.plan.office, "de"))

    @property
    def _communication(self) -> FrenchCommunication:
        until, period = self.plan.communication.until, period_of(self.plan)
        compared = Compared(period, period.previous(), until)
        return FrenchCommunication(compared, self.tense)
