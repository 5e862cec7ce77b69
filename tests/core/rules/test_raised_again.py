"""What makes a point the repetition of an earlier one: its words, or the reminder that it is."""

from datetime import date

import pytest

from outreach_app.rules.raised_again import (
    are_one_matter,
    is_reminder,
    may_be_one_matter,
    recalled_day,
    repeats,
    texts_of,
    wordings,
)

DAY = date(2026, 9, 23)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Rappel du point du 31/03 : mendicité aux feux", date(2026, 3, 31)),
        ("تذكير بما أثير يوم 5/11: الباعة الجائلون", date(2025, 11, 5)),
        ("Relance, point du 31.3.2026 : mendicité", date(2026, 3, 31)),
        ("Rappel : mendicité depuis le 31/03", None),
        ("Mendicité depuis le 31/03 : des nourrissons", None),
        ("Rappel du 31/02 : mendicité", None),
        ("Rappel du point du 23/09 : mendicité", date(2025, 9, 23)),
    ],
)
def test_a_reminder_names_the_last_such_day_before_it(text: str, day: date | None) -> None:
    assert recalled_day(text, DAY) == day


def test_the_same_words_are_the_same_after_a_reminder_and_in_either_language() -> None:
    once = wordings(["Mendicité avec des nourrissons aux feux"])
    again = "Rappel du point du 31/03 : mendicité avec des nourrissons aux feux."
    assert repeats(wordings(["تسول بواسطة رضع", again]), once)
    assert repeats(wordings([f"Un participant : « {again} »"]), wordings([again]))
    assert not repeats(wordings(["Mendicité avec des nourrissons à la gare"]), once)


def test_who_is_told_to_have_said_it_is_no_part_of_the_words() -> None:
    said = "Un participant : « Une dame âgée vit seule rue Al Yasmine »."
    assert repeats(
        wordings(["Une dame âgée vit seule rue Al Yasmine et n’ouvre plus"]), wordings([said])
    )
    assert is_reminder("قال أحد الحاضرين: «تذكير بما أثير يوم 6/10: ضوضاء»")
    assert not is_reminder(said)


def test_few_words_do_not_tell_one_matter_from_another() -> None:
    assert wordings(["Éclairage public insuffisant", None]) == ()


def test_two_points_of_few_words_are_one_matter_where_these_are_the_same() -> None:
    assert are_one_matter(["Rappel : éclairage public."], ["Éclairage public", None])
    assert not are_one_matter(["Éclairage public, rue Ibn Khaldoun"], ["Éclairage public", None])
    assert not are_one_matter([None], [None])


FRENCH = "Bruit provenant des cafés après minuit"
ARABIC = "الضوضاء المنبعثة من المقاهي بعد منتصف الليل"


def test_a_frequent_point_has_its_words_in_both_languages_chosen_or_typed() -> None:
    assert set(texts_of("Tapage des cafés", None, "ph.1.1.1")) == {
        "Tapage des cafés",
        ARABIC,
        FRENCH,
    }
    assert set(texts_of(FRENCH.upper(), None, None)) == {FRENCH.upper(), ARABIC, FRENCH}
    assert texts_of("Tapage des cafés", "ضجيج المقاهي", None) == (
        "Tapage des cafés",
        "ضجيج المقاهي",
    )
    assert texts_of(None, None, None) == ()


def test_a_reminder_in_one_language_is_compared_without_its_heading() -> None:
    again = ["Rappel du point du 31/03 : distribuer 200 affiches"]
    assert may_be_one_matter(again, ["توزيع 200 ملصق"])
    assert not may_be_one_matter(again, ["توزيع 300 ملصق"])
