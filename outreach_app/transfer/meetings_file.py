"""Meetings files: the JSON format `outreach-meetings` version 1, and CSV of its plain fields."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from outreach_app.errors import Problem, UnreadableFile
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate, isolate_file
from outreach_app.rules.awareness import AWARENESS_KINDS
from outreach_app.rules.statuses import CommitmentStatus, MeetingStatus
from outreach_app.rules.text import language_of
from outreach_app.rules.validation import Checks
from outreach_app.services.commitments import CommitmentDraft
from outreach_app.services.meeting_drafts import with_counts_confirmed
from outreach_app.services.meetings import MeetingDraft, check_meeting
from outreach_app.services.partner_drafts import with_bearer_read
from outreach_app.services.partners import PartnerDraft, check_partner
from outreach_app.services.points import PointDraft
from outreach_app.services.referrals import ReferralDraft
from outreach_app.transfer.foreign_files import WORKBOOK_SUFFIXES
from outreach_app.transfer.guessed_kinds import guess_kind
from outreach_app.transfer.json_file import lines_of_items, other_format, read_json
from outreach_app.transfer.meetings_table import meetings_of
from outreach_app.transfer.named_rows import require_rows
from outreach_app.transfer.partner_entries import usual_category
from outreach_app.transfer.partners_file import read_rows
from outreach_app.transfer.reading import RowReader
from outreach_app.untrusted_files import open_regular

FORMAT, VERSION = "outreach-meetings", 1
JSON = ".json"
TABLES = (".csv", *WORKBOOK_SUFFIXES)
SUFFIXES = (JSON, *TABLES)
# The line where a row starts, the row, and its values under the keys of the format.
_Row = tuple[int, object, object]
_MAX_REFUSED = 1_000  # rows, if none before was good
# Keys of the format with another name in drafts.
_FIELDS = {
    "uid": "reference",
    "reason": "status_reason",
    "start": "starts_at",
    "end": "ends_at",
    "partner_types": "kinds_present",
    "partners": "attendances",
}
_OF_AUDIENCE = ("establishments", "pupils", "beneficiaries", "associations")
_OF_HELD = ("headcount", "women", "bodies", "points", "commitments", "referrals", "assessment")


@dataclass(frozen=True, slots=True)
class FileMeeting:
    """One meeting of a file: its draft without attendances, and the partners it names.

    `raisers` of the points and `debtors` of the commitments are indexes into `partners`, from 0.
    `given` are the fields of the draft that the row fills; `raw` is the original row, `line` where
    it starts; with `problems` it cannot be imported.
    """

    raw: object
    line: int
    draft: MeetingDraft | None
    partners: tuple[tuple[PartnerDraft, bool], ...]
    raisers: tuple[int | None, ...]
    debtors: tuple[int | None, ...]
    problems: tuple[Problem, ...]
    ignored: tuple[str, ...]
    given: frozenset[str]


def read_meetings(path: Path) -> list[FileMeeting]:
    """Read every meeting of a file. Raises UnreadableFile if it is not a meetings file.

    A file is given up, whatever its form, if its first thousand rows are all refused.
    """
    rows = list(_json_rows(path) if path.suffix.lower() == JSON else _table_rows(path))
    require_rows(path.name, len(rows))
    entries: list[FileMeeting] = []
    for line, raw, values in rows:
        entries.append(_entry(raw, values, line))
        if len(entries) == _MAX_REFUSED and all(entry.problems for entry in entries):
            raise _hopeless(entries[0], len(rows) - _MAX_REFUSED)
    return entries


def _hopeless(first: FileMeeting, left: int) -> UnreadableFile:
    message = _(
        "Nothing was imported: the first {count} rows are all refused, and the rest were not "
        "checked: {left}. Line {line}, {field}: {reason}"
    )
    problem = first.problems[0]
    text = message.format(
        count=isolate(str(_MAX_REFUSED)),
        left=isolate(str(left)),
        line=isolate(str(first.line)),
        field=isolate(problem.field or ""),
        reason=problem.message,
    )
    return UnreadableFile(text, first.line)


def _table_rows(path: Path) -> Iterator[_Row]:
    if path.suffix.lower() not in TABLES:
        message = _(
            "The file {file} is neither JSON, CSV, XLSX, XLS nor ODS. Save meetings as one of "
            "these."
        )
        with open_regular(path):  # one that is not there is not told by its name
            raise UnreadableFile(message.format(file=isolate_file(path.name)))
    for (line, raw), values in meetings_of(read_rows(path)):
        yield line, raw, values


def _json_rows(path: Path) -> Iterator[_Row]:
    text, whole = read_json(path)
    if (
        not isinstance(whole, dict)
        or (whole.get("format"), whole.get("version")) != (FORMAT, VERSION)
        or not isinstance(whole.get("meetings"), list)
    ):
        raise other_format(path, FORMAT, "CSV, XLSX")
    items = whole["meetings"]
    yield from zip(lines_of_items(text, "meetings"), items, items, strict=True)


def _entry(raw: object, values: object, line: int) -> FileMeeting:
    checks = Checks()
    row = RowReader(values, checks)
    partners = tuple(
        (_partner(partner), partner.flag("present", default=True))
        for partner in row.objects("partners")
    )
    draft = _draft(row)
    if not checks.problems and draft is not None:
        checks.extend(check_meeting(draft))
        _check_fitting(checks, draft)
        for partner, _is_present in partners:
            checks.extend(check_partner(partner))
    raisers = _places(row, checks, "points", "raised_by", len(partners))
    debtors = _places(row, checks, "commitments", "partner", len(partners))
    usable = None if checks.problems else draft
    given = frozenset(_FIELDS.get(key, key) for key in row.given())
    return FileMeeting(
        raw=raw,
        line=line,
        draft=usable,
        partners=partners,
        raisers=raisers,
        debtors=debtors,
        problems=tuple(checks.problems),
        ignored=tuple(row.unread()),
        given=given,
    )


def _check_fitting(checks: Checks, draft: MeetingDraft) -> None:
    """Refuse what a meeting of this status or kind cannot have: no form asks for it."""
    if draft.status != MeetingStatus.HELD:
        message = _("Only a meeting that was held has this: leave it out, or correct the status.")
        for name in (*_OF_AUDIENCE, *_OF_HELD):
            if getattr(draft, name):
                checks.add(name, "not_held", message)
    elif draft.kind not in AWARENESS_KINDS:
        message = _("Only an awareness action has this: leave it out, or correct the kind.")
        for name in _OF_AUDIENCE:
            if getattr(draft, name):
                checks.add(name, "no_awareness", message)


def _places(
    row: RowReader, checks: Checks, items: str, key: str, partners: int
) -> tuple[int | None, ...]:
    """Return the indexes of partners that the items of a list have under a key."""
    if checks.problems:
        return ()
    places = tuple(item.integer(key) for item in row.objects(items))
    for number, place in enumerate(places, start=1):
        if place is not None and not 0 <= place < partners:
            message = _("There is no partner at this position in the list.")
            checks.add(f"{items}.{number}.{key}", "no_such_partner", message)
    return places


def _draft(row: RowReader) -> MeetingDraft | None:
    held_on = row.day("held_on")
    if held_on is None:
        row.required("held_on")
        return None
    assessment = row.words("assessment")
    draft = MeetingDraft(
        reference=row.line("uid"),
        status=row.line("status") or MeetingStatus.HELD,
        status_reason=row.words("reason"),
        kind=row.required("kind"),
        channel=row.required("channel"),
        held_on=held_on,
        starts_at=row.hour("start"),
        ends_at=row.hour("end"),
        place_ar=row.line("place_ar"),
        place_fr=row.line("place_fr"),
        subject_ar=row.line("subject_ar"),
        subject_fr=row.line("subject_fr"),
        headcount=row.integer("headcount"),
        women=row.integer("women"),
        establishments=row.integer("establishments"),
        pupils=row.integer("pupils"),
        beneficiaries=row.integer("beneficiaries"),
        associations=row.integer("associations"),
        last_on=row.day("last_on"),
        bodies=row.integer("bodies"),
        kinds_present=row.codes("partner_types"),
        points=tuple(_point(point) for point in row.objects("points")),
        commitments=tuple(_commitment(item) for item in row.objects("commitments")),
        referrals=tuple(_referral(item) for item in row.objects("referrals")),
        assessment=assessment,
        assessment_language=row.line("assessment_language") or language_of(assessment or ""),
        source=row.line("source"),
        sensitive_reason=row.words("sensitive_reason"),
    )
    return with_counts_confirmed(draft) if row.flag("counts_confirmed", default=False) else draft


def _partner(row: RowReader) -> PartnerDraft:
    name_ar, name_fr = row.line("name_ar"), row.line("name_fr")
    category, type_ = row.line("category"), row.line("type")
    if category is None and type_ is None:
        category, type_ = guess_kind(name_ar, name_fr) or (None, None)
    return with_bearer_read(
        PartnerDraft(name_ar, name_fr, category or usual_category(type_), type_)
    )


def _point(row: RowReader) -> PointDraft:
    language, reply = row.line("language"), row.words("reply")
    return PointDraft(
        kind=row.required("kind"),
        topic=row.required("topic"),
        text=row.words("text"),
        language=language,
        translation=row.words("translation"),
        phrase=row.line("phrase"),
        reaction=row.line("reaction"),
        reply=reply,
        reply_language=language if reply else None,
        reply_translation=row.words("reply_translation"),
    )


def _commitment(row: RowReader) -> CommitmentDraft:
    return CommitmentDraft(
        text=row.words("text") or "",
        language=row.required("language"),
        translation=row.words("translation"),
        owner=row.required("owner"),
        due_on=row.day("due_on"),
        status=row.line("status") or CommitmentStatus.OPEN,
        status_reason=row.words("reason"),
        status_reason_translation=row.words("reason_translation"),
        status_on=row.day("since"),
        authority=row.line("authority"),
        point=row.integer("point"),
    )


def _referral(row: RowReader) -> ReferralDraft:
    answer = row.words("answer")
    return ReferralDraft(
        destination=row.required("to"),
        topic=row.required("topic"),
        sent_on=row.day("sent_on"),
        answered_on=row.day("answered_on"),
        answer=answer,
        answer_language=row.line("language") if answer else None,
        answer_translation=row.words("answer_translation"),
        point=row.integer("point"),
    )
