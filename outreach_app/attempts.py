"""Failed attempts to open a store: they slow the next ones and block an account.

They are kept beside the store, and counted once more in the person's own profile: who deletes the
one file is slowed all the same. Whoever deletes both is held back by the cost of a guess alone.
"""

import hashlib
from collections.abc import Collection, Sequence
from contextlib import suppress
from datetime import datetime
from math import ceil
from pathlib import Path
from uuid import UUID

import msgspec

from outreach_app import clock
from outreach_app.errors import UnreadableFile, WriteFailed
from outreach_app.foreign import MOST_SMALL, read_regular
from outreach_app.paths import profile
from outreach_app.whole import make_folder, write_whole

ATTEMPTS_FILE = "outreach.attempts"
MOST_FAILURES = 10
_MOST = 500  # a guesser makes no file grow without end
_FOLDER = "attempts"
_FREE = 2  # a slip, and one more, cost nothing
_LONGEST = 60  # seconds


class Attempt(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One secret that opened nothing, and the account that was chosen, if one was."""

    at: datetime
    account: UUID | None = None


class Failures(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Count how often in a row an account was not opened, and when last.

    `freed` is how often it was let try again: of two counts the one of the later turn holds.
    """

    count: int
    last_at: datetime
    freed: int = 0


class _Kept(msgspec.Struct, forbid_unknown_fields=True):
    """What one file holds.

    `attempts` are not logged yet; `failures` are kept until the account opens.
    """

    attempts: list[Attempt] = []
    failures: dict[UUID, Failures] = {}


def add_attempt(folder: Path, account: UUID | None, tried: Collection[UUID]) -> None:
    """Remember that a secret opened none of the accounts that it was tried on.

    Where that finds no room it is not remembered.
    """
    kept, now = _read(folder), clock.now()
    kept.attempts = [*kept.attempts, Attempt(now, account)][-_MOST:]
    for uid in tried:
        before = kept.failures.get(uid, Failures(0, now))
        kept.failures[uid] = Failures(before.count + 1, now, before.freed)
    with suppress(WriteFailed):
        _write(folder, kept)


def seconds_to_wait(folder: Path, tried: Collection[UUID]) -> int:
    """Return how long the next attempt on any of these waits: 1, 2, 4 … 60 s from the 3rd failure.

    A clock that was set back makes nobody wait longer than that.
    """
    failures, now = _read(folder).failures, clock.now()
    waits = [0]
    for uid in failures.keys() & set(tried):
        after = failures[uid].count - _FREE
        whole = min(_LONGEST, 1 << min(after - 1, 6)) if after > 0 else 0
        passed = (now - failures[uid].last_at).total_seconds()
        waits.append(min(whole, ceil(whole - passed)))
    return max(waits)


def blocked_accounts(folder: Path) -> frozenset[UUID]:
    """Return the accounts that failed too often: no passphrase opens them until they are freed."""
    failures = _read(folder).failures
    return frozenset(uid for uid, row in failures.items() if row.count >= MOST_FAILURES)


def read_attempts(folder: Path) -> Sequence[Attempt]:
    """Return the attempts since the last opening; none where the file is not as it was written."""
    return _read(folder).attempts


def forget_attempts(folder: Path) -> None:
    """Forget what is in the log by now."""
    kept = _read(folder)
    if kept.attempts:
        kept.attempts = []
        with suppress(WriteFailed):
            _write(folder, kept)


def free(folder: Path, accounts: Collection[UUID]) -> None:
    """Begin to count anew for these accounts. Raises WriteFailed."""
    kept, now = _read(folder), clock.now()
    failing = {uid for uid in accounts if uid in kept.failures and kept.failures[uid].count}
    for uid in failing:
        kept.failures[uid] = Failures(0, now, kept.failures[uid].freed + 1)
    if failing:
        _write(folder, kept)


def _read(folder: Path) -> _Kept:
    """Return what is kept beside the store, with the counts of the profile where they are later."""
    kept, other = (_kept_in(path) for path in _places(folder))
    for uid, row in other.failures.items():
        ours = kept.failures.get(uid)
        if ours is None or (row.freed, row.count) > (ours.freed, ours.count):
            kept.failures[uid] = row
    return kept


def _kept_in(path: Path) -> _Kept:
    try:
        return msgspec.json.decode(read_regular(path, MOST_SMALL), type=_Kept)
    except (UnreadableFile, ValueError):
        return _Kept()


def _write(folder: Path, kept: _Kept) -> None:
    beside, in_profile = _places(folder)
    write_whole(beside, msgspec.json.encode(kept))
    with suppress(WriteFailed):
        make_folder(in_profile.parent)
        write_whole(in_profile, msgspec.json.encode(_Kept(failures=kept.failures)))


def _places(folder: Path) -> tuple[Path, Path]:
    name = hashlib.sha256(str(folder.resolve()).encode()).hexdigest()
    return folder / ATTEMPTS_FILE, profile() / _FOLDER / f"{name}.attempts"
