"""The rule whether a partner's name is a person's, where nobody said so."""

from outreach_app.rules.folding import bare, fold_words
from outreach_app.rules.kinds import PartnerCategory

# What organisations of a profession are called, at the beginning of their names.
_FRENCH_BODIES = "ordre conseil chambre syndicat association fédération union mutuelle réseau"
_ARABIC_BODIES = "هيئة مجلس غرفة نقابة جمعية فدرالية رابطة اتحاد شبكة تعاضدية"
_BODIES = frozenset(fold_words(f"{_FRENCH_BODIES} {_ARABIC_BODIES}").split())


def may_bear_name(category: str, *names: str | None) -> bool:
    """Return whether a partner of a category may be named after a person.

    Any practice of a liberal profession may have its owner's name (decision 32); organisations of
    a profession do not.
    """
    return category == PartnerCategory.LIBERAL and not any(map(_is_body, filter(None, names)))


def _is_body(name: str) -> bool:
    first = fold_words(name).split()[:1]
    return any(form in _BODIES for form in (*first, *map(bare, first)))
