"""The proof of an erasure, for the person: what went here and when, and who confirmed it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from outreach_app.errors import NotFound
from outreach_app.i18n import Language, isolate
from outreach_app.i18n import gettext as _
from outreach_app.models import Claim, Person
from outreach_app.queries.claims import claim_number
from outreach_app.queries.erasures import HolderRow, find_day_cleared, get_day_here, list_holders
from outreach_app.queries.extracts import list_presences
from outreach_app.queries.mentions import list_open_mentions
from outreach_app.queries.records import get_own_office
from outreach_app.summaries.privacy.words import Words
from outreach_app.summaries.prose import arabic, french
from outreach_app.summaries.prose.blocks import (
    Cell,
    Heading,
    Note,
    Paragraph,
    Realised,
    Span,
    Table,
    Text,
    Title,
)
from outreach_app.summaries.prose.circulation import Circulation
from outreach_app.summaries.prose.composition import text
from outreach_app.summaries.prose.facts import OfficeFacts
from outreach_app.summaries.prose.heads import letterhead, signed
from outreach_app.summaries.prose.numbers import digits
from outreach_app.summaries.prose.store_words import office_facts

_FR = Language.FRENCH


@dataclass(frozen=True, slots=True)
class HolderFacts:
    """A holder that the erasure had to reach; `confirmed_on` is None until it confirmed.

    `computer` numbers the other computers of the office; None of the only one, and of headquarters.
    """

    number: int
    is_headquarters: bool
    confirmed_on: date | None
    computer: int | None = None


def holders_told(rows: Iterable[HolderRow]) -> tuple[HolderFacts, ...]:
    """Return the holders as the proof and the certificate of a destruction tell them."""
    return tuple(
        HolderFacts(number, row.is_headquarters, row.confirmed_on, row.computer)
        for number, row in enumerate(rows, start=1)
    )


def holder_name(holder: HolderFacts, words: Words) -> Text:
    """Return whose register it is: headquarters', the other computer's, or computer number n's."""
    if holder.computer is not None:
        number = Span(digits(holder.computer, words.language), f"holders.{holder.number}.computer")
        return words.filled("one_other", number=number)
    return text(words.one(_holder_key(is_headquarters=holder.is_headquarters)))


@dataclass(frozen=True, slots=True)
class ProofPlan:
    """The contents of the proof: a claim by its number and kind, without the erased name.

    `erased_on` is the day on which the name was erased from this register, `cleared_on` the later
    one on which the last text that still had it was cleared; `late_texts` counts those that wait.
    `kept` is what the card of a person still holds: `proof.kept.*`; empty for an organisation's.
    `was_met` is False of a person who is recorded as present at no meeting.
    """

    office: OfficeFacts
    number: str
    claim: str
    kind: str
    received_on: date
    erased_on: date
    holders: tuple[HolderFacts, ...]
    kept: tuple[str, ...] = ()
    cleared_on: date | None = None
    late_texts: int = 0
    was_met: bool = True

    @property
    def is_complete(self) -> bool:
        """Return whether every holder confirmed and no text waits."""
        return not self.late_texts and all(holder.confirmed_on for holder in self.holders)


def plan_proof(session: Session, claim: Claim) -> ProofPlan:
    """Collect what is known of the erasure that a claim asked for. Raises NotFound."""
    if claim.erased_on is None:
        raise NotFound(_("Nothing was erased for this request."))
    return ProofPlan(
        office=office_facts(get_own_office(session)),
        number="",
        claim=claim_number(claim),
        kind=claim.kind,
        received_on=claim.received_on,
        erased_on=get_day_here(session, claim) or claim.erased_on,
        holders=holders_told(list_holders(session, claim.uid)),
        kept=_kept(claim.person) if claim.person else (),
        cleared_on=find_day_cleared(session, claim),
        late_texts=len(list_open_mentions(session, claim)),
        was_met=claim.person is None or bool(list_presences(session, claim.person)),
    )


def _kept(person: Person) -> tuple[str, ...]:
    """Return what the card of a person holds besides the name and the contacts."""
    held = {
        "capacity": person.capacity_ar or person.capacity_fr,
        "body": person.partner,
        "mandate": person.mandate_from or person.mandate_until,
        "language": person.language,
        "informed": person.informed_on,
    }
    return tuple(name for name, value in held.items() if value is not None)


