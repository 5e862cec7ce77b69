"""What circulated and what was published, in Arabic. Source: the house's sentences p3–p5, n1."""

from dataclasses import dataclass

from outreach_app.i18n import Language, isolate
from outreach_app.summaries.communication.plan import (
    Compared,
    KindFacts,
    PublicationFacts,
    RumourFacts,
)
from outreach_app.summaries.prose.arabic import full_date, joined_to, quoted_label
from outreach_app.summaries.prose.arabic_periods import name_of
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.composition import joined, listed, text
from outreach_app.summaries.prose.counts import Case, Noun, count
from outreach_app.summaries.prose.nouns import (
    HOUR,
    PRECINCT,
    PUBLICATION,
    PUBLICATION_KINDS,
    RUMOUR,
)
from outreach_app.summaries.prose.numbers import digits

PAGE = Language.ARABIC
NOMINATIVE, ACCUSATIVE, GENITIVE = Case.NOMINATIVE, Case.ACCUSATIVE, Case.GENITIVE
PUBLISHED, HEARD = "communication.publications", "communication.rumours"
BEFORE = "communication.before_last"
UNTIL = "communication.until"
# One or two are taken up by a pronoun of their own.
_OF_THEM = {1: "منها", 2: "منهما"}
_ALL = {1: "بشأنها", 2: "بشأنهما معا"}
_NONE = {1: "بشأنها", 2: "بشأن أي منهما"}
_ROUNDED = " (كل ساعة بدأت تُحتسب كاملة)"


@dataclass(frozen=True, slots=True)
class ArabicCommunication:
    """Says the communication of a period, beside the one before."""

    periods: Compared

    def published(self, facts: PublicationFacts, by: Text) -> Text:
        """Say what an office gave out to the public, by kind with the shares."""
        if not facts.count:
            then = self._then(PUBLICATION, facts.before, f"{PUBLISHED}.before")
            return text("لم تصدر عن ", by, " أي مادة إعلامية", then, ".")
        return text("صدرت عن ", by, " ", *self._kinds(facts), ".")

    def published_by_headquarters(self, facts: PublicationFacts) -> Text:
        """«صدرت عن المصالح المركزية، خلال سنة 2018، 4426 مادة إعلامية: 2463 بلاغا (55,6 %)…»."""
        if not facts.count:
            return ()
        lead = text("صدرت عن المصالح المركزية، خلال ", Span(self._now(), "last"), "، ")
        return text(lead, *self._kinds(facts), ".")

    def heard(self, facts: RumourFacts) -> Text:
        """Say how many rumours the office heard, and what became of them."""
        then = self._then(RUMOUR, facts.before, f"{HEARD}.before")
        if not facts.count:
            return text("لم تُرصد أي إشاعة", then, ".")
        number = _counted(RUMOUR, facts.count, NOMINATIVE, f"{HEARD}.count")
        lead = text("رُصدت ", number, then, ".")
        return _sentences(
            lead, _rectified(facts), _carried(facts), _no_need(facts), self._pending(facts)
        )

    def heard_at_precincts(self, facts: RumourFacts) -> Text:
        """Say how many rumours were heard at how many precincts, and how soon rectified at each."""
        if not facts.count:
            return ()
        number = _counted(RUMOUR, facts.count, NOMINATIVE, f"{HEARD}.count")
        offices = text(_counted(PRECINCT, facts.offices, GENITIVE, f"{HEARD}.offices"))
        lead = text("إجمالا، رُصدت ", number, " ", joined_to("ب", offices), ".")
        rectified = _rectified(facts, is_of_each=facts.offices > 1)
        return _sentences(lead, rectified, _no_need(facts), self._pending(facts))

    def _kinds(self, facts: PublicationFacts) -> tuple[Text, ...]:
        """Return the total and its parts; where there is one kind only, the number of that."""
        then = self._then(PUBLICATION, facts.before, f"{PUBLISHED}.before")
        if len(facts.kinds) == 1:
            return _kind(facts.kinds[0]), then
        total = text(_counted(PUBLICATION, facts.count, NOMINATIVE, f"{PUBLISHED}.count"))
        if not facts.kinds:
            return total, then
        parts = [text(_kind(row), " (", _share(row), ")") for row in facts.kinds if row.count]
        return total, then, text(": ", listed(parts, PAGE))

    def _pending(self, facts: RumourFacts) -> Text:
        """Say how many are settled by nothing yet; nothing where that was just said of all."""
        if not facts.pending or facts.pending == facts.count:
            return ()
        day = Span(full_date(self.periods.until), UNTIL)
        some = _counted(RUMOUR, facts.pending, NOMINATIVE, f"{HEARD}.pending")
        return text("وإلى غاية ", day, "، كانت ", some, " في انتظار نتيجة التحقق أو بيان حقيقة.")

    def _then(self, noun: Noun, before: int | None, fact: str) -> Text:
        if before is None:
            return ()
        number = _counted(noun, before, GENITIVE, fact)
        name, is_same_year = name_of(self.periods.before), self.periods.are_of_one_year
        when = "الفترة السابقة"
        if name is not None:
            when = name.short_whole if is_same_year else name.whole
        return text("، مقابل ", number, " خلال ", Span(when, BEFORE))

    def _now(self) -> str:
        name = name_of(self.periods.now)
        return name.whole if name else "هذه الفترة"


