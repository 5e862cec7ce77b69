"""Settings of the appearance: language, colours, text size."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QWidget

from outreach_app.i18n import ScreenLanguage, isolate
from outreach_app.i18n import gettext as _
from ui import languages, style
from ui.context import AppContext
from ui.preferences.choices import lay_out_setting, stack
from ui.settings import TEXT_SIZES
from ui.style import Scheme
from ui.widgets.translated import Text, Translated

_SCHEMES: tuple[tuple[Scheme, Text], ...] = (
    (Scheme.SYSTEM, lambda: _("Same as the computer")),
    (Scheme.LIGHT, lambda: _("Light")),
    (Scheme.DARK, lambda: _("Dark")),
)


class LookSection(Translated):
    """Each choice takes effect at once; `changed` when one was made."""

    changed = Signal()

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self._settings = context.settings
        self.languages = {
            language: QRadioButton(languages.NAMES[language]) for language in ScreenLanguage
        }
        self.schemes = {scheme: QRadioButton() for scheme, _text in _SCHEMES}
        self.sizes = {percent: QRadioButton() for percent in TEXT_SIZES}
        self._build()
        self._connect()
        self.retranslate()

    def retranslate(self) -> None:
        for scheme, text in _SCHEMES:
            self.schemes[scheme].setText(text())
        for percent, button in self.sizes.items():
            button.setText(isolate(f"{percent} %".replace(" ", "\u00a0")))
        self.languages[self._settings.language].setChecked(True)

    def _build(self) -> None:
        parts: tuple[tuple[Text, list[QRadioButton]], ...] = (
            (lambda: _("Language"), list(self.languages.values())),
            (lambda: _("Colours"), list(self.schemes.values())),
            (lambda: _("Size of the text"), list(self.sizes.values())),
        )
        settings = []
        for title, buttons in parts:
            row = QHBoxLayout()
            row.setSpacing(24)
            group = QButtonGroup(self)
            for button in buttons:
                group.addButton(button)
                row.addWidget(button)
            row.addStretch(1)
            settings.append(QWidget())
            lay_out_setting(settings[-1], title, row)
        stack(self, *settings)

    def _connect(self) -> None:
        self.schemes[self._settings.scheme].setChecked(True)
        self.sizes[self._settings.text_size].setChecked(True)
        for language, button in self.languages.items():
            button.clicked.connect(lambda _checked, chosen=language: self._use(chosen))
        for scheme, button in self.schemes.items():
            button.clicked.connect(lambda _checked, chosen=scheme: self._colour(chosen))
        for percent, button in self.sizes.items():
            button.clicked.connect(lambda _checked, chosen=percent: self._resize(chosen))

    def _use(self, language: ScreenLanguage) -> None:
        try:
            self._context.use_language(language)
        finally:
            self.languages[self._settings.language].setChecked(True)

    def _colour(self, scheme: Scheme) -> None:
        self._settings.scheme = scheme
        self._settings.save()
        style.apply(scheme)

    def _resize(self, percent: int) -> None:
        self._settings.text_size = percent
        self._settings.save()
        style.set_text_size(percent)
        self.changed.emit()
