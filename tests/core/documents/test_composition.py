"""Blocks become elements on the right side of the page, in the right order and language."""

from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from outreach_app.documents.columns import fitted
from outreach_app.documents.composition import compose
from outreach_app.documents.paragraph import Setting, fragments
from outreach_app.documents.render import render
from outreach_app.documents.styles import MARGIN, TEXT_WIDTH, styles
from outreach_app.i18n import Language
from outreach_app.summaries.prose.blocks import Facts, Table, Title
from outreach_app.summaries.prose.quoting import in_guillemets
from tests.core.documents.reading import pages_of
from tests.core.documents.sample_parts import quotation, row, text
from tests.core.documents.samples import (
    ARABIC_POINTS,
    FRENCH_POINTS,
    ISSUE,
    TITLES,
    session,
    words_of,
)

ARABIC, FRENCH = Language.ARABIC, Language.FRENCH
MIDDLE = MARGIN + TEXT_WIDTH / 2


def places(language: Language, pdf: bytes) -> dict[str, float]:
    """Return where each piece of text begins, in points from the left edge."""
    found: dict[str, float] = {}

    def visit(piece: str, _current: object, matrix: list[float], *_font: object) -> None:
        found.setdefault(piece.strip(), matrix[4])

    PdfReader(BytesIO(pdf)).pages[0].extract_text(visitor_text=visit)
    return found


@pytest.mark.parametrize("language", list(Language))
def test_a_table_s_columns_go_from_the_start_edge_to_the_end_edge(language: Language) -> None:
    headings = ("أ", "ب", "ج") if language is ARABIC else ("A", "B", "C")
    table = Table("points", headings, (row("1", "2", "3"),))
    document = replace(session(language), blocks=(table,))
    found = places(language, render(document, ISSUE, "").pdf)
    across = [found[heading] for heading in headings]

    assert across == sorted(across, reverse=language is ARABIC)
    assert [found[cell] for cell in "123"] == pytest.approx(across, abs=10)


def test_a_table_without_rows_leaves_no_headings_behind() -> None:
    document = session(FRENCH, points=(), commitments=())
    (page,) = pages_of(render(document, ISSUE, TITLES[FRENCH]).pdf)

    assert "Thématique" not in page
    assert "Échéance" not in page
    assert "La rencontre a donné lieu" in page


def test_cut_rows_are_told_in_the_last_row() -> None:
    document = session(FRENCH, more=text("et 4\u00a0autres points"))
    (page,) = pages_of(render(document, ISSUE, TITLES[FRENCH]).pdf)

    assert "depuis le 1er octobre 2026 et 4 autres points La rencontre" in page


@pytest.mark.parametrize(("language", "points"), [(ARABIC, ARABIC_POINTS), (FRENCH, FRENCH_POINTS)])
def test_headings_are_repeated_and_no_row_is_cut(
    language: Language, points: tuple[tuple[object, ...], ...]
) -> None:
    long_point = "كلمة أخرى " * 25 if language is ARABIC else "un mot de plus " * 18
    rows = tuple(row(f"X{number}X", long_point, f"Z{number}Z") for number in range(12))
    pages = pages_of(render(session(language, points=rows), ISSUE, TITLES[language]).pdf)
    heading = "النقطة المثارة" if language is ARABIC else "Point soulevé"
    counts = [page.count(long_point.strip()) for page in pages]

    assert len(pages) > 1
    assert all(heading in page for page, count in zip(pages, counts, strict=True) if count)
    assert sum(counts) == len(rows)


def test_the_paragraph_that_announces_a_table_goes_with_its_first_rows() -> None:
    for rows in range(8, 26):
        points = tuple(row(f"sujet {number}", "point", "suite") for number in range(rows))
        pages = pages_of(render(session(FRENCH, points=points), ISSUE, TITLES[FRENCH]).pdf)
        (announcing,) = [page for page in pages if "La rencontre a donné lieu" in page]

        assert "Patrouille à pied" in announcing
        assert "Séance de sensibilisation" in announcing


