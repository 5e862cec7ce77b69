"""A word whose letters its face lacks is set in another face, or shows an empty box."""

import pytest

from outreach_app.documents.faces import Face
from outreach_app.documents.text_layout import lay_out
from tests.core.documents.lines import fragment, read

WIDTH = 220.0


@pytest.mark.parametrize("character", ["漢", "😀", "\u0001"])
def test_a_character_that_no_face_holds_is_an_empty_box_that_reads_as_itself(
    character: str,
) -> None:
    (line,) = lay_out((fragment(f"نقطة {character} بعدها"),), WIDTH, right_to_left=True)
    (box,) = [cell for word in line.words for cell in word.cells if cell.text == character]

    assert [part.glyph for part in box.parts] == [0]
    assert box.advance > 0
    assert read(line).strip() == f"نقطة {character} بعدها"


@pytest.mark.parametrize(
    ("text", "own", "faces"),
    [
        ("ⵜⴰⵎⵓⵔⵜ", Face.AMIRI_BOLD, {Face.TIFINAGH}),
        ("تحية ⴰⵣⵓⵍ", Face.PLEX, {Face.PLEX, Face.TIFINAGH}),
        ("(ⴰⵣⵓⵍ)", Face.AMIRI, {Face.AMIRI, Face.TIFINAGH}),
        ("a ← b", Face.AMIRI, {Face.AMIRI, Face.PLEX}),
        ("أڭادير", Face.PLEX_MEDIUM, {Face.PLEX_MEDIUM}),
    ],
)
def test_a_word_is_set_in_a_face_that_holds_it(text: str, own: Face, faces: set[Face]) -> None:
    (line,) = lay_out((fragment(text, own),), WIDTH, right_to_left=True)

    assert {word.style.face for word in line.words if not word.is_space} == faces
    assert not [
        part for word in line.words for cell in word.cells for part in cell.parts if part.glyph == 0
    ]
