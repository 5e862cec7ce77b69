"""The opening of a partner's sheet in French: what it took part in, what was raised, what of it."""

from collections.abc import Sequence

from outreach_app.i18n import Language
from outreach_app.rules.kinds import Channel
from outreach_app.rules.periods import Period
from outreach_app.summaries.hand_outs.french_names import by_services
from outreach_app.summaries.hand_outs.french_promised import PROMISED, own_promises, promised
from outreach_app.summaries.hand_outs.in_short import in_short
from outreach_app.summaries.hand_outs.plan import HandOutPlan, MetFacts, RemarkFacts
from outreach_app.summaries.hand_outs.services import count_services
from outreach_app.summaries.hand_outs.states import counted_group
from outreach_app.summaries.hand_outs.writer import groups, is_another, told_subject
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.composition import joined, listed, text
from outreach_app.summaries.prose.counts import Case, Noun
from outreach_app.summaries.prose.french import day_and_month, elides, full_date, sentence_case
from outreach_app.summaries.prose.french_periods import name_of
from outreach_app.summaries.prose.french_places import listed_place
from outreach_app.summaries.prose.held_nouns import count_held, held_noun, spelled_held
from outreach_app.summaries.prose.letters import in_letters, spelled
from outreach_app.summaries.prose.meeting_kinds import Manner, french_kind, manner
from outreach_app.summaries.prose.nouns import EXCHANGE, OPEN_DAY, POINT
from outreach_app.summaries.prose.periods import french_first
from outreach_app.summaries.prose.quoting import quoted_own
from outreach_app.summaries.session.plan import NextMeetingFacts

PAGE = Language.FRENCH
CASE = Case.NOMINATIVE  # French has one form for all
# Where a meeting is by its channel; nobody goes to the place noted for one at a distance.
_CHANNELS: dict[str, str] = {
    Channel.OFFICE: "au siège de l’arrondissement de police",
    Channel.VIDEO: "à distance",
}
# At the seat of one of the partners, which one is not noted, or of the one the sheet is for.
_SEATS = ("au siège de l’un des partenaires, qui sera précisé", "dans vos locaux")
# Each of two points.
_TWO = ("l’un", "l’autre")
# What is said of one point and of several in a group.
_CLAUSES = {
    "treated": ("est traité", "sont traités"),
    "replied_twice": (
        "a reçu notre réponse et {that} {services}",
        "ont reçu notre réponse et {that} {services}",
    ),
    "replied": ("a reçu une réponse de notre part", "ont reçu une réponse de notre part"),
    "closed": ("est clos", "sont clos"),
    "running": ("est en cours de traitement", "sont en cours de traitement"),
    "studied": ("est à l’étude", "sont à l’étude"),
    "transmitted": ("a été transmis au service compétent", "ont été transmis au service compétent"),
    "answered": (
        "a reçu une réponse {services}",
        "ont reçu une réponse {services}",
    ),
    "oriented": (
        "a donné lieu à l’orientation des personnes concernées",
        "ont donné lieu à l’orientation des personnes concernées",
    ),
    "out_of_scope": ("est hors de notre compétence", "sont hors de notre compétence"),
    "no_followup": ("est resté sans suite", "sont restés sans suite"),
    "noted": (
        "a été inscrit au suivi des informations à vérifier",
        "ont été inscrits au suivi des informations à vérifier",
    ),
    "again": (
        "a été repris lors d’une rencontre ultérieure",
        "ont été repris lors de rencontres ultérieures",
    ),
    "waiting": (
        "attend encore une suite de notre part",
        "attendent encore une suite de notre part",
    ),
}


def opening(plan: HandOutPlan) -> Text:
    """State thanks, the number of points raised at which sessions, and their outcomes."""
    number = plan.points
    points = Span(spelled(POINT, number, CASE, PAGE), "points")
    verb = {0: " n’a été soulevé", 1: " a été soulevé"}.get(number, " ont été soulevés")
    came_to = _came_to(plan) if number else ()
    thanks = "Merci de votre participation au dialogue. "
    took_part = _at_one(plan.met) if plan.met else _at_several(plan)
    # Thanks that something was promised about are counted.
    without = ", hors remerciements n’appelant pas de suite"
    apart = Span(without, "has_thanks") if plan.has_thanks else ""
    return text(thanks, took_part, points, verb, apart, came_to, ".")


