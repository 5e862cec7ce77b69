"""The pages of a partner's sheet and of a programme: text, icons, breaks, space for signatures."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from outreach_app.documents.archival import Metadata
from outreach_app.documents.composition import compose
from outreach_app.documents.elements import Row, Tied
from outreach_app.documents.imprint import WORDINGS
from outreach_app.documents.notes_lines import NotesLines
from outreach_app.documents.paragraph import ShapedParagraph
from outreach_app.documents.render import CLOSE_GAPS, render, render_shortest
from outreach_app.documents.status_marks import StatusMark
from outreach_app.documents.styles import PAGE_HEIGHT, PAGE_WIDTH, TEXT_WIDTH
from outreach_app.documents.table import Announced
from outreach_app.documents.tagging import TaggedCanvas
from outreach_app.i18n import Language
from outreach_app.summaries.hand_outs.programme_prose import programme_title, realise_programme
from outreach_app.summaries.hand_outs.prose import hand_out_title, realise_hand_out
from outreach_app.summaries.prose.blocks import Mark, Realised, Remarks
from outreach_app.summaries.prose.plain_text import to_plain_text
from tests.core.documents.reading import found_in_order, pages_of, run, words_in
from tests.core.documents.sample_parts import quotation
from tests.core.documents.samples import ISSUE
from tests.core.summaries.given_programmes import PROGRAMMES, meeting, programme
from tests.core.summaries.given_sheets import ISSUED_ON, SHEETS

AR, FR = Language.ARABIC, Language.FRENCH
MOCK_UP = SHEETS["mock-up"]


def sheet(language: Language, name: str = "mock-up", *, has_notes: bool = True) -> Realised:
    return realise_hand_out(SHEETS[name], language, ISSUED_ON, has_notes=has_notes)


def rendered(document: Realised) -> bytes:
    return render(document, ISSUE, hand_out_title(MOCK_UP, document.language)).pdf


def rows(document: Realised) -> tuple[Row, ...]:
    """Return the rows of a sheet, to whose end its closing lines are tied."""
    (tied,) = (part for part in compose(document) if isinstance(part, Tied))
    assert isinstance(tied.first, Announced)
    return tied.first.table.rows


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("name", ["mock-up", "several", "two-of-each"])
def test_other_programs_read_the_words_in_order(language: Language, name: str) -> None:
    document = sheet(language, name)
    assert found_in_order(words_in(document), rendered(document)) >= 0.9


@pytest.mark.parametrize("language", list(Language))
def test_the_file_is_sound_and_the_same_each_time(language: Language, tmp_path: Path) -> None:
    pdf = rendered(sheet(language))
    assert pdf == rendered(sheet(language))
    checked = run("qpdf", pdf, tmp_path, "--check")
    assert checked.returncode == 0, checked.stdout


def test_what_was_said_stands_at_the_start_edge() -> None:
    for language, first, last in ((FR, 0.0, TEXT_WIDTH), (AR, TEXT_WIDTH, 0.0)):
        for row in rows(sheet(language)):
            (said, _left), (done, _right) = row.cells
            assert (said < done) == (first < last)


def test_each_row_ends_with_its_sign_and_only_the_arrow_is_mirrored() -> None:
    def marks(language: Language) -> list[StatusMark]:
        ends = [row.cells[1][1].parts[-1] for row in rows(sheet(language))]
        return [end for end in ends if isinstance(end, StatusMark)]

    expected = [Mark.DONE, Mark.DONE, Mark.WAITING, Mark.TRANSMITTED, Mark.LATE, Mark.REFUSED]
    for language, direction in ((AR, -1), (FR, 1)):
        assert [mark.mark for mark in marks(language)] == expected
        assert {mark.direction for mark in marks(language)} == {direction}
    clocks = [drawn(replace(marks(FR)[4], direction=side)) for side in (1, -1)]
    arrows = [drawn(replace(marks(FR)[3], direction=side)) for side in (1, -1)]
    assert clocks[0] == clocks[1]
    assert arrows[0] != arrows[1]


def drawn(mark: StatusMark) -> bytes:
    """Return a page with only the mark."""
    metadata = Metadata("", "", "fr-MA", ISSUE.issued_at, ISSUE.code, "")
    canvas = TaggedCanvas((PAGE_WIDTH, PAGE_HEIGHT), metadata)
    mark.draw(canvas, 0.0, 100.0)
    canvas.end_page()
    return contents(canvas.finish())


def contents(pdf: bytes) -> bytes:
    """Return the operators of all pages."""
    pages = (page.get_contents() for page in PdfReader(BytesIO(pdf)).pages)
    return b"".join(page.get_data() for page in pages if page is not None)


def test_a_longer_sheet_goes_on_under_its_headings_and_cuts_nothing() -> None:
    pages = pages_of(rendered(sheet(FR, "two-of-each")))
    assert len(pages) == 4
    assert "Vos remarques" in pages[-1]
    assert all("Vous nous avez dit" in page for page in pages)
    assert sum(page.count("texte original en arabe") for page in pages) == 40


def test_room_to_write_goes_to_the_foot_and_opens_no_page_by_itself() -> None:
    short = sheet(FR, "one-late")
    assert isinstance(compose(short)[-1], NotesLines)
    assert contents(rendered(short)).count(b"[0 1.6] 0 d") == 10
    states = replace(MOCK_UP.states, blocked=0, late=0)
    plan = replace(MOCK_UP, points=4, remarks=MOCK_UP.remarks[:4], states=states)
    full = realise_hand_out(plan, FR, ISSUED_ON)
    candidates = (full, realise_hand_out(plan, FR, ISSUED_ON, has_notes=False), full)
    assert len(pages_of(rendered(full))) == 1
    assert render_shortest(candidates, ISSUE, "").pages == 1


def test_contact_and_signature_are_not_alone_with_the_room_to_write() -> None:
    usual = sheet(AR)
    for count in range(4, 12):
        blocks = tuple(
            replace(block, rows=(block.rows[0],) * count) if isinstance(block, Remarks) else block
            for block in usual.blocks
        )
        pages = pages_of(rendered(replace(usual, blocks=blocks)))
        assert len(pages) == 1 or "المدارس" in pages[-1]


def test_rows_can_stand_closer_to_save_a_page() -> None:
    whole, close = (
        compose(sheet(AR, "two-of-each"), None, gaps)[-2].height for gaps in (1.0, CLOSE_GAPS)
    )
    assert close < whole


@pytest.mark.parametrize("language", list(Language))
def test_a_programme_holds_its_meetings_over_as_many_pages(language: Language) -> None:
    plan, many = (
        PROGRAMMES["month"],
        programme(*(meeting(number, 4) for number in range(1, 31))),
    )
    document = realise_programme(plan, language, ISSUED_ON)
    title = programme_title(plan, language)
    assert found_in_order(words_in(document), render(document, ISSUE, title).pdf) >= 0.9
    pages = pages_of(render(realise_programme(many, language, ISSUED_ON), ISSUE, title).pdf)
    assert sum(page.count("04/11/2026") for page in pages) == 30
    assert len(pages) > 1


def test_later_pages_are_headed_by_the_title_and_the_month() -> None:
    title = programme_title(PROGRAMMES["month"], FR)
    assert title == "Programme des rencontres · novembre\u00a02026"
    title = "Suites données aux points que vous avez soulevés"
    assert hand_out_title(MOCK_UP, FR) == f"{title} · 11/2026"


@pytest.mark.parametrize("language", list(Language))
def test_a_long_remark_takes_the_width_under_its_topic(language: Language) -> None:
    usual, long = sheet(language), quotation("كلمة " * 120, AR)
    blocks = tuple(
        replace(block, rows=(replace(block.rows[0], said=long), *block.rows[1:]))
        if isinstance(block, Remarks)
        else block
        for block in usual.blocks
    )
    wide = rows(replace(usual, blocks=blocks))[0].wide

    assert rows(usual)[0].wide is None
    assert wide is not None
    assert wide.place == 1
    (words,) = (part for part in wide.stack.parts if isinstance(part, ShapedParagraph))
    assert max(line.width for line in words.lines) > TEXT_WIDTH * 0.9


@pytest.mark.parametrize("language", Language)
def test_the_mark_of_a_sample_leaves_its_code_readable(language: Language) -> None:
    """Also where the line of the issue takes two: the mark stands on a line of its own."""
    issue = replace(ISSUE, is_sample=True, number="2026/00023-B")
    page = PdfReader(BytesIO(render(sheet(language), issue, "").pdf)).pages[0]
    lines: dict[int, list[str]] = {}

    def visit(piece: str, _current: object, matrix: list[float], *_font: object) -> None:
        if piece.strip():
            lines.setdefault(round(matrix[5]), []).append(piece.strip())

    page.extract_text(visitor_text=visit)
    sample = WORDINGS[language].sample.split()
    assert [words for words in lines.values() if sample[-1] in words] == [sample]


def test_a_translation_has_its_mark_on_the_page() -> None:
    document = sheet(FR, "together")
    pages = PdfReader(BytesIO(rendered(document))).pages
    marks = "".join(page.extract_text() for page in pages).count("*")
    assert marks == to_plain_text(document).count("*") > 2
