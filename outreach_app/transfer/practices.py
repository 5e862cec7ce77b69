"""The rule whether a partner's name in a file is a person's, for all kinds of files."""

from dataclasses import replace

from outreach_app.rules.folding import bare, fold_words
from outreach_app.rules.kinds import PartnerCategory
from outreach_app.services.partners import PartnerDraft

# What organisations of a profession are called, at the beginning of their names.
_FRENCH_BODIES = "ordre conseil chambre syndicat association fédération union mutuelle réseau"
_ARABIC_BODIES = "هيئة مجلس غرفة نقابة جمعية فدرالية رابطة اتحاد شبكة تعاضدية"
_BODIES = frozenset(fold_words(f"{_FRENCH_BODIES} {_ARABIC_BODIES}").split())


def with_bearer(partner: PartnerDraft, *, stated: bool | None = None) -> PartnerDraft:
    """Return a partner as named after a person if it is, or may be, a person's practice.

    `stated` is what the file states. Without it any practice of a liberal profession counts, as it
    may have its owner's name (decision 32); organisations of a profession do not.
    """
    if stated is not None:
        return replace(partner, is_named_after_person=stated)
    if partner.category != PartnerCategory.LIBERAL or _is_body(partner):
        return partner
    return replace(partner, is_named_after_person=True)


def _is_body(partner: PartnerDraft) -> bool:
    names = (fold_words(name).split() for name in (partner.name_ar, partner.name_fr) if name)
    return any(form in _BODIES for words in names for form in (*words[:1], *map(bare, words[:1])))
