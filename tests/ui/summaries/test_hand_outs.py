"""A sheet is noted as given only once it is made: one that nobody holds was not given."""

from collections.abc import Iterator
from contextlib import closing
from datetime import date
from functools import partial
from pathlib import Path
from uuid import UUID

import pytest

from outreach_app.documents.worker import DocumentWorker
from outreach_app.errors import Cancelled, WriteFailed
from outreach_app.i18n import Language
from outreach_app.issuing.hand_outs import (
    months_back,
    note_partner_sheet,
    preview_partner_sheet,
    since_last_sheet,
)
from outreach_app.progress import Progress
from outreach_app.startup import OpenOffice
from tests import makers
from ui.summaries.document_page import Wanted
from ui.summaries.hand_outs import wanted_hand_out

TODAY = date(2026, 11, 10)


@pytest.fixture
def worker() -> Iterator[DocumentWorker]:
    with closing(DocumentWorker()) as worker:
        yield worker


@pytest.fixture
def partner(office: OpenOffice) -> UUID:
    partner = makers.write_partner(office.database)
    makers.write_meeting(office.database, attendances=((partner, True),))
    return partner


@pytest.fixture
def wanted(office: OpenOffice, partner: UUID) -> Wanted:
    asked = (office.database, str(partner), months_back(TODAY))
    preview, note = partial(preview_partner_sheet, *asked), partial(note_partner_sheet, *asked)
    return wanted_hand_out("sheet", (Language.FRENCH,), preview, note)


def was_given(office: OpenOffice, partner: UUID) -> bool:
    """Whether the next sheet, after one more session, goes on from one."""
    makers.write_meeting(
        office.database, attendances=((partner, True),), held_on=date(2026, 11, 11)
    )
    with office.database.read() as session:
        return since_last_sheet(session, str(partner), date(2026, 11, 20)).given_on is not None


def test_one_that_was_stopped_on_its_way_to_paper_was_not_given(
    office: OpenOffice, partner: UUID, wanted: Wanted, worker: DocumentWorker
) -> None:
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        wanted.give(worker, progress)
    assert not was_given(office, partner)


def test_one_that_could_not_be_saved_was_not_given(
    office: OpenOffice, partner: UUID, wanted: Wanted, worker: DocumentWorker, tmp_path: Path
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    with pytest.raises(WriteFailed, match="file"):
        wanted.write(blocked, worker, Progress())
    assert not was_given(office, partner)


def test_one_on_paper_was_given(
    office: OpenOffice, partner: UUID, wanted: Wanted, worker: DocumentWorker
) -> None:
    (rendered,) = wanted.give(worker, Progress())
    assert rendered.pages == 1
    assert was_given(office, partner)
