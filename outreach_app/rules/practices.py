"""The rules whether a partner's name is a person's, where nobody said so."""

import re
from collections.abc import Sequence

from outreach_app.rules.folding import bare, fold_words
from outreach_app.rules.given_names import is_of_place
from outreach_app.rules.kinds import PartnerCategory
from outreach_app.rules.naming import AFTER_NAME, PRACTICE_WORDS

# What organisations of a profession are called, at the beginning of their names.
_FRENCH_BODIES = "ordre conseil chambre syndicat association fédération union mutuelle réseau"
_ARABIC_BODIES = "هيئة مجلس غرفة نقابة جمعية فدرالية رابطة اتحاد شبكة تعاضدية"
_BODIES = frozenset(fold_words(f"{_FRENCH_BODIES} {_ARABIC_BODIES}").split())
# Before a name. An engineer's is left out: «مكتب مهندس معماري» is a profession.
_TITLES = frozenset(
    fold_words(
        "الدكتور الدكتورة دكتور دكتورة الأستاذ الأستاذة أستاذ أستاذة السيد السيدة الآنسة د ذ"
        " Dr Dre Docteur Me Maître Pr Prof Professeur M Mr Mme Mlle Monsieur Madame Mademoiselle"
    ).split()
)
# What is said of a practice, not of its owner: where it is, what it does.
_COMMON = PRACTICE_WORDS | frozenset(
    bare(word)
    for word in fold_words(
        "مركز مؤسسة مدرسة وكالة مجوهرات تأمينات دار باب ساحة شارع درب محطة مرشد محل شركة مطبعة"
        " مكتبة مخبر مدينة سوق خبير خبرة محاسبة محاسب مفوض قضائي ترجمان موثق عدل بنكية عقارية"
        " طبي تمريض ممرض بصريات نظارات معتمد محلف مهندس معماري مساح طبوغرافي"
        " centre ville gare place marché avenue boulevard rue route porte bab cité résidence"
        " nouvelle nouveau grande grand centrale central nord sud est ouest jour nuit garde"
        " agence immobilière bancaire banque assurance assurances bijouterie école groupe institut"
        " guide agréé agréée touristique bureau expert expertise comptable comptables conseil"
        " consulting audit juridique fiduciaire infirmier infirmière huissier justice notarial"
        " architecte géomètre topographe traducteur traductrice adoul médecin pharmacien"
        " pharmacienne chirurgien kinésithérapie radiologie analyses biologie optique opticien"
        " sarl et associés حي بحي بشارع بساحة quartier hay architecture médecine générale"
    ).split()
)
_SMALL = frozenset(["ben", "bin", "ibn", "bint", "el", "al", "ait", "ould", "abd", "abdel", "et"])
_LINKS = frozenset(("de", "du", "des", "la", "le", "les"))
_WORD = re.compile(r"[^\s.,،]+")
_SIGNS = re.compile("[-’']")  # inside a name
_FEWEST, _MOST = 2, 5  # words of a full name
_SHORTEST = 2  # letters of a word of a name: « Cabinet A » is nobody's


def may_bear_name(category: str, *names: str | None) -> bool:
    """Return whether a partner on a list may be named after a person.

    Any practice of a liberal profession may have its owner's name (decision 32); organisations of
    a profession do not.
    """
    is_practice = category == PartnerCategory.LIBERAL
    return (is_practice and not any(map(_is_body, _known(names)))) or reads_as_persons(
        category, *names
    )


def reads_as_persons(category: str, *names: str | None) -> bool:
    """Return whether the words of one of a partner's names are those of a person's name.

    So they are after a title, as a full name after what a practice is called, and as a full name
    alone if a liberal profession is known.
    """
    is_liberal = category == PartnerCategory.LIBERAL
    return any(
        not _is_body(name) and _reads_as_persons(name, is_liberal=is_liberal)
        for name in _known(names)
    )


def _reads_as_persons(name: str, *, is_liberal: bool) -> bool:
    words = _WORD.findall(AFTER_NAME.split(name, maxsplit=1)[0])
    folded = [fold_words(word) for word in words]
    is_practice = bool(words) and bare(folded[0]) in PRACTICE_WORDS
    titled = [place for place, word in enumerate(folded[:-1]) if word in _TITLES]
    if titled and (is_liberal or is_practice or titled[0] == 0):
        return True
    if not (is_practice or is_liberal):
        return False
    at = next((at for at, word in enumerate(folded) if not _is_said_of_practice(word)), 0)
    return _is_full_name(words[at:]) if at or not is_practice else False


def _is_said_of_practice(folded: str) -> bool:
    words = folded.split()
    return all(bare(word) in PRACTICE_WORDS or word in _LINKS for word in words)


def _is_full_name(words: Sequence[str]) -> bool:
    """Return whether these may be a given name and a family name: no place, nothing common."""
    if not _FEWEST <= len(words) <= _MOST or is_of_place(" ".join(words)):
        return False
    if not all(_SIGNS.sub("", word).isalpha() and len(word) >= _SHORTEST for word in words):
        return False
    if any(bare(part) in _COMMON for word in words for part in fold_words(word).split()):
        return False
    # « Guide agréé » is a noun and what is said of it, «للطب العام» what is done there.
    large = {word[0].isupper() for word in words if word.lower() not in _SMALL}
    return len(large) == 1 and not any(word.startswith("لل") for word in words)


def _known(names: Sequence[str | None]) -> list[str]:
    return [name for name in names if name and fold_words(name)]


def _is_body(name: str) -> bool:
    first = fold_words(name).split()[:1]
    return any(form in _BODIES for form in (*first, *map(bare, first)))
