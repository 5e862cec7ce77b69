"""Names whose words are joined, parted or turned in another way than on the card."""

import pytest

from outreach_app.rules.known_names import KnownNames
from outreach_app.rules.naming import NameFinder

HADDOU = "Abd-es-Samad Benhaddou-Ouazzani"
ALLAL = "Khadija Bent Allal Slaoui"


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        (
            HADDOU,
            "vu avec Abdes-Samad Ben-Haddou El Ouazzani",
            "Abdes-Samad Ben-Haddou El Ouazzani",
        ),
        (HADDOU, "قال عبد الصمد بنحدو الوزاني", "عبد الصمد بنحدو الوزاني"),
        (ALLAL, "Khadija Bentallal Slaoui demande", "Khadija Bentallal Slaoui"),
        ("El Mehdi Ould Bouchta", "سُلم للمهدي ولد بوشتى أمس", "للمهدي ولد بوشتى"),
        ("El Mehdi Ould Bouchta", "selon Ould Bouchta El Mehdi", "Ould Bouchta El Mehdi"),
        ("Abd-el-Ghani Aït Lahcen", "Abdelghani Aitlahcen a dit", "Abdelghani Aitlahcen"),
        (
            "Abd-es-Sattar Ould Brahim-Lamrini",
            "عبد الستار ولد ابراهيم المريني",
            "عبد الستار ولد ابراهيم المريني",
        ),
    ],
)
def test_a_name_is_found_whole_however_its_words_are_joined(
    name: str, text: str, said: str
) -> None:
    span = NameFinder([name]).find_span(text)
    assert span is not None
    assert text[span.start : span.stop] == said
    assert KnownNames([name]).said_in(text) == (name,)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (HADDOU, "M. Benhaddou-Ouazzani demande"),
        (ALLAL, "الآنسة بنت علال السلاوي"),
        ("عبد الرؤوف الدكالي الحسناوي", "سُلم للسيد الدكالي الحسناوي"),
    ],
)
def test_a_title_with_a_family_name_of_several_words_names_somebody(name: str, text: str) -> None:
    assert NameFinder([name]).is_in(text)


@pytest.mark.parametrize(
    "text",
    ["Abdessamad Slaoui", "Khadija demande", "بنت علال السلاوي", "route d’Ouazzane", "حد الولجة"],
)
def test_another_name_and_a_family_name_without_a_title_name_nobody(text: str) -> None:
    finder = NameFinder([HADDOU, ALLAL])
    assert not finder.is_in(text)
