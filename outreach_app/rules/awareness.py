"""The kinds of meetings that are awareness actions, and are counted by their audience."""

from outreach_app.rules.kinds import MeetingKind

AWARENESS_KINDS = (MeetingKind.AWARENESS, MeetingKind.SCHOOL, MeetingKind.OPEN_DAY)
MATERIAL = "pb.material"  # a kind of publication: what is handed out in these actions
