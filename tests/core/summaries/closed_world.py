"""Checks that every span of a document matches its fact, and that every fact is mentioned."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from outreach_app.i18n import Language
from outreach_app.rules.exchanges import EXCHANGE_CHANNELS
from outreach_app.summaries.prose.blocks import (
    Assessment,
    Bars,
    Cell,
    CountChange,
    Facts,
    KeyFigures,
    Letterhead,
    Lines,
    Paragraph,
    Quotation,
    Realised,
    Remark,
    Remarks,
    ShareBar,
    Span,
    Statement,
    Table,
    Text,
    TileMap,
    Title,
    plain,
)
from outreach_app.summaries.prose.facts import FactValue, Words, facts
from outreach_app.summaries.prose.meeting_kinds import Manner, manner
from outreach_app.summaries.session.attendance import kind_fact, people_present, represented
from outreach_app.summaries.session.plan import News, PointFacts, SessionPlan, SituationFacts
from outreach_app.summaries.session.promises import CommitmentFacts, EarlierFacts
from outreach_app.summaries.session.prose import Cut, realise
from tests.core.summaries.plans import ISSUED_ON
from tests.core.summaries.read_states import is_replaced
from tests.core.summaries.reading import ISOLATES
from tests.core.summaries.saying import says

EVERYTHING = Cut()


def cells(document: Realised) -> Iterator[Cell]:
    """Yield every text and quotation of a document, in reading order."""
    for block in document.blocks:
        match block:
            case Letterhead():
                yield from (block.place_and_date, block.number)
            case Title():
                yield block.subtitle
            case Facts() | KeyFigures():
                yield from (value for _, value in block.items)
            case Paragraph():
                yield block.text
            case Table():
                yield from (cell for row in block.rows for cell in row)
                yield from (block.more, *block.total)
            case Remarks():
                yield from chain.from_iterable(map(_remark, block.rows))
            case TileMap() | ShareBar():
                yield from _drawn(block)
            case Assessment() | Statement():
                label = block.heading if isinstance(block, Assessment) else block.source
                yield from (label, block.words)
            case _:
                pass


def _drawn(block: TileMap | ShareBar) -> Iterator[Cell]:
    if isinstance(block, ShareBar):
        yield from (share.value for share in block.shares)
    else:
        yield from (part for tile in block.tiles for part in (tile.name, tile.value))


def _remark(row: Remark) -> tuple[Cell, ...]:
    return (row.topic, row.said, *row.done, row.state)


def spans(document: Realised) -> Iterator[Span]:
    """Yield every span; a quotation counts as one."""
    for cell in cells(document):
        match cell:
            case Quotation():
                yield Span(cell.text, cell.fact)
            case _:
                yield from chain.from_iterable(_texts(cell))


def said(document: Realised) -> set[str]:
    """Return the ids of the facts in a document."""
    return {span.fact for span in spans(document) if span.fact}


def check_spans(document: Realised, plan: SessionPlan) -> None:
    """Require that every span matches its fact, and that digits are in no other span."""
    known: dict[str, FactValue] = {
        **facts(plan),
        "points": len(plan.points),
        **Counter(point.kind for point in plan.points),
        "commitments": len(plan.commitments),
        "earlier": plan.earlier.number if plan.earlier else 0,
        "earlier.others": sum(each.count for each in plan.earlier.others) if plan.earlier else 0,
        "issued_on": ISSUED_ON.isoformat(),
        "fixed.emergency_number": 19,
    }
    for span in spans(document):
        if span.fact is None:
            assert not re.search(r"\d", span.text), f"digits of nobody: {span.text}"
        else:
            assert says(span, known[span.fact], document.language), span


def prose(plan: SessionPlan, language: Language, cut: Cut = EVERYTHING) -> str:
    """Return the program's own words without isolates and with plain spaces."""
    return ISOLATES.sub("", all_text(realise(plan, language, ISSUED_ON, cut))).replace(
        "\u00a0", " "
    )


