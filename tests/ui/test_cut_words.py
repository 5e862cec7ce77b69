"""No word is cut at 1366 × 768 in large letters, in both languages."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from outreach_app.i18n import Language
from tests.ui.cut_words import find_clipped_on
from tests.ui.offices import Offices, the_offices


@pytest.fixture(scope="module")
def offices(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Offices]:
    with the_offices(tmp_path_factory.mktemp("stage")) as offices:
        yield offices


@pytest.mark.parametrize("language", Language)
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
