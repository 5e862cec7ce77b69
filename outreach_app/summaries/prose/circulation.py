"""How far a document may go, said on each of its pages and in its file."""

from enum import StrEnum

from outreach_app.i18n import Language


class Circulation(StrEnum):
    """PUBLIC for what tells no small count, PARTNER for the one whom a sheet is for.

    RESTRICTED for what holds the name of a person, or is signed with names.
    """

    PUBLIC = "public"
    PARTNER = "partner"
    INTERNAL = "internal"
    RESTRICTED = "restricted"

    def words(self, language: Language) -> str:
        """Return what stands on the page."""
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
