"""The page of settings: language and colours of the window."""

from collections.abc import Callable

from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from outreach_app.i18n import Language
from outreach_app.i18n import gettext as _
from ui import languages, style
from ui.context import AppContext
from ui.style import Scheme
from ui.widgets.labels import small_title
from ui.widgets.page import Page
from ui.widgets.page_header import MARGIN, PageHeader

_SCHEMES: tuple[tuple[Scheme, Callable[[], str]], ...] = (
    (Scheme.SYSTEM, lambda: _("As the computer")),
    (Scheme.LIGHT, lambda: _("Light")),
    (Scheme.DARK, lambda: _("Dark")),
)


class PreferencesPage(Page):
    """Each choice takes effect at once and is remembered on this computer."""

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._settings = context.settings
        self.schemes = {scheme: QRadioButton() for scheme, _text in _SCHEMES}
        self.languages = {
            language: QRadioButton(languages.NAMES[language]) for language in Language
        }
        self._build()
        self._connect()
        self.retranslate()

    def retranslate(self) -> None:
        for scheme, text in _SCHEMES:
            self.schemes[scheme].setText(text())
        self.languages[self._settings.language].setChecked(True)

    def _build(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(PageHeader(lambda: _("Settings")))
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(MARGIN, 0, MARGIN, MARGIN)
        column.setSpacing(8)
        column.addWidget(small_title(lambda: _("Language")))
        for button in self.languages.values():
            column.addWidget(button)
        column.addSpacing(16)
        column.addWidget(small_title(lambda: _("Colours")))
        for button in self.schemes.values():
            column.addWidget(button)
        column.addStretch(1)
        outer.addWidget(body, 1)

    def _connect(self) -> None:
        self.schemes[self._settings.scheme].setChecked(True)
        groups = QButtonGroup(self), QButtonGroup(self)
        for language, button in self.languages.items():
            groups[0].addButton(button)
            button.clicked.connect(lambda _checked, chosen=language: self._use(chosen))
        for scheme, button in self.schemes.items():
            groups[1].addButton(button)
            button.clicked.connect(lambda _checked, chosen=scheme: self._colour(chosen))

    def _use(self, language: Language) -> None:
        self._settings.language = language
        self._settings.save()
        languages.switch(language)

    def _colour(self, scheme: Scheme) -> None:
        self._settings.scheme = scheme
        self._settings.save()
        style.apply(scheme)
