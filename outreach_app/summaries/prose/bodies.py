"""The names of organisations and professionals, with and without counts: `resources/bodies.tsv`."""

import csv
import re
from functools import cache

from outreach_app.i18n import Language
from outreach_app.rules.folding import bare, fold_words
from outreach_app.rules.kinds import PartnerCategory
from outreach_app.summaries.prose.counts import Case, count
from outreach_app.summaries.prose.french import de
from outreach_app.summaries.prose.nouns import PERSON
from outreach_app.summaries.prose.numbers import digits
from outreach_app.vocabulary import RESOURCES

Forms = dict[str, str]
# What a kind is called whose own forms are not in the table: headquarters may have added it.
_CATEGORIES = {
    "as": PartnerCategory.ASSOCIATION,
    "pr": PartnerCategory.LIBERAL,
    "pt": PartnerCategory.INSTITUTION,
}
# What has no profession of its own.
_TRADES: dict[str, str] = {
    PartnerCategory.LIBERAL: "une profession libérale",
    PartnerCategory.COMMERCE: "une activité de commerce ou d’artisanat",
}
# The end of the code of a practice that was entered as an establishment.
HOUSE = ".house"
# What begins the names of such beside the noun of one.
_HOUSES_CALLED = {
    "pr.jeweller": ("مجوهرات",),
    "pr.insurance": ("تأمينات", "تأمين", "assurances", "assurance"),
}
# One whose bare noun says something else too: «عدل» is justice.
_ONE_OF = {"pr.adoul": "أحد العدول"}
_ONE = (" واحدة", " واحدا", " واحد")
# What stands before a name, folded, and tells a man from a woman.
_CALLED_MEN = {"m", "monsieur", "سيد", "دكتور", "استاذ"}
_CALLED_WOMEN = {"mme", "madame", "mlle", "سيده", "انسه", "دكتوره", "استاذه"}
# What parts a name from the profession beside it.
_APART = re.compile(r"[,،;؛()]| [-–—] ")


def are_people(code: str) -> bool:
    """Return whether the kind is one of professionals, not of bodies."""
    return _forms(code)["ar_class"] == "human"


def is_practice(code: str) -> bool:
    """Return whether the kind is one of professionals, or of their establishments."""
    return are_people(code.removesuffix(HOUSE))


def in_arabic(
    code: str, number: int, case: Case, *, says_one: bool = True, women: bool | None = False
) -> str:
    """Return that many of a kind: «جمعيتين نسائيتين».

    One is bare («جمعية نسائية») unless `says_one`; `women` is of one professional, None of people
    who practise: «شخص يزاول مهنة التمريض».
    """
    if women is None and are_people(code):
        one = "شخصا" if case is Case.ACCUSATIVE else "شخص"
        people = one if number == 1 else count(PERSON, number, case, Language.ARABIC)
        return f"{people} {('يزاول', 'يزاولان', 'يزاولون')[min(number, 3) - 1]} {profession(code)}"
    forms, oblique = _forms(code), case is not Case.NOMINATIVE
    if number == 1:
        if not (women or says_one) and (one_of := _ONE_OF.get(code)):
            return one_of
        words = forms["ar_f_one"] if women and are_people(code) else _one(forms, case)
        return words if says_one else _bare(words)
    if number == 2:
        return forms[f"ar_two_{'obl' if oblique else 'nom'}"]
    rest = number % 100
    name = "ar_few" if 3 <= rest <= 10 else "ar_many" if rest > 10 else "ar_hundred"
    return _counted(forms[name], number, Language.ARABIC)


def in_french(code: str, number: int | None, *, women: bool | None = False) -> str:
    """Return that many of a kind (« une coopérative », « 2 notaires »); None gives the plural.

    `women` is of one professional, None of « une personne exerçant la profession d’infirmier ».
    """
    forms = _forms(code)
    if number is not None and women is None and are_people(code):
        people = count(PERSON, number, Case.NOMINATIVE, Language.FRENCH)
        return f"{people} exerçant {profession_in_french(code)}"
    if number == 1:
        if women and are_people(code):
            return f"une {forms['fr_f_one']}"
        return f"{'une' if is_feminine_body(code) else 'un'} {forms['fr_one']}"
    words = forms["fr_other"]
    return words if number is None else _counted(f"{{n}} {words}", number, Language.FRENCH)


