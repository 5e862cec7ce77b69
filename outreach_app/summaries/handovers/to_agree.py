"""Agree with the one that made a promise on the day it is due: a head of precinct sets none."""

from outreach_app.i18n import Language
from outreach_app.rules.kinds import CommitmentOwner
from outreach_app.summaries.handovers.naming import named
from outreach_app.summaries.handovers.plan import DutyFacts
from outreach_app.summaries.prose import arabic, french
from outreach_app.summaries.prose.blocks import Text
from outreach_app.summaries.prose.composition import text
from outreach_app.summaries.prose.french import SERVICE_GENDERS, Gender

# Whose promises are not the office's own.
AGREED_WITH = (CommitmentOwner.AUTHORITY, CommitmentOwner.PARTNER)
_AR = Language.ARABIC
_LEAD = {_AR: "الاتفاق مع ", Language.FRENCH: "Convenir avec "}
_END = {_AR: " على أجل إنجاز الالتزام", Language.FRENCH: " de l’échéance de son engagement"}
_PARTNER = {
    _AR: ("الشريك", "الشريك الملتزم من بين الحاضرين"),
    Language.FRENCH: ("le partenaire", "celui des partenaires présents qui s’est engagé"),
}
_UNNAMED = {_AR: "الشريك المعني (لم يُحدد)", Language.FRENCH: "le partenaire concerné (à préciser)"}
_SERVICE = {_AR: "الجهة المختصة", Language.FRENCH: "le service compétent"}


def to_agree(row: DutyFacts, path: str, language: Language) -> Text:
    """Return « Convenir avec la commune de l’échéance de son engagement »."""
    end = _END[language]
    if SERVICE_GENDERS.get(row.authority or "") is Gender.PLURAL:
        end = end.replace("son", "leur")
    return text(_LEAD[language], _whom(row, path, language), end)


def _whom(row: DutyFacts, path: str, language: Language) -> Text:
    if row.owner == CommitmentOwner.PARTNER:
        if not row.partners:
            return text(_UNNAMED[language])
        partners = named(row.partners, path, language)
        return text(_PARTNER[language][len(row.partners) > 1], " (", partners, ")")
    if row.authority is None:
        return text(_SERVICE[language])
    fact = f"{path}.authority"
    if language is _AR:
        return text(arabic.label_span(row.authority, fact))
    return french.service(row.authority, fact)
