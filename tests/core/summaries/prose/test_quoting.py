"""Words that people wrote."""

import pytest

from outreach_app.i18n import Language
from outreach_app.rules.names import Bilingual
from outreach_app.summaries.prose.quoting import own_words, quoted, reason


@pytest.mark.parametrize(
    ("words", "page", "text"),
    [
        ("غياب الاعتماد", Language.ARABIC, "«غياب الاعتماد»"),
        ("غياب الاعتماد", Language.FRENCH, "\u2067«غياب الاعتماد»\u2069"),
        ("Budget refusé", Language.FRENCH, "«\u00a0Budget refusé\u00a0»"),
        ("مشروع Casa", Language.ARABIC, "«مشروع Casa»"),
        ("12", Language.ARABIC, "«12»"),
    ],
)
def test_reason_is_quoted_in_the_language_it_is_written_in(
    words: str, page: Language, text: str
) -> None:
    assert reason(words, "fact", page).text == text


def test_name_of_the_other_language_is_isolated_and_says_which_fact_it_is() -> None:
    span = own_words(Bilingual(None, "Annakhil"), "office.name", Language.ARABIC)
    assert span is not None
    assert span.text == "\u2066Annakhil\u2069"
    assert span.fact == "office.name.fr"


def test_nothing_is_quoted_where_nothing_was_written() -> None:
    for language in Language:
        assert own_words(Bilingual(None, ""), "place", language) is None
        assert quoted(Bilingual(None, None), "subject", language) is None
