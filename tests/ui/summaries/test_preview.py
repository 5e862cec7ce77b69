"""The preview finds text, reports missing characters, and renders pages for their size."""

import pytest
from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QThread
from PySide6.QtGui import QPalette
from PySide6.QtPdf import QPdfPageRenderer, QPdfSearchModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from outreach_app.documents.render import render
from outreach_app.i18n import Language
from tests.core.documents.samples import ISSUE, TITLES, session, words_of
from tests.ui.rest import is_drawn
from ui import style
from ui.style import Scheme
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


def test_a_page_is_as_wide_in_every_height_of_the_window(preview: Preview) -> None:
    """One whose bar went where it fits would fit without it, and never come to rest."""
    preview.show_documents({FRENCH: render(session(FRENCH), ISSUE, TITLES[FRENCH])})
    preview.show()
    widths = set()
    for height in (400, 9000):
        preview.resize(604, height)
        QApplication.processEvents()
        widths.add(preview.view.viewport().width())
    assert len(widths) == 1


def test_pages_stand_on_the_ground_of_the_palette_that_the_screen_changes_to(
    preview: Preview,
) -> None:
    preview.show()
    style.apply(Scheme.DARK)
    assert preview.view.palette().color(QPalette.ColorRole.Dark) == style.colour("paper")


def test_a_line_finds_words_in_the_document_and_goes_from_one_to_the_next(
    preview: Preview, qtbot: QtBot
) -> None:
    preview.show_documents({FRENCH: render(session(FRENCH), ISSUE, TITLES[FRENCH])})
    preview.show()
    preview.activateWindow()
    qtbot.waitUntil(preview.isActiveWindow)
    assert preview.finder.isHidden()

    QTest.keyClick(preview.view, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: not preview.finder.isHidden())
    QTest.keyClicks(preview.finder.words, "arrondissement de police")
    qtbot.waitUntil(lambda: preview.finder.found.rowCount(QModelIndex()) > 3)
    assert preview.view.currentSearchResultIndex() == 0
    QTest.keyClick(preview.finder.words, Qt.Key.Key_Return)
    assert preview.view.currentSearchResultIndex() == 1

    QTest.keyClick(preview.finder.words, Qt.Key.Key_Escape)
    qtbot.waitUntil(preview.finder.isHidden)
    assert preview.finder.found.searchString() == ""


class Paints(QObject):
    """Counts how often a widget is painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.number = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.number += event.type() == QEvent.Type.Paint
        return super().eventFilter(watched, event)


def test_the_whole_word_is_marked_once_it_is_typed(preview: Preview, qtbot: QtBot) -> None:
    preview.show_documents({ARABIC: render(session(ARABIC), ISSUE, TITLES[ARABIC])})
    preview.resize(900, 1250)  # nothing scrolls, which would paint too
    preview.show()
    preview.finder.begin()
    found, words = preview.finder.found, preview.finder.words

    def find(typed: str) -> None:
        # Both are found as often, in the same places, so that nothing else moves or changes.
        words.setText(typed)
        words.textEdited.emit(typed)
        qtbot.waitUntil(lambda: found.searchString() == typed)
        qtbot.waitUntil(lambda: found.rowCount(QModelIndex()) == 3)

    qtbot.waitUntil(lambda: is_drawn(preview.view))
    find("الإنا")
    QApplication.processEvents()
    paints = Paints(preview.view.viewport())
    find("الإنارة")
    qtbot.waitUntil(lambda: paints.number > 0)
    paints.number = 0
    preview.finder.close_line()
    qtbot.waitUntil(lambda: paints.number > 0)


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("تعمل الجَمْعِيَّة هنا", "الجمعية"),
        ("تعمل الجمعيـــة هنا", "الجمعية"),
        ("تعمل الجمعية هنا", "الجَمْعِيَّة"),
        ("تعمل الجمعية هنا", "الجمعيـــة"),
        ("تعمل الجَمْعِيَّة هنا", "الجمـعيـة"),
    ],
)
def test_vowel_marks_and_kashidas_do_not_count_in_what_is_found(
    preview: Preview, qtbot: QtBot, written: str, typed: str
) -> None:
    preview.show_documents({ARABIC: render(words_of(ARABIC, written), ISSUE, "")})
    preview.show()
    preview.finder.begin()
    preview.finder.words.setText(typed)
    qtbot.waitUntil(lambda: preview.finder.found.rowCount(QModelIndex()) == 1)


def test_characters_that_no_font_holds_are_named_over_the_document(preview: Preview) -> None:
    preview.show_documents({FRENCH: render(words_of(FRENCH, "une 漢 ici"), ISSUE, "")})
    assert not preview.lacking.isHidden()
    assert "漢 (U+6F22)" in preview.lacking.text()

    preview.show_documents({FRENCH: render(session(FRENCH), ISSUE, "")})
    assert preview.lacking.isHidden()


def test_the_words_are_found_in_the_next_document_too(preview: Preview, qtbot: QtBot) -> None:
    preview.show_documents({FRENCH: render(session(FRENCH), ISSUE, TITLES[FRENCH])})
    preview.show()
    preview.finder.begin()
    preview.finder.words.setText("الإنارة")
    preview.show_documents({ARABIC: render(session(ARABIC), ISSUE, TITLES[ARABIC])})
    qtbot.waitUntil(lambda: preview.finder.found.rowCount(QModelIndex()) > 0)


def test_a_page_of_the_former_document_is_not_shown_for_the_next_one(
    preview: Preview, qtbot: QtBot
) -> None:
    preview.resize(900, 700)
    preview.show()
    preview.show_documents({FRENCH: render(session(FRENCH), ISSUE, TITLES[FRENCH])})
    next_one = {ARABIC: render(session(ARABIC), ISSUE, TITLES[ARABIC])}
    qtbot.waitUntil(lambda: is_drawn(preview.view))
    preview.resize(600, 700)
    preview.view.viewport().grab()  # asks for the page at this size
    QThread.msleep(100)  # its thread draws it; the window has not taken it yet
    preview.show_documents(next_one)
    qtbot.waitUntil(lambda: is_drawn(preview.view))


def test_a_page_asked_for_as_the_document_is_taken_away_is_drawn_in_the_next_one(
    preview: Preview, qtbot: QtBot
) -> None:
    documents = [{each: render(session(each), ISSUE, TITLES[each])} for each in (FRENCH, ARABIC)]
    preview.show()
    for place in range(8):
        preview.resize(600 + place, 700)  # no page of this size was asked for before
        preview.show_documents(documents[place % 2])
        preview.view.viewport().grab()  # asks for the page
        preview.await_documents()
        QThread.msleep(20)  # the view's thread takes what it was asked for
        preview.show_documents(documents[1 - place % 2])
        qtbot.waitUntil(lambda: is_drawn(preview.view))


def test_a_page_that_was_drawn_for_the_former_size_is_drawn_again(
    preview: Preview, qtbot: QtBot
) -> None:
    renderer = preview.view.findChild(QPdfPageRenderer)
    assert renderer is not None
    preview.resize(900, 700)
    preview.show()
    preview.show_documents({FRENCH: render(session(FRENCH), ISSUE, TITLES[FRENCH])})
    qtbot.waitUntil(lambda: is_drawn(preview.view))
    preview.resize(800, 700)
    preview.view.viewport().grab()  # asks for the page at this size
    preview.view.viewport().setUpdatesEnabled(False)
    with qtbot.waitSignal(renderer.pageRendered):
        preview.resize(600, 700)
    preview.view.viewport().setUpdatesEnabled(True)
    qtbot.waitUntil(lambda: is_drawn(preview.view))
