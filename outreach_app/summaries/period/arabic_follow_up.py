"""The progress of a period's commitments and referrals, in Arabic."""

from collections.abc import Collection
from dataclasses import dataclass

from outreach_app import vocabulary
from outreach_app.i18n import Language
from outreach_app.rules.statuses import CommitmentStatus
from outreach_app.summaries.period.arabic_held import meetings_of_period
from outreach_app.summaries.period.arabic_labels import LABELS
from outreach_app.summaries.period.plan import CodeCount, PeriodPlan
from outreach_app.summaries.period.writer import Figures, total_of
from outreach_app.summaries.prose.arabic import full_date
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.composition import joined, text
from outreach_app.summaries.prose.counts import Case
from outreach_app.summaries.prose.nouns import COMMITMENT
from outreach_app.summaries.prose.numbers import digits

PAGE = Language.ARABIC
SAY = Figures(PAGE)
NOMINATIVE, GENITIVE = Case.NOMINATIVE, Case.GENITIVE
MADE = "figures.commitments.now"
_ONLY = {1: "الالتزام الوحيد المسجل", 2: "الالتزامان المسجلان"}
# The state of one commitment, in its cell.
STATES = {
    "cst.partly": "منجز جزئيا",
    "cst.in_progress": "قيد الإنجاز",
    "cst.open": "في انتظار التنفيذ",
    "cst.overdue": "متأخر",
    "cst.referred": "محال على الجهة المختصة",
    "cst.dropped": "متخلى عنه",
    "cst.blocked": "متعذر التنفيذ",
}


@dataclass(frozen=True, slots=True)
class _State:
    """The states of commitments: one, two and several after «التزام», then after «كان»."""

    one: str
    two: str
    several: str
    was_one: str
    were_two: str

    @classmethod
    def alike(cls, words: str) -> "_State":
        """Express it in the same words of any number."""
        return cls(words, words, words, words, words)

    def after_was(self, number: int) -> str:
        """Return the adjective after «كان» and its like."""
        return {1: self.was_one, 2: self.were_two}.get(number, self.several)

    def of(self, number: int) -> str:
        """Return the adjective after a counted number of commitments."""
        if number == 2:
            return self.two
        if 3 <= number % 100 <= 10:
            return self.several
        return self.was_one if number % 100 >= 11 else self.one


_STATES = {
    "cst.done": _State("منجز", "منجزان", "منجزة", "منجزا", "منجزين"),
    "cst.partly": _State(
        "منجز جزئيا", "منجزان جزئيا", "منجزة جزئيا", "منجزا جزئيا", "منجزين جزئيا"
    ),
    "cst.in_progress": _State.alike("قيد الإنجاز"),
    "cst.open": _State.alike("في انتظار التنفيذ"),
    "cst.overdue": _State(
        "متأخر عن أجله",
        "متأخران عن أجليهما",
        "متأخرة عن آجالها",
        "متأخرا عن أجله",
        "متأخرين عن أجليهما",
    ),
    "cst.referred": _State(
        "محال على الجهة المختصة",
        "محالان على الجهة المختصة",
        "محالة على الجهة المختصة",
        "محالا على الجهة المختصة",
        "محالين على الجهة المختصة",
    ),
    "cst.dropped": _State("متخلى عنه", "متخلى عنهما", "متخلى عنها", "متخلى عنه", "متخلى عنهما"),
    "cst.blocked": _State(
        "متعذر التنفيذ",
        "متعذرا التنفيذ",
        "متعذرة التنفيذ",
        "متعذر التنفيذ",
        "متعذري التنفيذ",
    ),
}


# How what was open when the period began ended in it, before its pronoun.
_ENDED: dict[str, str] = {
    CommitmentStatus.DONE: "تم إنجاز",
    CommitmentStatus.DROPPED: "تم التخلي عن",
    CommitmentStatus.BLOCKED: "تعذر تنفيذ",
}


