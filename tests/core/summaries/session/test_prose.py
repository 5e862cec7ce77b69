"""The prose of a session summary."""

import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given

from outreach_app import vocabulary
from outreach_app.i18n import Language
from outreach_app.summaries.prose.blocks import Assessment, Quotation, Realised, Table, plain
from outreach_app.summaries.prose.composition import typeset
from outreach_app.summaries.prose.facts import Words
from outreach_app.summaries.prose.plain_text import to_plain_text
from outreach_app.summaries.session.prose import Cut, realise
from tests.core.summaries.any_values import ANY_TEXTS
from tests.core.summaries.closed_world import (
    cells,
    prose,
    said,
)
from tests.core.summaries.plans import (
    BARE,
    ISSUED_ON,
    MODEL,
    arabic,
    commitment,
    french,
    point,
)
from tests.core.summaries.reading import ISOLATES
from tests.core.summaries.strategies import ANY_SESSION

AR, FR = Language.ARABIC, Language.FRENCH


def table(document: Realised, layout: str) -> Table:
    return next(
        block for block in document.blocks if isinstance(block, Table) and block.layout == layout
    )


@ANY_SESSION
@given(ANY_TEXTS, ANY_TEXTS)
def test_free_text_is_quoted_as_it_was_written(text: str, translation: str) -> None:
    words = Words(text, AR, translation)
    plan = replace(
        BARE,
        points=(point(1, "tp.1", Words(text, AR)),),
        commitments=(commitment(1, words),),
        assessment=words,
    )
    quotes = {
        language: [
            (cell.text, cell.language, cell.note or cell.mark or None)
            for cell in cells(realise(plan, language, ISSUED_ON))
            if isinstance(cell, Quotation)
        ]
        for language in Language
    }
    set_text, set_translation = typeset(text, AR), typeset(translation, FR)
    own = (set_text, AR, None)
    translated = (set_translation, FR, "*")
    assert quotes[AR] == [own, own, own]
    assert quotes[FR] == [(set_text, AR, "texte original en arabe"), translated, translated]
    assert re.sub("[\u2066\u2069]", "", set_text) == re.sub("[\u2066\u2069]", "", text)
    marks = str.maketrans({"’": "'", "\u00a0": " "})
    assert set_translation.translate(marks) == translation.translate(marks)


@pytest.mark.parametrize(
    ("said", "marked", "note"),
    [
        (
            [arabic("نعم", "Oui"), arabic("لا", "Non")],
            0,
            "Dans le tableau, les textes entre guillemets sont traduits de l’arabe.",
        ),
        ([arabic("نعم", "Oui"), french("Non", "لا")], 1, "* Traduction de l’arabe."),
        ([arabic("نعم", "Oui"), arabic("لا")], 1, "* Traduction de l’arabe."),
        ([arabic("نعم", "Oui")], 1, "* Traduction de l’arabe."),
    ],
)
def test_one_note_tells_what_is_translated(said: list[Words], marked: int, note: str) -> None:
    points = tuple(point(place, "tp.1", words) for place, words in enumerate(said, start=1))
    page = to_plain_text(realise(replace(BARE, points=points), FR, ISSUED_ON))
    assert page.count("»*") == marked
    assert len(re.findall("traduit|Traduction", page)) == 1
    assert note in page


def test_a_mark_stands_behind_a_translation_inside_a_sentence() -> None:
    points = (
        point(1, "tp.1", arabic("سؤال", "Question"), reply=arabic("جواب", "Réponse")),
        point(2, "tp.2", french("Ici")),
    )
    page = to_plain_text(realise(replace(BARE, points=points), FR, ISSUED_ON))
    assert "«\u00a0Réponse\u00a0»*" in page
    assert "«\u00a0Ici\u00a0»*" not in page


@pytest.mark.parametrize(
    ("women", "ar", "fr"),
    [
        (0, "عدد النساء: 0", "Dont femmes : Aucune"),
        (None, "غير مدون", "Dont femmes : Nombre non relevé"),
    ],
)
def test_silence_on_women_is_no_zero(women: int | None, ar: str, fr: str) -> None:
    plan = replace(BARE, headcount=4, women=women)
    for language, words in ((AR, ar), (FR, fr)):
        page = ISOLATES.sub("", to_plain_text(realise(plan, language, ISSUED_ON)))
        assert words in page.replace("\u00a0", " ")


def test_that_nobody_counted_those_who_came_is_told() -> None:
    for plan in (BARE, replace(BARE, channel="ch.phone")):
        for language, words in (
            (AR, "عدد المشاركين: غير مدون"),
            (FR, "Participants\u00a0: Nombre non relevé"),
        ):
            assert words in to_plain_text(realise(plan, language, ISSUED_ON))


