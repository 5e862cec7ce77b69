"""Find words that are cut, clipped or painted over on screens of 1366 × 768."""

from collections.abc import Iterable

from babel.messages.mofile import read_mo

from outreach_app import i18n
from outreach_app.i18n import Language
from tests.ui.clipping import find_clipped
from tests.ui.offices import Offices
from tests.ui.painted_words import find_cut_words
from tests.ui.stage import Stage
from ui import style
from ui.style import Scheme


def find_clipped_on(
    screens: Iterable[str], offices: Offices, language: Language, text_size: int = 100
) -> list[str]:
    style.set_text_size(text_size)
    stage = Stage(offices, language, Scheme.LIGHT)
    messages = messages_of(language)
    clipped: list[str] = []
    for name in screens:
        screen = stage.show(name)
        troubles = (*find_clipped(screen), *find_cut_words(screen, messages))
        clipped += (f"{name}: {trouble}" for trouble in troubles)
        stage.clear()
    stage.close()
    style.set_text_size(100)
    return clipped


def messages_of(language: Language) -> set[str]:
    """Return every message of the program in a language."""
    path = i18n.TRANSLATIONS / language / "LC_MESSAGES" / f"{i18n.DOMAIN}.mo"
    with path.open("rb") as file:
        return {message.string for message in read_mo(file) if isinstance(message.string, str)}
