"""Every exchanged noun has texts: for exports, imports and conflicts."""

import pytest

from outreach_app.i18n import Language
from outreach_app.models import JOURNALED
from outreach_app.noun_words import noun_words, one_noun_words
from tests.guards.pages import page, rows, section
from ui import languages
from ui.exchange.refusals import refusal_words

ENTITIES = [model.contract.entity for model in JOURNALED]


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("words", [noun_words, one_noun_words])
def test_every_noun_has_words_of_its_own(words: object, language: Language) -> None:
    assert callable(words)
    languages.switch(language)
    said = [words(entity) for entity in ENTITIES]
    assert len(set(said)) == len(said)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("language", Language)
def test_every_code_that_a_file_is_logged_with_has_words(language: Language) -> None:
    languages.switch(language)
    codes = rows(section(page("exchange-format.md"), "Codes"))
    table = {row[0].strip("`"): row[1] for row in codes}
    of_cards = {code for code, meaning in table.items() if meaning.startswith("of a card")}
    logged = [code for code in table if code not in of_cards | {"W_BEHIND"}]
    assert all(len(refusal_words(code)) > 40 for code in logged)
