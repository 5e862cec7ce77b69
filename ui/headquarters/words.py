"""Texts of headquarters' pages: states of a week, the place of a precinct."""

from outreach_app.clock import moment_words
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.queries.offices import OfficeRow, WeekState
from outreach_app.rules.names import Bilingual
from ui.words import either

WEEK_ICONS = {
    WeekState.SENT: ("check-circle", "ok"),
    WeekState.LATE: ("clock", "warn"),
    WeekState.GAP: ("link-break", "late"),
    WeekState.NEVER: ("prohibit", "muted"),
    WeekState.AWAITED: ("hourglass-medium", "muted"),
}


def week_words(state: WeekState) -> str:
    """Return the state of a week; a dash for a week before the precinct was enrolled."""
    words = {
        WeekState.SENT: _("Received"),
        WeekState.LATE: _("Late file"),
        WeekState.GAP: _("Gap"),
        WeekState.NEVER: _("Never"),
        WeekState.AWAITED: _("Awaited"),
    }
    return words.get(state, "–")


def name_words(name: Bilingual | None) -> str:
    """Return a name in the language of the screen, or else in the other one."""
    return either(name) if name else ""


def place_words(row: OfficeRow) -> str:
    """Return the place of a precinct: its district, or its command, or its city."""
    return name_words(row.district) or name_words(row.command) or name_words(row.city)


def fact_words(office: OfficeRow) -> list[str]:
    """Return what a precinct sent, and what to do about what is missing."""
    if office.is_revoked:
        return [_("Its card was revoked: its files wait for a decision.")]
    if office.last_sent is None:
        return [_("It never sent a file. Ask it for its first one.")]
    facts = [_("Last file written on {moment}.").format(moment=moment_words(office.last_sent))]
    if office.missing:
        words = _("Changes {ranges} are missing: write the answers, the precinct sends them again.")
        ranges = " · ".join(isolate(f"{part.first}–{part.last}") for part in office.missing)
        facts.append(words.format(ranges=ranges))
    return facts
