"""Every command by its name. Help texts are in the language that is current at import."""

import os
import sys

import typer
from typer._completion_classes import completion_init
from typer.core import TyperGroup
from typer.main import get_group

from outreach_app.cli import COMPLETION, OpenWindow
from outreach_app.cli.deferred import Deferred
from outreach_app.cli.output import say
from outreach_app.cli.starting import start_of
from outreach_app.errors import reason_words
from outreach_app.i18n import gettext as _

# Command table: name, module and function, help.
COMMANDS: tuple[tuple[str, str, str], ...] = (
    (
        "demo",
        "documents.demo",
        _("Do the whole job on invented data: stores, meetings, summaries."),
    ),
    ("init", "stores.init", _("Create an encrypted store for an office.")),
    ("connect", "stores.connect", _("Open headquarters' register on a server from here too.")),
    ("import-meetings", "imports.import_meetings", _("Import meetings from JSON or CSV.")),
    ("import-partners", "imports.import_partners", _("Import partners from CSV, XLSX or vCard.")),
    (
        "import-publications",
        "imports.import_publications",
        _("Import publications from CSV or XLSX."),
    ),
    (
        "import-communication",
        "imports.import_communication",
        _(
            "Import a table of rumours, remarks, awareness actions, publications or readings,"
            " told by its headings, or a JSON file of all of these."
        ),
    ),
    (
        "export-communication",
        "register.export_communication",
        _("Write what was heard, published, read, remarked and explained as one JSON file."),
    ),
    (
        "export-data",
        "register.export_data",
        _("Write the whole register as tables, with a dictionary of their columns."),
    ),
    ("import-data", "register.import_data", _("Make a store of what export-data wrote.")),
    (
        "export-calendar",
        "register.export_calendar",
        _("Write the meetings of a month for the calendars of other programs."),
    ),
    (
        "import-readings",
        "imports.import_readings",
        _("Import readings of engagement from CSV or XLSX, also as platforms give them."),
    ),
    (
        "read-notes",
        "notes.read_notes",
        _("Read a note or minutes: what they propose, to be looked at and imported."),
    ),
    ("revert-import", "imports.revert_import", _("Undo an import.")),
    ("list", "lists.list_rows", _("List rows.")),
    ("figures", "figures.show_figures", _("Count rumours and publications over a period.")),
    (
        "propose-clusters",
        "rumours.propose_clusters",
        _("List like rumours of two precincts, for headquarters to decide."),
    ),
    ("find", "rumours.find", _("Record what the verification of rumours established.")),
    (
        "carry-back",
        "rumours.carry_rumour_back",
        _("Record that a result was told to those concerned."),
    ),
    ("awareness", "awareness.awareness", _("Record an awareness action.")),
    ("remark", "remarks.remark", _("Record a remark that came outside a meeting.")),
    ("claim record", "claims.record", _("Note what a person asks about its own data.")),
    ("claim answer", "claims.answer", _("Record how a request of a person was answered.")),
    ("claim texts", "claims.list_texts", _("List the texts that name whoever objects.")),
    (
        "claim put-capacity",
        "claims.write_capacity",
        _("Put a capacity in the place of a name in such a text."),
    ),
    ("claim erase", "claims.erase", _("Erase the name that a request of a person is about.")),
    ("retention list", "retention.list_rows", _("List what is due, the terms and the lists.")),
    ("retention show", "retention.show", _("List what stands on an elimination list.")),
    ("retention term", "retention.change_term", _("Change how long a kind of record is kept.")),
    ("retention propose", "retention.propose", _("Put what is due on a list, and issue it.")),
    ("retention issue", "retention.issue", _("Give an elimination list out again.")),
    ("retention withdraw", "retention.withdraw", _("Give up a list that was not carried out.")),
    (
        "retention archivist",
        "retention.archivist",
        _("Say, or change, whose key archives are sealed to."),
    ),
    ("retention archive", "retention.archive", _("Write the archive of an issued list.")),
    ("retention open", "retention.open_archive", _("Open an archive by the archivist's key.")),
    ("retention destroy", "retention.destroy", _("Destroy what stands on an archived list.")),
    ("retention certificate", "retention.certificate", _("Write what a list destroyed, and who.")),
    (
        "phrase list",
        "proposals.list_rows",
        _("List points that were written often, and what was proposed of them."),
    ),
    ("phrase propose", "proposals.propose", _("Propose such a point to headquarters.")),
    ("phrase withdraw", "proposals.withdraw", _("Take a proposal back.")),
    ("phrase adopt", "proposals.adopt", _("Make a proposal a frequent point, at headquarters.")),
    ("phrase decline", "proposals.decline", _("Decline a proposal, at headquarters.")),
    ("search", "lists.search", _("Search everything, in either script.")),
    (
        "translate",
        "translations.translate",
        _("List the texts of a session's summary, or save their translations."),
    ),
    ("summary meeting", "documents.summarise_meeting", _("Write the summary of a meeting.")),
    (
        "summary partner",
        "documents.summarise_partner",
        _("Write what a partner said and what was done about it."),
    ),
    (
        "summary sheet",
        "sheets.write_partner_sheet",
        _("Write what the office knows of a partner, without anybody's name."),
    ),
    (
        "summary attendance",
        "sheets.write_attendance_sheet",
        _("Write the attendance sheet of a meeting, to be signed there."),
    ),
    (
        "summary rectification",
        "sheets.write_rectification_sheet",
        _("Write what is told of a rumour once its result is known."),
    ),
    (
        "summary proof",
        "claims.write_proof",
        _("Write for a person where its name was erased, and who confirmed it."),
    ),
    ("summary period", "documents.summarise_period", _("Write the report of a period.")),
    (
        "summary public",
        "documents.summarise_period_for_public",
        _("Write the figures of a period for the public: none under 5, and no names."),
    ),
    ("summary programme", "documents.print_programme", _("Write the programme of a month.")),
    (
        "summary covering",
        "sheets.write_covering_note",
        _("Write the covering note of documents that were given out."),
    ),
    (
        "summary handover",
        "sheets.write_handover",
        _("Write the file that one chief hands over to the next."),
    ),
    (
        "summary notice",
        "sheets.write_notice",
        _("Write the notice on personal data, to be hung up."),
    ),
    (
        "summary extract",
        "sheets.write_extract",
        _("Write all that is held about a person, for that person (law 09-08)."),
    ),
    ("summary national", "documents.summarise_nation", _("Write the national summary.")),
    ("verify", "verification.verify", _("Say whether a file was given out as it is.")),
    (
        "verify-update",
        "verification.verify_update",
        _("Say whether a package of this program is genuine, and what to do with it."),
    ),
    ("card", "stations.card", _("Write the card of this station, to be enrolled with.")),
    ("enrol", "stations.enrol", _("Enrol a station by its card and its fingerprint.")),
    (
        "replace-headquarters",
        "stations.replace_headquarters",
        _("Exchange with another headquarters from now on, with the recovery code."),
    ),
    ("revoke", "stations.revoke", _("Take nothing more from a station.")),
    (
        "renew",
        "stations.renew",
        _("Go on under a new number, where a copy of this register went on too."),
    ),
    ("rotate", "stations.rotate", _("Take new keys for the exchange, once a year or in doubt.")),
    ("export", "exchange.export", _("Write exchange files for headquarters or the second PC.")),
    ("import", "exchange.import_bundles", _("Import exchange files.")),
    ("acknowledge", "exchange.acknowledge", _("Answer the precincts, from headquarters.")),
    ("recover-request", "recovery.request", _("Ask headquarters to help with a lost passphrase.")),
    ("recover-answer", "recovery.answer", _("Answer such a request, from headquarters.")),
    ("recover", "recovery.recover", _("Choose a new passphrase, with headquarters' answer.")),
    ("purpose show", "purposes.show", _("Say what the register is for.")),
    (
        "purpose change",
        "purposes.change",
        _("Change what the register is for, with a reason; the notice says it."),
    ),
    (
        "two-persons",
        "purposes.two_persons",
        _("Have the gravest acts confirmed by a second account, or no more."),
    ),
    ("account list", "accounts.list_rows", _("List the accounts that open the store.")),
    (
        "account add",
        "accounts.add",
        _("Add an account; its first passphrase is shown once."),
    ),
    (
        "account remove",
        "accounts.remove",
        _("Remove an account, and encrypt the store with another key."),
    ),
    (
        "account unblock",
        "accounts.unblock",
        _("Let an account that failed too often try again."),
    ),
    ("account role", "accounts.change_role", _("Give an account another role.")),
    (
        "account passphrase",
        "accounts.change_passphrase",
        _("Change the own passphrase, or give another account a new first one."),
    ),
    (
        "confirm-date",
        "stores.confirm_date",
        _("Say that today's date is right, where the clock is far ahead of the register."),
    ),
    (
        "confirm-older",
        "stores.confirm_older",
        _("Go on with a register that is older than when it was closed."),
    ),
    ("check", "stores.check", _("Check the store, its journal and its search index.")),
    ("backup", "stores.backup", _("Write a verified backup of the store.")),
    ("restore", "stores.restore", _("Put a backup back into the folder of --store.")),
    ("move", "stores.move", _("Move headquarters' register to a server, or back into a file.")),
)

