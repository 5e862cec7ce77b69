"""Rumours and publications of a period, in Arabic."""

from dataclasses import dataclass, replace

from outreach_app import vocabulary
from outreach_app.i18n import Language
from outreach_app.summaries.communication.arabic_published import (
    PUBLISHED,
    came_out,
    kind,
    share,
    since,
)
from outreach_app.summaries.communication.at_precincts import (
    heard_lead,
    rectified,
    rectified_after,
)
from outreach_app.summaries.communication.closed_rumours import FACT as CLOSED
from outreach_app.summaries.communication.closed_rumours import closed
from outreach_app.summaries.communication.plan import (
    CodeFacts,
    Compared,
    PublicationFacts,
    RumourFacts,
)
from outreach_app.summaries.communication.told_in_meetings import told_in_meetings
from outreach_app.summaries.prose.arabic import full_date
from outreach_app.summaries.prose.arabic_compared import SAME, compared
from outreach_app.summaries.prose.arabic_periods import during_before, name_of
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.comparison import Comparison
from outreach_app.summaries.prose.composition import joined, listed, text
from outreach_app.summaries.prose.counts import Case, Noun, count, takes_feminine_verb
from outreach_app.summaries.prose.nouns import (
    NEWS,
    NEWS_HEARD,
    PUBLICATION,
)
from outreach_app.summaries.prose.numbers import digits

PAGE = Language.ARABIC
NOMINATIVE, ACCUSATIVE, GENITIVE = Case.NOMINATIVE, Case.ACCUSATIVE, Case.GENITIVE
HEARD = "communication.rumours"
BEFORE = "communication.before_last"
UNTIL = "communication.until"
# What waits for a rectification was found to be false: of one, two and more.
_FALSE = ("أنه زائف أو مضلل", "أنهما زائفان أو مضللان", "أنها زائفة أو مضللة")
UNVERIFIABLE = "vr.unverifiable"
# What is found of those that call for no rectification: one, two, several.
_FOUND = {
    "vr.true": ("صحيح", "صحيحان", "صحيحة"),
    "vr.impersonation": (
        "يتعلق بصفحة تنتحل صفة رسمية",
        "يتعلقان بصفحتين تنتحلان صفة رسمية",
        "تتعلق بصفحات تنتحل صفة رسمية",
    ),
    "vr.unofficial": (
        "يتعلق بصفحة غير رسمية لا تنتحل أي صفة",
        "يتعلقان بصفحتين غير رسميتين لا تنتحلان أي صفة",
        "تتعلق بصفحات غير رسمية لا تنتحل أي صفة",
    ),
}
_OF_PAGES = ("vr.impersonation", "vr.unofficial")


