"""From the plan of a partner's sheet to its text in one language."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby

from outreach_app.i18n import Language
from outreach_app.rules.kinds import CommitmentOwner
from outreach_app.rules.statuses import CommitmentStatus
from outreach_app.summaries.hand_outs.arabic import ArabicHandOut
from outreach_app.summaries.hand_outs.french import FrenchHandOut
from outreach_app.summaries.hand_outs.labels import Again, Labels, Raised
from outreach_app.summaries.hand_outs.plan import (
    HandOutPlan,
    PromiseFacts,
    RemarkFacts,
)
from outreach_app.summaries.hand_outs.promised_alike import promised_alike
from outreach_app.summaries.hand_outs.states import (
    AGAIN,
    MARKS,
    group_of,
    is_our_doing,
    is_settled_here,
    running,
)
from outreach_app.summaries.hand_outs.writer import HandOutWriter, raised
from outreach_app.summaries.prose import quoting
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
    Text,
    Title,
)
from outreach_app.summaries.prose.circulation import Circulation
from outreach_app.summaries.prose.composition import listed, text, typeset
from outreach_app.summaries.prose.facts import Noting
from outreach_app.summaries.prose.free_texts import noted_together, translation_notes
from outreach_app.summaries.prose.heads import signed
from outreach_app.summaries.prose.plain_text import is_printed
from outreach_app.summaries.prose.quoting import quotation


def realise_hand_out(
    plan: HandOutPlan, language: Language, issued_on: date, *, has_notes: bool = True
) -> Realised:
    """Write the sheet of a partner in one language; both start from the same facts.

    `has_notes` leaves room to write on. Spans name facts of `session_plan.facts`; besides,
    `issued_on` is the day of the letterhead and `fixed.emergency_number` the 19.
    """
    # The subject of the only session is quoted too, and not translated.
    plan, noting = noted_together(plan, language, are_all_quoted=plan.met is None)
    writer = _writer(plan, language)
    labels = writer.labels
    now, received, before = _groups(plan)
    theirs = tuple(_promised(plan, language, writer))
    blocks: list[Block] = [
        *_head(plan, language, writer, issued_on),
        Paragraph(writer.opening()),
        *_raised(plan, now, plan.others, language, writer),
        *([Paragraph(writer.received(), is_strong=True)] if received else []),
        *_raised(plan, received, 0, language, writer),
        *([Paragraph(writer.earlier(), is_strong=True)] if before else []),
        *_raised(plan, before, plan.earlier_others, language, writer),
        *([Paragraph(text(labels.settled_before[bool(before)]))] if plan.has_settled else []),
        *_promises(theirs, labels),
        *_apart(plan, writer),
    ]
    # What was promised again may hold translations without a row of its own.
    mark = quoting.MARKS[Noting.MARKED]
    if noting is Noting.ONCE or is_printed(mark, blocks, language):
        blocks += translation_notes(noting, language)
    if next_meeting := writer.next_meeting():
        blocks.append(Paragraph(next_meeting, is_strong=True))
    blocks += [Paragraph(writer.contact()), signed(plan.office, language)]
    if has_notes:
        blocks.append(NotesLines(labels.notes))
    return Realised(language, labels.kind, Circulation.PARTNER, tuple(blocks), Design.HAND_OUT)


def hand_out_title(plan: HandOutPlan, language: Language) -> str:
    """Return the title of the file and its later pages: the sheet's own and the month."""
    writer = _writer(plan, language)
    return f"{_title(plan, writer.labels)} · {writer.number()[-1].text}"


def _writer(plan: HandOutPlan, language: Language) -> HandOutWriter:
    return ArabicHandOut(plan) if language is Language.ARABIC else FrenchHandOut(plan)


def _head(
    plan: HandOutPlan, language: Language, writer: HandOutWriter, issued_on: date
) -> tuple[Block, ...]:
    return (
        Letterhead(
            tuple(typeset(line, language) for line in plan.office.letterhead(language)),
            writer.place_and_date(issued_on),
            writer.number(),
        ),
        Title(_title(plan, writer.labels), writer.addressee(), is_ruled=False),
    )


