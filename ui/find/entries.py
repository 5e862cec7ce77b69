"""The lines of Ctrl+K: headings, records and commands, with their texts."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.queries.found_rows import FoundRow
from outreach_app.queries.search_results import SearchResult
from outreach_app.rules.dates import date_text
from outreach_app.rules.folding import bare, fold_words
from outreach_app.rules.phones import show_phone
from ui.requests import (
    LogSession,
    OpenMeeting,
    OpenPartner,
    OpenPrecinct,
    OpenPublication,
    OpenRemark,
    OpenRumour,
    Request,
)
from ui.widgets.commands import Command
from ui.words import apart, search_limits, status_words


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of the lines below it, with their count; "" to show none."""

    words: str
    count: str = ""


Entry = Heading | FoundRow | Command


def grouped(rows: Sequence[FoundRow]) -> Iterator[Entry]:
    """Yield the rows of each noun under its heading, nouns in the order of their first row."""
    kinds = list(dict.fromkeys(row.kind for row in rows))
    for kind, of_kind in groupby(sorted(rows, key=lambda row: kinds.index(row.kind)), _kind):
        members = list(of_kind)
        yield Heading(kind_name(kind), isolate(str(len(members))))
        yield from members


def under(words: str, entries: Iterable[Entry]) -> list[Entry]:
    """Return entries under a heading; nothing if there is none."""
    members = list(entries)
    return [Heading(words), *members] if members else []


def commands_named(commands: Iterable[Command], typed: str) -> list[Command]:
    """Return the commands of which every typed word begins a word; all of them for no word.

    The Arabic article need not be typed. Those that are called so come first, then those whose
    name begins so.
    """
    asked = fold_words(typed).split()
    found = [command for command in commands if all(_begins(command, word) for word in asked)]
    return sorted(found, key=lambda command: _distance(command, asked))


def named_commands(
    on_page: Iterable[Command], everywhere: Iterable[Command], typed: str, most: int | None = None
) -> list[Entry]:
    """Return those named so, `most` of each: the commands of the page, then those of any page."""
    of_page = commands_named(on_page, typed)[:most]
    others = commands_named(everywhere, typed)[:most]
    groups = [(_("On this page"), of_page), (_("Commands"), others)]
    asked = fold_words(typed).split()
    groups.sort(key=lambda group: not (group[1] and not _distance(group[1][0], asked)))
    return [entry for words, found in groups for entry in under(words, found)]


def _distance(command: Command, asked: Sequence[str]) -> int:
    """Return how far a command is from being called so: 0 if it is, 1 if it begins so, else 2."""
    words = [bare(word) for word in fold_words(command.words()).split()]
    typed = [bare(word) for word in asked]
    if words == typed:
        return 0
    return 1 if " ".join(words).startswith(" ".join(typed)) else 2


def _begins(command: Command, word: str) -> bool:
    words = fold_words(command.words()).split()
    return any(each.startswith(word) or bare(each).startswith(word) for each in words)


def kind_name(kind: str) -> str:
    """Return the word for records of a noun that can be found."""
    return {
        "meeting": _("Meetings"),
        "point": _("Points"),
        "partner": _("Partners"),
        "person": _("People"),
        "office": _("Precincts"),
        "rumour": _("Rumours"),
        "publication": _("Publications"),
        "remark": _("Remarks received"),
    }.get(kind, kind)


def icon_name(kind: str) -> str:
    """Return the icon of a noun that can be found."""
    return {
        "meeting": "chats",
        "point": "chat-centered-text",
        "partner": "handshake",
        "person": "user",
        "office": "buildings",
        "rumour": "megaphone-simple",
        "remark": "chat-circle-text",
    }.get(kind, "newspaper")


def asides(row: FoundRow) -> tuple[str, str]:
    """Return the texts at the end of a row: telephone or day, and below it day or state."""
    day = isolate(date_text(row.day)) if row.day else ""
    if row.phone:
        last = _("last met {day}").format(day=day) if day else ""
        return isolate(show_phone(row.phone)), last
    if row.kind == "partner" and day:
        return "", _("last met {day}").format(day=day)
    return day, status_words(row.status) if row.status else ""


def second_line(row: FoundRow) -> str:
    """Return what is below a title: the precinct whose record it is, and the words that match."""
    return f"{apart(row.precinct)} · {row.snippet}" if row.precinct else row.snippet


def request_of(row: FoundRow) -> Request:
    """Return the request that shows a record. A point is shown in its meeting."""
    match row.kind:
        case "meeting" | "point":
            return OpenMeeting(row.meeting or row.uid)
        case "office":
            return OpenPrecinct(row.uid)
        case "rumour":
            return OpenRumour(row.uid)
        case "remark":
            return OpenRemark(row.uid)
        case "publication":
            return OpenPublication(row.uid)
        case _:
            return OpenPartner(row.uid)


def session_with(row: FoundRow) -> Request | None:
    """Return the request for a new session with a partner or a person; None for other rows."""
    return LogSession((row.uid,)) if row.kind in {"partner", "person"} else None


def _kind(row: FoundRow) -> str:
    return row.kind


def spoken(entry: Entry) -> str:
    """Return what a screen reader says of a line."""
    match entry:
        case Heading(words, count):
            return f"{words} {count}"
        case FoundRow():
            return f"{entry.title} {entry.precinct}".strip()
        case Command():
            return entry.words()


def limits_words(typed: str, found: SearchResult, *, has_commands: bool) -> str:
    """Return that nothing was found, not even a command, or what the list lacks."""
    limits = search_limits(len(found.rows), is_cut=found.is_cut, is_complete=found.is_complete)
    if found.rows or has_commands:
        return limits
    return " ".join(filter(None, (nothing_words(typed), limits)))


def nothing_words(typed: str) -> str:
    """Return the advice where nothing was found."""
    advice = _("Nothing found for “{words}”. Try fewer letters or another spelling.")
    return advice.format(words=isolate(typed))
