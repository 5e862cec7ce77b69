"""The roles of a note's parts: points, commitments, referrals, or nothing for a session."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from outreach_app.notes.cues import codes, cue, opening
from outreach_app.notes.layout import Piece
from outreach_app.notes.text import Span
from outreach_app.notes.topics import rank_topics
from outreach_app.rules.kinds import CommitmentOwner, PointKind

# «س» before a verb is the future, except in words that begin with it: سيارة, سيدة, ستون.
_ARABIC_FUTURE = re.compile(
    r"(?<![^\W_])[وف]?س(?:ن|ت|ي)(?!ار|د(?:ي|ه)?(?![^\W_])|اق|اح|ه(?![^\W_])|ولا|مرار|ماع|وات|ون|ين"
    r"|وف|تمبر|ني|جيل|تي|عمال)\w{2,}"
)
# «غندوزو», «غيصاوبو»: the spoken future, plural.
_MOROCCAN_FUTURE = re.compile(r"(?<![^\W_])[وف]?غ(?:ن|ي|ت)\w{2,}و(?![^\W_])")
_FRENCH_FUTURE = re.compile(
    r"(?<![^\W_])(?!(?:camera|opera|extra|et cetera|verra|ultra)s?(?![^\W_]))"
    r"(?:\w{2,}(?:era|eront|erons|erez|ira|irons|iront|dra|drons|dront|tra|trons|tront)"
    r"|\w{2,}verr(?:a|ons|ont)|fera|feront|ferons|sera|seront|aura|auront|aurons|ira|irons|iront"
    r"|\w{2,}erait|\w{2,}irait|ferait)(?![^\W_])"
)
_CLAUSE = re.compile(
    r"\s?;\s|,\s(?=(?:كما|وان|ان |وس|le |la |l'|on |mais |nous ))"
    r"|(?<=\S)\s(?=(?:كما |اما |وان موضوع))"
)
_MIN_CLAUSE = 8  # characters
_MAX_OF_OTHERS = 12  # characters that may precede a cue that is more specific
_MAX_PROMISE = 45  # words
_MAX_BOILERPLATE = 140  # characters
_CLEAR_SCORE = 3.0  # a topic score from which a sentence is about something

PROMISED = ("promise", "promise_office", "promise_partner")
_KINDS = (
    PointKind.RUMOUR, PointKind.QUESTION, PointKind.THANKS, PointKind.SUGGESTION, PointKind.REQUEST,
)  # fmt: skip


class Role(StrEnum):
    """The role of a part of a note in a session."""

    POINT = "point"
    PROMISE = "promise"
    REFERRAL = "referral"
    NEXT = "next"


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a note with its role; `code` is a point's kind or a referral's authority.

    `is_cued` if words or a heading give the role, and not only the position.
    """

    role: Role
    span: Span
    piece: Piece
    is_cued: bool
    code: str = ""


def parts_of(folded: str, pieces: list[Piece], head: list[Span]) -> Iterator[Part]:
    """Yield the parts of a note's body; `head` are the places from which the head was read."""
    for piece in (_below_head(folded, piece, head) for piece in pieces):
        words = folded[piece.span.start : piece.span.end]
        if not piece.label and len(words) > _MIN_CLAUSE // 2:
            yield from _parts(piece, words)


def is_silent(piece: Piece, words: str) -> bool:
    """Return whether folded words are about the next meeting, a ceremony, or nothing at all."""
    if cue("next").search(words) or opening("closing", "ceremony", "speaker").match(words):
        return True
    return _is_boilerplate(piece, words) or _says_nothing(words)


def _below_head(folded: str, piece: Piece, head: list[Span]) -> Piece:
    """Return a piece without what the head was read from: «زارنا اليوم 20/10 … يشتكي من …»."""
    end = max((span.end for span in head if piece.span.meets(span)), default=0)
    if not end or (piece.is_item and not _is_of_head(piece, folded, head)):
        return piece
    raised = cue("voice").search(folded, end, piece.span.end)
    start = raised.start() if raised is not None else piece.span.end
    return replace(piece, span=Span(start, piece.span.end))


