"""The national summary in French."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from outreach_app.i18n import Language
from outreach_app.rules.masking import Count, Hidden
from outreach_app.rules.periods import Period
from outreach_app.summaries.national.french_held import who_held, who_held_none
from outreach_app.summaries.national.french_labels import LABELS
from outreach_app.summaries.national.french_late import late_sentence, still_awaited
from outreach_app.summaries.national.french_people import people_of
from outreach_app.summaries.national.french_scope import concerns_note, parts
from outreach_app.summaries.national.french_states import all_kept, states_sentence
from outreach_app.summaries.national.plan import NationalPlan
from outreach_app.summaries.national.writer import (
    Labels,
    are_rumours_among,
    are_rumours_aside,
    are_same_offices,
    held_noun,
    is_compared,
    is_said,
    nobody_reacted,
)
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.composition import joined, text
from outreach_app.summaries.prose.counts import Case, Noun
from outreach_app.summaries.prose.french import full_date, of, sentence_case
from outreach_app.summaries.prose.french_periods import PeriodName, headings_of, name_of
from outreach_app.summaries.prose.masked import MaskedFigures
from outreach_app.summaries.prose.nouns import (
    COMMITMENT,
    NEWS_HEARD,
    OTHER_PRECINCT,
    POINT,
    PRECINCT,
)
from outreach_app.summaries.prose.periods import french_days
from outreach_app.summaries.prose.quoting import own_words

PAGE = Language.FRENCH
SAY = MaskedFigures(PAGE)
# What may come of a point.
_REACTIONS = "à une réponse, à un engagement, à une saisine ou à une décision"
_NO_REACTION = "ni à une réponse, ni à un engagement, ni à une saisine, ni à une décision"


@dataclass(frozen=True, slots=True)
class FrenchNation:
    """Says a period of the nation in French."""

    plan: NationalPlan
    labels: ClassVar[Labels] = LABELS

    def place_and_date(self, day: date) -> Text:
        """Return « Rabat, le 12 novembre 2026 »."""
        city = own_words(self.plan.office.city, "office.city", PAGE)
        written = Span(full_date(day), "issued_on")
        return text(city, ", le ", written) if city else text("Le ", written)

    def number(self) -> Text:
        """Return « N° : 10/2026 »."""
        return text("N°\u00a0: ", Span(self.plan.number, "number"))

    def period(self) -> Text:
        """Return « octobre 2026 », or its first and last day."""
        name = self._name
        return text(Span(name.title if name else french_days(self._periods[0]), "last"))

    def provisional(self) -> Text:
        """Return « (synthèse provisoire, arrêtée au 29 novembre 2026) », of one not over."""
        day = Span(full_date(self.plan.as_of), "as_of")
        if not self.plan.is_provisional:
            return ()
        # The period itself may end on that day.
        until = () if self.plan.as_of == self.plan.last else text(", arrêtée au\u00a0", day)
        return text(" (synthèse provisoire", *until, ")")

    def headings_of_time(self) -> tuple[str, str]:
        """Return the headings of the columns now and before."""
        return headings_of(*self._periods) or ("Période", "Période précédente")

    def heading_of_met_before(self) -> str:
        """Return the heading of the partners met in the period before."""
        if self._name_before is not None:
            return f"Ayant pris part {self._during_before(self._name_before)}"
        return "Ayant pris part, période précédente"

    def situation(self) -> str:
        """Write the day as of which points and commitments are counted."""
        by = ", d’après les rapports reçus" if self.plan.total.reported != 0 else ""
        return f"Situation au {full_date(self.plan.as_of)}{by}."

    def untold_sentence(self) -> Text:
        """Write what the public reads where less than five precincts met."""
        few = ", étant inférieur au seuil de publication, aucun chiffre n’est publié."
        day = Span(full_date(self.plan.as_of), "as_of")
        held = (
            "Le nombre d’arrondissements de police ayant tenu des rencontres, d’après les rapports"
        )
        lead = text(f"{held} reçus au\u00a0", day, " au titre ")
        return text(lead, self._named_period(), few)

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
        points, left = _counted(POINT, total.points, "total.points"), total.unanswered
        if total.points == 0:
            return sentence_case(text(points, " n’a été soulevé."))
        heard = _counted(NEWS_HEARD, rumours, "rumours")
        verb = "figure" if rumours == 1 else "figurent"
        lead = text(f"Parmi les points soulevés {verb} ", heard)
        if total.points == 1:
            lead = text("Il s’agit ", of((heard,)))
        return text(
            "Les participants ont soulevé ",
            points,
            () if isinstance(left, Hidden) or rumours == total.points else self._unanswered(),
            ".",
            text(" ", lead, self._among_heard(), ".") if is_said(rumours) else "",
        )

    def _among_heard(self) -> Text:
        if not are_rumours_among(self.plan):
            return ()
        counted = "comptée" if self.plan.rumours == 1 else "comptées"
        return text(f", {counted} aussi ci-après")

    def _unanswered(self) -> Text:
        total = self.plan.total
        if nobody_reacted(self.plan):
            who = "il n’a pas encore" if total.points == 1 else "aucun n’a encore"
            return text(f"\u00a0; {who} reçu de réaction")
        # Whether these were verified is told with all that was heard.
        apart = "hors informations à vérifier" if are_rumours_aside(self.plan) else ""
        if total.unanswered == 0 and total.points == 1:
            return text(", ", Span("qui n’appelle plus de suite", "total.unanswered"))
        if total.unanswered == 0:
            those = Span("ceux qui appelaient une suite", "total.unanswered")
            aside = f", {apart}," if apart else ""
            return text("\u00a0; ", those, f"{aside} ont tous donné lieu {_REACTIONS}")
        left = _counted(POINT, total.unanswered, "total.unanswered")
        did = "n’a" if total.unanswered == 1 else "n’ont"
        aside = f", {apart}" if apart else ""
        return text("\u00a0; ", left, f" {did} encore donné lieu {_NO_REACTION}{aside}")

    def states_sentence(self) -> Text:
        """Return « Sur 12 engagements enregistrés à la suite des rencontres… »."""
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
        """Return « et 35 autres arrondissements de police »."""
        return text("et ", _counted(OTHER_PRECINCT, number, "late_more"))

    def _reports(self) -> Text:
        total, awaited = self.plan.total, self.plan.awaited
        if total.offices == 0:
            return text("Aucun arrondissement de police n’est enregistré aux services centraux.")
        lead = text("Au titre ", self._named_period(), ", les services centraux ")
        reported = _counted(PRECINCT, total.reported, "total.reported")
        among: Text = ()
        if not isinstance(total.offices, Hidden):
            among = text(" sur ", SAY.number(total.offices, "total.offices"))
        if total.reported == 0:
            if total.offices == 1:
                one = "de rapport complet de l’arrondissement de police enregistré."
                return text(lead, f"n’ont pas reçu {one}")
            number = SAY.number(total.offices, "total.offices")
            none = "n’ont reçu aucun rapport complet des "
            return text(lead, none, number, " arrondissements de police enregistrés.")
        if total.reported == total.offices and isinstance(total.offices, int) and total.offices > 1:
            every = SAY.number(total.offices, "total.reported")
            registered = "arrondissements de police enregistrés"
            return text(lead, "ont reçu les rapports des ", every, f" {registered}.")
        share = SAY.percent(total.coverage, "total.coverage")
        return text(
            lead,
            "ont reçu le rapport " if total.reported == 1 else "ont reçu les rapports ",
            of((reported,)),
            among,
            text(" (", share, ")") if isinstance(total.coverage, int) else "",
            still_awaited(self.plan) if awaited else "",
            ".",
        )

    def _sessions(self) -> Text:
        number = self.plan.total.sessions
        if number is Hidden.WITHHELD:
            return ()
        sessions = _counted(held_noun(self.plan), number, "total.sessions")
        people = () if number == 0 else people_of(self.plan)
        held = text(who_held(self.plan), sessions, self._before(), parts(self.plan), people, ".")
        return text(held, who_held_none(self.plan))

    def _before(self) -> Text:
        before = self.plan.sessions_before
        if not is_compared(self.plan):
            return ()
        then, comma = f"au cours de la période précédente, {french_days(self._periods[1])}", ", "
        if self._name_before is not None:
            then, comma = self._during_before(self._name_before), " "
        number = text("contre ", SAY.number(before, "sessions_before"), " ")
        if before == self.plan.total.sessions and not isinstance(before, Hidden):
            number = text(Span("autant", "sessions_before"), " qu’")
        them = "le même arrondissement" if self.plan.total.reported == 1 else ""
        them = them or "les mêmes arrondissements"
        same = f"{comma}pour {them}" if are_same_offices(self.plan) else ""
        return text(" (", number, Span(then, "before_last"), f"{same})")

    def _during_before(self, name: PeriodName) -> str:
        is_same_year = self.plan.before_last.year == self.plan.last.year
        return name.short_during if is_same_year else name.during

    def _commitments(self) -> Text:
        total = self.plan.total
        made = _counted(COMMITMENT, total.commitments, "total.commitments")
        if total.commitments == 0:
            return sentence_case(text(made, " n’a été enregistré."))
        if isinstance(total.kept, Hidden):
            return sentence_case(text(made, " ont été enregistrés."))
        if total.kept == total.commitments:
            return all_kept(total.commitments)
        if total.commitments == 1:
            not_yet = Span("il n’est pas encore réalisé", "total.kept")
            return sentence_case(text(made, " a été enregistré\u00a0; ", not_yet, "."))
        if total.kept == 0:
            none = Span("Aucun", "total.kept")
            number = SAY.number(total.commitments, "total.commitments")
            return text(none, " des ", number, " engagements enregistrés n’est réalisé.")
        verb = "est réalisé" if total.kept == 1 else "sont réalisés"
        one = text(Span("un", "total.kept"))
        kept = text(one if total.kept == 1 else SAY.number(total.kept, "total.kept"), f" {verb}")
        return text("Sur ", made, " enregistrés, ", kept, ".")

    def _named_period(self) -> Text:
        if self._name is not None:
            return text(Span(self._name.of, "last"))
        return text("de la période ", self.period())

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


def _counted(noun: Noun, value: Count, fact: str) -> Span:
    return SAY.counted(noun, value, Case.NOMINATIVE, fact)
