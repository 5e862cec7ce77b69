"""The lists of the page, by entity."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtWidgets import QWidget

from outreach_app.i18n import gettext as _
from outreach_app.queries.awareness import AwarenessFilter, AwarenessRow
from outreach_app.queries.publications import PublicationFilter, PublicationRow
from outreach_app.queries.readings import ReadingFilter, ReadingRow
from outreach_app.queries.remarks import RemarkFilter, RemarkRow
from outreach_app.queries.rumours import RumourFilter, RumourRow
from outreach_app.rights import Right
from outreach_app.rules.ids import OfficeId
from ui.communication.row_links import awareness_ways, publication_ways, record_ways, rumour_ways
from ui.communication.subjects import awareness, publications, readings, remarks, rumours
from ui.communication.words import reading_words, remark_words
from ui.context import AppContext
from ui.forms.territories import Precincts
from ui.listings.listing import Listing
from ui.listings.subject import Subject, Way
from ui.listings.territory import FilterT, RowT, of_precincts
from ui.widgets.commands import Command
from ui.widgets.help_topic import explain_by
from ui.widgets.translated import Text

Row = RumourRow | PublicationRow | RemarkRow | AwarenessRow | ReadingRow
AnyListing = (
    Listing[RumourRow, RumourFilter]
    | Listing[PublicationRow, PublicationFilter]
    | Listing[RemarkRow, RemarkFilter]
    | Listing[AwarenessRow, AwarenessFilter]
    | Listing[ReadingRow, ReadingFilter]
)


_BEGUN: dict[str, Text] = {
    "rumour": lambda: _("New rumour"),
    "publication": lambda: _("New publication"),
    "point": lambda: _("New remark"),
    "meeting": lambda: _("New awareness action"),
    "reading": lambda: _("New reading"),
}


@dataclass(frozen=True, slots=True)
class Forms:
    """The functions that open forms: of a row, a rectification, a reading, a remark.

    `record` opens an empty one, by the entity that it records.
    """

    edit: Callable[[Row], None]
    rectify: Callable[[RumourRow], None]
    read: Callable[[PublicationRow], None]
    comment: Callable[[PublicationRow], None]
    record: Callable[[str], None]


class Lists:
    """The lists of an office, at headquarters of all; `forms` opens the forms of their rows."""

    def __init__(
        self,
        context: AppContext,
        own: OfficeId,
        precincts: Precincts,
        parent: QWidget,
        forms: Forms,
    ) -> None:
        self._context, self._precincts = context, precincts
        self._record, is_headquarters = forms.record, context.is_headquarters
        self.rumours = self._list(
            "rumour",
            rumours(own, is_headquarters=is_headquarters),
            rumour_ways(parent, context, own, forms.rectify, forms.edit),
        )
        self.publications = self._list(
            "publication",
            publications(own),
            publication_ways(parent, context, own, forms.edit, forms.read, forms.comment),
        )
        self.remarks = self._list(
            "point",
            remarks(own, is_headquarters=is_headquarters),
            record_ways(parent, context, own, forms.edit, remark_words),
        )
        self.readings = self._list(
            "reading", readings(own), record_ways(parent, context, own, forms.edit, reading_words)
        )
        self.awareness = self._list(
            "meeting", awareness(own), awareness_ways(parent, context, own, forms.edit)
        )
        for listing, topic in ((self.remarks, "remarks"), (self.awareness, "awareness")):
            explain_by(listing, topic)
        self.by_entity: dict[str, AnyListing] = {
            "rumour": self.rumours,
            "publication": self.publications,
            "point": self.remarks,
            "meeting": self.awareness,
            "reading": self.readings,
        }

    def _list(
        self, entity: str, subject: Subject[RowT, FilterT], ways: tuple[Way[RowT], ...]
    ) -> Listing[RowT, FilterT]:
        if self._context.is_headquarters:
            subject = of_precincts(subject, self._precincts)
        subject = replace(subject, advice=self._context.invite(subject.advice))
        record = Command(_BEGUN[entity], "plus", partial(self._record, entity))
        begin = (record,) if self._context.may(Right.RECORD) else ()
        return Listing(self._context, subject, ways, begin)