_GROUPS = {
    "summary": _("Write official summaries."),
    "account": _("Say who opens the store."),
    "purpose": _("Say what the register is for."),
    "claim": _("Note and answer what persons ask about their own data."),
    "phrase": _("Propose, adopt and decline frequent points."),
    "retention": _("Decide what becomes of records whose term is over."),
}


def run(open_window: OpenWindow) -> None:
    """Run the command on the command line, or open the window on a store."""
    if COMPLETION in os.environ:
        completion_init()  # Typer does so if it offers options to install the completion
    try:
        build(open_window)()
    except OSError as error:
        # A command handles errors of the files it names; this one is of its own output.
        if error.filename is not None:
            raise
        message = _("What the command says could not be written: {reason}. What it did stands.")
        say(message.format(reason=reason_words(error)))
        # Prevent a second failing flush at interpreter exit (exit code 120).
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)


def build(open_window: OpenWindow) -> TyperGroup:
    """Return the parser of the whole command line; a command is imported when it is used."""
    application = typer.Typer(add_completion=False, rich_markup_mode=None)
    about = _("Community-outreach register of police precincts, in Arabic and French.")
    application.callback(invoke_without_command=True, help=about)(start_of(open_window))
    whole = get_group(application)
    groups = {"": whole}
    for name, function, purpose in COMMANDS:
        group = name.rpartition(" ")[0]
        if group not in groups:
            groups[group] = TyperGroup(
                name=group, help=_GROUPS[group], no_args_is_help=True, rich_markup_mode=None
            )
            whole.add_command(groups[group])
        groups[group].add_command(Deferred(name, function, purpose))
    return whole
