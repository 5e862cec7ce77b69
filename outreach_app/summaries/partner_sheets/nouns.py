"""What a partner is called in the sentences of its sheet: «النقابة», « Le syndicat »."""

from outreach_app.i18n import Language
from outreach_app.rules.kinds import PartnerCategory
from outreach_app.summaries.partner_sheets.plan import PartnerSheetPlan

AR, FR = Language.ARABIC, Language.FRENCH

# An association of a type without a noun of its own here, by the first word of its name, on the
# page in its language or else in the other.
_OWN = (
    ("جمعية", "association"),
    ("نقابة", "syndicat"),
    ("تعاونية", "coopérative"),
    ("ودادية", "amicale"),
    ("اتحاد", "union"),
    ("فدرالية", "fédération"),
    ("رابطة", "ligue"),
    ("منظمة", "organisation"),
    ("مؤسسة", "fondation"),
    ("تعاضدية", "mutuelle"),
    ("شبكة", "réseau"),
    ("نادي", "club"),
)
_MASCULINE = {"syndicat", "réseau", "club"}
# By its type, or where nothing else says it its category.
_NOUNS = {
    "as.coop": ("التعاونية", "La coopérative"),
    "as.amicale": ("الودادية", "L’amicale"),
    "as.syndic": ("الاتحاد", "Le syndicat"),
    PartnerCategory.ASSOCIATION: ("الجمعية", "L’association"),
    PartnerCategory.LIBERAL: ("هذا الشريك", "Ce partenaire"),
    "pt.commerce": ("هذا الشريك", "Ce partenaire"),
    "pt.institution": ("هذا الشريك", "Ce partenaire"),
    "pt.company": ("المقاولة", "L’entreprise"),
    "pt.media": ("المنبر الإعلامي", "Le média"),
}
THIS = ("هذا الشريك", "Ce partenaire")
_OTHER = ("الهيئة", "L’organisme")


def arabic_noun(plan: PartnerSheetPlan) -> tuple[str, bool]:
    """Return what the partner is called in a sentence, and whether that is feminine."""
    noun = _noun(plan, AR)
    return noun, noun.endswith("ة")


def french_noun(plan: PartnerSheetPlan) -> tuple[str, str, bool]:
    """Return « L’association », « l’association », and whether that is feminine."""
    noun = _noun(plan, FR)
    is_feminine = not noun.startswith(("Le ", "Ce ")) and noun != _OTHER[1]
    return noun, noun[:1].lower() + noun[1:], is_feminine


def _noun(plan: PartnerSheetPlan, page: Language) -> str:
    if by_type := _NOUNS.get(plan.type or ""):
        return by_type[page is FR]
    name = plan.partner.name
    own = [_own(name.ar, page), _own(name.fr, page)][:: -1 if page is FR else 1]
    if plan.category == PartnerCategory.ASSOCIATION and any(own):
        return next(filter(None, own))
    return _NOUNS.get(plan.category, _OTHER)[page is FR]


def _own(name: str | None, page: Language) -> str | None:
    """Return the noun that a name begins with, with its article, None of one that has none."""
    first = (name or "").partition(" ")[0].removeprefix("ال").lower()
    pair = next((each for each in _OWN if first in each), None)
    if pair is None:
        return None
    if page is AR:
        return f"ال{pair[0]}"
    noun = pair[1]
    if noun[0] in "aeiouéè":
        return f"L’{noun}"
    return f"{'Le' if noun in _MASCULINE else 'La'} {noun}"
