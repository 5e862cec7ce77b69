"""Rumours and publications of a period, in French."""

from dataclasses import dataclass

from outreach_app.i18n import Language
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
    KindFacts,
    PublicationFacts,
    RumourFacts,
)
from outreach_app.summaries.communication.told_in_meetings import told_in_meetings
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.comparison import Comparison
from outreach_app.summaries.prose.composition import joined, listed, text
from outreach_app.summaries.prose.counts import Case, Noun, count
from outreach_app.summaries.prose.french import (
    full_date,
    label,
    quoted_label,
    sentence_case,
)
from outreach_app.summaries.prose.french_compared import compared
from outreach_app.summaries.prose.french_letters import spelled_out
from outreach_app.summaries.prose.french_periods import during_before, name_of
from outreach_app.summaries.prose.french_tense import PAST, Tense
from outreach_app.summaries.prose.nouns import (
    NEWS_HEARD,
    PUBLICATION,
    PUBLICATION_KINDS,
)
from outreach_app.summaries.prose.numbers import digits

PAGE = Language.FRENCH
PUBLISHED, HEARD = "communication.publications", "communication.rumours"
BEFORE = "communication.before_last"
UNTIL = "communication.until"
# One more, after as many as were told.
_NEXT = {2: "une troisième", 3: "une quatrième", 4: "une cinquième"}
# The only one left, after the others.
_LAST = {2: "l’autre", 3: "la troisième", 4: "la quatrième", 5: "la cinquième"}
UNVERIFIABLE = "vr.unverifiable"
# What is found of those that call for no rectification: one, several.
_FOUND = {
    "vr.true": (
        "s’est révélée exacte, sans appeler de mise au point",
        "se sont révélées exactes, sans appeler de mise au point",
    ),
    "vr.impersonation": (
        "s’est révélée porter sur une page usurpant une qualité officielle",
        "se sont révélées porter sur des pages usurpant une qualité officielle",
    ),
    "vr.unofficial": (
        "s’est révélée porter sur une page non officielle, sans usurpation",
        "se sont révélées porter sur des pages non officielles, sans usurpation",
    ),
}


