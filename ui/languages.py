"""The language of the window: words, direction, dates, and Qt's own buttons."""

from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTranslator

from outreach_app import i18n
from outreach_app.i18n import AnyLanguage, Language, ScreenLanguage
from ui.style import the_application

# Each language in itself: it is for whoever cannot read the other.
NAMES = {
    ScreenLanguage.ARABIC: "العربية",
    ScreenLanguage.FRENCH: "Français",
    ScreenLanguage.ENGLISH: "English",
}


def switch(language: AnyLanguage) -> None:
    """Use a language from here on; widgets learn of it by LanguageChange, which Qt posts."""
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


def direction_of(language: Language) -> Qt.LayoutDirection:
    """Return the direction that a language is written in."""
    is_mirrored = language.is_right_to_left
    return Qt.LayoutDirection.RightToLeft if is_mirrored else Qt.LayoutDirection.LeftToRight
