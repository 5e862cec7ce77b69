"""The reminder to a late precinct, in Arabic and then in French."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial

from outreach_app.clock import moment_words
from outreach_app.i18n import Language, isolate, said_in
from outreach_app.i18n import gettext as _
from outreach_app.queries.offices import OfficeRow
from outreach_app.queries.weekly_files import DEADLINE
from outreach_app.rules.dates import date_words
from ui.headquarters.office_report import awaited_week
from ui.words import numbered_words

_MARKS = re.compile("[\u2066-\u2069]")  # isolates of the screen, which letters show as boxes


def reminders_text(offices: Sequence[OfficeRow], weeks: Sequence[date]) -> str:
    """Return the reminders of these precincts, joined; `weeks` are their Mondays."""
    texts = (said_in(each, partial(_one, row, weeks)) for row in offices for each in Language)
    return "\n\n".join(_MARKS.sub("", text) for text in texts)


def _one(office: OfficeRow, weeks: Sequence[date]) -> str:
    name = numbered_words(office.name, office.number)
    lines = [
        _("To the precinct {name}").format(name=name),
        _("Subject: reminder of the weekly file"),
        *_reminder_sentences(office, weeks),
        _("It is written on the Exchange page, under “To send”."),
        _("If it was sent in the meantime, please ignore this reminder."),
    ]
    return "\n".join(lines)


def _reminder_sentences(office: OfficeRow, weeks: Sequence[date]) -> Iterator[str]:
    """Return which file is awaited, what arrived last, and which changes are missing."""
    week = awaited_week(office, weeks)
    if week is not None:
        words = _("The file of the week of {week}, due on {due}, has not been received.")
        yield words.format(week=date_words(week), due=date_words(week + DEADLINE))
    if office.last_sent is None:
        yield _("No file has been received from you yet.")
    else:
        last = _("The last file received was written on {moment}.")
        yield last.format(moment=moment_words(office.last_sent))
    if office.missing:
        ranges = " · ".join(isolate(f"{part.first}–{part.last}") for part in office.missing)
        lacks = _("Changes {ranges} have not arrived: import the last answers, then send again.")
        yield lacks.format(ranges=ranges)
