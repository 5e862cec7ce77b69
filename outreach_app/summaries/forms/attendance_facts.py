"""Computes the plan of an attendance sheet from the store."""

from sqlalchemy.orm import Session

from outreach_app.errors import NotAllowed
from outreach_app.i18n import gettext as _
from outreach_app.models import Meeting
from outreach_app.queries.records import get_own_office
from outreach_app.rules.names import Bilingual
from outreach_app.rules.retention import SHEET_DAYS
from outreach_app.rules.statuses import MeetingStatus
from outreach_app.summaries.forms.attendance_plan import AttendancePlan
from outreach_app.summaries.hand_outs.remarks import partner_facts
from outreach_app.summaries.prose.meeting_kinds import Manner, manner
from outreach_app.summaries.prose.several_days import last_of
from outreach_app.summaries.prose.store_words import office_facts
from outreach_app.summaries.prose.translated_alike import translated_alike
from outreach_app.survivors import survivor

NOT_TO_BE_HELD = (MeetingStatus.POSTPONED, MeetingStatus.CANCELLED)


def plan_attendance(session: Session, meeting: Meeting) -> AttendancePlan:
    """Collect what is printed on the sheet of a meeting before people sign it.

    Its number is given with its edition. Raises NotAllowed: `not_to_be_held` for a meeting that
    was postponed or cancelled, `nobody_signs` for a call or a letter.
    """
    if manner(meeting.kind, meeting.channel) is Manner.EXCHANGE:
        message = _("Nobody signs for a call or a letter: it has no attendance sheet.")
        raise NotAllowed(message, code="nobody_signs")
    if meeting.status in NOT_TO_BE_HELD:
        message = _("The meeting will not be held that day: there is nothing to sign.")
        raise NotAllowed(message, code="not_to_be_held")
    rows = [row for row in meeting.attendances if not row.is_deleted]
    invited = dict.fromkeys(survivor(row.partner) for row in rows)
    plan = AttendancePlan(
        office=office_facts(get_own_office(session)),
        number="",
        kind=meeting.kind,
        channel=meeting.channel,
        held_on=meeting.held_on,
        starts_at=meeting.starts_at,
        ends_at=meeting.ends_at,
        place=Bilingual(meeting.place_ar, meeting.place_fr),
        subject=Bilingual(meeting.subject_ar, meeting.subject_fr),
        invited=tuple(partner_facts(partner) for partner in invited),
        keep_days=SHEET_DAYS,
        last_on=last_of(meeting),
    )
    return translated_alike(session, plan)
