"""Ten golden sessions in each language, as read and approved.

To change a text on purpose, write the new one to the file, and read it first.
"""

from pathlib import Path

import pytest

from outreach_app.i18n import Language
from outreach_app.summaries.prose.plain_text import to_plain_text
from outreach_app.summaries.session.prose import realise
from tests.core.summaries.plans import ISSUED_ON
from tests.core.summaries.sessions import SESSIONS

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("name", SESSIONS)
def test_session_reads_as_it_was_approved(name: str, language: Language) -> None:
    approved = (GOLDEN / f"{name}.{language.value}.txt").read_text(encoding="utf-8")
    assert to_plain_text(realise(SESSIONS[name], language, ISSUED_ON)) == approved


def test_no_golden_file_is_left_behind() -> None:
    expected = {f"{name}.{language.value}.txt" for name in SESSIONS for language in Language}
    assert {path.name for path in GOLDEN.iterdir()} == expected
