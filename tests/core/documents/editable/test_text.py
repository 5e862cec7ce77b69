"""Each part of a text has its own direction, by marks and runs that Word supports."""

import pytest
from docx.oxml.ns import qn

from outreach_app.documents.editable.markup import Element
from outreach_app.documents.editable.text import Look, runs

PHONE = "\u2066+212 6 61 23 45 01\u2069"


def pieces(made: list[Element]) -> list[tuple[str, bool]]:
    """Return the words of each run, and whether it runs from right to left."""
    return [
        (
            "".join(each.text or "" for each in run.iter(qn("w:t"))),
            next(run.iter(qn("w:rtl")), None) is not None,
        )
        for run in made
    ]


def test_a_phone_in_arabic_keeps_its_order() -> None:
    assert pieces(runs(f"الهاتف: {PHONE}.", right_to_left=True)) == [
        ("الهاتف: \u200f", True),
        ("\u200e+212 6 61 23 45 01\u200e", False),
        ("\u200f.", True),
    ]


def test_a_phone_in_french_is_part_of_the_line() -> None:
    assert "".join(words for words, _ in pieces(runs(f"Tél. {PHONE}", right_to_left=False))) == (
        "Tél. +212 6 61 23 45 01"
    )


def test_arabic_in_french_runs_from_right_to_left() -> None:
    assert pieces(runs("à \u2067جمعية النور\u2069 :", right_to_left=False)) == [
        ("à \u200e", False),
        ("\u200fجمعية النور\u200f", True),
        ("\u200e :", False),
    ]


def test_figures_within_isolated_arabic_stay_within_it() -> None:
    made = pieces(runs("\u2067منذ \u206619\u2069 أكتوبر\u2069", right_to_left=False))

    assert made == [
        ("\u200e", False),
        ("\u202bمنذ \u200f", True),
        ("\u200e19\u200e", False),
        ("\u200f أكتوبر\u202c", True),
        ("\u200e", False),
    ]


def test_what_stands_between_two_numbers_keeps_the_direction_around_them() -> None:
    made = pieces(runs("\u206621/2026\u2069، \u206622/2026\u2069", right_to_left=True))

    assert made[2] == ("\u200f، \u200f", True)


@pytest.mark.parametrize(("place", "is_rtl"), [("حي السلام", True), ("Hay Salam", False)])
def test_a_place_takes_the_direction_of_its_first_letter(place: str, is_rtl: bool) -> None:
    made = pieces(runs(f"\u2068{place}\u2069", right_to_left=not is_rtl))

    assert [direction for _words, direction in made] == [not is_rtl, is_rtl, not is_rtl]


def test_an_isolate_that_nothing_ends_loses_no_word() -> None:
    assert "19" in "".join(words for words, _ in pieces(runs("يوم \u206619", right_to_left=True)))


def test_the_letters_of_an_ordinal_are_raised() -> None:
    made = runs("le 1er octobre", right_to_left=False)

    raised = [run for run in made if next(run.iter(qn("w:vertAlign")), None) is not None]
    assert pieces(raised) == [("er", False)]


def test_a_line_break_stays_one_and_words_keep_their_look() -> None:
    (run,) = runs("un\ndeux", right_to_left=False, look=Look(is_bold=True))

    assert len(list(run.iter(qn("w:br")))) == 1
    assert next(run.iter(qn("w:b")), None) is not None