def _rectified(facts: RumourFacts, *, is_of_each: bool = False) -> Text:
    """Say how many were rectified, and how soon; nothing where none called for it."""
    count_, number = facts.rectified, facts.count
    if not count_:
        if facts.no_need == number:
            return ()
        none = Span(_NONE.get(number, "بشأن أي منها"), f"{HEARD}.rectified")
        return text("ولم يصدر بعد بيان حقيقة ", none, ".")
    if count_ == number:
        about = text(Span(_ALL.get(number, "بشأنها جميعا"), f"{HEARD}.rectified"))
    else:
        some = _counted(RUMOUR, count_, GENITIVE, f"{HEARD}.rectified")
        about = text("بشأن ", some, f" {_OF_THEM.get(number, 'منها')}")
    return text("وصدر بيان حقيقة ", about, _delay(facts, is_of_each=is_of_each), ".")


def _delay(facts: RumourFacts, *, is_of_each: bool) -> Text:
    if facts.median_hours is None or facts.worst_hours is None:
        return ()
    fact = f"{HEARD}.median_hours"
    if facts.has_one_delay:
        since = " من وقت الرصد بكل دائرة أمنية" if is_of_each else ""
        hours = _counted(HOUR, facts.median_hours, GENITIVE, fact)
        return text(" بعد ", hours, since, _ROUNDED)
    median = _counted(HOUR, facts.median_hours, NOMINATIVE, fact)
    worst = _counted(HOUR, facts.worst_hours, NOMINATIVE, f"{HEARD}.worst_hours")
    since = "، ابتداء من وقت الرصد بكل دائرة أمنية" if is_of_each else ""
    return text("، بأجل وسيط قدره ", median, " وأجل أقصى قدره ", worst, since, _ROUNDED)


def _no_need(facts: RumourFacts) -> Text:
    if not facts.no_need:
        return ()
    fact = f"{HEARD}.no_need"
    if facts.count == 1:
        return text(Span("ولم تستدع", fact), "، بعد التحقق، أي بيان حقيقة.")
    some = _counted(RUMOUR, facts.no_need, ACCUSATIVE, fact)
    verb = "لا تستدعيان" if facts.no_need == 2 else "لا تستدعي"  # of several: the plural of things
    return text("وتبين بعد التحقق أن ", some, f" {verb} بيان حقيقة.")


def _carried(facts: RumourFacts) -> Text:
    if not facts.carried:
        return ()
    if facts.rectified > 1:
        some = _counted(RUMOUR, facts.carried, GENITIVE, f"{HEARD}.carried")
        return text("وتم تبليغ بيان الحقيقة إلى الشركاء بشأن ", some, ".")
    return text(Span("وتم تبليغ بيان الحقيقة إلى الشركاء", f"{HEARD}.carried"), ".")


def _kind(row: KindFacts) -> Text:
    fact = f"{PUBLISHED}.kinds.{row.code}.count"
    noun = PUBLICATION_KINDS.get(row.code)
    if noun is None:
        name = quoted_label(row.code, f"{PUBLISHED}.kinds.{row.code}.code")
        return text(Span(digits(row.count, PAGE), fact), " ", name)
    return text(_counted(noun, row.count, NOMINATIVE, fact))


def _share(row: KindFacts) -> Span:
    share = row.share.replace(".", ",")
    return Span(isolate(f"{share}\u00a0%"), f"{PUBLISHED}.kinds.{row.code}.share")


def _counted(noun: Noun, number: int, case: Case, fact: str) -> Span:
    return Span(count(noun, number, case, PAGE), fact)


def _sentences(*sentences: Text) -> Text:
    return joined([sentence for sentence in sentences if sentence], " ")
