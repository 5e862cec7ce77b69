"""A snippet shows the match."""

import pytest

from outreach_app.rules.folding import index_words
from outreach_app.search.snippets import find_hits, find_snippet, held_words

LONG = (
    "افتتح رئيس الدائرة الأمنية اللقاء بكلمة ترحيبية ثم استعرض مآل الالتزامات السابقة أمام ممثلي"
    " الجمعيات وبعدها طلب المتدخلون إصلاح الإِنَارَة العمومية بالحي وتكثيف الدوريات ليلا قرب الثانوية"
)


def test_a_snippet_shows_the_word_that_was_asked_for() -> None:
    snippet = find_snippet(LONG, "انار", width=60)
    assert "الإِنَارَة" in snippet
    assert snippet.startswith("…")
    assert snippet.endswith("…")
    assert len(snippet) <= 62


def test_a_snippet_is_whole_words_of_the_text() -> None:
    snippet = find_snippet(LONG, "الجمعية", width=50)
    assert set(snippet.strip("…").split()) <= set(LONG.split())


def test_a_snippet_of_the_start_and_of_the_end() -> None:
    assert find_snippet(LONG, "غائبة", width=40).startswith("افتتح رئيس")
    assert find_snippet(LONG, "ثانوية", width=40).endswith("قرب الثانوية")


def test_a_short_text_is_its_own_snippet() -> None:
    assert find_snippet("الإنارة\nالعمومية", "x") == "الإنارة العمومية"
    assert find_snippet("a" * 300, "", width=100) == "a" * 100 + "…"


@pytest.mark.parametrize(
    ("text", "query", "parts"),
    [
        ("صيدلية الواحة", "صيدلي", ["صيدلي"]),  # as far as it is typed
        ("نقابة الصيادلة", "صيدلية", ["الصيادلة"]),  # in another form, whole
        ("جمعية الزيتون للتنمية", "zaytoun", ["الزيتون"]),  # in the other script, whole
        ("Éclairage, et l’éclairage", "eclai", ["Éclai", "éclai"]),
        ("cœur de ville", "co", ["cœur"]),  # no letter of it ends there
        ("الإِنَارَة العمومية", "xyz", []),
    ],
)
def test_the_words_that_answer_are_marked(text: str, query: str, parts: list[str]) -> None:
    assert [text[start : start + length] for start, length in find_hits(text, query)] == parts


@pytest.mark.parametrize(
    "text", ["إنارة الشارع", "l’éclairage public", "حي سيدي بن علي", "Ben Ali"]
)
def test_a_text_holds_what_the_index_holds(text: str) -> None:
    assert held_words(text) == set(index_words(text))
