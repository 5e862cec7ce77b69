"""The commands for one partner, and the links of several."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from uuid import UUID

from outreach_app.i18n import gettext as _
from outreach_app.queries.partners import PartnerRow
from outreach_app.rights import Right
from outreach_app.rules.document_numbers import DocumentKind
from ui.actions.several_partners import SEVERAL_PARTNERS
from ui.context import AppContext
from ui.listings.action_strip import ActionStrip
from ui.listings.subject import Way, allowed
from ui.partners.columns import EXPORTED_COLUMNS
from ui.partners.list_pane import PartnerListPane
from ui.requests import LogSession, PlanMeeting, Request, ShowDocument, ShowDuplicates, ShowHandOut
from ui.table_export import ExportButton
from ui.widgets.buttons import Button
from ui.widgets.commands import Command
from ui.widgets.translated import Text


@dataclass(frozen=True, slots=True)
class OnPage:
    """The actions of the page itself on the partner shown."""

    edit: Callable[[], object]
    show_history: Callable[[], object]
    change_activity: Callable[[], object]
    delete: Callable[[], object]


def list_commands(context: AppContext, row: PartnerRow, page: OnPage) -> list[Command]:
    """Return the commands for a partner, the next step first."""
    uid, ask = row.uid, context.open_page
    plan, log = PlanMeeting(partners=(uid,)), LogSession((uid,))
    activation = _("Make inactive") if row.is_active else _("Make active")
    record = Right.RECORD
    commands = [
        Command(lambda: _("Plan a meeting"), "calendar-plus", partial(ask, plan), right=record),
        Command(lambda: _("Edit"), "pencil-simple", page.edit, "F2", right=Right.NAMES),
        Command(lambda: _("New session"), "plus", partial(ask, log), right=record),
        Command(lambda: _("You said / we did"), "article", partial(ask, ShowHandOut((uid,)))),
        Command(
            lambda: _("Partner sheet"),
            "identification-card",
            partial(ask, ShowDocument(DocumentKind.PARTNER_SHEET, uid)),
        ),
        Command(lambda: activation, "minus-circle", page.change_activity, right=record),
        Command(lambda: _("History"), "clock-counter-clockwise", page.show_history, "F4"),
        Command(
            lambda: _("Delete"), "trash", page.delete, "Del", destroys=True, right=Right.REMOVE
        ),
    ]
    return allowed(context, commands)


def export_button(context: AppContext, partners: PartnerListPane) -> ExportButton[PartnerRow]:
    """Return the button that writes the list, or what is chosen of it, to a file.

    Its rows are copied by accounts that may export them.
    """
    button = ExportButton(
        *(context, lambda: _("Partners"), partners.model, EXPORTED_COLUMNS),
        chosen=partners.table.chosen_rows,
        right=Right.NAMES_OUT,  # contacts may be those of one person
    )
    partners.table.taken = button.take
    return button


def strip_of_several(context: AppContext) -> ActionStrip[PartnerRow]:
    """Return what can be done to several partners, and the links of them."""
    actions, ways = allowed(context, SEVERAL_PARTNERS), _ways_of_several(context)
    strip: ActionStrip[PartnerRow] = ActionStrip(context, actions, ways, lambda: "")
    strip.fill_from_top()
    return strip


def _ways_of_several(context: AppContext) -> tuple[Way[PartnerRow], ...]:
    """Return the links of several partners: a meeting, a sheet for each, or two made one."""

    def asking(make: Callable[[tuple[UUID, ...]], Request]) -> Callable[..., None]:
        return lambda rows: context.open_page(make(tuple(row.uid for row in rows)))

    def link(
        title: Text, icon: str, right: Right, make: Callable[[tuple[UUID, ...]], Request]
    ) -> Way[PartnerRow]:
        ask = asking(make)
        return Way(title, icon, lambda row: ask([row]), right=right, follow_all=ask)

    record = Right.RECORD
    ways = (
        link(
            lambda: _("Plan a meeting with them"),
            "calendar-plus",
            record,
            lambda uids: PlanMeeting(partners=uids),
        ),
        link(lambda: _("New session with them"), "plus", record, LogSession),
        link(lambda: _("You said / we did"), "article", Right.READ, ShowHandOut),
        Way(
            lambda: _("Merge them"),
            "arrows-in-line-horizontal",
            lambda _row: None,
            right=Right.REMOVE,
            follow_all=asking(lambda uids: ShowDuplicates((uids[0], uids[1]))),
            pairs=True,
        ),
    )
    return tuple(allowed(context, ways))


def first_steps(add: Button, bring: Button) -> tuple[Command, ...]:
    """Return the first steps in a register without partners."""
    steps = (
        (add, Command(lambda: _("Add a partner"), "plus", add.click)),
        (bring, Command(lambda: _("Import"), "download-simple", bring.click)),
    )
    return tuple(command for button, command in steps if button.is_offered)
