"""A bilingual name is shown in the language asked for, or in the one that there is."""

from dataclasses import dataclass

import pytest

from outreach_app import i18n
from outreach_app.i18n import Language
from outreach_app.rules.names import Bilingual, shown_name

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


@dataclass(frozen=True)
class Precinct:
    name_ar: str = "النخيل"
    name_fr: str = "Annakhil"


@pytest.mark.parametrize(("language", "name"), [(ARABIC, "النخيل"), (FRENCH, "Annakhil")])
def test_an_office_is_named_in_the_language_of_the_screen(language: Language, name: str) -> None:
    i18n.use(language)
    assert shown_name(Precinct()) == name
