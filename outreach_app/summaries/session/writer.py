"""The interface of a language for a session summary, and parts common to both."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import ClassVar, Protocol

from outreach_app.i18n import Language, isolate
from outreach_app.rules.folding import fold_words
from outreach_app.rules.kinds import Channel, MeetingKind, PointKind
from outreach_app.rules.statuses import PointReaction
from outreach_app.summaries.prose.blocks import Lines, Span, Text
from outreach_app.summaries.prose.composition import text, typeset
from outreach_app.summaries.prose.counts import Noun
from outreach_app.summaries.prose.meeting_kinds import MEETING_CHANNELS, Manner, manner, names_kind
from outreach_app.summaries.prose.numbers import digits
from outreach_app.summaries.prose.quoting import own_title
from outreach_app.summaries.prose.several_days import count_days
from outreach_app.summaries.session.genders import are_all_women, are_at_odds
from outreach_app.summaries.session.labels import SEATS, Labels, Seat
from outreach_app.summaries.session.plan import PointFacts, ReferralFacts, SessionPlan
from outreach_app.summaries.session.promises import CommitmentFacts, EarlierState

EMERGENCY_NUMBER = "19"
# A visit of a place, before its name, folded: «جولة ب», « tournée ».
_ROUND = re.compile(r"(?:جوله|زياره|visite|tournee)(?: ب| ل|(?: a| de| dans)?(?: la)?)? ?")
# The order of the states of commitments (`cst.*`).
STATES = ("done", "partly", "in_progress", "open", "overdue", "referred", "dropped", "blocked")


class SessionWriter(Protocol):
    """The sentences and cells of a session summary in one language, empty if not needed."""

    labels: ClassVar[Labels]

    def title(self) -> str: ...

    def letterhead(self) -> tuple[Text, Text]: ...

    def facts(self) -> Sequence[tuple[str, Text]]: ...

    def opening(self) -> Text: ...

    def earlier(self) -> tuple[Text, Sequence[Text]]: ...

    def recorded(self) -> Text: ...

    def topic(self, point: PointFacts) -> Lines: ...

    def outcome(self, point: PointFacts) -> Lines: ...

    def commitments_sentence(self) -> Text: ...

    def owed(self, commitment: CommitmentFacts, path: str) -> tuple[Text, Text]: ...

    def more(self, noun: Noun, number: int) -> Text: ...

    def follow_up(self) -> Text: ...

    def situation(self) -> tuple[Text, Sequence[tuple[Text, Text, Text]]]: ...

    def assessment_heading(self) -> Text: ...

    def signature_title(self) -> str: ...


def how(plan: SessionPlan) -> Manner:
    """Return who met whom."""
    return manner(plan.kind, plan.channel)


def kind_said(plan: SessionPlan) -> tuple[str, str, int]:
    """Return the kind, the channel, and how many days it took: what names the meeting."""
    return plan.kind, plan.channel, count_days(plan.held_on, plan.last_on)


def meets_persons(plan: SessionPlan) -> bool:
    """Return whether those who came are called persons, not participants."""
    return plan.kind == MeetingKind.LISTENING or how(plan) is not Manner.CHAIRED


def headcount(plan: SessionPlan, page: Language, uncounted: str) -> Text:
    """Return how many came, or that nobody counted them.

    Those whom an awareness action reached are counted instead.
    """
    if plan.headcount is None:
        reached = plan.reached
        counts = (reached.beneficiaries, reached.pupils) if reached else ()
        return text(uncounted) if all(count is None for count in counts) else ()
    return number_shown(plan.headcount, "headcount", page)


def attendance_rows(
    plan: SessionPlan, labels: tuple[str, str, str], came: Text, women: Text
) -> tuple[tuple[str, Text], ...]:
    """Return the numbers of people and of women, in one row if all were women or one came.

    `labels` are those of people, of people who are all women, and of women.
    """
    everybody, women_alone, of_them = labels
    if are_all_women(plan):
        return ((women_alone, came),)
    # Of one who came the sentence says it, unless it cannot.
    is_left_out = plan.headcount == 1 and not are_at_odds(plan)
    return ((everybody, came), *(() if is_left_out else ((of_them, women),)))


def bodies_row(plan: SessionPlan, labels: tuple[str, str], page: Language) -> tuple[str, Text]:
    """Return how many organisations were represented, or the number typed with its practices.

    `labels` are those of organisations alone, and of both.
    """
    alone, both = labels
    if plan.bodies_shown is not None:
        return both, number_shown(plan.bodies_shown, "bodies_shown", page)
    return alone, number_shown(plan.bodies, "bodies", page)


def reached_rows(
    plan: SessionPlan, labels: tuple[str, str, str, str, str], page: Language
) -> tuple[tuple[str, Text], ...]:
    """Return whom an awareness action reached: people, pupils among them or alone, schools, bodies.

    The second label is of pupils among others, the third of pupils alone.
    """
    reached = plan.reached
    if reached is None:
        return ()
    people, among, pupils, schools, bodies = labels
    # They are some of those who stand in the line above.
    are_among = (reached.beneficiaries or 0) > (reached.pupils or 0)
    counts = (
        (people, "beneficiaries"),
        (among if are_among else pupils, "pupils"),
        (schools, "establishments"),
        (bodies, "associations"),
    )
    return tuple(
        (label, number_shown(getattr(reached, name), f"reached.{name}", page))
        for label, name in counts
    )


def reference_shown(plan: SessionPlan, page: Language) -> Text:
    """Return the reference of the meeting in the office's own files, as typed."""
    if plan.reference is None:
        return ()
    said = typeset(plan.reference, page)
    return text(Span(isolate(said) if page is Language.ARABIC else said, "reference"))


