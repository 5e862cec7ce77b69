"""The part of a text that shows what was asked for."""

import re

from outreach_app.rules.folding import fold_words, index_words
from outreach_app.rules.text import clean_line

_WRITTEN_WORD = re.compile(r"\S+")


def find_snippet(text: str, query: str, width: int = 120) -> str:
    """Return at most `width` characters, and `…`, around the first word the query asks for."""
    line = clean_line(text)
    if len(line) <= width:
        return line
    wished = min(_first_hit(line, query) - width // 3, len(line) - width)
    start = line.find(" ", wished - 1) + 1 if wished > 0 else 0
    end = start + width
    if end >= len(line):
        return f"…{line[start:]}"
    last_space = line.rfind(" ", start, end + 1)
    end = last_space if last_space > start else end
    return f"{'…' if start else ''}{line[start:end]}…"


def _first_hit(line: str, query: str) -> int:
    """Return where the first word asked for starts; 0 if none is there as written."""
    wanted = set(index_words(query))
    last = fold_words(query).rpartition(" ")[2]
    for word in _WRITTEN_WORD.finditer(line):
        held = index_words(word[0])
        if not wanted.isdisjoint(held) or (last and any(form.startswith(last) for form in held)):
            return word.start()
    return 0
