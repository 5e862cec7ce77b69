"""Many known names are found in a text in any spelling, each once."""

import pytest

from outreach_app.rules.known_names import KnownNames

KNOWN = KnownNames(
    [
        "عبد الرحمان السويري",
        "Abd-er-Rahmane Souiri",
        "Dr. Omar Chraibi",
        "Youssef Ben Tayeb",
        "Radi",
        "Cabinet Maître Belkhadir",
        "Cabinet Dr Sfia Yacoubi",
    ],
    ["12, rue Zallaqa"],
)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Abd-er-Rahmane Souiri veut une réponse", ("Abd-er-Rahmane Souiri",)),
        ("M. Abderrahmane Souiri veut une réponse", ("Abd-er-Rahmane Souiri",)),
        ("طلب لعبد الرحمن السويري", ("عبد الرحمان السويري",)),
        ("Souiri Abderrahmane et O. Chraibi", ("Abd-er-Rahmane Souiri", "Dr. Omar Chraibi")),
        ("يوسف بن الطيب وعمر الشرايبي", ("Youssef Ben Tayeb", "Dr. Omar Chraibi")),
        ("Y o u s s e f Bentayeb", ("Youssef Ben Tayeb",)),
        ("au cabinet, 12 RUE Zallaqa (1er étage)", ("12, rue Zallaqa",)),
        ("Séance avec Me Belkhadir", ("Cabinet Maître Belkhadir",)),
        ("لقاء مع الأستاذ بلخضير", ("Cabinet Maître Belkhadir",)),
        ("Mme Sfia Yacoubi et sa voisine", ("Cabinet Dr Sfia Yacoubi",)),
        ("Me Yacoubi", ()),
        ("Belkhadir et la rue Belkhadir", ()),
        ("M. Souiri, Omar et Radi, 14 rue Zallaqa", ()),
        ("", ()),
    ],
)
def test_each_name_is_told_once_however_it_is_written(text: str, said: tuple[str, ...]) -> None:
    assert set(KNOWN.said_in(text)) == set(said)
