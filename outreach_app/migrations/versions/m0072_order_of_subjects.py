"""Indexes of meetings in the order of words: É beside E, أ beside ا, with or without «ال»."""

from alembic import op
from sqlalchemy import text

revision = "0072"
down_revision = "0071"

_NARROWING = ("office_id", "status", "kind", "channel", "review", "is_deleted")
_ALIKE = {
    "a": "àâäÀÂÄ",
    "c": "çÇ",
    "e": "éèêëÉÈÊË",
    "i": "îïÎÏ",
    "o": "ôöÔÖ",
    "u": "ùûüÙÛÜ",
    "ا": "أإآٱ",
    "": "«»\u0640",
    " ": "\u00a0\u202f",
}


def upgrade() -> None:
    for own, other in (("subject_ar", "subject_fr"), ("subject_fr", "subject_ar")):
        words = f"replace(' ' || substr(coalesce({own}, {other}, ''), 1, 48), ' ال', ' ')"
        for plain, others in _ALIKE.items():
            for letter in others:
                words = f"replace({words}, '{letter}', '{plain}')"
        subject = text(f"lower(trim({words}))")
        newest = (text("held_on DESC"), text("id DESC"))
        op.drop_index(f"ix_meetings_{own}", "meetings")
        op.create_index(f"ix_meetings_{own}", "meetings", [subject, *newest, *_NARROWING])
