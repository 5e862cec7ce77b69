"""The cells of a period report in French."""

from dataclasses import dataclass
from datetime import date

from babel.dates import format_date

from outreach_app.i18n import Language
from outreach_app.summaries.period import french_follow_up
from outreach_app.summaries.period.acts import PromiseFacts, ReferralFacts
from outreach_app.summaries.period.french_follow_up import STATES, as_of
from outreach_app.summaries.period.french_held import of_meetings
from outreach_app.summaries.period.plan import PeriodPlan
from outreach_app.summaries.period.writer import Figures
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.bodies import name_of_one
from outreach_app.summaries.prose.composition import text
from outreach_app.summaries.prose.counts import Case, Noun
from outreach_app.summaries.prose.french import (
    chief,
    label,
    of,
    sentence_case,
    short_date,
)
from outreach_app.summaries.prose.nouns import DAY
from outreach_app.summaries.prose.practices import practice_name
from outreach_app.summaries.prose.quoting import inline, own_words
from outreach_app.summaries.prose.same_matter import answered_since

PAGE = Language.FRENCH
SAY = Figures(PAGE)
NOMINATIVE = Case.NOMINATIVE


@dataclass(frozen=True, slots=True)
class FrenchCells:
    """Writes the cells of lists in French."""

    plan: PeriodPlan

    def owner(self, promise: PromiseFacts, path: str) -> Text:
        """Return who is to keep a commitment, as its cell has it."""
        return sentence_case(self.in_charge(promise, path))

    def in_charge(self, promise: PromiseFacts, path: str) -> Text:
        """Return who is to keep a commitment, as a sentence has it."""
        debtor = own_words(promise.debtor, f"{path}.debtor", PAGE) if promise.debtor else None
        if debtor:
            return text(debtor)
        if promise.authority:
            return text(Span(label(promise.authority), f"{path}.authority"))
        if promise.debtor_kind:
            one = name_of_one(promise.debtor_kind, PAGE)
            kind = practice_name(promise.debtor_kind, PAGE, one)
            return text(Span(kind, f"{path}.debtor_kind"))
        partner = "un partenaire" if promise.was_absent else "l’un des partenaires présents"
        owners = {"partner": partner, "authority": "autorité à préciser"}
        head = chief(self.plan.office)[-1].text
        return text(Span(owners.get(promise.owner, head), f"{path}.owner"))

    def state(self, promise: PromiseFacts, path: str) -> Text:
        """Return « En retard de 8 jours », « En cours »."""
        words = sentence_case((Span(STATES[promise.state][0], f"{path}.state"),))
        if promise.days_late is not None:
            days = SAY.counted(DAY, promise.days_late, NOMINATIVE, f"{path}.days_late")
            words = text(words, " ", of((days,)))
        if promise.begun is not None:
            words = text(words, ", ", Span(STATES[promise.begun][0], f"{path}.begun"))
        if promise.reason is not None and promise.is_partly_kept:
            words = text(words, "\u00a0: ", inline(promise.reason, f"{path}.reason", PAGE))
        if promise.is_earlier:
            words = text(words, Span(" (engagement antérieur à la période)", f"{path}.is_earlier"))
        return words

    def answer(self, referral: ReferralFacts) -> Text:
        """Return « 26/10/2026 : « … » », « En attente depuis 15 jours »."""
        path = f"referrals.{referral.number}"
        if referral.answered_on is None:
            waiting = referral.waiting or 0
            days = SAY.counted(DAY, waiting, NOMINATIVE, f"{path}.waiting")
            since = answered_since(referral.matter_answered_on, f"{path}.matter_answered_on", PAGE)
            said = text("En attente depuis ", days) if waiting else text("En attente")
            return text(said, since)
        day = Span(short_date(referral.answered_on), f"{path}.answered_on")
        if referral.answer is None:
            return text("Réponse reçue le ", day)
        return text(day, "\u00a0: ", inline(referral.answer, f"{path}.answer", PAGE))

    def last_day(self) -> Text:
        """Return the day of the situation."""
        return text(as_of(self.plan))

    def states(self) -> Text:
        """Head the share of each state."""
        is_one = self.plan.count("commitments") == 1
        taken = ", de l’engagement pris" if is_one else ", des engagements pris"
        during = f" à la suite {of_meetings(self.plan)} de la période"
        if self.plan.are_acts_apart:
            during = french_follow_up.IN_IT
        return text("État, au\u00a0", as_of(self.plan), taken, during, "\u00a0:")

    def unmet(self) -> Text:
        """Head the list of what is not kept yet, of the period and from before it."""
        return french_follow_up.unmet(self.plan)

    def given_up(self) -> Text:
        """Head the list of what will not be kept."""
        return french_follow_up.given_up(self.plan)

    def month(self, day: date) -> str:
        """Return « oct. », « juin »: the Moroccan names cut June and July alike."""
        return format_date(day, "MMM", locale=PAGE.value)

    def more(self, noun: Noun, number: int, fact: str) -> Text:
        """Return « et 4 autres thématiques »."""
        return text("et ", SAY.counted(noun, number, NOMINATIVE, fact))
