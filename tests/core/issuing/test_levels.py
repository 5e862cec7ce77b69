"""A document is restricted if a text in it names somebody whom the register knows."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest

from outreach_app.database import Database
from outreach_app.i18n import Language
from outreach_app.issuing.contents import text_of
from outreach_app.issuing.files import PreparedDocument
from outreach_app.issuing.handovers import prepare_handover
from outreach_app.issuing.sessions import prepare_session_summary
from outreach_app.services.commitments import CommitmentDraft
from tests import makers

RESTRICTED, INTERNAL = "Document à diffusion restreinte", "Document interne"
Prepare = Callable[[Database, UUID], PreparedDocument[Any]]


def prepared_handover(database: Database, _meeting: UUID) -> PreparedDocument[Any]:
    return prepare_handover(database)


def prepared_summary(database: Database, meeting: UUID) -> PreparedDocument[Any]:
    return prepare_session_summary(database, str(meeting))


@pytest.mark.parametrize("prepare", [prepared_handover, prepared_summary])
@pytest.mark.parametrize(
    ("promise", "level"),
    [
        ("Rappeler Khalid Idrissi", RESTRICTED),
        ("Rappeler K. Idrissi", RESTRICTED),
        ("Rappeler Si Khaled Al-Idrissi", RESTRICTED),
        ("Rappeler la rue Idrissi", INTERNAL),
    ],
)
def test_a_text_that_names_somebody_restricts_the_document(
    database: Database, promise: str, level: str, prepare: Prepare
) -> None:
    body = makers.write_partner(database)
    makers.write_person(database, body)
    promises = (CommitmentDraft(promise, "fr", "office"),)
    uid = makers.write_meeting(
        database, attendances=((body, True),), points=(), commitments=promises, referrals=()
    )
    document = prepare(database, uid)
    pages = document.request(Language.FRENCH).candidates
    assert {text_of(page, document.issue).splitlines()[0] for page in pages} == {level}
