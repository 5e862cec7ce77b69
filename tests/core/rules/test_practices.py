"""Whose name a practice has is read from its words, not from the profession alone."""

import pytest

from outreach_app.rules.practices import may_bear_name, reads_as_persons

LIBERAL = "pt.liberal"


@pytest.mark.parametrize(
    "name",
    [
        *("Cabinet du docteur Oumnia Sellami", "Docteur Ghita Lamrani", "Pharmacie Ilham Berrada"),
        *("Idriss Ouali", "Maître Soukaina Jettou", "Étude de Me Alami", "pharmacie ilham berrada"),
        *("Cabinet d’avocats Youssef El Alami", "El Mehdi Kettani", "Youssef Bouazza, infirmier"),
        *("صيدلية إلهام برادة", "عيادة الدكتورة سلمى", "الأستاذ رشيد التازي", "الحسين الرفاعي"),
    ],
)
def test_the_name_of_a_person_is_read(name: str) -> None:
    assert reads_as_persons(LIBERAL, name)


@pytest.mark.parametrize(
    "name",
    [
        *("Pharmacie Al Amal", "Pharmacie de la Gare", "Pharmacie Hay Riad", "Cabinet A"),
        *("Guide agréé 1", "Cabinet d’architecture Maârif", "Ordre des médecins", "Cabinet Annour"),
        *("صيدلية النخيل", "مكتب المحاماة النور", "مكتب مهندس معماري", "عيادة أنفا للطب العام"),
    ],
)
def test_the_name_of_a_place_or_a_profession_is_nobodys(name: str) -> None:
    assert not reads_as_persons(LIBERAL, name)


def test_only_a_title_that_begins_a_name_names_somebody_outside_a_profession() -> None:
    """A school and an association are called after somebody whom everybody knows."""
    assert reads_as_persons("pt.association", "Maître Soukaina Jettou")
    for name in ("Association Docteur Ahmed", "École Docteur Ahmed", "Karim Transport"):
        assert not reads_as_persons("pt.institution", name)


def test_a_list_withholds_any_practice_and_what_reads_as_a_person() -> None:
    assert may_bear_name(LIBERAL, "Cabinet Zerktouni")
    assert may_bear_name("pt.association", "Maître Soukaina Jettou")
    assert not may_bear_name(LIBERAL, "Conseil des notaires")
