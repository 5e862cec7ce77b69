"""The commands for one partner, and the links of several."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

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
from ui.requests import LogSession, PlanMeeting, ShowDocument, ShowDuplicates, ShowHandOut
from ui.table_export import ExportButton
from ui.widgets.buttons import Button
from ui.widgets.commands import Command


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
        Command(lambda: _("You said / we did"), "article", partial(ask, ShowHandOut(uid))),
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
    partners.table.may_copy = button.may_copy
    return button


def strip_of_several(context: AppContext) -> ActionStrip[PartnerRow]:
    """Return what can be done to several partners, and the links of them."""
    actions, ways = allowed(context, SEVERAL_PARTNERS), _ways_of_several(context)
    strip: ActionStrip[PartnerRow] = ActionStrip(context, actions, ways, lambda: "")
    strip.fill_from_top()
    return strip


def _ways_of_several(context: AppContext) -> tuple[Way[PartnerRow], ...]:
    """Return the links of several partners: a meeting with all, or two of them made one."""

    def plan(rows: Sequence[PartnerRow]) -> None:
        context.open_page(PlanMeeting(partners=tuple(row.uid for row in rows)))

    def log(rows: Sequence[PartnerRow]) -> None:
        context.open_page(LogSession(tuple(row.uid for row in rows)))

    def merge(rows: Sequence[PartnerRow]) -> None:
        first, second = rows
        context.open_page(ShowDuplicates((first.uid, second.uid)))

    ways = (
        Way(
            lambda: _("Plan a meeting with them"),
            "calendar-plus",
            lambda row: plan([row]),
            right=Right.RECORD,
            follow_all=plan,
        ),
        Way(
            lambda: _("New session with them"),
            "plus",
            lambda row: log([row]),
            right=Right.RECORD,
            follow_all=log,
        ),
        Way(
            lambda: _("Merge them"),
            "arrows-in-line-horizontal",
            lambda _row: None,
            right=Right.REMOVE,
            follow_all=merge,
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
