"""The fields of the office step for each role, with example texts."""

from dataclasses import dataclass

from outreach_app.i18n import Language
from outreach_app.i18n import gettext as _
from outreach_app.rules.kinds import OfficeRole
from ui.widgets.translated import Text

Words = dict[Language, str]
_ARABIC, _FRENCH = Language.ARABIC, Language.FRENCH


@dataclass(frozen=True, slots=True)
class Role:
    """`unit` precedes the name in the letterhead; a field without a label is omitted."""

    title: Text
    labels: dict[str, Text]
    examples: dict[str, Words]
    unit: Words
    chief_title: Words
    has_number: bool


# The texts of documents have their own language, not the screen's.
ROLES = {
    OfficeRole.PRECINCT: Role(
        title=lambda: _("Office and letterhead"),
        labels={
            "name": lambda: _("Name"),
            "city": lambda: _("City"),
            "command": lambda: _("Regional command"),
            "district": lambda: _("Police district"),
            "chief_title": lambda: _("Title of the signatory"),
            "recipient": lambda: _("Addressee"),
        },
        examples={
            "name": {_ARABIC: "النخيل", _FRENCH: "Annakhil"},
            "command": {
                _ARABIC: "ولاية أمن الدار البيضاء",
                _FRENCH: "Préfecture de police de Casablanca",
            },
            "district": {_ARABIC: "منطقة أمن أنفا", _FRENCH: "District de police d’Anfa"},
            "recipient": {
                _ARABIC: "السيد رئيس منطقة أمن أنفا",
                _FRENCH: "Monsieur le chef du district de police d’Anfa",
            },
        },
        unit={_ARABIC: "الدائرة الأمنية", _FRENCH: "Arrondissement de police"},
        chief_title={
            _ARABIC: "رئيس الدائرة الأمنية",
            _FRENCH: "Le chef de l’arrondissement de police",
        },
        has_number=True,
    ),
    OfficeRole.HEADQUARTERS: Role(
        title=lambda: _("Service and letterhead"),
        labels={
            "name": lambda: _("Name of the service"),
            "city": lambda: _("City"),
            "command": lambda: _("Directorate"),
            "chief_title": lambda: _("Title of the signatory"),
            "recipient": lambda: _("Addressee"),
        },
        examples={
            "name": {
                _ARABIC: "مصلحة شرطة القرب",
                _FRENCH: "Service de la police de proximité",
            },
            "command": {
                _ARABIC: "مديرية الأمن العمومي",
                _FRENCH: "Direction de la sécurité publique",
            },
            "recipient": {
                _ARABIC: "السيد المدير العام للأمن الوطني",
                _FRENCH: "Monsieur le directeur général de la Sûreté nationale",
            },
        },
        unit={_ARABIC: "", _FRENCH: ""},
        chief_title={_ARABIC: "رئيس المصلحة", _FRENCH: "Le chef du service"},
        has_number=False,
    ),
}
# Every field that one of them asks, in the order of the screen.
FIELDS = tuple(ROLES[OfficeRole.PRECINCT].labels)
