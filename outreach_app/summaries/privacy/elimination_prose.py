"""The elimination list and the certificate of destruction in one language."""

from collections.abc import Iterator
from datetime import date

from outreach_app import vocabulary
from outreach_app.i18n import Language, isolate
from outreach_app.rules.document_numbers import DocumentKind
from outreach_app.rules.exchanges import EXCHANGE_CHANNELS
from outreach_app.rules.retention import Kept
from outreach_app.summaries.privacy.elimination import (
    DestructionPlan,
    EliminationPlan,
    LineFacts,
    SeriesFacts,
)
from outreach_app.summaries.privacy.proof import holder_name
from outreach_app.summaries.privacy.words import Words
from outreach_app.summaries.prose import arabic, french
from outreach_app.summaries.prose.blocks import (
    Cell,
    FillIns,
    Heading,
    Note,
    Paragraph,
    Realised,
    Signatures,
    Span,
    Table,
    Text,
    Title,
    plain,
)
from outreach_app.summaries.prose.circulation import Circulation
from outreach_app.summaries.prose.composition import text, typeset
from outreach_app.summaries.prose.document_names import NAMES, summary_name
from outreach_app.summaries.prose.facts import OfficeFacts
from outreach_app.summaries.prose.french import sentence_case
from outreach_app.summaries.prose.heads import head_title, letterhead, signed
from outreach_app.summaries.prose.meeting_kinds import arabic_kind, french_kind, name_of_days
from outreach_app.summaries.prose.numbers import digits

_FR = Language.FRENCH
_NOTHING = "—"
_ROLES = ("deputy", "administrator")


def realise_elimination(plan: EliminationPlan, language: Language, issued_on: date) -> Realised:
    """Write the list: what is on it kind by kind, then line by line."""
    words = Words("elimination", language)
    lines = tuple(_line(row, language) for row in plan.lines)
    lists_documents = any(row.kind == Kept.ISSUE for row in plan.lines)
    return Realised(
        language,
        words.one("kind"),
        Circulation.INTERNAL,
        (
            letterhead(plan.office, plan.number, issued_on, language),
            Title(
                words.one("title"), words.dated("subtitle", _full(plan.as_of, "as_of", language))
            ),
            Paragraph(text(words.one("opening"))),
            Heading(1, words.one("series_title")),
            _series_table(plan.series, language),
            Heading(2, words.one("lines_title")),
            Table("eliminated", words.several("lines"), lines),
            *([Note(words.one("register"))] if lists_documents else []),
            Note(words.one("names")),
            FillIns((words.one("agreement"),)),
            signed(plan.office, language),
        ),
    )


def realise_destruction(plan: DestructionPlan, language: Language, issued_on: date) -> Realised:
    """Write the certificate: what went, when, by whose agreement and by whom, and where."""
    words = Words("destruction", language)
    number = Span(_led(plan.list_number, language), "list_number")
    people = zip(("first", "second"), (plan.account, plan.second), strict=True)
    who = tuple(_who(place, role, plan.office, words) for place, role in people)
    signers = (_role(role, plan.office, words) for role in (plan.account, plan.second))
    archive: tuple[Note | Paragraph, ...] = (Paragraph(text(words.one("no_archive"))),)
    if plan.archive:
        digest = Span(_led(plan.archive, language), "archive")
        archive = (Paragraph(text(words.one("archive"))), Paragraph(text(digest)))
    return Realised(
        language,
        words.one("kind"),
        Circulation.INTERNAL,
        (
            letterhead(plan.office, plan.number, issued_on, language),
            Title(words.one("title"), text(words.one("subtitle"), "\u00a0", number)),
            Paragraph(_destroyed(plan, language, words)),
            Heading(1, words.one("what_title")),
            _series_table(plan.series, language),
            Heading(2, words.one("who_title")),
            Table("holders", words.several("who"), who),
            Heading(3, words.one("archive_title")),
            *archive,
            Heading(4, words.one("where_title")),
            Table("holders", words.several("columns"), tuple(_holders(plan, language, words))),
            Paragraph(text(words.one("left"))),
            Signatures(tuple(plain(sentence_case((Span(signer),))) for signer in signers)),
        ),
    )


def elimination_title(plan: EliminationPlan, language: Language) -> str:
    """Return the title of the list's file."""
    return f"{Words('elimination', language).one('title')} · {plan.number}"


def destruction_title(plan: DestructionPlan, language: Language) -> str:
    """Return the title of the certificate's file."""
    return f"{Words('destruction', language).one('title')} · {plan.number}"


def term_in_words(months: int, language: Language) -> str:
    """Return a term on its own: «5 سنوات», « 18 mois »."""
    years, rest = divmod(months, 12)
    number = years if rest == 0 else months
    if language is _FR:
        unit = "mois" if rest else "an" if years == 1 else "ans"
        return f"{digits(number, language)}\u00a0{unit}"
    one, two, few, many = _ARABIC_MONTHS if rest else _ARABIC_YEARS
    if number in (1, 2):
        return one if number == 1 else two
    of_hundred = number % 100
    unit = few if 3 <= of_hundred <= 10 else many if of_hundred > 10 else one.partition(" ")[0]
    return f"{digits(number, language)}\u00a0{unit}"


_ARABIC_YEARS = ("سنة واحدة", "سنتان", "سنوات", "سنة")
_ARABIC_MONTHS = ("شهر واحد", "شهران", "أشهر", "شهرا")


