"""No text is cut at 1366 × 768 with messages longer than in either language."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from PySide6.QtWidgets import QApplication

from outreach_app import i18n
from outreach_app.i18n import Language
from tests.ui.cut_words import find_clipped_on
from tests.ui.offices import Offices, the_offices
from tests.ui.stage import SCREENS

# A third longer, as German is than English, in letters with marks above and below.
_MARKED = str.maketrans("aceinouyACEINOUY", "åçéîñöûýÅÇÉÎÑÖÛÝ")
_PLACEHOLDER = re.compile(r"(\{[^{}]*\})")
_GROWTH = 0.35
# A quarter of what the pictures of the normal run show in Arabic: they find what is cut in the
# French of the others. The long run shows all.
SHOWN_IN_ARABIC = list(SCREENS)[::8]


def lengthen(message: str) -> str:
    """Return the message accented, in brackets and a third longer; placeholders stay."""
    parts = _PLACEHOLDER.split(message)
    marked = "".join(
        part if _PLACEHOLDER.fullmatch(part) else part.translate(_MARKED) for part in parts
    )
    missing = max(1, round(len(message) * _GROWTH) - 2)
    padding = " ".join("ŵ" * min(6, missing - at) for at in range(0, missing, 6))
    return f"[{marked} {padding}]" if missing > 3 else f"[{marked}{padding}]"


@pytest.fixture(scope="module")
def offices(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Offices]:
    """Eight weeks beside a name fit in both languages, not in longer ones.

    Tooltips have them in full.
    """
    with the_offices(tmp_path_factory.mktemp("stage"), has_calendar=False) as offices:
        yield offices


@pytest.fixture(scope="module")
def pseudo_catalogues(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install longer translations of every message, for both languages."""
    folder = tmp_path_factory.mktemp("translations")
    for language in Language:
        with (i18n.TRANSLATIONS / f"{i18n.DOMAIN}.pot").open("rb") as file:
            messages = read_po(file, locale=language.value)
        for message in messages:
            if isinstance(message.id, str) and message.id:
                message.string = lengthen(message.id)
        target = folder / language / "LC_MESSAGES" / f"{i18n.DOMAIN}.mo"
        target.parent.mkdir(parents=True)
        with target.open("wb") as file:
            write_mo(file, messages)
    return folder


@pytest.fixture
def pseudo_locale(pseudo_catalogues: Path) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(i18n, "TRANSLATIONS", pseudo_catalogues)
        i18n.messages.cache_clear()
        yield
    # After the folder is restored: a closing window may still need texts.
    i18n.messages.cache_clear()


@pytest.mark.usefixtures("pseudo_locale")
@pytest.mark.early
@pytest.mark.parametrize(
    ("screens", "language"),
    [
        (SHOWN_IN_ARABIC, Language.FRENCH),
        *(pytest.param(list(SCREENS), language, marks=pytest.mark.long) for language in Language),
    ],
    ids=("every eighth in fr", *(f"all in {language}" for language in Language)),
)
def test_no_word_is_cut_where_messages_are_longer(
    offices: Offices, screens: list[str], language: Language
) -> None:
    clipped = find_clipped_on(screens, offices, language)
    assert not clipped, "\n".join(clipped)
