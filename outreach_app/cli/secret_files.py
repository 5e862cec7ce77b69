"""Passphrases and codes that a command reads from a file, or asks for."""

import errno
import os
import sys
import time
from pathlib import Path

import typer

from outreach_app.errors import UnreadableFile, unread_words
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.untrusted_files import MAX_SMALL

_PATIENCE = 2  # seconds until something must have opened a pipe to write into it


def chosen_passphrase(file: Path | None) -> str:
    """Return the new passphrase: the first line of a file, or typed twice.

    A file may be a descriptor of the shell, such as `/dev/fd/3`. Raises UnreadableFile.
    """
    if file is not None:
        return first_line(file)
    return asked(_("New passphrase"), "--new-passphrase-file", confirm=True)


def asked(words: str, option: str, *, confirm: bool = False) -> str:
    """Return a secret that is typed, hidden if there is a terminal; `option` names its file.

    Without a terminal it is the next line of the standard input. Raises UnreadableFile if it ends.
    """
    has_terminal = _has_terminal()
    try:
        typed: str = typer.prompt(
            words, hide_input=has_terminal, confirmation_prompt=confirm, err=True
        )
    except typer.Abort:
        if has_terminal:
            raise
        message = _("There is no terminal to type it in. Give it in a file: {option}.")
        raise UnreadableFile(message.format(option=isolate(option))) from None
    return typed


def _has_terminal() -> bool:
    """Return whether a prompt can hide what is typed, as getpass does."""
    if sys.platform == "win32":
        return sys.stdin is sys.__stdin__
    try:
        os.close(os.open(os.ctermid(), os.O_RDWR | os.O_NOCTTY))
    except OSError:
        return sys.stdin.isatty()
    return True


def first_line(file: Path) -> str:
    """Return the first line of a file that contains a secret. Raises UnreadableFile."""
    try:
        line = _line_of_pipe(file) if file.is_fifo() else _line_of_file(file)
        return line.decode("utf-8-sig").rstrip("\r\n")
    except (OSError, UnicodeDecodeError) as error:
        message = _("The file {file} cannot be read: {reason}.")
        message = message.format(file=isolate(str(file)), reason=unread_words(error))
        raise UnreadableFile(message) from error


def _line_of_file(file: Path) -> bytes:
    with file.open("rb") as secret:  # may be a device, which may never end
        return secret.readline(MAX_SMALL)


def _line_of_pipe(file: Path) -> bytes:
    """Wait for the line of a writer, but not for a writer: raise OSError if there is none."""
    descriptor = os.open(file, os.O_RDONLY | os.O_NONBLOCK)
    with open(descriptor, "rb", buffering=0) as pipe:  # noqa: PTH123  a path opens no descriptor
        until = time.monotonic() + _PATIENCE
        while not (first := pipe.read(1)):
            if first is None:  # there is a writer, which may take its time
                os.set_blocking(descriptor, True)
            elif time.monotonic() > until:
                raise OSError(errno.EPIPE, os.strerror(errno.EPIPE))
            else:
                time.sleep(0.05)
        os.set_blocking(descriptor, True)
        return first + pipe.readline(MAX_SMALL)