def test_an_opinion_of_that_day_stands_before_what_came_since() -> None:
    for language in Language:
        blocks = realise(MODEL, language, ISSUED_ON).blocks
        order = [block.layout if isinstance(block, Table) else type(block) for block in blocks]
        assert order.index(Assessment) < order.index("situation")


@pytest.mark.parametrize(
    ("held_on", "ar", "fr"),
    [
        (date(2026, 10, 1), "عدد: 01/2026\n", "N° : 01/2026\n"),
        (
            date(2025, 12, 30),
            "عدد: 01/2026 (برسم سنة 2025)\n",
            "N° : 01/2026 (au titre de l’année 2025)\n",
        ),
    ],
)
def test_a_number_tells_that_it_is_of_the_year_of_the_meeting(
    held_on: date, ar: str, fr: str
) -> None:
    plan = replace(BARE, held_on=held_on)
    assert ar in prose(plan, AR)
    assert fr in prose(plan, FR)


def test_french_counts_are_in_letters_unless_one_of_the_sentence_is_over_sixteen() -> None:
    assert "Elle a réuni seize participants, dont deux femmes" in prose(
        replace(BARE, headcount=16, women=2), FR
    )
    assert "Elle a réuni 17 participants, dont 2 femmes" in prose(
        replace(BARE, headcount=17, women=2), FR
    )


def test_french_words_stay_french_in_arabic() -> None:
    plan = replace(BARE, assessment=french("Échanges sereins"))
    assessment = realise(plan, AR, ISSUED_ON).blocks[-2]
    assert isinstance(assessment, Assessment)
    assert assessment.words == Quotation(
        "Échanges sereins", FR, "assessment.text", "النص الأصلي بالفرنسية"
    )


def test_phrase_of_the_bank_is_quoted_in_both_languages() -> None:
    entry = next(iter(vocabulary.phrases().values()))
    words = Words(entry.ar, AR, phrase=entry.code)
    plan = replace(BARE, points=(point(1, entry.topic, words),))
    for language in Language:
        cell = table(realise(plan, language, ISSUED_ON), "points").rows[0][1]
        assert isinstance(cell, Quotation)
        assert (cell.text, cell.note) == (typeset(entry.label(language), language), None)


@pytest.mark.parametrize(
    ("number", "shown", "ar", "fr"),
    [
        (8, 8, "", ""),
        (9, 9, "", ""),
        (10, 8, "ونقطتان أخريان", "et deux autres points"),
        (12, 8, "و4 نقط أخرى", "et quatre autres points"),
        (19, 8, "و11 نقطة أخرى", "et onze autres points"),
    ],
)
def test_points_beyond_the_limit_are_counted(number: int, shown: int, ar: str, fr: str) -> None:
    points = tuple(point(position, "tp.6", None) for position in range(1, number + 1))
    for language, words in ((AR, ar), (FR, fr)):
        cut = table(
            realise(replace(BARE, points=points), language, ISSUED_ON, Cut(points=8)), "points"
        )
        assert len(cut.rows) == shown
        assert ISOLATES.sub("", plain(cut.more)).replace("\u00a0", " ") == words


@pytest.mark.parametrize(
    ("number", "ar", "fr"),
    [
        (8, "والتزامان آخران", "et deux autres engagements"),
        (9, "و3 التزامات أخرى", "et trois autres engagements"),
        (17, "و11 التزاما آخر", "et onze autres engagements"),
    ],
)
def test_commitments_beyond_the_limit_are_counted(number: int, ar: str, fr: str) -> None:
    promises = tuple(commitment(position, arabic("وعد")) for position in range(1, number + 1))
    for language, words in ((AR, ar), (FR, fr)):
        document = realise(
            replace(BARE, commitments=promises), language, ISSUED_ON, Cut(commitments=6)
        )
        cut = table(document, "commitments")
        assert len(cut.rows) == 6
        assert ISOLATES.sub("", plain(cut.more)).replace("\u00a0", " ") == words


def test_nothing_is_said_that_is_not_known() -> None:
    for language in Language:
        document = realise(BARE, language, ISSUED_ON)
        assert not any(isinstance(block, Table | Assessment) for block in document.blocks)
        assert said(document) == {
            "office.city." + language.value,
            "office.name." + language.value,
            "office.chief_title." + language.value,
            "number",
            "kind",
            "channel",
            "held_on",
            "issued_on",
            "points",
            "commitments",
        }


def test_same_plan_gives_same_document() -> None:
    for language in Language:
        assert realise(MODEL, language, ISSUED_ON) == realise(MODEL, language, ISSUED_ON)
