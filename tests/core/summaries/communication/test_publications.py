"""The sentence on what was published: its kinds, beside all of the period before."""

import re

import pytest

from outreach_app.i18n import Language
from outreach_app.summaries.communication.facts import publication_facts
from outreach_app.summaries.prose.nouns import PUBLICATION_KINDS
from tests.core.summaries.communication.test_prose import published, words
from tests.core.summaries.national_strategies import PUBLISHED
from tests.core.summaries.reading import said_number
from tests.few_or_many import on_random


def test_one_kind_alone_is_counted_as_what_it_is() -> None:
    made = publication_facts({"pb.post": 3}, {"pb.post": 2})

    assert words(published(Language.FRENCH, made)) == (
        "L’arrondissement de police a diffusé trois messages sur les réseaux sociaux (contre deux"
        " en septembre)."
    )
    assert words(published(Language.ARABIC, made)) == (
        "صدرت عن الدائرة الأمنية 3 تدوينات (مقابل مادتين إعلاميتين في شتنبر)."
    )


@pytest.mark.parametrize(
    ("now", "before", "arabic", "french"),
    [
        (
            {"pb.material": 1},
            {"pb.communique": 1},
            "مادة تحسيسية واحدة (العدد نفسه من المواد الإعلامية في شتنبر).",
            "un support de sensibilisation (une publication également en septembre).",
        ),
        (
            {"pb.post": 1},
            {"pb.post": 1},
            "تدوينة واحدة (العدد نفسه في شتنبر).",
            "un message sur les réseaux sociaux (comme en septembre).",
        ),
        (
            {"pb.communique": 1, "pb.material": 1},
            {"pb.reportage": 1},
            (
                "مادتان إعلاميتان، هما بلاغ واحد ومادة تحسيسية واحدة (مقابل مادة إعلامية واحدة في"
                " شتنبر)."
            ),
            (
                "deux publications (contre une en septembre) : un communiqué et un support de"
                " sensibilisation."
            ),
        ),
        (
            {"pb.communique": 2, "pb.material": 1},
            {"pb.reportage": 3},
            "3 مواد إعلامية (العدد نفسه في شتنبر)، توزعت كما يلي: بلاغان ومادة تحسيسية واحدة.",
            (
                "trois publications (autant qu’en septembre) : deux communiqués et un support de"
                " sensibilisation."
            ),
        ),
        (
            {"pb.post": 2},
            {},
            "تدوينتان (ولم تصدر أي مادة إعلامية في شتنبر).",
            "deux messages sur les réseaux sociaux (aucune publication en septembre).",
        ),
    ],
)
def test_publications_are_compared_with_all_of_the_period_before(
    now: dict[str, int], before: dict[str, int], arabic: str, french: str
) -> None:
    made = publication_facts(now, before)
    assert words(published(Language.ARABIC, made)).endswith(arabic)
    assert words(published(Language.FRENCH, made)).endswith(french)


@on_random(PUBLISHED)
def test_a_reader_finds_the_kinds_again(made: dict[str, int]) -> None:
    facts_made = publication_facts(made, {})
    for language in Language:
        sentence = re.sub(r"(?<=\d) (?=\d{3})", "", words(published(language, facts_made)))
        _lead, _colon, listed = sentence.partition(": ")
        if not facts_made.has_shares:
            assert "%" not in sentence
            continue
        parts = re.split(r"(?<=%\)) ?(?:, |et |و)", listed) if listed else []
        found = [
            said_number(re.sub(r"(?<=\d) (?=\d)", "", part.partition(" (")[0])) for part in parts
        ]
        assert found == ([row.count for row in facts_made.kinds] if len(made) > 1 else [])
    assert set(made) <= set(PUBLICATION_KINDS)


def test_the_verb_agrees_with_what_alone_came_out() -> None:
    made = publication_facts({"pb.communique": 1}, {})
    assert words(published(Language.ARABIC, made)).startswith("صدر عن الدائرة الأمنية بلاغ واحد")


def test_a_kind_of_a_later_version_is_named_by_its_code() -> None:
    made = publication_facts({"pb.podcast": 2, "pb.post": 3}, {})
    for language in Language:
        assert re.search("2|deux", words(published(language, made)))
