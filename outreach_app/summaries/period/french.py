"""The period report in French."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from outreach_app.i18n import Language
from outreach_app.rules.kinds import MeetingKind
from outreach_app.rules.periods import Period
from outreach_app.summaries.communication import french_reached
from outreach_app.summaries.communication.french import FrenchCommunication
from outreach_app.summaries.communication.plan import Compared
from outreach_app.summaries.period import (
    french_follow_up,
    french_held,
    french_referrals,
    french_signals,
    french_topics,
)
from outreach_app.summaries.period.french_labels import LABELS
from outreach_app.summaries.period.plan import PeriodPlan
from outreach_app.summaries.period.writer import Figures, Labels, female_of, noun_of, period_told
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.composition import listed, text
from outreach_app.summaries.prose.counts import Case, Noun
from outreach_app.summaries.prose.french import (
    chief,
    full_date,
    month_name,
    named_unit,
    sentence_case,
)
from outreach_app.summaries.prose.french_letters import LETTERS
from outreach_app.summaries.prose.french_tense import PAST, Tense
from outreach_app.summaries.prose.nouns import (
    MEETING,
    PARTICIPANT,
    POINT,
    WOMAN,
    WOMAN_PARTICIPANT,
)
from outreach_app.summaries.prose.periods import Length, french_days, french_name, length_of
from outreach_app.summaries.prose.quoting import own_words

PAGE = Language.FRENCH
SAY = Figures(PAGE)
NOMINATIVE = Case.NOMINATIVE


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
        before = self._before
        if before is not None and length_of(self._period) is Length.MONTH:
            return month_name(self.plan.last).capitalize(), month_name(before.last).capitalize()
        return "Période", "Période précédente"

    def compared_note(self) -> str:
        """Return « écart par rapport à septembre 2026 »; empty where nothing is compared."""
        if self._before is None:
            return ""
        name = french_name(self._before)
        to = {Length.MONTH: "à ", Length.YEAR: "à l’", Length.RANGE: "à la période "}
        return f"Écart par rapport {to.get(length_of(self._before), 'au ')}{name}"

    def signals(self) -> list[Text]:
        """Return what calls for attention, a sentence each."""
        return list(french_signals.signals(self.plan, self.tense))

    def unit(self) -> Text:
        """State what the report is about, and as of when."""
        this = "bilan" if length_of(self._period) is Length.YEAR else "rapport"
        this = f"{this} provisoire" if self.plan.is_provisional else this
        lead = text(f"Le présent {this} porte sur ", named_unit(self.plan.office), ". Il couvre ")
        days = Span(french_days(Period(self.plan.first, self.plan.as_of)), "first")
        if not self.plan.has_ended:
            return text(lead, "la période ", days, ".")
        day = "au dernier jour de cette période"
        return text(lead, "la période ", days, "\u00a0; les données y sont arrêtées ", day, ".")

    def figures(self) -> Text:
        """State how many meetings were held, who came, what was raised."""
        plan = self.plan
        meetings = plan.count("meetings")
        held = french_held.held(plan)
        lead = text("Au cours de cette période, ", named_unit(plan.office), " ", held)
        then = self._then("figures.meetings", MEETING, meetings, plan.figure("meetings").before)
        return text(lead, then, ".", self._came_and_raised(), self._women_of_some())

    def topics(self) -> Text:
        """State which topic was raised most, and which came next."""
        return french_topics.topics(self.plan, self._then)

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
        """Return the rumours, remarks and awareness actions of the unit."""
        told, unit = self.plan.communication, named_unit(self.plan.office)
        said: list[Text] = []
        if told.rumours is not None:
            said.append(self._communication.heard(told.rumours, unit))
        if told.remarks is not None:
            said.append(french_reached.received(told.remarks, unit, told.until, self.tense))
        if told.awareness is not None:
            said.append(french_reached.explained(told.awareness, unit))
        return said

    def chief(self) -> Text:
        """Return the title of the signer."""
        return sentence_case(chief(self.plan.office))

    def assessment(self) -> Text:
        """Return « Appréciation du chef de l’arrondissement de police »."""
        return text("Appréciation ", chief(self.plan.office, "de"))

    def _came_and_raised(self) -> Text:
        """State who came and what was raised, in one sentence where none mixes letters and figures.

        « Elles ont réuni 9 participants et ont permis d’enregistrer 3 demandes. ».
        """
        people, points = self._people(), self._points()
        who, _gathered = french_held.gathered(self.plan)
        came = text(f" {who} ", people, ".") if people else ()
        raised = text(f" {french_held.these(self.plan)} ", points, ".") if points else ()
        if not (people and points):
            return came or raised
        several, number = self.plan.count("participants"), self.plan.count("points")
        are_alike = (several < len(LETTERS)) == (number < len(LETTERS))
        if number > 1 and not are_alike:
            return text(came, raised)
        comma = "," if any(span.fact == "figures.women.now" for span in people) else ""
        have = "a" if self.plan.count("meetings") == 1 else "ont"
        return text(f" {who} ", people, f"{comma} et {have} ", points, ".")

    def _people(self) -> Text:
        people = self.plan.count("participants")
        if not people or self.plan.only_kind == MeetingKind.RECEPTION:
            return ()  # whom an audience received is told by its verb
        women = self.plan.count("women")
        are_all = women == people and not self.plan.figure("women").is_partial
        noun = WOMAN_PARTICIPANT if are_all else PARTICIPANT
        counted = SAY.counted(noun, people, NOMINATIVE, "figures.participants.now")
        said = text(f"{french_held.gathered(self.plan)[1]} ", counted)
        if are_all:
            return said
        if not women:
            return text(said, self._noted("participants", "nombre relevé"))
        told = SAY.counted(female_of(self.plan), women, NOMINATIVE, "figures.women.now")
        if self.plan.are_noted_together:
            return text(said, ", dont ", told, self._noted("women", "nombres relevés"))
        said = text(said, self._noted("participants", "nombre relevé"))
        return said if self.plan.figure("women").is_partial else text(said, ", dont ", told)

    def _women_of_some(self) -> Text:
        """Return « Le nombre de femmes n’a été relevé que pour une rencontre : 3 sur 17. »."""
        plan = self.plan
        women, noted = plan.count("women"), plan.women_noted
        if not plan.figure("women").is_partial or plan.are_noted_together:
            return ()
        whose = "femmes" if female_of(plan) is WOMAN else "participants de sexe féminin"
        held = SAY.counted(MEETING, noted, NOMINATIVE, "women_noted")
        lead = text(f" Le nombre de {whose} n’a été relevé que pour ", held)
        if not women:
            none = (
                "aucune femme" if female_of(plan) is WOMAN else "aucun participant de sexe féminin"
            )
            where = ", à laquelle " if noted == 1 else ", auxquelles "
            return text(lead, where, Span(none, "figures.women.now"), " n’a pris part.")
        number = SAY.number(women, "figures.women.now")
        if women == plan.women_among and women > 1:
            those = SAY.counted(PARTICIPANT, women, NOMINATIVE, "women_among")
            return text(lead, "\u00a0: les ", those, " étaient tous de sexe féminin.")
        among: Text = ()
        if plan.women_among is not None:
            base = SAY.counted(PARTICIPANT, plan.women_among, NOMINATIVE, "women_among")
            among = text(" sur ", base)
        return text(lead, "\u00a0: ", number, among, ".")

    def _noted(self, code: str, lead: str) -> Text:
        """Return « (nombre relevé pour 9 rencontres sur 11) »; empty where all of them noted it."""
        plan = self.plan
        if not plan.figure(code).is_partial:
            return ()
        known = plan.participants_noted if code == "participants" else plan.women_noted
        counted = SAY.counted(MEETING, known, NOMINATIVE, f"{code}_noted")
        whole = SAY.number(plan.count("meetings"), "figures.meetings.now")
        return text(f" ({lead} pour ", counted, " sur ", whole, ")")

    def _points(self) -> Text:
        plan = self.plan
        points = plan.count("points")
        if not points:
            return ()
        if len(plan.point_kinds) == 1:
            noun = noun_of(plan.point_kinds[0].code)
            only = SAY.counted(noun, points, NOMINATIVE, "figures.points.now")
            return text("permis d’enregistrer ", only)
        counted = SAY.counted(POINT, points, NOMINATIVE, "figures.points.now")
        kinds = [
            text(
                SAY.counted(
                    noun_of(kind.code), kind.count, NOMINATIVE, f"point_kinds.{kind.code}.count"
                )
            )
            for kind in plan.point_kinds
        ]
        return text("permis d’enregistrer ", counted, "\u00a0: ", listed(kinds, PAGE))

    def _then(self, path: str, noun: Noun, now: int, before: int | None, about: str = "") -> Text:
        """Return « , contre 6 en septembre »; empty where nothing is compared.

        `about` is what none was noted of: « aucun point sur cette thématique en septembre ».
        """
        if before is None or self._before is None:
            return ()
        when = "au cours de la période précédente"
        if length_of(self._period) is Length.MONTH:
            year = (
                ""
                if self._before.last.year == self.plan.last.year
                else f"\u00a0{self._before.last.year}"
            )
            when = f"en {month_name(self._before.last)}{year}"
        fact = f"{path}.before"
        are_others = noun is MEETING and french_held.is_other_than_meetings(self.plan)
        if before == now and not are_others:
            return text(" (", Span("autant", fact), f" qu’{when})")
        if before > 1 and not are_others:
            return text(" (contre ", SAY.number(before, fact), f" {when})")
        if before and noun is MEETING and self.plan.only_kind == MeetingKind.RECEPTION:
            # « a reçu deux participants (contre deux rencontres) » would compare unlike things.
            held = "avait été tenue" if before == 1 else "avaient été tenues"
            counted = SAY.counted(MEETING, before, NOMINATIVE, fact)
            return text(" (", counted, f" {held} {when})")
        lead = " (contre " if before else " ("
        of_it = about if not before else ""
        return text(lead, SAY.counted(noun, before, NOMINATIVE, fact), of_it, f" {when})")

    @property
    def _communication(self) -> FrenchCommunication:
        until = self.plan.communication.until
        compared = Compared(self._period, self._period.previous(), until)
        return FrenchCommunication(compared, self.tense)

    @property
    def _period(self) -> Period:
        return Period(self.plan.first, self.plan.last)

    @property
    def _before(self) -> Period | None:
        first, last = self.plan.before_first, self.plan.before_last
        return Period(first, last) if first and last else None