@dataclass(frozen=True, slots=True)
class FrenchCommunication:
    """Says the communication of a period, beside the one before."""

    periods: Compared
    tense: Tense = PAST

    def published(self, facts: PublicationFacts, by: Text) -> Text:
        """State what an office gave out to the public, by kind with the shares."""
        if not facts.count:
            then = self._then(PUBLICATION, 0, facts.before or None, f"{PUBLISHED}.before")
            return sentence_case(text(by, " n’a diffusé aucune publication", then, "."))
        kinds = text(*self._kinds(facts))
        told = text(by, " a diffusé ", kinds if facts.has_shares else spelled_out(kinds), ".")
        return _sentences(sentence_case(told), _since(facts))

    def published_by_headquarters(self, facts: PublicationFacts) -> Text:
        """Return « En 2018, les services centraux ont diffusé 4426 publications : 2463… »."""
        if not facts.count:
            return ()
        lead = text(Span(self._now(), "last"), ", les services centraux ont diffusé ")
        return sentence_case(text(lead, *self._kinds(facts), "."))

    def heard(self, facts: RumourFacts, by: Text) -> Text:
        """State how many rumours the office heard, and what became of them."""
        if not facts.count:
            then = self._then(NEWS_HEARD, 0, facts.before or None, f"{HEARD}.before")
            return text("Aucune information à vérifier n’a été relevée", then, ".")
        then = self._then(NEWS_HEARD, facts.count, facts.before, f"{HEARD}.before")
        number = _counted(NEWS_HEARD, facts.count, f"{HEARD}.count")
        lead = sentence_case(text(by, " a relevé ", number, then, "."))
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
        return _sentences(found, _closed(facts), self._pending(facts), delay, carried)

    def _kinds(self, facts: PublicationFacts) -> tuple[Text, ...]:
        """Return the total and its parts; where there is one kind only, the number of that."""
        fact = f"{PUBLISHED}.before"
        if (only := facts.only_kind) is not None:
            # Before there may have been others, or none: what it is compared with is named.
            is_other = len(facts.kinds) > 1 or not facts.before
            noun = PUBLICATION if is_other else PUBLICATION_KINDS.get(only.code, PUBLICATION)
            then = self._then(noun, facts.count, facts.before, fact, is_other=is_other)
            return _kind(only), then
        then = self._then(PUBLICATION, facts.count, facts.before, fact)
        total = text(_counted(PUBLICATION, facts.count, f"{PUBLISHED}.count"))
        if not facts.kinds:
            return total, then
        parts = [text(_kind(row), _share(row, facts)) for row in facts.kinds if row.count]
        return total, then, text("\u00a0: ", listed(parts, PAGE))

    def _pending(self, facts: RumourFacts) -> Text:
        """State how many had no result yet, and how many waited for their rectification."""
        yet, waits = "pas encore été vérifiée", "encore une mise au point après s’être"
        one, several = "révélée fausse ou trompeuse", "révélées fausses ou trompeuses"
        ways = (
            ("unverified", f"n’{self.tense.had} {yet}", f"n’{self.tense.had_all} {yet}s"),
            (
                *("to_rectify", f"{self.tense.waited} {waits} {one}"),
                f"{self.tense.waited_all} {waits} {several}",
            ),
        )
        clauses = [clause for way in ways if (clause := self._waiting(facts, *way))]
        if not clauses:
            return ()
        day = Span(full_date(self.periods.until), UNTIL)
        return text("Au\u00a0", day, ", ", listed(clauses, PAGE), ".")

    def _waiting(self, facts: RumourFacts, name: str, one: str, several: str) -> Text:
        number, fact = getattr(facts, name), f"{HEARD}.{name}"
        if not number:
            return ()
        said = facts.ended
        if name == "to_rectify":
            said += facts.unverified
        if name == "unverified" and number == facts.count > 1:
            none = Span("aucune des deux" if number == 2 else "aucune", fact)
            return text(none, f" n’{self.tense.had} encore été vérifiée")
        some = _some(number, facts.count, fact, said=said)
        told = told_in_meetings(facts, PAGE) if name == "unverified" else ()
        return text(some, told, " ", one if number == 1 else several)

    def _then(
        self, noun: Noun, now: int, before: int | None, fact: str, *, is_other: bool = False
    ) -> Text:
        """Return « (contre 3 en septembre) »; empty where nothing is compared."""
        if before is None:
            return ()
        when = Span(during_before(self.periods.now, self.periods.before), BEFORE)
        return compared(Comparison(noun, now, before, fact, when), is_other=is_other)

    def _now(self) -> str:
        """Return « en 2018 », « en octobre 2026 »."""
        name = name_of(self.periods.now)
        if name is None:
            return "au cours de la période"
        return name.short_during if self.periods.now.months == 12 else name.during


def _some(number: int, total: int, fact: str, *, said: int) -> Text:
    """Refer to some of the rumours, by their number: « elle », « 2 autres »."""
    if number == total:
        return text(Span({1: "elle", 2: "toutes deux"}.get(number, "toutes"), fact))
    is_last = bool(said) and said + number == total
    if number > 1:
        # « 22 autres » may stand before: those that are left are named so.
        more = " autres" if said else " d’entre elles"
        rest = text("les ", Span(digits(number, PAGE), fact), " restantes")
        return rest if is_last else text(Span(digits(number, PAGE), fact), more)
    if not said:
        return text(Span("l’une d’elles", fact))
    if is_last:
        return text(Span(_LAST.get(total, "l’information restante"), fact))
    return text(Span(_NEXT.get(said, "une autre"), fact))