def mandatory(plan: SessionPlan, language: Language) -> set[str]:
    """Return the ids of the facts that the summary of this plan must mention."""
    is_exchange = manner(plan.kind, plan.channel) is Manner.EXCHANGE
    # That one was no woman, and that all were, is said by the words.
    counts, are_all = ["headcount", "bodies", "reference"], plan.headcount == plan.women
    is_open = plan.headcount not in (0, 1) and not are_all and (plan.headcount or plan.women)
    counts += ["women"] if is_open else []
    ids = {
        "number",
        "channel",
        "held_on",
        "issued_on",
        *(name for name in ("starts_at", "ends_at", "last_on") if getattr(plan, name) is not None),
        *(name for name in counts if getattr(plan, name) is not None),
        *_bilingual(plan, language),
    }
    # An audience is said by its verb, an exchange by its channel.
    ids |= set() if is_exchange or plan.kind == "mt.reception" else {"kind"}
    if plan.earlier is not None:
        ids |= _of_earlier(plan.earlier, language)
    if plan.reached is not None:
        ids |= {fact for fact in facts(plan) if fact.startswith("reached.")}
    for kind in (*represented(plan), *people_present(plan)):
        ids.add(kind_fact(plan, kind.code))
    for point in plan.points:
        ids |= _of_point(point.number, plan, language)
    for commitment in plan.commitments:
        path = f"commitments.{commitment.number}"
        owed = _owed(commitment, language)
        ids |= {f"{path}.number", f"{path}.{owed}", _words(commitment.words, path, language)}
        ids |= {f"{path}.due_on"} if commitment.due_on else set()
    for line in plan.situation:
        ids |= _of_line(line, language)
    if plan.next_meeting is not None:
        ids.add("next_meeting.held_on")
        ids |= {"next_meeting.starts_at"} if plan.next_meeting.starts_at else set()
    if plan.assessment is not None:
        ids.add(_words(plan.assessment, "assessment", language).replace(".words", ""))
    return ids


def _of_earlier(before: EarlierFacts, language: Language) -> set[str]:
    ids = set()
    for (number, made), *others in before.made_by_source:
        path = f"earlier.made.{number}"
        if made.met or others or not made.is_of_remark_that_day:
            ids |= {f"{path}.{'met.held_on' if made.met else 'received_on'}"}
        ids |= {f"{path}.met.number"} if made.met and made.met.number else set()
        ids |= {
            f"earlier.made.{each}.made_on"
            for each, of in ((number, made), *others)
            if not of.is_at_meeting
        }
    for state in before.states:
        kept = f"earlier.states.{state.code}"
        if not all(is_replaced(each, state.code) for each in state.promises):
            ids.add(f"{kept}.code")
        for promise in state.promises:
            path = f"{kept}.promises.{promise.number}"
            ids |= {f"{path}.{_owed(promise, language)}", _words(promise.words, path, language)}
            ids |= {f"{path}.due_on"} if promise.due_on else set()
            ids |= {f"{path}.put_off_from"} if promise.put_off_from else set()
            is_dated = promise.since and state.code not in ("cst.open", "cst.overdue")
            is_dated = is_dated and not is_replaced(promise, state.code)
            ids |= {f"{path}.since"} if is_dated else set()
            if promise.why and is_dated:
                ids.add(_words(promise.why, path, language, "why"))
    return ids


def _owed(commitment: CommitmentFacts, language: Language) -> str:
    """Return the fact of who owes a commitment."""
    name = commitment.debtor and commitment.debtor.prefer(language)
    unnamed = "debtor_kind" if commitment.debtor_kind else "owner"
    return f"debtor.{name[1].value}" if name else "authority" if commitment.authority else unnamed


_OF_LINES = ("due_on", "missed_on", "rectified_on", "summary")


