"""From the plan of a national summary to its text in one language."""

from collections.abc import Iterable, Iterator
from datetime import date

from outreach_app.i18n import Language
from outreach_app.rules.periods import Period
from outreach_app.summaries.communication import arabic_reached, french_reached
from outreach_app.summaries.communication.arabic import ArabicCommunication
from outreach_app.summaries.communication.engagement_words import engagement
from outreach_app.summaries.communication.french import FrenchCommunication
from outreach_app.summaries.communication.plan import Compared
from outreach_app.summaries.national import arabic_scope, french_scope
from outreach_app.summaries.national.arabic import ArabicNation
from outreach_app.summaries.national.area_tables import AreaTables
from outreach_app.summaries.national.french import FrenchNation
from outreach_app.summaries.national.plan import NationalPlan
from outreach_app.summaries.national.tables import NationalTables
from outreach_app.summaries.national.writer import NationalWriter
from outreach_app.summaries.prose.blocks import (
    Block,
    Design,
    Heading,
    Letterhead,
    Note,
    Paragraph,
    Realised,
    Signature,
    Table,
    Text,
    Title,
    plain,
)
from outreach_app.summaries.prose.circulation import Circulation
from outreach_app.summaries.prose.composition import text, typeset
from outreach_app.summaries.prose.french_tense import PRESENT
from outreach_app.summaries.prose.masked import NOTHING, TOTALS_ALONE, hidden_note
from outreach_app.summaries.prose.numbers import PARTIAL
from outreach_app.summaries.prose.plain_text import is_printed

Section = tuple[str, tuple[Block, ...]]


def realise_national(plan: NationalPlan, language: Language, issued_on: date) -> Realised:
    """Write the summary of a period in one language; both start from the same facts.

    Spans name facts of `session_plan.facts`; besides, `issued_on` is the day of the letterhead.
    """
    writer: NationalWriter = (
        ArabicNation(plan) if language is Language.ARABIC else FrenchNation(plan)
    )
    tables, labels = NationalTables(plan, language, writer), writer.labels
    blocks: list[Block] = [*_head(plan, language, writer, issued_on)]
    if plan.is_untold:
        blocks.append(Paragraph(writer.untold_sentence()))
    else:
        blocks += _figures(plan, writer, tables)
    blocks.append(_signed(plan, language))
    level = Circulation.PUBLIC if plan.is_publishable else Circulation.INTERNAL
    return Realised(language, labels.kind, level, tuple(blocks), Design.NATIONAL)


def _signed(plan: NationalPlan, language: Language) -> Signature:
    """Return the place to sign under the signer's title, or the name of the office."""
    title = plan.office.chief_title.prefer(language) or plan.office.name.prefer(language)
    return Signature(title[0] if title else "")


def running_title(plan: NationalPlan, language: Language) -> str:
    """Return the title of the file and its later pages: « Synthèse nationale · octobre 2026 »."""
    writer: NationalWriter = (
        ArabicNation(plan) if language is Language.ARABIC else FrenchNation(plan)
    )
    return f"{writer.labels.title} · {plain(text(writer.period(), writer.provisional()))}"


def _head(
    plan: NationalPlan, language: Language, writer: NationalWriter, issued_on: date
) -> tuple[Block, ...]:
    labels = writer.labels
    # The two days of a longer period would be parted at the end of the line.
    between = " – " if Period(plan.first, plan.last).part else "\n"
    return (
        Letterhead(
            tuple(typeset(line, language) for line in plan.office.letterhead(language)),
            writer.place_and_date(issued_on),
            writer.number(),
        ),
        Title(
            labels.title,
            text(
                *(labels.subtitle, between, writer.period(), writer.provisional()),
                f"\n{labels.for_public}" if plan.is_publishable else "",
            ),
        ),
    )


def _figures(plan: NationalPlan, writer: NationalWriter, tables: NationalTables) -> Iterator[Block]:
    """Yield the figures: the large ones, their day, sentences, sections."""
    yield tables.key_figures()
    yield _situation(plan, tables.language, writer)
    told = (*_told(plan, writer, tables.language), *_numbered(plan, writer, tables))
    if is_printed(PARTIAL, (tables.key_figures(), *told), tables.language):
        yield Note(writer.labels.partly_noted)
    yield from told


def _told(plan: NationalPlan, writer: NationalWriter, language: Language) -> Iterator[Block]:
    """Yield the sentences, and what is not published."""
    sentences = (
        writer.figures_sentences(),
        writer.points_sentences(),
        *_communication(plan, language),
    )
    yield from (Paragraph(sentence) for sentence in sentences if sentence)
    if plan.has_totals_alone:
        yield Note(TOTALS_ALONE[language])
    if plan.is_publishable:
        concerns = any(row.change is not None for row in (*plan.main, *plan.rising))
        channels = any(row.change is not None for row in plan.channels)
        yield Note(hidden_note(language, is_compared=concerns or channels))