def earlier(plan: HandOutPlan) -> Text:
    """Return « Suivi de trois points soulevés dans nos rencontres et échanges avant le… : ».

    What they waited for, and until when, each row tells by its own days.
    """
    number = plan.earlier or 0
    points = Span(spelled(POINT, number, CASE, PAGE), "earlier")
    of, s = ("d’", "") if number == 1 else ("de ", "s")
    first = Span(full_date(plan.first), "first")
    # Remarks that were received apart from any meeting are not among them.
    where = f" soulevé{s} dans nos rencontres et échanges avant le\u00a0"
    return text(f"Suivi {of}", points, where, first, "\u00a0:")


def _at_one(met: MetFacts) -> Text:
    """Return « Le 10 août 2026, vous avez pris part à une visite de terrain, au cours de … »."""
    kind = french_kind(met.kind, met.channel, 2 if met.last_on else 1)
    how = manner(met.kind, met.channel)
    subject = told_subject(met, PAGE)
    if how is Manner.RECEIVED:
        about = text(" sur le thème ", subject) if subject else ()
        received = text(
            met_days(met, "met", "Le ", "Du "), ", une audience vous a été accordée", about
        )
        return text(received, "\u00a0; au cours de cette audience, ")
    lead = " ayant pour objet " if how is Manner.EXCHANGE else f" {kind.topic} "
    return text(
        met_days(met, "met", "Le ", "Du "),
        ", ",
        "nous avons eu avec vous " if how is Manner.EXCHANGE else "vous avez pris part à ",
        Span(kind.object, "met.kind"),
        text(lead, subject) if subject else "",
        f", au cours {'de laquelle' if kind.feminine else 'duquel'} ",
    )


def met_days(met: MetFacts, path: str, of_one: str, of_several: str = "du ") -> Text:
    """Return « Le 8 septembre 2026 », or of several days « Du 8 au 9 septembre 2026 »."""
    if met.last_on is None:
        return text(of_one, Span(full_date(met.held_on), f"{path}.held_on"))
    first = Span(french_first(Period(met.held_on, met.last_on)), f"{path}.held_on")
    return text(of_several, first, " au ", Span(full_date(met.last_on), f"{path}.last_on"))


def _at_several(plan: HandOutPlan) -> Text:
    """Return « Entre le …, vous avez pris part à deux rencontres et à une campagne …, … »."""
    counted = count_held((each.kind, each.channel) for each in plan.held)
    fact = "sessions" if len(counted) == 1 else "held"
    at = [
        text(
            "à ",
            Span(_open_days(plan, noun) or spelled_held(noun, number, CASE, PAGE), fact),
        )
        for noun, number in counted
    ]
    period = sentence_case(period_of(plan))
    took_part = text(period, ", vous avez pris part ", listed(at, PAGE))
    return text(took_part, _during(plan, are_exchanges=EXCHANGE in dict(counted)))


def _open_days(plan: HandOutPlan, noun: Noun) -> str | None:
    """Return « des journées portes ouvertes » for the only ones, if they lasted; else None."""
    found = [row for row in plan.held if held_noun(row.kind, row.channel) is noun]
    is_alone = noun is OPEN_DAY and len(found) == 1 and found[0].days
    return french_kind(found[0].kind, found[0].channel, 2).object if is_alone else None


def _during(plan: HandOutPlan, *, are_exchanges: bool) -> Text:
    """Return at which of several sessions something was raised: at all, some, or the one named."""
    if met := plan.spoken:
        kind = french_kind(met.kind, met.channel, 2 if met.last_on else 1)
        noun = Span(kind.object.partition(" ")[2], "spoken.kind")
        of = "des " if met.last_on else "de la " if kind.feminine else "du "
        of = "de l’" if elides(noun.text) and not met.last_on else of
        return text("\u00a0; lors ", of, noun, " ", met_days(met, "spoken", "du\u00a0"), ", ")
    if plan.has_silent and plan.points:
        some = "certains d’entre eux" if are_exchanges else "certaines d’entre elles"
        return text("\u00a0; au cours de ", Span(some, "has_silent"), ", ")
    return text(f", au cours {'desquels' if are_exchanges else 'desquelles'} ")


