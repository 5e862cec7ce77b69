"""How many meetings, exchanges and awareness actions a programme holds, in each language.

A call, a visit and a campaign are no meetings: each is counted by its own noun.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from babel.dates import format_date

from outreach_app.i18n import Language, isolate
from outreach_app.rules.periods import Period
from outreach_app.summaries.hand_outs.programme_plan import ProgrammeMeeting, ProgrammePlan
from outreach_app.summaries.prose import arabic, french
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.composition import joined, listed, text
from outreach_app.summaries.prose.counts import Case, Noun, takes_feminine_verb
from outreach_app.summaries.prose.french import sentence_case
from outreach_app.summaries.prose.held_nouns import count_held, spelled_held
from outreach_app.summaries.prose.nouns import AWARENESS_ACTION, EXCHANGE, FIELD_VISIT, MEETING
from outreach_app.summaries.prose.periods import arabic_days, french_days

AR, FR = Language.ARABIC, Language.FRENCH
NOMINATIVE = Case.NOMINATIVE
# How each is said to have taken place, if not organised; the feminine takes a tāʾ.
_DONE = {MEETING: "عُقد", FIELD_VISIT: "أُجري", EXCHANGE: "أُجري"}
_ORGANISED = "نُظم"
_NOUNS = (MEETING, FIELD_VISIT, AWARENESS_ACTION, EXCHANGE)
_NOBODY_MET = "لم يُسجل أي لقاء مع الشركاء ولا أي زيارة ميدانية ولا أي نشاط"
_NO_MEETING = "aucune rencontre, visite de terrain ni action de sensibilisation n’a été enregistrée"
_NONE_HELD = " avec les partenaires n’a été enregistré."
# For which time something was planned, by whether all, nothing or a part of it was for this day.
_PASSED = {
    frozenset({True}): "ce jour, à une heure désormais passée",
    frozenset({False}): "à une date passée",
    frozenset({True, False}): "à une date passée ou, pour ce jour, à une heure passée",
}
# Where all of the meetings, or some of them, of several days began before the period.
_BEGUN = {
    AR: ("الانطلاق قبل ", "منها ما انطلق قبل "),
    FR: ("début antérieur au ", "y compris ce qui avait commencé avant le "),
}
# What a nil return does not attest: partners may have written on their own.
_REMARKS = {
    AR: " ولا تشمل هذه الوثيقة الملاحظات الواردة خارج اللقاءات.",
    FR: " Les remarques reçues en dehors des rencontres ne sont pas comptées ici.",
}


@dataclass(frozen=True, slots=True)
class ProgrammeSentences:
    """The sentences before the tables of a programme; `issued_on` is the day they are true."""

    plan: ProgrammePlan
    language: Language
    issued_on: date

    def planned(self) -> Text:
        """Return how many meetings are planned in the period."""
        meetings, plan = self.plan.meetings, self.plan
        if self.language is FR:
            when = self._until_end() if plan.has_begun else self._in_period()
            if not meetings:
                return text("À ce jour, ", self._none("meetings"), " n’est programmé ", when, ".")
            be = "est" if len(meetings) == 1 else "sont"
            planned = text(f" {be} programmé{_ending(meetings)}", self._begun(meetings), "\u00a0:")
            return sentence_case(text(when, ", ", self._counts(meetings, "meetings"), planned))
        whole = text("لشهر " if self._is_month else "للفترة الممتدة ", self.period())
        when = text("لما تبقى من ", self._in_period()) if plan.has_begun else whole
        if not meetings:
            return text("لم يُبرمج، إلى غاية تاريخه، ", when, " ", self._none("meetings"), ".")
        noun, number = _counted(meetings)[0]
        verb = "بُرمجت " if takes_feminine_verb(noun, number) else "بُرمج "
        return text(verb, when, " ", self._counts(meetings, "meetings"), self._begun(meetings), ":")

    def held(self) -> Text:
        """Return how many meetings were held in the period, up to today if it is running."""
        held = self.plan.held
        if self.language is FR:
            when = text(self._in_period(), ", à ce jour, " if self._is_running else ", ")
            if not held:
                none = text(when, self._none("held"), _NONE_HELD, _REMARKS[FR])
                return sentence_case(none)
            counts = self._counts(held, "held")
            if _are_exchanges(held):
                recorded = "a été enregistré" if len(held) == 1 else "ont été enregistrés"
                when = text(when, f"{_NO_MEETING}\u00a0; ")
                return sentence_case(text(when, counts, f" {recorded}\u00a0:"))
            have = " a" if len(held) == 1 else " ont"
            took_place = text(f"{have} eu lieu", self._begun(held), "\u00a0:")
            return sentence_case(text(when, counts, took_place))
        until = "، إلى غاية تاريخه" if self._is_running else ""
        when = text(" خلال ", self._in_period(), until)
        if not held:
            none = text(_NOBODY_MET, " ولا ", self._span(EXCHANGE, 0, "held"), " بهم", when, ".")
            return text(none, _REMARKS[AR])
        if _are_exchanges(held):
            return text(_NOBODY_MET, when, "، و", self._took_place(), ":")
        return text(self._took_place(), when, self._begun(held), ":")

    def unsettled(self) -> Text:
        """Return how many were planned for a time that has passed, with nothing recorded since."""
        unsettled = self.plan.unsettled
        counts = self._counts(unsettled, "unsettled")
        if self.language is FR:
            are_today = {row.held_on == self.issued_on for row in unsettled}
            when = _PASSED[frozenset(are_today)]
            none = "\u00a0; aucune suite n’a été enregistrée à ce jour\u00a0:"
            were = "était" if len(unsettled) == 1 else "étaient"
            counts = text(counts, f" {were} programmé{_ending(unsettled)} ")
            return sentence_case(text(counts, when, none))
        noun, number = _counted(unsettled)[0]
        verb = "بُرمجت" if takes_feminine_verb(noun, number) else "بُرمج"
        its = {1: "مآله" if verb == "بُرمج" else "مآلها", 2: "مآلهما"}
        none = f"، ولم يُسجل {its.get(len(unsettled), 'مآلها')} إلى غاية تاريخه:"
        return text(f"{verb} لموعد مضى ", counts, none)

    def put_off(self) -> Text:
        """Return how many were put off, and that no new day was noted; the table has the former."""
        put_off = self.plan.put_off
        counts = self._counts(put_off, "put_off")
        if self.language is FR:
            have = "a été" if len(put_off) == 1 else "ont été"
            former = " sans nouvelle date à ce jour (date initiale ci-dessous)\u00a0:"
            return sentence_case(text(counts, f" {have} reporté{_ending(put_off)}", former))
        verb = "أُجلت " if takes_feminine_verb(*_counted(put_off)[0]) else "أُجل "
        former = "، ولم يُحدد بعد موعد جديد (الموعد الأصلي مبين أسفله):"
        return text(verb, counts, former)

    def cancelled(self) -> Text:
        """Return how many that were planned for the period will not be held."""
        cancelled = self.plan.cancelled
        counts = self._counts(cancelled, "cancelled")
        if self.language is FR:
            have = "a été" if len(cancelled) == 1 else "ont été"
            return sentence_case(text(counts, f" {have} annulé{_ending(cancelled)}\u00a0:"))
        verb = "أُلغيت " if takes_feminine_verb(*_counted(cancelled)[0]) else "أُلغي "
        return text(verb, counts, ":")

    def _begun(self, meetings: Sequence[ProgrammeMeeting]) -> Text:
        """Return that meetings of several days began before the period; nothing if none did."""
        begun = [row.held_on < self.plan.first for row in meetings]
        if not any(begun):
            return ()
        day = arabic.full_date if self.language is AR else french.full_date
        first = Span(day(self.plan.first), "first")
        return text(" (", _BEGUN[self.language][not all(begun)], first, ")")

    def _took_place(self) -> Text:
        """Return «عُقد لقاءان، ونُظمت حملة تحسيسية واحدة»: each verb before its counts."""
        clauses: list[Text] = []
        verb_before = ""
        for noun, number in _counted(self.plan.held):
            verb, said = _DONE.get(noun, _ORGANISED), self._span(noun, number, "held")
            if verb == verb_before:
                clauses[-1] = text(clauses[-1], " و", said)
                continue
            ending = "ت " if takes_feminine_verb(noun, number) else " "
            clauses.append(text(verb + ending, said))
            verb_before = verb
        return joined(clauses, "، و")

    def period(self) -> Text:
        """Return « novembre 2026 », or its first and last day."""
        if self._is_month:
            return text(Span(self._month(self.plan.last), "last"))
        days = arabic_days if self.language is AR else french_days
        return text(Span(days(Period(self.plan.first, self.plan.last)), "last"))

    def _counts(self, meetings: Sequence[ProgrammeMeeting], fact: str) -> Text:
        counts = [text(self._span(*each, fact)) for each in _counted(meetings)]
        return listed(counts, self.language)

    def _span(self, noun: Noun, number: int, fact: str) -> Span:
        return Span(spelled_held(noun, number, NOMINATIVE, self.language), fact)

    def _none(self, fact: str) -> Text:
        """Return « aucune rencontre, aucune visite de terrain, aucune … ni aucun échange »."""
        meeting, visit, action, exchange = (self._span(noun, 0, fact) for noun in _NOUNS)
        if self.language is AR:
            return text(meeting, " أو زيارة ميدانية أو نشاط أو اتصال")
        return text(meeting, ", ", visit, ", ", action, " ni ", exchange)

    @property
    def _is_month(self) -> bool:
        return Period(self.plan.first, self.plan.last).months == 1

    @property
    def _is_running(self) -> bool:
        return self.issued_on <= self.plan.last

    def _in_period(self) -> Text:
        """Return « en novembre 2026 », «شهر نونبر 2026», or the days of the period."""
        if self.language is AR:
            return text("شهر " if self._is_month else "الفترة الممتدة ", self.period())
        return text("en " if self._is_month else "", self.period())

    def _until_end(self) -> Text:
        """Return « d’ici au 30 novembre 2026 »."""
        return text("d’ici au ", Span(french.full_date(self.plan.last), "last"))

    def _month(self, day: date) -> str:
        month = format_date(day, "MMMM", locale=self.language.locale)
        year = isolate(str(day.year)) if self.language is AR else str(day.year)
        return f"{month}\u00a0{year}"


def _counted(meetings: Sequence[ProgrammeMeeting]) -> list[tuple[Noun, int]]:
    return count_held((each.kind, each.channel) for each in meetings)


def _ending(meetings: Sequence[ProgrammeMeeting]) -> str:
    """Return the ending of a participle about meetings and exchanges, the latter masculine."""
    is_masculine = any(noun is EXCHANGE for noun, _number in _counted(meetings))
    return ("" if is_masculine else "e") + ("s" if len(meetings) > 1 else "")


def _are_exchanges(meetings: Sequence[ProgrammeMeeting]) -> bool:
    return all(noun is EXCHANGE for noun, _number in _counted(meetings))
