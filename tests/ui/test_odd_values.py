"""Every screen opens with unknown values in the store."""

from collections.abc import Iterator
from itertools import cycle

import pytest
from PySide6.QtWidgets import QApplication

from outreach_app.i18n import Language
from tests.odd_values import make_odd
from tests.ui.offices import Offices, the_offices
from tests.ui.stage import SCREENS, Stage
from ui.style import Scheme

# Not what is shown before a store is open.
_BEFORE = ("first_run_", "server_", "asking_", "unlock", "no_register")
SHOWN = list(
    zip((name for name in SCREENS if not name.startswith(_BEFORE)), cycle(Language), strict=False)
)


@pytest.fixture(scope="module")
def offices(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Offices]:
    with the_offices(tmp_path_factory.mktemp("odd")) as offices:
        for office in (offices.precinct, offices.headquarters):
            make_odd(office.database)
        yield offices


@pytest.mark.parametrize(("screen", "language"), SHOWN)
def test_a_screen_shows_codes_that_it_does_not_know(
    offices: Offices, screen: str, language: Language
) -> None:
    """Also painted: an error in a delegate reaches pytest through the excepthook.

    Each screen in one of the languages: the code that could break is the same in both.
    """
    stage = Stage(offices, language, Scheme.LIGHT)
    try:
        stage.show(screen)
    finally:
        stage.close()
