"""The tense of French verbs about a situation: the present on the document's own day."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tense:
    """Verbs in the singular and plural of one tense, each usable after « n’ »."""

    was: str
    were: str
    had: str
    had_all: str
    stayed: str
    stayed_all: str
    waited: str
    waited_all: str
    dated: str
    dated_all: str


PAST = Tense(
    "était",
    "étaient",
    "avait",
    "avaient",
    "restait",
    "restaient",
    "attendait",
    "attendaient",
    "datait",
    "dataient",
)
PRESENT = Tense(
    "est",
    "sont",
    "a",
    "ont",
    "reste",
    "restent",
    "attend",
    "attendent",
    "date",
    "datent",
)
