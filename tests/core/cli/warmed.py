"""Loaded by the process that commands are forked from: they find made what each would make."""

import gc
from pathlib import Path
from tempfile import TemporaryDirectory

from outreach_app import startup
from tests import makers
from tests.compiled import compiled_once
from tests.migrated import migrated_once

_FOLDER = TemporaryDirectory()  # removed as the process ends
_STORE = Path(_FOLDER.name, "store")
# Entered for good: the schema, the statements of opening and closing a store, no waiting for disks.
_ENTERED = (migrated_once(), compiled_once(Path(_FOLDER.name)))
for _each in _ENTERED:
    _each.__enter__()
startup.create_store(_STORE, makers.PASSPHRASE, makers.office_draft())
startup.open_office(_STORE, makers.PASSPHRASE).close()
gc.freeze()