def period_of(plan: HandOutPlan) -> Text:
    first, last = plan.first, plan.last
    name = name_of(Period(first, last))
    if name is not None:
        return text(Span(name.during, "last"))
    start = day_and_month(first) if first.year == last.year else full_date(first)
    return text("entre le ", Span(start, "first"), " et le ", Span(full_date(last), "last"))


def _came_to(plan: HandOutPlan) -> Text:
    """Return what became of the points, after a colon, or in a sentence of its own.

    Those that the service alone answered are others: it may have answered on the first too.
    """
    if plan.in_short:
        return in_short(plan, plan.in_short, PAGE)
    shown = groups(plan.states)
    if plan.points == 1:
        ((name, _),) = shown
        outcome = _own(plan, name, " à ce sujet") or f"il {_clause(plan, name, 1)}"
        return text("\u00a0: ", Span(outcome, f"states.{name}"))
    if len(shown) == 1:
        ((name, number),) = shown
        if own := _own(plan, name):
            return text("\u00a0: pour ", "les deux" if number == 2 else "tous", ", ", own)
        all_ = "tous deux " if number == 2 else "tous "
        return text("\u00a0: ", all_, _clause(plan, name, number))
    if plan.points == 2:
        them = [Span(who, f"states.{name}") for who, (name, _) in zip(_TWO, shown, strict=True)]
    else:
        them = [_number(plan, *row, place) for place, row in enumerate(shown)]
    told = [_told(plan, *row, who) for row, who in zip(shown, them, strict=True)]
    # A clause that begins with « pour l’un, » has a comma of its own.
    if any(_own(plan, name) for name, _ in shown):
        return text("\u00a0: ", joined(told, "\u00a0; "))
    return text("\u00a0: ", joined(told, ", ") if plan.points == 2 else listed(told, PAGE))


def _number(plan: HandOutPlan, name: str, number: int, place: int) -> Span:
    """Return « trois », « deux autres », « un autre », « un point » after « pour »."""
    few = in_letters(number, PAGE, feminine=False)
    if not is_another(plan.states, name, place):
        few = spelled(POINT, number, CASE, PAGE) if _own(plan, name) else few
        return Span(few, f"states.{name}")
    many = f"{few}\u00a0autres"
    return Span(many if number > 1 else "un autre", f"states.{name}")


def _told(plan: HandOutPlan, name: str, number: int, them: Span) -> Text:
    """Return « deux sont à l’étude », « pour un autre, notre engagement est réalisé »."""
    if own := _own(plan, name):
        return text("pour ", them, ", ", own)
    return text(them, " " if plan.points == 2 else "\u00a0", _clause(plan, name, number))


def _own(plan: HandOutPlan, name: str, about: str = "") -> str | None:
    points = _points(plan, name)
    own = own_promises(name, points, about)
    return own and _of_services(own, points)


def _points(plan: HandOutPlan, name: str) -> list[RemarkFacts]:
    return [each for each in plan.remarks[: plan.points] if counted_group(each) == name]


def _clause(plan: HandOutPlan, name: str, number: int) -> str:
    """Return the clause for the points of a group, with who answered on them."""
    points = _points(plan, name)
    clause = promised(name, points) if name in PROMISED else _CLAUSES[name][number > 1]
    that = "celles" if count_services(points) > 1 else "celle"
    return _of_services(clause, points).format(that=that, services=by_services(points))


def _of_services(clause: str, points: Sequence[RemarkFacts]) -> str:
    """Return a clause that names one service or several, as points went to."""
    if count_services(points) > 1:
        for one, several in (("au ", "aux "), ("du ", "des ")):
            clause = clause.replace(f"{one}service compétent", f"{several}services compétents")
    return clause


def next_place(meeting: NextMeetingFacts, *, is_at_theirs: bool) -> Text:
    """Return where the next meeting is to be: as typed in either language, else as its channel."""
    told = _CHANNELS.get(meeting.channel or "")
    if meeting.channel == Channel.PARTNER_PLACE:
        told = _SEATS[is_at_theirs]
    if told and (meeting.channel == Channel.VIDEO or not meeting.place.prefer(PAGE)):
        return text(Span(told, "next_meeting.channel"))
    if place := listed_place(meeting.place, "next_meeting.place"):
        return place
    quoted = quoted_own(meeting.place, "next_meeting.place", PAGE)
    return text("lieu\u00a0: ", quoted) if quoted else ()
