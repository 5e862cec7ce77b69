"""Pieces in a row and in a list."""

from outreach_app.i18n import Language
from outreach_app.summaries.prose.blocks import Span, plain
from outreach_app.summaries.prose.composition import joined, listed, text, typeset


def test_list_keeps_the_fact_of_each_item() -> None:
    items = [text(Span("أ", "a")), text(Span("ب", "b")), text(Span("ج", "c"))]
    arabic = listed(items, Language.ARABIC)
    assert plain(arabic) == "أ وب وج"
    assert [span.fact for span in arabic if span.fact] == ["a", "b", "c"]
    assert plain(listed([text("A"), text("B"), text("C")], Language.FRENCH)) == "A, B et C"
    assert plain(listed([text("A")], Language.FRENCH)) == "A"


def test_separator_stands_between_items_only() -> None:
    assert plain(joined([text("A"), text("B")], " ; ")) == "A ; B"
    assert joined([], " ; ") == ()


def test_empty_pieces_leave_no_span() -> None:
    assert text("", Span("A"), ()) == (Span("A"),)


def test_french_keeps_its_marks_to_the_word_before() -> None:
    assert typeset("Qu'est-ce ? Rien !", Language.FRENCH) == "Qu’est-ce\u00a0? Rien\u00a0!"


def test_arabic_isolates_what_runs_from_left_to_right() -> None:
    assert typeset("رقم 12 و(l'eau)", Language.ARABIC) == (
        "رقم \u206612\u2069 و(\u2066l'eau\u2069)"
    )


def test_french_keeps_a_number_to_its_sign() -> None:
    assert typeset("loi n° 69-99", Language.FRENCH) == "loi n°\u00a069-99"


def test_a_sentence_that_ends_on_quoted_words_has_one_full_stop() -> None:
    assert plain(text("كتبتم: ", "«قيد الإصلاح.»", ".")) == "كتبتم: «قيد الإصلاح»."
    assert plain(text("« Réparée.\u00a0»", ", puis")) == "« Réparée\u00a0», puis"
    # Words that stand alone, and an abbreviation, keep theirs.
    assert plain(text("« Réparée.\u00a0»")) == "« Réparée.\u00a0»"
    assert plain(text("« Rue 3, no.\u00a0»", ".")) == "« Rue 3, no.\u00a0»."
