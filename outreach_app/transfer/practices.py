"""Whether what a file calls a partner is somebody's name: one rule, whichever way it comes in."""

from dataclasses import replace

from outreach_app.rules.folding import bare, fold_words
from outreach_app.rules.kinds import PartnerCategory
from outreach_app.services.partners import PartnerDraft

# What a body of a profession is called by: it stands in front of its name.
_FRENCH_BODIES = "ordre conseil chambre syndicat association fédération union mutuelle réseau"
_ARABIC_BODIES = "هيئة مجلس غرفة نقابة جمعية فدرالية رابطة اتحاد شبكة تعاضدية"
_BODIES = frozenset(fold_words(f"{_FRENCH_BODIES} {_ARABIC_BODIES}").split())


def with_bearer(partner: PartnerDraft, *, told: bool | None = None) -> PartnerDraft:
    """Return a partner as named after a person where it is, or may be, a practice of one.

    `told` is what the file says. Otherwise any practice of a liberal profession may bear the name
    of who runs it, as record 32 withholds what may name somebody; the bodies of a profession do
    not.
    """
    if told is not None:
        return replace(partner, is_named_after_person=told)
    if partner.category != PartnerCategory.LIBERAL or _is_body(partner):
        return partner
    return replace(partner, is_named_after_person=True)


def _is_body(partner: PartnerDraft) -> bool:
    names = (fold_words(name).split() for name in (partner.name_ar, partner.name_fr) if name)
    return any(form in _BODIES for words in names for form in (*words[:1], *map(bare, words[:1])))
