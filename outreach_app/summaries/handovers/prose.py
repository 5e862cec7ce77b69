"""From the plan of a handover file to its text in one language."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from outreach_app import vocabulary
from outreach_app.i18n import Language, isolate
from outreach_app.summaries.hand_outs.writer import partner_name
from outreach_app.summaries.handovers.duties import duty, origin, owner
from outreach_app.summaries.handovers.issued import issued_title
from outreach_app.summaries.handovers.key_figures import key_figures
from outreach_app.summaries.handovers.naming import named
from outreach_app.summaries.handovers.plan import (
    EndedCommitment,
    HandoverPlan,
    OpenCommitment,
)
from outreach_app.summaries.handovers.unsettled import unsettled
from outreach_app.summaries.handovers.words import LABELS, Labels
from outreach_app.summaries.handovers.year_lines import year_lines
from outreach_app.summaries.prose import arabic, french
from outreach_app.summaries.prose.blocks import (
    Block,
    Cell,
    Design,
    Facts,
    Heading,
    Lines,
    Paragraph,
    Realised,
    Signatures,
    Span,
    Table,
    Text,
    Title,
)
from outreach_app.summaries.prose.bodies import name_of_one
from outreach_app.summaries.prose.circulation import Circulation
from outreach_app.summaries.prose.composition import text, typeset
from outreach_app.summaries.prose.confirming import TO_CONFIRM
from outreach_app.summaries.prose.facts import Words
from outreach_app.summaries.prose.free_texts import noted_together, translation_notes
from outreach_app.summaries.prose.french import lower_case, sentence_case
from outreach_app.summaries.prose.heads import letterhead
from outreach_app.summaries.prose.listed_kinds import listed_kind
from outreach_app.summaries.prose.numbers import digits
from outreach_app.summaries.prose.quoting import NOT_NOTED, inline, own_title, quotation
from outreach_app.summaries.prose.same_matter import answered_since
from outreach_app.summaries.prose.several_days import days_cell

AR, FR = Language.ARABIC, Language.FRENCH
LAYOUTS = (
    *("duties", "promised", "abandoned", "unanswered", "waiting", "news"),
    *("partner_list", "agenda", "unsettled", "given_out", "untold"),
)


def realise_handover(plan: HandoverPlan, language: Language, issued_on: date) -> Realised:
    """Write the file in one language: what is urgent, each list whole, and who signs."""
    plan, noting = noted_together(plan, language)
    writer = _Writer(plan, language, LABELS[language])
    labels = writer.labels
    day, first = Span(writer.full(plan.as_of), "as_of"), writer.full(plan.year.first)
    duties, *lists = writer.lists()
    sections = [
        writer.section(number, heading.format(first=first), part)
        for number, (heading, part) in enumerate(
            zip(labels.sections[2:], lists, strict=True), start=3
        )
    ]
    return Realised(
        language,
        labels.kind,
        Circulation.INTERNAL,
        (
            letterhead(plan.office, plan.number, issued_on, language),
            Title(labels.title, text(labels.subtitle, day)),
            key_figures(plan, language),
            *writer.section(1, writer.duties_heading(labels.sections[0]), duties),
            Heading(2, writer.year_heading(labels.sections[1].format(first=first))),
            Facts(year_lines(plan.year, language)),
            *(block for section in sections for block in section),
            *translation_notes(noting, language),
            Paragraph(text(labels.handed_over)),
            Signatures(writer.signatures()),
        ),
        Design.SESSION,
    )


def handover_title(plan: HandoverPlan, language: Language) -> str:
    """Return the title of the file and its later pages."""
    return f"{LABELS[language].title} · {plan.number}"


@dataclass(frozen=True, slots=True)
class _Writer:
    plan: HandoverPlan
    language: Language
    labels: Labels

    def year_heading(self, heading: str) -> str:
        """Return the heading of the year with the day on which the register began in it."""
        begun_on = self.plan.year.begun_on
        if self.plan.year.is_blank:
            return f"{heading} ({self.labels.blank})"
        if begun_on is None:
            return heading
        return f"{heading} ({self.labels.begun}{self.full(begun_on)})"

    def duties_heading(self, heading: str) -> str:
        """Return the heading of what is to do, with the people to inform at any time after."""
        end = self.labels.informing if self.plan.looks_further else ""
        return heading.format(days=self.digits(self.plan.days)) + end

    def signatures(self) -> tuple[str, str]:
        """Return who hands over, a woman by her title, and who takes over."""
        gives, takes = self.labels.signatures
        title = self.plan.office.chief_title.prefer(self.language)
        is_woman = title is not None and title[0].startswith(("La ", "رئيسة"))
        return (self.labels.by_her if is_woman else gives, takes)

    def section(self, number: int, heading: str, table: Table) -> list[Block]:
        """Return a list under its heading, or the word that there is nothing."""
        body: Block = table if table.rows else Paragraph(text(self.labels.none))
        return [Heading(number, heading), body]

    def lists(self) -> Iterator[Table]:
        """Yield the duties, then each list."""
        parts = (
            [duty(row, self.language) for row in self.plan.duties],
            list(self._commitments()),
            list(self._ended()),
            list(self._referrals()),
            list(self._points()),
            list(self._rumours()),
            list(self._partners()),
            list(self._meetings()),
            [unsettled(row, self.language) for row in self.plan.unsettled],
            list(self._documents()),
            list(self._untold()),
        )
        for layout, headings, rows in zip(LAYOUTS, self.labels.tables, parts, strict=True):
            yield Table(layout, self._headings(layout, headings), tuple(rows))

    def _headings(self, layout: str, headings: tuple[str, ...]) -> tuple[str, ...]:
        """Return the headings; of meetings without a subject the last names partners alone."""
        meetings, partners = self.plan.meetings, self.labels.partners
        if layout != "agenda" or any(row.subject.prefer(self.language) for row in meetings):
            return headings
        return (*headings[:-1], partners[any(len(row.partners) > 1 for row in meetings)])

    def full(self, day: date) -> str:
        """Return a day in words."""
        return arabic.full_date(day) if self.language is AR else french.full_date(day)

    def digits(self, number: int) -> str:
        """Return a number."""
        return digits(number, self.language)

    def _commitments(self) -> Iterator[tuple[Cell, ...]]:
        for row in self.plan.commitments:
            path = f"commitments.{row.number}"
            yield (
                self._due(row, path),
                quotation(row.words, f"{path}.words", self.language),
                owner(row, self.plan.office, path, self.language),
                origin(row.origin, f"{path}.origin", self.language),
            )

    def _due(self, row: OpenCommitment, path: str) -> Text:
        """Return « 15/12/2026 », « Sans échéance (partiellement réalisé) »."""
        day = self._day_or(row.due_on, f"{path}.due_on", self.labels.no_due_day)
        if row.begun is None:
            return day
        return text(day, " (", lower_case(self._label(row.begun, f"{path}.begun")), ")")

    def _ended_on(self, row: EndedCommitment, path: str) -> Text:
        if row.ended_on is not None:
            return self._day_or(row.ended_on, f"{path}.ended_on", "")
        day = self._day_or(row.entered_on, f"{path}.entered_on", "")
        return text(self.labels.entered, day)

    def _ended(self) -> Iterator[tuple[Cell, ...]]:
        for row in self.plan.ended:
            path = f"ended.{row.number}"
            state = self._label(row.status, f"{path}.status")
            if row.reason:
                semicolon = "؛ " if self.language is AR else "\u00a0; "
                why = inline(row.reason, f"{path}.reason", self.language)
                state = text(state, semicolon, self.labels.reason, why)
            yield (
                self._ended_on(row, path),
                quotation(row.words, f"{path}.words", self.language),
                owner(row, self.plan.office, path, self.language),
                state,
                origin(row.origin, f"{path}.origin", self.language),
            )

    def _referrals(self) -> Iterator[tuple[Cell, ...]]:
        for row in self.plan.referrals:
            path = f"referrals.{row.number}"
            topic = self._label(row.topic, f"{path}.topic")
            yield (
                self._day_or(row.sent_on, f"{path}.sent_on", self.labels.no_day),
                self._label(row.to, f"{path}.to"),
                text(topic, answered_since(row.answered_on, f"{path}.answered_on", self.language)),
                origin(row.origin, f"{path}.origin", self.language),
            )

    def _points(self) -> Iterator[tuple[Cell, ...]]:
        for row in self.plan.points:
            path = f"points.{row.number}"
            yield (
                text(self._day(row.held_on, f"{path}.held_on")),
                self._label(row.topic, f"{path}.topic"),
                self._words_cell(row.words, f"{path}.words"),
                origin(row.origin, f"{path}.origin", self.language),
            )

    def _rumours(self) -> Iterator[tuple[Cell, ...]]:
        for row in self.plan.rumours:
            path = f"rumours.{row.number}"
            news = origin(row.origin, f"{path}.origin", self.language)
            said = row.words and quotation(row.words, f"{path}.words", self.language)
            what = Span(self.labels.rumour_duties[row.is_to_rectify], f"{path}.is_to_rectify")
            yield (
                text(self._day(row.heard_on, f"{path}.heard_on")),
                said or self._label(row.topic, f"{path}.topic"),
                text(what, " (", news if self.language is AR else lower_case(news), ")"),
            )

    def _partners(self) -> Iterator[tuple[Cell, ...]]:
        for row in self.plan.partners:
            path = f"partners.{row.number}"
            met = self._day(row.last_met_on, f"{path}.last_met_on") if row.last_met_on else ""
            yield (
                sentence_case(partner_name(row.partner, f"{path}.partner", self.language)),
                sentence_case((Span(name_of_one(row.kind, self.language), f"{path}.kind"),)),
                text(met or self.labels.never_met),
            )

    def _meetings(self) -> Iterator[tuple[Cell, ...]]:
        no_hour, no_subject = self.labels.to_set
        have_subjects = any(row.subject.prefer(self.language) for row in self.plan.meetings)
        for row in self.plan.meetings:
            path = f"meetings.{row.number}"
            clock = (arabic if self.language is AR else french).clock
            subject = own_title(row.subject, f"{path}.subject", self.language)
            about = sentence_case(subject) if subject else text(no_subject) * have_subjects
            told = tuple(each for each in (about, named(row.partners, path, self.language)) if each)
            hour = Span(clock(row.starts_at), f"{path}.starts_at") if row.starts_at else no_hour
            open_ = Span(f" ({TO_CONFIRM[self.language]})", f"{path}.is_to_confirm")
            yield (
                days_cell(row.held_on, row.last_on, path, self.language),
                text(hour, open_ if row.is_to_confirm else ""),
                listed_kind(row, path, self.language),
                Lines(told) if told else text(NOT_NOTED[self.language]),
            )

    def _documents(self) -> Iterator[tuple[Cell, ...]]:
        for row in self.plan.documents:
            path = f"documents.{row.number}"
            document = isolate(row.document) if self.language is AR else row.document
            yield (
                text(Span(document, f"{path}.document")),
                issued_title(row, path, self.language),
                text(self._day(row.issued_on, f"{path}.issued_on")),
                text(Span(self.digits(row.version), f"{path}.version")),
            )

    def _untold(self) -> Iterator[tuple[Cell, ...]]:
        for row in self.plan.untold:
            path = f"untold.{row.number}"
            meeting = isolate(row.meeting) if self.language is AR else row.meeting
            subject = own_title(row.subject, f"{path}.subject", self.language)
            yield (
                text(Span(meeting, f"{path}.meeting")),
                days_cell(row.held_on, row.last_on, path, self.language),
                listed_kind(row, path, self.language),
                sentence_case(subject) if subject else text(NOT_NOTED[self.language]),
            )

    def _words_cell(self, words: Words | None, path: str) -> Cell:
        return quotation(words, path, self.language) if words else text(self.labels.no_detail)

    def _label(self, code: str, fact: str) -> Text:
        words = typeset(vocabulary.printed(code, self.language), self.language)
        return sentence_case((Span(words, fact),))

    def _day_or(self, day: date | None, fact: str, without: str) -> Text:
        return text(self._day(day, fact) if day else without)

    def _day(self, day: date, fact: str) -> Span:
        return Span((arabic if self.language is AR else french).short_date(day), fact)
