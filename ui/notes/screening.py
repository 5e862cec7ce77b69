"""Problems in the words of a note, found before they are ticked."""

from outreach_app.i18n import gettext as _
from outreach_app.notes.naming import names_somebody
from outreach_app.rules.known_names import KnownNames
from outreach_app.rules.validation import Checks
from ui.notes.rows import Group

_NOUNS = {Group.POINT: ("point", "text"), Group.PROMISE: ("commitment", "text")}


def screen_words(known: KnownNames, group: Group, words: str) -> tuple[str, str]:
    """Return why words are refused, and what a person must check; "" for neither.

    What identifies one person is refused. A name, a sensitive word or an offence may be
    said of a place or an organisation: the person must check it.
    """
    noun, field = _NOUNS.get(group, ("meeting", "place_ar"))
    checks = Checks()
    checks.text(noun, field, words)
    refusals = [problem.message for problem in checks.problems if problem.code != "sensitive"]
    doubts = [problem.message for problem in checks.problems if problem.code == "sensitive"]
    if group in _NOUNS and (known.said_in(words) or names_somebody(words)):
        doubts.append(
            _("It may name somebody. Reword it: name the organisation that spoke, or the place.")
        )
    return " ".join(refusals), " ".join(doubts)
