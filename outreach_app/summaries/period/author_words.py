"""The author's part of a period report, and what it may say."""

from dataclasses import dataclass

from outreach_app.rules.domain_kinds import Words
from outreach_app.rules.screens import SHARED
from outreach_app.rules.text import MAX_TEXT
from outreach_app.rules.validation import Checks

_SAID = Words(MAX_TEXT, SHARED)  # no reason is asked for, so none keeps a sensitive word


@dataclass(frozen=True, slots=True)
class AuthorWords:
    """The author's part of a report: difficulties, and the assessment."""

    difficulties: tuple[str, ...] = ()
    assessment: str | None = None


def require_sayable(said: AuthorWords) -> None:
    """Raise InvalidDraft for words that no document may print; problems are named by place."""
    checks = Checks()
    for place, text in enumerate(said.difficulties, start=1):
        checks.words(f"difficulties.{place}", text, _SAID)
    checks.words("assessment", said.assessment, _SAID)
    checks.raise_if_any()
