"""A family name alone is found as texts write it, and the owner of a practice by a given name."""

import pytest

from outreach_app.rules.naming import NameFinder, families_of


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Aminata Ndiaye", "La famille N Diaye se plaint du bruit"),
        ("Aminata N'Diaye", "La famille Ndiaye se plaint du bruit"),
        ("Aminata N Diaye", "La famille N’Diaye se plaint du bruit"),
        ("سعاد موسى", "عائلة موسي"),
        ("رشيد العلوي", "عائلة العلوى"),
    ],
)
def test_a_family_name_is_known_in_either_spelling(name: str, text: str) -> None:
    assert NameFinder([name], families_of([name])).is_in(text)


def test_an_owner_whose_given_name_has_the_article_is_found_without_the_practice() -> None:
    assert NameFinder(["Cabinet El Mehdi Kettani"]).is_in("El Mehdi Kettani doit répondre")
    assert NameFinder(["عيادة الحسين الرفاعي"]).is_in("حضر الحسين الرفاعي")
    assert not NameFinder(["Pharmacie El Amal Rabat"]).is_in("à Rabat, quartier El Amal")
