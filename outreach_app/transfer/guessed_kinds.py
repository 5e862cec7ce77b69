"""Guesses of a partner's kind from its name, which a person confirms in the preview."""

from collections.abc import Mapping

from outreach_app.rules.folding import bare, fold_words

# Words in names, folded, under the category `pt.*` and the type `as.*` or `pr.*` that they imply.
_KINDS: Mapping[tuple[str, str | None], str] = {
    ("pt.commerce", None): "مقهي مخبزه محل متجر بقاله حلاق تجاره تاجر تجار حرفي حرفيون cafe"
    " restaurant hanout epicerie boulangerie magasin boutique coiffure garage commerce commerces"
    " commercant commercants artisan artisans",
    ("pt.company", None): "sarl sarlau sas شركه مقاوله ste societe entreprise groupe holding inc"
    " ltd gmbh llc",
    ("pt.institution", None): "جماعه عماله ولايه باشويه قياده مقاطعه مندوبيه وزاره مديريه اكاديميه"
    " مدرسه ثانويه اعداديه معهد غرفه محكمه institut chambre tribunal commune prefecture wilaya"
    " caidat delegation ministere direction academie ecole lycee college onee office",
    ("pt.media", None): "جريده اذاعه قناه journal radio presse media",
    (
        "pt.association",
        None,
    ): "جمعيه جمعيات نادي فدراليه فيدراليه شبكه نقابه association associations fondation"
    " ong asso federation reseau club syndicat",
    ("pt.association", "as.syndic"): "syndic coproprietaires coproprietes",
    ("pt.association", "as.coop"): "تعاوني تعاونيه cooperative",
    ("pt.association", "as.amicale"): "ودادي وداديه amicale",
    ("pt.liberal", "pr.surveyor"): "topographe geometre",
    ("pt.liberal", "pr.bailiff"): "huissier",
    ("pt.liberal", "pr.architect"): "architecte architectes",
    ("pt.liberal", "pr.vet"): "بيطري بيطريه veterinaire",
    ("pt.liberal", "pr.doctor"): "طبيب طبيبه medecin docteur dr دكتور دكتوره",
    ("pt.liberal", "pr.dentist"): "dentiste dentaire",
    ("pt.liberal", "pr.adoul"): "عدول adoul",
    ("pt.liberal", "pr.notary"): "موثق موثقه توثيق notaire notaires notarial",
    ("pt.liberal", "pr.lawyer"): "محام محامي محاميه محاماه avocat avocate avocats",
    ("pt.liberal", "pr.pharmacist"): "صيدليه صيدلي صيدلانيه pharmacie pharmacien pharmacienne",
}
# What a practice of any profession is called, or its owner, at the beginning of its name.
_PRACTICES = frozenset(("cabinet", "etude", "maitre", "me", "عياده", "استاذ", "استاذه"))
_PRACTICE = "pt.liberal", None
_BY_WORD = {word: kind for kind, words in _KINDS.items() for word in words.split()}


def guess_kind(*names: str | None) -> tuple[str, str | None] | None:
    """Return the category and type implied by the words of a name or a type, or None."""
    words = (word for name in names if name for word in fold_words(name.replace(".", "")).split())
    # «Association des pharmaciens» is an association: the type comes first.
    forms = (form for word in words for form in (word, bare(word)))
    guessed = next((_BY_WORD[form] for form in forms if form in _BY_WORD), None)
    return guessed or (_PRACTICE if any(map(_is_practice, names)) else None)


def _is_practice(name: str | None) -> bool:
    """Return whether a name begins as that of a practice: « Cabinet », « Maître », «عيادة»."""
    first = fold_words(name or "").split()[:1]
    return any(bare(word) in _PRACTICES or word in _PRACTICES for word in first)


def kind_of_word(word: str) -> tuple[str, str | None] | None:
    """Return the category and type that a single word is for, without a guess, or None."""
    whole = fold_words(word).replace(".", "")
    return _BY_WORD.get(whole) or _BY_WORD.get(bare(whole))
