"""The content of the session editor as typed, and its conversion to a meeting draft."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from uuid import UUID

from outreach_app import i18n
from outreach_app.errors import Problem
from outreach_app.i18n import Language
from outreach_app.i18n import gettext as _
from outreach_app.rules.dates import date_text, parse_date, parse_time
from outreach_app.rules.kinds import Channel, MeetingKind, PointKind
from outreach_app.rules.names import Bilingual
from outreach_app.rules.statuses import MeetingStatus
from outreach_app.rules.text import clean_line, clean_text, language_of
from outreach_app.services.commitments import CommitmentDraft
from outreach_app.services.meeting_entries import MeetingEntry, NextMeeting
from outreach_app.services.meetings import MeetingDraft, check_meeting
from outreach_app.services.points import PointDraft
from outreach_app.services.referrals import ReferralDraft
from ui.words import either, time_text


@dataclass(frozen=True, slots=True)
class PresentPartner:
    """A partner in the field of those present."""

    uid: UUID
    name: Bilingual
    category: str
    is_present: bool = True


_BLANK = PointDraft(PointKind.CONCERN, "")


@dataclass(frozen=True, slots=True)
class PointLine:
    """One line of the points: the point, and the promises and referrals that answer it.

    A topic not chosen yet is "". The screen edits the first promise or referral and keeps the rest.
    """

    point: PointDraft = _BLANK
    commitments: tuple[CommitmentDraft, ...] = ()
    referrals: tuple[ReferralDraft, ...] = ()

    @property
    def is_blank(self) -> bool:
        """Whether the line is empty: a kind alone does not count."""
        # Asked of every line at every letter: most answer at once.
        if self.point.topic or self.point.text or self.commitments or self.referrals:
            return False
        return replace(self.point, kind=PointKind.CONCERN) == _BLANK


@dataclass(frozen=True, slots=True)
class SessionSheet:
    """A session as typed. `uid` is the meeting it changes and `meeting` the draft that was read.

    Both are None for a new meeting. `loose_*` answer no point; the screen carries them unchanged.
    """

    held_on: str
    kind: str = MeetingKind.THEMATIC
    channel: str = Channel.OFFICE
    status: str = MeetingStatus.HELD
    starts_at: str = ""
    ends_at: str = ""
    place: str = ""
    subject: str = ""
    headcount: str = ""
    women: str = ""
    partners: tuple[PresentPartner, ...] = ()
    partner: str = ""  # a name that is typed and not chosen yet
    lines: tuple[PointLine, ...] = ()
    loose_commitments: tuple[CommitmentDraft, ...] = ()
    loose_referrals: tuple[ReferralDraft, ...] = ()
    assessment: str = ""
    sensitive_reason: str = ""
    confirmed: tuple[int, ...] = ()
    next_on: str = ""
    next_at: str = ""
    next_channel: str = Channel.OFFICE
    next_place: str = ""
    uid: UUID | None = None
    meeting: MeetingDraft | None = None
    cursor: str = field(default="", compare=False)  # see ui/meetings/cursor.py


def language_written(text: str) -> Language:
    """Return the language of a text; if its letters are ambiguous, that of the screen."""
    return language_of(text) or i18n.current()


def sheet_of(draft: MeetingDraft, partners: tuple[PresentPartner, ...]) -> SessionSheet:
    """Return the sheet that shows a meeting's draft."""
    lines = [PointLine(point) for point in draft.points]
    for commitment in draft.commitments:
        if commitment.point is not None:
            line = lines[commitment.point]
            kept = (*line.commitments, replace(commitment, point=None))
            lines[commitment.point] = replace(line, commitments=kept)
    for referral in draft.referrals:
        if referral.point is not None:
            line = lines[referral.point]
            sent = (*line.referrals, replace(referral, point=None))
            lines[referral.point] = replace(line, referrals=sent)
    return SessionSheet(
        held_on=date_text(draft.held_on),
        kind=draft.kind,
        channel=draft.channel,
        status=draft.status,
        starts_at=time_text(draft.starts_at),
        ends_at=time_text(draft.ends_at),
        place=either(Bilingual(draft.place_ar, draft.place_fr)),
        subject=either(Bilingual(draft.subject_ar, draft.subject_fr)),
        headcount=_count_text(draft.headcount),
        women=_count_text(draft.women),
        partners=partners,
        lines=tuple(lines),
        loose_commitments=tuple(row for row in draft.commitments if row.point is None),
        loose_referrals=tuple(row for row in draft.referrals if row.point is None),
        assessment=draft.assessment or "",
        sensitive_reason=draft.sensitive_reason or "",
        confirmed=draft.confirmed,
        meeting=draft,
    )


