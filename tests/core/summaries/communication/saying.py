"""Whether a span of the communication sentences says the value of its fact."""

import re

from outreach_app.i18n import Language
from outreach_app.summaries.communication.plan import RumourFacts
from outreach_app.summaries.prose.facts import FactValue
from outreach_app.vocabulary import label
from tests.core.summaries.reading import ISOLATES, said_number

# What says a number by how it takes up the rumours before it.
_ALL = {
    1: ("بشأنها", "elle a"),
    2: ("بشأنهما معا", "toutes deux ont"),
    3: ("بشأنها جميعا", "toutes ont"),
}
# What says that all of them still waited.
_PENDING = {
    1: ("elle", "كانت"),
    2: ("toutes deux", "كانتا معا"),
    3: ("toutes", "كانت كلها"),
}
_NAMED = (".before_last", ".until", ".read_until", ".since", ".code", ".ar", ".fr")
_CARRIED = (
    "وتم تبليغ بيان الحقيقة إلى الشركاء",
    "La mise au point a été communiquée aux partenaires",
)


# What says that no remark waits, or that the only one does; and a reply of the same day.
_WAITING = {
    0: ("elle avait", "toutes deux avaient", "toutes avaient", "معها", "معهما معا", "معها كلها"),
    1: ("elle restait", "وظلت"),
}
_NO_NEED = ("elle", "ولم تستدع")
_SAME_DAY = ("moins d’un jour", "أقل من يوم واحد")


def says_communication(words: str, fact: str, value: FactValue) -> bool:
    """Whether the words give the value of a fact under `communication`."""
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
        bare = bare.replace("l’une d’elles a", "une")
    return re.search(r"\w", bare) is not None and said_number(bare) == value


def _says_without_digits(bare: str, fact: str, value: FactValue) -> bool:
    """Whether words say a fact by themselves: a channel, none or one that waits, the same day."""
    if fact.endswith(".code"):
        return bare in {label(str(value), language) for language in Language}
    if fact.endswith((".unverified", ".to_rectify")):
        return bare in _PENDING.get(min(int(value), 3), ())
    if fact.endswith(".unanswered"):
        return bare in _WAITING.get(int(value), ())
    if fact.endswith(".before"):
        return value == 0 and bare.startswith(("aucune", "أي"))
    words = {(".carried", 1): _CARRIED, ("without_need", 1): _NO_NEED, ("_days", 0): _SAME_DAY}
    return any(
        fact.endswith(end) and value == number and bare in said
        for (end, number), said in words.items()
    )


def sums_of(rumours: RumourFacts) -> dict[str, FactValue]:
    """What sentences sum up of rumours, by the names of their spans."""
    path = "communication.rumours"
    return {
        f"{path}.unverified": rumours.unverified,
        f"{path}.without_need": rumours.without_need,
    }
