"""The reach of publications and official accounts, in both languages."""

from outreach_app import vocabulary
from outreach_app.i18n import Language
from outreach_app.rules.periods import Period
from outreach_app.summaries.communication.plan import AccountFacts, EngagementFacts
from outreach_app.summaries.prose import arabic, french
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.composition import joined, text
from outreach_app.summaries.prose.counts import Case, Noun, count, takes_feminine_verb
from outreach_app.summaries.prose.nouns import FOLLOWER, INTERACTION, PUBLICATION
from outreach_app.summaries.prose.numbers import digits
from outreach_app.summaries.prose.periods import arabic_first, french_first
from outreach_app.summaries.prose.quoting import quoted_own

AR, FR = Language.ARABIC, Language.FRENCH
PATH = "communication.engagement"
INTERACTIONS = f"{PATH}.interactions"
AND = "و"
# What one publication alone drew of what several did.
_ALL_OF = {
    AR: {
        1: "، سُجل مع المادة المعنونة بـ",
        2: "، سُجلا معا مع المادة المعنونة بـ",
        3: "، سُجلت كلها مع المادة المعنونة بـ",
    },
    FR: {1: ", relevée pour ", 2: ", toutes deux pour ", 3: ", toutes pour "},
}
_ALL_PUBLISHED = {1: "المادة المنشورة", 2: "المادتين المنشورتين"}


def engagement(facts: EngagementFacts, page: Language) -> Text:
    """State the interactions of the period, what drew most, and the followers of each account."""
    are_some = facts.is_partial and None not in (facts.read, facts.published)
    sentences = (
        [_of_some(facts, page)] if are_some else [_interactions(facts, page), _top(facts, page)]
    )
    sentences += [_account(row, page) for row in facts.accounts]
    said = joined([sentence for sentence in sentences if sentence], " ")
    if page is AR and said and said[0].text.startswith(AND):
        # What begins a paragraph is joined to nothing.
        return text(said[0].text.removeprefix(AND), said[1:])
    return said


def _interactions(facts: EngagementFacts, page: Language) -> Text:
    if not facts.interactions:
        return ()
    said = _drawn(facts, page)
    if page is AR:
        these = _ALL_PUBLISHED.get(facts.published or 0, "المواد المنشورة")
        if facts.published is None:  # it may be one
            these = "بعض المواد المنشورة" if facts.is_partial else "ما نُشر"
        return text(_noted_until(facts, said), f"مع {these} خلال الفترة.")
    lead = "Les publications de la période ont recueilli"
    if facts.published == 1:
        lead = "La publication de la période a recueilli"
    if facts.published is None:  # it is hidden, and may be one
        return text(_drawn_by_hidden(facts, said), _read_on(facts, " "), ".")
    return _drawn_when(facts, lead, text(said, _first_of_two(facts)), ".")


def _drawn_by_hidden(facts: EngagementFacts, said: Text) -> Text:
    """Return « Ce qui a été publié au cours de la période avait recueilli 188 interactions »."""
    if not facts.is_partial:
        return text("Ce qui a été publié au cours de la période avait recueilli ", said)
    lead = "Le nombre d’interactions, relevé pour une partie seulement des publications de la"
    lead += " période, s’élevait à "
    least = "plus de " if facts.at_least else ""
    return text(lead, least, Span(digits(facts.interactions or 0, FR), INTERACTIONS))


def _first_of_two(facts: EngagementFacts) -> Text:
    """Return « , dont 269 pour « Portes ouvertes » » of two publications that were both read."""
    return () if facts.is_partial or facts.published != 2 else _first_of_some(facts, FR)


def _noted_until(facts: EngagementFacts, said: Text) -> Text:
    """Return «سُجل 132 تفاعلا، إلى غاية 30 نونبر 2026، »: no number stands beside the day."""
    is_few = not facts.at_least and takes_feminine_verb(INTERACTION, facts.interactions or 0)
    day = Span(arabic.full_date(facts.read_until), f"{PATH}.read_until")
    when = text("، إلى غاية ", day)
    if facts.read_from:
        first = Span(arabic_first(Period(facts.read_from, facts.read_until)), f"{PATH}.read_from")
        when = text("، حسب ما رُصد من ", first, when[0].text.removeprefix("،"), day)
    return text("سُجلت " if is_few else "سُجل ", said, when, "، ")


