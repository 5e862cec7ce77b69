"""Publications by their kinds, in Arabic."""

from outreach_app.i18n import Language, isolate
from outreach_app.summaries.communication.plan import KindFacts, PublicationFacts
from outreach_app.summaries.prose.arabic import full_date, quoted_label
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.composition import text
from outreach_app.summaries.prose.counts import Case, count, takes_feminine_verb
from outreach_app.summaries.prose.nouns import PUBLICATION, PUBLICATION_KINDS
from outreach_app.summaries.prose.numbers import digits

PAGE = Language.ARABIC
PUBLISHED = "communication.publications"


def came_out(facts: PublicationFacts) -> str:
    """Return «صدرت عن », «صدر عن » as it agrees with what came out: one kind, or all of them."""
    noun, number = PUBLICATION, facts.count
    if facts.only_kind is not None:
        noun = PUBLICATION_KINDS.get(facts.only_kind.code, PUBLICATION)
    return "صدرت عن " if takes_feminine_verb(noun, number) else "صدر عن "


def kind(row: KindFacts) -> Text:
    fact = f"{PUBLISHED}.kinds.{row.code}.count"
    noun = PUBLICATION_KINDS.get(row.code)
    if noun is None:
        name = quoted_label(row.code, f"{PUBLISHED}.kinds.{row.code}.code")
        return text(Span(digits(row.count, PAGE), fact), " ", name)
    return text(Span(count(noun, row.count, Case.NOMINATIVE, PAGE), fact))


def share(row: KindFacts, facts: PublicationFacts) -> Text:
    """Return «(55,6 %)»; empty where there are few."""
    if not facts.has_shares:
        return ()
    share = isolate(f"{row.share.replace('.', ',')}\u00a0%")
    return text(" (", Span(share, f"{PUBLISHED}.kinds.{row.code}.share"), ")")


def since(facts: PublicationFacts) -> Text:
    """Return when they began to come out, if those recorded by a total did before the period."""
    if facts.since is None:
        return ()
    day = Span(full_date(facts.since), f"{PUBLISHED}.since")
    return text("وكانت بداية الصدور في ", day, "، قبل بداية الفترة.")
