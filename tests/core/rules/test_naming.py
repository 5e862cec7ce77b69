"""A text names a person by any form of the name, but not by a single shared word."""

import pytest

from outreach_app.rules.naming import says_name, writings_of


@pytest.mark.parametrize(
    "said", ["Zephyrin Planté", "PLANTÉ Zephyrin", "Z. Planté", "M. Planté", "السيدة Planté"]
)
def test_a_name_is_said_in_several_ways(said: str) -> None:
    assert says_name(f"Visite de {said} au quartier", ["Zephyrin Planté"])


@pytest.mark.parametrize("said", ["Planté", "Zephyrin", "M. Zephyrin", "Zephyrin Autrenom"])
def test_one_word_alone_names_nobody(said: str) -> None:
    assert not says_name(f"Visite de {said} au quartier", ["Zephyrin Planté"])


def test_a_name_of_one_word_is_found_nowhere() -> None:
    assert writings_of("Planté") == ()
    assert not says_name("Un arbre planté", ["Planté"])
