"""A rendered file is valid, readable by other programs, and reproducible."""

import os
import subprocess
import sys
from dataclasses import replace
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Paragraph, SimpleDocTemplate

from outreach_app.documents.faces import Face, load
from outreach_app.documents.imprint import unit_of
from outreach_app.documents.render import render, render_shortest
from outreach_app.i18n import Language
from outreach_app.summaries.prose.blocks import Assessment, Note, Quotation
from outreach_app.summaries.prose.blocks import Paragraph as Sentences
from tests.core.documents.reading import found_in_order, pages_of, run, words_in
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


def rendered(language: Language) -> bytes:
    return render(session(language), ISSUE, TITLES[language]).pdf


@pytest.mark.parametrize("language", list(Language))
def test_a_usual_session_takes_one_page(language: Language) -> None:
    document = render(session(language), ISSUE, TITLES[language])

    assert document.pages == 1
    assert len(PdfReader(BytesIO(document.pdf)).pages) == 1


@pytest.mark.parametrize("language", list(Language))
def test_other_programs_read_the_words_in_order(language: Language) -> None:
    assert found_in_order(words_in(session(language)), rendered(language)) >= 0.95


def test_arabic_punctuation_and_numbers_are_read_where_they_belong() -> None:
    (page,) = pages_of(rendered(ARABIC))

    assert "حضره 14 مشاركا، من بينهم 6 نساء: 12 ممثلا عن 7 جمعيات (5 جمعيات لأمهات" in page
    assert "«نلتمس تكثيف الدوريات" in page
    assert "عدد: 23/2026" in page


def test_reportlab_s_own_arabic_would_not_be_read_in_order(tmp_path: Path) -> None:
    file, font = tmp_path / "own.pdf", tmp_path / "Amiri.ttf"
    font.write_bytes(load(Face.AMIRI).data)
    pdfmetrics.registerFont(TTFont("Amiri-own", font))
    style = ParagraphStyle("own", fontName="Amiri-own", fontSize=12, leading=20, wordWrap="RTL")
    words = words_in(session(ARABIC))
    SimpleDocTemplate(str(file)).build([Paragraph(" ".join(words), style)])

    assert found_in_order(words, file.read_bytes()) < 0.5


@pytest.mark.parametrize("language", list(Language))
def test_every_font_is_embedded_subset_and_readable(language: Language, tmp_path: Path) -> None:
    listing = run("pdffonts", rendered(language), tmp_path)
    fonts = [line.split() for line in listing.stdout.splitlines()[2:]]

    assert listing.stderr == ""
    assert {font[0].split("+")[1] for font in fonts} == {face.postscript_name for face in Face} - {
        "NotoSansTifinagh-Regular"
    }
    assert {tuple(font[-5:-2]) for font in fonts} == {("yes", "yes", "yes")}


@pytest.mark.parametrize("language", list(Language))
def test_the_file_has_no_error(language: Language, tmp_path: Path) -> None:
    checked = run("qpdf", rendered(language), tmp_path, "--check")

    assert checked.returncode == 0, checked.stdout + checked.stderr


RENDER_ELSEWHERE = """
import sys
from hashlib import sha256
from outreach_app.documents.imprint import unit_of
from outreach_app.documents.render import render
from outreach_app.i18n import Language
from tests.core.documents.samples import ISSUE, TITLES, session
pdfs = (render(session(each), ISSUE, TITLES[each]).pdf for each in Language)
sys.stdout.write(" ".join(sha256(pdf).hexdigest() for pdf in pdfs))
"""


def test_another_process_clock_and_hash_seed_give_the_same_bytes() -> None:
    elsewhere = {**os.environ, "PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo", "LC_ALL": "C.UTF-8"}
    printed = subprocess.run(
        [sys.executable, "-c", RENDER_ELSEWHERE],
        env=elsewhere,
        cwd=Path(__file__).parents[3],
        capture_output=True,
        text=True,
        check=True,
    ).stdout

    assert printed.split() == [sha256(rendered(language)).hexdigest() for language in Language]


@pytest.mark.parametrize(("language", "tag"), [(ARABIC, "ar-MA"), (FRENCH, "fr-MA")])
def test_the_file_says_its_title_language_moment_and_office(language: Language, tag: str) -> None:
    reader = PdfReader(BytesIO(rendered(language)))
    information, catalogue = reader.metadata, reader.root_object
    preferences = catalogue["/ViewerPreferences"].get_object()

    assert information is not None
    assert information.title == TITLES[language]
    assert information.author == unit_of(session(language))
    assert information.creation_date == ISSUE.issued_at
    assert str(catalogue["/Lang"]) == tag
    assert isinstance(preferences, DictionaryObject)
    assert str(preferences["/DisplayDocTitle"]) == "True"
    # PDFium reverses French lines in a file that is R2L.
    assert "/Direction" not in preferences


@pytest.mark.parametrize(
    ("language", "footer"),
    [
        (
            ARABIC,
            (
                "وثيقة داخلية خلاصة عدد 23/2026 · الصيغة 2 بتاريخ 14/10/2026"
                " على الساعة 15:40 · رمز التحقق: 3F7A-QXC2-LM5R-B6TD الصفحة 1 من 1"
            ),
        ),
        (
            FRENCH,
            (
                "Document interne synthèse n° 23/2026 · version 2 du 14/10/2026 à 15 h 40"
                " · code de vérification : 3F7A-QXC2-LM5R-B6TD page 1 sur 1"
            ),
        ),
    ],
)
def test_the_footer_says_level_issue_code_and_page(language: Language, footer: str) -> None:
    assert pages_of(rendered(language))[0].endswith(footer)


