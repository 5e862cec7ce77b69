"""The session summary in French."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar

from outreach_app.i18n import Language
from outreach_app.rules.kinds import PointKind
from outreach_app.summaries.prose.blocks import Lines, Span, Text
from outreach_app.summaries.prose.composition import joined, listed, text
from outreach_app.summaries.prose.counts import Case, Noun, count
from outreach_app.summaries.prose.french import (
    chief,
    clock,
    de,
    full_date,
    label,
    quoted_label,
    sentence_case,
    service,
    short_date,
    weekday_date,
)
from outreach_app.summaries.prose.french_letters import in_letters
from outreach_app.summaries.prose.meeting_kinds import (
    MEETING_CHANNELS,
    Manner,
    french_kind,
)
from outreach_app.summaries.prose.nouns import COMMITMENT, OTHER_POINT
from outreach_app.summaries.prose.numbers import digits
from outreach_app.summaries.prose.quoting import inline, own_words
from outreach_app.summaries.session import french_opening, french_recorded, french_states
from outreach_app.summaries.session.attendance import is_only_one
from outreach_app.summaries.session.french_again import recalled
from outreach_app.summaries.session.french_next import set_for
from outreach_app.summaries.session.french_situation import about, news
from outreach_app.summaries.session.french_states import debtor, reaction
from outreach_app.summaries.session.genders import as_woman, told_as_present
from outreach_app.summaries.session.labels import FRENCH, Labels
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
    loose_referrals,
    number_shown,
    place_shown,
    reached_rows,
    reaction_to_say,
    reference_shown,
    services,
)

PAGE = Language.FRENCH
# Of a number typed that counts the practices too.
_WITH_PRACTICES = "Organismes et professionnels représentés"
_RAISED_AGAIN = "Point soulevé à nouveau depuis (voir la situation ci-dessous)"
# How those present met; the place is stated separately.
_MODES: Mapping[str, str] = {
    **dict.fromkeys(MEETING_CHANNELS, "en présentiel"),
    "ch.mail": "par courrier",
    "ch.email": "par courriel",
    "ch.social": "sur les réseaux sociaux",
}


@dataclass(frozen=True, slots=True)
class FrenchSession:
    """Says a session in French."""

    plan: SessionPlan
    issued_on: date
    labels: ClassVar[Labels] = FRENCH

    def title(self) -> str:
        """Return « Synthèse d’un échange téléphonique (rencontre thématique) »."""
        said = f"Synthèse {de(french_kind(*kind_said(self.plan)).object.removeprefix('des '))}"
        return f"{said} ({self._kind()})" if how(self.plan) is Manner.EXCHANGE else said

    def _kind(self) -> str:
        """Return what was typed as the kind of an exchange: « séance d’écoute »."""
        return french_kind(self.plan.kind, "").object.removeprefix("une ").removeprefix("un ")

    def letterhead(self) -> tuple[Text, Text]:
        """Return « Casablanca, le 16 novembre 2026 » and « N° : 23/2026 »."""
        city = own_words(self.plan.office.city, "office.city", PAGE)
        dated = text(city, ", le ", self._issued_on()) if city else text("Le ", self._issued_on())
        # It counts the meetings of the meeting's own year, whenever it is printed.
        year = self.plan.held_on.year
        said = f" (au titre de l’année {year})" if self.issued_on.year > year else ""
        return dated, text("N°\u00a0: ", Span(f"{self.plan.number}{said}", "number"))

    def facts(self) -> Sequence[tuple[str, Text]]:
        """Return labels and values: all that was typed of the meeting, or that nobody did."""
        plan = self.plan
        held_on = text(Span(weekday_date(plan.held_on), "held_on"))
        last_day = text(Span(weekday_date(plan.last_on), "last_on")) if plan.last_on else ()
        women_heading = "De sexe féminin" if is_of_pupils(plan) else "Dont femmes"
        bodies = plan.bodies
        s, many = "s"[plan.headcount == 1 :], "s"[bodies == 1 :]
        is_exchange = how(plan) is Manner.EXCHANGE
        came = headcount(plan, PAGE, self.labels.uncounted)
        labels = (f"Participant{s}", f"Participante{s}", women_heading)
        items = [
            ("Premier jour" if last_day else "Date", held_on),
            (self.labels.last_on, last_day),
            ("Nature", text(Span(self._kind(), "kind")) if is_exchange else ()),
            ("Référence", reference_shown(plan, PAGE)),
            ("Horaire", hours_shown(plan, self._hours(), self.labels.unnoted)),
            ("Modalité", text(Span(_MODES.get(plan.channel) or label(plan.channel), "channel"))),
            ("Lieu", place_shown(plan, self.labels, PAGE)),
            *attendance_rows(plan, labels, came, self._women()),
            bodies_row(plan, (f"Organisme{many} représenté{many}", _WITH_PRACTICES), PAGE),
            *reached_rows(plan, self._reached(), PAGE),
        ]
        return [(name, sentence_case(value)) for name, value in items if value]

    def _reached(self) -> tuple[str, str, str, str, str]:
        """Return the labels of whom an action reached, one alone in the singular."""
        people, among, pupils, schools, bodies = self.labels.reached
        reached = self.plan.reached
        if reached and reached.establishments == 1:
            schools = "Établissement scolaire"
        if reached and reached.associations == 1:
            bodies = "Association participante"
        return people, among, pupils, schools, bodies

    def opening(self) -> Text:
        """Return who held what, when, where, about what, and who attended."""
        return in_letters(french_opening.opening(self.plan))

    def earlier(self) -> tuple[Text, Sequence[Text]]:
        """Return how the commitments of the meeting before stood, then each that is named."""
        return french_states.earlier(self.plan), french_states.stood(self.plan)

    def recorded(self) -> Text:
        """Return how many points were recorded, or that neither they nor commitments were."""
        return french_recorded.recorded(self.plan, self._no_commitment())

    def topic(self, point: PointFacts) -> Lines:
        """Return the number and the topic of a point over its kind and who raised it."""
        path = f"points.{point.number}"
        number = Span(digits(point.number, PAGE), f"{path}.number")
        topic = sentence_case((Span(label(point.topic), f"{path}.topic"),))
        women = as_woman(self.plan, called=point.is_raiser_woman)
        only = is_only_one(self.plan, point.raiser_kind)
        return under_its_kind(point, text(number, ". ", topic), PAGE, women=women, is_only=only)

    def outcome(self, point: PointFacts) -> Lines:
        """Return what became of a point in the meeting, a line each."""
        path = f"points.{point.number}"
        bodies = [service(code, fact, "de") for code, fact in services(point).items()]
        reply = inline(point.reply, f"{path}.reply", PAGE) if point.reply else ()
        lines = [
            text("Saisine ", listed(bodies, PAGE), self._unsent(point)) if bodies else (),
            self._commitments_of(point),
            text("Réponse\u00a0: ", reply) if reply else (),
            self._reaction(point),
            *(
                recalled(row, f"{path}.recalled.{row.number}", self.plan.office)
                for row in point.recalled
            ),
        ]
        said = [line for line in lines if line]
        if not said and point.kind == PointKind.THANKS:
            said.append(text("N’appelle aucune suite"))
        if has_news(self.plan, point):
            is_again = is_only_raised_again(self.plan, point)
            said.append(text(_RAISED_AGAIN if is_again else "Voir la situation ci-dessous"))
        nothing = self.labels.no_outcome[point.kind == PointKind.INFORMATION]
        return Lines(tuple(said) or (text(nothing, self._issued_on()),))

    def _unsent(self, point: PointFacts) -> str:
        """Return that nobody noted when a point was sent."""
        many = "s" if len(services(point)) > 1 else ""
        return f", date{many} d’envoi non relevée{many}" if is_unsent(self.plan, point) else ""

    def commitments_sentence(self) -> Text:
        """Return how many commitments were recorded; empty if the points show there are none."""
        if not self.plan.commitments:
            during = f" n’a été pris au cours de {french_kind(*kind_said(self.plan)).this}."
            none = text(sentence_case((self._no_commitment(),)), during)
            return none if self.plan.points else ()
        lead = f"{french_kind(*kind_said(self.plan)).brought} donné lieu à "
        return in_letters(text(lead, self._commitments(), "\u00a0:"))

    def owed(self, commitment: CommitmentFacts, path: str) -> tuple[Text, Text]:
        """Return who is to keep a commitment, and the day it was promised for."""
        who = debtor(told_as_present(self.plan, commitment), path, self.plan.office)
        due_on = commitment.due_on
        due = Span(short_date(due_on), f"{path}.due_on") if due_on else "Non fixée"
        first = commitment.put_off_from
        was = Span(short_date(first), f"{path}.put_off_from") if first else None
        instead = text(" (au lieu du ", was, ")") if was else ""
        return sentence_case(who), text(due, instead)

    def more(self, noun: Noun, number: int) -> Text:
        """Return « et 4 autres points »."""
        fact = "points" if noun is OTHER_POINT else "commitments"
        return in_letters(text("et ", Span(count(noun, number, Case.NOMINATIVE, PAGE), fact)))

    def follow_up(self) -> Text:
        """Return the referrals of no point and the next meeting."""
        return joined([part for part in (self._referrals(), set_for(self.plan)) if part], " ")

    def situation(self) -> tuple[Text, Sequence[tuple[Text, Text, Text]]]:
        """Return « Situation au 16 novembre 2026 », then of each line what came."""
        heading = text("Situation au ", self._issued_on())
        return heading, [self._news(line) for line in self.plan.situation]

    def _news(self, line: SituationFacts) -> tuple[Text, Text, Text]:
        path = f"situation.{line.number}"
        this, day = french_kind(*kind_said(self.plan)).this, line.dated
        return (
            about(line, path),
            news(line, path, self.issued_on, self.plan.office, this),
            text(Span(short_date(day[0]), f"{path}.{day[1]}") if day else "—"),
        )

    def assessment_heading(self) -> Text:
        """Return « Appréciation du chef … à l’issue de la rencontre »: before what came since."""
        after = f" à l’issue {french_kind(*kind_said(self.plan)).of_it}"
        return text("Appréciation ", chief(self.plan.office, "de"), after)

    def signature_title(self) -> str:
        """Return the title of the signer."""
        return "".join(span.text for span in sentence_case(chief(self.plan.office)))

    def _issued_on(self) -> Span:
        return Span(full_date(self.issued_on), "issued_on")

    def _women(self) -> Text:
        """Return how many were women, also if there were none or nobody counted them."""
        plan = self.plan
        if plan.headcount and plan.women == 0:
            return text(Span("aucune", "women"))
        if plan.headcount and plan.women is None:
            return text(self.labels.uncounted)
        return number_shown(plan.women or None, "women", PAGE)

    def _hours(self) -> Text:
        starts_at, ends_at = self.plan.starts_at, self.plan.ends_at
        start = Span(clock(starts_at), "starts_at") if starts_at else None
        end = Span(clock(ends_at), "ends_at") if ends_at else None
        if start and end:
            return text("de ", start, " à ", end)
        return text("jusqu’à ", end) if end else text(start or "")

    def _commitments(self) -> Span:
        number = len(self.plan.commitments)
        return Span(count(COMMITMENT, number, Case.NOMINATIVE, PAGE), "commitments")

    def _no_commitment(self) -> Span:
        """Return « aucun engagement », under those of earlier meetings « aucun nouvel… »."""
        none = self._commitments()
        if self.plan.earlier is None:
            return none
        return replace(none, text=none.text.replace("aucun", "aucun nouvel"))

    def _commitments_of(self, point: PointFacts) -> Text:
        numbers = [
            text(Span(digits(number, PAGE), f"points.{point.number}.commitments.{position}"))
            for position, number in enumerate(point.commitments, start=1)
        ]
        noun = "Engagements" if len(numbers) > 1 else "Engagement"
        return text(f"{noun} ", listed(numbers, PAGE)) if numbers else ()

    def _reaction(self, point: PointFacts) -> Text:
        code = reaction_to_say(point)
        return reaction(code, f"points.{point.number}.reaction") if code else ()

    def _referrals(self) -> Text:
        clauses = []
        for to, group in loose_referrals(self.plan).items():
            rows = list(group.values())
            topics = [text(quoted_label(r.topic, f"referrals.{r.number}.topic")) for r in rows]
            noun = "de la thématique" if len(topics) == 1 else "des thématiques"
            whom = service(to, f"referrals.{rows[0].number}.to")
            said = text(whom, f" au sujet {noun} ", listed(topics, PAGE))
            clauses.append(text("de saisir ", said))
        return text("Il a été décidé ", listed(clauses, PAGE), ".") if clauses else ()
