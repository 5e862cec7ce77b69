"""From the plan of a period to its report in one language."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from outreach_app.i18n import Language
from outreach_app.summaries.communication.engagement_words import engagement
from outreach_app.summaries.period.arabic import ArabicPeriod
from outreach_app.summaries.period.arabic_cells import ArabicCells
from outreach_app.summaries.period.french import FrenchPeriod
from outreach_app.summaries.period.french_cells import FrenchCells
from outreach_app.summaries.period.lists import PeriodLists
from outreach_app.summaries.period.plan import PeriodPlan, Programme
from outreach_app.summaries.period.tables import PeriodTables
from outreach_app.summaries.period.unheld import unheld
from outreach_app.summaries.period.writer import CellWriter, PeriodWriter, period_of, programme_end
from outreach_app.summaries.prose import arabic, french
from outreach_app.summaries.prose.blocks import (
    Assessment,
    Block,
    Design,
    Heading,
    Letterhead,
    Note,
    Paragraph,
    Realised,
    Signature,
    Title,
    plain,
)
from outreach_app.summaries.prose.circulation import Circulation
from outreach_app.summaries.prose.composition import text, typeset
from outreach_app.summaries.prose.facts import Noting
from outreach_app.summaries.prose.free_texts import noted_together, translation_notes
from outreach_app.summaries.prose.french_letters import sentences_in_letters
from outreach_app.summaries.prose.french_tense import PAST, PRESENT, Tense
from outreach_app.summaries.prose.periods import length_of
from outreach_app.summaries.prose.quoting import inline, quotation


def realise_period(plan: PeriodPlan, language: Language, issued_on: date) -> Realised:
    """Write the report of a period in one language; both start from the same facts.

    Spans name facts of `facts(plan)`; besides, `issued_on` is the day of the letterhead, `eve` the
    day before the first and `earlier` how many earlier commitments were open then, `planned_until`
    the last day of the programme.
    """
    plan, noting = noted_together(plan, language, are_all_quoted=False, mark=Noting.MARKED_TWICE)
    writer = _writer(plan, language, PRESENT if issued_on == plan.as_of else PAST)
    cells, labels = _cells(plan, language), writer.labels
    tables = PeriodTables(plan, language, writer, cells)
    lists = PeriodLists(plan, language, writer, cells)
    blocks: list[Block] = [*_head(plan, language, writer, issued_on), tables.key_figures()]
    if note := writer.compared_note():
        blocks.append(Note(note))
    signals = writer.signals() or [text(labels.none_without_meetings)]
    blocks.append(Heading(None, labels.sections.signals))
    blocks += [Paragraph(text("–\u00a0", sentence)) for sentence in signals]
    contents = (
        (Paragraph(writer.unit()),),
        _figures(plan, writer, tables),
        _breakdowns(plan, writer, tables),
        _concerns(plan, writer, tables),
        _promises(plan, writer, tables, lists),
        _referrals(plan, writer, lists),
        _communication(plan, writer, tables),
        _difficulties(plan, language),
        _assessment(plan, language, writer),
        lists.programme(issued_on),
    )
    headings = (*labels.sections.numbered, _programme(plan, issued_on, labels.sections.programmes))
    headed = zip(headings, map(tuple, contents), strict=True)
    # What only the author can say is left out where nothing was said.
    for number, (heading, parts) in enumerate((each for each in headed if each[1]), start=1):
        blocks += [Heading(number, heading), *parts]
    blocks += [*translation_notes(noting, language), Signature(plain(writer.chief()))]
    blocks += _annex(plan, language, writer, lists)
    if language is Language.FRENCH:
        blocks = list(map(_in_letters, blocks))
    return Realised(language, labels.kind, Circulation.INTERNAL, tuple(blocks), Design.PERIOD)


def _programme(plan: PeriodPlan, issued_on: date, names: Mapping[Programme, str]) -> str:
    """Return the heading of the time after the period; once it is over, of what was held."""
    is_over = not plan.planned and issued_on >= programme_end(plan.as_of)
    return names[Programme.HELD if is_over else plan.programme]


def _in_letters(block: Block) -> Block:
    """Return a French paragraph with its small counts in letters, any other block as it is."""
    if not isinstance(block, Paragraph):
        return block
    return replace(block, text=sentences_in_letters(block.text))


def _annex(
    plan: PeriodPlan, language: Language, writer: PeriodWriter, lists: PeriodLists
) -> tuple[Block, ...]:
    if not plan.meetings:
        return ()
    labels = writer.labels
    has_gaps = any(
        None in (row.participants, row.women) or row.subject.prefer(language) is None
        for row in plan.meetings
    )
    notes = [labels.not_noted] if has_gaps else []
    listed = sum(row.commitments for row in plan.meetings)
    if plan.are_acts_apart and plan.count("commitments") != listed:
        notes.append(labels.annex_commitments)
    said = (Note(" ".join(notes)),) if notes else ()
    return (Heading(None, labels.sections.annex), *lists.annex(), *said)


def running_title(plan: PeriodPlan, language: Language) -> str:
    """Return the title of the file and its later pages: « Rapport mensuel · octobre 2026 »."""
    writer = _writer(plan, language)
    title = writer.labels.titles[length_of(period_of(plan))]
    return f"{title} · {plain(writer.period())}"


def _writer(plan: PeriodPlan, language: Language, tense: Tense = PAST) -> PeriodWriter:
    """Return the writer of a period: French uses the present tense for the day of the report."""
    return ArabicPeriod(plan) if language is Language.ARABIC else FrenchPeriod(plan, tense)


def _cells(plan: PeriodPlan, language: Language) -> CellWriter:
    return ArabicCells(plan) if language is Language.ARABIC else FrenchCells(plan)


def _head(
    plan: PeriodPlan, language: Language, writer: PeriodWriter, issued_on: date
) -> tuple[Block, ...]:
    title = writer.labels.titles[length_of(period_of(plan))]
    return (
        Letterhead(
            tuple(typeset(line, language) for line in plan.office.letterhead(language)),
            writer.place_and_date(issued_on),
            writer.number(),
        ),
        Title(title, writer.period()),
    )


def _figures(plan: PeriodPlan, writer: PeriodWriter, tables: PeriodTables) -> Iterator[Block]:
    yield Paragraph(writer.figures() if plan.meetings else text(writer.labels.no_meetings))
    if not_held := unheld(plan.unheld, tables.language):
        yield Paragraph(not_held)
    yield tables.figures()
    marks = [writer.labels.what_is_without_outcome] if plan.meetings else []
    if any(row.is_partial or row.was_partial for row in plan.figures):
        marks.append(writer.labels.partly_noted)
    if tables.is_compared and any(row.change is None for row in plan.figures):
        marks.append(writer.labels.not_compared)
    elif any(row.now is None for row in plan.figures):
        marks.append(writer.labels.not_noted)
    if not tables.is_compared and (plan.meetings or not plan.has_ended):
        labels = writer.labels
        running = labels.still_running[length_of(period_of(plan))]
        marks.append(_uncompared(plan, writer, tables.language) if plan.has_ended else running)
    if marks:
        yield Note(" ".join(marks))


def _uncompared(plan: PeriodPlan, writer: PeriodWriter, language: Language) -> str:
    """Return why nothing is compared with the period before."""
    since = plan.uncompared_since
    if since is None:
        return writer.labels.none_compared
    write = arabic.full_date if language is Language.ARABIC else french.full_date
    return f"{writer.labels.begun_since}{write(since)}."


def _breakdowns(plan: PeriodPlan, writer: PeriodWriter, tables: PeriodTables) -> Iterator[Block]:
    if not plan.meetings:
        yield Paragraph(text(writer.labels.nothing))
        return
    yield from tables.breakdowns()


def _concerns(plan: PeriodPlan, writer: PeriodWriter, tables: PeriodTables) -> Iterator[Block]:
    if plan.topics or any(row.now for row in plan.topics_apart):
        yield Paragraph(writer.topics())
        yield tables.topics()
    else:
        yield Paragraph(text(writer.labels.no_points))
    if plan.months:
        yield tables.months()


def _promises(
    plan: PeriodPlan, writer: PeriodWriter, tables: PeriodTables, lists: PeriodLists
) -> Iterator[Block]:
    yield Paragraph(writer.promises())
    if plan.states:
        yield Paragraph(tables.cells.states())
        yield tables.states()
    if plan.promises:
        yield Paragraph(lists.cells.unmet())
        yield lists.promises()
    if plan.given_up:
        yield Paragraph(lists.cells.given_up())
        yield lists.given_up()


def _referrals(plan: PeriodPlan, writer: PeriodWriter, lists: PeriodLists) -> Iterator[Block]:
    yield Paragraph(writer.referrals())
    if plan.referrals:
        yield lists.referrals()


def _communication(plan: PeriodPlan, writer: PeriodWriter, tables: PeriodTables) -> Iterator[Block]:
    """Yield what was published, its kinds where there are several, its reach, what was heard."""
    yield Paragraph(writer.published())
    facts = plan.communication.publications
    if facts is not None and facts.count and len(facts.kinds) > 1:
        yield tables.publications(facts)
        if facts.has_shares and any((1000 * row.count) % facts.count for row in facts.kinds):
            yield Note(writer.labels.rounded)
    reached = plan.communication.engagement
    said = engagement(reached, tables.language) if reached is not None else ()
    if facts is not None and facts.count and (reached is None or reached.interactions is None):
        unread = writer.labels.no_interactions[min(facts.count, 3) - 1]
        said = text(unread, " " if said else "", said)
    if said:
        yield Paragraph(said)
    yield from map(Paragraph, writer.heard())


def _difficulties(plan: PeriodPlan, language: Language) -> Iterator[Block]:
    """Yield what the author noted, in quotes, a line each."""
    for place, words in enumerate(plan.difficulties, start=1):
        said = inline(words, f"difficulties.{place}", language)
        yield Paragraph(text("–\u00a0", said))


def _assessment(plan: PeriodPlan, language: Language, writer: PeriodWriter) -> tuple[Block, ...]:
    if plan.assessment is None:
        return ()
    words = quotation(plan.assessment, "assessment", language)
    return (Assessment(writer.assessment(), writer.labels.opinion, words),)
