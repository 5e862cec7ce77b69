"""From the plan of a programme to its text in one language."""

from collections.abc import Callable
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
from outreach_app.summaries.prose.counts import Case, count
from outreach_app.summaries.prose.french import sentence_case
from outreach_app.summaries.prose.nouns import MEETING
from outreach_app.summaries.prose.quoting import own_words

NOTHING = "—"
AR, FR = Language.ARABIC, Language.FRENCH


@dataclass(frozen=True, slots=True)
class Wording:
    """The fixed words of a programme in one language, and how it says a day and an hour."""

    title: str
    kind: str
    headings: tuple[str, str, str, str]
    number: str
    dated: str
    dated_alone: str
    day: Callable[[date], str]
    short_day: Callable[[date], str]
    hour: Callable[[time], str]
    at: str
    separator: str


WORDINGS = {
    AR: Wording(
        title="برنامج اللقاءات",
        kind="برنامج",
        headings=("التاريخ والساعة", "نوع اللقاء ومكانه", "الموضوع", "الشركاء"),
        number="عدد: ",
        dated="، في ",
        dated_alone="في ",
        day=arabic.full_date,
        short_day=arabic.short_date,
        hour=arabic.clock,
        at=" ",
        separator="؛ ",
    ),
    FR: Wording(
        title="Programme des rencontres",
        kind="programme",
        headings=("Date et heure", "Rencontre et lieu", "Objet", "Partenaires"),
        number="N°\u00a0: ",
        dated=", le ",
        dated_alone="Le ",
        day=french.full_date,
        short_day=french.short_date,
        hour=french.clock,
        at=" à\u00a0",
        separator="\u00a0; ",
    ),
}


def realise_programme(plan: ProgrammePlan, language: Language, issued_on: date) -> Realised:
    """Write the programme of a period in one language; both start from the same facts.

    Spans name facts of `session_plan.facts`; besides, `meetings` is how many there are and
    `issued_on` the day of the letterhead.
    """
    writer = _Writer(plan, language, WORDINGS[language])
    blocks: list[Block] = [*writer.head(issued_on), Paragraph(writer.sentence())]
    if plan.meetings:
        rows = tuple(writer.row(meeting) for meeting in plan.meetings)
        blocks.append(Table("programme", writer.wording.headings, rows))
    wording = writer.wording
    return Realised(language, wording.kind, Circulation.INTERNAL, tuple(blocks), Design.NATIONAL)


def programme_title(plan: ProgrammePlan, language: Language) -> str:
    """Return the title of the file and its later pages: « Programme … · novembre 2026 »."""
    writer = _Writer(plan, language, WORDINGS[language])
    return f"{writer.wording.title} · " + "".join(span.text for span in writer.period())


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
            Title(wording.title, sentence_case(self.period())),
        )

    def period(self) -> Text:
        """« novembre 2026 », or its first and last day."""
        plan = self.plan
        if Period(plan.first, plan.last).months == 1:
            return text(Span(self._month(plan.last), "last"))
        first, last = (self.wording.day(day) for day in (plan.first, plan.last))
        between = (" إلى غاية ", "من ") if self.language is AR else (" au ", "du ")
        return text(between[1], Span(first, "first"), between[0], Span(last, "last"))

    def sentence(self) -> Text:
        """How many meetings are planned in the period."""
        number = len(self.plan.meetings)
        meetings = Span(count(MEETING, number, Case.GENITIVE, self.language), "meetings")
        end = ":" if number else "."
        is_month = Period(self.plan.first, self.plan.last).months == 1
        if self.language is AR:
            verb = "تمت برمجة " if number else "لم تتم برمجة "
            lead = " خلال شهر " if is_month else " خلال الفترة الممتدة "
            return text(verb, meetings, lead, self.period(), end)
        verb = {0: " n’est programmée", 1: " est programmée"}.get(number, " sont programmées")
        lead = "en " if is_month else ""
        space = "\u00a0" if number else ""
        return sentence_case(text(lead, self.period(), ", ", meetings, f"{verb}{space}{end}"))

    def row(self, meeting: ProgrammeMeeting) -> tuple[Cell, ...]:
        """When; what and where; about what; with whom."""
        path = f"meetings.{meeting.number}"
        partners = [
            partner_name(partner, f"{path}.partners.{place}", self.language)
            for place, partner in enumerate(meeting.partners, start=1)
        ]
        return (
            self._when(meeting, path),
            self._what(meeting, path),
            self._about(meeting, path),
            joined([partner for partner in partners if partner], self.wording.separator)
            or text(NOTHING),
        )

    def _about(self, meeting: ProgrammeMeeting, path: str) -> Cell:
        """Return the subject, over the rectifications that are to be told."""
        subject = own_words(meeting.subject, f"{path}.subject", self.language)
        named = sentence_case(text(subject or NOTHING))
        told = [
            to_be_told(words, f"{path}.to_tell.{place}", self.language)
            for place, words in enumerate(meeting.to_tell, start=1)
        ]
        return Lines((named, *told)) if told else named

    def _when(self, meeting: ProgrammeMeeting, path: str) -> Text:
        weekday = format_date(meeting.held_on, "EEEE", locale=self.language.locale)
        day = f"{weekday} {self.wording.short_day(meeting.held_on)}"
        start = meeting.starts_at
        hour = Span(self.wording.hour(start), f"{path}.starts_at") if start else ""
        said = Span(day[:1].upper() + day[1:], f"{path}.held_on")
        return text(said, text(self.wording.at, hour) if hour else "")

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
