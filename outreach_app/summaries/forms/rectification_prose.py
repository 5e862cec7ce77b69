"""From the plan of a rectification sheet to its text in one language."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, time, timedelta

from outreach_app import vocabulary
from outreach_app.i18n import Language
from outreach_app.rules.kinds import VerificationResult, VerificationSource
from outreach_app.summaries.communication.rectification_plan import (
    PublishedFacts,
    RectificationPlan,
)
from outreach_app.summaries.forms.rectification_words import WORDINGS, Wording, fill
from outreach_app.summaries.hand_outs import arabic as arabic_hand_outs
from outreach_app.summaries.hand_outs import french as french_hand_outs
from outreach_app.summaries.prose import arabic, french
from outreach_app.summaries.prose.blocks import (
    Block,
    Design,
    Facts,
    Heading,
    Note,
    NotesLines,
    Paragraph,
    Quotation,
    Realised,
    Span,
    Statement,
    Text,
    Title,
)
from outreach_app.summaries.prose.circulation import Circulation
from outreach_app.summaries.prose.composition import joined, text, typeset
from outreach_app.summaries.prose.counts import Case, count
from outreach_app.summaries.prose.facts import Noting, Words
from outreach_app.summaries.prose.heads import letterhead, signed
from outreach_app.summaries.prose.nouns import DAY, HOUR
from outreach_app.summaries.prose.quoting import (
    ORIGINAL,
    as_written,
    inline,
    isolated,
    language_of,
    quoted_own,
)

AR = Language.ARABIC
# A longer delay is given in days.
_MAX_IN_HOURS = 24
# A later copy still states the fact, but is for the file: it asks nobody for anything.
_SPREAD_FOR = timedelta(days=30)


def realise_rectification(plan: RectificationPlan, language: Language, issued_on: date) -> Realised:
    """Write what is true before what circulated, in one language."""
    writer = _Writer(plan, language, WORDINGS[language], issued_on)
    wording = writer.wording
    hand_outs = arabic_hand_outs if language is AR else french_hand_outs
    true, circulated = (Heading(None, heading) for heading in wording.headings)
    handed_out = [*writer.requests(), Paragraph(hand_outs.contact(plan.office))]
    is_filed = writer.is_filed()
    return Realised(
        language,
        wording.kind if plan.published else wording.plain_kind,
        Circulation.INTERNAL if is_filed else Circulation.PARTNER,
        (
            letterhead(plan.office, plan.number, issued_on, language),
            Title(writer.title(), () if is_filed else writer.addressees(), is_ruled=False),
            *([true] if plan.published or plan.result != VerificationResult.UNVERIFIABLE else []),
            *writer.truth(),
            circulated,
            Paragraph(writer.circulated()),
            Note(writer.noted()),
            Facts(tuple(writer.facts())),
            *([] if is_filed else handed_out),
            signed(plan.office, language),
            *([] if is_filed else [NotesLines(hand_outs.LABELS.notes)]),
        ),
        Design.HAND_OUT,
    )


def rectification_title(plan: RectificationPlan, language: Language) -> str:
    """Return the title of the file and its later pages: « Mise au point · M-07/2026 »."""
    wording = WORDINGS[language]
    return f"{wording.title if plan.published else wording.plain_title} · {plan.number}"


@dataclass(frozen=True, slots=True)
class _Writer:
    plan: RectificationPlan
    language: Language
    wording: Wording
    issued_on: date

    def title(self) -> str:
        """Return the title of the sheet: a rectification, or the result if there is none."""
        return self.wording.title if self.plan.published else self.wording.plain_title

    def addressees(self) -> Text:
        """Return the partners of the unit."""
        return fill(self.wording.to, unit=self._unit(), of_unit=french.of(self._unit()))

    def is_filed(self) -> bool:
        """Return whether the copy comes too late to be handed out: it is for the file."""
        published = self.plan.published
        day = published.published_on if published else self.plan.found_on
        return day is not None and self._is_late(day)

    def truth(self) -> Iterator[Block]:
        """Yield the rectification as published, else what the verification established."""
        published, fact = self.plan.published, self.plan.fact
        source = self._source(published) if published else self._verified()
        words = Quotation(self._established(), self.language, "result")
        is_told = fact is not None
        if published and published.text.prefer(self.language):
            words = self._published_words(published)
            is_told = words.language is not self.language and self.plan.has_fact_in(self.language)
        yield Statement(words, source)
        if fact is not None and is_told:
            yield Paragraph(self._fact(fact))
        if published and (title := self._published_title(published)):
            yield Paragraph(fill(self.wording.titled, title=title))

    def _published_title(self, published: PublishedFacts) -> Text:
        """Return the title it was published under; empty where this sheet has the same."""
        found = published.title.prefer(self.language)
        if found is None or found[0] == self.title():
            return ()
        return quoted_own(published.title, "published.title", self.language)

    def _fact(self, fact: Words) -> Text:
        lead = self.wording.fact if self._is_established else self.wording.gathered
        return fill(lead, words=inline(fact, "fact", self.language))

    def circulated(self) -> Text:
        """Return the rumour in quotes; the line under it marks a translation."""
        words = replace(self.plan.words, noting=Noting.ONCE)
        return text(inline(words, "words", self.language), ".")

    def noted(self) -> str:
        """Return the line under the rumour, which marks a translation."""
        is_own = self.plan.words.language is self.language or not self.plan.words.translation
        return self.wording.no_names if is_own else self.wording.no_source

    def facts(self) -> list[tuple[str, Text]]:
        """Return who heard it, when, the result, and how soon it was rectified, as known."""
        plan, published = self.plan, self.plan.published
        values = (
            self._unit(),
            self._moment(plan.heard_on, plan.heard_at, "heard"),
            self._page_row(),
            text(self._code(plan.result, "result")),
            self._delay(published) if published else (),
        )
        by, on, *others = self.wording.labels
        labels = (by, self.wording.moment if plan.heard_at else on, *others)
        return [pair for pair in zip(labels, values, strict=True) if pair[1]]

    def asked(self) -> tuple[str, ...]:
        """Return what is asked of the partners: what was true asks them to check nothing."""
        wording = self.wording
        return (
            *([wording.spread] if self.plan.published else []),
            *([wording.check] if self.plan.result != VerificationResult.TRUE else []),
            wording.tell,
        )

    def requests(self) -> list[Block]:
        """Return what is asked of the partners: a sentence, or a list of more than one thing."""
        asked, lead = self.asked(), self.wording.asked
        if len(asked) == 1:
            return [Paragraph(text(f"{lead} {asked[0]}"))]
        heading = Heading(None, f"{lead}{self.wording.asked_of_several}")
        return [heading, *(Paragraph(text(f"–\u00a0{line}")) for line in asked)]

    def _published_words(self, published: PublishedFacts) -> Quotation:
        found = published.text.prefer(self.language)
        words, language = found or ("", self.language)
        note = None if language is self.language else ORIGINAL[self.language]
        fact = f"published.text.{language.value}"
        return Quotation(_ended(typeset(words, language)), language, fact, note)

    def _source(self, published: PublishedFacts) -> Text:
        day = Span(self.wording.day(published.published_on), "published.published_on")
        services = Span(self.wording.services[published.source], "published.source")
        said = fill(self.wording.source, services=text(services), day=text(day))
        at = self._at(published.published_at, "published.published_at")
        return text(said, at, self._found_with(), self._copied(published.published_on))

    def _verified(self) -> Text:
        """Return when and with whom the result was established, as it may have changed since."""
        found_on = self.plan.found_on
        if found_on is None:
            return ()
        done = self.wording.verified if self._is_established else self.wording.searched
        said = fill(done, day=text(Span(self.wording.day(found_on), "found_on")))
        return text(said, self._found_with(), self._copied(found_on))

    def _found_with(self) -> Text:
        """Return the source of what was established; empty if it is not recorded."""
        asked = self.plan.found_with
        if asked is None:
            return ()
        return fill(self.wording.found, service=text(self._code(asked, "found_with")))

    def _copied(self, day: date) -> Text:
        """State for a sheet that is printed later on which day that was."""
        if self.issued_on <= day:
            return ()
        printed = Span(self.wording.day(self.issued_on), "issued_on")
        said = self.wording.filed if self._is_late(day) else self.wording.copied
        return fill(said, day=text(printed))

    def _is_late(self, day: date) -> bool:
        return self.issued_on - day > _SPREAD_FOR

    @property
    def _is_established(self) -> bool:
        return self.plan.result != VerificationResult.UNVERIFIABLE

    @property
    def _is_page_told(self) -> bool:
        """Return whether the sentence on what was established names the page."""
        published = self.plan.published
        is_established = not (published and published.text.prefer(self.language))
        return is_established and "{page}" in self.wording.established.get(self.plan.result, "")

    def _established(self) -> str:
        plan, has_fact = self.plan, self.plan.fact is not None
        said = self.wording.established_of(plan.result, is_page=plan.is_page, has_fact=has_fact)
        return said.format(page=self._page() or self.wording.unnamed_page)

    def _page(self) -> str:
        """Return « La page « Annakhil », sur Facebook, »; "" if it has no name."""
        name, network = self.plan.page_name, self.plan.page_network
        if name is None:
            return ""
        page = self.wording.page.format(name=isolated(name, language_of(name), self.language))
        on = vocabulary.printed(network, self.language) if network else ""
        return page + (self.wording.network.format(network=on) if on else "")

    def _page_row(self) -> Text:
        """Return the name of a page, its network and its address, as far as they are untold."""
        network, address = self.plan.page_network, self.plan.page_address
        name = None if self._is_page_told else self.plan.page_name
        named = as_written(name, "page_name", self.language) if name else ()
        on = text(self._code(network, "page_network")) if network and name else ()
        at = as_written(address, "page_address", self.language) if address else ()
        comma = "، " if self.language is AR else ", "
        return joined([each for each in (named, on, at) if each], comma)

    def _unit(self) -> Text:
        if self.plan.heard_by == VerificationSource.HEADQUARTERS:
            return text(Span(self.wording.services[VerificationSource.HEADQUARTERS], "heard_by"))
        if self.language is AR:
            return arabic.named_unit(self.plan.office)
        return french.named_unit(self.plan.office)

    def _delay(self, published: PublishedFacts) -> Text:
        """Return « Moins de 17 heures », « 4 jours »; empty if it is unknown."""
        if published.was_out_before:
            return text(Span(self.wording.out_before, "published.was_out_before"))
        hours = published.hours
        if hours is None or hours > _MAX_IN_HOURS:
            return self._delay_in_days(published)
        is_whole = published.took_whole_hours
        case = Case.NOMINATIVE if is_whole else Case.GENITIVE
        counted = text(Span(count(HOUR, hours, case, self.language), "published.hours"))
        if is_whole:
            return counted
        return (
            text("أقل من ", counted) if self.language is AR else text("moins ", french.of(counted))
        )

    def _delay_in_days(self, published: PublishedFacts) -> Text:
        """Return « le jour même », « 4 jours », from one day to the other."""
        days = published.days
        told = count(DAY, days, Case.NOMINATIVE, self.language) if days else self.wording.same_day
        return text(Span(told, "published.days"))

    def _moment(self, day: date, at: time | None, fact: str) -> Text:
        on = Span(self.wording.short_day(day), f"{fact}_on")
        return text(on, " · ", Span(self.wording.hour(at), f"{fact}_at")) if at else text(on)

    def _at(self, at: time | None, fact: str) -> Text:
        if at is None:
            return ()
        return fill(self.wording.at, hour=text(Span(self.wording.hour(at), fact)))

    def _code(self, code: str, fact: str) -> Span:
        if self.language is AR:
            return arabic.label_span(code, fact)
        return Span(french.label(code), fact)


def _ended(words: str) -> str:
    """Return text that ends like a sentence: a publication is printed here without quotes."""
    return words if words.endswith((".", "!", "?", "؟", "…", "»")) else f"{words}."
