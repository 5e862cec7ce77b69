"""A bilingual name is shown in the language asked for, or in the one that there is."""

import pytest

from outreach_app.i18n import Language
from outreach_app.rules.names import Bilingual

ARABIC, FRENCH = Language.ARABIC, Language.FRENCH


@pytest.mark.parametrize(
    ("name", "asked", "shown"),
    [
        (Bilingual("النخيل", "Annakhil"), ARABIC, ("النخيل", ARABIC)),
        (Bilingual("النخيل", "Annakhil"), FRENCH, ("Annakhil", FRENCH)),
        (Bilingual("النخيل", None), FRENCH, ("النخيل", ARABIC)),
        (Bilingual("", "Annakhil"), ARABIC, ("Annakhil", FRENCH)),
        (Bilingual(None, None), ARABIC, None),
    ],
)
def test_a_name_is_shown_in_the_language_that_there_is(
    name: Bilingual, asked: Language, shown: tuple[str, Language] | None
) -> None:
    assert name.prefer(asked) == shown