def draft_of(sheet: SessionSheet) -> MeetingDraft:
    """Return the meeting's draft without unreadable values, which `check_sheet` reports."""
    before = sheet.meeting or MeetingDraft(date.min, sheet.kind, sheet.channel)
    lines = [line for line in sheet.lines if not line.is_blank]
    place_ar, place_fr = _in_languages(sheet.place, before.place_ar, before.place_fr)
    subject_ar, subject_fr = _in_languages(sheet.subject, before.subject_ar, before.subject_fr)
    assessment = clean_text(sheet.assessment) or None
    is_same = assessment == before.assessment
    placed = _placed_referrals(lines)
    return replace(
        before,
        held_on=parse_date(sheet.held_on) or before.held_on,
        kind=sheet.kind,
        channel=sheet.channel,
        status=sheet.status,
        starts_at=parse_time(sheet.starts_at),
        ends_at=parse_time(sheet.ends_at),
        place_ar=place_ar,
        place_fr=place_fr,
        subject_ar=subject_ar,
        subject_fr=subject_fr,
        headcount=_count(sheet.headcount),
        women=_count(sheet.women),
        assessment=assessment,
        assessment_language=_language(assessment, before.assessment_language, is_same=is_same),
        assessment_translation=before.assessment_translation if is_same else None,
        sensitive_reason=clean_line(sheet.sensitive_reason) or None,
        confirmed=sheet.confirmed,
        attendances=tuple((row.uid, row.is_present) for row in sheet.partners),
        points=tuple(line.point for line in lines),
        commitments=(*_placed_commitments(lines), *sheet.loose_commitments),
        referrals=tuple(_dated(row, sheet) for row in (*placed, *sheet.loose_referrals)),
    )


def entry_of(sheet: SessionSheet) -> MeetingEntry:
    """Return the sheet as it is saved; what cannot be read is left out, as in `draft_of`."""
    return MeetingEntry(draft_of(sheet), sheet.meeting, _next_meeting(sheet))


def with_told_counts(sheet: SessionSheet, problems: Iterable[Problem]) -> SessionSheet:
    """Return the sheet with its unusual counts confirmed if the warning was shown."""
    if not any(problem.code == "odd" for problem in problems):
        return sheet
    counts = (_count(sheet.headcount), _count(sheet.women))
    return replace(sheet, confirmed=tuple(each for each in counts if each is not None))


def check_sheet(sheet: SessionSheet) -> list[Problem]:
    """Return what is wrong with what was typed, and with the draft it makes, field by field."""
    draft = draft_of(sheet)
    problems = list(_unreadable(sheet))
    for number, point in enumerate(draft.points, start=1):
        if not point.topic:
            problems.append(Problem(f"points.{number}.topic", "required", _("Choose its topic.")))
    untopiced = {problem.field for problem in problems}
    # A referral takes its point's topic: without one it is the same problem said twice.
    return problems + [
        problem
        for problem in check_meeting(draft)
        if problem.field not in untopiced
        and not (problem.field.startswith("referrals.") and problem.field.endswith(".topic"))
    ]


def _next_meeting(sheet: SessionSheet) -> NextMeeting | None:
    """Return when and where the next meeting was agreed on; None if it was not."""
    next_on = parse_date(sheet.next_on)
    if next_on is None:
        return None
    places = _in_languages(sheet.next_place, None, None)
    return NextMeeting(next_on, sheet.next_channel, parse_time(sheet.next_at), *places)


def _unreadable(sheet: SessionSheet) -> Iterator[Problem]:
    day, hour = _("Write the day as 26/11/2026, from 1900 to 2099."), _("Write the hour as 10:30.")
    if parse_date(sheet.held_on) is None:
        yield Problem("held_on", "unreadable", day)
    if sheet.next_on.strip() and parse_date(sheet.next_on) is None:
        yield Problem("next_on", "unreadable", day)
    for name in ("starts_at", "ends_at", "next_at"):
        text: str = getattr(sheet, name)
        if text.strip() and parse_time(text) is None:
            yield Problem(name, "unreadable", hour)
    for name in ("headcount", "women"):
        number: str = getattr(sheet, name)
        if number.strip() and _count(number) is None:
            yield Problem(name, "unreadable", _("Write a whole number."))


def _placed_commitments(lines: list[PointLine]) -> Iterator[CommitmentDraft]:
    for place, line in enumerate(lines):
        for row in line.commitments:
            yield replace(row, point=place)


def _placed_referrals(lines: list[PointLine]) -> Iterator[ReferralDraft]:
    for place, line in enumerate(lines):
        for row in line.referrals:
            yield replace(row, point=place)


def _dated(referral: ReferralDraft, sheet: SessionSheet) -> ReferralDraft:
    """Return a referral sent on the day of its meeting, if it is new or was sent on that day."""
    held_on = parse_date(sheet.held_on)
    is_new = referral.uid is None and referral.sent_on is None
    former = sheet.meeting.held_on if sheet.meeting else None
    if held_on is None or not (is_new or (former and referral.sent_on == former)):
        return referral
    return replace(referral, sent_on=held_on)


def _in_languages(
    typed: str, before_ar: str | None, before_fr: str | None
) -> tuple[str | None, str | None]:
    """Return the words in Arabic and in French: what was typed replaces what was shown."""
    text = clean_line(typed)
    # The language of the screen may have been switched since the words were shown.
    if text == either(Bilingual(before_ar, before_fr)) or text in (before_ar, before_fr):
        return before_ar, before_fr
    words = {Language.ARABIC: before_ar, Language.FRENCH: before_fr}
    shown = i18n.current() if words[i18n.current()] else i18n.current().other
    words[shown] = None
    if text:
        words[language_written(text)] = text
    return words[Language.ARABIC], words[Language.FRENCH]


def _language(text: str | None, before: str | None, *, is_same: bool) -> str | None:
    if text is None:
        return None
    return before if is_same else language_written(text).value


def _count(text: str) -> int | None:
    typed = text.strip()
    return int(typed) if typed.isdecimal() else None


def _count_text(number: int | None) -> str:
    return "" if number is None else str(number)
