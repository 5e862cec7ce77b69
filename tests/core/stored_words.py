"""The words of the search index as they lie in the store's file, those that no search sees too."""

from sqlalchemy import text

from outreach_app.database import Database

_FIRST_SEGMENT = 1 << 37  # below are the index's own notes
_TOMBSTONES = 1 << 53  # from here on only the numbers of documents that were taken out
_IS_NO_LEAF = ((1 << 6) - 1) << 31  # bits of a page's id: what is above the leaves holds no words


def stored_words(store: Database) -> set[str]:
    """Every word in every piece of the index: FTS5 writes of each what differs from the last."""
    found: set[str] = set()
    with store.read() as session:
        for table in ("search_meetings_data", "search_names_data"):
            for page, block in session.execute(text(f"SELECT id, block FROM {table}")):  # noqa: S608
                if _FIRST_SEGMENT <= page < _TOMBSTONES and not page & _IS_NO_LEAF:
                    found.update(_words(bytes(block)))
    return found


def _words(leaf: bytes) -> list[str]:
    """The words of one leaf; behind its content stands where each begins."""
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
    """A number in SQLite's variable length, and where it ends."""
    value = 0
    while True:
        value = value << 7 | data[at] & 0x7F
        at += 1
        if not data[at - 1] & 0x80:
            return value, at
