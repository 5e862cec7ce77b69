"""Composed text has the direction of the screen's language."""

from datetime import UTC, date, datetime, time

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from outreach_app.clock import moment_words
from outreach_app.i18n import Language, isolate
from outreach_app.i18n import gettext as _
from tests.ui.drawn_words import drawn_pieces
from tests.ui.reading_order import are_in_order, places
from ui import languages
from ui.moments import hours_words, when_words
from ui.widgets.labels import Label
from ui.words import apart

NAMES = ("جمعية أمهات وآباء وأولياء التلاميذ", "Café des Arts", "مخبزة السلام")


@pytest.fixture(params=list(Language))
def language(request: pytest.FixtureRequest) -> Language:
    chosen: Language = request.param
    languages.switch(chosen)
    return chosen


def label_of(qtbot: QtBot, words: str, width: int = 900) -> Label:
    label = Label()
    qtbot.addWidget(label)
    label.setText(words)
    label.setWordWrap(True)
    label.resize(width, 200)
    label.show()
    return label


def test_an_hour_stands_before_its_day(qtbot: QtBot, language: Language) -> None:
    parts = ("10:30", "19/10/2026")
    label = label_of(qtbot, " · ".join(map(isolate, parts)))
    assert are_in_order(places(label, parts), language)


def test_a_day_is_read_before_its_hour_and_a_beginning_before_its_end(
    qtbot: QtBot, language: Language
) -> None:
    at, until = time(10, 30), time(12, 45)
    label = label_of(qtbot, when_words(date(2026, 10, 19), at))
    assert are_in_order(places(label, ("19/10/2026", "10:30")), language)
    label = label_of(qtbot, hours_words(at, until))
    assert are_in_order(places(label, ("10:30", "12:45")), language)
    label = label_of(qtbot, moment_words(datetime(2026, 10, 19, 9, 30, tzinfo=UTC)))
    assert are_in_order(places(label, ("19/10/2026", ":30")), language)


def test_names_stand_in_their_order_whatever_their_script(qtbot: QtBot, language: Language) -> None:
    for names in (NAMES, NAMES[::-1], (NAMES[0], NAMES[2])):
        label = label_of(qtbot, " · ".join(map(apart, names)))
        found = places(label, names)
        assert are_in_order(found, language), names


def test_names_on_lines_of_their_own_are_whole(qtbot: QtBot, language: Language) -> None:
    label = label_of(qtbot, "\n".join(map(apart, NAMES)))
    heights = [
        next(place.y() for place, words in drawn_pieces(label) if name in words) for name in NAMES
    ]
    assert heights == sorted(set(heights))


def test_the_number_of_a_law_is_read_as_it_is_written(qtbot: QtBot, language: Language) -> None:
    label = label_of(qtbot, _("People recorded here must be informed of it (law 09-08)."))
    assert any("09-08" in words for _place, words in drawn_pieces(label))


def test_words_of_one_piece_keep_their_own_direction(qtbot: QtBot, language: Language) -> None:
    label = label_of(qtbot, "هل أُصلح المصباح؟")
    drawn = drawn_pieces(label)
    # The mark ends the question: it is at its left.
    assert drawn[0][1].endswith("؟") or min(drawn, key=lambda it: it[0].x())[1] == "؟"
    # It is still aligned to the leading edge of the window.
    leads_right = bool(label.alignment() & Qt.AlignmentFlag.AlignRight)
    assert leads_right is language.is_right_to_left
