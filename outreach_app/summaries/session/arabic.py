"""The session summary in Arabic."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from outreach_app.i18n import Language, isolate
from outreach_app.summaries.prose.arabic import at_place, clock, full_date, label_span, weekday_date
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.composition import joined, text
from outreach_app.summaries.prose.counts import Case, count
from outreach_app.summaries.prose.meeting_kinds import ARABIC as MEETING_KINDS
from outreach_app.summaries.prose.nouns import COMMITMENT, OTHER_COMMITMENT, OTHER_POINT, POINT
from outreach_app.summaries.prose.numbers import digits
from outreach_app.summaries.prose.quoting import own_words
from outreach_app.summaries.session.arabic_opening import chief, earlier, opening
from outreach_app.summaries.session.arabic_outcomes import due, outcome, referrals
from outreach_app.summaries.session.plan import CommitmentFacts, PointFacts, SessionPlan
from outreach_app.summaries.session.writer import Labels

PAGE = Language.ARABIC


LABELS = Labels(
    title="خلاصة جلسة حوار",
    kind="خلاصة",
    level="وثيقة داخلية",
    no_detail="سُجل الموضوع دون تفاصيل",
    no_reaction="دون تفاعل بعد",
    point_headings=("الموضوع", "النقطة المثارة", "المآل"),
    commitment_headings=("رقم", "الالتزام", "المكلف بالتنفيذ", "أجل التنفيذ"),
    opinion="رأي محرره، مستقل عن الوقائع",
)


@dataclass(frozen=True, slots=True)
class ArabicSession:
    """Says a session in Arabic."""

    plan: SessionPlan
    labels: ClassVar[Labels] = LABELS

    def place_and_date(self) -> Text:
        """«الدار البيضاء، في 14 أكتوبر 2026»."""
        day = Span(full_date(self.plan.held_on), "held_on")
        city = own_words(self.plan.office.city, "office.city", PAGE)
        return text(city, "، في ", day) if city else text("في ", day)

    def number(self) -> Text:
        """«عدد: 23/2026»."""
        return text("عدد: ", Span(isolate(self.plan.number), "number"))

    def facts(self) -> Sequence[tuple[str, Text]]:
        """Labels and values, eight at most; what is not known closes up."""
        plan = self.plan
        place = own_words(plan.place, "place", PAGE)
        items = [
            ("نوع اللقاء", text(label_span(plan.kind, "kind"))),
            ("التاريخ", text(Span(weekday_date(plan.held_on), "held_on"))),
            ("التوقيت", self._hours()),
            ("القناة", text(label_span(plan.channel, "channel"))),
            ("المكان", text(place or "")),
            ("عدد المشاركين", _number(plan.headcount, "headcount")),
            ("من بينهم نساء", _number(plan.women, "women")),
            ("الهيئات الممثلة", _number(plan.bodies, "bodies")),
        ]
        return [(label, value) for label, value in items if value]

    def opening(self) -> Text:
        """Who held what, when, where, about what, and who attended."""
        return opening(self.plan)

    def points_sentence(self) -> Text:
        """The earlier commitments recalled, then how many points were raised."""
        number = len(self.plan.points)
        speakers = {1: "المشارك", 2: "المشاركان"}.get(self.plan.headcount or 0, "المشاركون")
        points = Span(count(POINT, number, Case.ACCUSATIVE, PAGE), "points")
        if number == 0:
            nobody = self.plan.headcount == 0
            verb = "لم تُثر " if nobody else f"لم يثر {speakers} "
            return text(earlier(self.plan), verb, points, ".")
        theirs = "مآلهما" if number == 2 else "مآلها"
        return text(earlier(self.plan), f"أثار {speakers} ", points, f"، كان {theirs} كما يلي:")

    def topic(self, point: PointFacts) -> Text:
        """The topic of a point."""
        return text(label_span(point.topic, f"points.{point.number}.topic"))

    def outcome(self, point: PointFacts) -> Text:
        """What became of a point, every reaction it got; empty without any."""
        return outcome(point)

    def more_points(self, number: int) -> Text:
        """«و4 نقط أخرى»."""
        return text("و", Span(count(OTHER_POINT, number, Case.NOMINATIVE, PAGE), "points"))

    def commitments_sentence(self) -> Text:
        """How many commitments were recorded."""
        number = len(self.plan.commitments)
        if number == 0:
            none = count(COMMITMENT, 0, Case.NOMINATIVE, PAGE)
            return text("ولم يُسجل ", Span(none, "commitments"), ".")
        kind = MEETING_KINDS[self.plan.kind]
        verb = "وخلصت" if kind.feminine else "وخلص"
        commitments = count(COMMITMENT, number, Case.GENITIVE, PAGE)
        return text(f"{verb} {kind.subject} إلى تسجيل ", Span(commitments, "commitments"), ":")

    def owner(self, commitment: CommitmentFacts) -> Text:
        """Who is to keep a commitment."""
        fact = f"commitments.{commitment.number}.owner"
        owners = {"partner": "الشريك", "authority": "الجهة المختصة"}
        return text(Span(owners.get(commitment.owner, chief(self.plan).text), fact))

    def due(self, commitment: CommitmentFacts) -> Text:
        """When a commitment is due, and where it stands unless it is simply open."""
        return due(commitment)

    def more_commitments(self, number: int) -> Text:
        """«و3 التزامات أخرى»."""
        return text(
            "و", Span(count(OTHER_COMMITMENT, number, Case.NOMINATIVE, PAGE), "commitments")
        )

    def follow_up(self) -> Text:
        """The referrals decided and the next meeting."""
        sentences = [referrals(self.plan), self._next_meeting()]
        return joined([sentence for sentence in sentences if sentence], " ")

    def assessment_heading(self) -> Text:
        """«تقدير رئيس الدائرة الأمنية»."""
        return text("تقدير ", chief(self.plan))

    def signature_title(self) -> str:
        """The title of whoever signs."""
        return chief(self.plan).text

    def _hours(self) -> Text:
        starts_at, ends_at = self.plan.starts_at, self.plan.ends_at
        start = Span(clock(starts_at), "starts_at") if starts_at else None
        end = Span(clock(ends_at), "ends_at") if ends_at else None
        if start and end:
            return text("من ", start, " إلى ", end)
        return text("إلى غاية ", end) if end else text(start or "")

    def _next_meeting(self) -> Text:
        meeting = self.plan.next_meeting
        if meeting is None:
            return ()
        path = "next_meeting"
        start = Span(clock(meeting.starts_at), f"{path}.starts_at") if meeting.starts_at else None
        place = at_place(meeting.place, f"{path}.place")
        return text(
            "وتقرر عقد اللقاء المقبل يوم ",
            Span(weekday_date(meeting.held_on), f"{path}.held_on"),
            text(" على الساعة ", start) if start else "",
            text("، ", place) if place else "",
            ".",
        )


def _number(number: int | None, fact: str) -> Text:
    return () if number is None else text(Span(digits(number, PAGE), fact))
