"""What became of the commitments of a period, in the national summary, in Arabic."""

from outreach_app.i18n import Language
from outreach_app.summaries.national.arabic_agreement import agreeing
from outreach_app.summaries.national.plan import NationalPlan
from outreach_app.summaries.national.writer import parts_of
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.composition import joined, text
from outreach_app.summaries.prose.counts import Case
from outreach_app.summaries.prose.masked import MaskedFigures
from outreach_app.summaries.prose.nouns import COMMITMENT

SAY = MaskedFigures(Language.ARABIC)
_TWO = 2
# The verb before some of them, masculine and feminine, and what follows their number.
_VERBS = {
    "kept": ("أُنجز ", "أُنجزت ", ""),
    "running": ("لا يزال ", "لا تزال ", " في انتظار التنفيذ أو قيد الإنجاز"),
    "late": ("تجاوز ", "تجاوزت ", " الأجل المحدد"),
    "cst.referred": ("أُحيل ", "أُحيلت ", " على الجهة المختصة"),
    "ended": ("ظل ", "ظلت ", " دون إنجاز"),
}
# What is said of a count in the genitive; a negated verb before one would read as of none.
_ABOUT = {"cst.dropped": "تم التخلي عن ", "cst.blocked": "تعذر تنفيذ "}


# What is said of one commitment, of two and of more that are all that were made.
_ALL = {
    "kept": ("أُنجز", "أُنجزا معا", "أُنجزت كلها"),
    "running": ("ولا يزال", "ولا يزالان معا", "ولا تزال كلها"),
    "late": ("وتجاوز", "وتجاوزا معا", "وتجاوزت كلها"),
    "cst.referred": ("وأُحيل", "وأُحيلا معا", "وأُحيلت كلها"),
    "cst.dropped": ("وتم التخلي عنه", "وتم التخلي عنهما معا", "وتم التخلي عنها كلها"),
    "cst.blocked": ("وتعذر تنفيذه", "وتعذر تنفيذهما معا", "وتعذر تنفيذها كلها"),
    "ended": ("وظل", "وظلا معا", "وظلت كلها"),
}


def states_sentence(plan: NationalPlan) -> Text:
    """Return «سُجل 12 التزاما على إثر لقاءات الفترة: أُنجزت 7 منها، ولا تزال 3 …»."""
    states = plan.states
    if states is None:
        return ()
    number = states.number
    made = SAY.counted(COMMITMENT, number, Case.NOMINATIVE, "total.commitments")
    lead = text(agreeing("سُجل ", "سُجلت ", COMMITMENT, number), made, " على إثر لقاءات الفترة")
    (fact, name, _value), *others = parts_of(states)
    if not others:
        every = _ALL.get(name, _ALL["ended"])[min(number, 3) - 1]
        end = "" if name in _ABOUT else _VERBS.get(name, _VERBS["ended"])[2]
        return text(lead, "، ", Span(every, fact), f"{end}.")
    of_them = " منهما" if number == 2 else " منها"
    # That they are of these is said once: five times over it cannot be read.
    clauses = [
        _clause(*part, "" if place else of_them) for place, part in enumerate(parts_of(states))
    ]
    return text(lead, ": ", joined(clauses, "، و"), ".")


def _clause(fact: str, name: str, value: int, of_them: str) -> Text:
    if about := _ABOUT.get(name):
        return text(about, _number(value, Case.GENITIVE, fact), of_them)
    masculine, feminine, end = _VERBS.get(name, _VERBS["ended"])
    verb = agreeing(masculine, feminine, COMMITMENT, value)
    return text(verb, _number(value, Case.NOMINATIVE, fact), of_them, end)


def _number(value: int, case: Case, fact: str) -> Text:
    """Return how many of them: one or two are named with their noun, more are not."""
    if value > _TWO:
        return SAY.number(value, fact)
    return text(SAY.counted(COMMITMENT, value, case, fact))
