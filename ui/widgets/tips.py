"""Tooltips: Qt has no plain ones, and would obey a name that is written as markup."""

from PySide6.QtGui import Qt


def tip(words: str) -> str:
    """Return words for a tooltip that shows them as they are written."""
    if not Qt.mightBeRichText(words):
        return words
    from html import escape  # noqa: PLC0415  brings every entity, for the rare words that need it

    lines = escape(words).replace("\n", "<br>")
    return f"<qt>{lines}</qt>"
