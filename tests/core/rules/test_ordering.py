"""What lists are sorted by: accents, hamzas and the Arabic article make no difference."""

from outreach_app.rules.ordering import order_key


def test_accented_letters_stand_beside_the_plain_ones() -> None:
    words = ["Visite", "Éclairage", "eau", "École", "Égout", "Zone"]
    assert sorted(words, key=order_key) == ["eau", "Éclairage", "École", "Égout", "Visite", "Zone"]


def test_a_noun_that_only_seems_to_have_an_article_keeps_its_letters() -> None:
    words = ["تماس", "الالتزام", "التماسك", "التزامات", "التجارة", "اقتراح", "التزامن"]
    ordered = ["اقتراح", "الالتزام", "التزامات", "التجارة", "التزامن", "تماس", "التماسك"]
    assert sorted(words, key=order_key) == ordered


def test_a_hamza_or_an_article_does_not_move_a_word() -> None:
    words = ["النخيل", "أمن الأسواق", "بناء", "الإنارة", "امتحان"]
    assert sorted(words, key=order_key) == ["امتحان", "أمن الأسواق", "الإنارة", "بناء", "النخيل"]
