"""The register of claims: the list, the form beside it, and the requested erasure."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from outreach_app.database import StoreSession
from outreach_app.errors import OutreachError
from outreach_app.i18n import gettext as _
from outreach_app.queries.claims import ClaimFilter, ClaimRow
from outreach_app.queries.drafts import record_of_draft
from outreach_app.queries.namesakes import bearer_words, list_namesakes
from outreach_app.queries.records import find_place
from outreach_app.rights import Right
from outreach_app.rules.document_numbers import DocumentKind
from outreach_app.services.claims import erase_for_claim
from ui.claims.form import ClaimForm
from ui.claims.naming_strip import NamingStrip
from ui.claims.subject import claims
from ui.context import AppContext
from ui.history.erasure_strip import ErasureStrip
from ui.listings.listing import Listing
from ui.listings.subject import Way
from ui.requests import OpenPartner, ShowDocument
from ui.widgets.buttons import Button, primary_button
from ui.widgets.commands import Command
from ui.widgets.form_beside import FormBeside
from ui.widgets.help_topic import explain_by
from ui.widgets.labels import section_title
from ui.widgets.layouts import column_in
from ui.widgets.page_header import MARGIN
from ui.widgets.translated import Translated


class ClaimsScreen(Translated):
    """Emits `closed` when the person goes back to the page that opened it."""

    closed = Signal()

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        explain_by(self, "requests")
        self._context = context
        self.add = primary_button(lambda: _("New request"), "plus", "Ctrl+N")
        self.back = Button(lambda: _("Back"))
        noting = Command(lambda: _("New request"), "plus", lambda: self._edit(None))
        begin = (noting,) if context.may(Right.NOTE_CLAIMS) else ()
        self.listing: Listing[ClaimRow, ClaimFilter] = Listing(
            context, claims(), self._ways(), begin
        )
        self.form = ClaimForm(context)
        self.naming = NamingStrip(context)
        self.erasure: ErasureStrip | None = None
        self.beside = FormBeside(self.listing, self.form)
        self._place = QVBoxLayout()
        self._build()
        self.add.clicked.connect(lambda: self._edit(None))
        self.back.clicked.connect(self.closed)
        self.listing.opened.connect(self._open)
        self.listing.refused.connect(self._offer_what_is_missing)
        self.form.finished.connect(self._leave_form)
        self.naming.finished.connect(self._go_on)

    def begin(self) -> None:
        """Reload the requests."""
        self.beside.leave_form()
        self._take_in()
        self.listing.table.take_focus()

    def refresh(self) -> None:
        """Reload the requests, and leave what a refusal asks for in sight."""
        self.listing.take_in()

    def show_record(self, uid: UUID) -> None:
        """Show a claim in the list."""
        place = self._context.read(lambda session: find_place(session, uid))
        if place is not None:
            self.listing.show_place(place[1])

    def go_on(self, key: str) -> None:
        """Open the form of a draft with what was typed. Raises NotFound."""
        self._edit(record_of_draft(key))
        self.form.resume_key(key)

    def _ways(self) -> tuple[Way[ClaimRow], ...]:
        if not self._context.may(Right.NOTE_CLAIMS):
            return ()
        edit = Way(lambda: _("Edit"), "pencil-simple", self._open, _is_open)
        if self._context.is_headquarters:  # there is no page of a person's documents
            return (
                (edit,) if not self._context.may(Right.ANSWER_CLAIMS) else (edit, self._erasing())
            )
        # The list names nobody; the record of who asks does, and the access log says so.
        who: Way[ClaimRow] = Way(
            lambda: _("Show who it is about"),
            "user",
            self._show_who,
            lambda row: row.about is not None and self._context.may(Right.NAMES),
        )
        extract: Way[ClaimRow] = Way(
            lambda: _("Extract"),
            "article",
            self._show_extract,
            lambda row: row.may_be_extracted,
        )
        proof: Way[ClaimRow] = Way(
            lambda: _("Proof of erasure"),
            "shield-check",
            lambda row: self._context.open_page(ShowDocument(DocumentKind.ERASURE, row.uid)),
            lambda row: row.erased_on is not None,
        )
        answering = (self._erasing(),) if self._context.may(Right.ANSWER_CLAIMS) else ()
        return (edit, who, extract, *answering, proof)

    def _show_who(self, row: ClaimRow) -> None:
        if row.about is not None:
            self._context.open_page(OpenPartner(row.about))

    def _show_extract(self, row: ClaimRow) -> None:
        if row.about is not None:
            self._context.open_page(ShowDocument(DocumentKind.EXTRACT, row.about))

    def _erasing(self) -> Way[ClaimRow]:
        return Way(
            lambda: _("Erase the name"),
            "eraser",
            self._ask_erasure,
            lambda row: row.can_erase or row.late_texts > 0,
        )

    def _open(self, row: ClaimRow) -> None:
        if _is_open(row) and self._context.may(Right.NOTE_CLAIMS):
            self._edit(row.uid)

    def _offer_what_is_missing(self, error: OutreachError) -> None:
        """Offer beside a refused answer what has to be done first."""
        rows, refusal = self.listing.rows(), self.listing.failure
        if len(rows) != 1:
            return
        if error.code == "identity_not_checked" and self._context.may(Right.NOTE_CLAIMS):
            refusal.offer(lambda: _("Record how it was verified"), partial(self._verify, rows[0]))
        elif error.code == "not_erased":
            refusal.offer(lambda: _("Erase the name"), partial(self._ask_erasure, rows[0]))

    def _verify(self, row: ClaimRow) -> None:
        self._edit(row.uid)
        self.form.form.field("identity_check").focus()

    def _edit(self, uid: UUID | None) -> None:
        self.beside.show_form(self.form)
        self.form.keep_typed()
        self.form.start(uid)

    def _leave_form(self, uid: UUID | None) -> None:
        self.beside.leave_form()
        self._take_in()
        if uid is not None:
            self.show_record(uid)
        self.listing.table.take_focus()

    def _take_in(self) -> None:
        """Reload the requests; what an earlier refusal asked for may be done now."""
        self.listing.failure.hide()
        self.listing.take_in()

    def _ask_erasure(self, row: ClaimRow) -> None:
        """Ask inline, stating the consequences; the claim is updated in the same transaction.

        After the erasure, only the texts are shown that another computer found since.
        """
        self._drop_erasure()
        if row.late_texts:
            self.naming.ask(row.uid)
            return
        about = row.about
        others = self._context.read(lambda session: list_namesakes(session, about)) if about else []

        def erase(session: StoreSession) -> tuple[str, ...]:
            others = self.naming.of_others
            return erase_for_claim(session, row.uid, row.version, strip.also(), others)

        namesakes = [(other.uid, bearer_words(other)) for other in others]
        strip = ErasureStrip(self._context, erase, namesakes)
        strip.erased.connect(self._take_in)
        strip.finished.connect(strip.hide)
        self._place.addWidget(strip)
        self.erasure = strip
        self.naming.ask(row.uid)

    def _drop_erasure(self) -> None:
        if self.erasure is not None:
            self.erasure.hide()
            self.erasure.deleteLater()
            self.erasure = None

    def _go_on(self) -> None:
        """Ask about the name itself once no text contains it."""
        if self.erasure is not None:
            self.erasure.ask()
        else:
            self._take_in()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(MARGIN, 0, MARGIN, 0)
        head.setSpacing(16)
        head.addWidget(section_title(lambda: _("Requests from people")))
        head.addStretch(1)
        if self._context.may(Right.NOTE_CLAIMS):
            head.addWidget(self.add)
        head.addWidget(self.back)
        column = column_in(self, 8)
        column.addLayout(head)
        self._place.addWidget(self.naming)
        column.addLayout(self._place)
        column.addWidget(self.beside, 1)


def _is_open(row: ClaimRow) -> bool:
    return row.decision is None