@dataclass(frozen=True, slots=True)
class ArabicCommunication:
    """Says the communication of a period, beside the one before."""

    periods: Compared

    def published(self, facts: PublicationFacts, by: Text) -> Text:
        """State what an office gave out to the public, by kind with the shares."""
        if not facts.count:
            then = self._published_before(0, facts.before or None)
            return text("لم تصدر عن ", by, " أي مادة إعلامية", then, ".")
        return _sentences(text(came_out(facts), by, " ", *self._kinds(facts), "."), since(facts))

    def published_by_headquarters(self, facts: PublicationFacts) -> Text:
        """Return «صدرت عن المصالح المركزية، خلال سنة 2018، 4426 مادة إعلامية: 2463 بلاغا…»."""
        if not facts.count:
            return ()
        lead = text(came_out(facts), "المصالح المركزية، خلال ", Span(self._now(), "last"), "، ")
        return text(lead, *self._kinds(facts), ".")

    def heard(self, facts: RumourFacts) -> Text:
        """State how many rumours the office heard, and what became of them."""
        if not facts.count:
            return text("لم يُرصد أي خبر متداول", self._heard_before(facts), ".")
        lead = text(_heard(facts.count), self._heard_before(facts), ".")
        return _sentences(lead, self._became(facts, _carried(facts)))

    def heard_at_precincts(
        self, facts: RumourFacts, *, are_all: bool = False, is_only: bool = False
    ) -> Text:
        """State how many rumours which precincts heard, what was found, and how soon."""
        if not facts.count:
            return ()
        lead = heard_lead(facts, PAGE, are_all=are_all, is_only=is_only)
        return _sentences(lead, self._became(facts))

    def _became(self, facts: RumourFacts, carried: Text = ()) -> Text:
        """State what was found and what is left, then how soon it was rectified."""
        found, delay = _no_need(facts, rectified(facts, PAGE)), rectified_after(facts, PAGE)
        return _sentences(*found, _closed(facts), self._pending(facts), delay, carried)

    def _heard_before(self, facts: RumourFacts) -> Text:
        before = facts.before if facts.count else facts.before or None
        return self._then((NEWS_HEARD, facts.count, before, f"{HEARD}.before"), none="ولم يُرصد")

    def _kinds(self, facts: PublicationFacts) -> tuple[Text, ...]:
        """Return the total, its parts and the total before; the number of a kind that is alone."""
        if (only := facts.only_kind) is not None:
            # Before there may have been others.
            same = SAME if len(facts.kinds) == 1 else f"{SAME} من المواد الإعلامية"
            return kind(only), self._published_before(facts.count, facts.before, same)
        total = text(_counted(PUBLICATION, facts.count, NOMINATIVE, f"{PUBLISHED}.count"))
        if not facts.kinds:
            return total, self._published_before(facts.count, facts.before)
        parts = listed(
            [text(kind(row), share(row, facts)) for row in facts.kinds if row.count], PAGE
        )
        # Right after the brackets the list would be read as that of before.
        if facts.count == 2:
            then = self._published_before(facts.count, facts.before, f"{SAME} إجمالا")
            return total, text("، هما "), parts, then
        then = self._published_before(facts.count, facts.before)
        return total, then, text("، توزعت كما يلي: " if then else ": "), parts

    def _pending(self, facts: RumourFacts) -> Text:
        """State how many had no result yet, and how many waited for their rectification."""
        false = f"بيان حقيقة بعد أن تبين {_FALSE[min(facts.to_rectify, 3) - 1]}"
        waits = {"unverified": "نتيجة التحقق", "to_rectify": false}
        clauses = [
            clause for name, what in waits.items() if (clause := _waiting(facts, name, what))
        ]
        if not clauses:
            return ()
        day = Span(full_date(self.periods.until), UNTIL)
        return text("وإلى غاية ", day, "، ", joined(clauses, "، و"), ".")

    def _published_before(self, now: int, before: int | None, same: str = SAME) -> Text:
        counts = (PUBLICATION, now, before, f"{PUBLISHED}.before")
        return self._then(counts, none="ولم تصدر", same=same)

    def _then(
        self, counts: tuple[Noun, int, int | None, str], *, none: str, same: str = SAME
    ) -> Text:
        """Return «(مقابل 3 مواد إعلامية في شتنبر)»; empty where nothing is compared."""
        noun, now, before, fact = counts
        if before is None:
            return ()
        when = Span(during_before(self.periods.now, self.periods.before), BEFORE)
        return compared(Comparison(noun, now, before, fact, when), none=none, same=same)

    def _now(self) -> str:
        name = name_of(self.periods.now)
        return name.whole if name else "هذه الفترة"


def _heard(number: int) -> Text:
    """Return «رُصد خبران متداولان»."""
    verb = "رُصدت " if takes_feminine_verb(NEWS_HEARD, number) else "رُصد "
    return text(verb, _counted(NEWS_HEARD, number, NOMINATIVE, f"{HEARD}.count"))


def _waiting(facts: RumourFacts, name: str, what: str) -> Text:
    """Return «ظل خبران منها في انتظار نتيجة التحقق»; empty for none."""
    number, fact = getattr(facts, name), f"{HEARD}.{name}"
    if not number:
        return ()
    if number == facts.count:
        every = {1: "ظل", 2: "ظل كلاهما"}.get(number, "ظلت كلها")
        return text(Span(every, fact), f" في انتظار {what}")
    said = facts.ended
    if name == "to_rectify":
        said += facts.unverified
    verb = "ظلت " if takes_feminine_verb(NEWS, number) else "ظل "
    told = told_in_meetings(facts, PAGE) if name == "unverified" else ()
    some = _some(number, facts, fact, NOMINATIVE, said=said)
    return text(verb, some, told, f" في انتظار {what}")


def _some(number: int, facts: RumourFacts, fact: str, case: Case, *, said: int) -> Text:
    """Refer to some of the rumours, by their number: «خبران منها»، «أحدها»، «الخبر الآخر»."""
    if not said and number == 1:
        return text(Span(_one_of_them(facts), fact))
    if not said:
        return text(_counted(NEWS, number, case, fact), f" {_of_them(facts)}")
    if said + number == facts.count:
        return _rest(number, facts, fact, case)
    if number == 1:
        return text(Span("خبرا آخر" if case is ACCUSATIVE else "خبر آخر", fact))
    if number == 2:
        return text(Span("خبران آخران" if case is NOMINATIVE else "خبرين آخرين", fact))
    other = "أخرى" if 3 <= number % 100 <= 10 else "آخر"
    return text(_counted(NEWS, number, case, fact), f" {other}")