def _title(plan: HandOutPlan, labels: Labels) -> str:
    """Return the title: what the partner, a service or nobody did is not told as our work.

    Nor is anything put into the mouth of a partner that was only present, nor what was done for
    others told as done for it, nor all as done where one thing is late.
    """
    promises = [promise for _remark, promise in _own_promises(plan)]
    said = [point for point in plan.remarks if point.is_own]
    are_several = len(plan.remarks) > 1
    if not said:
        return labels.title_of_others[are_several]
    made = [row for each in plan.remarks for row in each.commitments]
    is_late = any(
        row.status == CommitmentStatus.OVERDUE
        for row in (*made, *(each.promise for each in plan.apart))
    ) or any(group_of(each.state) == "late" for each in plan.remarks)
    if is_late or not (any(map(is_our_doing, said)) and all(map(is_settled_here, said))):
        are_all_own = len(said) == len(plan.remarks)
        return (labels.title_open if are_all_own else labels.title_of_some)[are_several]
    is_kept_by_it = any(promise.status == CommitmentStatus.DONE for promise in promises)
    return labels.title_together if is_kept_by_it else labels.title


def _groups(plan: HandOutPlan) -> tuple[Sequence[RemarkFacts], ...]:
    """Return the points of the sessions, the remarks, and the points of earlier sessions."""
    received = plan.points + (plan.received or 0)
    listed = received + (plan.earlier or 0)
    remarks = plan.remarks
    return remarks[: plan.points], remarks[plan.points : received], remarks[received:listed]


def _raised(
    plan: HandOutPlan,
    remarks: Sequence[RemarkFacts],
    others: int,
    language: Language,
    writer: HandOutWriter,
) -> Iterator[Block]:
    """Yield what the partner said, requested, asked and proposed, then what all and others did."""
    labels = writer.labels
    for how in Raised:
        own = [each for each in remarks if each.is_own and raised(each) is how]
        yield from _table(labels.own[how], _rows(plan, own, language, writer), labels)
    for are_common, headings in (
        (True, labels.common),
        (False, labels.others[min(max(others, 1), 3) - 1]),
    ):
        rows = [each for each in remarks if not each.is_own and each.is_common is are_common]
        yield from _table(headings, _rows(plan, rows, language, writer), labels)


def _rows(
    plan: HandOutPlan, remarks: Iterable[RemarkFacts], language: Language, writer: HandOutWriter
) -> tuple[Remark, ...]:
    return tuple(_remark(plan, each, language, writer) for each in remarks)


def _table(headings: tuple[str, str], rows: tuple[Remark, ...], labels: Labels) -> list[Block]:
    """Return the rows under their headings; empty if there are none."""
    return [Remarks(headings, labels.state, rows)] if rows else []


def _promises(rows: tuple[Remark, ...], labels: Labels) -> list[Block]:
    """Return what the partner promised, under a heading of its own; empty without a promise."""
    if not rows:
        return []
    heading = labels.promised[min(len(rows), 3) - 1]
    return [Paragraph(text(heading), is_strong=True), *_table(labels.theirs, rows, labels)]


def _apart(plan: HandOutPlan, writer: HandOutWriter) -> list[Block]:
    """Return what was promised about no point, under a heading of its own; empty without it."""
    if not plan.apart:
        return []
    labels, rows = writer.labels, []
    for row in plan.apart:
        path, promise = f"apart.{row.number}", row.promise
        said, about = writer.promise(promise, f"{path}.promise", promise.status)
        rows.append(
            Remark(
                topic=writer.made_at(row.made_at, f"{path}.made_at"),
                said=(),
                done=(said, about) if about else (said,),
                mark=MARKS[group_of(running(promise.status))],
                state=writer.kept(promise, f"{path}.promise")[1],
            )
        )
    heading = labels.apart[min(len(rows), 3) - 1]
    return [
        Paragraph(text(heading), is_strong=True),
        *_table(labels.of_meeting, tuple(rows), labels),
    ]


