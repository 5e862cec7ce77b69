"""From the plan of a rectification sheet to its text in one language."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time

from outreach_app.i18n import Language
from outreach_app.rules.kinds import VerificationResult, VerificationSource
from outreach_app.summaries.forms.rectification_plan import PublishedFacts, RectificationPlan
from outreach_app.summaries.forms.rectification_words import WORDINGS, Wording
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
from outreach_app.summaries.prose.composition import text, typeset
from outreach_app.summaries.prose.counts import Case, count
from outreach_app.summaries.prose.french import sentence_case
from outreach_app.summaries.prose.heads import letterhead
from outreach_app.summaries.prose.nouns import HOUR
from outreach_app.summaries.prose.quoting import ORIGINAL, inline, isolated, language_of

AR = Language.ARABIC
# What is no source on paper: the name of the body, where it matters, is in the words.
_UNNAMED = {VerificationSource.COMPETENT, VerificationSource.BODY}
# After a longer delay the day is told, not the delay.
_MOST_IN_HOURS = 24
_SLOT = re.compile(r"\{(\w+)\}")


def realise_rectification(plan: RectificationPlan, language: Language, issued_on: date) -> Realised:
    """Write what is true before what circulated, in one language."""
    writer = _Writer(plan, language, WORDINGS[language], issued_on)
    wording = writer.wording
    hand_outs = arabic_hand_outs if language is AR else french_hand_outs
    true, circulated, asked = (Heading(None, heading) for heading in wording.headings)
    return Realised(
        language,
        wording.kind,
        Circulation.PARTNER,
        (
            letterhead(plan.office, plan.number, issued_on, language),
            Title(writer.title(), writer.addressees(), is_ruled=False),
            true,
            *writer.truth(),
            circulated,
            Paragraph(writer.circulated()),
            Note(wording.no_names),
            Facts(tuple(writer.facts())),
            Paragraph(writer.heard()),
            asked,
            *(Paragraph(text(f"–\u00a0{line}")) for line in writer.asked()),
            Paragraph(hand_outs.contact(plan.office)),
            NotesLines(hand_outs.LABELS.notes),
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
        """Return what the sheet is: a rectification, or the result where there is none."""
        return self.wording.title if self.plan.published else self.wording.plain_title

    def addressees(self) -> Text:
        """Return the partners of the unit."""
        return _filled(self.wording.to, unit=self._unit(), of_unit=french.of(self._unit()))

    def truth(self) -> Iterator[Block]:
        """Yield the rectification as published, else what the verification established."""
        published = self.plan.published
        if published is not None:
            yield Statement(self._published_words(published), self._source(published))
            return
        yield Statement(Quotation(self._established(), self.language, "result"), self._found())
        if self.plan.fact is not None:
            said = inline(self.plan.fact, "fact", self.language)
            yield Paragraph(_filled(self.wording.fact, words=said))

    def circulated(self) -> Text:
        """Return the rumour in quotes."""
        return text(inline(self.plan.words, "words", self.language), ".")

    def facts(self) -> list[tuple[str, Text]]:
        """Return when it was heard, the result, when it was rectified, a short delay, as known."""
        plan, published = self.plan, self.plan.published
        values = (
            self._moment(plan.heard_on, plan.heard_at, "heard"),
            sentence_case((self._code(plan.result, "result"),)),
            self._published_moment(published) if published else (),
            sentence_case(self._hours(published, Case.NOMINATIVE)) if published else (),
        )
        return [pair for pair in zip(self.wording.labels, values, strict=True) if pair[1]]

    def heard(self) -> Text:
        """Say where and when the rumour was heard, and how soon it was rectified."""
        plan, wording = self.plan, self.wording
        published = plan.published
        at = self._at(plan.heard_at, "heard_at")
        day = Span(self.wording.day(plan.heard_on), "heard_on")
        pattern = wording.plain_heard if published is None else wording.heard
        heard = text(_filled(pattern, unit=self._unit(), day=text(day)), at)
        if published is None:
            return text(heard, ".")
        if published.was_out_before:
            pattern = wording.published_before
        else:
            is_soon = published.hours and published.hours <= _MOST_IN_HOURS
            pattern = wording.published_after if is_soon else wording.published_on
        on = text(Span(self.wording.day(published.published_on), "published.published_on"))
        return text(heard, _filled(pattern, day=on, hours=self._hours(published, Case.GENITIVE)))

    def asked(self) -> tuple[str, ...]:
        """Return what is asked of the partners; only what is not true is to be spread about."""
        has_more = self.plan.published or self.plan.result == VerificationResult.IMPERSONATION
        return (*([self.wording.spread] if has_more else []), *self.wording.asked)

    def _published_words(self, published: PublishedFacts) -> Quotation:
        found = published.text.prefer(self.language)
        words, language = found or ("", self.language)
        note = None if language is self.language else ORIGINAL[self.language]
        fact = f"published.text.{language.value}"
        return Quotation(_ended(typeset(words, language)), language, fact, note)

    def _source(self, published: PublishedFacts) -> Text:
        day = Span(self.wording.day(published.published_on), "published.published_on")
        services = Span(self.wording.services[published.source], "published.source")
        said = _filled(self.wording.source, services=text(services), day=text(day))
        at = self._at(published.published_at, "published.published_at")
        return text(said, at, self._copied(published.published_on))

    def _found(self) -> Text:
        """Say when and with whom the result was established: what it says may be over since."""
        found_on, asked = self.plan.found_on, self.plan.found_with
        if found_on is None:
            return ()
        if asked is None or asked in _UNNAMED:
            said = _filled(self.wording.verified, day=self._found_day())
        else:
            service = text(" (", self._code(asked, "found_with"), ")")
            said = text(_filled(self.wording.found, day=self._found_day()), service)
        return text(said, self._copied(found_on))

    def _found_day(self) -> Text:
        day = self.plan.found_on
        return text(Span(self.wording.day(day), "found_on")) if day else ()

    def _copied(self, day: date) -> Text:
        """Say of a sheet that is printed later on which day that was."""
        if self.issued_on <= day:
            return ()
        printed = Span(self.wording.day(self.issued_on), "issued_on")
        return _filled(self.wording.copied, day=text(printed))

    def _established(self) -> str:
        page = self.plan.page_name
        pattern = self.wording.established[self.plan.result]
        if "{page}" not in pattern:
            return pattern
        if page is None:
            return self.wording.unnamed_page
        named = isolated(page, language_of(page), self.language)
        return pattern.format(page=named)

    def _unit(self) -> Text:
        if self.plan.heard_by == VerificationSource.HEADQUARTERS:
            return text(Span(self.wording.services[VerificationSource.HEADQUARTERS], "heard_by"))
        if self.language is AR:
            return text("الدائرة الأمنية", arabic.named(self.plan.office))
        return french.named_unit(self.plan.office)

    def _hours(self, published: PublishedFacts, case: Case) -> Text:
        if published.hours is None or published.hours > _MOST_IN_HOURS:
            return ()
        fact, number = "published.hours", published.hours
        if published.took_whole_hours:
            return text(Span(count(HOUR, number, case, self.language), fact))
        hours = text(Span(count(HOUR, number, Case.GENITIVE, self.language), fact))
        return text("أقل من ", hours) if self.language is AR else text("moins ", french.of(hours))

    def _published_moment(self, published: PublishedFacts) -> Text:
        return self._moment(published.published_on, published.published_at, "published.published")

    def _moment(self, day: date, at: time | None, fact: str) -> Text:
        on = Span(self.wording.short_day(day), f"{fact}_on")
        return text(on, " · ", Span(self.wording.hour(at), f"{fact}_at")) if at else text(on)

    def _at(self, at: time | None, fact: str) -> Text:
        if at is None:
            return ()
        return _filled(self.wording.at, hour=text(Span(self.wording.hour(at), fact)))

    def _code(self, code: str, fact: str) -> Span:
        if self.language is AR:
            return arabic.label_span(code, fact)
        return Span(french.label(code), fact)


def _ended(words: str) -> str:
    """Return words that end as a sentence: what was published stands here without quotes."""
    return words if words.endswith((".", "!", "?", "؟", "…", "»")) else f"{words}."


def _filled(pattern: str, **facts: Text) -> Text:
    """Return a pattern with texts in its slots."""
    parts = _SLOT.split(pattern)
    return text(*(facts[part] if place % 2 else part for place, part in enumerate(parts)))
