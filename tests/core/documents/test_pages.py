"""Pages break in sensible places, and long words take the full width."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from outreach_app.documents.composition import compose
from outreach_app.documents.elements import Room, Tied
from outreach_app.documents.flow import paginate
from outreach_app.documents.handwriting import SIGNATURE_HEIGHT
from outreach_app.documents.render import CLOSE_GAPS, FIRST_ROOM, render
from outreach_app.documents.styles import BODY_ROOM, MILLIMETRE, TEXT_WIDTH
from outreach_app.i18n import Language
from outreach_app.summaries.prose.blocks import (
    FillIns,
    Note,
    NotesLines,
    Paragraph,
    Realised,
    Signature,
    Signatures,
    Span,
    Table,
)
from outreach_app.summaries.prose.circulation import Circulation
from tests.core.documents.reading import pages_of
from tests.core.documents.sample_parts import quotation, row
from tests.core.documents.samples import ISSUE, TITLES, session, words_of

ARABIC, FRENCH = Language.ARABIC, Language.FRENCH


@pytest.mark.parametrize(
    ("language", "step"),
    [(ARABIC, 2), *(pytest.param(each, 1, marks=pytest.mark.long) for each in Language)],
)
def test_a_signature_never_stands_on_a_page_without_what_it_signs(
    language: Language, step: int
) -> None:
    follow_up = "Il a été décidé" if language is FRENCH else "كما تقررت إحالة"
    for rows in range(3, 36, step):
        points = tuple(row(f"{number}", "mot", "mot") for number in range(rows))
        pages = pages_of(render(session(language, points), ISSUE, TITLES[language]).pdf)

        assert follow_up in pages[-1]


@pytest.mark.parametrize("language", list(Language))
def test_three_rows_go_to_the_last_page_with_a_signature(language: Language) -> None:
    for rows in range(30, 44):
        cells = tuple(row(f"X{number}X", "mot", "mot") for number in range(rows))
        blocks = (Table("points", ("A", "B", "C"), cells), Signature("Le chef"))
        pages = pages_of(
            render(Realised(language, "", Circulation.INTERNAL, blocks), ISSUE, "").pdf
        )

        assert len(pages) == 1 or pages[-1].count("X") >= 2 * 3


def test_two_who_sign_do_not_sign_an_empty_page() -> None:
    said = Paragraph((Span("Remis ce jour."),))
    blocks = (*words_of(FRENCH, "Un.").blocks, said, Signatures(("Le sortant", "L’entrant")))
    *_others, closing = compose(Realised(FRENCH, "", Circulation.INTERNAL, blocks))
    assert isinstance(closing, Tied)


def test_a_long_closing_phrase_does_not_end_a_document_alone_with_its_signature() -> None:
    closing = Paragraph((Span("Tel est l’objet de la présente synthèse. " * 20),))
    blocks = (*words_of(FRENCH, "Un.").blocks, closing, Signature("Le chef"))
    (everything,) = compose(Realised(FRENCH, "", Circulation.INTERNAL, blocks))
    assert isinstance(everything, Tied)


def test_the_room_for_ink_shrinks_before_a_page_is_added() -> None:
    blocks = (*words_of(FRENCH, "Un.").blocks, Signature("Le chef"))
    closing = compose(Realised(FRENCH, "", Circulation.INTERNAL, blocks))[-1]
    short = SIGNATURE_HEIGHT - closing.below

    assert short < 15 * MILLIMETRE
    for missing, count in ((0.0, 1), (SIGNATURE_HEIGHT - short, 1), (SIGNATURE_HEIGHT, 2)):
        above = Room(FIRST_ROOM - closing.height - closing.above - closing.below + missing)
        assert len(paginate((above, closing), FIRST_ROOM, BODY_ROOM)) == count


def test_blocks_stand_closer_where_that_saves_a_page() -> None:
    def pages(document: Realised, gaps: float) -> int:
        return len(paginate(compose(document), FIRST_ROOM, BODY_ROOM, gaps))

    documents = [words_of(FRENCH, *["Une phrase."] * count) for count in range(30, 60)]
    saving = [each for each in documents if pages(each, 1.0) == 2 and pages(each, CLOSE_GAPS) == 1]

    assert saving
    assert all(render(each, ISSUE, "").pages == 1 for each in saving)


def places(pdf: bytes, page: int, word: str) -> list[float]:
    """Return where a word begins on a page, in points from the left edge."""
    found: list[float] = []

    def visit(piece: str, _current: object, matrix: list[float], *_font: object) -> None:
        if piece.strip() == word:
            found.append(matrix[4])

    PdfReader(BytesIO(pdf)).pages[page].extract_text(visitor_text=visit)
    return found


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize(("length", "share"), [(250, 0.4), (600, 1.0)])
def test_a_long_quotation_takes_the_width_of_the_page(
    language: Language, length: int, share: float
) -> None:
    word = "lune" if language is FRENCH else "قمرا"
    points = (row("X", quotation(f"{word} " * (length // 5), language), "Z"),)
    pdf = render(session(language, points), ISSUE, "").pdf
    across = places(pdf, 0, word)

    assert TEXT_WIDTH * (share - 0.15) < max(across) - min(across) < TEXT_WIDTH * share
    # It is read in its column's turn, whatever stands under what.
    page = pages_of(pdf)[0].split()
    assert page.index("X") < page.index(word) < page.index("Z")


def test_a_page_may_break_inside_a_long_quotation() -> None:
    words = [f"mot{number}" for number in range(420)]
    before = tuple(row(f"sujet {number}", "mot", "suite") for number in range(14))
    points = (*before, row("Long", quotation(" ".join(words), FRENCH), "Suite"))
    first, *others = pages_of(render(session(FRENCH, points), ISSUE, "").pdf)
    read = " ".join([first, *others]).split()

    assert "mot0" in first.split()
    assert "mot419" not in first.split()
    assert [word for word in read if word.startswith("mot") and word[3:].isdigit()] == words


def test_lines_to_fill_in_and_to_sign_follow_the_end_of_the_text() -> None:
    for rows in range(34, 40):
        cells = tuple(row(f"X{number}X", "mot", "mot") for number in range(rows))
        closing = (FillIns(("Reçu le",)), Note("Vos droits"), Signature("Le chef"))
        for end in (closing, (closing[0], closing[2])):
            blocks = (Table("points", ("A", "B", "C"), cells), *end)
            document = Realised(FRENCH, "", Circulation.INTERNAL, blocks)
            pages = pages_of(render(document, ISSUE, "").pdf)

            assert len(pages) == 1 or pages[-1].count("X") >= 2 * 3


def test_lines_to_write_on_take_no_page_of_their_own() -> None:
    for rows in range(34, 40):
        cells = tuple(row(f"X{number}X", "mot", "mot") for number in range(rows))
        blocks = (Table("points", ("A", "B", "C"), cells), NotesLines("Notes"))
        document = Realised(FRENCH, "", Circulation.INTERNAL, blocks)
        pages = pages_of(render(document, ISSUE, "").pdf)

        assert "X" in pages[-1]
