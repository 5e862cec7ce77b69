"""Use cases of saved filters: save, rename, discard, restore; remember a list's last filter."""

import re
from collections.abc import Collection

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from outreach_app.errors import InvalidDraft, NotFound, Problem
from outreach_app.i18n import gettext as _
from outreach_app.models import SavedFilter
from outreach_app.queries.desks import desk_of
from outreach_app.queries.saved_filters import LEFT, FilterT, KeptFilter, find_saved
from outreach_app.rights import Right, use_case
from outreach_app.rules.folding import fold_words, index_words
from outreach_app.rules.phones import find_phone
from outreach_app.rules.text import clean_line

MAX_NAME = 50
# The least of a name or a phone number that identifies it.
_MIN_LETTERS, _MIN_DIGITS = 3, 6
_RUN = re.compile(r"\d[\d ]*")


@use_case(Right.KEEP_DRAFTS)
def save_filter(
    session: Session, list_key: str, name: str, kept: KeptFilter[FilterT]
) -> tuple[str, bytes | None]:
    """Save a filter under a name; return the stored name, and the former content under it.

    Raises InvalidDraft.
    """
    line = _checked(name)
    former = find_saved(session, list_key, line)
    before = former.content if former is not None else None
    restore_filter(session, list_key, line, msgspec.json.encode(kept))
    return line, before


@use_case(Right.KEEP_DRAFTS)
def leave_filter(session: Session, list_key: str, kept: KeptFilter[FilterT]) -> None:
    """Remember the filter that a list was left with, for the next start."""
    restore_filter(session, list_key, LEFT, msgspec.json.encode(kept))


@use_case(Right.KEEP_DRAFTS)
def rename_filter(session: Session, list_key: str, name: str, new: str) -> str:
    """Rename a saved filter; return the stored name. Raises InvalidDraft, NotFound."""
    saved = _get(session, list_key, name)
    line = _checked(new)
    if line != name and find_saved(session, list_key, line) is not None:
        raise _invalid(_("Another filter has this name. Choose a different one."))
    saved.name = line
    return line


@use_case(Right.KEEP_DRAFTS)
def discard_filter(session: Session, list_key: str, name: str) -> bytes:
    """Discard a saved filter; return the content to restore it with. Raises NotFound."""
    saved = _get(session, list_key, name)
    session.delete(saved)
    return saved.content


@use_case(Right.KEEP_DRAFTS)
def restore_filter(session: Session, list_key: str, name: str, content: bytes | None) -> None:
    """Restore the content under a name; None removes it."""
    if content is not None:
        session.merge(
            SavedFilter(account=desk_of(session), list_key=list_key, name=name, content=content)
        )
    elif saved := find_saved(session, list_key, name):
        session.delete(saved)


def forget_names(session: Session, names: Collection[str]) -> None:
    """Discard filters that contain or look for an erased name (law 09-08)."""
    for saved in session.scalars(select(SavedFilter)):
        if is_about(saved.name, names) or is_about(_sought_by(saved), names):
            session.delete(saved)


def is_about(text: str, names: Collection[str]) -> bool:
    """Return whether a word of the text begins one of the names, or its digits are in a phone."""
    words = tuple(word for word in index_words(text) if len(word) >= _MIN_LETTERS)
    digits = _digits(fold_words(text))
    return any(_begins(words, name) or _is_in_phone(digits, name) for name in names)


class _Words(msgspec.Struct):
    text: str = ""


class _Sought(msgspec.Struct):
    wanted: _Words


def _sought_by(saved: SavedFilter) -> str:
    """Return the words that a filter looks for; all of its content if another version wrote it."""
    try:
        return msgspec.json.decode(saved.content, type=_Sought).wanted.text
    except msgspec.MsgspecError:
        return saved.content.decode(errors="replace")


def _begins(words: Collection[str], name: str) -> bool:
    # The host of an e-mail address is nobody's name.
    known = index_words(name.partition("@")[0])
    return any(each.startswith(word) and not word.isdecimal() for word in words for each in known)


def _is_in_phone(digits: Collection[str], name: str) -> bool:
    """Return whether enough consecutive digits are in this number, as dialled here or abroad."""
    number = find_phone(name)
    if number is None:
        return False
    known = f"{number} {number.replace('+212', '0')}"
    return any(
        run[start : start + _MIN_DIGITS] in known
        for run in digits
        for start in range(len(run) - _MIN_DIGITS + 1)
    )


def _digits(folded: str) -> list[str]:
    """Return the runs of digits, without spaces that group them."""
    return [run.replace(" ", "") for run in _RUN.findall(folded)]


def _get(session: Session, list_key: str, name: str) -> SavedFilter:
    saved = find_saved(session, list_key, name)
    if saved is None:
        raise NotFound(_("This filter no longer exists: {name}.").format(name=name))
    return saved


def _checked(name: str) -> str:
    line = clean_line(name)
    if not line or len(line) > MAX_NAME:
        message = _("Give the filter a name of at most {most} characters.")
        raise _invalid(message.format(most=MAX_NAME))
    return line


def _invalid(message: str) -> InvalidDraft:
    return InvalidDraft(message, [Problem("name", "invalid_name", message)])
