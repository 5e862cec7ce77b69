"""The summary of a session in one language, from its plan."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from outreach_app.i18n import Language
from outreach_app.summaries.prose import arabic, french
from outreach_app.summaries.prose.blocks import (
    Assessment,
    Block,
    Cell,
    Facts,
    Letterhead,
    Lines,
    Note,
    Paragraph,
    Realised,
    Signature,
    Span,
    Table,
    Text,
    Title,
)
from outreach_app.summaries.prose.circulation import Circulation
from outreach_app.summaries.prose.composition import text, typeset
from outreach_app.summaries.prose.editions import Former, replacement
from outreach_app.summaries.prose.facts import Noting
from outreach_app.summaries.prose.free_texts import noted_together
from outreach_app.summaries.prose.nouns import OTHER_COMMITMENT, OTHER_POINT
from outreach_app.summaries.prose.numbers import digits
from outreach_app.summaries.prose.plain_text import is_printed
from outreach_app.summaries.prose.quoting import MARKS, marked_note, own_title, quotation
from outreach_app.summaries.session import arabic_states, french_states
from outreach_app.summaries.session.arabic import ArabicSession
from outreach_app.summaries.session.changes import changes_told
from outreach_app.summaries.session.french import FrenchSession
from outreach_app.summaries.session.names import names
from outreach_app.summaries.session.phrases import phrase
from outreach_app.summaries.session.plan import PointFacts, SessionPlan
from outreach_app.summaries.session.point_kinds import unnoted
from outreach_app.summaries.session.promises import CommitmentFacts, EarlierFacts
from outreach_app.summaries.session.writer import SessionWriter, earlier_named, promise_path

ShownT = TypeVar("ShownT")


@dataclass(frozen=True, slots=True)
class Cut:
    """The maximum numbers of points and commitments to show; None shows all."""

    points: int | None = None
    commitments: int | None = None


def realise(
    plan: SessionPlan,
    language: Language,
    issued_on: date,
    cut: Cut = Cut(),
    replaces: Former | None = None,
) -> Realised:
    """Return the summary of a session in one language; both use the same facts.

    `replaces` is the version that this one replaces.

    Spans name facts of the plan; in addition, `points`, their kinds, `commitments` and `earlier`
    are numbers (or the numbers cut), `issued_on` is the day on the letterhead, `replaces` is that
    version, and `fixed.emergency_number` is the 19.
    """
    plan, noting = noted_together(plan, language)
    writer: SessionWriter = (
        ArabicSession(plan, issued_on)
        if language is Language.ARABIC
        else FrenchSession(plan, issued_on)
    )
    blocks = [
        *_head(plan, language, writer),
        *_replaced(plan, language, replaces),
        Paragraph(writer.opening()),
        *names(plan, language, writer.labels),
        *_earlier(plan, language, writer),
        *_points(plan, language, writer, cut),
        *_commitments(plan, language, writer, cut),
        *_end(plan, language, writer),
    ]
    blocks += _notes(noting, plan, language, writer, blocks)
    blocks += [*_closing(plan, language), Signature(writer.signature_title())]
    return Realised(language, writer.labels.kind, Circulation.INTERNAL, tuple(blocks))


def _replaced(plan: SessionPlan, language: Language, replaces: Former | None) -> list[Block]:
    """Return which version this one replaces, and what it changes."""
    if replaces is None:
        return []
    return [replacement(replaces, language, changes_told(replaces.changed, plan, language))]


def _head(plan: SessionPlan, language: Language, writer: SessionWriter) -> list[Block]:
    subject = own_title(plan.subject, "subject", language)
    return [
        Letterhead(
            tuple(typeset(line, language) for line in plan.office.letterhead(language)),
            *writer.letterhead(),
        ),
        Title(writer.title(), subject or text(writer.labels.no_subject)),
        Facts(tuple(writer.facts())),
    ]


def _notes(
    noting: Noting | None,
    plan: SessionPlan,
    language: Language,
    writer: SessionWriter,
    blocks: Sequence[Block],
) -> list[Block]:
    """Return the note that says which texts of these blocks are translations."""
    if noting is None:
        return []
    if noting is not Noting.ONCE:
        # What a promise or a point of another meeting says may be translated, and not be printed.
        is_needed = is_printed(MARKS[noting], blocks, language)
        return [Note(marked_note(noting, language))] if is_needed else []
    said = writer.labels.translated
    of_tables = said[min(max(_tables(plan), 1), len(said)) - 1]
    return [Note(of_tables[plan.assessment is None])]


def _tables(plan: SessionPlan) -> int:
    """Return how many tables the page has."""
    return sum(map(bool, (earlier_named(plan), plan.points, plan.commitments, plan.situation)))


def _earlier(plan: SessionPlan, language: Language, writer: SessionWriter) -> list[Block]:
    """Return the states of earlier commitments that day, with those named."""
    if plan.earlier is None:
        return []
    told, stood = writer.earlier()
    rows: list[tuple[Cell, ...]] = []
    headings: tuple[str, ...] = writer.labels.earlier_headings
    made_on = writer.labels.made_on
    layout = "earlier"
    for (state, promise), how in zip(earlier_named(plan), stood, strict=True):
        path = promise_path(state, promise)
        words = quotation(promise.words, f"{path}.words", language)
        made = _made_on(plan.earlier, promise, language)
        rows.append((words, *made, *writer.owed(promise, path), how))
    if any(len(row) > len(headings) for row in rows):
        headings, layout = (headings[0], made_on, *headings[1:]), "earlier_of_several"
    table = Table(layout, headings, tuple(rows))
    return [Paragraph(told), *([table] if rows else [])]


def _made_on(
    before: EarlierFacts, promise: CommitmentFacts, language: Language
) -> tuple[Cell, ...]:
    """Return the day of an earlier commitment if several are listed, over that of its remark."""
    if promise.made_at is None:
        return ()
    made, path = before.made[promise.made_at - 1], f"earlier.made.{promise.made_at}"
    is_arabic = language is Language.ARABIC
    short_date = (arabic if is_arabic else french).short_date
    day = text(Span(short_date(made.made_on), f"{path}.made_on"))
    said = arabic_states.remark_received if is_arabic else french_states.remark_received
    remark = said(promise.made_at, made)
    return (Lines((day, remark)) if remark else day,)


def _points(plan: SessionPlan, language: Language, writer: SessionWriter, cut: Cut) -> list[Block]:
    blocks: list[Block] = [Paragraph(writer.recorded())]
    if not plan.points:
        return blocks
    shown, left = _limit(plan.points, cut.points)
    rows = tuple(_point_row(point, language, writer) for point in shown)
    more = writer.more(OTHER_POINT, left) if left else ()
    blocks.append(Table("points", writer.labels.point_headings, rows, more))
    told = unnoted(plan, language)
    return [*blocks, Paragraph(told)] if told else blocks


def _point_row(point: PointFacts, language: Language, writer: SessionWriter) -> tuple[Cell, ...]:
    labels = writer.labels
    words: Cell = text(labels.no_detail)
    if point.words is not None:
        words = quotation(point.words, f"points.{point.number}.words", language)
    return (writer.topic(point), words, writer.outcome(point))


def _commitments(
    plan: SessionPlan, language: Language, writer: SessionWriter, cut: Cut
) -> list[Block]:
    said = writer.commitments_sentence()
    if not said:
        return []
    sentence = Paragraph(said)
    if not plan.commitments:
        return [sentence]
    shown, left = _limit(plan.commitments, cut.commitments)
    rows = tuple(_commitment_row(commitment, language, writer) for commitment in shown)
    more = writer.more(OTHER_COMMITMENT, left) if left else ()
    return [sentence, Table("commitments", writer.labels.commitment_headings, rows, more)]


def _commitment_row(
    commitment: CommitmentFacts, language: Language, writer: SessionWriter
) -> tuple[Cell, ...]:
    path = f"commitments.{commitment.number}"
    number: Text = text(Span(digits(commitment.number, language), f"{path}.number"))
    words = quotation(commitment.words, f"{path}.words", language)
    return (number, words, *writer.owed(commitment, path))


def _end(plan: SessionPlan, language: Language, writer: SessionWriter) -> list[Block]:
    blocks: list[Block] = []
    follow_up = writer.follow_up()
    if follow_up:
        blocks.append(Paragraph(follow_up))
    # An opinion of that day comes before the later situation, to which it does not refer.
    if plan.assessment is not None:
        words = quotation(plan.assessment, "assessment", language)
        blocks.append(Assessment(writer.assessment_heading(), writer.labels.opinion, words))
    if plan.situation:
        heading, rows = writer.situation()
        blocks.append(Paragraph(heading, is_strong=True))
        blocks.append(Table("situation", writer.labels.situation_headings, tuple(rows)))
    return blocks


def _closing(plan: SessionPlan, language: Language) -> list[Block]:
    """Return the office's own phrase before the signature."""
    closing = phrase(plan.closing_phrase, "closing_phrase", language)
    return [Paragraph(text(closing, "."))] if closing else []


def _limit(rows: Sequence[ShownT], limit: int | None) -> tuple[Sequence[ShownT], int]:
    """Return the rows to show and the number left out; a single one is never left out."""
    left = 0 if limit is None else len(rows) - limit
    return (rows[:limit], left) if left > 1 else (rows, 0)
