"""The gate accepts structured notes, and rejects those whose roles would be guessed."""

from random import Random

import pytest

from outreach_app.i18n import Language
from outreach_app.notes.proposals import ReadNote
from outreach_app.notes.reading import read_note
from outreach_app.vocabulary import phrases
from tests.core.notes.samples import PARTNERS, TODAY

_HEADS = {
    Language.ARABIC: "اجتماع 14/10/2026 – مقر الدائرة",
    Language.FRENCH: "Réunion du 14/10/2026 – siège de l’arrondissement",
}
_POINTS = {Language.ARABIC: "النقط:", Language.FRENCH: "Points :"}
_OWED = {Language.ARABIC: "الالتزامات:", Language.FRENCH: "Engagements :"}
_PROMISES = {
    Language.ARABIC: "دورية راجلة كل مساء ابتداء من 20 أكتوبر",
    Language.FRENCH: "une patrouille à pied chaque soir dès le 20 octobre",
}


def read(text: str) -> ReadNote:
    return read_note(text, PARTNERS, TODAY)


def notes(form: str) -> list[ReadNote]:
    """Return thirty notes of the words of frequent points, without cue words."""
    draw = Random(7)  # noqa: S311
    made = []
    for language in Language:
        for _time in range(15):
            raised = [row.label(language) for row in draw.sample([*phrases().values()], 4)]
            made.append(read(_written(form, language, raised)))
    return made


def _written(form: str, language: Language, raised: list[str]) -> str:
    head, promise = _HEADS[language], _PROMISES[language]
    if form == "headed":
        points, owed = _POINTS[language], f"{_OWED[language]}\n- {promise}"
        return "\n".join([head, points, *(f"- {words}" for words in raised), owed])
    if form == "bullets":
        return "\n".join([head, *(f"- {words}" for words in [*raised, promise])])
    return ". ".join([head, *raised, promise])


def test_headings_open_it() -> None:
    read_notes = notes("headed")
    assert all(note.is_structured for note in read_notes)
    assert all(len(note.points) == 4 and len(note.promises) == 1 for note in read_notes)


@pytest.mark.parametrize("form", ["bullets", "paragraph"])
def test_it_is_shut_on_bare_lines_and_prose(form: str) -> None:
    shut = [note for note in notes(form) if not note.is_structured]
    assert len(shut) >= 25
    assert all(len(note.points) + len(note.promises) >= 4 for note in shut)  # no line is lost


def test_what_is_told_in_prose_keeps_its_role_and_the_rest_follows_as_points() -> None:
    note = read(
        "Reçu ce lundi la présidente de l'association. Le quartier a bien changé depuis deux ans."
        " La place est sombre. Des jeunes traînent au coin de la rue."
        " Nous passerons chaque soir à partir du 20 octobre. Rien d'autre à signaler.\n"
    )
    assert not note.is_structured
    assert [note.words(promise.span)[:15] for promise in note.promises] == ["Nous passerons "]
    said = [note.words(point.span) for point in note.points]
    assert "La place est sombre" in said[-2]
    assert not any("Rien d'autre" in words for words in said)


def test_lines_that_all_say_what_they_are_need_no_heading() -> None:
    note = read(
        "Réunion du 14/10/2026\nles habitants se plaignent du bruit\n"
        "ils demandent une patrouille le soir\nl'arrondissement passera avant le 20/10\n"
        "éclairage : courrier envoyé à la commune\n"
    )
    assert note.is_structured
    assert [point.kind for point in note.points][:2] == ["concern", "request"]
    assert (len(note.promises), len(note.referrals)) == (1, 1)
