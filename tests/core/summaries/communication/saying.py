"""Checks whether a span of the communication sentences matches its fact."""

import re

from outreach_app.summaries.communication.plan import RumourFacts
from outreach_app.summaries.prose.facts import FactValue
from tests.core.summaries.reading import ISOLATES, said_number

# What says a number by how it takes up the rumours before it.
_ALL = {
    1: ("بشأنه", "elle a", "أنه", "elle", "أحدهما", "أحدها", "l’une d’elles"),
    2: ("بشأن كل منهما", "chacune", "أنهما", "toutes deux"),
    3: ("بشأن كل منها", "chacune", "أنها كلها", "toutes"),
}
# What says that all of them still waited.
_PENDING = {
    1: ("elle", "ظل"),
    2: ("toutes deux", "aucune des deux", "ظل كلاهما"),
    3: ("toutes", "aucune", "ظلت كلها"),
}
# What takes up one of the rumours, or all of them, in what was found of them.
_FOUND = {
    1: (
        *(
            "elle",
            "l’une d’elles",
            "une autre",
            "l’information restante",
            "أنه",
            "منه",
            "أحدهما",
            "أحدها",
        ),
        *("la", "l’autre", "la troisième", "la quatrième", "la cinquième"),
        *("الخبر الآخر", "الخبر المتبقي", "خبرا آخر", "خبر آخر"),
    ),
    2: (
        *("toutes deux", "les", "أنهما", "منهما", "خبران آخران", "خبرين آخرين"),
        *("الخبران المتبقيان", "الخبرين المتبقيين"),
    ),
    3: ("toutes", "les", "أنها كلها", "منها كلها"),
}
# Words for an unchanged number.
_AS_BEFORE = (
    "autant",
    "comme",
    "العدد نفسه",
    "العدد نفسه إجمالا",
    "العدد نفسه من المواد الإعلامية",
)
_NAMED = (".before_last", ".until", ".read_until", ".read_on", ".since", ".code", ".ar", ".fr")
_CARRIED = {
    1: (
        "وتم تبليغ بيان الحقيقة إلى الشركاء",
        "La mise au point a été communiquée aux partenaires",
        "l’une",
    ),
    2: (
        "وتم تبليغ بياني الحقيقة إلى الشركاء",
        "Les mises au point ont été communiquées aux partenaires",
    ),
    3: (
        "وتم تبليغ بيانات الحقيقة إلى الشركاء",
        "Les mises au point ont été communiquées aux partenaires",
    ),
}


# What says that no remark waits, or that the only one does; and a reply of the same day.
_WAITING = {
    0: (
        "il y avait été donné suite",
        "il y a été donné suite",
        "il avait été donné suite à toutes deux",
        "il a été donné suite à toutes deux",
        "il avait été donné suite à toutes",
        "il a été donné suite à toutes",
        "مآلها",
        "مآلهما",
        "مآلها كلها",
    ),
    1: ("elle restait", "elle reste", "l’une d’elles", "وظلت", "إحداهما", "إحداها"),
}
_ALL_WAIT = {2: ("toutes deux", "وظلتا معا"), 3: ("toutes", "وظلت كلها")}
_SAME_DAY = ("moins d’un jour", "أقل من يوم واحد", "le jour même", "في يوم رصد الخبر نفسه")
_NEXT_DAY = ("le lendemain", "في اليوم الموالي لرصد الخبر")


def says_communication(words: str, fact: str, value: FactValue) -> bool:
    """Return whether the words match a fact under `communication`."""
    bare = ISOLATES.sub("", words).replace("\u202f", "").replace("\u00a0", " ")
    if fact.endswith(_NAMED):
        return bool(bare)
    value = abs(value) if isinstance(value, int) else value  # of a loss the words tell
    if fact.endswith(".share"):
        return bare == f"{value} %".replace(".", ",")
    if _says_without_digits(bare, fact, value):
        return True
    if fact.endswith(".rectified"):
        if isinstance(value, int) and bare in _ALL.get(min(value, 3), ()):
            return True
        bare = re.sub("l’une d’elles a|أحدهما|أحدها", "une", bare)
    if re.fullmatch(r"communication\.remarks\.channels\..*\.count", fact) and bare == "اثنتان":
        return value == 2
    return re.search(r"\w", bare) is not None and said_number(bare) == value


def _says_without_digits(bare: str, fact: str, value: FactValue) -> bool:
    """Return whether words express a fact without digits: a channel, none, one, the same day."""
    if fact.endswith((".unverified", ".to_rectify", ".carried", ".closed")) or ".no_need." in fact:
        number = min(int(value), 3)
        named = (_PENDING, _FOUND, _CARRIED)
        return any(bare in words.get(number, ()) for words in named)
    if fact.endswith(".unanswered"):
        every = _ALL_WAIT.get(min(int(value), 3), ())
        return bare in (*_WAITING.get(int(value), ()), *every)
    if fact.endswith((".schools_noted", ".pupils_noted")) and value == 1:
        return bare in ("إحداهما", "إحدى الحصتين", "une")
    if fact.endswith(".before"):
        return bare in _AS_BEFORE or (value == 0 and bare.startswith(("aucune", "أي")))
    if fact.endswith("_days") and bare in _NEXT_DAY:
        return value == 1
    return fact.endswith("_days") and value == 0 and bare in _SAME_DAY


def sums_of(rumours: RumourFacts) -> dict[str, FactValue]:
    """Return the sums in sentences about rumours, by span names."""
    path = "communication.rumours"
    return {f"{path}.unverified": rumours.unverified}