def hours_shown(plan: SessionPlan, hours: Text, unnoted: str) -> Text:
    """Return the hours, or that nobody noted them; an exchange has none to keep."""
    return hours if hours or how(plan) is Manner.EXCHANGE else text(unnoted)


def place_shown(plan: SessionPlan, labels: Labels, page: Language) -> Text:
    """Return the place of those who met, as typed or as the channel implies it, or that none is.

    What was typed, in either language, may be another place than the channel implies.
    """
    typed, seat = own_title(plan.place, "place", page), implied_seat(plan)
    if plan.channel not in MEETING_CHANNELS:
        return typed if how(plan) is not Manner.EXCHANGE else ()
    is_own = bool(plan.place.ar if page is Language.ARABIC else plan.place.fr)
    if seat is not None and not is_own and is_place_implied(plan, page):
        return text(Span(labels.seats[seat], "channel"))
    return typed or text(labels.unnoted)


def is_place_implied(plan: SessionPlan, page: Language) -> bool:
    """Return whether the place is what the channel implies: none was typed, or the same."""
    seat, found = implied_seat(plan), plan.place.prefer(page)
    if seat is None or found is None:
        return seat is not None
    words, language = found
    return typeset(words, language).casefold() == SEATS[language][seat]


def implied_seat(plan: SessionPlan) -> Seat | None:
    """Return whose seat the channel implies; None for other channels."""
    if plan.channel == Channel.PARTNER_PLACE:
        partners = [kind for kind in plan.kinds_present if kind.count != 0]
        is_one = sum(kind.count or 1 for kind in partners) <= 1
        return Seat.PARTNER if is_one else Seat.ONE_PARTNER
    return Seat.OFFICE if plan.channel == Channel.OFFICE else None


def number_shown(number: int | None, fact: str, page: Language) -> Text:
    """Return a count for the facts under the title; empty if it is unknown."""
    return () if number is None else text(Span(digits(number, page), fact))


def is_of_pupils(plan: SessionPlan) -> bool:
    """Return whether those who came are mainly pupils, who are not called women."""
    return plan.kind == MeetingKind.SCHOOL


