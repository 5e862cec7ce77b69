"""The notice on A3 is the same notice, larger: one page, the same words, the same number."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from outreach_app.database import Database
from outreach_app.documents.render import render_shortest
from outreach_app.i18n import Language
from outreach_app.issuing.privacy import prepare_notice

_POINTS = 72 / 25.4  # in a millimetre


@pytest.mark.parametrize("language", Language)
def test_the_poster_is_the_notice_on_a3(database: Database, language: Language) -> None:
    notice, poster = prepare_notice(database), prepare_notice(database, is_poster=True)
    assert poster.edition.number == notice.edition.number
    drawn = []
    for document in (notice, poster):
        request = document.request(language)
        made = render_shortest(request.candidates, request.issue, request.title)
        (page,) = PdfReader(BytesIO(made.pdf)).pages
        size = tuple(round(float(side) / _POINTS) for side in page.mediabox[2:])
        drawn.append((size, page.extract_text()))
    (small, words), (large, same_words) = drawn
    assert (small, large) == ((210, 297), (297, 420))
    assert words == same_words