@pytest.mark.parametrize(
    ("language", "mark"),
    [
        (Language.ARABIC, "وثيقة تجريبية · معطيات غير حقيقية"),
        (Language.FRENCH, "Spécimen · données fictives"),
    ],
)
def test_every_page_of_a_sample_says_so(language: Language, mark: str) -> None:
    points = (ARABIC_POINTS if language is ARABIC else FRENCH_POINTS) * 8
    issue = replace(ISSUE, is_sample=True)
    pages = pages_of(render(session(language, points), issue, TITLES[language]).pdf)

    assert len(pages) > 1
    assert all(page.endswith(mark) for page in pages)
    assert mark not in pages_of(rendered(language))[0]


def test_a_footer_without_room_says_all_in_two_lines() -> None:
    wordy = replace(session(FRENCH), kind="compte rendu détaillé d’une réunion de concertation")
    (page,) = pages_of(render(wordy, ISSUE, "").pdf)

    assert "de concertation n° 23/2026 · version 2 du 14/10/2026" in page
    assert "code de vérification : 3F7A-QXC2-LM5R-B6TD" in page


def test_the_second_page_names_the_unit_and_the_document() -> None:
    long = session(FRENCH, points=FRENCH_POINTS * 4)
    first, second = pages_of(render(long, ISSUE, TITLES[FRENCH]).pdf)

    head = "Arrondissement de police Annakhil Synthèse d’une séance de dialogue n° 23/2026"
    assert head in second
    assert head not in first
    assert "page 2 sur 2" in second


def test_the_fullest_candidate_that_fits_one_page_is_rendered() -> None:
    full = session(ARABIC, points=ARABIC_POINTS * 3)
    cut = session(ARABIC, points=ARABIC_POINTS[:3])
    more_cut = session(ARABIC, points=ARABIC_POINTS[:1])
    document = render_shortest((full, cut, more_cut), ISSUE, TITLES[ARABIC])

    assert document.pages == 1
    assert document.pdf == render(cut, ISSUE, TITLES[ARABIC]).pdf


def test_the_last_candidate_flows_on_where_none_fits() -> None:
    full = session(ARABIC, points=ARABIC_POINTS * 4)
    cut = session(ARABIC, points=ARABIC_POINTS * 3)
    document = render_shortest((full, cut), ISSUE, TITLES[ARABIC])

    assert document.pages == 2
    assert document.pdf == render(cut, ISSUE, TITLES[ARABIC]).pdf


def test_assessment_and_signature_go_to_the_next_page_together() -> None:
    # Enough points that the assessment fits the first page, but not its signature.
    document = session(FRENCH, points=(*FRENCH_POINTS, *FRENCH_POINTS[:3]))
    first, second = pages_of(render(document, ISSUE, TITLES[FRENCH]).pdf)

    assert "Appréciation du chef" not in first
    assert "Appréciation du chef" in second
    assert "Il a été décidé" in second


def test_a_note_and_a_signature_are_not_alone_after_an_opinion() -> None:
    note = Note("* Traduction de l’arabe.")
    for number in (17, 20):
        points = tuple(row(f"sujet {each}", "point", "suite") for each in range(number))
        *others, end = session(FRENCH, points=points, commitments=()).blocks
        closing = Sentences(text("Le service reste à disposition."))
        document = replace(session(FRENCH), blocks=(*others, note, closing, end))
        *_, last = pages_of(render(document, ISSUE, TITLES[FRENCH]).pdf)
        assert "consécutive" in last


def test_a_point_as_long_as_a_book_is_rendered_whole() -> None:
    words = [f"mot{number}" for number in range(10_000)]
    points = (row("Sujet", quotation(" ".join(words), FRENCH), "À l’étude"),)
    document = render(session(FRENCH, points=points), ISSUE, TITLES[FRENCH])
    read = " ".join(pages_of(document.pdf)).split()

    assert document.pages > 10
    assert [word for word in read if word.startswith("mot") and word[3:].isdigit()] == words


def test_an_assessment_longer_than_a_page_flows_on() -> None:
    usual = session(ARABIC)
    blocks = tuple(
        replace(block, words=Quotation("مشاركة " * 2000, ARABIC, "assessment"))
        if isinstance(block, Assessment)
        else block
        for block in usual.blocks
    )
    document = render(replace(usual, blocks=blocks), ISSUE, TITLES[ARABIC])

    assert document.pages >= 3
    assert " ".join(pages_of(document.pdf)).split().count("مشاركة") >= 2000


def test_a_letter_that_no_font_holds_stops_no_document() -> None:
    document = render(words_of(ARABIC, "نقطة 漢 أخرى 😀"), ISSUE, "")

    assert document.lacking == "漢😀"
    assert "نقطة 漢 أخرى 😀" in pages_of(document.pdf)[0]


def test_tifinagh_is_printed_and_read() -> None:
    document = render(words_of(ARABIC, "جمعية ⵜⴰⵎⵓⵔⵜ للتنمية"), ISSUE, "")

    assert document.lacking == ""
    assert "جمعية ⵜⴰⵎⵓⵔⵜ للتنمية" in pages_of(document.pdf)[0]
