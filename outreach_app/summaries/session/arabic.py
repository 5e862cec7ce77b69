"""The session summary in Arabic."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from outreach_app.i18n import Language, isolate
from outreach_app.rules.kinds import PointKind
from outreach_app.summaries.prose.arabic import (
    chief,
    clock,
    full_date,
    label_span,
    quoted_label,
    short_date,
    weekday_date,
)
from outreach_app.summaries.prose.blocks import Lines, Span, Text
from outreach_app.summaries.prose.composition import joined, listed, text
from outreach_app.summaries.prose.counts import Case, Noun, count
from outreach_app.summaries.prose.meeting_kinds import (
    MEETING_CHANNELS,
    Manner,
    arabic_kind,
)
from outreach_app.summaries.prose.nouns import (
    COMMITMENT,
    OTHER_POINT,
    POINT,
    POINT_KINDS,
)
from outreach_app.summaries.prose.numbers import digits
from outreach_app.summaries.prose.quoting import inline, own_words
from outreach_app.summaries.session import arabic_opening, arabic_states
from outreach_app.summaries.session.arabic_again import recalled
from outreach_app.summaries.session.arabic_next import set_for
from outreach_app.summaries.session.arabic_situation import about, news
from outreach_app.summaries.session.arabic_states import debtor, reaction
from outreach_app.summaries.session.genders import as_woman, told_as_present
from outreach_app.summaries.session.labels import ARABIC, Labels
from outreach_app.summaries.session.plan import PointFacts, SessionPlan, SituationFacts
from outreach_app.summaries.session.point_kinds import under_its_kind
from outreach_app.summaries.session.promises import CommitmentFacts
from outreach_app.summaries.session.writer import (
    attendance_rows,
    bodies_row,
    has_news,
    headcount,
    hours_shown,
    how,
    is_of_pupils,
    is_only_raised_again,
    is_unsent,
    kind_said,
    kinds_of_points,
    loose_referrals,
    number_shown,
    place_shown,
    reached_rows,
    reaction_to_say,
    reference_shown,
    services,
)

PAGE = Language.ARABIC
# How those present met; the place is stated separately.
_MODES: Mapping[str, str] = {
    **dict.fromkeys(MEETING_CHANNELS, "حضورية"),
    "ch.phone": "هاتفية",
    "ch.mail": "بواسطة المراسلة",
    "ch.email": "عبر البريد الإلكتروني",
    "ch.social": "عبر مواقع التواصل الاجتماعي",
}


@dataclass(frozen=True, slots=True)
class ArabicSession:
    """Says a session in Arabic."""

    plan: SessionPlan
    issued_on: date
    labels: ClassVar[Labels] = ARABIC

    def title(self) -> str:
        """Return «خلاصة اتصال هاتفي (لقاء موضوعاتي)»."""
        said = f"خلاصة {arabic_kind(*kind_said(self.plan)).of_it}"
        return f"{said} ({self._kind()})" if how(self.plan) is Manner.EXCHANGE else said

    def _kind(self) -> str:
        """Return what was typed as the kind of an exchange: «جلسة إنصات»."""
        return arabic_kind(self.plan.kind, "").name

    def letterhead(self) -> tuple[Text, Text]:
        """Return «الدار البيضاء، في 16 نونبر 2026» and «عدد: 23/2026»."""
        city = own_words(self.plan.office.city, "office.city", PAGE)
        dated = text(city, "، في ", self._issued_on()) if city else text("في ", self._issued_on())
        # It counts the meetings of the meeting's own year, whenever it is printed.
        year = self.plan.held_on.year
        is_late = self.issued_on.year > year
        said = f" (برسم سنة {isolate(str(year))})" if is_late else ""
        return dated, text("عدد: ", Span(f"{isolate(self.plan.number)}{said}", "number"))

    def facts(self) -> Sequence[tuple[str, Text]]:
        """Return labels and values: all that was typed of the meeting, or that nobody did."""
        plan = self.plan
        first_day = text(Span(weekday_date(plan.held_on), "held_on"))
        last_day = text(Span(weekday_date(plan.last_on), "last_on")) if plan.last_on else ()
        women_heading = "عدد الإناث" if is_of_pupils(plan) else "عدد النساء"
        labels = ("عدد المشاركين", "عدد المشاركات", women_heading)
        is_exchange = how(plan) is Manner.EXCHANGE
        came = headcount(plan, PAGE, self.labels.uncounted)
        items = [
            ("أول يوم" if last_day else "التاريخ", first_day),
            (self.labels.last_on, last_day),
            ("الطبيعة", text(Span(self._kind(), "kind")) if is_exchange else ()),
            ("المرجع", reference_shown(plan, PAGE)),
            ("التوقيت", hours_shown(plan, self._hours(), self.labels.unnoted)),
            ("الصيغة", text(_mode(plan.channel))),
            ("المكان", place_shown(plan, self.labels, PAGE)),
            *attendance_rows(plan, labels, came, self._women()),
            bodies_row(plan, ("عدد الهيئات الممثلة", "عدد الهيئات والمهنيين"), PAGE),
            *reached_rows(plan, self.labels.reached, PAGE),
        ]
        return [(label, value) for label, value in items if value]

    def opening(self) -> Text:
        """Return who held what, when, where, about what, and who attended."""
        return arabic_opening.opening(self.plan)

    def earlier(self) -> tuple[Text, Sequence[Text]]:
        """Return how the commitments of the meeting before stood, then each that is named."""
        return arabic_states.earlier(self.plan), arabic_states.stood(self.plan)

    def recorded(self) -> Text:
        """Return how many points were recorded, or that neither they nor commitments were."""
        plan, later = self.plan, arabic_kind(*kind_said(self.plan)).later
        if not plan.points:
            none = Span(count(POINT, 0, Case.NOMINATIVE, PAGE), "points")
            nor = () if plan.commitments else text(" ولا ", self._no_commitment(), self._new())
            return text(f"ولم تُسجل خلال {later} ", none, nor, ".")
        kinds = kinds_of_points(plan)
        recorded = f"وتم خلال {later} تسجيل "
        if len(kinds) == 1:
            noun = POINT_KINDS.get(kinds[0][0], POINT)
            only = Span(count(noun, len(plan.points), Case.GENITIVE, PAGE), "points")
            return text(recorded, only, ":")
        parts = [
            text(Span(count(POINT_KINDS.get(kind, POINT), number, Case.GENITIVE, PAGE), kind))
            for kind, number in kinds
        ]
        points = Span(count(POINT, len(plan.points), Case.GENITIVE, PAGE), "points")
        return text(recorded, points, ": ", listed(parts, PAGE), ":")

    def topic(self, point: PointFacts) -> Lines:
        """Return the number and the topic of a point over its kind and who raised it."""
        path = f"points.{point.number}"
        number = Span(digits(point.number, PAGE), f"{path}.number")
        topic = text(number, ". ", label_span(point.topic, f"{path}.topic"))
        women = as_woman(self.plan, called=point.is_raiser_woman)
        return under_its_kind(point, topic, PAGE, women=women)

    def outcome(self, point: PointFacts) -> Lines:
        """Return what became of a point in the meeting, a line each."""
        path = f"points.{point.number}"
        bodies = [text(label_span(code, fact)) for code, fact in services(point).items()]
        lines = [
            text("إحالة على ", listed(bodies, PAGE), self._unsent(point)) if bodies else (),
            self._commitments_of(point),
            text("الجواب: ", inline(point.reply, f"{path}.reply", PAGE)) if point.reply else (),
            self._reaction(point),
            *(
                recalled(row, f"{path}.recalled.{row.number}", self.plan.office)
                for row in point.recalled
            ),
        ]
        said = [line for line in lines if line]
        if not said and point.kind == PointKind.THANKS:
            said.append(text("لا يستدعي أي مآل"))
        if has_news(self.plan, point):
            again = "أُعيدت إثارتها لاحقا " * is_only_raised_again(self.plan, point)
            said.append(text(f"{again}(انظر الوضعية أدناه)" if again else "انظر الوضعية أدناه"))
        nothing = self.labels.no_outcome[point.kind == PointKind.INFORMATION]
        return Lines(tuple(said) or (text(nothing, self._issued_on()),))

    def _unsent(self, point: PointFacts) -> str:
        """Return that nobody noted when a point was sent."""
        forms = ("يُسجل تاريخ الإرسال", "يُسجل تاريخا الإرسال", "تُسجل تواريخ الإرسال")
        said = forms[min(len(services(point)), 3) - 1]
        return f"، ولم {said}" if is_unsent(self.plan, point) else ""

    def commitments_sentence(self) -> Text:
        """Return how many commitments were recorded; empty if the points show there are none."""
        number = len(self.plan.commitments)
        if number == 0:
            during = f" خلال {arabic_kind(*kind_said(self.plan)).later}."
            none = text("ولم يُسجل ", self._no_commitment(), self._new(), during)
            return none if self.plan.points else ()
        commitments = count(COMMITMENT, number, Case.GENITIVE, PAGE)
        lead = "كما تم تسجيل " if self.plan.points else "وتم تسجيل "
        return text(lead, Span(commitments, "commitments"), ":")

    def owed(self, commitment: CommitmentFacts, path: str) -> tuple[Text, Text]:
        """Return who is to keep a commitment, and the day it was promised for."""
        who = debtor(told_as_present(self.plan, commitment), path, self.plan.office)
        due_on = commitment.due_on
        due = Span(short_date(due_on), f"{path}.due_on") if due_on else "غير محدد"
        first = commitment.put_off_from
        was = Span(short_date(first), f"{path}.put_off_from") if first else None
        instead = text(" (بدل ", was, ")") if was else ""
        return who, text(due, instead)

    def more(self, noun: Noun, number: int) -> Text:
        """Return «و4 نقط أخرى»."""
        fact = "points" if noun is OTHER_POINT else "commitments"
        return text("و", Span(count(noun, number, Case.NOMINATIVE, PAGE), fact))

    def follow_up(self) -> Text:
        """Return the referrals of no point and the next meeting."""
        return joined([part for part in (self._referrals(), set_for(self.plan)) if part], " ")

    def situation(self) -> tuple[Text, Sequence[tuple[Text, Text, Text]]]:
        """Return «الوضعية إلى غاية 16 نونبر 2026», then of each line what came."""
        heading = text("الوضعية إلى غاية ", self._issued_on())
        return heading, [self._news(line) for line in self.plan.situation]

    def _news(self, line: SituationFacts) -> tuple[Text, Text, Text]:
        path = f"situation.{line.number}"
        this, day = arabic_kind(*kind_said(self.plan)).this, line.dated
        return (
            about(line, path),
            news(line, path, self.issued_on, self.plan.office, this),
            text(Span(short_date(day[0]), f"{path}.{day[1]}") if day else "—"),
        )

    def assessment_heading(self) -> Text:
        """Return «تقدير رئيس الدائرة الأمنية عقب اللقاء»: what came since is not in it."""
        later = arabic_kind(*kind_said(self.plan)).later
        return text("تقدير ", chief(self.plan.office), f" عقب {later}")

    def signature_title(self) -> str:
        """Return the title of the signer."""
        return chief(self.plan.office).text

    def _new(self) -> str:
        """Return the words that distinguish a commitment from those of earlier meetings."""
        return " جديد" if self.plan.earlier else ""

    def _issued_on(self) -> Span:
        return Span(full_date(self.issued_on), "issued_on")

    def _women(self) -> Text:
        """Return how many were women, also if there were none or nobody counted them."""
        plan = self.plan
        if plan.headcount and plan.women is None:
            return text(self.labels.uncounted)
        return number_shown(plan.women if plan.headcount else plan.women or None, "women", PAGE)

    def _hours(self) -> Text:
        starts_at, ends_at = self.plan.starts_at, self.plan.ends_at
        start = Span(clock(starts_at), "starts_at") if starts_at else None
        end = Span(clock(ends_at), "ends_at") if ends_at else None
        if start and end:
            return text("من ", start, " إلى ", end)
        return text("إلى غاية ", end) if end else text(start or "")

    def _no_commitment(self) -> Span:
        return Span(count(COMMITMENT, 0, Case.NOMINATIVE, PAGE), "commitments")

    def _commitments_of(self, point: PointFacts) -> Text:
        numbers = [
            text(Span(digits(number, PAGE), f"points.{point.number}.commitments.{position}"))
            for position, number in enumerate(point.commitments, start=1)
        ]
        if not numbers:
            return ()
        noun = ("الالتزام", "الالتزامان", "الالتزامات")[min(len(numbers), 3) - 1]
        return text(f"{noun} ", listed(numbers, PAGE))

    def _reaction(self, point: PointFacts) -> Text:
        code = reaction_to_say(point)
        return reaction(code, f"points.{point.number}.reaction") if code else ()

    def _referrals(self) -> Text:
        clauses = []
        for to, group in loose_referrals(self.plan).items():
            rows = list(group.values())
            topics = [text(quoted_label(r.topic, f"referrals.{r.number}.topic")) for r in rows]
            noun = ("موضوع", "موضوعي", "مواضيع")[min(len(topics), 3) - 1]
            service = label_span(to, f"referrals.{rows[0].number}.to")
            clauses.append(text(f"{noun} ", listed(topics, PAGE), " على ", service))
        return text("وتقررت إحالة ", joined(clauses, "، و"), ".") if clauses else ()


def _mode(channel: str) -> Span:
    named = _MODES.get(channel)
    return Span(named, "channel") if named else label_span(channel, "channel")
