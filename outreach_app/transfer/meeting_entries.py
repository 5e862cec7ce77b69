"""Entries of a meetings file: the draft of a meeting, and the partners that it names."""

from dataclasses import dataclass, replace

from outreach_app.errors import Problem
from outreach_app.i18n import gettext as _
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
from outreach_app.transfer.guessed_kinds import guess_kind
from outreach_app.transfer.partner_entries import usual_category
from outreach_app.transfer.reading import RowReader

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
    to_complete: tuple[Problem, ...] = ()
    is_guessed: bool = False


def read_entry(raw: object, values: object, line: int) -> FileMeeting:
    """Read a row, whose values are under the keys of the format."""
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
    read = with_bearer_read(
        PartnerDraft(name_ar, name_fr, category or usual_category(type_), type_)
    )
    stated = row.flag("is_named_after_person", default=read.is_named_after_person)
    return replace(read, is_named_after_person=stated)


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
