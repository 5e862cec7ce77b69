"""Loaded by the process that commands are forked from: they find made what each would make."""

import gc
from pathlib import Path
from tempfile import TemporaryDirectory

from outreach_app import startup
from outreach_app.exchange.exporting.bundles import write_bundles
from outreach_app.exchange.exporting.planning import (
    Receiver,
    list_named_records,
    plan_answers,
    plan_export,
)
from outreach_app.exchange.format.reading import CHILD
from outreach_app.exchange.importing.folders import import_paths
from outreach_app.exchange.stations.cards import card_fingerprint
from outreach_app.exchange.stations.enrolment import enrol_card
from outreach_app.exchange.stations.registry import own_card
from outreach_app.progress import Progress
from outreach_app.startup import OpenOffice
from tests import makers
from tests.compiled import compiled_once
from tests.migrated import migrated_once


def _enrol(office: OpenOffice, other: OpenOffice) -> None:
    with other.database.read() as session:
        card = own_card(session)
    enrol_card(office.database, office.folder, card, card_fingerprint(card))


def _exchange(precinct: OpenOffice, headquarters: OpenOffice, folder: Path) -> None:
    """Send a file, and an answer to it."""
    _enrol(precinct, headquarters)
    _enrol(headquarters, precinct)
    makers.write_meeting(precinct.database)
    with precinct.database.read() as session:
        sent = [plan_export(session, Receiver.HEADQUARTERS)]
        list_named_records(session, sent)
    for file in write_bundles(precinct.database, sent, folder, Progress()):
        import_paths(headquarters.database, [file.path], Progress())
    with headquarters.database.read() as session:
        answers = plan_answers(session)
    for file in write_bundles(headquarters.database, answers, folder, Progress()):
        import_paths(precinct.database, [file.path], Progress())
    CHILD.close()  # each command starts its own


_FOLDER = TemporaryDirectory()  # removed as the process ends
_PATH = Path(_FOLDER.name)
# Entered for good: the schema, the statements of opening and closing a store and of an exchange,
# no waiting for disks.
_ENTERED = (migrated_once(), compiled_once(_PATH))
for _each in _ENTERED:
    _each.__enter__()
startup.create_store(_PATH / "store", makers.PASSPHRASE, makers.office_draft())
startup.create_store(_PATH / "headquarters", makers.PASSPHRASE, makers.headquarters_draft())
with (
    startup.opened(_PATH / "store", makers.PASSPHRASE) as _precinct,
    startup.opened(_PATH / "headquarters", makers.PASSPHRASE) as _headquarters,
):
    _exchange(_precinct, _headquarters, _PATH)
gc.freeze()
