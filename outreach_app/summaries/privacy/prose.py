"""From the plans of the notice and of a person's extract to their text in one language."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from outreach_app.i18n import Language, isolate
from outreach_app.rules.names import Bilingual
from outreach_app.rules.phones import show_phone
from outreach_app.summaries.hand_outs.writer import partner_name
from outreach_app.summaries.privacy.extract_words import categories, kept_until
from outreach_app.summaries.privacy.plan import ClaimFacts, ExtractPlan, NoticePlan
from outreach_app.summaries.privacy.terms import months_in_words, years_in_words
from outreach_app.summaries.privacy.words import Words
from outreach_app.summaries.prose import arabic, french
from outreach_app.summaries.prose.blocks import (
    Block,
    Cell,
    Design,
    FillIns,
    Heading,
    Note,
    Paragraph,
    Realised,
    Span,
    Table,
    Text,
    Title,
    plain,
)
from outreach_app.summaries.prose.circulation import Circulation
from outreach_app.summaries.prose.composition import joined, text, typeset
from outreach_app.summaries.prose.facts import OfficeFacts
from outreach_app.summaries.prose.french import sentence_case
from outreach_app.summaries.prose.heads import letterhead, of_chief, signed
from outreach_app.summaries.prose.listed_kinds import listed_kind
from outreach_app.summaries.prose.quoting import as_written, isolated, own_title, own_words
from outreach_app.summaries.prose.several_days import days_cell

AR, FR = Language.ARABIC, Language.FRENCH
_NO_CAPACITY = {AR: "غير مدونة", FR: "Non renseignée"}
# Articles and delays of the law 09-08, as its answers name them.
ACCESS_ARTICLE, RECTIFICATION_DAYS = 7, 10


def realise_notice(
    plan: NoticePlan, language: Language, issued_on: date, design: Design = Design.NOTICE
) -> Realised:
    """Write the notice that hangs where people are received."""
    words = Words("notice", language)
    unit = plain(sentence_case(_unit(plan.office, language)))
    years = years_in_words(plan.keep_years, language)
    mandate = months_in_words(plan.mandate_months, language)
    days = str(plan.sheet_days)
    purpose = purpose_in_words(plan.purpose, language)
    return Realised(
        language,
        words.one("kind"),
        Circulation.PUBLIC,
        (
            letterhead(plan.office, plan.number, issued_on, language),
            Title(words.one("title"), text(words.one("subtitle")), is_ruled=False),
            _pairs(
                words.several(
                    "questions",
                    unit=unit,
                    years=years,
                    mandate=mandate,
                    purpose=purpose,
                    days=days,
                    of_chief=of_chief(plan.office, language),
                )
            ),
            Paragraph(text(words.one("rights_title")), is_strong=True),
            _pairs(words.several("rights")),
            Paragraph(text(words.one("where")), is_strong=True),
            Note(" ".join((words.one("law"), *_reference(plan, words)))),
            signed(plan.office, language),
        ),
        design,
    )


def notice_title(plan: NoticePlan, language: Language) -> str:
    """Return the title of the file."""
    return f"{Words('notice', language).one('title')} · {plan.number}"


def realise_extract(plan: ExtractPlan, language: Language, issued_on: date) -> Realised:
    """Write all that is held about a person, for that person."""
    words = Words("extract", language)
    writer = _Extract(plan, language, words)
    sections = zip(words.several("sections"), writer.sections(), strict=True)
    body = [
        block
        for number, (heading, blocks) in enumerate(sections, start=1)
        for block in (Heading(number, heading), *blocks)
    ]
    return Realised(
        language,
        words.one("kind"),
        Circulation.RESTRICTED,
        (
            letterhead(plan.office, plan.number, issued_on, language),
            Title(words.one("title"), sentence_case(writer.name())),
            Paragraph(writer.opening()),
            *body,
            FillIns(words.several("handed")),
            signed(plan.office, language),
        ),
    )


def extract_title(plan: ExtractPlan, language: Language) -> str:
    """Return the title of the file: its number, no name."""
    return f"{Words('extract', language).one('title')} · {plan.number}"


@dataclass(frozen=True, slots=True)
class _Extract:
    plan: ExtractPlan
    language: Language
    words: Words

    def name(self) -> Text:
        """Return the name of the person, or that it is not kept."""
        name = own_words(self.plan.name, "name", self.language)
        return text(name or self.words.one("unnamed"))

    def opening(self) -> Text:
        """Return the sentence that names the law and the day, and one of the requests."""
        unit = plain(_unit(self.plan.office, self.language))
        day = self._full(self.plan.as_of, "as_of")
        said = self.words.dated("opening", day, article=str(ACCESS_ARTICLE), unit=unit)
        comma = ", " if self.language is FR else "، "
        claims = joined([self._claim(row) for row in self.plan.claims], comma)
        if not claims:
            return said
        asked = self.words.several("asked")[min(len(self.plan.claims), 3) - 1]
        return text(said, f" {asked} ", claims, ".", self._asked_before())

    def _asked_before(self) -> Text:
        """Return that the card was made after requests came, which would contradict its day."""
        recorded, days = self.plan.recorded_on, [row.received_on for row in self.plan.claims]
        if recorded is None or min(days) >= recorded:
            return ()
        key = f"before.{min(len(days), 3)}" if max(days) < recorded else "before_later"
        return text(" ", self.words.dated(key, self._full(recorded, "recorded_on")))

    def sections(self) -> Iterator[list[Block]]:
        """Yield the card, the meetings, why and whence, who sees it, how long, the rights."""
        words = self.words
        card = zip(words.several("card"), self._card(), strict=True)
        yield [Table("card", (), tuple((text(label), value) for label, value in card if value))]
        rows = tuple(self._presences())
        none = Paragraph(text(words.one("no_meeting")))
        yield [Table("presences", words.several("meetings"), rows) if rows else none]
        processing = zip(words.several("processing"), self._processing(), strict=True)
        yield [Table("card", (), tuple((text(label), value) for label, value in processing))]
        yield [Paragraph(self._seen_by())]
        yield [Paragraph(kept_until(self.plan, self.language))]
        yield [Paragraph(text(words.one("rights", days=str(RECTIFICATION_DAYS))))]

    def _card(self) -> Iterator[Text]:
        plan = self.plan
        yield self._in_both("name", plan.name)
        yield self._capacity_in_both()
        yield sentence_case(partner_name(plan.partner, "partner", self.language))
        yield self._mandate()
        phone = show_phone(plan.phone or "").replace(" ", "\u00a0")
        yield text(Span(isolate(phone), "phone")) if phone else ()
        yield text(Span(isolate(plan.email), "email")) if plan.email else ()
        yield self._others()
        known = plan.language in tuple(Language)
        yield text(Span(self.words.one(f"languages.{plan.language}"), "language")) if known else ()
        yield self._informed()
        recorded = plan.recorded_on
        yield text(self._full(recorded, "recorded_on")) if recorded else ()

    def _claim(self, row: ClaimFacts) -> Text:
        """Return « n° 02/2026 du 04/08/2026 (accès) »."""
        path = f"claims.{row.number}"
        number = isolate(row.reference) if self.language is AR else row.reference
        kind = Span(self.words.one(f"claims.{row.kind}"), f"{path}.kind")
        reference = Span(number, f"{path}.reference")
        short = (french if self.language is FR else arabic).short_date(row.received_on)
        day = Span(short, f"{path}.received_on")
        return self.words.dated("claim", day, reference=reference, kind=kind)

    def _in_both(self, fact: str, held: Bilingual) -> Text:
        """Return what is recorded in one language or in both, that of the page first."""
        own = own_words(held, fact, self.language)
        if own is None:
            return ()
        written = held.fr if self.language is AR else held.ar
        other = FR if self.language is AR else AR
        if not (held.ar and held.fr and written):
            return sentence_case((own,))
        said = Span(isolated(typeset(written, other), other, self.language), f"{fact}.{other}")
        return text(sentence_case((own,)), " / ", said)

    def _processing(self) -> Iterator[Text]:
        """Yield the purpose, the categories of data and their origin, as article 7 asks."""
        is_own = bool(_purpose(self.plan.purpose, self.language))
        fact = f"purpose.{self.language}" if is_own else None
        yield text(Span(purpose_in_words(self.plan.purpose, self.language), fact))
        yield categories(self.plan, self.language)
        origin = "from_file" if self.plan.is_imported else "from_them"
        yield text(Span(self.words.one(origin), "is_imported" if self.plan.is_imported else None))

    def _capacity(self) -> Text:
        return sentence_case(own_title(self.plan.capacity, "capacity", self.language))

    def _capacity_in_both(self) -> Text:
        """Return the capacity in both languages, or marked if it is in the other alone."""
        capacity = self.plan.capacity
        is_in_both = capacity.ar and capacity.fr
        return self._in_both("capacity", capacity) if is_in_both else self._capacity()

    def _mandate(self) -> Text:
        first, last = self.plan.mandate_from, self.plan.mandate_until
        words = self.words
        lead = "from" if last else "since"
        start = words.dated(lead, self._full(first, "mandate_from")) if first else ()
        end = words.dated("until", self._full(last, "mandate_until")) if last else ()
        return sentence_case(text(start, " " if start and end else "", end))

    def _others(self) -> Text:
        """Return the further telephones and addresses, as they were typed."""
        lines = [isolate(line.strip()) for line in (self.plan.others or "").splitlines()]
        comma = "، " if self.language is AR else ", "
        return text(Span(comma.join(filter(None, lines)), "others")) if lines else ()

    def _informed(self) -> Text:
        plan = self.plan
        if plan.informed_on is None:
            return text(self.words.one("not_informed"))
        day = self._full(plan.informed_on, "informed_on")
        if not plan.informed_how:
            return text(day)
        how = as_written(plan.informed_how, "informed_how", self.language)
        return text(day, "، " if self.language is AR else ", ", how)

    def _presences(self) -> Iterator[tuple[Cell, ...]]:
        for row in self.plan.presences:
            path = f"presences.{row.number}"
            number = isolate(row.meeting) if self.language is AR else row.meeting
            yield (
                text(Span(number, f"{path}.meeting")),
                days_cell(row.held_on, row.last_on, path, self.language),
                listed_kind(row, path, self.language),
                self._capacity() or text(_NO_CAPACITY[self.language]),
            )

    def _seen_by(self) -> Text:
        left, seen = self.plan.names_left_on, text(self.words.one("seen"), " ")
        if left is None:
            has_capacity = bool(self._capacity())
            return text(seen, self.words.one("not_left" if has_capacity else "no_capacity_left"))
        return text(seen, self.words.dated("left", self._full(left, "names_left_on")))

    def _full(self, day: date, fact: str) -> Span:
        return Span((arabic if self.language is AR else french).full_date(day), fact)


def purpose_in_words(purpose: Bilingual, language: Language) -> str:
    """Return what the data serve, in the office's own text or else in that of the program."""
    return _purpose(purpose, language) or Words("notice", language).one("purpose")


def _purpose(purpose: Bilingual, language: Language) -> str:
    """Return the office's own text as sentences, "" if it has none."""
    words = " ".join(((purpose.ar if language is AR else purpose.fr) or "").split())
    return f"{words.rstrip('.')}." if words else ""


def _reference(plan: NoticePlan, words: Words) -> tuple[str, ...]:
    """Return the number given by the CNDP; empty if none is noted."""
    number = plan.cndp_number
    return (words.one("reference", number=number),) if number else ()


def _pairs(words: Sequence[str]) -> Table:
    """Return questions beside their answers, of texts in which they take turns."""
    rows = zip(words[::2], words[1::2], strict=True)
    return Table("questions", (), tuple((text(first), text(second)) for first, second in rows))


def _unit(office: OfficeFacts, language: Language) -> Text:
    """Return «الدائرة الأمنية النخيل», « l’arrondissement de police Annakhil »."""
    if language is AR:
        return arabic.named_unit(office)
    return french.named_unit(office)
