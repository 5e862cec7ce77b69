"""Translations files: the JSON that `translate` writes, with translations typed into it."""

from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

import msgspec

from outreach_app.errors import UnreadableFile
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate_file
from outreach_app.rules.kinds import TextKind
from outreach_app.untrusted_files import MAX_TEXT, read_regular


@dataclass(frozen=True, slots=True)
class TypedTranslation:
    """The translation of one text of a record; with `version`, only if the record still has it."""

    record: UUID
    kind: TextKind
    translation: str | None = None
    version: str | None = None


@dataclass(frozen=True, slots=True)
class _File:
    texts: list[TypedTranslation]


def read_translations(path: Path) -> list[TypedTranslation]:
    """Read a file of translations; keys other than those of a text are ignored.

    Raises UnreadableFile.
    """
    content = read_regular(path, MAX_TEXT)
    try:
        return msgspec.json.decode(content, type=_File).texts
    except (msgspec.MsgspecError, RecursionError) as error:
        message = _(
            "The file {file} contains no translations. Save the output of translate --json, fill "
            "in each “translation”, and give that file."
        )
        raise UnreadableFile(message.format(file=isolate_file(path.name))) from error