def as_of(plan: PeriodPlan) -> Span:
    """Return the day of the states."""
    return Span(full_date(plan.as_of), "as_of")


def eve(plan: PeriodPlan) -> Span:
    """Return the day before the period: what was not done then was done in it, or is not yet."""
    return Span(full_date(plan.eve), "eve")


def made(plan: PeriodPlan) -> Text:
    """State how many commitments of the period were kept by its last day."""
    number, kept = plan.count("commitments"), plan.kept
    if not number:
        has_met = plan.count("meetings") > 0
        nothing = LABELS.no_promises.format(meetings=meetings_of_period(plan))
        return text(nothing if has_met else LABELS.none_made)
    where = "خلال الفترة" if plan.are_acts_apart else f"على إثر {meetings_of_period(plan)}"
    if kept == number:
        said = _all_kept(number, where)
    elif kept == 0:
        said = _none_kept(number, where)
    else:
        total = SAY.counted(COMMITMENT, number, GENITIVE, MADE)
        some = _some_of(number, kept)
        said = text("من أصل ", total, f" {_recorded(number)} {where}، تم إنجاز ", some)
    # Completed work needs no date; progress is stated as of a day.
    until = () if kept == number else text(" إلى غاية ", as_of(plan))
    return text(said, until, ".")


def _some_of(number: int, kept: int) -> Text:
    """Return «أحدهما», «واحد», «3»."""
    if number == 2:
        return text(Span("أحدهما", "kept"))
    few = {1: "واحد", 2: "اثنين"}.get(kept)
    return text(Span(few, "kept")) if few else SAY.number(kept, "kept")


def _all_kept(number: int, where: str) -> Text:
    only = _ONLY.get(number)
    if only:
        return text(Span("أُنجز", "kept"), " ", Span(only, MADE), f" {where}")
    every, lead = SAY.number(number, MADE), Span("أُنجزت جميع", "kept")
    return text(lead, f" الالتزامات المسجلة {where}، وعددها ", every)


def _none_kept(number: int, where: str) -> Text:
    if number == 1:
        return text(Span("لم يُنجز", "kept"), " ", Span(_ONLY[1], MADE), f" {where}")
    none = Span("لم يُنجز أي", "kept")
    if number == 2:
        return text(none, " من ", Span("الالتزامين المسجلين", MADE), f" {where}")
    every = SAY.number(number, MADE)
    return text(none, f" من الالتزامات المسجلة {where}، وعددها ", every, "،")


def earlier(plan: PeriodPlan) -> Text:
    """Return the states of commitments that were open when the period began."""
    total = total_of(plan.earlier)
    if not total:
        return ()
    since = eve(plan)
    if total == 1:
        only = Span("الالتزام السابق الوحيد", "earlier")
        lead = text(" أما ", only, " الذي كان لا يزال مفتوحا إلى غاية ", since, "، ")
        return text(lead, _stood(plan, "ه", ""), ".")
    if total == 2:
        both = Span("الالتزامان السابقان", "earlier")
        lead = text(" أما ", both, " اللذان كانا لا يزالان مفتوحين إلى غاية ", since, "، ")
        return text(lead, _stood(plan, " كليهما", "ا"), ".")
    number = SAY.number(total, "earlier")
    lead = text(" أما الالتزامات السابقة التي كانت لا تزال مفتوحة إلى غاية ", since)
    return text(lead, "، وعددها ", number, "، ", _stood(plan, "ها كلها", "ت كلها"), ".")


