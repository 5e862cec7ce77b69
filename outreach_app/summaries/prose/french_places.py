"""Places in French, each with its preposition."""

import re
from unicodedata import combining, normalize

from outreach_app.i18n import Language
from outreach_app.rules.names import Bilingual
from outreach_app.rules.territory import is_place
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.composition import text, typeset
from outreach_app.summaries.prose.french import elides

_PREPOSITION = re.compile(
    r"(?:à|au|aux|dans|sur|sous|chez|devant|derrière|en|entre|près|face|hors)\b", re.IGNORECASE
)
_ARTICLE = re.compile(r"(?:Les |Le |La |L’)", re.IGNORECASE)
_AT = {"le ": "au ", "la ": "à la ", "les ": "aux ", "l’": "à l’"}
# Common nouns that a place may start with, by preposition; « à la » includes « à l’ ».
_LEADS = {
    "au ": "siège centre complexe lycée collège foyer théâtre stade marché souk parc jardin palais "
    "club café restaurant commissariat dispensaire carrefour rond-point douar hôtel hôpital "
    "institut aéroport hammam musée cinéma cercle terminal",
    "à la ": "école université annexe agence entrée maison bibliothèque gare commune préfecture "
    "province faculté chambre coopérative direction pharmacie délégation mosquée résidence "
    "médiathèque",
    "aux ": "abords halles",
    "dans le ": "quartier local bureau",
    "dans la ": "salle rue cour kissaria médina zone enceinte",
    "dans les ": "locaux bureaux jardins",
    "sur le ": "parvis boulevard terrain parking",
    "sur la ": "place plage route avenue esplanade",
    "sous la ": "tente",
}


def _without_accents(noun: str) -> str:
    """Return a noun as it is often typed: « college »."""
    return "".join(sign for sign in normalize("NFD", noun) if not combining(sign))


_LEAD_OF = {
    _without_accents(noun): lead for lead, nouns in _LEADS.items() for noun in nouns.split()
}
_TOWN = re.compile(
    r"(?:Sidi|Lalla|Moulay|Aïn|Ain|Aït|Ait|Beni|Béni|Bni|Ben|Bab|Derb|Hay|Dar|Oued|Oulad|Ouled|Ksar"
    r"|El|Al) ",
    re.IGNORECASE,
)
# Names that keep the article Arabic gave them.
_WITH_ARTICLE = {"maârif": "au ", "haouz": "au ", "habous": "aux "}


def at_place(place: Bilingual, path: str) -> Text:
    """Return « au siège de… », « à Sidi Bernoussi (Casablanca) »; empty without French."""
    if not place.fr:
        return ()
    fact = f"{path}.fr"
    # The sentence goes on after the place.
    whole = typeset(place.fr.rstrip(" ."), Language.FRENCH)
    name, _comma, town = whole.rpartition(",")
    if name and is_place(town.strip()):
        return text(_led(name.strip(), fact, town=True), " (", Span(town.strip(), fact), ")")
    return _led(whole, fact)


def listed_place(place: Bilingual, path: str) -> Text:
    """Return a place as `at_place` does, a street alone: « rue Oued Sebou »."""
    found = at_place(place, path)
    is_street = len(found) > 1 and found[0].text == "dans la " and found[1].text.startswith("rue ")
    return found[1:] if is_street else found


def _led(name: str, fact: str, *, town: bool = False) -> Text:
    """Return a place with its preposition; one that names its town too needs no « lieu dit »."""
    if _PREPOSITION.match(name) and not is_place(name):
        return (Span(name[:1].lower() + name[1:], fact),)
    article = _ARTICLE.match(name)
    bare = name[article.end() :] if article else name
    lead = _lead_of_noun(bare)
    if lead is not None:
        noun = re.split("[ \u00a0,]", bare, maxsplit=1)[0]
        return text(lead, Span(noun.lower() + bare[len(noun) :], fact))
    if article is not None:
        return text(_AT[article.group().lower()], Span(bare, fact))
    if town or is_place(name) or _TOWN.match(name) or name.lower() in _WITH_ARTICLE:
        return text(_WITH_ARTICLE.get(name.lower(), "à "), Span(name, fact))
    return text("au lieu dit «\u00a0", Span(name, fact), "\u00a0»")


def _lead_of_noun(name: str) -> str | None:
    """Return what leads to a common noun, elided before a vowel: « à l’école »."""
    noun = re.split("[ \u00a0,]", name.lower(), maxsplit=1)[0]
    lead = _LEAD_OF.get(_without_accents(noun))
    if lead is None or not elides(noun) or lead.endswith(("aux ", "les ")):
        return lead
    return {"au ": "à l’", "à la ": "à l’"}.get(lead) or f"{lead[:-3]}l’"
