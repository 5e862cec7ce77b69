"""From the plan of a published report to its text in one language."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from outreach_app import vocabulary
from outreach_app.i18n import Language
from outreach_app.rules.masking import Count
from outreach_app.rules.periods import Period
from outreach_app.summaries.prose.agreeing import agreeing
from outreach_app.summaries.prose.blocks import (
    Block,
    Cell,
    CountChange,
    Design,
    Heading,
    KeyFigures,
    Note,
    Paragraph,
    Realised,
    Span,
    Table,
    Text,
    Title,
)
from outreach_app.summaries.prose.circulation import Circulation
from outreach_app.summaries.prose.composition import text, typeset
from outreach_app.summaries.prose.french import sentence_case
from outreach_app.summaries.prose.heads import letterhead, signed
from outreach_app.summaries.prose.masked import (
    NOTHING,
    TOTALS_ALONE,
    MaskedFigures,
    hidden_difference_note,
)
from outreach_app.summaries.prose.meeting_kinds import exchange_name
from outreach_app.summaries.prose.numbers import PARTIAL
from outreach_app.summaries.prose.periods import length_of
from outreach_app.summaries.published.plan import PublishedFigure, PublishedPart, PublishedPlan
from outreach_app.summaries.published.sentences import (
    communication_sentences,
    headings_of_time,
    period_title,
    unit_sentence,
)
from outreach_app.summaries.published.words import REPORT, WORDS

_KEY_FIGURES = ("meetings", "participants", "partners", "points")


def realise_published(plan: PublishedPlan, language: Language, issued_on: date) -> Realised:
    """Write the report of a period for the public in one language, from the same facts."""
    writer = _Writer(plan, language)
    title = REPORT[language].titles[length_of(Period(plan.first, plan.last))]
    # The two days of a longer period would be parted at the end of the line.
    between = " – " if Period(plan.first, plan.last).part else "\n"
    days = period_title(plan, language)
    days = sentence_case(days) if between == "\n" else days
    subtitle = text(WORDS[language].version, between, days)
    blocks: list[Block] = [
        letterhead(plan.office, plan.number, issued_on, language),
        Title(title, subtitle),
    ]
    blocks += [*writer.told(), signed(plan.office, language)]
    kind = REPORT[language].kind
    return Realised(language, kind, Circulation.PUBLIC, tuple(blocks), Design.PERIOD)


def published_title(plan: PublishedPlan, language: Language) -> str:
    """Return the title of the file and its later pages: « Rapport mensuel · octobre 2026 »."""
    title = REPORT[language].titles[length_of(Period(plan.first, plan.last))]
    return f"{title} · {''.join(span.text for span in period_title(plan, language))}"


@dataclass(frozen=True, slots=True)
class _Writer:
    """Lays out the figures of a plan in one language."""

    plan: PublishedPlan
    language: Language

    @property
    def say(self) -> MaskedFigures:
        return MaskedFigures(self.language)

    def told(self) -> Iterator[Block]:
        """Yield the large figures, what they are of, then the sections that hold a number."""
        yield self.key_figures()
        yield Paragraph(unit_sentence(self.plan, self.language))
        sections = list(self.sections())
        for number, (heading, blocks) in enumerate(sections, start=1):
            yield Heading(number if len(sections) > 1 else None, heading)
            yield from blocks

    def _counted_until(self) -> str:
        """Return until when the outcomes are counted that are printed; empty without any."""
        words = WORDS[self.language]
        printed = tuple(row.code for row in self.plan.figures if row.code in words.outcomes)
        said = words.counted.get(printed)
        return f"{said}{words.until[self.plan.is_compared]}" if said else ""

    def sections(self) -> Iterator[tuple[str, tuple[Block, ...]]]:
        """Yield the headings with their contents, except empty ones."""
        names, words = REPORT[self.language].sections.numbered, WORDS[self.language]
        labels = REPORT[self.language]
        said = communication_sentences(self.plan, self.language)
        explains = self.plan.communication.awareness is not None
        topics = (self._compared(labels.topic, self.plan.topics, "topics"),)
        sections: list[tuple[str, tuple[Block, ...]]] = [
            (names[1], tuple(self.figures())),
            (words.breakdowns, tuple(self.breakdowns())),
            (names[3], topics if self.plan.topics else ()),
            (names[6] if explains else words.communication_alone, tuple(map(Paragraph, said))),
        ]
        yield from (section for section in sections if section[1])

    def key_figures(self) -> KeyFigures:
        """Lay out meetings, participants, partners and points, as far as they are numbers."""
        labelled = zip(WORDS[self.language].key_figures, _KEY_FIGURES, strict=True)
        return KeyFigures(
            tuple(
                (
                    agreeing(forms, self.plan.number_of(code)),
                    self._key_number(self.plan.figure(code), f"figures.{code}.now"),
                )
                for forms, code in labelled
                if self.plan.number_of(code) is not None
            )
        )

    def figures(self) -> Iterator[Block]:
        """Yield all figures, beside those of the period before, and then what they count."""
        labels = REPORT[self.language]
        yield self._compared(labels.figure, self.plan.figures, "figures")
        is_told = any(row.code == "without_outcome" for row in self.plan.figures)
        notes = [labels.what_is_without_outcome] if is_told else []
        if any(row.is_partial or row.was_partial for row in self.plan.figures):
            notes.append(labels.partly_noted)
        if self.plan.is_compared and any(row.change is None for row in self.plan.figures):
            notes.append(WORDS[self.language].not_compared)
        elif any(row.now is None for row in self.plan.figures):
            notes.append(labels.not_noted)
        if notes:
            yield Note(" ".join(notes))
        rule = hidden_difference_note(self.language, is_compared=self.plan.is_compared)
        yield Note(f"{WORDS[self.language].what_is_counted}{self._counted_until()} {rule}")
        if self.plan.has_totals_alone:
            yield Note(TOTALS_ALONE[self.language])

    def breakdowns(self) -> Iterator[Table]:
        """Yield meetings by kind and channel and partners by category."""
        labels, plan = REPORT[self.language], self.plan
        columns = (
            (labels.kind_headings[:2], plan.kinds, "kinds"),
            (labels.category_headings[:2], plan.categories, "categories"),
            (labels.channel_headings[:2], plan.channels, "channels"),
        )
        for headings, parts, path in columns:
            if parts:
                rows = tuple(self._part(row, f"{path}.{row.code}") for row in parts)
                yield Table("figures_alone", headings, rows)

    def _part(self, row: PublishedPart, path: str) -> tuple[Cell, ...]:
        return self._label(row.code, path), self.say.number(row.count, f"{path}.count")

    def _compared(self, heading: str, rows: tuple[PublishedFigure, ...], path: str) -> Table:
        """Lay out figures next to those of the period before, if it is compared."""
        now, before = headings_of_time(self.plan, self.language)
        lines: list[tuple[Cell, ...]] = []
        for row in rows:
            own = f"{path}.{row.code}"
            number = self._number(row.now, f"{own}.now", is_partial=row.is_partial)
            line: tuple[Cell, ...] = (self._label(row.code, own), number)
            if self.plan.is_compared:
                then = self._number(row.before, f"{own}.before", is_partial=row.was_partial)
                line = (*line, then, self._change(row.change, f"{own}.change"))
            lines.append(line)
        if self.plan.is_compared:
            change = REPORT[self.language].change
            return Table("figures", (heading, now, before, change), tuple(lines))
        return Table("figures_alone", (heading, now), tuple(lines))

    def _key_number(self, row: PublishedFigure, path: str) -> Text:
        return self._number(row.now, path, is_partial=row.is_partial)

    def _number(self, count: Count | None, path: str, *, is_partial: bool) -> Text:
        number = self.say.number(count, path)
        return text(number, PARTIAL) if is_partial and isinstance(count, int) else number

    def _change(self, change: int | None, fact: str) -> Cell:
        if change is None:
            return text(NOTHING)
        return CountChange(self.say.signed(change, fact), (change > 0) - (change < 0))

    def _label(self, code: str, path: str) -> Text:
        """Return the label of a figure or code, as the report of the period has it."""
        labels = REPORT[self.language]
        own = labels.figures.get(code) or WORDS[self.language].outcomes.get(code)
        if path.startswith("kinds.") and (name := exchange_name(code, self.language)):
            return sentence_case(text(Span(name, f"{path}.code")))
        if own:
            return text(own)
        words = labels.channels.get(code) or vocabulary.printed(code, self.language)
        return sentence_case(text(Span(typeset(words, self.language), f"{path}.code")))
