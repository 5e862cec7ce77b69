"""Help with a forgotten passphrase: headquarters opens a precinct's request and answers it."""

from pathlib import Path
from uuid import UUID

from outreach_app import clock
from outreach_app.access_log import Act, note
from outreach_app.atomic_files import require_free, written_together
from outreach_app.database import Database, StoreSession
from outreach_app.errors import InvalidDraft, Locked, Problem, UnreadableFile
from outreach_app.exchange.format.encryption import encrypt, is_recipient, recipient_of
from outreach_app.exchange.format.fingerprints import check_typed
from outreach_app.exchange.format.small_files import read_small_file, small_file
from outreach_app.exchange.stations.escrow import Escrow, unseal
from outreach_app.exchange.stations.recovery import AnswerFile, HelpRequest, RequestFile, content_of
from outreach_app.exchange.stations.registry import own_station
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate_file
from outreach_app.models import Bundle
from outreach_app.rights import Right, use_case
from outreach_app.rules.kinds import BundleDirection, OfficeRole
from outreach_app.rules.statuses import BundleStatus
from outreach_app.second_person import SecondPerson, require_where_set
from outreach_app.services.offices import require_headquarters
from outreach_app.taken_out import undone_if_not_made


def read_request(path: Path) -> HelpRequest:
    """Read a request from its file. Raises UnreadableFile."""
    try:
        request = read_small_file(path, RequestFile).request
    except ValueError as error:
        raise _not_a_request(path) from error
    if not is_recipient(request.recipient):
        raise _not_a_request(path)
    return request


@use_case(Right.ANSWER_RECOVERY)
def open_request(
    session: StoreSession, request: HelpRequest, typed: str, recovery_key: str
) -> Escrow:
    """Open the escrow that a request carries: whose store it is, and its data key.

    `typed` is the fingerprint as a person heard it. Raises NotAllowed (`headquarters_only`),
    InvalidDraft for a wrong fingerprint, and Locked (`wrong_recovery_key`, `foreign_request`,
    `damaged_request`).
    """
    require_headquarters(session)
    problems = check_typed(typed, content_of(request), _another_request())
    if problems:
        raise InvalidDraft(problems[0].message, problems)
    identity = recovery_key.strip()
    try:
        content = request.sealed[recipient_of(identity)]
    except (ValueError, KeyError) as error:
        raise _not_opened(session, request) from error
    try:
        escrow = unseal(content, identity, request.office)
    except ValueError as error:
        message = _(
            "The content of this request does not match its description. Do not answer it: call "
            "the office at the number you know, and ask for a new request."
        )
        raise Locked(message, code="damaged_request") from error
    return escrow


@use_case(Right.ANSWER_RECOVERY, is_logged=False)
def write_answer(
    database: Database,
    request: HelpRequest,
    escrow: Escrow,
    path: Path,
    confirmed_by: SecondPerson | None = None,
) -> None:
    """Write the answer to a request, and record whose store it opens.

    Raises WriteFailed, and NotAllowed if the office requires two persons and only one acts; then
    nothing is recorded. It is in the access log before it is a file.
    """
    require_free(path)
    sealed = encrypt(escrow.data_key, [request.recipient])
    answer = [(path.name, small_file(AnswerFile("outreach-answer", 1, sealed)))]
    with database.write() as session:
        require_where_set(session, confirmed_by, Right.ANSWER_RECOVERY, "write_answer")
        note(session, Act.HELP, verb="write_answer")
    made = undone_if_not_made(database, "write_answer")
    with made, written_together(path.parent, answer), database.write() as session:
        row = Bundle(
            direction=BundleDirection.OUT,
            partner=OfficeRole.PRECINCT,
            device=UUID(escrow.card.device),
            file_name=path.name,
            moved_at=clock.now(),
            status=BundleStatus.ANSWERED,
        )
        session.add(row)


def _not_a_request(path: Path) -> UnreadableFile:
    message = _(
        "The file {file} is not a request of a precinct, or it was damaged on the way. Ask for it "
        "to be written again."
    )
    return UnreadableFile(message.format(file=isolate_file(path.name)))


def _another_request() -> Problem:
    message = _(
        "This is the fingerprint of another request: this one is older, or was changed on the "
        "way. Do not answer it: ask for a new request."
    )
    return Problem("fingerprint", "another_request", message)


def _not_opened(session: StoreSession, request: HelpRequest) -> Locked:
    """Return why a recovery key does not fit: mistyped, or another headquarters' is needed."""
    if own_station(session).recovery_recipient in request.sealed:
        message = _(
            "This recovery key does not open this request. Type it as it was printed when"
            " headquarters' register was made."
        )
        return Locked(message, code="wrong_recovery_key")
    message = _(
        "This request opens with the recovery key of another headquarters' register. Type that "
        "key, or have the request sent there."
    )
    return Locked(message, code="foreign_request")
