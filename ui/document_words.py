"""The names of the kinds of documents."""

from collections.abc import Callable

from outreach_app.i18n import gettext as _
from outreach_app.rights import Right
from outreach_app.rules.document_numbers import DocumentKind
from ui.words import word_of

# Those chosen on the page of documents, in their order there.
CHOSEN_KINDS = (
    DocumentKind.SESSION,
    DocumentKind.HAND_OUT,
    DocumentKind.PROGRAMME,
    DocumentKind.PARTNER_SHEET,
    DocumentKind.ATTENDANCE,
    DocumentKind.RECTIFICATION,
    DocumentKind.PERIOD,
    DocumentKind.COVERING_NOTE,
    DocumentKind.HANDOVER,
    DocumentKind.EXTRACT,
    DocumentKind.ERASURE,
    DocumentKind.NOTICE,
)

# Of those that are about a person.
_RIGHTS_BESIDE = {DocumentKind.EXTRACT: Right.NAMES, DocumentKind.ERASURE: Right.NOTE_CLAIMS}

_KINDS: dict[str, Callable[[], str]] = {
    DocumentKind.SESSION: lambda: _("Summary of a session"),
    DocumentKind.PERIOD: lambda: _("Report of a period"),
    DocumentKind.PERIOD_PUBLISHABLE: lambda: _("Publishable report of a period"),
    DocumentKind.PROGRAMME: lambda: _("Programme"),
    DocumentKind.PARTNER_SHEET: lambda: _("Partner sheet"),
    DocumentKind.HAND_OUT: lambda: _("You said / we did"),
    DocumentKind.ATTENDANCE: lambda: _("Attendance sheet"),
    DocumentKind.HANDOVER: lambda: _("Handover file"),
    DocumentKind.ERASURE: lambda: _("Proof of erasure"),
    DocumentKind.NOTICE: lambda: _("Notice on personal data"),
    DocumentKind.EXTRACT: lambda: _("Extract for a person"),
    DocumentKind.ELIMINATION: lambda: _("Elimination list"),
    DocumentKind.DESTRUCTION: lambda: _("Certificate of destruction"),
    DocumentKind.COVERING_NOTE: lambda: _("Covering note"),
    DocumentKind.RECTIFICATION: lambda: _("Rectification"),
    DocumentKind.VERIFICATION: lambda: _("Result of a verification"),
    DocumentKind.NATIONAL: lambda: _("National summary"),
    DocumentKind.NATIONAL_PUBLISHABLE: lambda: _("Publishable version"),
}


def document_words(kind: str) -> str:
    """Return the label of a kind of document."""
    return word_of(_KINDS, kind)


def right_beside(kind: DocumentKind) -> Right:
    """Return the right that a kind needs beside that to give out documents."""
    return _RIGHTS_BESIDE.get(kind, Right.READ)
