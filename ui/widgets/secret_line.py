"""A line edit for a secret: an eye shows it, and the keyboard state is shown under it."""

from PySide6.QtCore import QEvent, QLocale, QTimer
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from outreach_app.i18n import gettext as _
from ui.icons import icon
from ui.widgets.labels import Label
from ui.widgets.tips import tip
from ui.widgets.translated import Retranslating

_ECHO = QLineEdit.EchoMode
# Where Qt names the language of the system, or of the screen, for that of the keyboard.
_UNTOLD = ("xcb", "wayland", "offscreen")


class SecretLine(Retranslating, QLineEdit):
    """Shows dots until the eye is pressed, and again when it loses focus or is hidden.

    `keyboard` shows the layout and Caps Lock, which are invisible behind dots. What
    was typed last takes precedence over the system, which reports no layout on X11.
    """

    def __init__(self) -> None:
        super().__init__(echoMode=_ECHO.Password)
        self.keyboard = Label(pixels=12, tone="muted")
        self._has_caps_lock = False
        self._told = QLocale.c()
        self._types_arabic: bool | None = None
        self.eye = QAction(self)
        self.eye.triggered.connect(self._turn)
        self.addAction(self.eye, QLineEdit.ActionPosition.TrailingPosition)
        self.retranslate()
        QTimer.singleShot(0, self, self._follow_keyboard)  # not needed for the first paint

    def retranslate(self) -> None:
        words = _("Show what is typed") if self._is_hidden else _("Hide what is typed")
        self.eye.setIcon(icon("eye" if self._is_hidden else "eye-slash"))
        self.eye.setText(words)
        self.eye.setToolTip(tip(words))
        self._say_keyboard()

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusOut, QEvent.Type.Hide) and not self._is_hidden:
            self._turn()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text, modifiers = event.text(), event.modifiers()
        if text.isalpha():
            self._types_arabic = "\u0600" <= text <= "\u06ff"
            self._say_keyboard()
        if text.isalpha() and text.upper() != text.lower():
            is_shifted = bool(modifiers & modifiers.ShiftModifier)
            self._has_caps_lock = text.isupper() != is_shifted
            self._say_keyboard()
        super().keyPressEvent(event)

    @property
    def _is_hidden(self) -> bool:
        return self.echoMode() == _ECHO.Password

    def _turn(self) -> None:
        self.setEchoMode(_ECHO.Normal if self._is_hidden else _ECHO.Password)
        self.retranslate()

    def _follow_keyboard(self) -> None:
        QGuiApplication.inputMethod().localeChanged.connect(self._take_layout)
        self._take_layout()

    def _take_layout(self) -> None:
        """Use the system's layout, until a letter is typed."""
        told = QGuiApplication.inputMethod().locale()
        is_known = QGuiApplication.platformName() not in _UNTOLD
        self._told = told if is_known else QLocale.c()
        self._types_arabic = None
        self._say_keyboard()

    def _layout(self) -> str:
        told, is_arabic = self._told.nativeLanguageName(), self._types_arabic
        is_told = (self._told.script() == QLocale.Script.ArabicScript) == is_arabic
        if is_arabic is None or (told and is_told):
            return told
        if is_arabic:
            return QLocale(QLocale.Language.Arabic).nativeLanguageName()
        return _("Latin letters")

    def _say_keyboard(self) -> None:
        layout = self._layout()
        words = [_("Keyboard: {layout}").format(layout=layout)] if layout else []
        if self._has_caps_lock:
            words.append(_("Caps Lock is on"))
        self.keyboard.setText(" · ".join(words))
        self.keyboard.set_tone("warn" if self._has_caps_lock else "muted")
