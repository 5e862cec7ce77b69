"""The national summary in Arabic."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from outreach_app.i18n import Language, isolate
from outreach_app.rules.masking import Count, Hidden
from outreach_app.rules.periods import Period
from outreach_app.summaries.national.arabic_agreement import agreeing
from outreach_app.summaries.national.arabic_held import held, who_held_none
from outreach_app.summaries.national.arabic_labels import LABELS
from outreach_app.summaries.national.arabic_late import late_sentence, still_awaited
from outreach_app.summaries.national.arabic_people import people_of
from outreach_app.summaries.national.arabic_scope import before, concerns_note, parts
from outreach_app.summaries.national.arabic_states import states_sentence
from outreach_app.summaries.national.plan import NationalPlan
from outreach_app.summaries.national.writer import (
    Labels,
    are_rumours_among,
    are_rumours_aside,
    is_said,
    nobody_reacted,
    shown,
)
from outreach_app.summaries.prose.arabic import full_date
from outreach_app.summaries.prose.arabic_periods import PeriodName, headings_of, name_of
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.composition import joined, text
from outreach_app.summaries.prose.counts import Case
from outreach_app.summaries.prose.masked import MaskedFigures
from outreach_app.summaries.prose.nouns import (
    COMMITMENT,
    NEWS_HEARD,
    OTHER_PRECINCT,
    POINT,
    PRECINCT,
)
from outreach_app.summaries.prose.periods import arabic_days
from outreach_app.summaries.prose.quoting import own_words

PAGE = Language.ARABIC
SAY = MaskedFigures(PAGE)
NOMINATIVE, ACCUSATIVE, GENITIVE = Case.NOMINATIVE, Case.ACCUSATIVE, Case.GENITIVE
# What may come of a point.
_REACTIONS = "جواب أو التزام أو إحالة أو قرار"


@dataclass(frozen=True, slots=True)
class ArabicNation:
    """Says a period of the nation in Arabic."""

    plan: NationalPlan
    labels: ClassVar[Labels] = LABELS

    def place_and_date(self, day: date) -> Text:
        """Return «الرباط، في 12 نونبر 2026»."""
        city = own_words(self.plan.office.city, "office.city", PAGE)
        written = Span(full_date(day), "issued_on")
        return text(city, "، في ", written) if city else text("في ", written)

    def number(self) -> Text:
        """Return «عدد: 10/2026»."""
        return text("عدد: ", Span(isolate(self.plan.number), "number"))

    def period(self) -> Text:
        """Return «أكتوبر 2026», or its first and last day."""
        name = self._name
        return text(Span(name.title if name else arabic_days(self._periods[0]), "last"))

    def provisional(self) -> Text:
        """Return «(خلاصة مؤقتة حُصرت في 29 نونبر 2026)», of a period that is not over."""
        day = Span(full_date(self.plan.as_of), "as_of")
        if not self.plan.is_provisional:
            return ()
        # The period itself may end on that day.
        is_told = self.plan.as_of == self.plan.last
        return text(" (خلاصة مؤقتة", "" if is_told else text(" حُصرت في ", day), ")")

    def headings_of_time(self) -> tuple[str, str]:
        """Return the headings of the columns now and before."""
        return headings_of(*self._periods) or ("هذه الفترة", "الفترة السابقة")

    def heading_of_met_before(self) -> str:
        """Return the heading of the partners met in the period before."""
        return f"من شارك منهم في {self.headings_of_time()[1]}"

    def situation(self) -> str:
        """Write the day as of which points and commitments are counted."""
        by = "، حسب التقارير المتوصل بها" if self.plan.total.reported != 0 else ""
        return f"الوضعية إلى غاية {full_date(self.plan.as_of)}{by}."

    def untold_sentence(self) -> Text:
        """Write what the public reads where less than five precincts met."""
        few = " دون الحد الأدنى المعتمد للنشر، لا يُنشر أي رقم."
        day = Span(full_date(self.plan.as_of), "as_of")
        lead = text(
            "نظرا لكون عدد الدوائر الأمنية التي عقدت لقاءات، حسب التقارير المتوصل بها إلى غاية "
        )
        return text(lead, day, " برسم ", self._named_period(), "،", few)

    def figures_sentences(self) -> Text:
        """State who reported, what they did, what was promised."""
        if self.plan.total.reported == 0:
            return self._reports()
        is_withheld = self.plan.total.commitments is Hidden.WITHHELD
        commitments = () if is_withheld else self._commitments()
        sentences = [self._reports(), self._sessions(), commitments]
        return joined([sentence for sentence in sentences if sentence], " ")

    def points_sentences(self) -> Text:
        """Write how many points were raised, how many had no reaction and how many were rumours."""
        total, rumours = self.plan.total, self.plan.rumours
        if total.sessions == 0 or total.points is Hidden.WITHHELD:
            return ()
        if total.points == 0:
            return text("ولم تُثر ", SAY.counted(POINT, 0, NOMINATIVE, "total.points"), ".")
        points, left = (
            SAY.counted(POINT, total.points, ACCUSATIVE, "total.points"),
            total.unanswered,
        )
        heard = SAY.counted(NEWS_HEARD, rumours, NOMINATIVE, "rumours")
        lead = "وهي" if total.points == 1 else "ومن بين النقط المثارة"
        return text(
            "وأثار المشاركون ",
            points,
            () if isinstance(left, Hidden) or rumours == total.points else self._unanswered(),
            ".",
            text(f" {lead} ", heard, self._among_heard(), ".") if is_said(rumours) else "",
        )

    def _among_heard(self) -> Text:
        if not are_rumours_among(self.plan):
            return ()
        counted = {1: "احتُسب", 2: "احتُسبا"}.get(shown(self.plan.rumours) or 0, "احتُسبت")
        return text(f"، {counted} أيضا أدناه")

    def _unanswered(self) -> Text:
        left = self.plan.total.unanswered
        if nobody_reacted(self.plan):
            them = {1: "معها", 2: "مع أي منهما"}.get(shown(left) or 0, "مع أي منها")
            return text(f"، ولم يُتفاعل بعد {them}")
        # Whether these were verified is told with all that was heard.
        apart = "، باستثناء الأخبار المتداولة" if are_rumours_aside(self.plan) else ""
        if left == 0 and self.plan.total.points == 1:
            return text("، ", Span("لم تعد تستدعي أي تتبع", "total.unanswered"))
        if left == 0:
            every = Span("كل ما يستدعي التتبع منها", "total.unanswered")
            return text("، وسُجل بشأن ", every, f"{apart and f'{apart}،'} {_REACTIONS}")
        said = SAY.counted(POINT, left, GENITIVE, "total.unanswered")
        return text("، ولم يُسجل بعد بشأن ", said, f" منها أي {_REACTIONS}{apart}")

    def states_sentence(self) -> Text:
        """Return «سُجل 12 التزاما على إثر لقاءات الفترة: أُنجزت 7 منها، …»."""
        return states_sentence(self.plan)

    def concerns_note(self) -> Text:
        """Return what the list of topics holds."""
        return concerns_note(self.plan)

    def late_note(self) -> str:
        """Write which commitments are told as late."""
        return self.labels.late_note.format(day=full_date(self.plan.as_of))

    def late_sentence(self) -> Text:
        """Return how many reports are awaited, in time or late, before their list."""
        return late_sentence(self.plan)

    def more_late(self, number: int) -> Text:
        """Return «و35 دائرة أمنية أخرى»."""
        return text("و", SAY.counted(OTHER_PRECINCT, number, NOMINATIVE, "late_more"))

    def _reports(self) -> Text:
        total, awaited = self.plan.total, self.plan.awaited
        if total.offices == 0:
            return text("لا توجد أي دائرة أمنية مسجلة لدى المصالح المركزية.")
        among: Text = ()
        if not isinstance(total.offices, Hidden):
            offices = SAY.counted(PRECINCT, total.offices, GENITIVE, "total.offices")
            among = text(" من أصل ", offices)
        lead = text("المصالح المركزية، برسم ", self._named_period(), "، ")
        reported = SAY.counted(PRECINCT, total.reported, GENITIVE, "total.reported")
        if total.reported == 0:
            return text("لم تتوصل ", lead, self._none_of(total.offices), ".")
        if total.reported == total.offices and isinstance(total.offices, int) and total.offices > 2:
            every = SAY.number(total.offices, "total.reported")
            return text(
                "توصلت ", lead, "بتقارير جميع الدوائر الأمنية المسجلة لديها، وعددها ", every, "."
            )
        if total.reported == total.offices == 2:
            both = Span("الدائرتين الأمنيتين المسجلتين", "total.reported")
            return text("توصلت ", lead, "بتقريري ", both, " لديها.")
        share = SAY.percent(total.coverage, "total.coverage")
        return text(
            "توصلت ",
            lead,
            {1: "بتقرير ", 2: "بتقريري "}.get(shown(total.reported) or 0, "بتقارير "),
            reported,
            among,
            text(" (", share, ")") if shown(total.coverage) is not None else "",
            text("، و", still_awaited(awaited)) if awaited else "",
            ".",
        )

    def _none_of(self, offices: Count) -> Text:
        if offices == 1:
            return text("بتقرير كامل من الدائرة الأمنية المسجلة لديها")
        if offices == 2:
            return text("بأي تقرير كامل من الدائرتين الأمنيتين المسجلتين لديها")
        number = SAY.number(offices, "total.offices")
        return text("بأي تقرير كامل من الدوائر الأمنية البالغ عددها ", number)

    def _sessions(self) -> Text:
        total = self.plan.total
        if total.sessions is Hidden.WITHHELD:
            return ()
        people = () if total.sessions == 0 else people_of(self.plan)
        said = text(held(self.plan), before(self.plan), parts(self.plan), people, ".")
        return text(said, who_held_none(self.plan))

    def _commitments(self) -> Text:
        total = self.plan.total
        made = SAY.counted(COMMITMENT, total.commitments, NOMINATIVE, "total.commitments")
        kept = SAY.counted(COMMITMENT, total.kept, NOMINATIVE, "total.kept")
        if total.commitments == 0:
            return text("ولم يُسجل ", made, ".")
        verb = agreeing("وسُجل", "وسُجلت", COMMITMENT, total.commitments)
        if isinstance(total.kept, Hidden):
            return text(f"{verb} ", made, ".")
        if total.kept == total.commitments:
            return self._all_kept(total.commitments)
        if total.commitments == 1:
            return text(f"{verb} ", made, "، ", Span("لم يُنجز بعد", "total.kept"), ".")
        of_them = "منهما" if total.commitments == 2 else "منها"
        if total.kept > 2:  # the noun was just said
            did = agreeing("أُنجز", "أُنجزت", COMMITMENT, total.kept)
            number = SAY.number(total.kept, "total.kept")
            return text(f"{verb} ", made, f"، {did} ", number, f" {of_them}.")
        did = "لم يُنجز" if total.kept == 0 else "أُنجز"
        return text(f"{verb} ", made, f"، {did} {of_them} ", kept, ".")

    def _all_kept(self, number: Count) -> Text:
        """Return «وأُنجزت جميع الالتزامات المسجلة، وعددها 10»."""
        if number in (1, 2):
            them = "الالتزام الوحيد المسجل" if number == 1 else "الالتزامان المسجلان"
            return text("وأُنجز ", Span(them, "total.kept"), ".")
        every = SAY.number(number, "total.commitments")
        done = Span("وأُنجزت جميع الالتزامات المسجلة", "total.kept")
        return text(done, "، وعددها ", every, ".")

    def _named_period(self) -> Text:
        if self._name is not None:
            return text(Span(self._name.whole, "last"))
        return text("الفترة الممتدة ", self.period())

    @property
    def _name(self) -> PeriodName | None:
        return name_of(self._periods[0])

    @property
    def _name_before(self) -> PeriodName | None:
        return name_of(self._periods[1])

    @property
    def _periods(self) -> tuple[Period, Period]:
        plan = self.plan
        return Period(plan.first, plan.last), Period(plan.before_first, plan.before_last)