def _destroyed(plan: DestructionPlan, language: Language, words: Words) -> Text:
    """Return when the list was destroyed here, and after which agreement."""
    day = _full(plan.destroyed_on, "destroyed_on", language)
    agreement = Span(_led(plan.agreement, language), "agreement")
    if plan.agreed_on is None:
        return words.dated("opening_undated", day, agreement=agreement)
    agreed = _full(plan.agreed_on, "agreed_on", language)
    return words.dated("opening", day, agreement=agreement, agreed=agreed)


def _series_table(series: tuple[SeriesFacts, ...], language: Language) -> Table:
    words = Words("elimination", language)
    rows = tuple(_series_row(row, language) for row in series)
    return Table("series", words.several("series"), rows)


def _series_row(row: SeriesFacts, language: Language) -> tuple[Cell, ...]:
    path = f"series.{row.number}"
    return (
        _kind(row.kind, f"{path}.kind", language),
        text(Span(term_in_words(row.months, language), f"{path}.months")),
        text(_short(row.first_on, f"{path}.first_on", language)),
        text(_short(row.last_on, f"{path}.last_on", language)),
        text(Span(digits(row.items, language), f"{path}.items")),
        text(Span(digits(row.records, language), f"{path}.records")),
    )


def _line(row: LineFacts, language: Language) -> tuple[Cell, ...]:
    path = f"lines.{row.number}"
    return (
        text(Span(digits(row.number, language), f"{path}.number")),
        _nature(row, path, language),
        _reference(row, path, language),
        _days(row, path, language),
        text(_short(row.due_on, f"{path}.due_on", language)),
        text(Span(digits(row.records, language), f"{path}.records")),
    )


def _days(row: LineFacts, path: str, language: Language) -> Text:
    """Return the day of a record; of the rows of a log of several days, the first and the last."""
    day = _short(row.day, f"{path}.day", language)
    if row.first_on in (None, row.day):
        return text(day)
    first = _short(row.first_on, f"{path}.first_on", language)
    return Words("elimination", language).dated("days", day, first=first)


def _nature(row: LineFacts, path: str, language: Language) -> Text:
    kind = _kind(f"one.{row.kind}", f"{path}.kind", language)
    if row.code is None:
        return kind
    label = _label(row, row.code, language)
    between = ": " if language is not _FR else "\u00a0: "
    return text(kind, between, Span(label, f"{path}.code"))


def _label(row: LineFacts, code: str, language: Language) -> str:
    """Return the words of a catalogue code, of a kind of document, of what was held."""
    if code in set(DocumentKind):
        return _small(NAMES[DocumentKind(code)][language is _FR])
    held = ("", code) if code in EXCHANGE_CHANNELS else (code, "")
    if row.kind == Kept.ISSUE:
        return _small(summary_name(*held, language, row.days))
    if row.kind == Kept.MEETING and language is not _FR:
        return arabic_kind(*held, row.days).name
    if row.kind == Kept.MEETING:
        return french_kind(*held, row.days).object.partition(" ")[2]
    if several := name_of_days(code, row.days, language):
        return several
    return typeset(vocabulary.printed(code, language), language)


def _small(words: str) -> str:
    return words[:1].lower() + words[1:]


def _reference(row: LineFacts, path: str, language: Language) -> Text:
    """Return « 05/2025 », « 05/2025, version 2 »."""
    if not row.reference:
        return text(_NOTHING)
    number = text(Span(_led(row.reference, language), f"{path}.reference"))
    if row.edition == 1:
        return number
    version = Words("elimination", language).one("version")
    edition = Span(digits(row.edition, language), f"{path}.edition")
    return text(number, "، " if language is not _FR else ", ", version, "\u00a0", edition)


def _kind(kind: str, path: str, language: Language) -> Text:
    return sentence_case((Span(Words("retention", language).one(kind), path),))


def _who(place: str, role: str, office: OfficeFacts, words: Words) -> tuple[Cell, ...]:
    fact = "account" if place == "first" else "second"
    return text(words.one(place)), sentence_case((Span(_role(role, office, words), fact),))


def _role(role: str, office: OfficeFacts, words: Words) -> str:
    """Return a role by the chief's own title: «رئيسة الدائرة الأمنية»."""
    is_french = words.language is _FR
    if role == "chief":
        return head_title(office, words.language)
    of_chief = plain(french.chief(office, "de")) if is_french else arabic.chief(office).text
    return words.one(f"roles.{role if role in _ROLES else 'other'}", chief=of_chief)


def _holders(plan: DestructionPlan, language: Language, words: Words) -> Iterator[tuple[Cell, ...]]:
    here = words.dated("erased", _full(plan.destroyed_on, "destroyed_on", language))
    yield text(words.one("here")), here
    for holder in plan.holders:
        state: Text = text(words.one("waiting"))
        if holder.confirmed_on:
            path = f"holders.{holder.number}.confirmed_on"
            state = words.dated("confirmed", _full(holder.confirmed_on, path, language))
        yield holder_name(holder, words), state


def _led(words: str, language: Language) -> str:
    return words if language is _FR else isolate(words)


def _full(day: date, fact: str, language: Language) -> Span:
    return Span((french if language is _FR else arabic).full_date(day), fact)


def _short(day: date, fact: str, language: Language) -> Span:
    return Span((french if language is _FR else arabic).short_date(day), fact)