def is_subject_said(plan: SessionPlan, page: Language) -> bool:
    """Return whether the opening states the subject, which is in the title too.

    One that repeats the kind is left out, and a round of the place itself that a visit names.
    """
    is_round = how(plan) is Manner.FIELD and _only_names_place(plan, page)
    return not is_round and not names_kind(plan.subject, plan.kind, plan.channel)


def _only_names_place(plan: SessionPlan, page: Language) -> bool:
    """Return whether the subject, in the language it is told in, is a round of the place."""
    found = plan.subject.prefer(page)
    if found is None:
        return False
    subject, language = found
    place = fold_words((plan.place.ar if language is Language.ARABIC else plan.place.fr) or "")
    return bool(place) and bool(_ROUND.fullmatch(fold_words(subject).removesuffix(place)))


def loose_referrals(plan: SessionPlan) -> dict[str, dict[str, ReferralFacts]]:
    """Return the referrals without a point, by service, then by topic, without duplicates."""
    grouped: dict[str, dict[str, ReferralFacts]] = {}
    for referral in plan.referrals:
        if referral.point is None:
            grouped.setdefault(referral.to, {}).setdefault(referral.topic, referral)
    return grouped


def services(point: PointFacts) -> dict[str, str]:
    """Return the services a point was referred to, without duplicates, linked to their facts."""
    named: dict[str, str] = {}
    for position, code in enumerate(point.referrals, start=1):
        named.setdefault(code, f"points.{point.number}.referrals.{position}")
    return named


def is_unsent(plan: SessionPlan, point: PointFacts) -> bool:
    """Return whether its outcome is to say that nobody noted when a point was sent.

    The situation, where there is one, says so of each referral.
    """
    return bool(point.is_unsent) and not plan.situation


def reaction_to_say(point: PointFacts) -> str | None:
    """Return the reaction stated as a point's outcome, or None.

    Thanks need none; "answered" is redundant next to the reply, "passed on" next to a referral.
    """
    is_said = (point.reaction == PointReaction.ANSWERED and point.reply is not None) or (
        point.reaction == PointReaction.LOOKED_INTO and bool(point.referrals)
    )
    return None if is_said or point.kind == PointKind.THANKS else point.reaction


def kinds_of_points(plan: SessionPlan) -> list[tuple[str, int]]:
    """Return how many points there are of each kind, in table order."""
    return list(Counter(point.kind for point in plan.points).items())


def earlier_named(plan: SessionPlan) -> list[tuple[EarlierState, CommitmentFacts]]:
    """Return the named commitments of earlier meetings, each with its state, the oldest first."""
    before = plan.earlier
    if before is None:
        return []
    named = [(state, promise) for state in before.states for promise in state.promises]
    days = [made.made_on for made in before.made]
    return sorted(named, key=lambda row: days[row[1].made_at - 1] if row[1].made_at else days[0])


def promise_path(state: EarlierState, promise: CommitmentFacts) -> str:
    """Return the id of the facts of an earlier commitment."""
    return f"earlier.states.{state.code}.promises.{promise.number}"


def has_news(plan: SessionPlan, point: PointFacts) -> bool:
    """Return whether the situation after the meeting tells of a point."""
    return any(line.point == point.number for line in plan.situation)


def is_only_raised_again(plan: SessionPlan, point: PointFacts) -> bool:
    """Return whether all that came of a point is that it was raised again, as is known."""
    found = [line.again for line in plan.situation if line.point == point.number]
    return bool(found) and all(again and not again.is_likely for again in found)


def emergency_number(reaction: Span, page: Language) -> Text:
    """Return the reaction with the emergency number as a span that is not a fact of the meeting."""
    before, number, after = reaction.text.partition(EMERGENCY_NUMBER)
    if not number:
        return (reaction,)
    call = Span(digits(int(number), page), "fixed.emergency_number")
    return text(
        Span(before.removesuffix(" ") + "\u00a0", reaction.fact), call, Span(after, reaction.fact)
    )
