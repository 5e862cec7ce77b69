"""Every noun that is exchanged has words: for what leaves, what came, and conflicts."""

import pytest

from outreach_app.i18n import Language
from outreach_app.models import JOURNALED
from tests.guards.pages import page, rows, section
from ui import languages
from ui.exchange.refusals import refusal_words
from ui.exchange.words import noun_words, one_noun_words

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
    codes = [row[0].strip("`") for row in rows(section(page("exchange-format.md"), "Codes"))]
    of_cards = {"E_OFFICE_TAKEN", "E_OWN_OFFICE", "E_SECOND_HEADQUARTERS"}
    logged = [code for code in codes if code not in of_cards | {"W_BEHIND"}]
    assert all(len(refusal_words(code)) > 40 for code in logged)