def _of_line(line: SituationFacts, language: Language) -> set[str]:
    path = f"situation.{line.number}"
    if line.news is News.STATE and is_replaced(line, line.code):
        line = replace(line, code=None, due_on=None, words=None, is_undated=True)
    # The day since when it waits is that of the meeting; of one that passed there is none.
    is_open = line.news is News.STATE and line.code in ("cst.open", "cst.overdue", None)
    waits = is_open or line.news in (News.UNDATED, News.LOOKED_INTO, News.RUMOUR)
    return {
        *([] if waits else [f"{path}.on"]),
        *([f"{path}.point"] if line.point else []),
        *([f"{path}.commitment"] if line.commitment else []),
        *([f"{path}.code"] if line.code else []),
        *(f"{path}.{name}" for name in _OF_LINES if getattr(line, name)),
        *([f"{path}.to.held_on"] if line.to else []),
        *([f"{path}.to.starts_at"] if line.to and line.to.starts_at else []),
        *([_words(line.words, path, language)] if line.words else []),
        *([_words(line.promise, path, language, "promise")] if line.promise else []),
    }


def _of_point(number: int, plan: SessionPlan, language: Language) -> set[str]:
    point, path = plan.points[number - 1], f"points.{number}"
    is_answered = point.reaction == "out.answered" and bool(point.reply)
    is_passed_on = point.reaction == "out.looked_into" and bool(point.referrals)
    is_said = is_answered or is_passed_on or point.kind == "thanks"
    return {
        f"{path}.number",
        f"{path}.topic",
        *_raiser(point, path, language),
        *([_words(point.words, path, language)] if point.words else []),
        *([f"{path}.reaction"] if point.reaction and not is_said else []),
        *([_words(point.reply, path, language, "reply")] if point.reply else []),
        *(f"{path}.commitments.{position + 1}" for position in range(len(point.commitments))),
        *(f"{path}.referrals.{position + 1}" for position in range(len(point.referrals))),
    }


def _raiser(point: PointFacts, path: str, language: Language) -> Iterator[str]:
    """Return the fact of who raised a point, by name rather than by profession."""
    name = point.raised_by and point.raised_by.prefer(language)
    if name:
        yield f"{path}.raised_by.{name[1].value}"
    elif point.raiser_kind:
        yield f"{path}.raiser_kind"


def _words(words: Words, path: str, language: Language, name: str = "words") -> str:
    """Return the fact of a text: the phrase, the translation or the text itself."""
    if words.phrase:
        return f"{path}.{name}.phrase"
    is_translated = words.language is not language and words.translation is not None
    return f"{path}.{name}.{'translation' if is_translated else 'text'}"


def _bilingual(plan: SessionPlan, language: Language) -> Iterator[str]:
    """Return the facts of a bilingual name: either language, or the page's own for a place."""
    places = {"subject": plan.subject}
    # The seat that a channel implies is told rather than a place in the other language.
    is_seat = plan.channel in ("ch.office", "ch.partner_place")
    is_own = bool(getattr(plan.place, language.value))
    if manner(plan.kind, plan.channel) is not Manner.EXCHANGE and (is_own or not is_seat):
        places["place"] = plan.place
    for path, name in places.items():
        found = name.prefer(language)
        if found is not None:
            yield f"{path}.{found[1].value}"
    for path in ("names_present", "practices_present"):
        for place, name in enumerate(getattr(plan, path), start=1):
            found = name.prefer(language)
            if found is not None:
                yield f"{path}.{place}.{found[1].value}"
    kept = [name for name in ("identities_kept", "bodies_kept") if getattr(plan, name)]
    yield from kept[: len(kept) == 1]
    if plan.absent:
        yield from (f"absent.kinds.{place}" for place, _code in enumerate(plan.absent.kinds, 1))
    meets = plan.next_meeting is not None and plan.next_meeting.channel not in EXCHANGE_CHANNELS
    if plan.next_meeting and meets and getattr(plan.next_meeting.place, language.value):
        yield f"next_meeting.place.{language.value}"


def _texts(cell: Cell) -> Iterator[Text]:
    match cell:
        case Quotation() | Bars():
            pass
        case CountChange():
            yield cell.text
        case Lines():
            yield from cell.lines
        case _:
            yield cell


def all_text(document: Realised) -> str:
    """Return all text the program wrote itself, without quotations."""
    return "\n".join(plain(text) for cell in cells(document) for text in _texts(cell))
