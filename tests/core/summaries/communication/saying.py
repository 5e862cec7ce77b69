"""Whether a span of the communication sentences says the value of its fact."""

import re

from outreach_app.summaries.prose.facts import FactValue
from tests.core.summaries.reading import ISOLATES, said_number

# What says a number by how it takes up the rumours before it.
_ALL = {
    1: ("بشأنها", "elle a"),
    2: ("بشأنهما معا", "toutes deux ont"),
    3: ("بشأنها جميعا", "toutes ont"),
}
_NONE = ("بشأنها", "بشأن أي منهما", "بشأن أي منها", "elle n’a", "aucune n’a")
_CARRIED = (
    "وتم تبليغ بيان الحقيقة إلى الشركاء",
    "La mise au point a été communiquée aux partenaires",
)


def says_communication(words: str, fact: str, value: FactValue) -> bool:
    """Whether the words give the value of a fact under `communication`."""
    bare = ISOLATES.sub("", words).replace("\u202f", "").replace("\u00a0", " ")
    if fact.endswith(".before_last"):
        return bool(bare)
    if fact.endswith(".share"):
        return bare == f"{value} %".replace(".", ",")
    if fact.endswith(".carried") and bare in _CARRIED:
        return value == 1
    if fact.endswith(".rectified"):
        if bare in _NONE and value == 0:
            return True
        if isinstance(value, int) and bare in _ALL.get(min(value, 3), ()):
            return True
        bare = bare.replace("l’une d’elles a", "une")
    return re.search(r"\w", bare) is not None and said_number(bare) == value
