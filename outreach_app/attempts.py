"""Failed attempts to open a store: they delay the next ones and block an account.

They are counted beside the store and again in the person's own profile, there by the public id of
the data key: neither deleting one of the two files nor opening a copy of the folder resets the
delay. Deleting both leaves only the cost of deriving a key.
"""

from collections.abc import Collection, Sequence
from contextlib import suppress
from datetime import datetime
from math import ceil
from pathlib import Path
from uuid import UUID

import msgspec

from outreach_app import clock
from outreach_app.atomic_files import make_folder, write_register_file
from outreach_app.errors import UnreadableFile, WriteFailed
from outreach_app.key_files import find_key_file
from outreach_app.paths import KEY_FILE, KEY_FILE_COPY, profile
from outreach_app.untrusted_files import MAX_SMALL, read_regular

ATTEMPTS_FILE = "outreach.attempts"
MAX_FAILURES = 10
_MAX = 500  # a guesser must not make the file grow without end
_FOLDER = "attempts"
_FREE = 2  # two slips cost nothing
_LONGEST = 60  # seconds


class Attempt(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Keep one failed attempt; `account` is the one that was chosen, None if none was."""

    at: datetime
    account: UUID | None = None


class Failures(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Count the failures of an account since it last opened, with the time of the last.

    `freed` counts how often it was unblocked: if two counts differ, the one with the higher `freed`
    wins.
    """

    count: int
    last_at: datetime
    freed: int = 0


class _Kept(msgspec.Struct, forbid_unknown_fields=True):
    """Hold the attempts and failures of one file.

    `attempts` are not logged yet; `failures` are kept until the account opens.
    """

    attempts: list[Attempt] = []
    failures: dict[UUID, Failures] = {}


def add_attempt(folder: Path, account: UUID | None, tried: Collection[UUID]) -> None:
    """Remember that a secret opened none of the accounts it was tried on.

    Best effort: on a full disk it is not remembered.
    """
    kept, now = _newest_failures(folder), clock.now()
    kept.attempts = [*kept.attempts, Attempt(now, account)][-_MAX:]
    for uid in tried:
        before = kept.failures.get(uid, Failures(0, now))
        kept.failures[uid] = Failures(before.count + 1, now, before.freed)
    with suppress(WriteFailed):
        _write(folder, kept)


def seconds_to_wait(folder: Path, tried: Collection[UUID]) -> int:
    """Return the seconds to wait before the next attempt on any of these accounts.

    1, 2, 4 … 60 s from the third failure on. Setting the clock back never makes the wait longer.
    """
    failures, now = _newest_failures(folder).failures, clock.now()
    waits = [0]
    for uid in failures.keys() & set(tried):
        after = failures[uid].count - _FREE
        whole = min(_LONGEST, 1 << min(after - 1, 6)) if after > 0 else 0
        passed = (now - failures[uid].last_at).total_seconds()
        waits.append(min(whole, ceil(whole - passed)))
    return max(waits)


def blocked_accounts(folder: Path) -> frozenset[UUID]:
    """Return the accounts that failed too often: no passphrase opens them until unblocked."""
    failures = _newest_failures(folder).failures
    return frozenset(uid for uid, row in failures.items() if row.count >= MAX_FAILURES)


def read_attempts(folder: Path) -> Sequence[Attempt]:
    """Return the attempts that are not logged yet; an empty list if the file is damaged."""
    return _newest_failures(folder).attempts


def forget_attempts(folder: Path) -> None:
    """Forget the attempts that are now in the log."""
    kept = _newest_failures(folder)
    if kept.attempts:
        kept.attempts = []
        with suppress(WriteFailed):
            _write(folder, kept)


def free(folder: Path, accounts: Collection[UUID]) -> None:
    """Reset the failures of these accounts. Raises WriteFailed."""
    kept, now = _newest_failures(folder), clock.now()
    failing = {uid for uid in accounts if uid in kept.failures and kept.failures[uid].count}
    for uid in failing:
        kept.failures[uid] = Failures(0, now, kept.failures[uid].freed + 1)
    if failing:
        _write(folder, kept)


def _newest_failures(folder: Path) -> _Kept:
    """Return the failures kept beside the store, or the profile's where those are later."""
    kept, other = (_kept_in(path) for path in _places(folder))
    for uid, row in other.failures.items():
        ours = kept.failures.get(uid)
        if ours is None or (row.freed, row.count) > (ours.freed, ours.count):
            kept.failures[uid] = row
    return kept


def _kept_in(path: Path) -> _Kept:
    try:
        return msgspec.json.decode(read_regular(path, MAX_SMALL), type=_Kept)
    except (UnreadableFile, ValueError):
        return _Kept()


def _write(folder: Path, kept: _Kept) -> None:
    beside, in_profile = _places(folder)
    write_register_file(beside, msgspec.json.encode(kept))
    with suppress(WriteFailed):
        make_folder(in_profile.parent)
        write_register_file(in_profile, msgspec.json.encode(_Kept(failures=kept.failures)))


def _places(folder: Path) -> tuple[Path, Path]:
    known = (find_key_file(folder / name) for name in (KEY_FILE, KEY_FILE_COPY))
    key_file = next((each for each in known if each is not None), None)
    name = key_file.key_id.hex() if key_file else "unknown"
    return folder / ATTEMPTS_FILE, profile() / _FOLDER / f"{name}.attempts"
