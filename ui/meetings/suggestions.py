"""Suggestions for typed letters in either language: topics, phrases, services, kinds."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import TypeVar
from uuid import UUID

from outreach_app import i18n
from outreach_app.i18n import gettext as _
from outreach_app.notes.topics import OFFERED, rank_topics
from outreach_app.rules.folding import bare, fold_words
from outreach_app.rules.kinds import CommitmentOwner, PointKind
from outreach_app.rules.quick_dates import read_day
from outreach_app.rules.statuses import PointReaction
from outreach_app.vocabulary import Entry, Phrase, catalogue, entry, phrases
from ui.attendance.suggestion import MAX_SUGGESTIONS, Suggest, Suggestion
from ui.drafts.session_sheet import PointLine
from ui.meetings.point_edits import COMMITMENT, OPEN, REFERRAL, Debtor, debtor_of, reaction_of
from ui.meetings.reaction_entry import ReactionStep
from ui.words import day_words, owner_words, point_kind_words, reaction_words

RowT = TypeVar("RowT", Entry, Phrase)

_WORDINGS_KEPT = 4096


def suggest_topics(typed: str) -> list[Suggestion]:
    """Suggest topics whose words, in either language, begin with what was typed; else all."""
    return [
        Suggestion(row.code, _entry_label(row), _axis(row.code), _in_other(row), place > 0)
        for place, row in _placed(typed, catalogue("tp").values())
    ]


def suggest_told_topics(words: str) -> Suggest:
    """Return suggestions of the three likeliest topics for some words, before letters filter."""
    ranked = [topic for topic, _score in rank_topics(words)[:OFFERED]]
    rows = [
        Suggestion(code, _entry_label(entry(code)), str(number), _in_other(entry(code)))
        for number, code in enumerate(ranked, start=1)
    ]

    def suggest(typed: str) -> Sequence[Suggestion]:
        if not typed:
            return rows
        return suggest_topics(typed) if len(typed) > 1 else ()

    return suggest


def suggest_phrases(typed: str, topic: str) -> list[Suggestion]:
    """Suggest frequent points that contain what was typed, only of the topic if one is chosen."""
    bank: Iterable[Phrase] = phrases().values()
    if topic:
        bank = [phrase for phrase in bank if phrase.topic == topic]
    return [
        Suggestion(row.code, row.label(i18n.current()), point_kind_words(row.kind))
        for row in _matching(typed, bank)
    ]


def suggest_services(typed: str) -> list[Suggestion]:
    """Suggest services to refer to; all of them in order before anything is typed."""
    found = _matching(typed, catalogue("rf").values())
    return [Suggestion(row.code, _entry_label(row), other=_in_other(row)) for row in found]


def suggest_kinds(typed: str) -> list[Suggestion]:
    """Suggest kinds of points."""
    return _named(typed, [Suggestion(kind, point_kind_words(kind)) for kind in PointKind])


def suggest_debtors(typed: str, present: Mapping[UUID, str], now: Debtor) -> list[Suggestion]:
    """Suggest debtors of a commitment: the precinct, those present, authorities.

    Authorities are listed by name once letters are typed; before, one entry stands for all.
    """
    rows = [Suggestion(CommitmentOwner.OFFICE, owner_words(CommitmentOwner.OFFICE))]
    named = [
        Suggestion(str(uid), name, owner_words(CommitmentOwner.PARTNER))
        for uid, name in present.items()
    ]
    partner = Suggestion(CommitmentOwner.PARTNER, owner_words(CommitmentOwner.PARTNER))
    rows += named or [partner]
    authorities = suggest_services(typed) if typed.strip() else []
    if now.authority is not None and not typed.strip():
        authorities = [Suggestion(now.authority, _entry_label(entry(now.authority)))]
    any_authority = Suggestion(CommitmentOwner.AUTHORITY, owner_words(CommitmentOwner.AUTHORITY))
    found = [*_named(typed, rows), *authorities, *_named(typed, [any_authority])]
    return _marked(found, now.code)


def suggest_reactions(typed: str, now: str) -> list[Suggestion]:
    """Return the possible reactions to a point, always in the same order."""
    codes = [OPEN, PointReaction.ANSWERED, COMMITMENT, REFERRAL]
    codes += [code for code in catalogue("out") if code not in codes]
    # Two pass a point on to an authority: of one the answer is awaited here.
    passed_on = PointReaction.LOOKED_INTO
    notes = {REFERRAL: _("followed until its answer"), passed_on: _("not followed")}
    named = [Suggestion(code, reaction_words(code), notes.get(code, "")) for code in codes]
    return _marked(_named(typed, named), now)


def answers_of(
    step: ReactionStep, line: PointLine, present: Mapping[UUID, str], today: date
) -> Suggest | None:
    """Return the suggestions for a step of a reaction; None for free text."""
    choices: dict[ReactionStep, Suggest] = {
        ReactionStep.REACTION: lambda typed: suggest_reactions(typed, reaction_of(line)),
        ReactionStep.DEBTOR: lambda typed: suggest_debtors(typed, present, debtor_of(line)),
        ReactionStep.DUE: lambda typed: suggest_days(typed, today),
        ReactionStep.AUTHORITY: suggest_services,
        ReactionStep.SERVICE: suggest_services,
    }
    return choices.get(step)


def suggest_days(typed: str, today: date) -> list[Suggestion]:
    """Suggest the typed day in full, so that its meaning is visible before it is accepted."""
    day = read_day(typed, today)
    return [] if day is None else [Suggestion(day.isoformat(), day_words(day))]


def begins_in(typed: str, text: str) -> int | None:
    """Return the index of the word that begins with what was typed, ignoring articles, or None."""
    whole, typed = _folded(text), _folded(typed)
    # With an article typed, also a word that has none.
    wanted = tuple({each for each in (typed, bare(typed)) if each in whole})
    words = whole.split() if wanted else []
    for place in range(len(words)):
        after = words[place + 1 :]
        if any(
            " ".join([first, *after]).startswith(wanted)
            for first in (words[place], bare(words[place]))
        ):
            return place
    return None


# Called at every key for all entries.
@lru_cache(_WORDINGS_KEPT)
def _folded(text: str) -> str:
    return fold_words(text)


def _marked(rows: list[Suggestion], now: str) -> list[Suggestion]:
    """Return the rows with the present value marked: a list in another order misleads the keys."""
    return [replace(row, is_now=row.code == now) for row in rows]


def _named(typed: str, rows: list[Suggestion]) -> list[Suggestion]:
    return [row for row in rows if begins_in(typed, row.words) is not None]


def _matching(typed: str, rows: Iterable[RowT]) -> list[RowT]:
    """Return the matching rows, those that match in their first words first."""
    return [row for _place, row in _placed(typed, rows)]


def _placed(typed: str, rows: Iterable[RowT]) -> list[tuple[int, RowT]]:
    """Return the matching rows, each after the place of the word that matches, lowest first."""
    placed: list[tuple[int, RowT]] = []
    for row in rows:
        found = [
            place
            for text in (row.ar, row.fr, row.label(i18n.screen()))
            if (place := begins_in(typed, text)) is not None
        ]
        if found:
            placed.append((min(found), row))
    placed.sort(key=lambda pair: pair[0])
    return placed[: MAX_SUGGESTIONS if typed else None]


def _axis(code: str) -> str:
    """Return the theme of a topic; "" for a theme."""
    parts = code.split(".")
    return _entry_label(entry(".".join(parts[:2]))) if len(parts) > 2 else ""


def _entry_label(row: Entry) -> str:
    words = row.label(i18n.screen())
    return words[:1].upper() + words[1:]


def _in_other(row: Entry) -> str:
    words = row.label(i18n.screen().next)
    return words[:1].upper() + words[1:]
