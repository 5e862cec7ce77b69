"""A summary as plain text."""

from dataclasses import replace

from outreach_app.i18n import Language
from outreach_app.summaries.prose.plain_text import to_plain_text
from outreach_app.summaries.session.prose import Cut, realise
from tests.core.summaries.plans import BARE, ISSUED_ON, MODEL, french, point


def test_each_row_of_a_table_is_a_paragraph_of_labelled_lines() -> None:
    plan = replace(BARE, points=(point(1, "tp.6.1", french("Rue sombre")),))
    french_text = to_plain_text(realise(plan, Language.FRENCH, ISSUED_ON))
    assert (
        "- Thématique et nature\u00a0: 1. Éclairage public (préoccupation)\n"
        "  Point soulevé\u00a0: «\u00a0Rue sombre\u00a0»\n"
        "  Suite donnée\u00a0: Aucune suite enregistrée au 16\u00a0novembre\u00a02026\n"
        in french_text
    )
    assert (
        "  النقطة المثارة: \u2066«\u00a0Rue sombre\u00a0»\u2069 (النص الأصلي بالفرنسية)\n"
        in to_plain_text(realise(plan, Language.ARABIC, ISSUED_ON))
    )


def test_cut_rows_are_counted_under_the_table() -> None:
    text = to_plain_text(realise(MODEL, Language.FRENCH, ISSUED_ON, Cut(points=2)))
    assert "\net deux\u00a0autres points\n" in text


def test_a_copy_as_text_bears_its_number() -> None:
    for language in Language:
        text = to_plain_text(realise(MODEL, language, ISSUED_ON))
        assert MODEL.number in text
        assert text.endswith("\n")
        assert "\n\n\n" not in text
