"""The language of the window: words, direction, dates, and Qt's own buttons."""

from collections.abc import Callable

from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTranslator

from outreach_app import i18n
from outreach_app.i18n import AnyLanguage, Language, ScreenLanguage
from outreach_app.i18n import gettext as _
from ui.style import the_application

# Each language in its own words, for people who cannot read the other.
NAMES = {
    ScreenLanguage.ARABIC: "العربية",
    ScreenLanguage.FRENCH: "Français",
    ScreenLanguage.ENGLISH: "English",
}


class _QtWords(QTranslator):
    """Overrides of Qt's own translations that differ from the program's wording."""

    def isEmpty(self) -> bool:
        return False

    def translate(
        self,
        _context: str,
        text: str,
        _disambiguation: str | None = None,
        _number: int = -1,
    ) -> str:
        say = _QT_WORDS.get(text.replace("&", ""))
        # None is what Qt goes on at; an empty text it would show.
        return say() if say else None  # type: ignore[return-value]


_QT_WORDS: dict[str, Callable[[], str]] = {
    "Save": lambda: _("Save"),
    "Open": lambda: _("Open"),
    "Cancel": lambda: _("Cancel"),
    "Close": lambda: _("Close"),
    # Of the dialog of files; Qt replaces %1 by the path.
    "%1\nDirectory not found.\nPlease verify the correct directory name was given.": lambda: _(
        "%1\nThis folder does not exist, or no longer. Choose another one."
    ),
    "%1\nFile not found.\nPlease verify the correct file name was given.": lambda: _(
        "%1\nThis file does not exist, or no longer. Check its name, or choose another one."
    ),
}


def switch(language: AnyLanguage) -> None:
    """Switch the language; Qt posts LanguageChange to every widget."""
    application = the_application()
    i18n.use(language)
    # The country matters: bare `ar` would give Egypt's digits and week.
    QLocale.setDefault(QLocale(i18n.screen().locale))
    application.setLayoutDirection(direction_of(i18n.current()))
    for former in application.findChildren(QTranslator):
        application.removeTranslator(former)
        former.deleteLater()
    translator = QTranslator(application)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    translator.load(f"qtbase_{language.value}", folder)
    application.installTranslator(translator)
    application.installTranslator(_QtWords(application))


def direction_of(language: Language) -> Qt.LayoutDirection:
    """Return the direction that a language is written in."""
    is_mirrored = language.is_right_to_left
    return Qt.LayoutDirection.RightToLeft if is_mirrored else Qt.LayoutDirection.LeftToRight


def in_language(name: str, language: Language) -> str:
    """Return the label of a field for words in one of the two languages."""
    form = _("{name}, in Arabic") if language is Language.ARABIC else _("{name}, in French")
    return form.format(name=name)
