"""Errors shown to people: each has a code and a message that says what to do."""

import errno
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path

from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate, isolate_file
from outreach_app.store_problems import StoreProblem, store_words


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with one field of a draft, in the person's language."""

    field: str
    code: str
    message: str


class OutreachError(Exception):
    """A refusal, with a code for programs and a translated, ready-to-show message for people."""

    code = "error"

    def __init__(
        self,
        message: str,
        *,
        code: str | None = None,
        details: Mapping[str, object] | None = None,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.details = dict(details or {})
        if code is not None:
            self.code = code

    def report(self) -> dict[str, object]:
        """Return what the command line prints: code, message, details."""
        return {"code": self.code, "message": self.message, "details": self.details}


class InvalidDraft(OutreachError):
    """A draft that breaks rules; `problems` lists every field at once."""

    code = "invalid"

    def __init__(self, message: str, problems: Sequence[Problem]) -> None:
        super().__init__(message, details={"problems": [asdict(problem) for problem in problems]})
        self.problems = tuple(problems)


class NotFound(OutreachError):
    """The requested record is not in the store."""

    code = "not_found"


class Conflict(OutreachError):
    """The record changed since it was read; nothing was overwritten."""

    code = "conflict"


class NotAllowed(OutreachError):
    """The action is not allowed in the current state or for the current account."""

    code = "not_allowed"


class UnreadableFile(OutreachError):
    """A file that cannot be read, with the line at fault (None: the whole file)."""

    code = "unreadable_file"

    def __init__(self, message: str, line: int | None = None, *, code: str | None = None) -> None:
        super().__init__(message, code=code, details={"line": line})
        self.line = line


class BundleError(OutreachError):
    """A bundle that is refused whole; `code` is one of those in exchange/format/failures.py."""

    code = "E_BUNDLE"


class BackupFailed(OutreachError):
    """A backup that could not be written or did not verify."""

    code = "backup_failed"


class Locked(OutreachError):
    """The store did not open: passphrase, key file, damage, version or another program."""

    code = "locked"


class DocumentFailed(OutreachError):
    """A document that could not be produced; the message names the characters or the cause."""

    code = "document_failed"


class WriteProblem(StrEnum):
    """Why a file could not be written."""

    NO_ROOM = "no_room"
    READ_ONLY = "read_only"
    NO_PERMISSION = "no_permission"
    GONE = "disk_gone"
    REGISTER_FILE = "register_file"
    OTHER = "not_writable"


class RegisterFile(OSError):
    """A path that is a register's own, which nothing that a person asks for replaces."""


class WriteFailed(OutreachError):
    """A file or folder that could not be written; `code` is one of WriteProblem.

    Nothing was written, and what was there before is untouched.
    """

    def __init__(self, path: Path, error: OSError) -> None:
        problem = write_problem(error)
        message = {
            WriteProblem.NO_ROOM: _(
                "{file} was not written: the disk is full. Empty the recycle bin or move files "
                "elsewhere and try again, or choose another disk."
            ),
            WriteProblem.READ_ONLY: _(
                "{file} was not written: the disk is read-only. Remove its write protection, or "
                "choose another folder."
            ),
            WriteProblem.NO_PERMISSION: _(
                "{file} was not written: you do not have permission to write there. Choose "
                "another folder, or ask for permission."
            ),
            WriteProblem.GONE: _(
                "{file} was not written: its disk does not answer, or its folder is gone. Connect "
                "the drive again, or choose another folder, and try again."
            ),
            WriteProblem.REGISTER_FILE: _(
                "{file} was not written: it is a register’s own file, or lies among its backups. "
                "Choose another name or another folder."
            ),
            WriteProblem.OTHER: _(
                "{file} was not written: {reason}. Close it in other programs, or choose another "
                "folder."
            ),
        }[problem]
        message = message.format(file=isolate(str(path)), reason=reason_words(error))
        super().__init__(message, code=problem, details={"path": str(path)})
        self.cause = error


class StoreFailed(OutreachError):
    """A store that cannot be read or written right now; `code` is one of StoreProblem.

    Nothing of the transaction was recorded.
    """

    def __init__(self, problem: StoreProblem) -> None:
        super().__init__(store_words(problem), code=problem)


class Cancelled(Exception):
    """Raised by `progress.step` once the person has asked to stop; not an error."""


def write_problem(error: OSError) -> WriteProblem:
    """Return why the system, or the program itself, refused to write."""
    if isinstance(error, RegisterFile):
        return WriteProblem.REGISTER_FILE
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT | errno.EFBIG:
            return WriteProblem.NO_ROOM
        case errno.EROFS:
            return WriteProblem.READ_ONLY
        case errno.EACCES | errno.EPERM:
            return WriteProblem.NO_PERMISSION
        case errno.ENOENT | errno.ENODEV | errno.ENXIO | errno.EIO:
            return WriteProblem.GONE
        case _:
            return WriteProblem.OTHER


def refusal_of(error: OSError) -> OutreachError:
    """Return the user-facing error for an unexpected OSError."""
    file = str(error.filename or "…")
    if write_problem(error) in (WriteProblem.NO_ROOM, WriteProblem.READ_ONLY):
        return WriteFailed(Path(file), error)
    message = _("The file {file} cannot be written or read: {reason}.")
    message = message.format(file=isolate_file(file), reason=reason_words(error))
    return OutreachError(message, code="file_error")


def unread_words(error: OSError | ValueError) -> str:
    """Return why a text file could not be read, as a clause to put inside a sentence."""
    match error:
        case OSError():
            return reason_words(error)
        case _:
            return _("it is not UTF-8 text")


def reason_words(error: OSError) -> str:
    """Return why the system refused a file, as a clause to put inside a sentence."""
    match error.errno:
        case errno.ENOENT | errno.ENOTDIR:
            words = _("there is no such file or folder")
        case errno.EACCES | errno.EPERM | errno.EROFS:
            words = _("the system does not allow it")
        case errno.ENOSPC | errno.EDQUOT | errno.EFBIG:
            words = _("the disk is full")
        case errno.EEXIST:
            words = _("this name is already in use")
        case errno.EISDIR:
            words = _("it is a folder")
        case errno.EBUSY | errno.ETXTBSY | errno.EAGAIN:
            words = _("another program is using it")
        case errno.ENAMETOOLONG | errno.EINVAL:
            words = _("the system does not accept this name")
        case errno.EIO | errno.ENODEV | errno.ENXIO:
            words = _("the disk does not answer")
        case errno.EPIPE:
            words = _("it is a pipe, and nothing is written into it")
        case _:
            words = _("the system refused it, error {number}").format(number=error.errno)
    return words