def _rest(number: int, facts: RumourFacts, fact: str, case: Case) -> Text:
    """Refer to the last of them: others may have been told of before, so they are left."""
    if number == 1:
        return text(Span("الخبر الآخر" if facts.count == 2 else "الخبر المتبقي", fact))
    if number == 2:
        is_subject = case is NOMINATIVE
        return text(Span("الخبران المتبقيان" if is_subject else "الخبرين المتبقيين", fact))
    return text("الأخبار المتبقية (", Span(digits(number, PAGE), fact), ")")


def _one_of_them(facts: RumourFacts) -> str:
    return "أحدهما" if facts.count == 2 else "أحدها"


def _of_them(facts: RumourFacts) -> str:
    return "منهما" if facts.count == 2 else "منها"


def _no_need(facts: RumourFacts, rectified: Text = ()) -> list[Text]:
    """State what was found of those that called for no rectification, after the `rectified`."""
    clauses, unverifiable, said = [rectified] if rectified else [], [], facts.rectified
    # What cannot be verified is a sentence of its own, after what was found.
    for row in sorted(facts.no_need, key=lambda row: row.code == UNVERIFIABLE):
        if row.code == UNVERIFIABLE:
            unverifiable.append(_unverifiable(row, facts, said))
        else:
            clauses.append(_without_rectification(row, facts, said))
        said += row.count
    found: list[Text] = []
    if clauses:
        found.append(text("وتبين بعد التحقق ", joined(clauses, "؛ و"), "."))
    return found + unverifiable


def _without_rectification(row: CodeFacts, facts: RumourFacts, said: int) -> Text:
    """Return «أنه صحيح»، «أن خبرين منها صحيحان»."""
    path = f"{HEARD}.no_need.{row.code}"
    forms = _FOUND.get(row.code)
    label = vocabulary.printed(row.code, PAGE)
    what = Span(forms[min(row.count, 3) - 1] if forms else f"مآله: {label}", f"{path}.code")
    # A page that is not official may be told of by other means than a rectification.
    none = "" if row.code in _OF_PAGES else "، فلم تدع الحاجة إلى إصدار بيان حقيقة"
    if row.count == facts.count:
        every = {1: "أنه", 2: "أنهما"}.get(row.count, "أنها كلها")
        return text(Span(every, f"{path}.count"), " ", what, none)
    some = _some(row.count, facts, f"{path}.count", ACCUSATIVE, said=said)
    return text("أن ", some, " ", what, none)


def _unverifiable(row: CodeFacts, facts: RumourFacts, said: int) -> Text:
    path = f"{HEARD}.no_need.{row.code}"
    lead = Span("وتعذر التحقق", f"{path}.code")
    if row.count == facts.count:
        every = {1: "منه", 2: "منهما"}.get(row.count, "منها كلها")
        return text(lead, " ", Span(every, f"{path}.count"), ".")
    some = _some(row.count, facts, f"{path}.count", GENITIVE, said=said)
    return text(lead, " من ", some, ".")


def _closed(facts: RumourFacts) -> Text:
    said = facts.rectified + facts.without_need
    return closed(facts, _some(facts.closed, facts, CLOSED, GENITIVE, said=said), PAGE)


def _carried(facts: RumourFacts) -> Text:
    if not facts.carried:
        return ()
    fact = f"{HEARD}.carried"
    if facts.carried == facts.rectified:
        told = {1: "بيان الحقيقة", 2: "بياني الحقيقة"}.get(facts.carried, "بيانات الحقيقة")
        return text(Span(f"وتم تبليغ {told} إلى الشركاء", fact), ".")
    # Of those about which something was published, which alone it can be.
    some = _some(facts.carried, replace(facts, count=facts.rectified), fact, GENITIVE, said=0)
    return text("وتم تبليغ بيان الحقيقة إلى الشركاء بشأن ", some, ".")


def _counted(noun: Noun, number: int, case: Case, fact: str) -> Span:
    return Span(count(noun, number, case, PAGE), fact)


def _sentences(*sentences: Text) -> Text:
    return joined([sentence for sentence in sentences if sentence], " ")
