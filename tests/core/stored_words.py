"""The words of the search index in the store's file, including unreachable ones."""

from sqlalchemy import text

from outreach_app.database import Database

_FIRST_SEGMENT = 1 << 37  # below are the index's own metadata
_TOMBSTONES = 1 << 53  # from here on only the numbers of documents that were taken out
_IS_NO_LEAF = ((1 << 6) - 1) << 31  # bits of a page's id: what is above the leaves holds no words


def stored_words(store: Database) -> set[str]:
    """Yield every word in every segment of the index, which FTS5 prefix-compresses."""
    found: set[str] = set()
    with store.read() as session:
        for table in ("search_meetings_data", "search_names_data"):
            for page, block in session.execute(text(f"SELECT id, block FROM {table}")):  # noqa: S608
                if _FIRST_SEGMENT <= page < _TOMBSTONES and not page & _IS_NO_LEAF:
                    found.update(_words(bytes(block)))
    return found


def _words(leaf: bytes) -> list[str]:
    """Yield the words of one leaf, whose trailer has their offsets."""
    size = int.from_bytes(leaf[2:4], "big")
    words: list[bytes] = []
    place, begin = size, 0
    while place < len(leaf):
        step, place = _number(leaf, place)
        begin += step
        kept, at = _number(leaf, begin) if words else (0, begin)
        length, at = _number(leaf, at)
        words.append((words[-1][:kept] if words else b"") + leaf[at : at + length])
    return [word[1:].decode() for word in words]  # the first byte says how long a beginning it is


def _number(data: bytes, at: int) -> tuple[int, int]:
    """Return a SQLite varint, and its end."""
    value = 0
    while True:
        value = value << 7 | data[at] & 0x7F
        at += 1
        if not data[at - 1] & 0x80:
            return value, at
