"""The number of a precinct, whatever ending it is typed with."""

import pytest

from outreach_app.rules.office_numbers import find_office_number


@pytest.mark.parametrize("text", ["7", " 7 ", "7e", "7ème", "7 ième", "07", "n° 7", "٧", "7th"])
def test_the_ending_of_a_number_is_left_to_the_sentence(text: str) -> None:
    assert find_office_number(text) == "7"


@pytest.mark.parametrize("text", ["", "7e arrondissement", "السابعة", "7-8", "12345"])
def test_what_is_no_number_is_refused(text: str) -> None:
    assert find_office_number(text) is None
