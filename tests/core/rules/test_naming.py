"""A text names a person by any form of the name, but not by a single shared word."""

import pytest

from outreach_app.rules.name_replacing import Capacity, replace_name
from outreach_app.rules.naming import NameFinder, families_of, without_title, writings_of

FINDER = NameFinder(["Zephyrin Planté"])
# Of a card that has one script alone.
INVENTED = NameFinder(["Mohamed Amine El Alaoui"])


@pytest.mark.parametrize(
    "said", ["Zephyrin Planté", "PLANTÉ Zephyrin", "Z. Planté", "M. Planté", "السيدة Planté"]
)
def test_a_name_is_said_in_several_ways(said: str) -> None:
    assert FINDER.is_in(f"Visite de {said} au quartier")


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Visite de Zephyrin Planté, au quartier", "Zephyrin Planté"),
        ("Appel de M. Planté", "M. Planté"),
        ("Un arbre planté", None),
    ],
)
def test_only_the_words_of_the_name_are_found(text: str, named: str | None) -> None:
    span = FINDER.find_span(text)
    assert (text[span.start : span.stop] if span else None) == named


@pytest.mark.parametrize("said", ["Planté", "Zephyrin", "M. Zephyrin", "Zephyrin Autrenom"])
def test_one_word_alone_names_nobody(said: str) -> None:
    assert not FINDER.is_in(f"Visite de {said} au quartier")


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Demande de TAZROUALTI", "TAZROUALTI"),
        ("طلب لتازروالتي بشأن الإنارة", "لتازروالتي"),
        ("T a z r o u a l t i demande", "T a z r o u a l t i"),
        ("Demande des riverains", None),
    ],
)
def test_a_family_name_that_one_person_bears_is_found_alone(text: str, named: str | None) -> None:
    names = ["Zoubair Tazroualti"]
    span = NameFinder(names, families_of(names)).find_span(text)
    assert (text[span.start : span.stop] if span else None) == named


@pytest.mark.parametrize("name", ["Planté", "=1+1", "A. B.", "م. ع.", "Poste 2", "؟؟", ""])
def test_what_is_no_full_name_is_found_nowhere(name: str) -> None:
    assert writings_of(name) == ()
    assert not NameFinder([name]).is_in(f"Un arbre planté, {name} : a b 1 1, poste 2")


@pytest.mark.parametrize(
    "recorded",
    [
        *(f"{title} Omar Chraibi" for title in (
            "Dr.", "Docteur", "Me", "Maître", "M.", "Mme", "Pr", "Professeur", "Ing.", "Hajj",
            "El Hajj", "Lalla", "Sidi", "M. le Dr",
        )),
        "Dr.Omar Chraibi", "Omar Chraibi, président", "Omar Chraibi (trésorier)",
        "Omar Chraibi - président", "Chraibi, Omar",
    ],
)  # fmt: skip
def test_a_name_is_looked_for_without_what_was_recorded_beside_it(recorded: str) -> None:
    assert {"omar chraibi", "chraibi omar", "o chraibi"} <= set(writings_of(recorded))
    assert NameFinder([recorded]).is_in("رأي عمر الشرايبي في الضوضاء")
    assert replace_name("de Omar Chraibi et", recorded, Capacity("x", "x")) == "de x et"
    assert families_of([recorded]) == {"chraibi"}


def test_an_arabic_name_is_looked_for_without_its_title() -> None:
    titles = "الدكتور الدكتورة د. الأستاذ ذ. السيد السيدة الحاج للا سيدي مولاي المهندس"
    for title in titles.split():
        assert "عمر الشرايبي" in writings_of(f"{title} عمر الشرايبي"), title


def test_a_place_that_begins_like_an_honour_names_nobody() -> None:
    finder = NameFinder(["Sidi Karim Bernoussi"])
    assert not finder.is_in("Réunion au quartier Sidi Bernoussi")
    assert not NameFinder(["Karim Yacout"]).is_in("Le boulevard Lalla Yacout est fermé")
    assert not NameFinder(["Karim Benslimane"]).is_in("Fête de Sidi Benslimane")
    assert not NameFinder(["Awa N'Diaye"]).is_in("Bloc N, N Dakhla et Mme Diayate")
    assert "mme bennis" in writings_of("Mme Bennis, présidente")  # all that is known of her


@pytest.mark.parametrize(
    "said",
    [
        "Zéphirin Plante",
        "Mohammed Amin Alaoui",
        "محمد أمين العلوي",
        "لمحمد أمين العلوي",
        "والعلوي محمد أمين",
        "Mohammed Alaoui",
        "م. العلوي",
        "Alaoui M.",
        "السيد العلوي",
        "للسيد العلوي",
        "للسيدة العلوي",
        "الأستاذ العلاوي",
    ],
)
def test_a_name_is_said_in_any_spelling_of_either_script(said: str) -> None:
    finder = FINDER if said.startswith("Z") else INVENTED
    assert finder.is_in(f"التقينا {said}، ثم انصرف")


