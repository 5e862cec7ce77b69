"""The interface of a language for a partner's sheet."""

from collections.abc import Callable
from dataclasses import fields
from datetime import date
from typing import ClassVar, Protocol

from outreach_app.i18n import Language, isolate
from outreach_app.rules.kinds import CommitmentOwner, PointKind
from outreach_app.rules.names import Bilingual
from outreach_app.rules.phones import show_phone
from outreach_app.rules.statuses import CommitmentStatus, PointReaction
from outreach_app.summaries.hand_outs.labels import Labels, Raised
from outreach_app.summaries.hand_outs.others import is_done_here, several_by_others
from outreach_app.summaries.hand_outs.plan import (
    MetFacts,
    PartnerFacts,
    PromiseFacts,
    RemarkFacts,
    StateCounts,
)
from outreach_app.summaries.hand_outs.practices import kind_name, place_on
from outreach_app.summaries.hand_outs.states import (
    PASSED_ON,
    RENEWED,
    TOLD_TO_OTHER,
    is_all_that_follows,
    is_open_with_others,
    is_untold,
    open_on_treated,
    running,
    shown_state,
)
from outreach_app.summaries.prose.arabic import at_place
from outreach_app.summaries.prose.blocks import Said, Span, Text
from outreach_app.summaries.prose.composition import text, typeset
from outreach_app.summaries.prose.facts import OfficeFacts, Words
from outreach_app.summaries.prose.meeting_kinds import names_kind
from outreach_app.summaries.prose.numbers import ranked
from outreach_app.summaries.prose.quoting import inline, own_words, quotation, quoted_own
from outreach_app.summaries.session.writer import emergency_number

_RAISED: dict[str, Raised] = {
    PointKind.REQUEST: Raised.REQUESTED,
    PointKind.QUESTION: Raised.ASKED,
    PointKind.SUGGESTION: Raised.PROPOSED,
}


class HandOutWriter(Protocol):
    """The sentences and cells of a partner's sheet in one language; empty where nothing is said."""

    labels: ClassVar[Labels]

    def place_and_date(self, day: date) -> Text: ...

    def number(self) -> Text: ...

    def addressee(self) -> Text: ...

    def opening(self) -> Text: ...

    def earlier(self) -> Text: ...

    def received(self) -> Text: ...

    def topic(self, remark: RemarkFacts) -> Text: ...

    def done(self, remark: RemarkFacts) -> tuple[Said, ...]: ...

    def state(self, remark: RemarkFacts) -> Text: ...

    def made_at(self, met: MetFacts, path: str) -> Text: ...

    def again(self, met: MetFacts, path: str) -> Text: ...

    def promise(self, promise: PromiseFacts, path: str, state: str) -> tuple[Text, Text]: ...

    def kept(self, promise: PromiseFacts, path: str) -> tuple[Text, Text]: ...

    def next_meeting(self) -> Text: ...

    def contact(self) -> Text: ...


def ours(remark: RemarkFacts) -> list[PromiseFacts]:
    """Return the promises about a point that the partner did not make itself."""
    return [each for each in remark.commitments if each.owner != CommitmentOwner.PARTNER]


def theirs(remark: RemarkFacts) -> int:
    """Return how many promises about a point the partner made itself."""
    return len(remark.commitments) - len(ours(remark))


def _standing_theirs(remark: RemarkFacts) -> int:
    """Return how many of these were not made again since."""
    return theirs(remark) - sum(
        each.status == RENEWED and each.owner == CommitmentOwner.PARTNER
        for each in remark.commitments
    )


def kept_unquoted(remark: RemarkFacts, labels: Labels) -> str | None:
    """Return the state of a point whose row quotes no promise, where all about it were kept."""
    if shown_state(remark) != CommitmentStatus.DONE or ours(remark):
        return None
    own, two, several = labels.kept
    return {0: None, 1: own, 2: two}.get(_standing_theirs(remark), several)


def yours(remark: RemarkFacts, labels: Labels) -> str:
    """Return what leads to the state of a point that only promises of the partner came to."""
    told = [each for each in remark.commitments if running(each.status) == remark.state]
    if (
        remark.state in {CommitmentStatus.DONE, PASSED_ON}
        or not told
        or is_done_here(remark)
        or any(each.owner != CommitmentOwner.PARTNER for each in told)
    ):
        return ""
    are_some = len(told) < _standing_theirs(remark)
    return labels.yours[are_some][len(told) > 1]


def raised(remark: RemarkFacts) -> Raised:
    """Return how a partner's own point is said to have been raised."""
    return _RAISED.get(remark.kind, Raised.SAID)


def otherwise(remark: RemarkFacts, labels: Labels, page: Language) -> tuple[Said, ...]:
    """Return the text if nothing that was promised, passed on or replied is shown."""
    said = labels.unquoted.get(remark.state)
    if said and remark.state != PointReaction.RESOLVED:
        return (emergency_number(Span(said), page),)
    if not is_untold(remark) or not (remark.is_own or remark.is_common):
        return ()
    # The day on which an answer was given says more.
    return () if remark.given_on else (text(labels.settled),)


def replied_aloud(remark: RemarkFacts, labels: Labels) -> list[Text]:
    """Return that we answered, where neither the words of the answer nor its day are shown."""
    if remark.reply or remark.given_on:
        return []
    is_told = remark.is_own or remark.is_common
    state = PointReaction.ANSWERED if is_told else TOLD_TO_OTHER
    if remark.state != state and not remark.is_answered:
        return []
    said = labels.told if is_told else labels.told_to_other
    fact = "is_answered" if remark.is_answered else "state"
    return [text(Span(said, f"remarks.{remark.number}.{fact}"))]


