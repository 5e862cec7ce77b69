"""From the plan of a programme to its text in one language."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time

from babel.dates import format_date

from outreach_app import vocabulary
from outreach_app.i18n import Language, isolate
from outreach_app.rules.periods import Period
from outreach_app.summaries.communication.telling import to_be_told
from outreach_app.summaries.hand_outs.programme_plan import ProgrammeMeeting, ProgrammePlan
from outreach_app.summaries.hand_outs.writer import partner_name
from outreach_app.summaries.prose import arabic, french, french_places
from outreach_app.summaries.prose.blocks import (
    Block,
    Cell,
    Design,
    Letterhead,
    Lines,
    Paragraph,
    Realised,
    Span,
    Table,
    Text,
    Title,
)
from outreach_app.summaries.prose.circulation import Circulation
from outreach_app.summaries.prose.composition import joined, text, typeset
from outreach_app.summaries.prose.counts import Case, takes_feminine_verb
from outreach_app.summaries.prose.french import sentence_case
from outreach_app.summaries.prose.letters import spelled
from outreach_app.summaries.prose.meeting_kinds import UNIT_KINDS
from outreach_app.summaries.prose.nouns import MEETING
from outreach_app.summaries.prose.quoting import own_words

NOTHING = "—"
AR, FR = Language.ARABIC, Language.FRENCH


@dataclass(frozen=True, slots=True)
class Wording:
    """The fixed texts of a programme in one language, and its formats of days and hours.

    `partner` is the heading if no meeting has more than one; `hours` replace an unknown hour of a
    planned or held meeting; `nothing` ends the title if none was held.
    """

    title: str
    title_over: str
    kind: str
    headings: tuple[str, str, str, str]
    partner: str
    number: str
    dated: str
    dated_alone: str
    day: Callable[[date], str]
    short_day: Callable[[date], str]
    hour: Callable[[time], str]
    at: str
    separator: str
    to_be_set: str
    no_partner: str
    hours: tuple[str, str]
    nothing: str


WORDINGS = {
    AR: Wording(
        title="برنامج اللقاءات",
        title_over="اللقاءات المنعقدة",
        kind="برنامج",
        headings=("التاريخ والساعة", "نوع اللقاء ومكانه", "الموضوع", "الشركاء"),
        partner="الشريك",
        number="عدد: ",
        dated="، في ",
        dated_alone="في ",
        day=arabic.full_date,
        short_day=arabic.short_date,
        hour=arabic.clock,
        at=" الساعة\u00a0",
        separator="؛ ",
        to_be_set="يُحدد لاحقا",
        no_partner="لا يوجد",
        hours=("الساعة تُحدد لاحقا", "الساعة غير مدونة"),
        nothing=": لا شيء",
    ),
    FR: Wording(
        title="Programme des rencontres",
        title_over="Rencontres tenues",
        kind="programme",
        headings=("Date et heure", "Rencontre et lieu", "Objet", "Partenaires"),
        partner="Partenaire",
        number="N°\u00a0: ",
        dated=", le ",
        dated_alone="Le ",
        day=french.full_date,
        short_day=french.short_date,
        hour=french.clock,
        at=" à\u00a0",
        separator="\u00a0; ",
        to_be_set="à préciser",
        no_partner="aucun",
        hours=("heure à préciser", "heure non relevée"),
        nothing="\u00a0: néant",
    ),
}


def realise_programme(plan: ProgrammePlan, language: Language, issued_on: date) -> Realised:
    """Write the programme of a period in one language; both use the same facts.

    In a running period held meetings come first, and a past period has only these. Spans name facts
    of `session_plan.facts`; in addition, `meetings` and `held` are the numbers of meetings, and
    `issued_on` the day of the letterhead.
    """
    writer = _Writer(plan, language, WORDINGS[language])
    blocks: list[Block] = [*writer.head(issued_on)]
    if plan.has_begun and (plan.held or plan.is_over or not plan.meetings):
        blocks += writer.told(writer.sentence_of_held(), plan.held, "held")
    if not plan.is_over:
        blocks += writer.told(writer.sentence(), plan.meetings, "meetings")
    wording = writer.wording
    return Realised(language, wording.kind, Circulation.INTERNAL, tuple(blocks), Design.NATIONAL)


def programme_title(plan: ProgrammePlan, language: Language) -> str:
    """Return the title of the file and its later pages: « Programme … · novembre 2026 »."""
    writer = _Writer(plan, language, WORDINGS[language])
    return f"{writer.title()} · " + "".join(span.text for span in writer.period())


@dataclass(frozen=True, slots=True)
class _Writer:
    plan: ProgrammePlan
    language: Language
    wording: Wording

    def head(self, issued_on: date) -> tuple[Block, ...]:
        office, wording = self.plan.office, self.wording
        lines = office.letterhead_ar if self.language is AR else office.letterhead_fr
        city = own_words(office.city, "office.city", self.language)
        day = Span(wording.day(issued_on), "issued_on")
        number = isolate(self.plan.number) if self.language is AR else self.plan.number
        return (
            Letterhead(
                tuple(typeset(line, self.language) for line in lines),
                text(city, wording.dated, day) if city else text(wording.dated_alone, day),
                text(wording.number, Span(number, "number")),
            ),
            Title(self.title(), sentence_case(self.period())),
        )

    def title(self) -> str:
        if not self.plan.is_over:
            return self.wording.title
        return self.wording.title_over + ("" if self.plan.held else self.wording.nothing)

    def told(self, lead: Text, meetings: Sequence[ProgrammeMeeting], path: str) -> Iterator[Block]:
        """Yield the sentence of how many meetings there are, and the table of them."""
        yield Paragraph(lead)
        if meetings:
            rows = tuple(self.row(meeting, f"{path}.{meeting.number}") for meeting in meetings)
            *headings, several = self.wording.headings
            are_single = all(len(meeting.partners) <= 1 for meeting in meetings)
            last = self.wording.partner if are_single else several
            yield Table("programme", (*headings, last), rows)

    def period(self) -> Text:
        """« novembre 2026 », or its first and last day."""
        plan = self.plan
        if Period(plan.first, plan.last).months == 1:
            return text(Span(self._month(plan.last), "last"))
        first, last = (self.wording.day(day) for day in (plan.first, plan.last))
        between = (" إلى غاية ", "من ") if self.language is AR else (" au ", "du ")
        return text(between[1], Span(first, "first"), between[0], Span(last, "last"))

    def sentence(self) -> Text:
        """Return how many meetings are planned in the period."""
        number = len(self.plan.meetings)
        meetings = Span(spelled(MEETING, number, Case.NOMINATIVE, self.language), "meetings")
        end = ":" if number else "."
        if self.language is AR:
            planned = "بُرمجت " if takes_feminine_verb(MEETING, number) else "بُرمج "
            verb = planned if number else "لم يُبرمج "
            is_month = Period(self.plan.first, self.plan.last).months == 1
            whole = text("لشهر " if is_month else "للفترة الممتدة ", self.period())
            rest = text("لما تبقى من ", self._in_period())
            return text(verb, rest if self.plan.has_begun else whole, " ", meetings, end)
        verb = {0: " n’est programmée", 1: " est programmée"}.get(number, " sont programmées")
        space = "\u00a0" if number else ""
        when = self._until_end() if self.plan.has_begun else self._in_period()
        return sentence_case(text(when, ", ", meetings, f"{verb}{space}{end}"))

    def sentence_of_held(self) -> Text:
        """Return how many meetings were held in the period, up to today if it is running."""
        number = len(self.plan.held)
        meetings = Span(spelled(MEETING, number, Case.NOMINATIVE, self.language), "held")
        end = ":" if number else "."
        if self.language is AR:
            are_units = all(meeting.kind in UNIT_KINDS for meeting in self.plan.held)
            stem = "نُظم" if number and are_units else "عُقد"
            held = f"{stem}ت " if takes_feminine_verb(MEETING, number) else f"{stem} "
            verb = held if number else "لم يُعقد "
            return text(verb, meetings, " خلال ", self._in_period(), end)
        verb = {0: " n’a eu lieu", 1: " a eu lieu"}.get(number, " ont eu lieu")
        space = "\u00a0" if number else ""
        return sentence_case(text(self._in_period(), ", ", meetings, f"{verb}{space}{end}"))

    def _in_period(self) -> Text:
        """« en novembre 2026 », «شهر نونبر 2026», or the days of the period."""
        is_month = Period(self.plan.first, self.plan.last).months == 1
        if self.language is AR:
            return text("شهر " if is_month else "الفترة الممتدة ", self.period())
        return text("en " if is_month else "", self.period())

    def _until_end(self) -> Text:
        """« d’ici au 30 novembre 2026 »."""
        return text("d’ici au ", Span(self.wording.day(self.plan.last), "last"))

    def row(self, meeting: ProgrammeMeeting, path: str) -> tuple[Cell, ...]:
        """When; what and where; about what; with whom."""
        partners = [
            partner_name(partner, f"{path}.partners.{place}", self.language)
            for place, partner in enumerate(meeting.partners, start=1)
        ]
        return (
            self._when(meeting, path),
            self._what(meeting, path),
            self._about(meeting, path),
            joined([partner for partner in partners if partner], self.wording.separator)
            or self._no_partner(meeting, path),
        )

    def _about(self, meeting: ProgrammeMeeting, path: str) -> Cell:
        """Return the subject, above the rectifications to explain."""
        subject = own_words(meeting.subject, f"{path}.subject", self.language)
        is_held = path.startswith("held.")
        none = NOTHING if is_held else self.wording.to_be_set
        named = sentence_case(text(subject or none))
        told = [
            to_be_told(words, f"{path}.to_tell.{place}", self.language)
            for place, words in enumerate(meeting.to_tell, start=1)
        ]
        return Lines((named, *told)) if told else named

    def _no_partner(self, meeting: ProgrammeMeeting, path: str) -> Text:
        """Return that there is none, or for a planned meeting of others, none yet."""
        is_settled = path.startswith("held.") or meeting.kind in UNIT_KINDS
        words = self.wording.no_partner if is_settled else self.wording.to_be_set
        return sentence_case(text(words))

    def _when(self, meeting: ProgrammeMeeting, path: str) -> Text:
        weekday = format_date(meeting.held_on, "EEEE", locale=self.language.locale)
        day = f"{weekday} {self.wording.short_day(meeting.held_on)}"
        start = meeting.starts_at
        hour = Span(self.wording.hour(start), f"{path}.starts_at") if start else ""
        said = Span(day[:1].upper() + day[1:], f"{path}.held_on")
        unknown = self.wording.hours[path.startswith("held.")]
        return text(said, text(self.wording.at, hour) if hour else f" ({unknown})")

    def _what(self, meeting: ProgrammeMeeting, path: str) -> Text:
        label = typeset(vocabulary.label(meeting.kind, self.language), self.language)
        kind = Span(label, f"{path}.kind")
        comma = "، " if self.language is AR else ", "
        at_place = arabic.at_place if self.language is AR else french_places.at_place
        place = at_place(meeting.place, f"{path}.place")
        if not place:
            name = own_words(meeting.place, f"{path}.place", self.language)
            place = text("(", name, ")") if name else ()
            comma = " "
        said = text(kind, text(comma, place) if place else "")
        return said if self.language is AR else sentence_case(said)

    def _month(self, day: date) -> str:
        month = format_date(day, "MMMM", locale=self.language.locale)
        year = isolate(str(day.year)) if self.language is AR else str(day.year)
        return f"{month}\u00a0{year}"
