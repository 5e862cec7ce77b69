"""No text is cut at the largest text size."""

import pytest
from PySide6.QtCore import QSize

from outreach_app.i18n import Language
from tests.languages import FRENCH_FIRST
from tests.ui.cut_words import find_clipped_at_once, find_clipped_in_narrow, find_clipped_on
from tests.ui.offices import Offices


@pytest.mark.parametrize("language", FRENCH_FIRST)
def test_no_word_is_cut_in_large_letters(offices: Offices, language: Language) -> None:
    screens = (
        "session_editor",
        "new_session",
        "today",
        "meetings",
        "partners",
        "follow_up",
        "publication_form",
        "summaries",
        "preferences",
        "first_run_recovery",
        "headquarters_point",
        "headquarters_follow_up",
        "headquarters_gap",
        "headquarters_offices",
    )
    clipped = find_clipped_on(screens, offices, language, 125)
    assert not clipped, "\n".join(clipped)


@pytest.mark.parametrize(
    ("language", "is_chosen_there"),
    [
        (Language.FRENCH, False),
        (Language.ARABIC, True),
        pytest.param(Language.FRENCH, True, marks=pytest.mark.long),
    ],
)
def test_no_word_is_cut_in_large_letters_in_a_narrow_window(
    offices: Offices, language: Language, *, is_chosen_there: bool
) -> None:
    screens = (
        *("meetings", "new_session", "session_editor", "report", "partners", "follow_up"),
        *("rumour_form", "new_commitment", "today", "headquarters_offices"),
        *("headquarters_coverage", "headquarters_meetings", "enrolling"),
    )
    clipped = find_clipped_in_narrow(screens, offices, language, is_chosen_there=is_chosen_there)
    assert not clipped, "\n".join(clipped)


@pytest.mark.parametrize("language", FRENCH_FIRST)
def test_letters_that_are_chosen_larger_find_their_room_at_once(
    offices: Offices, language: Language
) -> None:
    size = QSize(1350, 700)  # where the rail has words in small letters alone
    clipped = find_clipped_at_once(("agenda", "preferences"), offices, language, size)
    assert not clipped, "\n".join(clipped)
