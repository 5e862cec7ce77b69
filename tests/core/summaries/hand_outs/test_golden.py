"""Golden sheets and programmes in each language, as read and approved.

To change a text on purpose, write the new one to the file, and read it first.
"""

from pathlib import Path

import pytest

from outreach_app.i18n import Language
from outreach_app.summaries.hand_outs.programme_prose import realise_programme
from outreach_app.summaries.hand_outs.prose import realise_hand_out
from outreach_app.summaries.prose.blocks import Realised
from outreach_app.summaries.prose.plain_text import to_plain_text
from tests.core.summaries.given_programmes import PROGRAMMES
from tests.core.summaries.given_sheets import ISSUED_ON, SHEETS

GOLDEN = Path(__file__).parent / "golden"
NAMES = (*SHEETS, *(f"programme-{name}" for name in PROGRAMMES))


def realised(name: str, language: Language) -> Realised:
    if name in SHEETS:
        return realise_hand_out(SHEETS[name], language, ISSUED_ON)
    plan = PROGRAMMES[name.removeprefix("programme-")]
    return realise_programme(plan, language, ISSUED_ON)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("name", NAMES)
def test_document_reads_as_it_was_approved(name: str, language: Language) -> None:
    approved = (GOLDEN / f"{name}.{language.value}.txt").read_text(encoding="utf-8")
    assert to_plain_text(realised(name, language)) == approved


def test_no_golden_file_is_left_behind() -> None:
    expected = {f"{name}.{language.value}.txt" for name in NAMES for language in Language}
    assert {path.name for path in GOLDEN.iterdir()} == expected
