"""Common PDF readers extract the words and phrases of every kind of document.

pypdf, PDFium (Chrome, Edge, the preview) and poppler each put text together in their own way.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from outreach_app.documents.render import render
from outreach_app.i18n import Language
from tests.core.documents.kinds import KINDS, realised
from tests.core.documents.reading import pages_of, read_by_pdfium, read_by_poppler, texts_in
from tests.core.documents.samples import ISSUE, words_of

# Letters of one script with their marks: if a colon is
# between Arabic and Latin letters, poppler joins both words.
WORD = re.compile(r"[^\W\d_\u0600-\u06ff]+|[\u0620-\u065f\u0670-\u06d3]+")
# The minimum share of three consecutive words that a reader keeps together. PDFium reads a
# row of a table as one line; in Arabic poppler puts the space after a number before it,
# in any file, so that its phrases are counted without numbers.
MIN = {"pypdf": 0.99, "PDFium": 0.95, "poppler": 0.98}
# It reads adjacent cells line by line: fewer if many cells have several lines.
MIN_BY_POPPLER = {"partner sheet": 0.93, "notice": 0.95, "programme": 0.97, "hand-out": 0.97}
VOWELLED = (
    "سُجِّلَ الموضوعُ دونَ تفاصيلَ، وَالمُوَاطِنُ شَرِيكٌ أَسَاسِيٌّ فِي المُحَافَظَةِ عَلَى الأَمْنِ: مَسْؤُولِيَّةُ الجَمِيعِ.",
    "أيضًا، حوارًا مثلاً ثمّ لِقاءً يَوْمَ 14 أُكْتُوبَرَ 2026 لله ولا يزالُ الآنَ.",
)


def readings(pdf: bytes, folder: Path) -> dict[str, str]:
    return {
        "pypdf": " ".join(pages_of(pdf)),
        "PDFium": read_by_pdfium(pdf),
        "poppler": read_by_poppler(pdf, folder),
    }


def triples(texts: list[str]) -> Iterator[str]:
    """Yield each three words or numbers in a row, no punctuation between them."""
    for text in texts:
        words = text.split()
        for three in zip(words, words[1:], words[2:], strict=False):
            if all(WORD.fullmatch(word) or word.isdigit() for word in three):
                yield " ".join(three)


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("kind", list(KINDS))
def test_every_reader_finds_every_word_and_most_phrases(
    kind: str, language: Language, tmp_path: Path
) -> None:
    document = realised(kind, language)
    expected, phrases = texts_in(document), list(triples(texts_in(document)))

    for reader, text in readings(render(document, ISSUE, "").pdf, tmp_path).items():
        assert set(WORD.findall(" ".join(expected))) - set(WORD.findall(text)) == set(), reader
        asked = [each for each in phrases if reader != "poppler" or not re.search(r"\d", each)]
        together = sum(phrase in text for phrase in asked)
        by_poppler = MIN_BY_POPPLER.get(kind) if reader == "poppler" else None
        assert together >= (by_poppler or MIN[reader]) * len(asked), reader


@pytest.mark.parametrize("text", VOWELLED)
def test_vowelled_words_stay_whole_and_before_their_punctuation(text: str, tmp_path: Path) -> None:
    for reader, found in readings(
        render(words_of(Language.ARABIC, text), ISSUE, "").pdf, tmp_path
    ).items():
        assert set(WORD.findall(text)) - set(WORD.findall(found)) == set(), reader
        if reader != "poppler":
            assert text in found, reader


def test_an_ordinal_with_raised_letters_is_one_word(tmp_path: Path) -> None:
    text = "du 1er octobre 2026 au 3e arrondissement, la 1re fois"
    document = words_of(Language.FRENCH, text)
    for reader, found in readings(render(document, ISSUE, "").pdf, tmp_path).items():
        assert text in found, reader


@pytest.mark.parametrize(
    "text", ["- غياب علامات التشوير\n- إنارة الزقاق", "- un banc\n- une lampe"]
)
def test_a_list_written_with_hyphens_keeps_its_words_apart(text: str, tmp_path: Path) -> None:
    document = words_of(Language.ARABIC, text)
    for reader, found in readings(render(document, ISSUE, "").pdf, tmp_path).items():
        assert set(WORD.findall(text)) <= set(WORD.findall(found)), reader
        assert "–" not in found, reader  # a quotation keeps its author's sign


@pytest.mark.parametrize("width", range(5, 40, 3))
def test_a_compound_is_not_joined_where_a_line_ends(width: int, tmp_path: Path) -> None:
    text = "x" * width + " le sous-préfet et le porte-parole " * 6
    found = read_by_poppler(render(words_of(Language.FRENCH, text), ISSUE, "").pdf, tmp_path)

    assert found.count("sous-préfet") == found.count("porte-parole") == 6
