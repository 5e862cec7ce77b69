"""Places in French have the preposition of official usage."""

import pytest

from outreach_app.rules.names import Bilingual
from outreach_app.summaries.prose.blocks import plain
from outreach_app.summaries.prose.french_places import at_place, listed_place


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ("Siège de l'arrondissement de police", "au siège de l’arrondissement de police"),
        ("Salle des fêtes", "dans la salle des fêtes"),
        ("La salle des fêtes", "dans la salle des fêtes"),
        ("Hôtel de ville", "à l’hôtel de ville"),
        ("Hammam Salam", "au hammam Salam"),
        ("ÉCOLE IBN SINA", "à l’école IBN SINA"),
        ("Locaux de l'association", "dans les locaux de l’association"),
        ("Bureau du chef", "dans le bureau du chef"),
        ("Bab Khmis.", "à Bab Khmis"),
        ("Abords du lycée", "aux abords du lycée"),
        ("Place Mohammed V", "sur la place Mohammed V"),
        ("Avenue Hassan II", "sur l’avenue Hassan II"),
        ("Boulevard Anfa", "sur le boulevard Anfa"),
        ("Enceinte du port", "dans l’enceinte du port"),
        ("Tente caïdale", "sous la tente caïdale"),
        ("Université Hassan II", "à l’université Hassan II"),
        ("Le Maârif", "au Maârif"),
        ("Maârif", "au Maârif"),
        ("L'Oasis", "à l’Oasis"),
        ("La Villette", "à la Villette"),
        ("Rabat", "à Rabat"),
        ("El Jadida", "à El Jadida"),
        ("Sidi Bernoussi, Casablanca", "à Sidi Bernoussi (Casablanca)"),
        ("Ménara, Marrakech", "à Ménara (Marrakech)"),
        ("Salle municipale, Fès", "dans la salle municipale (Fès)"),
        ("Hay Hassani", "à Hay Hassani"),
        ("Dans les locaux de l'école", "dans les locaux de l’école"),
        ("college Al Mariniyine", "au college Al Mariniyine"),
        ("hay Al Qods", "à hay Al Qods"),
        ("Tanja Marina Bay", "au lieu dit «\u00a0Tanja Marina Bay\u00a0»"),
    ],
)
def test_place_takes_its_preposition(place: str, words: str) -> None:
    assert plain(at_place(Bilingual(None, place), "place")) == words


def test_place_in_arabic_stays_out_of_the_sentence() -> None:
    assert at_place(Bilingual("دار الشباب", None), "place") == ()
    assert at_place(Bilingual(None, None), "place") == ()


def test_a_street_stands_alone_in_a_list() -> None:
    street, hall = Bilingual(None, "Rue Oued Sebou"), Bilingual(None, "Salle des fêtes")
    assert plain(listed_place(street, "place")) == "rue Oued Sebou"
    assert plain(listed_place(hall, "place")) == "dans la salle des fêtes"
