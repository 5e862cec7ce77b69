"""The cells of a period report in Arabic."""

from dataclasses import dataclass
from datetime import date

from outreach_app import vocabulary
from outreach_app.i18n import Language
from outreach_app.summaries.period import arabic_follow_up
from outreach_app.summaries.period.acts import PromiseFacts, ReferralFacts
from outreach_app.summaries.period.arabic_follow_up import STATES, as_of
from outreach_app.summaries.period.arabic_held import meetings_of_period
from outreach_app.summaries.period.plan import (
    PeriodPlan,
)
from outreach_app.summaries.period.writer import Figures
from outreach_app.summaries.prose.arabic import (
    chief,
    joined_to,
    label_span,
    month_name,
    short_date,
)
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.bodies import name_of_one
from outreach_app.summaries.prose.composition import text
from outreach_app.summaries.prose.counts import Case, Noun
from outreach_app.summaries.prose.nouns import DAY
from outreach_app.summaries.prose.practices import practice_name
from outreach_app.summaries.prose.quoting import inline, own_words
from outreach_app.summaries.prose.same_matter import answered_since

PAGE = Language.ARABIC
SAY = Figures(PAGE)
NOMINATIVE, GENITIVE = Case.NOMINATIVE, Case.GENITIVE


@dataclass(frozen=True, slots=True)
class ArabicCells:
    """Writes the cells of lists in Arabic."""

    plan: PeriodPlan

    def owner(self, promise: PromiseFacts, path: str) -> Text:
        """Return who is to keep a commitment."""
        debtor = own_words(promise.debtor, f"{path}.debtor", PAGE) if promise.debtor else None
        if debtor:
            return text(debtor)
        if promise.authority:
            return text(label_span(promise.authority, f"{path}.authority"))
        if promise.debtor_kind:
            one = name_of_one(promise.debtor_kind, PAGE)
            kind = practice_name(promise.debtor_kind, PAGE, one)
            return text(Span(kind, f"{path}.debtor_kind"))
        partners = "الشركاء" if promise.was_absent else "الشركاء الحاضرين"
        owners = {
            "partner": f"أحد {partners} (لم يُدون اسمه)",
            "authority": "جهة يتعين تحديدها",
        }
        return text(Span(owners.get(promise.owner, chief(self.plan.office).text), f"{path}.owner"))

    def state(self, promise: PromiseFacts, path: str) -> Text:
        """Return «متأخر بـ 8 أيام»، «قيد الإنجاز»."""
        words = STATES.get(promise.state) or vocabulary.printed(promise.state, PAGE)
        said = text(Span(words, f"{path}.state"))
        if promise.days_late is not None:
            days = SAY.counted(DAY, promise.days_late, GENITIVE, f"{path}.days_late")
            said = text(said, " ", joined_to("ب", text(days)))
        if promise.begun is not None:
            said = text(said, "، ", Span(STATES[promise.begun], f"{path}.begun"))
        if promise.reason is not None and promise.is_partly_kept:
            said = text(said, ": ", inline(promise.reason, f"{path}.reason", PAGE))
        if promise.is_earlier:
            said = text(said, Span(" (التزام سابق للفترة)", f"{path}.is_earlier"))
        return said

    def answer(self, referral: ReferralFacts) -> Text:
        """Return «26/10/2026: «…»»، «قيد الانتظار منذ 15 يوما»."""
        path = f"referrals.{referral.number}"
        if referral.answered_on is None:
            waiting = referral.waiting or 0
            days = SAY.counted(DAY, waiting, GENITIVE, f"{path}.waiting")
            since = answered_since(referral.matter_answered_on, f"{path}.matter_answered_on", PAGE)
            said = text("قيد الانتظار منذ ", days) if waiting else text("قيد الانتظار")
            return text(said, since)
        day = Span(short_date(referral.answered_on), f"{path}.answered_on")
        if referral.answer is None:
            return text("ورد الجواب يوم ", day)
        return text(day, ": ", inline(referral.answer, f"{path}.answer", PAGE))

    def last_day(self) -> Text:
        """Return the day of the situation."""
        return text(as_of(self.plan))

    def states(self) -> Text:
        """Head the share of each state."""
        few = {1: "الالتزام المسجل", 2: "الالتزامين المسجلين"}
        made = few.get(self.plan.count("commitments"), "الالتزامات المسجلة")
        after = f"على إثر {meetings_of_period(self.plan)}"
        when = "خلال الفترة" if self.plan.are_acts_apart else after
        return text(f"وضعية {made} {when}، إلى غاية ", as_of(self.plan), ":")

    def unmet(self) -> Text:
        """Head the list of what is not kept yet, of the period and from before it."""
        return arabic_follow_up.unmet(self.plan)

    def given_up(self) -> Text:
        """Head the list of what will not be kept."""
        return arabic_follow_up.given_up(self.plan)

    def month(self, day: date) -> str:
        """Return «أكتوبر»."""
        return month_name(day)

    def more(self, noun: Noun, number: int, fact: str) -> Text:
        """Return «و4 مواضيع أخرى»."""
        return text("و", SAY.counted(noun, number, NOMINATIVE, fact))
