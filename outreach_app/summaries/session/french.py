"""The session summary in French."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from outreach_app.i18n import Language
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.composition import joined, text, typeset
from outreach_app.summaries.prose.counts import Case, count
from outreach_app.summaries.prose.french import at_place, clock, full_date, label, weekday_date
from outreach_app.summaries.prose.meeting_kinds import FRENCH as MEETING_KINDS
from outreach_app.summaries.prose.nouns import COMMITMENT, OTHER_COMMITMENT, OTHER_POINT, POINT
from outreach_app.summaries.prose.numbers import digits
from outreach_app.summaries.prose.quoting import own_words
from outreach_app.summaries.session.french_opening import after_comma, chief, earlier, opening
from outreach_app.summaries.session.french_outcomes import due, outcome, referrals, sentence_case
from outreach_app.summaries.session.plan import CommitmentFacts, PointFacts, SessionPlan
from outreach_app.summaries.session.writer import Labels

PAGE = Language.FRENCH


LABELS = Labels(
    title="Synthèse d’une séance de dialogue",
    kind="synthèse",
    level="Document interne",
    no_detail="Thématique relevée, sans détail",
    no_reaction="Sans réaction à ce stade",
    point_headings=("Thématique", "Point soulevé", "Suite donnée"),
    commitment_headings=("N°", "Engagement", "Responsable de l’exécution", "Échéance"),
    opinion="avis de son auteur, distinct des faits",
)


@dataclass(frozen=True, slots=True)
class FrenchSession:
    """Says a session in French."""

    plan: SessionPlan
    labels: ClassVar[Labels] = LABELS

    def place_and_date(self) -> Text:
        """« Casablanca, le 14 octobre 2026 »."""
        day = Span(full_date(self.plan.held_on), "held_on")
        city = own_words(self.plan.office.city, "office.city", PAGE)
        return text(city, ", le ", day) if city else text("Le ", day)

    def number(self) -> Text:
        """« N° : 23/2026 »."""
        return text("N°\u00a0: ", Span(self.plan.number, "number"))

    def facts(self) -> Sequence[tuple[str, Text]]:
        """Labels and values, eight at most; what is not known closes up."""
        plan = self.plan
        day = Span(weekday_date(plan.held_on), "held_on")
        place = own_words(plan.place, "place", PAGE)
        items = [
            ("Type de rencontre", text(Span(label(plan.kind), "kind"))),
            ("Date", text(day)),
            ("Horaire", self._hours()),
            ("Canal", text(Span(label(plan.channel), "channel"))),
            ("Lieu", text(place or "")),
            ("Participants", _number(plan.headcount, "headcount")),
            ("Dont femmes", _number(plan.women, "women")),
            ("Organismes représentés", _number(plan.bodies, "bodies")),
        ]
        return [
            (name, value if name == "Horaire" else sentence_case(value))
            for name, value in items
            if value
        ]

    def opening(self) -> Text:
        """Who held what, when, where, about what, and who attended."""
        return opening(self.plan)

    def points_sentence(self) -> Text:
        """The earlier commitments recalled, then how many points were raised."""
        number = len(self.plan.points)
        points = Span(count(POINT, number, Case.ACCUSATIVE, PAGE), "points")
        is_one = self.plan.headcount == 1
        speakers = "le participant" if is_one else "les participants"
        if number:
            verb = "a soulevé" if is_one else "ont soulevé"
            end = ", dont la suite est indiquée ci-après\u00a0:"
            sentence = text(f"{speakers} {verb} ", points, end)
        elif self.plan.headcount == 0:
            sentence = text(points, " n’a été soulevé.")
        else:
            verb = "n’a soulevé" if is_one else "n’ont soulevé"
            sentence = text(f"{speakers} {verb} ", points, ".")
        return sentence_case(text(earlier(self.plan), sentence))

    def topic(self, point: PointFacts) -> Text:
        """The topic of a point."""
        return sentence_case(text(Span(label(point.topic), f"points.{point.number}.topic")))

    def outcome(self, point: PointFacts) -> Text:
        """What became of a point, every reaction it got; empty without any."""
        return outcome(point)

    def more_points(self, number: int) -> Text:
        """« et 4 autres points »."""
        return text("et ", Span(count(OTHER_POINT, number, Case.NOMINATIVE, PAGE), "points"))

    def commitments_sentence(self) -> Text:
        """How many commitments were recorded."""
        number = len(self.plan.commitments)
        commitments = Span(count(COMMITMENT, number, Case.ACCUSATIVE, PAGE), "commitments")
        if number == 0:
            return sentence_case(text(commitments, " n’a été pris."))
        kind = MEETING_KINDS[self.plan.kind]
        verb = "ont donné lieu" if kind.plural else "a donné lieu"
        return text(f"{kind.subject} {verb} à ", commitments, "\u00a0:")

    def owner(self, commitment: CommitmentFacts) -> Text:
        """Who is to keep a commitment."""
        fact = f"commitments.{commitment.number}.owner"
        if commitment.owner == "partner":
            return text(Span("Le partenaire", fact))
        if commitment.owner == "authority":
            return text(Span("Le service compétent", fact))
        return sentence_case(text(Span(chief(self.plan)[-1].text, fact)))

    def due(self, commitment: CommitmentFacts) -> Text:
        """When a commitment is due, and where it stands unless it is simply open."""
        return due(commitment)

    def more_commitments(self, number: int) -> Text:
        """« et 3 autres engagements »."""
        others = count(OTHER_COMMITMENT, number, Case.NOMINATIVE, PAGE)
        return text("et ", Span(others, "commitments"))

    def follow_up(self) -> Text:
        """The referrals decided and the next meeting."""
        sentences = [referrals(self.plan), self._next_meeting()]
        return joined([sentence for sentence in sentences if sentence], " ")

    def assessment_heading(self) -> Text:
        """« Appréciation du chef de l'arrondissement de police »."""
        return text("Appréciation ", chief(self.plan, "de"))

    def signature_title(self) -> str:
        """The title of whoever signs."""
        return typeset("".join(span.text for span in sentence_case(chief(self.plan))), PAGE)

    def _hours(self) -> Text:
        starts_at, ends_at = self.plan.starts_at, self.plan.ends_at
        start = Span(clock(starts_at), "starts_at") if starts_at else None
        end = Span(clock(ends_at), "ends_at") if ends_at else None
        if start and end:
            return text("de ", start, " à ", end)
        return text("jusqu’à ", end) if end else text(start or "")

    def _next_meeting(self) -> Text:
        meeting = self.plan.next_meeting
        if meeting is None:
            return ()
        path = "next_meeting"
        start = Span(clock(meeting.starts_at), f"{path}.starts_at") if meeting.starts_at else None
        return text(
            "La prochaine rencontre est fixée au ",
            Span(weekday_date(meeting.held_on), f"{path}.held_on"),
            text(" à ", start) if start else "",
            after_comma(at_place(meeting.place, f"{path}.place")),
            ".",
        )


def _number(number: int | None, fact: str) -> Text:
    return () if number is None else text(Span(digits(number, PAGE), fact))
