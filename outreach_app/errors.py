"""The errors a person sees: each carries a code and a sentence that says what to do."""

import errno
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass

from outreach_app.i18n import gettext as _


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
        """The shape the command line prints: code, message, details."""
        return {"code": self.code, "message": self.message, "details": self.details}


class InvalidDraft(OutreachError):
    """A draft that breaks rules; `problems` names every field at once."""

    code = "invalid"

    def __init__(self, message: str, problems: Sequence[Problem]) -> None:
        super().__init__(message, details={"problems": [asdict(problem) for problem in problems]})
        self.problems = tuple(problems)


class NotFound(OutreachError):
    """What was asked for is not in the store."""

    code = "not_found"


class Conflict(OutreachError):
    """The record changed since it was read; nothing was overwritten."""

    code = "conflict"


class NotAllowed(OutreachError):
    """The action is refused where the program stands."""

    code = "not_allowed"


class UnreadableFile(OutreachError):
    """A file that cannot be read, and the line where that shows (None: the whole file)."""

    code = "unreadable_file"

    def __init__(self, message: str, line: int | None = None, *, code: str | None = None) -> None:
        super().__init__(message, code=code, details={"line": line})
        self.line = line


class BundleError(OutreachError):
    """A bundle that is refused whole; `code` is one of E_TOO_BIG … E_OWNER (exchange.failures)."""

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


class Cancelled(Exception):
    """Raised by `progress.step` once the person has asked to stop: a wish, not an error."""


def reason_words(error: OSError) -> str:
    """Why the system refused a file, in the person's language, to stand inside a sentence."""
    match error.errno:
        case errno.ENOENT | errno.ENOTDIR:
            words = _("there is no such file or folder")
        case errno.EACCES | errno.EPERM | errno.EROFS:
            words = _("the system does not allow it")
        case errno.ENOSPC | errno.EDQUOT | errno.EFBIG:
            words = _("there is no room left")
        case errno.EISDIR:
            words = _("it is a folder")
        case errno.EBUSY | errno.ETXTBSY | errno.EAGAIN:
            words = _("another program holds it")
        case errno.ENAMETOOLONG | errno.EINVAL:
            words = _("the system does not accept this name")
        case errno.EIO | errno.ENODEV | errno.ENXIO:
            words = _("the disk does not answer")
        case _:
            words = _("the system refused it, error {number}").format(number=error.errno)
    return words
