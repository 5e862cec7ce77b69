"""Contact persons of invented partners have a suitable capacity."""

from datetime import date
from uuid import uuid4

from outreach_app.samples.material import names
from outreach_app.samples.meetings import SampleWriter

OF_A_BOARD = {
    *("Président", "Secrétaire général", "Trésorier"),
    *("Présidente", "Secrétaire générale", "Trésorière"),
}


def test_only_associations_are_spoken_for_by_a_board() -> None:
    for seed in range(30):
        writer = SampleWriter(f"{seed}", date(2026, 6, 30)).partners
        for sample in writer.partners():
            person = writer.person(uuid4(), sample, informed_on=None)
            is_association = sample.draft.category == "pt.association"
            assert (person.capacity_fr in OF_A_BOARD) is is_association, sample.draft.name_fr
            assert person.capacity_ar


def test_a_practice_is_spoken_for_by_one_of_its_profession() -> None:
    found = set()
    for seed in range(30):
        writer = SampleWriter(f"{seed}", date(2026, 6, 30)).partners
        for sample in writer.partners():
            if sample.draft.type == "pr.pharmacist":
                person = writer.person(uuid4(), sample, informed_on=None)
                found.add((person.capacity_ar, person.capacity_fr))
    assert found == {("صيدلي", "Pharmacien"), ("صيدلانية", "Pharmacienne")}


def test_a_woman_has_her_capacity_in_the_feminine() -> None:
    women = {name.ar for name in names().given_names if name.gender == "f"}
    found = set()
    for seed in range(30):
        writer = SampleWriter(f"{seed}", date(2026, 6, 30)).partners
        for sample in writer.partners():
            person = writer.person(uuid4(), sample, informed_on=None)
            is_woman = any((person.name_ar or "").startswith(f"{name} ") for name in women)
            found.add((is_woman, person.capacity_ar, person.capacity_fr))
    assert (True, "الكاتبة العامة", "Secrétaire générale") in found
    masculine = {(ar, fr) for is_woman, ar, fr in found if not is_woman}
    feminine = {(ar, fr) for is_woman, ar, fr in found if is_woman}
    assert masculine & feminine <= {("عدل", "Adoul")}


def test_two_who_speak_for_a_board_have_not_the_same_capacity() -> None:
    for seed in range(30):
        writer = SampleWriter(f"{seed}", date(2026, 6, 30)).partners
        sample, partner = writer.partners()[0], uuid4()
        people = [writer.person(partner, sample, informed_on=None) for _each in range(2)]
        assert people[0].capacity_fr != people[1].capacity_fr