@pytest.mark.parametrize(
    ("language", "quoted", "expected"),
    [(FRENCH, " rue sombre ", "«\u00a0rue sombre\u00a0»"), (ARABIC, "زنقة مظلمة", "«زنقة مظلمة»")],
)
def test_a_quotation_wears_the_guillemets_of_its_own_language(
    language: Language, quoted: str, expected: str
) -> None:
    assert in_guillemets(quoted, language) == expected


def test_a_quotation_of_the_other_language_keeps_its_direction_on_the_page_s_side() -> None:
    words = "Le passage derrière le lycée reste sans éclairage."
    points = (row("الإنارة", quotation(words, FRENCH, "النص الأصلي بالفرنسية"), "جواب"),)
    pdf = render(session(ARABIC, points=points), ISSUE, TITLES[ARABIC]).pdf

    assert f"« {words} » النص الأصلي بالفرنسية" in pages_of(pdf)[0]
    pieces = places(ARABIC, pdf)
    opening = next(x for piece, x in pieces.items() if piece.startswith("«"))
    assert opening < pieces["passage"] < pieces["derrière"]


def test_a_quotation_tells_screen_readers_its_language() -> None:
    pdf = render(session(ARABIC), ISSUE, TITLES[ARABIC]).pdf
    reader = PdfReader(BytesIO(pdf))
    objects = (reader.get_object(number) for number in range(1, len(reader.xref[0]) + 1))
    spoken = [
        str(each["/Lang"])
        for each in objects
        if isinstance(each, DictionaryObject) and "/Lang" in each
    ]

    assert spoken.count("fr-MA") == 1


@pytest.mark.parametrize("language", list(Language))
def test_the_letterhead_is_at_the_start_and_the_number_at_the_end(language: Language) -> None:
    found = places(language, render(session(language), ISSUE, TITLES[language]).pdf)
    kingdom = "المغربية" if language is ARABIC else "Royaume"

    assert (found[kingdom] > MIDDLE) == (language is ARABIC)
    assert (found["23/2026"] > MIDDLE) == (language is FRENCH)


@pytest.mark.parametrize(
    ("written", "raised"),
    [
        ("le 1er octobre", ["er"]),
        ("la 3e rencontre, la 1re", ["e", "re"]),
        ("3F9A-71e, 23/2e, R2e", []),
        ("12 entrées", []),
    ],
)
def test_french_ordinals_raise_their_letters_and_references_do_not(
    written: str, raised: list[str]
) -> None:
    parts = fragments(written, styles(FRENCH).body, FRENCH)

    assert [part.text for part in parts if part.rise > 0] == raised
    assert "".join(part.text for part in parts) == written
    assert fragments(written, styles(ARABIC).body, ARABIC)[0].rise == 0


def test_facts_share_the_width_and_none_is_cut_off() -> None:
    assert fitted([10.0, 20.0, 30.0], 100.0) == [10.0, 20.0, 30.0]
    assert fitted([10.0, 200.0, 20.0, 300.0], 130.0) == [10.0, 50.0, 20.0, 50.0]


def test_facts_with_a_very_long_place_stay_inside_the_page() -> None:
    place = "Salle polyvalente du complexe socio-culturel de proximité " * 4
    facts = Facts((("Lieu", text(place)), ("Date", text("14/10/2026")), ("Femmes", text("0"))))
    document = replace(session(FRENCH), blocks=(Title("Titre", ()), facts))
    found = places(FRENCH, render(document, ISSUE, "").pdf)

    assert max(found.values()) < MARGIN + TEXT_WIDTH
    assert found["Femmes"] > found["Date"] > found["Lieu"]


def test_a_document_of_paragraphs_has_one_element_each() -> None:
    assert len(compose(words_of(FRENCH, "Un.", "Deux."))) == 2


def test_a_setting_measures_the_width_that_holds_a_line() -> None:
    setting, style = Setting(FRENCH), styles(FRENCH).cell
    width = setting.natural_width("Siège de l’arrondissement de police", style)
    line = setting.paragraph("Siège de l’arrondissement de police", style, width, ())

    assert len(line.lines) == 1
