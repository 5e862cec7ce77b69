"""Words that a document translates once are translated wherever it shows them."""

from datetime import date

import pytest

from outreach_app.database import Database
from outreach_app.i18n import Language
from outreach_app.issuing.handovers import prepare_handover
from outreach_app.issuing.period import prepare_period_report
from outreach_app.rules.folding import fold_words
from outreach_app.rules.names import Bilingual
from outreach_app.rules.periods import Period
from outreach_app.services.commitments import CommitmentDraft
from outreach_app.summaries.handovers.plan import HandoverPlan
from outreach_app.summaries.period.prose import realise_period
from outreach_app.summaries.prose.facts import Words
from outreach_app.summaries.prose.free_texts import TITLES, free_texts, texts_of
from outreach_app.summaries.prose.plain_text import to_plain_text
from outreach_app.summaries.prose.translated_alike import translated_alike
from tests import makers
from tests.core.summaries.any_plans import any_plan
from tests.few_or_many import on_random

OCTOBER = Period(date(2026, 10, 1), date(2026, 10, 31))


@on_random(any_plan(HandoverPlan), few=10)
def test_no_words_stand_both_translated_and_untranslated(plan: HandoverPlan) -> None:
    told = translated_alike(plan)
    found: dict[tuple[Language, str], bool] = {}
    for words in free_texts(told):
        known = found.setdefault(
            (words.language, fold_words(words.text)), words.translation is not None
        )
        assert known == (words.translation is not None), words
    # What was typed stays as it is.
    for (name, before), (_name, after) in zip(texts_of(plan), texts_of(told), strict=True):
        if isinstance(before, Words) and isinstance(after, Words):
            assert before.translation in (None, after.translation)
            assert before.phrase is None or before == after
        if isinstance(before, Bilingual) and isinstance(after, Bilingual):
            assert before == after or name in TITLES


@pytest.mark.parametrize("kind", ["period", "handover"])
def test_a_paper_translates_the_same_words_in_every_list(database: Database, kind: str) -> None:
    """One promise that runs and one given up, two subjects: each typed twice, translated once."""
    promises = (
        CommitmentDraft("مراقبة المكان", "ar", "office", translation="surveiller les lieux"),
        CommitmentDraft(
            *("مراقبة المكان", "ar", "office"), status="cst.dropped", status_reason="انتهى السوق"
        ),
    )
    makers.write_meeting(
        database, commitments=promises, subject_ar="الكلاب الضالة", subject_fr="Chiens errants"
    )
    makers.write_meeting(database, subject_ar="الكلاب الضالة")
    prepared = (
        prepare_period_report(database, OCTOBER) if kind == "period" else prepare_handover(database)
    )
    words = {row.translation for row in free_texts(prepared.plan) if "مراقبة" in row.text}
    assert words == {"surveiller les lieux"}
    subjects = {
        title.fr
        for name, title in texts_of(prepared.plan)
        if name == "subject" and isinstance(title, Bilingual) and title.ar == "الكلاب الضالة"
    }
    assert subjects == {"Chiens errants"}


def test_signs_without_a_letter_are_not_the_same_words() -> None:
    plan = (
        Words("؟!", Language.ARABIC, translation="Pourquoi ?"),
        Words("…", Language.ARABIC),
        Bilingual("؟", None),
    )
    assert translated_alike(plan) == plan


def test_a_title_in_words_that_nobody_typed_beside_it_is_marked(database: Database) -> None:
    makers.write_meeting(
        database, commitments=(), subject_ar="الكلاب الضالة", subject_fr="Chiens errants"
    )
    makers.write_meeting(database, commitments=(), subject_ar="الكلاب الضالة")
    plan = prepare_period_report(database, OCTOBER).plan
    french, arabic = (
        to_plain_text(realise_period(plan, page, date(2026, 11, 12)))
        for page in (Language.FRENCH, Language.ARABIC)
    )
    assert (french.count("Chiens errants"), french.count("Chiens errants**")) == (2, 1)
    assert "** Traduction de l’arabe." in french
    assert "**" not in arabic
