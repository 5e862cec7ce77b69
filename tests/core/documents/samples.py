"""A sample session summary in both languages, as the summaries layer produces it."""

from datetime import datetime

from outreach_app.clock import CASABLANCA
from outreach_app.documents.requests import Issue
from outreach_app.i18n import Language
from outreach_app.summaries.prose.blocks import Block, Paragraph, Realised, Table, Text
from outreach_app.summaries.prose.circulation import Circulation
from tests.core.documents import arabic_sample, french_sample
from tests.core.documents.sample_parts import Row, text

ISSUE = Issue(
    number="23/2026",
    version=2,
    issued_at=datetime(2026, 10, 14, 15, 40, tzinfo=CASABLANCA),
    code="3F7A-QXC2-LM5R-B6TD",
    is_sample=False,
)
TITLES = {
    Language.ARABIC: "خلاصة جلسة حوار عدد 23/2026",
    Language.FRENCH: "Synthèse d’une séance de dialogue n°\u00a023/2026",
}
ARABIC_POINTS, FRENCH_POINTS = arabic_sample.POINTS, french_sample.POINTS


def session(
    language: Language,
    points: tuple[Row, ...] | None = None,
    commitments: tuple[Row, ...] | None = None,
    more: Text = (),
) -> Realised:
    """Return the session summary, optionally with other points or commitments."""
    sample = arabic_sample if language is Language.ARABIC else french_sample
    raised = sample.POINTS if points is None else points
    promised = sample.COMMITMENTS if commitments is None else commitments
    blocks: tuple[Block, ...] = (
        *sample.OPENING,
        Table("points", sample.POINT_HEADINGS, raised, more),
        *sample.BETWEEN,
        Table("commitments", sample.COMMITMENT_HEADINGS, promised),
        *sample.CLOSING,
    )
    if language is Language.ARABIC:
        return Realised(language, "خلاصة", Circulation.INTERNAL, blocks)
    return Realised(language, "synthèse", Circulation.INTERNAL, blocks)


def words_of(language: Language, *paragraphs: str) -> Realised:
    """Return a document of paragraphs only."""
    return Realised(
        language, "", Circulation.INTERNAL, tuple(Paragraph(text(each)) for each in paragraphs)
    )
