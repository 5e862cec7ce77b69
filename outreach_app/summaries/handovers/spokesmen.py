"""Spokesmen of bodies: a capacity with the name of the body it is held at."""

import re

from outreach_app.i18n import Language
from outreach_app.summaries.hand_outs.arabic_names import held_at
from outreach_app.summaries.hand_outs.french_names import after
from outreach_app.summaries.hand_outs.writer import partner_name
from outreach_app.summaries.handovers.plan import DutyFacts, Nature
from outreach_app.summaries.prose.blocks import Span, Text, plain
from outreach_app.summaries.prose.composition import text
from outreach_app.summaries.prose.french import sentence_case
from outreach_app.summaries.prose.quoting import own_title

_OF_BODY = re.compile(
    r" (?:de l’|de la |du |des )(?:association|agence|club|coopérative|entreprise|établissement"
    r"|fondation|institution|organisme|réseau|société|syndicat)$",
    re.IGNORECASE,
)

# What is to do about somebody who speaks for a body.
OF_PEOPLE = {
    Nature.INFORM: {
        Language.ARABIC: "تسليم الإعلان المتعلق بالمعطيات ذات الطابع الشخصي إلى الشخص المعني: ",
        Language.FRENCH: "Remettre l’avis relatif aux données à caractère personnel à la personne"
        " concernée\u00a0: ",
    },
    Nature.MANDATE: {
        Language.ARABIC: "التحقق من تجديد الانتداب: ",
        Language.FRENCH: "Vérifier le renouvellement du mandat\u00a0: ",
    },
}
_NO_CAPACITY = {
    Language.ARABIC: " (صفة الشخص غير مدونة)",
    Language.FRENCH: " (qualité de la personne non renseignée)",
}
_REPRESENTS = re.compile(r"^représentante? des ", re.IGNORECASE)


def spokesman(row: DutyFacts, path: str, language: Language) -> Text:
    """Return « président de l’association … », «رئيس جمعية …», or both with a comma between.

    A capacity that was typed in the other language alone is quoted, and marked as such. That none
    was noted is said after the name of a body.
    """
    capacity = own_title(row.subject, f"{path}.subject", language) if row.subject else ()
    (partner,) = row.partners
    name = sentence_case(partner_name(partner, f"{path}.partners.1", language))
    if not capacity:
        return name if partner.kind else text(name, _NO_CAPACITY[language])
    first, *mark = capacity
    if language is Language.ARABIC:
        return text(capacity, "، ", name) if mark else held_at(first, name)
    of = after("de", name)
    if mark:
        return text(name, ", ", capacity)
    return _held(Span(first.text[:1].lower() + first.text[1:], first.fact), of, name)


def _held(capacity: Span, of: Text, name: Text) -> Text:
    """Return « présidente de l’association X », whether or not the capacity has the noun too."""
    found = _OF_BODY.search(capacity.text)
    if found is None:
        is_joined = of and not _REPRESENTS.match(capacity.text)
        return text(capacity, " ", of) if is_joined else text(capacity, ", ", name)
    noun = found[0].lower()
    if f" {plain(of)} ".lower().startswith(f"{noun} "):
        return text(Span(capacity.text[: found.start()], capacity.fact), " ", of)
    return text(capacity, ", ", name)
