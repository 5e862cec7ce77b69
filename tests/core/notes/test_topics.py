"""Topics are offered for a free text of either language, and a certain one is filled in."""

import pytest

from outreach_app import vocabulary
from outreach_app.notes.topics import SURE, rank_topics
from outreach_app.vocabulary import Entry


def offer_topics(text: str) -> list[str]:
    return [topic for topic, _score in rank_topics(text)]


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("سرقة الهواتف بالموطورات", "tp.2.2"), ("الضو طافي فالزنقة", "tp.6.1"),
        ("bruit des cafés après minuit", "tp.1.1"), ("Chiens errants près de l'école", "tp.1.5"),
        ("طلب تجديد البطاقة الوطنية", "tp.8.2"), ("rodéos de motos le samedi", "tp.4.4"),
        ("تجمعات مشبوهة أمام إعدادية ابن خلدون", "tp.5.4"), ("بيع الحشيش أمام الثانوية", "tp.3.1"),
    ],
)  # fmt: skip
def test_the_first_topic_is_what_the_words_are_about(text: str, topic: str) -> None:
    assert offer_topics(text)[0] == topic


def test_words_that_tell_nothing_offer_nothing() -> None:
    assert not offer_topics("كما أن هذا 2026")
    assert not offer_topics("")
    assert rank_topics("شيشة")[0][1] < SURE or len(rank_topics("شيشة")) == 1


def test_a_topic_that_headquarters_adds_is_offered_and_one_it_withdraws_is_not() -> None:
    vocabulary.overlay([Entry("tp.6.7", "ألواح إشهارية", "panneaux publicitaires")], ["tp.1.5"])
    try:
        assert offer_topics("panneaux publicitaires tombés")[0] == "tp.6.7"
        assert "tp.1.5" not in offer_topics("chiens errants")
    finally:
        vocabulary.overlay([], [])
