"""No text is cut at the largest text size.

The normal run looks at a quarter of the screens in each language; the long one at the others.
"""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from outreach_app.i18n import Language
from tests.languages import FRENCH_FIRST
from tests.ui.clipping import find_clipped
from tests.ui.cut_words import find_clipped_at_once, find_clipped_in_narrow, find_clipped_on
from tests.ui.offices import Offices
from tests.ui.stage import Stage
from ui import languages
from ui.meetings.page import MeetingsPage
from ui.style import Scheme

LARGE = (
    *("session_editor", "new_session", "today", "meetings", "partners", "follow_up"),
    *("publication_form", "summaries", "preferences", "first_run_recovery"),
    *("headquarters_point", "headquarters_follow_up", "headquarters_gap", "headquarters_offices"),
)
NARROW = (
    *("meetings", "new_session", "session_editor", "report", "partners", "follow_up"),
    *("rumour_form", "new_commitment", "today", "headquarters_offices"),
    *("headquarters_coverage", "headquarters_meetings", "enrolling", "log", "accounts"),
    *("first_run_office", "duplicates_merged", "register", "schedule"),
)
# In which language, whether letters are chosen in the open window, and of each four screens, which.
IN_TURN = [
    (Language.FRENCH, False, 0),
    (Language.ARABIC, True, 2),
    *(pytest.param(Language.FRENCH, False, turn, marks=pytest.mark.long) for turn in (1, 2, 3)),
    *(pytest.param(Language.ARABIC, True, turn, marks=pytest.mark.long) for turn in (0, 1, 3)),
]


@pytest.mark.parametrize(("language", "is_chosen_there", "turn"), IN_TURN)
def test_no_word_is_cut_in_large_letters(
    offices: Offices, language: Language, turn: int, *, is_chosen_there: bool
) -> None:
    wide = find_clipped_on(LARGE[turn::4], offices, language, 125)
    narrow = find_clipped_in_narrow(
        NARROW[turn::4], offices, language, is_chosen_there=is_chosen_there
    )
    assert not wide, "\n".join(wide)
    assert not narrow, "\n".join(narrow)


@pytest.mark.long
def test_no_word_is_cut_in_french_letters_enlarged_in_a_narrow_window(offices: Offices) -> None:
    clipped = find_clipped_in_narrow(NARROW, offices, Language.FRENCH, is_chosen_there=True)
    assert not clipped, "\n".join(clipped)


@pytest.mark.parametrize("language", FRENCH_FIRST)
def test_letters_that_are_chosen_larger_find_their_room_at_once(
    offices: Offices, language: Language
) -> None:
    size = QSize(1350, 700)  # where the rail has words in small letters alone
    clipped = find_clipped_at_once(("agenda", "preferences"), offices, language, size)
    assert not clipped, "\n".join(clipped)


def test_a_header_finds_its_room_where_the_language_changed_while_it_was_hidden(
    offices: Offices,
) -> None:
    stage = Stage(offices, Language.ARABIC, Scheme.LIGHT)
    try:
        shell = stage.show("new_session")
        (page,) = shell.findChildren(MeetingsPage)
        shell.resize(1350, 696)
        page._stack.setCurrentIndex(0)
        languages.switch(Language.FRENCH)
        QApplication.processEvents()
        page._stack.setCurrentWidget(page.editor)
        QApplication.processEvents()
        clipped = list(find_clipped(shell))
    finally:
        stage.close()
    assert not clipped, "\n".join(clipped)