def beside(remark: RemarkFacts, labels: Labels, page: Language) -> list[Text]:
    """Return the reaction that the state of a point does not tell; empty without one."""
    if remark.beside is None or is_all_that_follows(remark):
        return []
    said = Span(labels.unquoted[remark.beside], f"remarks.{remark.number}.beside")
    return [emergency_number(said, page)]


def no_more(remark: RemarkFacts, words: str) -> Text:
    """Return that an answer is all that follows, after the state of a point; else nothing."""
    fact = f"remarks.{remark.number}.beside"
    return text(Span(words, fact)) if is_all_that_follows(remark) else ()


def still_open(remark: RemarkFacts, one: str, several: str) -> Text:
    """Return that what other partners promised is not in what was done; nothing if it ended."""
    is_open = is_open_with_others(remark)
    if not is_open or shown_state(remark) != CommitmentStatus.DONE:
        return ()
    fact = f"remarks.{remark.number}.has_promise_of_other"
    return text(Span(several if remark.several_of_others else one, fact))


def still_promised(remark: RemarkFacts, labels: Labels) -> str:
    """Return that promises about a point that was treated are open; nothing if none is."""
    number = open_on_treated(remark)
    return labels.open_on_treated[min(number, 3) - 1] if number else ""


def by_other(remark: RemarkFacts, labels: Labels, page: Language) -> list[Text]:
    """Return that another partner promised something about a point, and how that ended."""
    if not remark.has_promise_of_other:
        return []
    if several := remark.several_of_others:
        path = f"remarks.{remark.number}.several_of_others"
        return [several_by_others(several, path, page)]
    if remark.end_of_others is None:
        return [text(labels.by_other)]
    ended = labels.ended_by_other[remark.end_of_others]
    fact = f"remarks.{remark.number}.end_of_others"
    return [text(labels.by_other, Span(ended, fact))]


def given(remark: RemarkFacts, labels: Labels, day: Callable[[date], str]) -> list[Text]:
    """Return on which day our reply was given, or what a service had answered by then."""
    if remark.given_on is None:
        return []
    answers = (row.answered_on for row in remark.referrals if row.answered_on)
    is_passed_back = not remark.reply and any(answer <= remark.given_on for answer in answers)
    before, after = labels.passed_back if is_passed_back else labels.given
    return [text(before, Span(day(remark.given_on), f"remarks.{remark.number}.given_on"), after)]


def pointer(remark: RemarkFacts, labels: Labels) -> list[Text]:
    """Return where the partner's own promises about a point are shown; empty without one."""
    made = theirs(remark)
    return [text(labels.no_own[min(made, 3) - 1])] if made else []


def groups(states: StateCounts) -> list[tuple[str, int]]:
    """Return the groups that hold a point, with how many."""
    counts = [(field.name, int(getattr(states, field.name))) for field in fields(states)]
    return [(name, number) for name, number in counts if number]


def is_another(states: StateCounts, name: str, place: int) -> bool:
    """Return whether the points of a group at a place are others than those told of before."""
    return (place > 0 and name == "answered") or (name == "kept_transmitted" and states.kept > 0)


def told_subject(met: MetFacts, page: Language) -> Text:
    """Quote the subject of the only meeting; one that repeats its kind says nothing more."""
    if names_kind(met.subject, met.kind, met.channel):
        return ()
    subject = quoted_own(met.subject, "met.subject", page)
    return text(subject) if subject else ()


def partner_name(partner: PartnerFacts, path: str, page: Language) -> Text:
    """Write the name of a body; of a practice named after a person, what it is and its place."""
    name = own_words(partner.name, f"{path}.name", page)
    if name is not None:
        return (name,)
    if partner.kind is None:
        return ()
    kind = Span(typeset(kind_name(partner, page), page), f"{path}.kind")
    place, rank = place_on(page, partner.place), ranked(partner.rank, f"{path}.rank", page)
    if place is None:
        return text(kind, rank)
    fact = f"{path}.place"
    if page is Language.FRENCH:
        return text(kind, ", ", Span(typeset(place, page), fact), rank)
    at = at_place(Bilingual(place, None), fact)
    return text(kind, " ", *(Span(each.text, each.fact and fact) for each in at), rank)


def by_hand(partner: PartnerFacts, name: Text) -> str:
    """Return dots to write on after a practice that neither name nor place tells from another."""
    is_known = partner.name.prefer(Language.ARABIC) or partner.is_only or len(name) > 1
    return "" if is_known else f" {'.' * 40}"


def led(lead: Text, words: Words, path: str, page: Language) -> tuple[Said, ...]:
    """Return text after its introduction; text in the other language is on a line of its own."""
    quote = quotation(words, path, page)
    if quote.language is not page:
        return (text(*lead[:-1], Span(lead[-1].text.rstrip())), quote)
    return (text(lead, inline(words, path, page)),)


def phone_of(office: OfficeFacts, page: Language) -> Span:
    """Return the telephone of an office, from left to right in either language."""
    shown = show_phone(office.phone or "").replace(" ", "\u00a0")
    return Span(isolate(shown) if page is Language.ARABIC else shown, "office.phone")