def realise_proof(plan: ProofPlan, language: Language, issued_on: date) -> Realised:
    """Write the proof that the person is given; what is not confirmed yet is said to be pending."""
    words = Words("proof", language)
    received = _day(plan.received_on, "received_on", language)
    claim = Span(isolate(plan.claim) if language is not _FR else plan.claim, "claim")
    asked = Span(words.one(f"claims.{plan.kind}"), "kind")
    rows = tuple(_rows(plan, language, words))
    return Realised(
        language,
        words.one("kind"),
        Circulation.RESTRICTED,
        (
            letterhead(plan.office, plan.number, issued_on, language),
            Title(words.one("title"), text(words.one("subtitle"), "\u00a0", claim)),
            Paragraph(words.dated("opening", received, claim=asked)),
            Heading(1, words.one("what_title")),
            Paragraph(text(words.one("what"))),
            Heading(2, words.one("where_title")),
            Table("holders", words.several("columns"), rows),
            *_progress(plan, words),
            Heading(3, words.one("left_title")),
            Paragraph(text(_left(plan, words))),
            Note(words.one("law")),
            signed(plan.office, language),
        ),
    )


def proof_title(plan: ProofPlan, language: Language) -> str:
    """Return the title of the file."""
    return f"{Words('proof', language).one('title')} · {plan.number}"


def _left(plan: ProofPlan, words: Words) -> str:
    """Return what remains: of the card, of meetings the person was at, and in backups."""
    met = words.one("met") if plan.was_met else ""
    return words.one("left", kept=_listed(plan, words), met=met, apart=_apart(plan, words))


def _listed(plan: ProofPlan, words: Words) -> str:
    """Return what the card still holds, in brackets; empty where that is not known."""
    comma = ", " if words.language is _FR else "، "
    kept = comma.join(words.one(f"kept.{name}") for name in plan.kept)
    return f" ({kept})" if kept else ""


def _apart(plan: ProofPlan, words: Words) -> str:
    """Return what is not yet known to be without the name; empty if nothing is."""
    if plan.late_texts:
        return words.one("apart.late")
    is_awaited = any(not holder.is_headquarters for holder in _awaited(plan))
    return words.one("apart.other") if is_awaited else ""


def _progress(plan: ProofPlan, words: Words) -> Iterator[Paragraph]:
    """Yield whether all registers confirmed; of the office's own alone the table says it."""
    if plan.late_texts:
        yield Paragraph(text(words.several("late")[min(plan.late_texts, 3) - 1]))
    if awaited := [words.one(f"pending.{key}") for key in _pending(plan)]:
        yield Paragraph(text(" ".join((*awaited, words.one("pending.then")))))
    elif plan.holders and plan.is_complete:
        yield Paragraph(text(words.several("complete")[min(len(plan.holders), 2) - 1]))


def _pending(plan: ProofPlan) -> Iterator[str]:
    """Yield the words for whose confirmation is pending; the table tells which of several."""
    awaited = [holder for holder in _awaited(plan) if not holder.is_headquarters]
    if awaited:
        yield "other" if awaited[0].computer is None else f"others.{min(len(awaited), 3)}"
    if len(awaited) < len(_awaited(plan)):
        yield "headquarters"


def _awaited(plan: ProofPlan) -> list[HolderFacts]:
    """Return the holders that have not confirmed."""
    return [holder for holder in plan.holders if not holder.confirmed_on]


def _holder_key(*, is_headquarters: bool) -> str:
    return "headquarters" if is_headquarters else "other"


def _rows(plan: ProofPlan, language: Language, words: Words) -> Iterator[tuple[Cell, ...]]:
    erased, state = _day(plan.erased_on, "erased_on", language), "erased"
    later: dict[str, Span] = {}
    if plan.cleared_on:
        state, later = "cleared", {"later": _day(plan.cleared_on, "cleared_on", language)}
    yield text(words.one("here")), words.dated(state, erased, **later)
    for holder in plan.holders:
        said: Text = text(words.one("waiting"))
        if holder.confirmed_on:
            path = f"holders.{holder.number}.confirmed_on"
            said = words.dated("confirmed", _day(holder.confirmed_on, path, language))
        yield holder_name(holder, words), said


def _day(day: date, fact: str, language: Language) -> Span:
    return Span((french if language is _FR else arabic).full_date(day), fact)
