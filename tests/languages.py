"""Languages of tests that draw many screens: one in the normal run, both in the long one."""

import pytest

from outreach_app.i18n import Language


def first(language: Language) -> list[object]:
    """List both languages, the other one for the long run alone."""
    (other,) = set(Language) - {language}
    return [language, pytest.param(other, marks=pytest.mark.long)]


# Written from right to left: what is mirrored shows itself.
ARABIC_FIRST = first(Language.ARABIC)
# The longer words: what is cut shows itself.
FRENCH_FIRST = first(Language.FRENCH)
