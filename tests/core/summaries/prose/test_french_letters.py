"""Small counts in letters, in French."""

from outreach_app.summaries.prose.blocks import Span, plain
from outreach_app.summaries.prose.french_letters import sentences_in_letters


def test_a_sentence_that_begins_with_a_count_in_letters_has_a_capital() -> None:
    fact = "communication.rumours.closed"
    said = (Span("Deux sont vraies. "), Span("4", fact), Span(" autres sont classées, "))
    told = plain(sentences_in_letters((*said, Span("2", "communication.rumours.count"))))
    assert told == "Deux sont vraies. Quatre autres sont classées, deux"
