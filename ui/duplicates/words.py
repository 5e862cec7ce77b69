"""Words of the page of duplicates: why two may be one, what they are called."""

from outreach_app.field_words import FIELD_WORDS
from outreach_app.i18n import gettext as _
from outreach_app.queries.comparisons import ComparedField, Side
from outreach_app.rules.duplicates import Likeness
from outreach_app.rules.names import Bilingual
from ui.history.fields import value_words
from ui.words import apart, either

# Columns that change together share one label; others have their own.
_LABELS = {
    "receipt": lambda: _("Receipt"),
    "mandate": lambda: _("Mandate"),
    "information": lambda: _("Information given"),
}


def name_words(name: Bilingual) -> str:
    """Return a name among others, in the language of the screen where it has that one."""
    return apart(either(name) or _("Without a name"))


def both_scripts(name: Bilingual) -> str:
    """Return a name in each script it is written in."""
    own = either(name)
    other = next((part for part in (name.ar, name.fr) if part and part != own), "")
    return f"{apart(own)} · {apart(other)}" if other else name_words(name)


def reason_words(reasons: tuple[Likeness, ...]) -> str:
    """Return why two records may be the same, or that a person put them side by side."""
    words = {
        Likeness.PHONE: lambda: _("Same phone"),
        Likeness.NAME: lambda: _("Same name"),
        Likeness.SOUND: lambda: _("Same name in another spelling"),
    }
    return " · ".join(words[reason]() for reason in reasons) or _("Chosen by hand")


def label_words(field: ComparedField) -> str:
    """Return what a field is called."""
    return (_LABELS.get(field.name) or FIELD_WORDS[field.name])()


def values_words(values: dict[str, object]) -> str:
    """Return the columns of a field as a person reads them."""
    words = (value_words(name, value) for name, value in values.items())
    return " · ".join(word for word in words if word) or _("nothing")


def weight_words(side: Side, entity: str) -> str:
    """Return how many other records refer to this one."""
    meetings = _("Meetings: {number}").format(number=side.meetings)
    if entity == "person":
        return meetings
    return meetings + " · " + _("People: {number}").format(number=side.people)
