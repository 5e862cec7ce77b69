"""Indexes of meetings in the order of words, which keep the «ال» of «التزام»."""

from alembic import op
from sqlalchemy import text

revision = "0075"
down_revision = "0074"

_NARROWING = ("office_id", "status", "kind", "channel", "review", "is_deleted")
_NO_ARTICLE = (
    "التزام", "التماس", "التحاق", "التقاء", "التقاط", "التباس", "التفات", "التفاف", "التهاب",
    "التصاق", "التئام", "التجاء", "التواء",
)  # fmt: skip
_BEGINNINGS = (
    *((f" {word}", f" {word[2:]}") for word in ("التزامن", "التماسك", "التقاطع")),
    *((f" {word}", f" ٱ{word[1:]}") for word in _NO_ARTICLE),
    (" ال", " "),
)
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
        words = f"' ' || substr(coalesce({own}, {other}, ''), 1, 48)"
        for written, compared in _BEGINNINGS:
            words = f"replace({words}, '{written}', '{compared}')"
        for plain, others in _ALIKE.items():
            for letter in others:
                words = f"replace({words}, '{letter}', '{plain}')"
        subject = text(f"lower(trim({words}))")
        newest = (text("held_on DESC"), text("id DESC"))
        op.drop_index(f"ix_meetings_{own}", "meetings")
        op.create_index(f"ix_meetings_{own}", "meetings", [subject, *newest, *_NARROWING])
