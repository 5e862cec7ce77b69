"""The quarter and the city of an address."""

import pytest

from outreach_app.rules.quarters import quarter_of


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("12, rue Ibn Batouta, Hay Salam, Agadir", "Hay Salam, Agadir"),
        ("Quartier Annakhil, Casablanca", "Quartier Annakhil, Casablanca"),
        ("حي النخيل / quartier Annakhil", "حي النخيل / quartier Annakhil"),
        ("زنقة الورد رقم 4، حي السلام، مكناس", "حي السلام، مكناس"),
        ("Imm. B, appt 3 - Maârif - Casablanca", "Maârif - Casablanca"),
        ("شارع محمد الخامس", None),
        ("Bd Zerktouni n° 8", None),
        ("", None),
        (None, None),
    ],
)
def test_a_street_a_building_and_a_number_are_left_out(
    address: str | None, shown: str | None
) -> None:
    assert quarter_of(address) == shown
