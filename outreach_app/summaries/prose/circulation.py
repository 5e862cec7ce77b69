"""Say how far a document or a file may go, on each page and in each file."""

from enum import StrEnum

from outreach_app.i18n import Language


class Circulation(StrEnum):
    """PUBLIC for documents without small counts, PARTNER for a partner's own sheet.

    RESTRICTED for documents with names of people, in a text too, or signed with names.
    """

    PUBLIC = "public"
    PARTNER = "partner"
    INTERNAL = "internal"
    RESTRICTED = "restricted"

    def words(self, language: Language) -> str:
        """Return the text on the page."""
        return _WORDS[self][language]

    @property
    def both(self) -> str:
        """Return the text for a file that has no language: a register's tables, cards, archives."""
        return f"{self.words(Language.ARABIC)} · {self.words(Language.FRENCH)}"


# The file beside tables, which have no place for it: a line above a header would be a row.
LEVEL_FILE = "circulation.txt"
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