def _stood(plan: PeriodPlan, them: str, were: str) -> Text:
    """Return «فقد تم إنجازها كلها خلال الفترة»، «فقد كان في … متأخرا عن أجله».

    What was not kept when the period began was kept in it.
    """
    states, day = plan.earlier, as_of(plan)
    first = states[0]
    if len(states) > 1:
        return _apart(states, day)
    if (ended := _ENDED.get(first.code)) is not None:
        return text("فقد ", Span(f"{ended}{them}", _fact(first)), " خلال الفترة")
    said = _of(first).after_was(first.count)
    begun = next((row.begun for row in plan.promises if row.is_earlier), None)
    if begun is not None and first.count == 1:
        said = f"{_STATES[begun].was_one} و{said}"
    return text(f"فقد كان{were} في ", day, " ", Span(said, _fact(first)))


def was_begun(begun: str) -> str:
    """Return «وكان منجزا جزئيا», of one that is late."""
    return f"وكان {_STATES[begun].was_one}"


def _apart(states: tuple[CodeCount, ...], day: Span) -> Text:
    """Return «فقد كان أحدهما في … منجزا، والآخر متأخرا…»; of more how many are in each state."""
    if total_of(states) == 2:
        if states[0].code == CommitmentStatus.DONE:
            done, left = states
            kept = Span("فقد أُنجز أحدهما", _fact(done))
            if (ended := _ENDED.get(left.code)) is not None:
                return text(kept, "، و", Span(f"{ended} الآخر", _fact(left)), " خلال الفترة")
            other = Span(_of(left).was_one, _fact(left))
            return text(kept, " خلال الفترة، وكان الآخر في ", day, " ", other)
        one, other = (Span(_of(state).was_one, _fact(state)) for state in states)
        return text("فقد كان أحدهما في ", day, " ", one, "، والآخر ", other)
    clauses = joined([_clause(state) for state in states], "، و")
    return text("فكانت وضعيتها في ", day, " كما يلي: ", clauses)


def _clause(state: CodeCount) -> Text:
    """Return «3 التزامات منجزة»، «التزام واحد متأخر عن أجله»."""
    counted = SAY.counted(COMMITMENT, state.count, NOMINATIVE, _fact(state))
    return text(counted, f" {_of(state).of(state.count)}")


def _of(state: CodeCount) -> _State:
    """Return how a state is said; one of a newer program by its own words."""
    return _STATES.get(state.code) or _State.alike(vocabulary.printed(state.code, PAGE))


def _fact(state: CodeCount) -> str:
    return f"earlier.{state.code}.count"


def _recorded(number: int) -> str:
    """Return «مسجلة» in agreement with a number of commitments in the genitive."""
    if number == 2:
        return "مسجلين"
    if 3 <= number % 100 <= 10:
        return "مسجلة"
    return "مسجلا" if number % 100 >= 11 else "مسجل"


def unmet(plan: PeriodPlan) -> Text:
    """Introduce the list of commitments not kept by then; earlier ones are marked."""
    those = {1: "الالتزام غير المنجز", 2: "الالتزامين غير المنجزين"}
    return text(f"تفصيل {those.get(len(plan.promises), 'الالتزامات غير المنجزة')}:")


def given_up(plan: PeriodPlan) -> Text:
    """Return «التزامان تم التخلي عنهما أو تعذر تنفيذهما:»."""
    total, states = len(plan.given_up), {row.state for row in plan.given_up}
    said = ways_of(states, {1: "ه", 2: "هما"}.get(total, "ها"))
    if total <= 2:
        return text(SAY.counted(COMMITMENT, total, NOMINATIVE, "given_up"), f" {said}:")
    number = Span(digits(total, PAGE), "given_up")
    return text(f"الالتزامات التي {said}، وعددها ", number, ":")


def ways_of(states: Collection[str], them: str) -> str:
    """Return «تم التخلي عنها أو تعذر تنفيذها أو تمت إحالتها على الجهة المختصة»."""
    ways = {
        "cst.dropped": f"تم التخلي عن{them}",
        "cst.blocked": f"تعذر تنفيذ{them}",
        "cst.referred": f"تمت إحالت{them} على الجهة المختصة",
    }
    return " أو ".join(words for state, words in ways.items() if state in states)
