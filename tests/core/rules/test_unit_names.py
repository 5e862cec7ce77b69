"""The name of a precinct without the noun of every precinct."""

import pytest

from outreach_app.i18n import Language
from outreach_app.rules.unit_names import bare_unit_name

AR, FR = Language.ARABIC, Language.FRENCH


@pytest.mark.parametrize(
    ("name", "language", "stored"),
    [
        ("الدائرة الأمنية النخيل", AR, "النخيل"),
        ("الدائرة الأمنية الثالثة", AR, "الثالثة"),
        ("دائرة الشرطة الزهور", AR, "الزهور"),
        ("النخيل", AR, "النخيل"),
        ("Arrondissement Annakhil", FR, "Annakhil"),
        ("L’arrondissement de police Annakhil", FR, "Annakhil"),
        ("arrondissement de police", FR, "arrondissement de police"),
        ("Annakhil", FR, "Annakhil"),
    ],
)
def test_the_noun_before_a_name_is_left_out(name: str, language: Language, stored: str) -> None:
    assert bare_unit_name(name, language) == stored
