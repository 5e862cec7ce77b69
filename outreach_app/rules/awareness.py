"""Which meetings are awareness actions: they are counted by whom they reached."""

AWARENESS_KINDS = ("mt.awareness", "mt.school", "mt.openday")
SCHOOL_TALK = "mt.school"
MATERIAL = "pb.material"  # a kind of publication: what is handed out in these actions
