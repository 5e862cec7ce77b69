"""What circulated and what was published, in Arabic. Source: the house's sentences p3–p5, n1."""

from dataclasses import dataclass

from outreach_app.i18n import Language, isolate
from outreach_app.summaries.communication.plan import (
    CodeFacts,
    Compared,
    KindFacts,
    PublicationFacts,
    RumourFacts,
)
from outreach_app.summaries.prose.arabic import (
    full_date,
    joined_to,
    label_span,
    quoted_label,
)
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
_ROUNDED = " (كل ساعة بدأت تُحتسب كاملة)"


@dataclass(frozen=True, slots=True)
class ArabicCommunication:
    """Says the communication of a period, beside the one before."""

    periods: Compared

    def published(self, facts: PublicationFacts, by: Text) -> Text:
        """Say what an office gave out to the public, by kind with the shares."""
        if not facts.count:
            then = self._then(PUBLICATION, facts.before or None, f"{PUBLISHED}.before", "ولم تصدر")
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
        if not facts.count:
            then = self._then(RUMOUR, facts.before or None, f"{HEARD}.before", "ولم تُرصد")
            return text("لم تُرصد أي إشاعة", then, ".")
        then = self._then(RUMOUR, facts.before, f"{HEARD}.before", "ولم تُرصد")
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
        then = self._then(PUBLICATION, facts.before, f"{PUBLISHED}.before", "ولم تصدر")
        if len(facts.kinds) == 1:
            return _kind(facts.kinds[0]), then
        total = text(_counted(PUBLICATION, facts.count, NOMINATIVE, f"{PUBLISHED}.count"))
        if not facts.kinds:
            return total, then
        parts = [text(_kind(row), " (", _share(row), ")") for row in facts.kinds if row.count]
        return total, then, text(": ", listed(parts, PAGE))

    def _pending(self, facts: RumourFacts) -> Text:
        """Say how many had no result yet, and how many waited for their rectification."""
        waits = {"unverified": "نتيجة التحقق", "to_rectify": "بيان حقيقة"}
        clauses = [
            clause for name, what in waits.items() if (clause := _waiting(facts, name, what))
        ]
        if not clauses:
            return ()
        day = Span(full_date(self.periods.until), UNTIL)
        return text("وإلى غاية ", day, "، ", joined(clauses, "، و"), ".")

    def _then(self, noun: Noun, before: int | None, fact: str, none: str) -> Text:
        """«(مقابل 3 مواد إعلامية خلال شهر شتنبر)»; empty where nothing is compared."""
        if before is None:
            return ()
        name, is_same_year = name_of(self.periods.before), self.periods.are_of_one_year
        when = "الفترة السابقة"
        if name is not None:
            when = name.short_whole if is_same_year else name.whole
        number = _counted(noun, before, NOMINATIVE if not before else GENITIVE, fact)
        lead = f"{none} " if not before else "مقابل "
        return text(f" ({lead}", number, " خلال ", Span(when, BEFORE), ")")

    def _now(self) -> str:
        name = name_of(self.periods.now)
        return name.whole if name else "هذه الفترة"


def _waiting(facts: RumourFacts, name: str, what: str) -> Text:
    """Return «كانت إشاعتان في انتظار نتيجة التحقق»; empty for none."""
    number, fact = getattr(facts, name), f"{HEARD}.{name}"
    if not number:
        return ()
    if number == facts.count:
        every = {1: "كانت", 2: "كانتا معا"}.get(number, "كانت كلها")
        return text(Span(every, fact), f" في انتظار {what}")
    return text("كانت ", _counted(RUMOUR, number, NOMINATIVE, fact), f" في انتظار {what}")


def _rectified(facts: RumourFacts, *, is_of_each: bool = False) -> Text:
    """Say how many were rectified, and how soon; nothing where none was."""
    count_, number = facts.rectified, facts.count
    if not count_:
        return ()
    if count_ == number:
        about = text(Span(_ALL.get(number, "بشأنها جميعا"), f"{HEARD}.rectified"))
    else:
        some = _counted(RUMOUR, count_, GENITIVE, f"{HEARD}.rectified")
        about = text("بشأن ", some, f" {_OF_THEM.get(number, 'منها')}")
    return text("وصدر بيان حقيقة ", about, _delay(facts, is_of_each=is_of_each), ".")


def _delay(facts: RumourFacts, *, is_of_each: bool) -> Text:
    """Say how long rectifications took; an hour begun is counted."""
    if facts.median_hours is None or facts.worst_hours is None:
        return ()
    fact = f"{HEARD}.median_hours"
    since = " من وقت الرصد بكل دائرة أمنية" if is_of_each else ""
    if facts.has_one_delay:
        hours = _counted(HOUR, facts.median_hours, GENITIVE, fact)
        return text(" في مدة لا تتعدى ", hours, since)
    median = _counted(HOUR, facts.median_hours, NOMINATIVE, fact)
    worst = _counted(HOUR, facts.worst_hours, NOMINATIVE, f"{HEARD}.worst_hours")
    return text("، بمدة وسيطة قدرها ", median, " ومدة قصوى قدرها ", worst, since, _ROUNDED)


def _no_need(facts: RumourFacts) -> Text:
    """Say how many called for no rectification, and what was found of them."""
    number, fact = facts.without_need, f"{HEARD}.without_need"
    if not number:
        return ()
    found = text(" (", joined([_found(row, number) for row in facts.no_need], "، "), ")")
    if facts.count == 1:
        return text(Span("ولم تستدع", fact), "، بعد التحقق، أي بيان حقيقة", found, ".")
    some = _counted(RUMOUR, number, ACCUSATIVE, fact)
    verb = "لا تستدعيان" if number == 2 else "لا تستدعي"  # of several: the plural of things
    return text("وتبين بعد التحقق أن ", some, f" {verb} بيان حقيقة", found, ".")


def _found(row: CodeFacts, number: int) -> Text:
    """Return «خبر صحيح»; with its number where there are other results."""
    path = f"{HEARD}.no_need.{row.code}"
    name = text(label_span(row.code, f"{path}.code"))
    if row.count == number:
        return name
    return text(name, ": ", Span(digits(row.count, PAGE), f"{path}.count"))


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
