"""Help with a forgotten passphrase, at the precinct: the request to headquarters, and its answer.

The recovery key of headquarters stays there. The answer holds this store's data key, sealed to a
one-time key whose secret waits beside the store.
"""

from contextlib import closing, suppress
from pathlib import Path
from typing import Annotated, Literal

import msgspec

from outreach_app import attempts, backup, clock, newest_key_file, vault
from outreach_app.actors import Actor
from outreach_app.atomic_files import write_register_file
from outreach_app.database import Database, store_in
from outreach_app.errors import BackupFailed, BundleError, Locked, UnreadableFile
from outreach_app.events import Uid
from outreach_app.exchange.format.encryption import decrypt, generate_identity, recipient_of
from outreach_app.exchange.format.fingerprints import fingerprint_of
from outreach_app.exchange.format.keys import Recipient
from outreach_app.exchange.format.small_files import read_small_file, write_small_file
from outreach_app.exchange.stations.escrow import complete_escrow
from outreach_app.exchange.stations.registry import headquarters_stations
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate_file
from outreach_app.key_files import KeyFile, read_key_file
from outreach_app.models import Bundle
from outreach_app.paths import has_store
from outreach_app.rules.kinds import BundleDirection, OfficeRole
from outreach_app.rules.statuses import BundleStatus

REQUEST_SUFFIX, ANSWER_SUFFIX = ".outreach-request", ".outreach-answer"
PENDING_FILE = "outreach.asked"


