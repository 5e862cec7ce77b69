"""Texts of the exchange page: what happened to files, what changed."""

from collections.abc import Mapping

from outreach_app.exchange.stations.standing import Standing, Verdict
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.noun_words import counts_words
from outreach_app.queries.stations import StationRow
from outreach_app.rules.kinds import OfficeRole
from outreach_app.rules.names import Bilingual
from outreach_app.rules.statuses import BundleStatus
from ui.words import either

STATUS_ICONS: dict[str, tuple[str, str]] = {
    BundleStatus.TO_IMPORT: ("download-simple", "muted"),
    BundleStatus.TO_IMPORT_GAP: ("link-break", "warn"),
    BundleStatus.IMPORTED: ("check-circle", "ok"),
    BundleStatus.GAP: ("link-break", "warn"),
    BundleStatus.DUPLICATE: ("check", "muted"),
    BundleStatus.ELSEWHERE: ("arrow-bend-up-right", "muted"),
    BundleStatus.QUARANTINED: ("hourglass-medium", "warn"),
    BundleStatus.REFUSED: ("x-circle", "late"),
    BundleStatus.WRITTEN: ("paper-plane-tilt", "ok"),
    BundleStatus.ANSWERED: ("paper-plane-tilt", "ok"),
    BundleStatus.RECOVERED: ("lock-simple", "warn"),
}


def concerned_words(records: Mapping[str, int]) -> str:
    """Return how many records changes concern, and how many of each noun."""
    words = _("Records concerned: {count} ({records})")
    total = isolate(str(sum(records.values())))
    return words.format(count=total, records=counts_words(records))


def status_words(status: str) -> str:
    """Return the result of importing a file, actual or expected."""
    words: dict[str, str] = {
        BundleStatus.TO_IMPORT: _("To import"),
        BundleStatus.TO_IMPORT_GAP: _("To import, gap"),
        BundleStatus.IMPORTED: _("Imported"),
        BundleStatus.GAP: _("Imported, gap before it"),
        BundleStatus.DUPLICATE: _("Nothing new in it"),
        BundleStatus.ELSEWHERE: _("For another computer"),
        BundleStatus.QUARANTINED: _("Put aside"),
        BundleStatus.REFUSED: _("Refused"),
        BundleStatus.WRITTEN: _("Written"),
        BundleStatus.ANSWERED: _("Answered"),
        BundleStatus.RECOVERED: _("Passphrase renewed"),
    }
    return words.get(status, status)


def computer_words(row: StationRow) -> str:
    """Return which of the computers of the same office a station is; "" if there is only one."""
    if row.is_own:
        return _("This computer")
    if row.is_sibling:
        return _("The other computer")
    if row.computer is None:
        return ""
    return _("Computer {number}").format(number=isolate(str(row.computer)))


def standing_words(found: Standing) -> str:
    """Return what the station of a card is known as here, before it is enrolled."""
    if found.former is None:
        if found.office.role == OfficeRole.HEADQUARTERS:
            return _("New here, as your headquarters: no other can be enrolled here from then on.")
        return _("New office: no computer of it is enrolled here.")
    office = isolate(either(Bilingual(found.former.name_ar, found.former.name_fr)))
    if found.verdict is Verdict.REPLACEMENT:
        return _("Replaces {office}, with which files are no longer exchanged.").format(
            office=office
        )
    if found.verdict is Verdict.RENEWED:
        return _("Already known here, as {office}: only its names are taken from the card.").format(
            office=office
        )
    words = _("Another computer of {office}, as its sender told you: no computer vouches for it.")
    if found.is_certified:
        words = _("Another computer of {office}: one that is enrolled here vouches for it.")
    return words.format(office=office)


def office_words(row: StationRow) -> str:
    """Return the name of a station’s office, plain, so that typing its first letters finds it."""
    number = f" ({isolate(row.number)})" if row.number else ""
    return f"{either(row.name)}{number} · {either(row.city)}"


def office_names(row: StationRow) -> tuple[str, str]:
    """Return a station’s office in each language: its name, number and city."""
    return (
        " · ".join(filter(None, (row.name.ar, row.number, row.city.ar))),
        " · ".join(filter(None, (row.name.fr, row.number, row.city.fr))),
    )


def range_words(first: int | None, last: int | None) -> str:
    """Return the ranges of change numbers as text."""
    if first is None or last is None or last < first:
        return "—"
    return isolate(f"{first}–{last}")
