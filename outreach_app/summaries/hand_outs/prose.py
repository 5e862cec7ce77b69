"""From the plan of a partner's sheet to its text in one language."""

from datetime import date

from outreach_app.i18n import Language
from outreach_app.summaries.hand_outs.arabic import ArabicHandOut
from outreach_app.summaries.hand_outs.french import FrenchHandOut
from outreach_app.summaries.hand_outs.plan import HandOutPlan, RemarkFacts
from outreach_app.summaries.hand_outs.states import MARKS, group_of
from outreach_app.summaries.hand_outs.writer import HandOutWriter
from outreach_app.summaries.prose.blocks import (
    Block,
    Design,
    Letterhead,
    NotesLines,
    Paragraph,
    Realised,
    Remark,
    Remarks,
    Said,
    Title,
)
from outreach_app.summaries.prose.composition import text, typeset
from outreach_app.summaries.prose.quoting import quotation


def realise_hand_out(
    plan: HandOutPlan, language: Language, issued_on: date, *, has_notes: bool = True
) -> Realised:
    """Write the sheet of a partner in one language; both start from the same facts.

    `has_notes` leaves room to write on.
    Spans name facts of `session_plan.facts`; besides, `issued_on` is the day of the letterhead
    and `fixed.emergency_number` the 19.
    """
    writer = _writer(plan, language)
    labels = writer.labels
    rows = tuple(_remark(remark, language, writer) for remark in plan.remarks)
    own, earlier = rows[: plan.points], rows[plan.points :]
    blocks: list[Block] = [*_head(plan, language, writer, issued_on), Paragraph(writer.opening())]
    if own:
        blocks.append(Remarks(labels.headings, labels.state, own))
    if earlier:
        blocks.append(Paragraph(writer.earlier(), is_strong=True))
        blocks.append(Remarks(labels.headings, labels.state, earlier))
    if next_meeting := writer.next_meeting():
        blocks.append(Paragraph(next_meeting, is_strong=True))
    blocks.append(Paragraph(writer.contact()))
    if has_notes:
        blocks.append(NotesLines(labels.notes))
    return Realised(language, labels.kind, labels.level, tuple(blocks), Design.HAND_OUT)


def hand_out_title(plan: HandOutPlan, language: Language) -> str:
    """Return the title of the file and its later pages: the sheet's own and the month."""
    writer = _writer(plan, language)
    return f"{writer.labels.title} · {writer.number()[-1].text}"


def _writer(plan: HandOutPlan, language: Language) -> HandOutWriter:
    return ArabicHandOut(plan) if language is Language.ARABIC else FrenchHandOut(plan)


def _head(
    plan: HandOutPlan, language: Language, writer: HandOutWriter, issued_on: date
) -> tuple[Block, ...]:
    office = plan.office
    lines = office.letterhead_ar if language is Language.ARABIC else office.letterhead_fr
    return (
        Letterhead(
            tuple(typeset(line, language) for line in lines),
            writer.place_and_date(issued_on),
            writer.number(),
        ),
        Title(writer.labels.title, writer.addressee(), is_ruled=False),
    )


def _remark(remark: RemarkFacts, language: Language, writer: HandOutWriter) -> Remark:
    labels = writer.labels
    said: Said = text(labels.no_detail if remark.is_own else labels.of_others)
    if remark.words is not None:
        said = quotation(remark.words, f"remarks.{remark.number}.words", language)
    return Remark(
        topic=writer.topic(remark),
        said=said,
        done=writer.done(remark),
        mark=MARKS[group_of(remark.state)],
        state=writer.state(remark),
    )