def _own_promises(plan: HandOutPlan) -> Iterator[tuple[RemarkFacts, PromiseFacts]]:
    """Yield what the partner promised itself, each with the point it is about."""
    for remark in plan.remarks:
        for promise in remark.commitments:
            if promise.owner == CommitmentOwner.PARTNER:
                yield remark, promise


def _promised(plan: HandOutPlan, language: Language, writer: HandOutWriter) -> Iterator[Remark]:
    """Yield what the partner promised itself, with how far that has come."""
    for remark, promise in _own_promises(plan):
        path = f"remarks.{remark.number}.commitments.{promise.number}"
        about, state = writer.kept(promise, path)
        yield Remark(
            topic=writer.topic(remark),
            said=quotation(promise.words, f"{path}.words", language),
            done=(about,) if about else (),
            mark=MARKS[group_of(running(promise.status))],
            state=state,
        )


def _remark(
    plan: HandOutPlan, remark: RemarkFacts, language: Language, writer: HandOutWriter
) -> Remark:
    said: Said = text(writer.labels.no_detail) if remark.is_own else ()
    if remark.words is not None:
        said = quotation(remark.words, f"remarks.{remark.number}.words", language)
    stands_in = _standing(plan, remark)
    return Remark(
        topic=writer.topic(remark),
        said=said,
        done=(
            *writer.done(remark),
            *_again(plan, remark, language, writer),
            *(text(writer.labels.alike, writer.topic(row)) for row in promised_alike(plan, remark)),
        ),
        mark=MARKS[group_of(stands_in.state)],
        state=writer.state(stands_in),
    )


def _standing(plan: HandOutPlan, remark: RemarkFacts) -> RemarkFacts:
    """Return the point whose state is that of the matter, with all that its row tells of it."""
    own = plan.remarks[remark.stands_in - 1] if remark.stands_in else remark
    if remark.state == AGAIN:
        return own
    rows = [row.row for row in remark.again if _told_where(plan, remark, row.row) is Again.NEXT]
    told = [remark, *(plan.remarks[row - 1] for row in rows if row)]
    return replace(
        own,
        commitments=tuple(each for row in told for each in row.commitments),
        referrals=tuple(each for row in told for each in row.referrals),
    )


def _again(
    plan: HandOutPlan, remark: RemarkFacts, language: Language, writer: HandOutWriter
) -> Iterator[Said]:
    """Yield when a point was raised again, and what came of it then if no other row tells that."""
    labels, path = writer.labels, f"remarks.{remark.number}.again"
    silent: list[Text] = []
    for where, found in groupby(remark.again, lambda row: _told_where(plan, remark, row.row)):
        rows = list(found)
        if where is Again.NOWHERE:
            silent += [writer.again(row.met, f"{path}.{row.number}.met") for row in rows]
            continue
        # Of those that are told next, each has its own.
        for those in ([row] for row in rows) if where is Again.NEXT else (rows,):
            days = [writer.again(row.met, f"{path}.{row.number}.met") for row in those]
            end = labels.again_ends[where][len(days) > 1]
            before = text(listed(silent, language), labels.then) if silent else ()
            silent = []
            yield text(labels.again, before, listed(days, language), end)
            if where is Again.NEXT and (number := those[0].row):
                yield from writer.done(plan.remarks[number - 1])
    if silent:
        end = labels.again_ends[Again.NOWHERE][len(silent) > 1]
        yield text(labels.again, listed(silent, language), end)


def _told_where(plan: HandOutPlan, remark: RemarkFacts, row: int | None) -> Again:
    """Return where it is told what came of a point when it was raised again."""
    if row is None:
        return Again.NOWHERE
    if row > plan.points:
        return Again.NEXT
    return Again.ABOVE if remark.number > plan.points else Again.BY_DAY