def at_least_one(code: str, language: Language) -> str:
    """Return « au moins une coopérative », «تعاونية واحدة على الأقل»."""
    if language is Language.ARABIC:
        return f"{in_arabic(code, 1, Case.NOMINATIVE)} على الأقل"
    return f"au moins {in_french(code, 1)}"


def another(code: str, language: Language) -> str:
    """Return one of a kind beside one that was told: « un autre notaire », «موثق آخر»."""
    if language is Language.ARABIC:
        said = "أخرى" if _forms(code)["ar_gender"] == "f" else "آخر"
        return f"{name_of_one(code, language)} {said}"
    article, name = in_french(code, 1).split(" ", 1)
    return f"{article} autre {name}"


def is_called_association(code: str) -> bool:
    """Return whether its name says association; a cooperative or a union is a body."""
    return _forms(code)["fr_one"].startswith("association")


def takes_feminine_body_verb(code: str, number: int) -> bool:
    """Return whether an Arabic verb before that many of a kind is feminine: «مُثلت جمعية»."""
    return _forms(code)["ar_gender"] == "f" or 3 <= number % 100 <= 10


def is_feminine_body(code: str) -> bool:
    """Return whether the French name of a kind is feminine: « une coopérative »."""
    return _forms(code)["fr_gender"] == "f"


def name_of_one(code: str, language: Language, *, women: bool | None = False) -> str:
    """Return what one of a kind is called, without an article: «صيدلي», « pharmacienne »."""
    forms = _forms(code)
    if women is None and are_people(code):
        if language is Language.ARABIC:
            return in_arabic(code, 1, Case.NOMINATIVE, women=None)
        return f"personne exerçant {profession_in_french(code)}"
    if women and are_people(code):
        return _bare(forms["ar_f_one"]) if language is Language.ARABIC else forms["fr_f_one"]
    return forms["ar_indef_one" if language is Language.ARABIC else "fr_one"]


def house_of(code: str, *names: str | None) -> str | None:
    """Return the code of the establishment of a practice whose name begins as one's does, or None.

    « Pharmacie Centrale » is a pharmacy, not the person who came for it.
    """
    house = f"{code}{HOUSE}"
    if house not in _table():
        return None
    arabic, french = _forms(house)["ar_indef_one"], _forms(house)["fr_one"]
    nouns = {_first(each) for each in (arabic, french, *_HOUSES_CALLED.get(code, ()))}
    found = any(_first(name) in nouns for name in names if name)
    return house if found else None


def is_woman(code: str, *names: str | None) -> bool | None:
    """Return whether names entered for one of a kind call a woman by it, or a man; None of neither.

    « Youssef Bouazza, infirmier » and «الدكتورة …» do; « Cabinet d’avocat » calls nobody.
    """
    forms = _forms(code)
    men = {_first(forms[name]) for name in ("ar_indef_one", "fr_one")} | _CALLED_MEN
    women = {_first(forms[name]) for name in ("ar_f_one", "fr_f_one")} | _CALLED_WOMEN
    called = {_first(part) for name in names if name for part in _APART.split(name)}
    is_he, is_she = bool(called & (men - women)), bool(called & (women - men))
    return None if is_he == is_she else is_she


def _first(name: str) -> str:
    """Return the first word of a name, folded, without the article."""
    return next(map(bare, fold_words(name).split()), "")


def profession(code: str) -> str:
    """Return the Arabic name of what one of a kind practises: «مهنة المحاماة»."""
    return _forms(code)["ar_profession"]


def profession_in_french(code: str) -> str:
    """Return the French name of what one of a kind practises: « la profession d’avocat »."""
    return _TRADES.get(code) or f"la profession {de(_forms(code)['fr_one'])}"


def _one(forms: Forms, case: Case) -> str:
    return forms["ar_one_acc" if case is Case.ACCUSATIVE else "ar_one_nom"]


def _bare(words: str) -> str:
    for numeral in _ONE:
        words = words.replace(numeral, "")
    return words


def _counted(form: str, number: int, language: Language) -> str:
    return form.replace("{n} ", "{n}\u00a0").format(n=digits(number, language))


def _forms(code: str) -> Forms:
    return (
        _table().get(code)
        or _table()[_CATEGORIES.get(code.partition(".")[0], PartnerCategory.INSTITUTION)]
    )


@cache
def _table() -> dict[str, Forms]:
    with (RESOURCES / "bodies.tsv").open(encoding="utf-8", newline="") as file:
        lines = (line for line in file if not line.startswith("#"))
        rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        return {row["code"]: row for row in rows}
