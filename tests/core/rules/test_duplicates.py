"""Possible duplicates: across spellings, scripts and phones, in linear time."""

from itertools import combinations
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outreach_app.rules.duplicates import Candidate, Likeness, Pair, find_pairs

PHONE, NAME, SOUND = Likeness
NUMBER = "+212612345678"


def candidate(number: int, *names: str, phone: str | None = None, group: int = 0) -> Candidate:
    return Candidate(UUID(int=number), names, phone, group)


def pairs(*candidates: Candidate, apart: tuple[tuple[int, int], ...] = ()) -> list[Pair]:
    told_apart = {frozenset(UUID(int=number) for number in pair) for pair in apart}
    return find_pairs(candidates, told_apart)


def numbers(found: list[Pair]) -> list[tuple[int, int]]:
    return [(pair.first.int, pair.second.int) for pair in found]


@pytest.mark.parametrize(
    ("first", "second", "reason"),
    [
        ("جمعية النخيل", "جمعيه  النخيل", NAME),
        ("جمعية النخيل", "Association Annakhil", SOUND),
        ("جمعية النخيل", "Asso. An-Nakhil", SOUND),
        ("محمد الإدريسي", "Mohamed Idrissi", SOUND),
        ("Mohammed El Idrissi", "IDRISSI Med", SOUND),
        ("د. كريم العلوي", "Dr Karim Alaoui", SOUND),
        ("فاطمة الزهراء بنعلي", "Fatima-Ezzahra Ben Ali", SOUND),
        ("صيدلية الأمل", "Pharmacie El Amal", SOUND),
        ("ودادية السلام", "Amicale Assalam", SOUND),
        ("Pharmacie de l'Espoir", "PHARMACIE L’ESPOIR", SOUND),
    ],
)
def test_one_name_in_two_spellings_is_a_pair(first: str, second: str, reason: Likeness) -> None:
    (pair,) = pairs(candidate(1, first), candidate(2, second))
    assert pair.reasons == (reason,)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("جمعية النخيل", "ودادية النخيل"),
        ("Association Al Amal", "Pharmacie Al Amal"),
        ("جمعية", "Association"),
        ("Khalid Idrissi", "Khalid Alami"),
        ("", "—"),
    ],
)
def test_other_names_and_bodies_of_another_kind_are_none(first: str, second: str) -> None:
    assert pairs(candidate(1, first), candidate(2, second)) == []


def test_a_phone_with_a_name_comes_first_then_a_phone_then_a_name() -> None:
    found = pairs(
        candidate(1, "Club Atlas"),
        candidate(2, "نادي الأطلس"),
        candidate(3, "Club Rif"),
        candidate(4, "Club Rif"),
        candidate(5, "Sport", phone=NUMBER),
        candidate(6, "Santé", phone=NUMBER),
        candidate(7, "Santé", phone=NUMBER),
    )
    assert [(pair.first.int, pair.second.int, pair.reasons) for pair in found] == [
        (6, 7, (PHONE, NAME)),
        (5, 6, (PHONE,)),
        (3, 4, (NAME,)),
        (1, 2, (SOUND,)),
    ]
    assert [pair.rank for pair in found] == [0, 2, 3, 4]


def test_people_are_compared_within_one_partner() -> None:
    found = pairs(
        candidate(1, "Khalid Idrissi", group=1),
        candidate(2, "Khalid Idrissi", group=2),
        candidate(3, "خالد الإدريسي", group=2),
    )
    assert numbers(found) == [(2, 3)]


def test_a_pair_that_was_told_apart_is_left_out_and_the_others_are_still_found() -> None:
    three = [candidate(number, "Club Rif") for number in (1, 2, 3)]
    assert numbers(pairs(*three)) == [(1, 2), (2, 3)]
    assert numbers(pairs(*three, apart=((2, 3),))) == [(1, 2), (1, 3)]
    assert numbers(pairs(*three, apart=((1, 2), (2, 3), (1, 3)))) == []


def test_the_pairs_grow_with_the_records_and_not_with_their_square() -> None:
    alike = [candidate(number, "Club Rif", phone=NUMBER) for number in range(1, 201)]
    assert len(pairs(*alike)) == 199


SMALL = st.lists(
    st.tuples(st.sampled_from(["Club Rif", "نادي الريف", "Sport"]), st.sampled_from([None, "1"])),
    max_size=6,
)


@given(SMALL)
def test_whoever_answers_every_pair_was_asked_about_every_one(
    written: list[tuple[str, str | None]],
) -> None:
    """Marked as different one after the other, all pairs that share a key are shown eventually."""
    records = [candidate(n, name, phone=phone) for n, (name, phone) in enumerate(written, 1)]
    shown: set[tuple[int, int]] = set()
    while found := set(numbers(pairs(*records, apart=tuple(shown)))):
        shown |= found
    alone = {
        (first.uid.int, second.uid.int)
        for first, second in combinations(records, 2)
        if pairs(first, second)
    }
    assert shown == alone
