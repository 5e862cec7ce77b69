"""Names of practices named after a person: by the profession, and where they are."""

import re

from outreach_app import vocabulary
from outreach_app.i18n import Language
from outreach_app.summaries.hand_outs.plan import PartnerFacts
from outreach_app.summaries.prose.bodies import at_least_one, name_of_one
from outreach_app.summaries.prose.quoting import language_of

# A place typed in both languages: «حي النخيل / quartier Annakhil».
_BETWEEN = re.compile(r"\s*[/|]\s*")
# The place of work; a profession without one is named as such.
_NAMES = {
    "pr.lawyer": ("مكتب محام", "cabinet d’avocat"),
    "pr.notary": ("مكتب توثيق", "étude notariale"),
    "pr.adoul": ("مكتب عدل", "bureau d’adoul"),
    "pr.bailiff": ("مكتب مفوض قضائي", "étude d’huissier de justice"),
    "pr.translator": ("مكتب ترجمان محلف", "cabinet de traducteur agréé"),
    "pr.expert": ("مكتب خبير قضائي", "cabinet d’expert judiciaire"),
    "pr.doctor": ("عيادة طبية", "cabinet médical"),
    "pr.dentist": ("عيادة طب الأسنان", "cabinet dentaire"),
    "pr.pharmacist": ("صيدلية", "pharmacie"),
    "pr.vet": ("عيادة الطب البيطري", "cabinet vétérinaire"),
    "pr.nurse": ("عيادة تمريض", "cabinet infirmier"),
    "pr.architect": ("مكتب مهندس معماري", "cabinet d’architecte"),
    "pr.surveyor": ("مكتب مهندس مساح طبوغرافي", "cabinet d’ingénieur géomètre-topographe"),
    "pr.accountant": ("مكتب خبير محاسب", "cabinet d’expertise comptable"),
    "pr.bookkeeper": ("مكتب محاسب معتمد", "cabinet de comptable agréé"),
    "pr.insurance": ("وكالة تأمين", "agence d’assurances"),
    "pr.realestate": ("وكالة عقارية", "agence immobilière"),
    "pr.bank": ("وكالة بنكية", "agence bancaire"),
    "pr.jeweller": ("محل مجوهرات", "bijouterie"),
    "pr.school_private": (
        "مؤسسة تعليمية خصوصية",
        "établissement d’enseignement privé",
    ),
}


def practice_name(kind: str, page: Language, otherwise: str | None = None) -> str:
    """Return what a practice of a kind is called; if it has no name, `otherwise` or the kind's."""
    if found := _NAMES.get(kind):
        return found[page is Language.FRENCH]
    return otherwise or vocabulary.printed(kind, page)


def names_the_place(kind: str) -> bool:
    """Return whether a type names the place of work itself, rather than a profession."""
    names = _NAMES.get(kind)
    return names is not None and names[1] == name_of_one(kind, Language.FRENCH)


def kind_name(partner: PartnerFacts, page: Language) -> str:
    """Return what a partner without a name to tell is called by its kind.

    One of a category alone is one of it («جمعية»), not the category («الفاعلون الجمعويون»).
    """
    kind = partner.kind or ""
    if partner.is_least:
        return at_least_one(kind, page)
    is_one = kind.startswith("pt.") and not partner.is_category
    return practice_name(kind, page, name_of_one(kind, page) if is_one else None)


def place_on(page: Language, place: str | None) -> str | None:
    """Return the part of a typed place that is in the language of a page; None without one.

    A place in the other language is left out: it was noted once, and nobody translates it.
    """
    parts = _BETWEEN.split(place or "")
    readable = (part for part in parts if part and language_of(part) is page)
    return next(readable, None)
