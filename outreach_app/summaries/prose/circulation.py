"""The circulation level of a document, printed on each page and stored in its file."""

from enum import StrEnum

from outreach_app.i18n import Language


class Circulation(StrEnum):
    """PUBLIC for documents without small counts, PARTNER for a partner's own sheet.

    RESTRICTED for documents with names of people, or signed with names.
    """

    PUBLIC = "public"
    PARTNER = "partner"
    INTERNAL = "internal"
    RESTRICTED = "restricted"

    def words(self, language: Language) -> str:
        """Return the text on the page."""
        return _WORDS[self][language]


_AR, _FR = Language.ARABIC, Language.FRENCH
_WORDS = {
    Circulation.PUBLIC: {_AR: "وثيقة عمومية", _FR: "Document public"},
    Circulation.PARTNER: {_AR: "وثيقة موجهة إلى الشريك", _FR: "Document remis au partenaire"},
    Circulation.INTERNAL: {_AR: "وثيقة داخلية", _FR: "Document interne"},
    Circulation.RESTRICTED: {
        _AR: "وثيقة محدودة التداول",
        _FR: "Document à diffusion restreinte",
    },
}
