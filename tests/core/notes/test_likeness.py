"""A frequent point matches a text only if no fact differs; a close one is shown as similar."""

import pytest

from outreach_app.i18n import Language
from outreach_app.notes.likeness import like_phrase

AR, FR = Language.ARABIC, Language.FRENCH


@pytest.mark.parametrize(
    ("text", "language", "code"),
    [
        ("الضوضاء المنبعثة من المقاهي بعد منتصف الليل", AR, "ph.1.1.1"),
        ("انتشار الكلاب الضالة قرب المدارس", AR, "ph.1.5.1"),
        ("bruits des cafés après minuit", FR, "ph.1.1.1"),
    ],
)
def test_the_same_in_nearly_the_same_words_is_the_frequent_point(
    text: str, language: Language, code: str
) -> None:
    found = like_phrase(text, language)
    assert found is not None
    assert (found.phrase.code, found.is_same) == (code, True)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("سرقة الحقائب بالخطف بواسطة دراجات نارية", AR),
        ("لا ضوضاء منبعثة من المقاهي بعد منتصف الليل", AR),
        ("سرقة الهواتف بالخطف بواسطة 3 دراجات نارية", AR),
        ("Vols de sacs à l'arraché commis à motocyclette", FR),
        ("Bruit provenant des cafés avant minuit", FR),
        ("الضوضاء المنبعثة من المقاهي قبل منتصف الليل", AR),
        ("Aucun bruit provenant des cafés après minuit", FR),
    ],
)
def test_another_fact_is_at_most_similar_and_its_words_are_marked(
    text: str, language: Language
) -> None:
    found = like_phrase(text, language)
    assert found is not None
    assert not found.is_same


def test_the_words_that_differ_are_named() -> None:
    found = like_phrase("سرقة الحقائب بالخطف بواسطة دراجات نارية", AR)
    assert found is not None
    assert found.differing == {"الهواتف"}


@pytest.mark.parametrize("text", ["", "…", "rencontre avec le maire du village voisin"])
def test_a_stranger_is_like_none(text: str) -> None:
    assert like_phrase(text, FR) is None
