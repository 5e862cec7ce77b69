"""The verbs of what stood on a day: told in the present by a paper of that day."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tense:
    """The verbs of one thing and of several, in one tense; « n’ » may stand before each."""

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
    *("était", "étaient", "avait", "avaient", "restait", "restaient"),
    *("attendait", "attendaient", "datait", "dataient"),
)
PRESENT = Tense(
    *("est", "sont", "a", "ont", "reste", "restent"),
    *("attend", "attendent", "date", "datent"),
)