class HelpRequest(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A precinct's request: its sealed data key by recovery recipient, and a one-time recipient.

    `office` is its uid, which headquarters' register gives a name.
    """

    office: Uid
    recipient: Recipient
    sealed: Annotated[dict[Recipient, bytes], msgspec.Meta(min_length=1)]


class RequestFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file of a request."""

    format: Literal["outreach-request"]
    version: Literal[1]
    request: HelpRequest


class AnswerFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file of an answer: `sealed` is the data key for the request's recipient."""

    format: Literal["outreach-answer"]
    version: Literal[1]
    sealed: bytes


class _Pending(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is kept beside the store; `answer` is the name of the file that was used."""

    identity: str
    request: HelpRequest
    answer: str | None = None


def request_fingerprint(request: HelpRequest) -> str:
    """Return the fingerprint that the precinct reads aloud."""
    return fingerprint_of(content_of(request))


def content_of(request: HelpRequest) -> bytes:
    """Return the bytes that the fingerprint covers."""
    return msgspec.json.encode(request, order="sorted")


def find_request(folder: Path) -> HelpRequest | None:
    """Return this store's unanswered request, or None."""
    pending = _find_pending(folder)
    return pending.request if pending else None


def ask_headquarters(folder: Path) -> HelpRequest:
    """Return this store's request; a pending one stays, as its answer may be on its way.

    Raises Locked (`no_escrow`, `damaged_key_file`), and WriteFailed if it cannot be kept.
    """
    waiting = find_request(folder)
    if waiting is not None:
        return waiting
    sealed = [row for row in vault.sealed_keys(folder) if row.office]
    if not sealed:
        message = _(
            "Headquarters cannot help to open this register: its card was never enrolled here."
            " Look for the recovery code, or restore a backup whose passphrase is known into "
            "another folder."
        )
        raise Locked(message, code="no_escrow")
    identity = generate_identity()
    contents = {row.recipient: row.content for row in sealed}
    request = HelpRequest(sealed[-1].office, recipient_of(identity), contents)
    _keep_pending(folder, _Pending(identity, request))
    return request


def write_request(request: HelpRequest, path: Path) -> None:
    """Write the file that is brought to headquarters. Raises WriteFailed."""
    write_small_file(RequestFile("outreach-request", 1, request), path)


def open_answer(folder: Path, path: Path) -> bytes:
    """Return the data key in an answer.

    Raises UnreadableFile and Locked (`no_request`, `another_answer`).
    """
    pending = _find_pending(folder)
    if pending is None:
        message = _("This register has not asked for help. Write a request to headquarters first.")
        raise Locked(message, code="no_request")
    try:
        answer = read_small_file(path, AnswerFile)
    except ValueError as error:
        message = _(
            "The file {file} is not an answer of headquarters, or it was damaged on the way."
            " Ask for the answer again."
        )
        raise UnreadableFile(message.format(file=isolate_file(path.name))) from error
    try:
        return decrypt(answer.sealed, [pending.identity])
    except BundleError as error:
        message = _(
            "This answer is to another request, or it was damaged on the way. Read headquarters"
            " the fingerprint of your request, and ask for the answer to it."
        )
        raise Locked(message, code="another_answer") from error


def recover(folder: Path, path: Path, passphrase: str) -> None:
    """Give a store a new passphrase by headquarters' answer; the next opening logs it.

    Raises what `open_answer` raises, Locked (`wrong_answer`, `damaged_key_file`), StoreFailed and
    InvalidDraft; then nothing has changed.
    """
    vault.check_passphrase(passphrase)
    data_key = open_answer(folder, path)
    if not _opens(folder, data_key):
        message = _(
            "The key in this answer does not open this register. Nothing was changed."
            " Call headquarters, and ask for the answer to this request."
        )
        raise Locked(message, code="wrong_answer")
    pending = _find_pending(folder)
    if pending is not None:
        _keep_pending(folder, msgspec.structs.replace(pending, answer=path.name))
    _give_passphrase(folder, data_key, passphrase)
    attempts.free(folder, attempts.blocked_accounts(folder))


def settle(database: Database, folder: Path) -> None:
    """Log the answer that let the store open, and forget the request; call it once it is open.

    Also completes the escrow that headquarters needs to help the next time.
    """
    complete_escrow(database, folder)
    pending = _find_pending(folder)
    if pending is not None and pending.answer is not None:
        with database.write(Actor.PROGRAM) as session:
            stations = headquarters_stations(session)
            sealed = pending.request.sealed
            row = Bundle(
                direction=BundleDirection.IN,
                partner=OfficeRole.HEADQUARTERS,
                device=next((s.device for s in stations if s.recovery_recipient in sealed), None),
                file_name=pending.answer,
                moved_at=clock.now(),
                status=BundleStatus.RECOVERED,
            )
            session.add(row)
    (folder / PENDING_FILE).unlink(missing_ok=True)


def _give_passphrase(folder: Path, data_key: bytes, passphrase: str) -> None:
    """Change the key file, in the store too unless that is damaged and a backup will replace it.

    The recovery code counts as lost: it was not at hand when it was needed.
    """

    def changed(key_file: KeyFile) -> KeyFile:
        ours = vault.with_passphrase(key_file, data_key, passphrase)
        return vault.with_code_confirmed(ours, is_confirmed=False)

    if has_store(folder) and _is_readable(folder, data_key):
        with (
            closing(store_in(folder, data_key)) as database,
            newest_key_file.changing(database, folder, Actor.PROGRAM) as change,
        ):
            change.key_file = changed(change.key_file)
    else:
        newest_key_file.prepare(folder, changed(read_key_file(folder)), data_key)
        newest_key_file.take_next(folder)


def _opens(folder: Path, data_key: bytes) -> bool:
    """Return whether a key is this store's; if it is damaged, whether it opens a backup."""
    if len(data_key) != 32:
        return False
    if has_store(folder) and _is_readable(folder, data_key):
        return True
    for file in backup.newest(folder):
        with suppress(BackupFailed):
            backup.verify(file, data_key)
            return True
    return False


def _is_readable(folder: Path, data_key: bytes) -> bool:
    with closing(store_in(folder, data_key)) as database:
        return database.is_readable()


def _find_pending(folder: Path) -> _Pending | None:
    """Return the pending request, or None.

    None also if it cannot be read: then a new request is the only way.
    """
    with suppress(UnreadableFile, ValueError):
        return read_small_file(folder / PENDING_FILE, _Pending)
    return None


def _keep_pending(folder: Path, pending: _Pending) -> None:
    """Keep the request for its owner only: with its secret, the answer opens the store."""
    write_register_file(folder / PENDING_FILE, msgspec.json.encode(pending))
