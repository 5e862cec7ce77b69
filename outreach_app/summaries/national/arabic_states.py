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
# The verb that agrees with its count, and what follows it.
_VERBS = {
    "kept": ("أُنجز", "أُنجزت", ""),
    "running": ("لا يزال", "لا تزال", " في انتظار التنفيذ أو قيد الإنجاز"),
    "late": ("تجاوز", "تجاوزت", " الأجل المحدد"),
    "cst.referred": ("أُحيل", "أُحيلت", " على الجهة المختصة"),
    "ended": ("ظل", "ظلت", " دون إنجاز"),
}
# What is said of a count in the genitive; a negated verb before one would read as of none.
_ABOUT = {"cst.dropped": "تم التخلي عن ", "cst.blocked": "تعذر تنفيذ "}


def states_sentence(plan: NationalPlan) -> Text:
    """Return «سُجل 12 التزاما على إثر لقاءات الفترة: أُنجزت منها 7 التزامات، …»."""
    states = plan.states
    if states is None:
        return ()
    number = states.number
    made = SAY.counted(COMMITMENT, number, Case.NOMINATIVE, "total.commitments")
    lead = text(agreeing("سُجل ", "سُجلت ", COMMITMENT, number), made, " على إثر لقاءات الفترة")
    if states.kept == number:
        done = {1: "أُنجز", 2: "أُنجزا معا"}.get(number, "أُنجزت كلها")
        return text(lead, "، ", Span(done, "states.kept"), ".")
    of_them = {1: "", 2: " منهما"}.get(number, " منها")
    clauses = [_clause(*part, of_them) for part in parts_of(states)]
    return text(lead, ": ", joined(clauses, "، و"), ".")


def _clause(fact: str, name: str, value: int, of_them: str) -> Text:
    if about := _ABOUT.get(name):
        return text(about, SAY.counted(COMMITMENT, value, Case.GENITIVE, fact), of_them)
    masculine, feminine, end = _VERBS.get(name, _VERBS["ended"])
    # A verb apart from what it is said of stays in the masculine.
    verb = masculine if of_them else agreeing(masculine, feminine, COMMITMENT, value)
    said = SAY.counted(COMMITMENT, value, Case.NOMINATIVE, fact)
    return text(f"{verb}{of_them} ", said, end)
