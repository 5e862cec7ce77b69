"""Words that people wrote."""

import pytest

from outreach_app.i18n import Language
from outreach_app.rules.names import Bilingual
from outreach_app.summaries.prose.blocks import plain
from outreach_app.summaries.prose.quoting import inline, own_title, own_words, quoted_own
from outreach_app.summaries.prose.store_words import written


@pytest.mark.parametrize(
    ("words", "page", "text"),
    [
        ("غياب الاعتماد", Language.ARABIC, "«غياب الاعتماد»"),
        ("غياب الاعتماد", Language.FRENCH, "\u2067«غياب الاعتماد»\u2069"),
        ("Budget refusé", Language.FRENCH, "«\u00a0Budget refusé\u00a0»"),
        ("Refus : l'an 2", Language.FRENCH, "«\u00a0Refus\u00a0: l’an 2\u00a0»"),
        (
            *("اتصلوا على +212 6 61 23 45 01", Language.ARABIC),
            "«اتصلوا على \u2066+212 6 61 23 45 01\u2069»",
        ),
        ("قال: «لا»", Language.ARABIC, "«قال: “لا”»"),
        ("Il dit : « non »", Language.FRENCH, "«\u00a0Il dit\u00a0: “non”\u00a0»"),
        ("مشروع Casa", Language.ARABIC, "«مشروع \u2066Casa\u2069»"),
        ("12", Language.ARABIC, "«\u206612\u2069»"),
    ],
)
def test_reason_is_quoted_in_the_language_it_is_written_in(
    words: str, page: Language, text: str
) -> None:
    assert plain(inline(written(words, ""), "fact", page)).startswith(text)


def test_name_of_the_other_language_is_isolated_and_says_which_fact_it_is() -> None:
    span = own_words(Bilingual(None, "Annakhil"), "office.name", Language.ARABIC)
    assert span is not None
    assert span.text == "\u2066Annakhil\u2069"
    assert span.fact == "office.name.fr"


def test_nothing_is_quoted_where_nothing_was_written() -> None:
    for language in Language:
        assert own_words(Bilingual(None, ""), "place", language) is None
        assert quoted_own(Bilingual(None, None), "subject", language) == ()


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("Suivi des engagements.", "Suivi des engagements"),
        ("Suivi, réunions, etc.", "Suivi, réunions, etc."),
        ("Suivi…", "Suivi…"),
        ("Suivi...", "Suivi..."),
    ],
)
def test_a_title_has_no_full_stop_of_its_own(title: str, shown: str) -> None:
    both = Bilingual(None, title)
    assert plain(own_title(both, "subject", Language.FRENCH)) == shown
    assert plain(quoted_own(both, "subject", Language.FRENCH)) == f"«\u00a0{shown}\u00a0»"
