"""The translations of a session as they are typed, kept as a draft until they are saved."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from outreach_app.queries.translations import TranslationRow
from outreach_app.rules.kinds import TextKind


@dataclass(frozen=True, slots=True)
class TypedText:
    """What was typed for one text; `words` are those that it puts in the other language."""

    record: UUID
    kind: TextKind
    words: str
    text: str

    def is_of(self, row: TranslationRow) -> bool:
        """Return whether it was typed for a text that has not changed."""
        return (self.record, self.kind, self.words) == (row.record, row.kind, row.words)


@dataclass(frozen=True, slots=True)
class TypedTranslations:
    """All that was typed and is not recorded yet."""

    texts: tuple[TypedText, ...] = ()

    def without(self, rows: Iterable[TranslationRow]) -> tuple[TypedText, ...]:
        """Return what was typed for other texts than these."""
        records = {(row.record, row.kind) for row in rows}
        return tuple(text for text in self.texts if (text.record, text.kind) not in records)

    def text_for(self, row: TranslationRow) -> str | None:
        """Return what was typed for a text; None where nothing was."""
        return next((typed.text for typed in self.texts if typed.is_of(row)), None)
