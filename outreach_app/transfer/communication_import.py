"""Imports of rumours, remarks and awareness actions, each table in one transaction.

Invalid rows are reported with their reason; importing a file again changes nothing.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TypeVar
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from outreach_app.errors import InvalidDraft, Problem
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.models import Meeting, Point, Publication, Rumour
from outreach_app.progress import Progress
from outreach_app.queries.partners import list_partner_names
from outreach_app.queries.records import get_own_office, get_record
from outreach_app.rights import Right, use_case
from outreach_app.rules.folding import fold_words
from outreach_app.rules.quoting import quoted
from outreach_app.rules.rumours import RECTIFICATION
from outreach_app.services.awareness import AwarenessDraft, record_awareness
from outreach_app.services.commitments import promise_for_point
from outreach_app.services.findings import link_rectification, record_finding
from outreach_app.services.imports import keep_batch
from outreach_app.services.points import answer_point, close_point, give_reply
from outreach_app.services.referrals import record_answer, refer_point
from outreach_app.services.remarks import record_remark
from outreach_app.services.rumours import carry_back, record_rumour
from outreach_app.transfer.communication_file import Entry, RemarkRow, RumourRow
from outreach_app.transfer.readings_import import Published, unknown_publication
from outreach_app.transfer.remark_follow_up import Followed
from outreach_app.transfer.reports import FailedRow, ImportReport

RowT = TypeVar("RowT")
_Key = tuple[object, ...]


@use_case(Right.IMPORT)
def import_rumours(
    session: Session, entries: Sequence[Entry[RumourRow]], file_name: str, progress: Progress
) -> ImportReport:
    """Record rumours, their findings, and that results were carried back."""
    published, own = Published(session), get_own_office(session).id
    rows = session.scalars(select(Rumour).where(Rumour.office_id == own, ~Rumour.is_deleted))

    def record(row: RumourRow) -> UUID:
        rectification = _rectification(session, published, row.rectification)
        rumour = record_rumour(session, row.rumour)
        if row.finding is not None:
            record_finding(session, rumour.uid, row.finding)
        if rectification is not None:
            link_rectification(session, rumour.uid, rectification)
        if row.carrying is not None:
            carry_back(session, rumour.uid, rumour.version, row.carrying)
        return rumour.uid

    known = Counter[_Key]((row.heard_on, row.text) for row in rows)
    table = _Table(session, file_name, _("Importing rumours"), progress)
    return table.bring_in(
        entries, known, lambda row: (row.rumour.heard_on, row.rumour.text), record
    )


@use_case(Right.IMPORT)
def import_remarks(
    session: Session, entries: Sequence[Entry[RemarkRow]], file_name: str, progress: Progress
) -> ImportReport:
    """Record remarks, with their partner, publication and replies."""
    published, own = Published(session), get_own_office(session).id
    partners = _by_name(session)
    is_own = (Point.office_id == own, Point.meeting_id.is_(None), ~Point.is_deleted)

    def record(row: RemarkRow) -> UUID:
        draft = replace(
            row.remark,
            raised_by=_find_partner(partners, row.partner),
            publication=_find_publication(published, row.publication, "publication"),
        )
        remark = record_remark(session, draft)
        if row.reply and row.reply_language:
            answered = (draft.reaction or "out.answered", row.reply, row.reply_language)
            answer_point(session, remark.uid, remark.version, *answered)
        _follow(session, remark, row.followed)
        return remark.uid

    known = Counter[_Key](
        (row.received_on, row.received_through, row.text)
        for row in session.scalars(select(Point).where(*is_own))
    )
    table = _Table(session, file_name, _("Importing remarks"), progress)
    return table.bring_in(
        entries,
        known,
        lambda row: (row.remark.received_on, row.remark.received_through, row.remark.text),
        record,
    )


@use_case(Right.IMPORT)
def import_awareness(
    session: Session, entries: Sequence[Entry[AwarenessDraft]], file_name: str, progress: Progress
) -> ImportReport:
    """Record awareness actions."""
    own = get_own_office(session).id
    held = session.scalars(select(Meeting).where(Meeting.office_id == own, ~Meeting.is_deleted))
    table = _Table(session, file_name, _("Importing awareness actions"), progress)
    return table.bring_in(
        _without_repeated(entries),
        Counter(_action_key(row) for row in held),
        _action_key,
        lambda draft: record_awareness(session, draft).uid,
    )


def _without_repeated(entries: Sequence[Entry[RowT]]) -> list[Entry[RowT]]:
    """Return the entries; one whose line is the same as an earlier one has that as its problem."""
    first: dict[tuple[tuple[str, str], ...], int] = {}
    found = []
    for entry in entries:
        line = first.setdefault(tuple(sorted(entry.raw.items())), entry.line)
        is_repeated = line != entry.line and not entry.problems
        found.append(replace(entry, problems=(_repeated(line),)) if is_repeated else entry)
    return found


def _repeated(line: int) -> Problem:
    message = _(
        "This line is the same as line {line}. If it is another action, give it another "
        "subject or place; else remove it."
    )
    return Problem("held_on", "repeated", message.format(line=isolate(str(line))))


def _follow(session: Session, remark: Point, followed: Followed) -> None:
    """Record the follow-up to a remark, in its order. Raises InvalidDraft.

    What the file gives no day of its own came with the remark, not on the day of the import.
    """
    if followed.reply_translation is not None:
        remark.reply_translation = followed.reply_translation
    remark.reacted_on = followed.reacted_on
    if (sent := followed.referral) is not None and sent.sent_on is not None:
        asked = (remark.uid, remark.version, sent.destination, sent.sent_on)
        referral = refer_point(session, *asked)
        session.flush()
        if sent.answered_on is not None and sent.answer and sent.answer_language:
            given = (sent.answered_on, sent.answer, sent.answer_language)
            record_answer(session, referral.uid, referral.version, *given)
    if followed.commitment is not None:
        made = promise_for_point(session, remark.uid, remark.version, followed.commitment)
        made.made_on = followed.promised_on or followed.reacted_on
    if followed.given_on is not None:
        told_to = (followed.given_to, followed.given_how)
        give_reply(session, remark.uid, remark.version, followed.given_on, *told_to)
    if followed.closed_on is not None:
        close_point(session, remark.uid, remark.version, followed.closed_on)


class _Table:
    """Imports the rows of one table, and reports the result of each."""

    def __init__(self, session: Session, file_name: str, doing: str, progress: Progress) -> None:
        self._session = session
        self._file_name = file_name
        self._doing = doing
        self._progress = progress
        self._report = ImportReport()

    def bring_in(
        self,
        entries: Sequence[Entry[RowT]],
        known: Counter[_Key],
        key: Callable[[RowT], _Key],
        record: Callable[[RowT], UUID],
    ) -> ImportReport:
        """Record the valid rows that are not `known`, each as often as the file has it.

        `record` raises InvalidDraft before it writes, or not at all.
        """
        for done, entry in enumerate(entries):
            self._progress.step(done, len(entries), self._doing)
            self._report.ignored.update(entry.not_taken)
            if entry.problems:
                self._refuse(entry, entry.problems)
            elif known[key(entry.draft)] > 0:
                known[key(entry.draft)] -= 1
                self._report.skipped += 1
            else:
                self._record(entry, record)
        if self._report.created:
            self._report.batch = keep_batch(self._session, self._file_name)
        return self._report

    def _record(self, entry: Entry[RowT], record: Callable[[RowT], UUID]) -> None:
        try:
            uid = record(entry.draft)
        except InvalidDraft as error:
            self._refuse(entry, error.problems)
            return
        self._report.created += 1
        self._report.uids.append(uid)

    def _refuse(self, entry: Entry[RowT], problems: Iterable[Problem]) -> None:
        self._report.failed.append(FailedRow(entry.line, tuple(problems), entry.raw))


def _action_key(action: Meeting | AwarenessDraft) -> _Key:
    return action.held_on, action.kind, action.subject_ar, action.subject_fr


def _by_name(session: Session) -> dict[str, UUID]:
    names = list_partner_names(session)
    return {
        fold_words(words): uid
        for uid, name in names.items()
        for words in (name.ar, name.fr)
        if words
    }


def _find_partner(partners: dict[str, UUID], name: str | None) -> UUID | None:
    """Return the partner with a name. Raises InvalidDraft if there is none."""
    if name is None:
        return None
    found = partners.get(fold_words(name))
    if found is None:
        message = _("No partner is called {name}. Record it first, or empty this cell.")
        problem = Problem("partner", "unknown_partner", message.format(name=quoted(name)))
        raise InvalidDraft(problem.message, [problem])
    return found


def _rectification(session: Session, published: Published, names: str | None) -> UUID | None:
    """Return the rectification of a reference or an address. Raises InvalidDraft."""
    uid = _find_publication(published, names, "rectification")
    if uid is not None:
        found = get_record(session, Publication, uid)
        if found.kind != RECTIFICATION or found.count > 1:
            message = _("Choose one rectification: other publications do not correct a rumour.")
            raise InvalidDraft(message, [Problem("rectification", "no_rectification", message)])
    return uid


def _find_publication(published: Published, names: str | None, field: str) -> UUID | None:
    """Return the publication of a reference or an address. Raises InvalidDraft."""
    if names is None:
        return None
    found = published.find(names)
    if found is None:
        problem = replace(unknown_publication(names), field=field)
        raise InvalidDraft(problem.message, [problem])
    return found
