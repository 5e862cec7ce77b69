"""A frequent point that is close to a text: in both languages, to be read and never taken."""

from html import escape

from PySide6.QtCore import Qt

from outreach_app.i18n import Language
from outreach_app.i18n import gettext as _
from outreach_app.notes.likeness import LikePhrase
from outreach_app.notes.text import WORD
from ui.widgets.labels import Label


class SimilarPhrase(Label):
    """Hidden until there is one. The words that the text has not are underlined."""

    def __init__(self) -> None:
        super().__init__(pixels=12, tone="muted")
        self.setTextFormat(Qt.TextFormat.RichText)  # of words that are escaped
        self.setWordWrap(True)
        self.hide()

    def show_phrase(self, like: LikePhrase, language: Language) -> None:
        """Show a frequent point in a text's language, then in the other."""
        said, other = like.phrase.label(language), like.phrase.label(language.other)
        words = _("Similar, not the same: {said} → {other}")
        marked = _marked(said, like.differing)
        self.setText(words.format(said=f"<bdi>{marked}</bdi>", other=f"<bdi>{escape(other)}</bdi>"))
        self.show()


def _marked(text: str, differing: frozenset[str]) -> str:
    """Return a text for the label with these words of it underlined, in bold."""
    parts, end = [], 0
    for word in WORD.finditer(text):
        parts.append(escape(text[end : word.start()]))
        written = escape(word[0])
        parts.append(f"<b><u>{written}</u></b>" if word[0] in differing else written)
        end = word.end()
    return "".join([*parts, escape(text[end:])])
