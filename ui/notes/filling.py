"""The transfer of a note's ticked rows into the session being typed."""

from collections.abc import Sequence
from dataclasses import replace

from outreach_app.notes.text import Span
from outreach_app.services.commitments import CommitmentDraft
from outreach_app.services.points import PointDraft
from outreach_app.services.referrals import ReferralDraft
from ui.drafts.session_sheet import PointLine, SessionSheet, language_written
from ui.notes.rows import Group, Row


def filled(sheet: SessionSheet, rows: Sequence[Row]) -> SessionSheet:
    """Return the session with the ticked rows: fields, partners, and points at the end.

    A commitment or a referral is attached to the point that it answers, if that point is ticked.
    """
    ticked = [row for row in rows if row.is_ticked]
    fields = {row.field.value: row.code or row.words for row in ticked if row.field is not None}
    there = {partner.uid for partner in sheet.partners}
    new = [row.partner for row in ticked if row.group is Group.HEAD and row.partner is not None]
    partners = (*sheet.partners, *(partner for partner in new if partner.uid not in there))
    present = {partner.uid for partner in partners}
    lines = {row.span: PointLine(_point(row)) for row in ticked if row.group is Group.POINT}
    sheet = replace(sheet, **fields, partners=partners)  # type: ignore[arg-type]
    for row in ticked:
        if row.group is Group.PROMISE:
            owed_by = row.partner.uid if row.partner and row.partner.uid in present else None
            promise = replace(_promise(row), partner=owed_by)
            sheet = _with_promise(sheet, lines, row.answers, promise)
        elif row.group is Group.REFERRAL:
            sheet = _with_referral(sheet, lines, row)
    return replace(sheet, lines=(*sheet.lines, *lines.values()))


def _with_promise(
    sheet: SessionSheet,
    lines: dict[Span | None, PointLine],
    answers: Span | None,
    promise: CommitmentDraft,
) -> SessionSheet:
    line = lines.get(answers) if answers is not None else None
    if line is None:
        return replace(sheet, loose_commitments=(*sheet.loose_commitments, promise))
    lines[answers] = replace(line, commitments=(*line.commitments, promise))
    return sheet


def _with_referral(
    sheet: SessionSheet, lines: dict[Span | None, PointLine], row: Row
) -> SessionSheet:
    line = lines.get(row.answers) if row.answers is not None else None
    if line is None:
        return replace(
            sheet, loose_referrals=(*sheet.loose_referrals, ReferralDraft(row.code, row.topic))
        )
    referral = ReferralDraft(row.code, line.point.topic)
    lines[row.answers] = replace(line, referrals=(*line.referrals, referral))
    return sheet


def _point(row: Row) -> PointDraft:
    return PointDraft(row.code, row.topic, text=row.words, language=_language(row))


def _promise(row: Row) -> CommitmentDraft:
    return CommitmentDraft(
        row.words, _language(row), row.code, due_on=row.due_on, authority=row.authority
    )


def _language(row: Row) -> str:
    return language_written(row.words).value