def _numbered(
    plan: NationalPlan, writer: NationalWriter, tables: NationalTables
) -> Iterator[Block]:
    """Yield the sections, each under its number."""
    sections = [section for section in _sections(plan, writer, tables) if section[1]]
    for number, (heading, contents) in enumerate(sections, start=1):
        yield from (Heading(number, heading), *contents)


def _communication(plan: NationalPlan, language: Language) -> Iterator[Text]:
    """Yield what headquarters published, and what precincts heard; the public reads no rumour."""
    facts = plan.communication
    now, before = Period(plan.first, plan.last), Period(plan.before_first, plan.before_last)
    is_arabic = language is Language.ARABIC
    compared = Compared(now, before, facts.until)
    # The document refers to its own day.
    said = ArabicCommunication(compared) if is_arabic else FrenchCommunication(compared, PRESENT)
    if facts.publications is not None:
        yield said.published_by_headquarters(facts.publications)
    if facts.engagement is not None:
        yield engagement(facts.engagement, language)
    if facts.rumours is not None:
        are_all = facts.rumours.offices == plan.total.reported == plan.total.offices
        is_only = plan.total.reported == facts.rumours.offices == 1
        yield said.heard_at_precincts(facts.rumours, are_all=are_all, is_only=is_only)
    if facts.remarks is not None:
        yield (
            arabic_reached.received_at_precincts(facts.remarks, facts.until, plan.total.reported)
            if is_arabic
            else french_reached.received_at_precincts(
                facts.remarks, facts.until, plan.total.reported
            )
        )
    if facts.awareness is not None:
        yield (
            arabic_reached.explained_at_precincts(facts.awareness)
            if is_arabic
            else french_reached.explained_at_precincts(facts.awareness, plan.total.reported)
        )


def _situation(plan: NationalPlan, language: Language, writer: NationalWriter) -> Note:
    """Return the day of the counts, and the offices counted if not all are.

    The publishable version does not mention missing reports.
    """
    is_partial = plan.total.reported != 0 and plan.total.coverage != 100
    is_told = is_partial and not plan.is_publishable
    notes = [writer.situation(), *([writer.labels.counted_note] if is_told else [])]
    is_arabic = language is Language.ARABIC
    gaps = arabic_scope.gaps(plan) if is_arabic else french_scope.gaps(plan)
    notes.append(plain(gaps))
    return Note(" ".join(filter(None, notes)))


def _sections_by_area(
    plan: NationalPlan, writer: NationalWriter, tables: AreaTables
) -> Iterator[Section]:
    labels, names, total = writer.labels, writer.labels.sections, plan.total
    if plan.is_publishable:
        unknown = ((NOTHING, labels.unknown_note),)
        keys = _keys(labels.published_note, tables.published(), unknown, tables.language)
        regions = (tables.published(), keys)
        yield names.regions, regions if plan.published else ()
    else:
        signs = ((labels.no_report, labels.no_report_note), (NOTHING, labels.nothing_note))
        keys = _keys(labels.regions_note, tables.regions(), signs, tables.language)
        yield names.regions, (tables.regions(), keys)
        yield names.map, (tables.map(),)
        what_waits = Note(labels.unanswered_note)
        followed = total.women or total.points or total.commitments
        yield names.follow_up, (tables.follow_up(), what_waits) if followed else ()
        yield names.commands, (tables.commands(),) if plan.commands and total.sessions else ()


def _keys(lead: str, table: Table, signs: Iterable[tuple[str, str]], page: Language) -> Note:
    """Return what the columns of a table are, and what the signs mean that are in it."""
    said = [note for sign, note in signs if is_printed(f": {sign}", (table,), page)]
    return Note(" ".join((lead, *said)))


def _sections(
    plan: NationalPlan, writer: NationalWriter, tables: NationalTables
) -> Iterator[Section]:
    """Yield the sections in order, without those that are empty or hold zeros only."""
    names = writer.labels.sections
    yield from _sections_by_area(plan, writer, AreaTables(plan, tables.language, writer))
    main = names.main if plan.ranks_concerns else names.recorded
    told = (tables.concerns(plan.main, "main"), Note(plain(writer.concerns_note())))
    yield main, told if plan.main else ()
    rising = (tables.concerns(plan.rising, "rising", "\u00a0%"),) if plan.rising else ()
    yield names.rising, rising
    met = any(row.met or row.before for row in plan.categories)
    named = (Note(writer.labels.registered_alone),) if plan.total.partners_partial else ()
    yield names.categories, (tables.categories(), *named) if met else ()
    yield names.channels, (tables.channels(),) if plan.channels else ()
    bar = tables.states()
    note = (Note(writer.late_note()),) if plan.states and plan.states.late else ()
    yield names.states, (Paragraph(writer.states_sentence()), bar, *note) if bar else ()
    if not plan.is_publishable:
        late = (tables.late(),) if plan.late else ()
        yield names.late, (Paragraph(writer.late_sentence()), *late)
