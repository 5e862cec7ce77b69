"""What is counted each time: a school for each talk there, an association for each action."""

from outreach_app.i18n import Language
from outreach_app.summaries.communication.plan import AwarenessFacts
from outreach_app.summaries.prose.numbers import digits

_TWO = 2
_EACH_TIME = {
    Language.ARABIC: " (مع احتساب كل مؤسسة عن كل حصة نُظمت بها)",
    Language.FRENCH: " (chacun compté autant de fois qu’il a accueilli de séances)",
}


def each_time(facts: AwarenessFacts, page: Language) -> str:
    """Return how schools are counted where one may have had several of the talks."""
    may_repeat = (facts.talks or 0) > 1 and (facts.establishments or 0) > 1
    return _EACH_TIME[page] if may_repeat else ""


def participations(number: int) -> str:
    """Return «مشاركتان», «10 مشاركات», of several."""
    if number == _TWO:
        return "مشاركتان"
    noun = "مشاركات" if 3 <= number % 100 <= 10 else "مشاركة"
    return f"{digits(number, Language.ARABIC)}\u00a0{noun}"
