"""Words of the page of exchange: what happened to files, what changed."""

from collections.abc import Mapping

from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.queries.stations import StationRow
from ui.words import either, labelled_words

STATUS_ICONS = {
    "to_import": ("download-simple", "muted"),
    "to_import_gap": ("link-break", "warn"),
    "imported": ("check-circle", "ok"),
    "gap": ("link-break", "warn"),
    "duplicate": ("check", "muted"),
    "elsewhere": ("arrow-bend-up-right", "muted"),
    "quarantined": ("hourglass-medium", "warn"),
    "refused": ("x-circle", "late"),
    "written": ("paper-plane-tilt", "ok"),
    "answered": ("paper-plane-tilt", "ok"),
    "recovered": ("lock-simple", "warn"),
}


def status_words(status: str) -> str:
    """Say what became of a file, or would if it were imported."""
    return {
        "to_import": _("To import"),
        "to_import_gap": _("To import, gap"),
        "imported": _("Imported"),
        "gap": _("Imported, gap before it"),
        "duplicate": _("Known already"),
        "elsewhere": _("For another computer"),
        "quarantined": _("Put aside"),
        "refused": _("Refused"),
        "written": _("Written"),
        "answered": _("Answered"),
        "recovered": _("Passphrase renewed"),
    }[status]


def computer_words(row: StationRow) -> str:
    """Say which of the computers of one name a station is; "" for an only one."""
    if row.is_own:
        return _("This computer")
    if row.is_sibling:
        return _("The other computer")
    if row.computer is None:
        return ""
    return _("Computer {number}").format(number=isolate(str(row.computer)))


def office_words(row: StationRow) -> str:
    """Name a station’s office; bare, so that typing its first letters finds it in a list."""
    number = f" ({isolate(row.number)})" if row.number else ""
    return f"{either(row.name_ar, row.name_fr)}{number} · {either(row.city_ar, row.city_fr)}"


def noun_words(entity: str) -> str:
    """Name many records of one noun, as events call it."""
    return {
        "office": _("Office"),
        "entry": _("Catalogue"),
        "partner": _("Partners"),
        "person": _("People"),
        "identity": _("Names and contacts"),
        "distinction": _("Pairs that are not the same"),
        "meeting": _("Meetings"),
        "attendance": _("Attendances"),
        "point": _("Points raised"),
        "commitment": _("Commitments"),
        "referral": _("Referrals"),
        "issue": _("Issued summaries"),
        "hand_out": _("Sheets given to partners"),
        "reply": _("Replies of headquarters"),
    }[entity]


def one_noun_words(entity: str) -> str:
    """Name one record of a noun, as events call it."""
    return {
        "office": _("Office"),
        "entry": _("Catalogue"),
        "partner": _("Partner"),
        "person": _("Person"),
        "identity": _("Name and contacts"),
        "distinction": _("Pair that is not the same"),
        "meeting": _("Meeting"),
        "attendance": _("Attendance"),
        "point": _("Point raised"),
        "commitment": _("Commitment"),
        "referral": _("Referral"),
        "issue": _("Issued summary"),
        "hand_out": _("Sheet given to a partner"),
        "reply": _("Reply of headquarters"),
    }[entity]


def counts_words(records: Mapping[str, int]) -> str:
    """Say how many records changed, noun by noun."""
    return " · ".join(
        labelled_words(noun_words(entity), isolate(str(count))) for entity, count in records.items()
    )


def range_words(first: int | None, last: int | None) -> str:
    """Return the numbers of changes, from the first to the last."""
    if first is None or last is None or last < first:
        return "—"
    return isolate(f"{first}–{last}")
