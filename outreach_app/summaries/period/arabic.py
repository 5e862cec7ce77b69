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
    arabic_follow_up,
    arabic_held,
    arabic_referrals,
    arabic_signals,
    arabic_topics,
)
from outreach_app.summaries.period.arabic_labels import LABELS
from outreach_app.summaries.period.plan import PeriodPlan
from outreach_app.summaries.period.writer import Figures, Labels, female_of, noun_of, period_told
from outreach_app.summaries.prose.arabic import (
    UNIT,
    chief,
    full_date,
    month_name,
    named,
)
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.composition import listed, text
from outreach_app.summaries.prose.counts import Case, Noun
from outreach_app.summaries.prose.nouns import (
    MEETING,
    PERSON,
    POINT,
    WOMAN,
)
from outreach_app.summaries.prose.periods import (
    Length,
    arabic_days,
    arabic_name,
    length_of,
)
from outreach_app.summaries.prose.quoting import own_words

PAGE = Language.ARABIC
SAY = Figures(PAGE)
NOMINATIVE, ACCUSATIVE, GENITIVE = Case.NOMINATIVE, Case.ACCUSATIVE, Case.GENITIVE


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
        before = self._before
        if before is not None and length_of(self._period) is Length.MONTH:
            return month_name(self.plan.last), month_name(before.last)
        return "هذه الفترة", "الفترة السابقة"

    def compared_note(self) -> str:
        """Return «الفرق مقارنة بشهر شتنبر 2026»; empty where nothing is compared."""
        if self._before is None:
            return ""
        name = arabic_name(self._before)
        if length_of(self._before) is Length.RANGE:
            return f"الفرق مقارنة بالفترة الممتدة {name}"
        return f"الفرق مقارنة ب{name}"

    def signals(self) -> list[Text]:
        """Return what calls for attention, a sentence each."""
        return list(arabic_signals.signals(self.plan))

    def unit(self) -> Text:
        """State what the report is about, and as of when."""
        days = Span(arabic_days(Period(self.plan.first, self.plan.as_of)), "first")
        is_year = length_of(self._period) is Length.YEAR
        this, covers = ("تتعلق هذه الحصيلة", "وتغطي") if is_year else ("يتعلق هذا التقرير", "ويغطي")
        if self.plan.is_provisional:
            this += " المؤقتة" if is_year else " المؤقت"
        lead = text(f"{this} ب", self._unit, f"، {covers}")
        if not self.plan.has_ended:
            return text(lead, " الفترة ", days, ".")
        day = "في اليوم الأخير من هذه الفترة"
        return text(
            lead,
            " الفترة ",
            days,
            f". وقد حُصرت الوضعيات الواردة {'فيها' if is_year else 'فيه'} ",
            day,
            ".",
        )

    def figures(self) -> Text:
        """State how many meetings were held, who came, what was raised."""
        plan = self.plan
        meetings = plan.count("meetings")
        verb, held = arabic_held.held(plan)
        then = self._then("figures.meetings", MEETING, meetings, plan.figure("meetings").before)
        lead = text(verb, self._unit, "، خلال هذه الفترة، ", held)
        people = self._people()
        # Whom a call was with belongs to the call.
        told = text(people, then) if arabic_held.with_whom(plan) else text(then, people)
        return text(lead, told, ".", self._women_of_some(), self._points())

    def topics(self) -> Text:
        """State which topic was raised most, and which came next."""
        return arabic_topics.topics(self.plan, self._then)

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
        return text(UNIT, named(self.plan.office))

    def _people(self) -> Text:
        people = self.plan.count("participants")
        if not people:
            return ()
        them = arabic_held.in_them(self.plan)
        women = self.plan.count("women")
        if women == people and not self.plan.figure("women").is_partial:
            return self._came(female_of(self.plan), people, f"شاركت {them}")
        said = self._came(PERSON, people, f"شارك {them}")
        if not women:
            return text(said, self._noted("participants", "سُجل هذا العدد"))
        among = "من بينهما" if people == 2 else "من بينهم"
        number = text(
            f"، {among} ", SAY.counted(female_of(self.plan), women, NOMINATIVE, "figures.women.now")
        )
        if self.plan.are_noted_together:
            return text(said, number, self._noted("women", "سُجل هذان العددان"))
        said = text(said, self._noted("participants", "سُجل هذا العدد"))
        return said if self.plan.figure("women").is_partial else text(said, number)

    def _came(self, noun: Noun, people: int, took_part: str) -> Text:
        """Return «، شارك فيها 8 أشخاص»; of a call « مع شخص واحد», « مع سيدة واحدة»."""
        whom, fact = arabic_held.with_whom(self.plan), "figures.participants.now"
        if whom is None:
            return text(f"، {took_part} ", SAY.counted(noun, people, NOMINATIVE, fact))
        if noun is WOMAN and people == 1:
            return text(whom, Span("سيدة واحدة", fact))
        return text(whom, SAY.counted(noun, people, GENITIVE, fact))

    def _women_of_some(self) -> Text:
        """Return «ولم يُسجل عدد الإناث إلا في لقاء واحد، وبلغ فيه 3 من أصل 17 شخصا.»."""
        plan = self.plan
        women, noted = plan.count("women"), plan.women_noted
        if not plan.figure("women").is_partial or plan.are_noted_together:
            return ()
        held = SAY.counted(MEETING, noted, GENITIVE, "women_noted")
        lead = text(" ولم يُسجل عدد الإناث إلا في ", held, "، ")
        them = {1: "فيه", 2: "فيهما"}.get(noted, "فيها")
        if not women:
            none = SAY.counted(female_of(plan), 0, NOMINATIVE, "figures.women.now")
            return text(lead, f"ولم تشارك {them} ", none, ".")
        number = SAY.number(women, "figures.women.now")
        if women == plan.women_among and women > 2:
            return text(lead, f"وكان المشاركون {them} كلهم من الإناث، وعددهم ", number, ".")
        among: Text = ()
        if plan.women_among is not None:
            base = SAY.counted(PERSON, plan.women_among, GENITIVE, "women_among")
            among = text(" من أصل ", base)
        return text(lead, f"وبلغ {them} ", number, among, ".")

    def _noted(self, code: str, lead: str) -> Text:
        """Return «(سُجل هذا العدد في 9 لقاءات من أصل 11)»; empty where all of them noted it."""
        plan = self.plan
        if not plan.figure(code).is_partial:
            return ()
        known = plan.participants_noted if code == "participants" else plan.women_noted
        counted = SAY.counted(MEETING, known, GENITIVE, f"{code}_noted")
        whole = SAY.number(plan.count("meetings"), "figures.meetings.now")
        return text(f" ({lead} في ", counted, " من أصل ", whole, ")")

    def _points(self) -> Text:
        plan = self.plan
        points = plan.count("points")
        if not points:
            return ()
        if len(plan.point_kinds) == 1:
            noun = noun_of(plan.point_kinds[0].code)
            return text(
                " وتم تسجيل ", SAY.counted(noun, points, GENITIVE, "figures.points.now"), "."
            )
        counted = SAY.counted(POINT, points, GENITIVE, "figures.points.now")
        kinds = [
            text(
                SAY.counted(
                    noun_of(kind.code), kind.count, GENITIVE, f"point_kinds.{kind.code}.count"
                )
            )
            for kind in plan.point_kinds
        ]
        return text(" وتم تسجيل ", counted, ": ", listed(kinds, PAGE), ".")

    def _then(self, path: str, noun: Noun, now: int, before: int | None) -> Text:
        """Return «مقابل 6 في شتنبر»، «مقابل لا شيء في يناير»; empty where nothing is compared."""
        if before is None or self._before is None:
            return ()
        when = "خلال الفترة السابقة"
        if length_of(self._period) is Length.MONTH:
            is_same = self._before.last.year == self.plan.last.year
            year = "" if is_same else f"\u00a0{isolate(str(self._before.last.year))}"
            when = f"في {month_name(self._before.last)}{year}"
        fact = f"{path}.before"
        are_others = noun is MEETING and arabic_held.is_other_than_meetings(self.plan)
        if before == now and not are_others:
            return text(" (", Span("العدد نفسه", fact), f" {when})")
        if before > 2 and not are_others:
            return text(" (مقابل ", SAY.number(before, fact), f" {when})")
        if not before:
            return text(" (مقابل ", Span("لا شيء", fact), f" {when})")
        return text(" (مقابل ", SAY.counted(noun, before, GENITIVE, fact), f" {when})")

    @property
    def _communication(self) -> ArabicCommunication:
        until = self.plan.communication.until
        return ArabicCommunication(Compared(self._period, self._period.previous(), until))

    @property
    def _period(self) -> Period:
        return Period(self.plan.first, self.plan.last)

    @property
    def _before(self) -> Period | None:
        first, last = self.plan.before_first, self.plan.before_last
        return Period(first, last) if first and last else None