def _no_need(facts: RumourFacts, rectified: Text = ()) -> Text:
    """State what was found of those that called for no rectification, after the `rectified`."""
    clauses, said, open_ = [rectified] if rectified else [], facts.rectified, text()
    # What cannot be verified is a sentence of its own, after what was found.
    for row in sorted(facts.no_need, key=lambda row: row.code == UNVERIFIABLE):
        path = f"{HEARD}.no_need.{row.code}"
        if row.code == UNVERIFIABLE:
            open_ = _unverifiable(row, facts, said)
        else:
            some = _some(row.count, facts.count, f"{path}.count", said=said)
            clauses.append(text(some, " ", Span(_without_rectification(row), f"{path}.code")))
        said += row.count
    found = text("Après vérification, ", joined(clauses, "\u00a0; "), ".") if clauses else ()
    return _sentences(found, open_)


def _closed(facts: RumourFacts) -> Text:
    said = facts.rectified + facts.without_need
    return closed(facts, _some(facts.closed, facts.count, CLOSED, said=said), PAGE)


def _unverifiable(row: CodeFacts, facts: RumourFacts, said: int) -> Text:
    """Return « Il n’a pas été possible de vérifier l’autre. »."""
    path = f"{HEARD}.no_need.{row.code}"
    lead = text(Span("Il n’a pas été possible", f"{path}.code"), " ")
    if row.count == facts.count:
        them = Span("la" if row.count == 1 else "les", f"{path}.count")
        return text(lead, "de ", them, " vérifier.")
    some = _some(row.count, facts.count, f"{path}.count", said=said)
    # « en » stands for the noun that « une autre », « 2 autres » leave out.
    are_more = bool(said) and said + row.count < facts.count
    return text(lead, "d’en vérifier " if are_more else "de vérifier ", some, ".")


def _without_rectification(row: CodeFacts) -> str:
    several = row.count > 1
    if (forms := _FOUND.get(row.code)) is not None:
        return forms[several]
    verb = "n’appelaient" if several else "n’appelait"
    return f"{verb} aucune mise au point ({label(row.code)})"


def _carried(facts: RumourFacts) -> Text:
    if not facts.carried:
        return ()
    fact = f"{HEARD}.carried"
    if facts.carried == facts.rectified:
        told = "La mise au point a été communiquée aux partenaires"
        if facts.carried > 1:
            told = "Les mises au point ont été communiquées aux partenaires"
        return text(Span(told, fact), ".")
    some = Span("l’une" if facts.carried == 1 else digits(facts.carried, PAGE), fact)
    told = "La mise au point a été communiquée aux partenaires pour "
    return text(told, some, " de ces informations.")


def _since(facts: PublicationFacts) -> Text:
    if facts.since is None:
        return ()
    day = Span(full_date(facts.since), f"{PUBLISHED}.since")
    return text("La parution a commencé le\u00a0", day, ", avant le début de la période.")


def _kind(row: KindFacts) -> Text:
    fact = f"{PUBLISHED}.kinds.{row.code}.count"
    noun = PUBLICATION_KINDS.get(row.code)
    if noun is None:
        name = quoted_label(row.code, f"{PUBLISHED}.kinds.{row.code}.code")
        return text(Span(digits(row.count, PAGE), fact), " ", name)
    return text(_counted(noun, row.count, fact))


def _share(row: KindFacts, facts: PublicationFacts) -> Text:
    """Return « (55,6 %) »; empty where there are few."""
    if not facts.has_shares:
        return ()
    share = f"{row.share.replace('.', ',')} %"
    return text(" (", Span(share, f"{PUBLISHED}.kinds.{row.code}.share"), ")")


def _counted(noun: Noun, number: int, fact: str) -> Span:
    return Span(count(noun, number, Case.NOMINATIVE, PAGE), fact)


def _sentences(*sentences: Text) -> Text:
    return joined([sentence for sentence in sentences if sentence], " ")