def _is_of_head(piece: Piece, folded: str, head: list[Span]) -> bool:
    """Return whether an item says when or where it was: «1. اللقاء يوم 5 يونيو في الساعة 18:00»."""
    said = [span for span in head if piece.span.meets(span)]
    words = folded[piece.span.start : piece.span.end]
    if piece.section or not said or kind_cue(words) or promises(words):
        return False
    is_most = 2 * sum(span.end - span.start for span in said) >= len(words)
    return is_most or cue("date.held", "count.people").search(words) is not None


def _parts(piece: Piece, words: str) -> Iterator[Part]:
    if cue("next").search(words):
        yield Part(Role.NEXT, piece.span, piece, is_cued=True)
        return
    if opening("closing", "ceremony").match(words):
        return
    authorities = named_authorities(words)
    is_sent = bool(authorities) and cue("refer").search(words) is not None
    if not is_sent and (_is_boilerplate(piece, words) or _says_nothing(words)):
        return
    if authorities and _is_referral(piece, words, is_sent=is_sent):
        for code in authorities:
            yield Part(Role.REFERRAL, piece.span, piece, is_cued=True, code=code)
        clauses = list(_clauses(piece.span, words))
        for clause, said in clauses if len(clauses) > 1 else []:
            if promises(said) and not named_authorities(said):
                yield Part(Role.PROMISE, clause, piece, is_cued=True)
    elif _is_promise(piece, words):
        yield from _promise_parts(piece, words)
    else:
        yield from _point_parts(piece, words)


def _promise_parts(piece: Piece, words: str) -> Iterator[Part]:
    """Yield a commitment; if a sentence also says what was raised, yield both."""
    clauses = list(_clauses(piece.span, words))
    raised = [said for _span, said in clauses if kind_cue(said) and not promises(said)]
    if piece.section in PROMISED or not raised:
        yield Part(Role.PROMISE, piece.span, piece, is_cued=True)
        return
    for span, said in clauses:
        if promises(said):
            yield Part(Role.PROMISE, span, piece, is_cued=True)
        elif kind_cue(said):
            yield Part(Role.POINT, span, piece, is_cued=True, code=kind_of(said, piece))


def _point_parts(piece: Piece, words: str) -> Iterator[Part]:
    if piece.section in (*PROMISED, "referral", "answer", "action"):
        return
    if opening("answered", "speaker").match(words):
        return
    is_told = kind_cue(words) is not None
    if not piece.is_item and not piece.section and not is_told:
        ranked = rank_topics(words)
        if not ranked or ranked[0][1] < _CLEAR_SCORE:
            return
    is_cued = is_told or (bool(piece.section) and (piece.is_item or piece.section != "points"))
    yield Part(Role.POINT, piece.span, piece, is_cued=is_cued, code=kind_of(words, piece))


def promises(words: str) -> bool:
    """Return whether folded words promise something: a verb, a future, a deadline alone."""
    if cue("promise.not").search(words):
        return False
    said = (cue("promise"), _ARABIC_FUTURE, _MOROCCAN_FUTURE, _FRENCH_FUTURE, cue("partner.acts"))
    return any(pattern.search(words) for pattern in said)


def named_authorities(words: str) -> list[str]:
    """Return the authorities (`rf.*`) that folded words name, longer names before parts of them."""
    found: dict[str, Span] = {}
    for code, pattern in codes("rf.").items():
        match = pattern.search(words)
        if match is not None and not any(Span(*match.span()).meets(at) for at in found.values()):
            found[code] = Span(*match.span())
    return list(found)


def owner_of(words: str, piece: Piece) -> CommitmentOwner:
    """Return the owner of a commitment: named in its heading or first words, else the office."""
    if piece.section == "promise_office":
        return CommitmentOwner.OFFICE
    if piece.section == "promise_partner":
        return CommitmentOwner.PARTNER
    if opening("partner.subject").match(words):
        return CommitmentOwner.PARTNER
    if (others := cue("owner.end").search(words)) is not None:
        words = words[: others.start()]
    places = {
        owner: match.start()
        for owner, pattern in (
            (CommitmentOwner.PARTNER, cue("partner")),
            (CommitmentOwner.OFFICE, cue("office")),
            (CommitmentOwner.AUTHORITY, cue(*codes("rf."))),
        )
        if (match := pattern.search(words)) is not None
    }
    if places.get(CommitmentOwner.AUTHORITY, _MAX_OF_OTHERS) >= _MAX_OF_OTHERS:
        places.pop(CommitmentOwner.AUTHORITY, None)
    return min(places, key=lambda owner: places[owner], default=CommitmentOwner.OFFICE)


