"""Every noun that is exchanged has words: for what leaves, what came, and conflicts."""

import pytest

from outreach_app.i18n import Language
from outreach_app.models import JOURNALED
from ui import languages
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