def _drawn_when(facts: EngagementFacts, lead: Text | str, said: Text, end: str) -> Text:
    """Return « … ont recueilli, au 30 novembre 2026, 95 interactions », or by which readings."""
    if facts.read_from:
        return text(lead, " ", said, _read_on(facts, ""), end)
    return text(lead, ",", _read_on(facts, " "), ", ", said, end)


def _read_on(facts: EngagementFacts, lead: str) -> Text:
    """Return « au 30 novembre 2026 »; of several days what was read on them is added up."""
    last = Span(french.full_date(facts.read_until), f"{PATH}.read_until")
    if facts.read_from is None:
        return text(lead, "au\u00a0", last)
    first = Span(french_first(Period(facts.read_from, facts.read_until)), f"{PATH}.read_from")
    return text(", d’après les relevés faits du\u00a0", first, " au\u00a0", last)


def _of_some(facts: EngagementFacts, page: Language) -> Text:
    """State what some of them drew, with the first of these, and that the others were not read.

    In this order nothing said of the one can be taken for one of the others.
    """
    read, published = facts.read or 0, facts.published or 0
    if not facts.interactions:
        return ()
    said = _drawn(facts, page)
    left, first = published - read, _first_of_some(facts, page)
    if page is AR:
        rest = {1: "المادة المتبقية", 2: "المادتين المتبقيتين"}.get(left, "المواد المتبقية")
        rest = "المادة الأخرى" if published == 2 else rest
        end = f"؛ ولم يُسجل عدد التفاعلات مع {rest}."
        among = text(_some_of(read, published), " خلال الفترة")
        return text(_noted_until(facts, said), "مع ", among, first, end)
    whole = Span(digits(published, page), f"{PATH}.published")
    those = text(whole, " publications de la période")
    last = "l’autre" if published == 2 else "la publication restante"
    others = last if left == 1 else "les autres"
    end = f"le nombre d’interactions n’a pas été relevé pour {others}"
    if read == 1:
        lead = text("L’", Span("une", f"{PATH}.read"), " des ", those, first, " a recueilli")
        return _drawn_when(facts, lead, said, f"\u00a0; {end}.")
    some = Span(digits(read, page), f"{PATH}.read")
    lead = text("Sur les ", those, ", ", some, " ont totalisé")
    return _drawn_when(facts, lead, text(said, first), f"\u00a0; {end}.")


def _first_of_some(facts: EngagementFacts, page: Language) -> Text:
    """Return « , dont 300 pour « Portes ouvertes » »; of one alone its title, between commas."""
    title = quoted_own(facts.top, f"{PATH}.top", page) if facts.top else ()
    if not title or not facts.top_interactions:
        return ()
    if facts.read == 1:
        return text("، المعنونة بـ", title) if page is AR else text(", ", title, ",")
    fact, number = f"{PATH}.top_interactions", facts.top_interactions
    if number == facts.interactions and not facts.at_least:
        return text(Span(_ALL_OF[page].get(number, _ALL_OF[page][3]), fact), title)
    if page is AR:
        drew = Span(count(INTERACTION, number, Case.NOMINATIVE, page), fact)
        return text("، وسُجل أعلى عدد من التفاعلات مع المادة المعنونة بـ", title, " (", drew, ")")
    drew = Span("une" if number == 1 else digits(number, page), fact)
    return text(", dont ", drew, " pour ", title)


