"""One free text of a session: as written, and beside it the field of its translation."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from outreach_app.notes.likeness import LikePhrase
from outreach_app.queries.translations import TranslationRow
from outreach_app.services.translations import TranslationDraft
from ui.languages import direction_of
from ui.translations.editor import TranslationEditor
from ui.translations.similar_phrase import SimilarPhrase
from ui.translations.typed import TypedText
from ui.translations.words import into_words, text_words
from ui.widgets.labels import Label, note
from ui.widgets.line_button import LineButton, LineWords
from ui.widgets.translated import Translated

GAP = 24


class TranslationLine(Translated):
    """Emits `edited` when the person types. Known translations are offered, never filled in."""

    edited = Signal()

    def __init__(self, row: TranslationRow, of: TranslationRow) -> None:
        super().__init__()
        self.row = row
        self._of = of
        self._offered = ""
        self.editor = TranslationEditor(row.language.other)
        self.offer: LineButton | None = None
        self.similar = SimilarPhrase()
        self._label = note()
        self._problem = note(tone="late")
        self._words = Label()
        self._beside = QVBoxLayout()
        self._build()
        self.editor.set_value(row.translation)
        self.editor.textChanged.connect(self._follow)
        self.retranslate()

    @property
    def text(self) -> str | None:
        """Return the content of the field; None if it is empty."""
        value = self.editor.value()
        return str(value) if value is not None else None

    @property
    def is_changed(self) -> bool:
        """Whether the field differs from the stored text."""
        return self.text != self.row.translation

    def typed(self) -> TypedText:
        """Return the content of the field, for the draft."""
        return TypedText(self.row.record, self.row.kind, self.row.words, self.text or "")

    def draft(self) -> TranslationDraft:
        """Return what is to be saved."""
        row = self.row
        return TranslationDraft(row.record, row.kind, row.language, row.version, self.text)

    def show_typed(self, text: str) -> None:
        """Show what was typed before."""
        self.editor.set_value(text)

    def show_offer(self, translation: str, source: str) -> None:
        """Offer the translation of the same words elsewhere, while the field is empty."""
        self._offered = translation
        words = LineWords(translation, end=source, icon="clock-counter-clockwise")
        self.offer = LineButton(words)
        self.offer.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its keys work from the field
        self.offer.clicked.connect(self.take_offer)
        self._beside.insertWidget(2, self.offer)
        self._follow()

    def show_similar(self, like: LikePhrase) -> None:
        """Show a frequent point that is close, its differing words marked; nothing takes it."""
        self.similar.show_phrase(like, self.row.language)

    def take_offer(self) -> None:
        """Fill in what is offered."""
        if self.offer is not None and self.text is None:
            self.editor.setPlainText(self._offered)
            self.editor.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_problem(self, message: str) -> None:
        """Show what is wrong, or clear it."""
        self._problem.setText(message)
        self._problem.setVisible(bool(message))
        self.editor.setAccessibleDescription(message)

    def retranslate(self) -> None:
        label, language = text_words(self.row, self._of), into_words(self.row.language.other)
        self._label.setText(label)
        self.editor.setPlaceholderText(language)
        self.editor.setAccessibleName(f"{label} · {language}")

    def _follow(self) -> None:
        self.show_problem("")
        if self.offer is not None:
            self.offer.setVisible(self.text is None)
        self.edited.emit()

    def _build(self) -> None:
        self._words.setLayoutDirection(direction_of(self.row.language))
        self._words.setText(self.row.words)
        self._words.setWordWrap(True)
        written = QVBoxLayout()
        written.setSpacing(4)
        written.addWidget(self._label)
        written.addWidget(self._words)
        written.addStretch(1)
        self._beside.setSpacing(4)
        self._beside.addWidget(self.editor)
        self._beside.addWidget(self._problem)
        self._beside.addWidget(self.similar)
        self._beside.addStretch(1)
        self._problem.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 8, 0, 8)
        row.setSpacing(GAP)
        row.addLayout(written, 1)
        row.addLayout(self._beside, 1)
