"""For any text: every proposal has its source words, and reading is fast."""

import random
import re
from datetime import date

import pytest

from outreach_app.notes.proposals import HeadField, ReadNote
from outreach_app.notes.reading import read_note
from outreach_app.notes.text import MAX_CHARACTERS, Span, bounded, folded
from tests.core.notes import samples
from tests.core.notes.samples import PARTNERS, TODAY

H = HeadField


def read(text: str) -> ReadNote:
    return read_note(text, PARTNERS, TODAY)


def spans(note: ReadNote) -> list[Span]:
    return [
        *(proposal.span for proposal in note.head),
        *(proposal.span for proposal in note.partners),
        *(proposal.span for proposal in note.points),
        *(proposal.span for proposal in note.promises),
        *(proposal.span for proposal in note.referrals),
    ]


def test_a_note_that_is_longer_than_what_is_read_says_so() -> None:
    assert not read(samples.ARABIC).is_cut
    assert read("سطر واحد\n" * 401).is_cut
    assert read("كلمة " * 5000).is_cut


def require_sources(note: ReadNote) -> None:
    """Require that each proposal and each number has its source in the note."""
    for span in spans(note):
        assert 0 <= span.start < span.end <= len(note.text), note.text
        assert note.words(span), note.text
    for proposal in note.head:
        written = [int(digits) for digits in re.findall(r"\d+", folded(note.words(proposal.span)))]
        if isinstance(proposal.value, int) and written:
            # Men and women are one sum; «le proviseur et trois professeurs» are four.
            assert proposal.value in {*written, sum(written), written[-1] + 1}, note.text
        if isinstance(proposal.value, date) and not proposal.is_guessed:
            assert {proposal.value.year, proposal.value.year % 100} & {*written}, note.text


@pytest.mark.parametrize("text", samples.EVERY)
def test_no_proposal_is_without_its_source_words_nor_a_number_without_its_own(text: str) -> None:
    require_sources(read(text))


def test_any_text_is_read_and_every_proposal_has_its_words_in_it() -> None:
    chance = random.Random(19)  # noqa: S311  any texts will do
    words = [word for text in samples.EVERY for word in re.split(r"( |\n|\t)", text)]
    letters = "".join(samples.EVERY) + "|:-*?؟\u200f\ufefb\ud83d\x00"
    for _turn in range(40):
        shuffled = "".join(chance.choices(words, k=chance.randint(1, 300)))
        noise = "".join(chance.choices(letters, k=chance.randint(0, 400)))
        for text in (shuffled, noise):
            note = read(text)
            require_sources(note)
            assert len(folded(note.text)) == len(note.text)


@pytest.mark.parametrize(
    "text",
    ["1" * 20_000, "1 " * 10_000, "a" * 20_000, "12/10/2026 " * 1_800, "quatre-vingt-" * 1_500,
     "|" * 20_000, "\n" * 20_000, "جمعية " * 3_300, ": " * 10_000, "يوم 12-" * 2_500,
     "خط\u200fـــ" * 4_000],
)  # fmt: skip
def test_a_text_made_to_be_slow_is_bounded_before_it_is_read(text: str) -> None:
    cut = bounded(text)
    assert len(cut) <= MAX_CHARACTERS
    assert cut.count("\n") < 400
    assert all(len(run) <= 60 for run in cut.split())
    assert re.search(r"\d{13}", cut) is None
    read(text)
