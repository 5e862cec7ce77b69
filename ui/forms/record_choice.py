"""A choice of one record among many, found by typed words; the draft keeps its uid."""

from collections.abc import Callable, Mapping
from uuid import UUID

from outreach_app.rules.folding import fold_words
from outreach_app.rules.names import Bilingual
from ui.forms.found_choice import FindingEditor, FoundChoice
from ui.widgets.translated import Text
from ui.words import either

Records = Callable[[], Mapping[UUID, Bilingual]]


class RecordChoice(FindingEditor):
    """A searchable choice of a record; `none` comes first, for no record."""

    def __init__(self, records: Records, none: Text) -> None:
        super().__init__(lambda: [FoundChoice(None, none(), ""), *_choices(records())])
        self.setMinimumContentsLength(1)
        self.setSizeAdjustPolicy(self.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.set_value(None)

    def refresh(self) -> None:
        """Read the records again; the one that is chosen stays."""
        self.retranslate()

    @property
    def chosen(self) -> UUID | None:
        """The record of the list that is chosen, whatever else is typed."""
        code = self.currentData()
        return UUID(str(code)) if code else None

    def value(self) -> UUID | None:
        super().value()
        return self.chosen

    def set_value(self, value: object) -> None:
        """Show a record by its uid; one that is not in the list leaves nothing chosen."""
        super().set_value(str(value) if value else None)


def _choices(records: Mapping[UUID, Bilingual]) -> list[FoundChoice]:
    return [FoundChoice(str(uid), either(name), _names(name)) for uid, name in records.items()]


def _names(name: Bilingual) -> str:
    return "\n".join(fold_words(each) for each in (name.ar, name.fr) if each)