@pytest.mark.parametrize(
    ("recorded", "said"),
    [
        ("Abd-er-Rahmane Souiri", "Abderrahmane Souiri"),
        ("Abd-er-Rahmane Souiri", "عبد الرحمان السويري"),
        ("Abd-er-Razzak Tahiri", "عبد الرزاق الطاهري"),
        ("Abd ech-Chafi Naciri", "عبد الشافي الناصري"),
        ("Abd-er-Rahmane Ben Larbi Sqalli", "عبد الرحمان بن العربي الصقلي"),
        ("عبد الرحمان السويري", "Abd-er-Rahmane Souiri"),
        ("Si Mohammed Ould L'Hassan", "محمد ولد لحسن"),
        ("Si Mohammed Ould L'Hassan", "Mohamed Ouldlhassan"),
        ("Mohamed Ouldlhassan", "Mohammed Ould-Lahcen"),
        ("محمد ولد لحسن", "Mohamed Ouldlahcen"),
        ("عبد الرحمان السويري", "لعبد الرحمن السويري"),
        ("Abderrahmane Souiri", "وعبد الرحمان السويري"),
        ("Marie-Hélène Aït-Oumghar", "Mariehélène Aitoumghar"),
        ("عبد الدائم المرنيسي", "ولعبد الدائم المرنيسي"),
        ("Abdeddaim Mernissi", "ولعبد الدائم المرنيسي"),
        ("Awa N'Diaye", "Awa N Diaye"),
        ("Awa N’Diaye", "Mme N Diaye"),
        ("Awa Ndiaye", "A. N' Diaye"),
        ("Awa N'Diaye", "Ndiaye Awa"),
        ("Fatima Benabdeljalil", "Lalla Benabdeljalil"),
        ("Fatima Benabdeljalil", "للا بنعبد الجليل"),
    ],
)
def test_an_article_that_sounds_like_what_follows_and_a_hyphen_part_no_name(
    recorded: str, said: str
) -> None:
    text = f"Avec {said} au marché"
    span = NameFinder([recorded]).find_span(text)
    assert span is not None
    assert text[span.start : span.stop] == said


@pytest.mark.parametrize(
    "said", ["العلوي", "محمد أمين", "حي العلويين", "Amine Alami", "السيد العامل", "Mme Alami"]
)
def test_what_only_resembles_the_name_is_another(said: str) -> None:
    assert not INVENTED.is_in(f"التقينا {said}، ثم انصرف")


@pytest.mark.parametrize(
    ("name", "bare_name"),
    [
        ("Mme Khadija Alaoui", "khadija alaoui"),
        ("M. le Dr Alaoui", "alaoui"),
        ("El Alaoui Khadija", "el alaoui khadija"),
        ("Khadija Alaoui", "khadija alaoui"),
        ("Mme", "mme"),
    ],
)
def test_a_title_is_no_part_of_a_name(name: str, bare_name: str) -> None:
    assert without_title(name) == bare_name


@pytest.mark.parametrize(
    ("practice", "said"),
    [
        ("Pharmacie Oumnia Sellami", "Visite chez Oumnia Sellami"),
        ("Pharmacie Oumnia Sellami", "Avis d’O. Sellami"),
        ("Cabinet d’avocat Oumnia Sellami", "Reçu par Sellami Oumnia"),
        ("Étude notariale Oumnia Sellami", "التقينا بأمنية السلامي"),
        ("صيدلية أمنية السلامي", "رأي أمنية السلامي"),
        ("عيادة طب الأسنان أمنية السلامي", "Avis d’Oumnia Sellami"),
    ],
)
def test_the_owner_of_a_practice_is_found_without_what_it_is_called_by(
    practice: str, said: str
) -> None:
    assert NameFinder([practice]).is_in(said)
    assert not NameFinder([practice]).is_in("Une pharmacie, un cabinet ; صيدلية ومكتب")
    assert not NameFinder(["Cabinet dentaire Al Andalous"]).is_in("Quartier Al Andalous")
    assert not NameFinder(["Pharmacie de la Place"]).is_in("Un jeu sur la place")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("محمد آيت الحسن", "السيد آيت الحسن"),
        ("محمد آيت الحسن", "M. Ait Lahcen"),
        ("محمد بن عبد الله العلوي", "مُحَمَّد بْن عَبْد الله العَلَوي"),
        ("Hassan Aït Ben Haddou", "M. Aït Ben-Haddou"),
        ("Hassan Aït Ben Haddou", "Aït Ben Haddou Hassan"),
        ("Hassan Aït Ben Haddou", "H. Ait\u2011Ben\u2011Haddou"),
        ("Hassan Ben Haddou", "حسن أيت بنحدو"),
        ("يوسف بن الطيب", "Youssef Bentayeb"),
        ("Youssef Ben Tayeb", "السيد بن الطيب"),
        ("Fatima-Zahra El Ben Aïcha", "Mme El Ben Aicha"),
        ("Aït Baha", "Aït Baha"),
    ],
)
def test_a_name_with_its_particles_is_found_and_marked_whole(name: str, said: str) -> None:
    text = f"زيارة {said} اليوم"
    span = NameFinder([name]).find_span(text)
    assert span is not None
    assert text[span.start : span.stop] == said


def test_a_place_of_an_ait_names_nobody() -> None:
    finder = NameFinder(["Hassan Aït Ben Haddou", "محمد آيت الحسن"])
    assert not finder.is_in("Visite du ksar d’Aït Ben Haddou, qu’il ait plu ou non")
    assert not finder.is_in("لقاء مع جمعية آيت الحسن")
