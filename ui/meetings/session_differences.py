"""The differences between a session's sheet and the stored meeting."""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from outreach_app.i18n import gettext as _
from outreach_app.services.commitments import CommitmentDraft
from outreach_app.services.points import PointDraft
from outreach_app.services.referrals import ReferralDraft
from ui.drafts.differences import Difference, list_differences
from ui.drafts.session_sheet import SessionSheet, draft_of
from ui.history.fields import value_words
from ui.words import apart, code_words, either, phrase_words

RowT = TypeVar("RowT", PointDraft, CommitmentDraft, ReferralDraft)


def list_session_differences(typed: SessionSheet, recorded: SessionSheet) -> Iterator[Difference]:
    """List what saving the sheet would change: meeting, partners, points and commitments."""
    mine, theirs = draft_of(typed), draft_of(recorded)
    yield from list_differences(mine, theirs)
    partners = _partners(typed), _partners(recorded)
    if partners[0] != partners[1]:
        yield Difference(_("Partners present"), *partners)
    yield from _rows(mine.points, theirs.points, _("Point"), _point_words)
    yield from _rows(mine.commitments, theirs.commitments, _("Commitment"), lambda row: row.text)
    yield from _rows(
        mine.referrals, theirs.referrals, _("Referral"), lambda row: code_words(row.destination)
    )


def _rows(
    typed: Sequence[RowT], recorded: Sequence[RowT], noun: str, words: Callable[[RowT], str]
) -> Iterator[Difference]:
    """Compare a row with its record by field; a row on one side only is given by its words."""
    unmatched = {row.uid: row for row in recorded}
    for row in typed:
        record = unmatched.pop(row.uid, None)
        if record is None:
            yield Difference(noun, words(row), "")
        else:
            yield from list_differences(row, record, f"{noun} · {apart(words(record))}")
    for record in unmatched.values():
        yield Difference(noun, "", words(record))


def _point_words(point: PointDraft) -> str:
    said = phrase_words(point.phrase) if point.phrase else point.text
    return said or code_words(point.topic)


def _partners(sheet: SessionSheet) -> str:
    return " · ".join(
        f"{apart(either(partner.name))} ({value_words('is_present', partner.is_present)})"
        for partner in sheet.partners
    )
