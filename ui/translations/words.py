"""What a free text of a session is called, and the language that it is to be put in."""

from outreach_app.i18n import Language, isolate
from outreach_app.i18n import gettext as _
from outreach_app.queries.translations import TranslationRow
from outreach_app.rules.dates import date_words
from outreach_app.rules.kinds import TextKind
from ui.widgets.translated import Text
from ui.words import word_of

_KINDS: dict[str, Text] = {
    TextKind.SUBJECT: lambda: _("Subject"),
    TextKind.PLACE: lambda: _("Place"),
    TextKind.POINT: lambda: _("Point {number}"),
    TextKind.REPLY: lambda: _("Reply to point {number}"),
    TextKind.COMMITMENT: lambda: _("Commitment {number}"),
    TextKind.OUTCOME: lambda: _("Outcome of commitment {number}"),
    TextKind.ANSWER: lambda: _("Answer to referral {number}"),
    TextKind.ASSESSMENT: lambda: _("Assessment"),
}


def text_words(row: TranslationRow, of: TranslationRow) -> str:
    """Return what a text is, and the day of its meeting if that differs from that of `of`."""
    number = "" if row.number is None else isolate(str(row.number))
    words = word_of(_KINDS, row.kind).format(number=number)
    return words if row.held_on == of.held_on else f"{words} · {date_words(row.held_on)}"


def into_words(language: Language) -> str:
    """Name the language that a text is to be put in."""
    return _("In Arabic") if language is Language.ARABIC else _("In French")
