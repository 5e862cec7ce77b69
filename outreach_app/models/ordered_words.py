"""What a text is sorted by, as an expression of both engines that an index can have."""

from typing import Any

from sqlalchemy import ColumnElement, func, literal_column

from outreach_app.rules.ordering import ALIKE, BEGINNINGS, COMPARED


def ordered_words(*texts: Any) -> ColumnElement[str]:
    """Return `order_key` of the first of these texts that there is, without parameters."""
    start = func.substr(func.coalesce(*texts, _quoted("")), _plain("1"), _plain(str(COMPARED)))
    words: ColumnElement[str] = _quoted(" ").op("||")(start)
    for written, compared in BEGINNINGS:
        words = func.replace(words, _quoted(written), _quoted(compared))
    for plain, others in ALIKE.items():
        for other in others:
            words = func.replace(words, _quoted(other), _quoted(plain))
    return func.lower(func.trim(words))


def _quoted(text: str) -> ColumnElement[str]:
    return _plain(f"'{text}'")


def _plain(sql: str) -> ColumnElement[str]:
    column: ColumnElement[str] = literal_column(sql)
    return column
