"""Checks that every span of a document says its fact, and that every fact is said."""

import re
from collections.abc import Callable, Iterator
from itertools import chain

from outreach_app import vocabulary
from outreach_app.i18n import Language
from outreach_app.summaries.prose.blocks import (
    Assessment,
    Cell,
    Change,
    Facts,
    KeyFigures,
    Letterhead,
    Paragraph,
    Quotation,
    Realised,
    Remark,
    Remarks,
    ShareBar,
    Span,
    Table,
    TileMap,
    Title,
    plain,
)
from outreach_app.summaries.prose.facts import FactValue, Words, facts
from outreach_app.summaries.session.plan import SessionPlan
from outreach_app.summaries.session.prose import Cut, realise
from tests.core.summaries.reading import ISOLATES, said_date, said_number

EVERYTHING = Cut()


def cells(document: Realised) -> Iterator[Cell]:
    """Every text and quotation of a document, in reading order."""
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
            case Assessment():
                yield from (block.heading, block.words)
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
    """Every span; a quotation counts as one."""
    for cell in cells(document):
        match cell:
            case Quotation():
                yield Span(cell.text, cell.fact)
            case Change():
                yield from cell.text
            case _:
                yield from cell


def said(document: Realised) -> set[str]:
    """The ids of the facts a document says."""
    return {span.fact for span in spans(document) if span.fact}


def check_spans(document: Realised, plan: SessionPlan) -> None:
    """Every span says its fact; digits stand in no other span."""
    known: dict[str, FactValue] = {
        **facts(plan),
        "points": len(plan.points),
        "commitments": len(plan.commitments),
        "fixed.emergency_number": 19,
    }
    for span in spans(document):
        if span.fact is None:
            assert not re.search(r"\d", span.text), f"digits of nobody: {span.text}"
        else:
            assert says(span, known[span.fact], document.language), (span, known[span.fact])


def says(span: Span, value: FactValue, language: Language) -> bool:
    """Whether the span gives that value in that language."""
    fact = span.fact or ""
    words = _folded(ISOLATES.sub("", span.text))
    checks: list[tuple[str, Callable[[], bool]]] = [
        (r".*\.number|.*\.commitments\.\d+|fixed\..*", lambda: words == str(value)),
        (
            r"headcount|women|bodies|earlier_\w+|.*\.count|points|commitments",
            lambda: said_number(words) == value,
        ),
        (
            r".*(?:held_on|sent_on|answered_on)",
            lambda: said_date(words, language).isoformat() == value,
        ),
        (r".*due_on", lambda: "-".join(reversed(words.split("/"))) == value),
        (r".*(?:starts_at|ends_at)", lambda: _said_time(words) == value),
        (
            r".*\.(?:topic|reaction|status|to|code|referrals\.\d+)|kind|channel",
            lambda: _says_code(words, str(value), language),
        ),
        (
            r".*\.phrase",
            lambda: words == _folded(vocabulary.phrases()[str(value)].label(language)),
        ),
        (r".*\.owner", lambda: _says_owner(words, str(value), language)),
    ]
    for pattern, check in checks:
        if re.fullmatch(pattern, fact):
            return check()
    return _folded(str(value)) in words or _folded(str(value)).endswith(words)


def _said_time(words: str) -> str:
    hour, minute = re.findall(r"\d+", f"{words} 00")[:2]
    return f"{int(hour):02d}:{minute}"


def _says_code(words: str, code: str, language: Language) -> bool:
    """Labels may stand in the accusative, with a capital, in guillemets, or without their 19."""
    label = _folded(vocabulary.label(code, language))
    bare = re.sub("[«»]", "", words).strip()
    if code.startswith(("as.", "pr.", "pt.")):
        return bool(bare) and not re.search(r"\d", bare)
    if code.startswith("ch."):
        return True  # a way of speaking: «عبر البريد الإلكتروني» for «بريد إلكتروني»
    accusative = " ".join(word.removesuffix("ا") for word in bare.split())
    nominative = " ".join(word.removesuffix("ا") for word in label.split())
    return accusative == nominative or label.removesuffix("19").strip() == bare or not bare