def _some_of(read: int, published: int) -> Text:
    """Return «6 من أصل 8 مواد منشورة», «إحدى المادتين المنشورتين»."""
    if published == 2:
        both = Span("المادتين المنشورتين", f"{PATH}.published")
        return text(Span("إحدى", f"{PATH}.read"), " ", both)
    few = count(PUBLICATION, read, Case.GENITIVE, AR)
    some = Span(few if read < 3 else digits(read, AR), f"{PATH}.read")
    them = " مواد منشورة" if 3 <= published % 100 <= 10 else " مادة منشورة"
    return text(some, " من أصل ", Span(digits(published, AR), f"{PATH}.published"), them)


def _top(facts: EngagementFacts, page: Language) -> Text:
    title = quoted_own(facts.top, f"{PATH}.top", page) if facts.top else ()
    # Of two none has the most: French tells the first beside the sum.
    is_told = page is FR and facts.published == 2 and not facts.is_partial
    if facts.published is None and facts.top_interactions == facts.interactions:
        is_told = True  # to the public: it may be the only one
    if not title or not facts.top_interactions or is_told:
        return ()
    if facts.published == 1:
        # Of one alone there is nothing that drew most.
        lead, end = {AR: ("ويتعلق الأمر بالمادة المعنونة بـ", "."), FR: ("Il s’agit de ", ".")}[
            page
        ]
        return text(lead, title, end)
    fact = f"{PATH}.top_interactions"
    said = Span(count(INTERACTION, facts.top_interactions, Case.NOMINATIVE, page), fact)
    if facts.is_partial:
        # What was not read may have drawn more: nothing is ranked.
        if page is AR:
            return text("ومنها ", said, " مع المادة المعنونة بـ", title, ".")
        number = facts.top_interactions
        alone = Span("une" if number == 1 else digits(number, page), fact)
        return text("L’une d’elles, ", title, ", en a recueilli ", alone, ".")
    if page is AR:
        return text("وسُجل أكبر عدد من التفاعلات مع المادة المعنونة بـ", title, ": ", said, ".")
    return text("La publication ", title, " en a recueilli le plus grand nombre, soit ", said, ".")


def _account(row: AccountFacts, page: Language) -> Text:
    path = f"{PATH}.accounts.{row.code}"
    name = Span(vocabulary.printed(row.code, page), f"{path}.code")
    said = _counted(FOLLOWER, row.followers, f"{path}.followers", page, at_least=row.at_least)
    growth = _growth(row, path, page)
    write = arabic.full_date if page is AR else french.full_date
    day = Span(write(row.read_on), f"{path}.read_on")
    if page is AR:
        lead = text("وبلغ عدد متابعي الصفحة الرسمية على ", name, "، في ", day, "، ")
        return text(lead, said, growth, ".")
    return text(
        "Le compte officiel sur ", name, " réunissait, au\u00a0", day, ", ", said, growth, "."
    )


def _growth(row: AccountFacts, path: str, page: Language) -> Text:
    if not row.growth or row.since is None:
        return ()
    more = Span(digits(abs(row.growth), page), f"{path}.growth")
    if page is AR:
        since = Span(arabic.full_date(row.since), f"{path}.since")
        how = "بزيادة قدرها " if row.growth > 0 else "بانخفاض قدره "
        return text(f"، {how}", more, " منذ ", since)
    since = Span(french.full_date(row.since), f"{path}.since")
    how = "de plus" if row.growth > 0 else "de moins"
    return text(", soit ", more, f" {how} qu’au\u00a0", since)


def _drawn(facts: EngagementFacts, page: Language) -> Text:
    """Return the interactions of the period, subject of «سُجل»."""
    number = facts.interactions or 0
    if page is AR and not facts.at_least:
        return text(Span(count(INTERACTION, number, Case.NOMINATIVE, page), INTERACTIONS))
    return _counted(INTERACTION, number, INTERACTIONS, page, at_least=facts.at_least)


def _counted(noun: Noun, number: int, fact: str, page: Language, *, at_least: bool) -> Text:
    case = Case.GENITIVE if at_least else Case.ACCUSATIVE
    more = {AR: "أزيد من ", FR: "plus de "}[page] if at_least else ""
    return text(more, Span(count(noun, number, case, page), fact))
