"""Names of practices named after a person: by the profession, and where they are."""

import re

from outreach_app.i18n import Language
from outreach_app.summaries.hand_outs.plan import PartnerFacts
from outreach_app.summaries.prose.bodies import at_least_one, name_of_one
from outreach_app.summaries.prose.practices import PRACTICES, practice_name
from outreach_app.summaries.prose.quoting import language_of

# The Arabic names of the only practice of its kind, which is meant.
THE_ONLY = {
    "pr.lawyer": "مكتب المحاماة",
    "pr.notary": "مكتب التوثيق",
    "pr.adoul": "مكتب العدول",
    "pr.bailiff": "مكتب المفوض القضائي",
    "pr.translator": "مكتب الترجمان المحلف",
    "pr.expert": "مكتب الخبير القضائي",
    "pr.doctor": "العيادة الطبية",
    "pr.pharmacist": "الصيدلية",
    "pr.nurse": "عيادة التمريض",
    "pr.architect": "مكتب المهندس المعماري",
    "pr.surveyor": "مكتب المهندس المساح الطبوغرافي",
    "pr.accountant": "مكتب الخبير المحاسب",
    "pr.bookkeeper": "مكتب المحاسب المعتمد",
    "pr.insurance": "وكالة التأمين",
    "pr.realestate": "الوكالة العقارية",
    "pr.bank": "الوكالة البنكية",
    "pr.jeweller": "محل المجوهرات",
    "pr.school_private": "المؤسسة التعليمية الخصوصية",
}
# A place typed in both languages: «حي النخيل / quartier Annakhil».
_BETWEEN = re.compile(r"\s*[/|]\s*")


def names_the_place(kind: str) -> bool:
    """Return whether a type names the place of work itself, rather than a profession."""
    names = PRACTICES.get(kind)
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
