"""Which meetings are awareness actions: they are counted by whom they reached."""

from outreach_app.rules.kinds import MeetingKind

AWARENESS_KINDS = (MeetingKind.AWARENESS, MeetingKind.SCHOOL, MeetingKind.OPEN_DAY)
MATERIAL = "pb.material"  # a kind of publication: what is handed out in these actions
