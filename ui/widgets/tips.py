"""Tooltips as plain text: Qt would interpret a name that is written as markup."""

from PySide6.QtGui import Qt


def tip(words: str) -> str:
    """Return text escaped for a tooltip."""
    if not Qt.mightBeRichText(words):
        return words
    from html import escape  # noqa: PLC0415  imports all entities, for rare texts

    lines = escape(words).replace("\n", "<br>")
    return f"<qt>{lines}</qt>"
