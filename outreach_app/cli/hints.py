"""Hints on what to type after a refusal whose message is shared with the window."""

from collections.abc import Callable, Mapping

from outreach_app.errors import OutreachError
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate

# By the code of the refusal: the sentence, and the commands or options in it.
_HINTS: Mapping[str, tuple[Callable[[], str], tuple[str, ...]]] = {
    "second_person_needed": (
        lambda: _(
            "On the command line: {0} ACCOUNT, with the passphrase typed or in {1} FILE; {2} "
            "creates such an account."
        ),
        ("--second", "--second-passphrase-file", "account add"),
    ),
    "must_change_passphrase": (
        lambda: _("On the command line: {0}."),
        ("account passphrase",),
    ),
    "no_recipient": (
        lambda: _("On the command line: {0}."),
        ("recipient --ar TEXT --fr TEXT",),
    ),
    "not_followed": (
        lambda: _("On the command line: {0}."),
        ("follow UID",),
    ),
    "not_asked": (
        lambda: _("On the command line: {0}."),
        ("claim record access --about UID --checked card_shown",),
    ),
}


def hint_of(error: OutreachError) -> str:
    """Return the hint for a refusal; empty if there is none."""
    hint = _HINTS.get(error.code)
    if hint is None:
        return ""
    sentence, typed = hint
    return sentence().format(*map(isolate, typed))
