"""A capacity takes the place of a name: with the title before it, in good Arabic and French."""

import pytest

from outreach_app.rules.name_replacing import Capacity, replace_name, replace_span
from outreach_app.rules.naming import NameFinder, families_of

TREASURER = Capacity("trésorier", "trésorier")
SOMEBODY = Capacity("l’intéressé", "l’intéressée")
ARABIC = Capacity("المعني بالأمر", "المعنية بالأمر")


@pytest.mark.parametrize(
    ("said", "proposed"),
    [
        ("Visite de M. PLANTÉ.", "Visite de trésorier."),
        ("Visite de Mme Planté  Zephyrin", "Visite de trésorier"),
        ("Visite du Dr\u00a0Zephyrin Planté", "Visite du trésorier"),
        ("لقاء بالسيد Planté", "لقاء بtrésorier"),
        ("M. Plantéa, Zephyrin Planter", "M. Plantéa, Zephyrin Planter"),
        ("Un arbre planté", "Un arbre planté"),
    ],
)
def test_a_name_is_replaced_with_its_title(said: str, proposed: str) -> None:
    assert replace_name(said, "Zephyrin Planté", TREASURER) == proposed


@pytest.mark.parametrize(
    ("said", "proposed"),
    [
        ("Pour Mme Planté, merci", "Pour l’intéressée, merci"),
        ("Pour M. Planté, merci", "Pour l’intéressé, merci"),
        ("Pour Mme Zéfirin Plante", "Pour l’intéressée"),
        ("Pour Dre Zéfirin Plante", "Pour l’intéressée"),
        ("Pour Z. Plante", "Pour l’intéressé"),
        ("Au Dr Planté, avis du Dr Zéfirin Plante", "à l’intéressé, avis de l’intéressé"),
        ("Pour Madame le Docteur Planté", "Pour l’intéressée"),
        ("Pour M. le Docteur Z. Plante", "Pour l’intéressé"),
    ],
)
def test_a_woman_whose_capacity_is_unknown_is_named_in_the_feminine(
    said: str, proposed: str
) -> None:
    assert replaced(said, "Zephyrin Planté", SOMEBODY) == proposed


@pytest.mark.parametrize(
    ("said", "proposed"),
    [
        ("رأي وللسيد المرنيسي", "رأي وللمعني بالأمر"),
        ("وللسيدة المرنيسي رأي", "وللمعنية بالأمر رأي"),
        ("طلب للأستاذة وليدة المرنيسي", "طلب للمعنية بالأمر"),
        ("طلب لوليدة المرنيسي", "طلب للمعني بالأمر"),
        ("وليدة المرنيسي حضرت", "المعني بالأمر حضرت"),
        ("حضر ووليدة المرنيسي", "حضر والمعني بالأمر"),
        ("التقينا بالسيدة وليده المرنيسى", "التقينا بالمعنية بالأمر"),
        ("وللسيدة و. المرنيسي", "وللمعنية بالأمر"),
        ("السيدة الدكتورة وليده المرنيسى", "المعنية بالأمر"),
        ("طلب للمرنيسي", "طلب للمعني بالأمر"),
        ("طلب و. المرنيسي", "طلب المعني بالأمر"),
    ],
)
def test_what_is_one_word_with_an_arabic_name_stays_in_the_form_of_the_capacity(
    said: str, proposed: str
) -> None:
    assert replaced(said, "وليدة المرنيسي", ARABIC) == proposed


def test_the_first_letter_of_a_given_name_is_no_particle() -> None:
    assert replaced("قال بلال المرنيسى", "بلال المرنيسي", ARABIC) == "قال المعني بالأمر"


def replaced(text: str, name: str, capacity: Capacity) -> str:
    """Replace the name as written, and then in every other spelling."""
    finder = NameFinder([name], families_of([name]))
    text = replace_name(text, name, capacity)
    while (span := finder.find_span(text)) is not None:
        text = replace_span(text, span, capacity, finder)
    return text
