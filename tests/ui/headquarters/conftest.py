"""Fixtures of headquarters: its context, and a precinct that sent its first file."""

from collections.abc import Callable
from pathlib import Path
from uuid import UUID

import pytest

from outreach_app.exchange.exporting.bundles import write_bundles
from outreach_app.exchange.exporting.planning import Receiver, plan_answers, plan_export
from outreach_app.exchange.importing.folders import import_paths
from outreach_app.exchange.stations.cards import card_fingerprint
from outreach_app.exchange.stations.enrolment import enrol_card
from outreach_app.exchange.stations.registry import own_card
from outreach_app.progress import Progress
from outreach_app.startup import OpenOffice
from tests import makers
from tests.ui.answers import Answers
from tests.ui.conftest import Heard
from ui.changes import Changes
from ui.context import AppContext
from ui.settings import Settings
from ui.tasks import Tasks

Enrol = Callable[[], None]
Send = Callable[[], None]
Answer = Callable[[], None]


@pytest.fixture
def central(
    headquarters: OpenOffice, settings: Settings, tasks: Tasks, heard: Heard, tmp_path: Path
) -> AppContext:
    """Return the context of a page of headquarters."""
    return AppContext(
        headquarters,
        Changes(),
        tasks,
        settings,
        heard.open_page,
        heard.say,
        True,
        Answers(tmp_path / "out.csv"),
    )


@pytest.fixture
def enrol(office: OpenOffice, headquarters: OpenOffice) -> Enrol:
    """Enrol the precinct and headquarters with each other."""

    def act() -> None:
        for store, other in ((office, headquarters), (headquarters, office)):
            with other.database.read() as session:
                card = own_card(session)
            enrol_card(store.database, store.folder, card, card_fingerprint(card))

    return act


@pytest.fixture
def send(office: OpenOffice, headquarters: OpenOffice, tmp_path: Path) -> Send:
    """Send the precinct's changes to headquarters."""

    def act() -> None:
        with office.database.read() as session:
            plan = plan_export(session, Receiver.HEADQUARTERS)
        written = write_bundles(office.database, [plan], tmp_path / "out", Progress())
        import_paths(headquarters.database, [row.path for row in written], Progress())

    return act


@pytest.fixture
def answer(office: OpenOffice, headquarters: OpenOffice, tmp_path: Path) -> Answer:
    """Send headquarters' changes to the precinct."""

    def act() -> None:
        with headquarters.database.read() as session:
            plans = plan_answers(session)
        written = write_bundles(headquarters.database, plans, tmp_path / "back", Progress())
        import_paths(office.database, [row.path for row in written], Progress())

    return act


@pytest.fixture
def meeting(office: OpenOffice, enrol: Enrol, send: Send) -> UUID:
    """Return a meeting of the precinct that headquarters has."""
    partner = makers.write_partner(office.database)
    uid = makers.write_meeting(office.database, attendances=((partner, True),))
    enrol()
    send()
    return uid
