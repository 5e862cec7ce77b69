"""Cities are found in their regions, commands on letterheads."""

import pytest

from outreach_app.i18n import Language
from outreach_app.rules.territory import (
    REGIONS,
    command_of,
    district_of,
    is_place,
    region,
    region_of_city,
)
from outreach_app.samples.offices import invent_office


@pytest.mark.parametrize(
    ("city", "code"),
    [
        ("Casablanca", "REGION_02"),
        ("الدار البيضاء", "REGION_02"),
        ("casablanca", "REGION_02"),
        ("Béni-Mellal", "REGION_01"),
        ("أكادير", "REGION_11"),
        ("Errachidia", "REGION_04"),
        ("ورزازات", "REGION_04"),
        ("Tétouan", "REGION_12"),
        ("Settat", "REGION_02"),
        ("الداخلة", "REGION_03"),
        ("العيون", "REGION_07"),
        ("Guelmim", "REGION_06"),
        ("Atlantide", None),
        ("", None),
    ],
)
def test_a_city_is_in_its_region(city: str, code: str | None) -> None:
    assert region_of_city(city) == code


@pytest.mark.parametrize("name", ["casablanca", "الدار البيضاء", "Souss-Massa"])
def test_a_place_is_known_in_either_language(name: str) -> None:
    assert is_place(name)
    assert not is_place(f"{name} 2")


def test_either_name_of_a_city_is_enough() -> None:
    assert region_of_city("اسم آخر", "Fès") == "REGION_05"


def test_every_region_is_named_in_both_languages() -> None:
    assert len(set(REGIONS)) == 12
    for code in REGIONS:
        assert region(code).code == code
        assert all(region(code).label(language) for language in Language)


def test_every_sample_office_has_a_region_and_a_command() -> None:
    for place in range(24):
        office = invent_office(place)
        assert region_of_city(office.city_ar, office.city_fr)
        assert command_of(office.letterhead_ar.splitlines()) == office.letterhead_ar.splitlines()[2]
        assert command_of(office.letterhead_fr.splitlines()) == office.letterhead_fr.splitlines()[2]


@pytest.mark.parametrize(
    "line",
    ["منطقة أمن أنفا", "المنطقة الأمنية 1", "District de police d'Anfa", "Commissariat"],
)
def test_the_district_is_a_line_of_the_letterhead(line: str) -> None:
    assert district_of(("المملكة المغربية", line, "الدائرة الأمنية النخيل")) == line
    assert district_of(("المملكة المغربية", "الدائرة الأمنية النخيل")) is None


def test_a_letterhead_may_name_no_command() -> None:
    assert command_of(("المملكة المغربية", "الدائرة الأمنية النخيل")) is None
    assert command_of(("منطقة أمن أنفا",)) is None