def _says_owner(words: str, owner: str, language: Language) -> bool:
    roles = {
        "office": {Language.ARABIC: "رئيس الدائرة الأمنية", Language.FRENCH: "chef de l'arrondi"},
        "partner": {Language.ARABIC: "الشريك", Language.FRENCH: "le partenaire"},
        "authority": {Language.ARABIC: "الجهة المختصة", Language.FRENCH: "le service compétent"},
    }
    return words.startswith(roles[owner][language])


def _folded(words: str) -> str:
    return words.replace("’", "'").replace("\u00a0", " ").casefold()


def prose(plan: SessionPlan, language: Language, cut: Cut = EVERYTHING) -> str:
    """The program's own words with their isolates removed and their spaces plain."""
    return ISOLATES.sub("", all_text(realise(plan, language, cut))).replace("\u00a0", " ")


def mandatory(plan: SessionPlan, language: Language) -> set[str]:
    """The ids of the facts that the summary of this plan may not leave out."""
    ids = {
        "number",
        "kind",
        "channel",
        "held_on",
        *(name for name in ("starts_at", "ends_at") if getattr(plan, name) is not None),
        *(name for name in ("headcount", "women", "bodies") if getattr(plan, name) is not None),
        *(name for name in ("earlier_done", "earlier_open") if getattr(plan, name)),
        *_bilingual(plan, language),
    }
    for kind in plan.kinds_present:
        ids.add(f"kinds_present.{kind.code}.{'code' if kind.count is None else 'count'}")
    for point in plan.points:
        ids |= _of_point(point.number, plan, language)
    for commitment in plan.commitments:
        path = f"commitments.{commitment.number}"
        ids |= {f"{path}.number", f"{path}.owner", _words(commitment.words, path, language)}
        ids |= {f"{path}.due_on"} if commitment.due_on else set()
        ids |= {f"{path}.status"} if commitment.status != "cst.open" else set()
        ids |= {f"{path}.reason"} if commitment.reason else set()
    if plan.next_meeting is not None:
        ids.add("next_meeting.held_on")
        ids |= {"next_meeting.starts_at"} if plan.next_meeting.starts_at else set()
    if plan.assessment is not None:
        ids.add(_words(plan.assessment, "assessment", language).replace(".words", ""))
    return ids


def _of_point(number: int, plan: SessionPlan, language: Language) -> set[str]:
    point, path = plan.points[number - 1], f"points.{number}"
    return {
        f"{path}.topic",
        *([_words(point.words, path, language)] if point.words else []),
        *([f"{path}.reaction"] if point.reaction else []),
        *([_words(point.reply, path, language, "reply")] if point.reply else []),
        *(f"{path}.commitments.{position + 1}" for position in range(len(point.commitments))),
        *(f"{path}.referrals.{position + 1}" for position in range(len(point.referrals))),
    }


def _words(words: Words, path: str, language: Language, name: str = "words") -> str:
    """The fact that words are said by: the phrase, the translation or the text itself."""
    if words.phrase:
        return f"{path}.{name}.phrase"
    is_translated = words.language is not language and words.translation is not None
    return f"{path}.{name}.{'translation' if is_translated else 'text'}"


def _bilingual(plan: SessionPlan, language: Language) -> Iterator[str]:
    places = {"subject": plan.subject, "place": plan.place}
    if plan.next_meeting is not None:
        places["next_meeting.place"] = plan.next_meeting.place
    for path, name in places.items():
        found = name.prefer(language)
        if found is not None:
            yield f"{path}.{found[1].value}"


def all_text(document: Realised) -> str:
    """Every character the program wrote itself, without what it quotes."""
    own = (cell.text if isinstance(cell, Change) else cell for cell in cells(document))
    return "\n".join(plain(text) for text in own if isinstance(text, tuple))