def kind_of(words: str, piece: Piece) -> PointKind:
    """Return the kind of a point: of its heading, else of the cue that comes first."""
    if piece.section in tuple(PointKind) and piece.section != PointKind.CONCERN:
        return PointKind(piece.section)
    found = kind_cue(words)
    if found is not None:
        return found
    if piece.section == PointKind.CONCERN:
        return PointKind.CONCERN
    if opening("points.request").match(words):
        return PointKind.REQUEST
    return PointKind.SUGGESTION if opening("points.suggestion").match(words) else PointKind.CONCERN


def kind_cue(words: str) -> PointKind | None:
    """Return the kind that words indicate, or None. A question mark is a question."""
    first: tuple[PointKind, int] | None = None
    for kind in _KINDS:
        match = cue(f"kind.{kind}").search(words)
        if match is not None and (first is None or match.start() < first[1] - _MAX_OF_OTHERS):
            first = kind, match.start()
    if first is None and "?" in words:
        return PointKind.QUESTION
    concern = cue("kind.concern").search(words)
    if concern is None:
        return first[0] if first else None
    if first is None or (
        concern.start() < first[1] - _MAX_OF_OTHERS and first[0] is not PointKind.QUESTION
    ):
        return PointKind.CONCERN
    return first[0]


def _is_referral(piece: Piece, words: str, *, is_sent: bool) -> bool:
    asked = kind_cue(words)
    if piece.section in tuple(PointKind) and piece.section != PointKind.CONCERN:
        return False
    if asked in (PointKind.REQUEST, PointKind.QUESTION) and _begins_with(asked, words):
        return False
    if is_sent:
        return True
    return piece.section in ("referral", "action") and not promises(words)


def _is_promise(piece: Piece, words: str) -> bool:
    if piece.section in (*PROMISED, "action"):
        is_done = opening("answered").match(words) or cue("promise.done").search(words)
        return is_done is None
    if piece.section in tuple(PointKind) and piece.section != PointKind.CONCERN:
        return False
    if len(words.split()) > _MAX_PROMISE:
        return False
    asked = kind_cue(words)
    is_asked = asked not in (None, PointKind.CONCERN)
    if not promises(words):
        return asked is None and cue("promise.due").search(words) is not None
    return not is_asked or not _asks_first(asked, words)


def _asks_first(asked: PointKind | None, words: str) -> bool:
    """Return whether words ask before they promise: «طلب السكان أن يتم …»."""
    match = cue(f"kind.{asked}").search(words)
    said = (cue("promise"), _ARABIC_FUTURE, _FRENCH_FUTURE)
    starts = [found.start() for pattern in said if (found := pattern.search(words)) is not None]
    return match is None or match.start() <= min(starts, default=len(words))


def _begins_with(kind: PointKind, words: str) -> bool:
    match = cue(f"kind.{kind}").search(words)
    return match is not None and match.start() < 3  # a conjunction before it


def _is_boilerplate(piece: Piece, words: str) -> bool:
    is_short = not piece.is_item and len(words) < _MAX_BOILERPLATE
    return is_short and opening("boilerplate").match(words) is not None


def _says_nothing(words: str) -> bool:
    """Return whether words say that nothing was raised; a denied rumour was raised."""
    if cue("kind.rumour").search(words):
        return False
    return cue("nothing", "denied").search(words) is not None


def _clauses(span: Span, words: str) -> Iterator[tuple[Span, str]]:
    start = 0
    for cut in (*_CLAUSE.finditer(words), None):
        end = len(words) if cut is None else cut.start()
        if end - start > _MIN_CLAUSE:
            yield Span(start, end).moved(span.start), words[start:end]
            start = end if cut is None else cut.end()
