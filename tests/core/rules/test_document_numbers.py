"""Each kind of document has its own numbers, and public ones are marked."""

from outreach_app.rules.document_numbers import DocumentKind, DocumentNumber, order_of


def test_no_number_is_given_to_documents_of_two_kinds() -> None:
    numbers = {str(DocumentNumber(kind.mark, 2026, 7, "")) for kind in DocumentKind}
    assert len(numbers) == len(DocumentKind)


def test_a_number_names_its_series_and_the_second_computer() -> None:
    hand_outs = DocumentKind.HAND_OUT.mark
    assert str(DocumentNumber(DocumentKind.SESSION.mark, 2026, 7, "")) == "07/2026"
    assert str(DocumentNumber(hand_outs, 2026, 7, "")) == "D-07/2026"
    assert str(DocumentNumber(hand_outs, 2026, 7, "B")) == "D-07-B/2026"


def test_numbers_are_sorted_by_year_then_sequence() -> None:
    numbers = ["04/2026", "R-101/2025", "16/2025", "R-04-B/2026", "?"]
    assert sorted(numbers, key=order_of) == ["?", "16/2025", "R-101/2025", "04/2026", "R-04-B/2026"]


def test_only_what_is_written_to_be_published_is_for_the_public() -> None:
    assert {kind for kind in DocumentKind if kind.is_for_public} == {
        DocumentKind.PERIOD_PUBLISHABLE,
        DocumentKind.NATIONAL_PUBLISHABLE,
    }
