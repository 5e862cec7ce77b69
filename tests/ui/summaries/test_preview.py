"""The preview finds what is written in a document, and names what the document lacks."""

import pytest
from PySide6.QtCore import QModelIndex
from PySide6.QtPdf import QPdfSearchModel
from pytestqt.qtbot import QtBot

from outreach_app.documents.render import render
from outreach_app.i18n import Language
from tests.core.documents.samples import ISSUE, TITLES, session, words_of
from ui.summaries.preview import Preview

ARABIC, FRENCH = Language.ARABIC, Language.FRENCH


@pytest.fixture
def preview(qtbot: QtBot) -> Preview:
    shown = Preview(lambda: "", lambda: "")
    qtbot.addWidget(shown)
    return shown


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (ARABIC, "الإنارة"),
        (ARABIC, "المديرية العامة للأمن"),
        (ARABIC, "وتفعيلا لمقاربة شرطة القرب"),
        (ARABIC, "الأربعاء 14 أكتوبر 2026"),
        (ARABIC, "أُنجز منها التزامان ولا يزال"),
        (FRENCH, "Sûreté nationale"),
        (FRENCH, "dont 6 femmes : 12 représentants"),
        (FRENCH, "mise en œuvre"),
    ],
)
def test_words_numbers_and_phrases_are_found(
    preview: Preview, qtbot: QtBot, language: Language, words: str
) -> None:
    preview.show_documents({language: render(session(language), ISSUE, TITLES[language])})
    search = QPdfSearchModel()
    search.setDocument(preview.document)
    search.setSearchString(words)

    qtbot.waitUntil(lambda: search.rowCount(QModelIndex()) > 0)


def test_characters_that_no_font_holds_are_named_over_the_document(preview: Preview) -> None:
    preview.show_documents({FRENCH: render(words_of(FRENCH, "une 漢 ici"), ISSUE, "")})
    assert not preview.lacking.isHidden()
    assert "漢 (U+6F22)" in preview.lacking.text()

    preview.show_documents({FRENCH: render(session(FRENCH), ISSUE, "")})
    assert preview.lacking.isHidden()
