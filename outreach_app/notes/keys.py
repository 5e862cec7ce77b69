"""The meaning of a note's keys, headings and columns: a part of the head, or a section."""

from outreach_app.notes.cues import codes, cue, opening
from outreach_app.notes.lines import BULLET
from outreach_app.rules.kinds import PointKind

_MAX_REST = 2  # words of a key after those of its label


def label_of(key: str) -> str:
    """Return the label that a key names, or ""."""
    for side in _sides(key):
        for name in codes("label."):
            found = opening(name).match(side)
            if found is not None and len(side[found.end() :].split()) <= _MAX_REST:
                return name.removeprefix("label.")
    return ""


def whole_label(words: str) -> str:
    """Return the label that all the words of a line name, or ""."""
    for name in codes("label."):
        found = opening(name).match(words)
        if found is not None and found.end() == len(words):
            return name.removeprefix("label.")
    return ""


def _sides(key: str) -> list[str]:
    """Return the key without a bullet, in one language and the other: «Date / التاريخ»."""
    bare = BULLET.sub("", key, count=1).strip(" .:|-*")
    return [side.strip() for side in bare.split("/")]


def section_of(words: str) -> str:
    """Return the section that introductory words name, or ""."""
    found = [n.removeprefix("section.") for n, p in codes("section.").items() if p.search(words)]
    # «Demandes et suggestions» names no single kind.
    is_of_kinds = len(found) > 1 and all(name in tuple(PointKind) for name in found)
    return "points" if is_of_kinds else next(iter(found), "")


def owed_section(section: str, key: str) -> str:
    """Return the section of commitments by the owner in its key: «Promesse (société)»."""
    if section != "promise":
        return section
    if cue("partner").search(key):
        return "promise_partner"
    return "promise_office" if cue("office").search(key) else section


def whole_section(words: str) -> str:
    """Return the section that all the words of a line name, or ""."""
    for side in _sides(words):
        for name in codes("section."):
            found = opening(name).match(side)
            if found is not None and found.end() == len(side):
                return name.removeprefix("section.")
    return ""


def column_of(words: str) -> str:
    return next(
        (n.removeprefix("column.") for n in codes("column.") if opening(n).match(words)), ""
    )
