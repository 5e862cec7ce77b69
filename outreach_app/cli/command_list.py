"""The list of all commands and their groups, with their help."""

from outreach_app.i18n import gettext as _

# Name, module and function, help.
COMMANDS: tuple[tuple[str, str, str], ...] = (
    (
        "demo",
        "documents.demo",
        _("Run a full demonstration on invented data: stores, meetings, summaries."),
    ),
    ("init", "stores.init", _("Create an encrypted store for an office.")),
    (
        "connect",
        "stores.connect",
        _("Connect this computer to headquarters' register on a server."),
    ),
    ("import-meetings", "imports.import_meetings", _("Import meetings from JSON, CSV or XLSX.")),
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
            "Import a table of rumours, remarks, awareness actions, publications or readings, "
            "recognised by its headings, or a JSON file of all of these."
        ),
    ),
    (
        "export-communication",
        "register.export_communication",
        _(
            "Export rumours, publications, readings, remarks and awareness actions as one JSON "
            "file."
        ),
    ),
    (
        "export-data",
        "register.export_data",
        _("Export the whole register as tables, with a dictionary of their columns."),
    ),
    ("import-data", "register.import_data", _("Create a store from what export-data wrote.")),
    (
        "export-calendar",
        "register.export_calendar",
        _("Export the meetings of a month for other calendar programs."),
    ),
    (
        "import-readings",
        "imports.import_readings",
        _("Import readings of engagement from CSV or XLSX, including files exported by platforms."),
    ),
    (
        "read-notes",
        "notes.read_notes",
        _("Read a note or minutes, and propose meeting data to check and import."),
    ),
    ("revert-import", "imports.revert_import", _("Undo an import.")),
    ("list", "lists.list_rows", _("List rows.")),
    ("figures", "figures.show_figures", _("Count rumours and publications over a period.")),
    (
        "propose-clusters",
        "rumours.propose_clusters",
        _("List similar rumours of two precincts, for headquarters to decide."),
    ),
    ("follow", "rumours.follow", _("Record a rumour from a point that was told in a meeting.")),
    ("find", "rumours.find", _("Record what the verification of rumours established.")),
    (
        "carry-back",
        "rumours.carry_rumour_back",
        _("Record that those concerned were informed of a result."),
    ),
    ("awareness", "awareness.awareness", _("Record an awareness action.")),
    ("remark", "remarks.remark", _("Record a remark received outside a meeting.")),
    ("claim record", "claims.record", _("Record a person's request about their own data.")),
    ("claim answer", "claims.answer", _("Record how a person's request was answered.")),
    ("claim texts", "claims.list_texts", _("List the texts that name a person who objects.")),
    (
        "claim put-capacity",
        "claims.write_capacity",
        _("Replace a name with a capacity in such a text."),
    ),
    ("claim keep", "claims.keep_text", _("Keep a text that names another person.")),
    ("claim erase", "claims.erase", _("Erase the name that a person's request is about.")),
    (
        "retention list",
        "retention.list_rows",
        _("List what is due, the retention periods and the elimination lists."),
    ),
    ("retention show", "retention.show", _("List what is on an elimination list.")),
    ("retention term", "retention.change_term", _("Change how long a kind of record is kept.")),
    (
        "retention propose",
        "retention.propose",
        _("Put what is due on an elimination list, and issue it."),
    ),
    ("retention issue", "retention.issue", _("Issue an elimination list again.")),
    (
        "retention withdraw",
        "retention.withdraw",
        _("Withdraw an elimination list that was not carried out."),
    ),
    (
        "retention archivist",
        "retention.archivist",
        _("Show or change the key that archives are sealed to."),
    ),
    ("retention archive", "retention.archive", _("Write the archive of an issued list.")),
    ("retention open", "retention.open_archive", _("Open an archive with the archivist's key.")),
    (
        "retention destroy",
        "retention.destroy",
        _("Destroy what is on an archived elimination list."),
    ),
    (
        "retention certificate",
        "retention.certificate",
        _("Write the certificate of what a list destroyed, and who destroyed it."),
    ),
    (
        "phrase list",
        "proposals.list_rows",
        _("List frequently written points, and the proposals made from them."),
    ),
    (
        "phrase propose",
        "proposals.propose",
        _("Propose a frequently written point to headquarters."),
    ),
    ("phrase withdraw", "proposals.withdraw", _("Withdraw a proposal.")),
    (
        "phrase adopt",
        "proposals.adopt",
        _("Adopt a proposal as a frequent point, at headquarters."),
    ),
    ("phrase decline", "proposals.decline", _("Decline a proposal, at headquarters.")),
    ("search", "lists.search", _("Search everything, in either script.")),
    (
        "translate",
        "translations.translate",
        _("List the texts of a session's summary, or save their translations."),
    ),
    ("summary meeting", "sessions.summarise_meeting", _("Write the summary of a meeting.")),
    (
        "summary partner",
        "documents.summarise_partner",
        _("Write what a partner said and what was done about it."),
    ),
    (
        "summary partners",
        "documents.summarise_partners",
        _("Write a sheet for each of several partners, or of all, and say who gets none."),
    ),
    (
        "summary sheet",
        "sheets.write_partner_sheet",
        _("Write what the office knows about a partner, without naming anybody."),
    ),
    (
        "summary attendance",
        "sheets.write_attendance_sheet",
        _("Write the attendance sheet of a meeting, to be signed there."),
    ),
    (
        "summary rectification",
        "sheets.write_rectification_sheet",
        _("Write the sheet that informs about a rumour, once its result is known."),
    ),
    (
        "summary proof",
        "claims.write_proof",
        _("Write the proof of where a person's name was erased, and who confirmed it."),
    ),
    ("summary period", "documents.summarise_period", _("Write the report of a period.")),
    (
        "summary public",
        "documents.summarise_period_for_public",
        _("Write the figures of a quarter for the public: none under 5, and no names."),
    ),
    ("summary programme", "documents.print_programme", _("Write the programme of a month.")),
    (
        "summary covering",
        "sheets.write_covering_note",
        _("Write the covering note of issued documents."),
    ),
    (
        "summary handover",
        "sheets.write_handover",
        _("Write the file that one chief hands over to the next."),
    ),
    (
        "summary notice",
        "sheets.write_notice",
        _("Write the notice on personal data, for public display."),
    ),
    (
        "summary extract",
        "sheets.write_extract",
        _("Write everything that is held about a person, for that person (law 09-08)."),
    ),
    ("summary national", "documents.summarise_nation", _("Write the national summary.")),
    ("verify", "verification.verify", _("Check whether a file is an unaltered issued document.")),
    (
        "verify-update",
        "verification.verify_update",
        _("Check whether a package of this program is genuine, and show how to install it."),
    ),
    ("card", "stations.card", _("Write the card of this station, which others need to enrol it.")),
    ("enrol", "stations.enrol", _("Enrol a station by its card and its fingerprint.")),
    (
        "replace-headquarters",
        "stations.replace_headquarters",
        _("Switch to another headquarters, with the recovery code."),
    ),
    ("revoke", "stations.revoke", _("Stop accepting changes from a station.")),
    (
        "renew",
        "stations.renew",
        _("Continue with a new number if a copy of this register is also in use."),
    ),
    ("rotate", "stations.rotate", _("Create new exchange keys, once a year or when in doubt.")),
    ("export", "exchange.export", _("Write exchange files for headquarters or the second PC.")),
    ("import", "exchange.import_bundles", _("Import exchange files.")),
    ("acknowledge", "exchange.acknowledge", _("Answer the precincts, from headquarters.")),
    ("recover-request", "recovery.request", _("Ask headquarters for help with a lost passphrase.")),
    (
        "recover-answer",
        "recovery.answer",
        _("Answer a request about a lost passphrase, from headquarters."),
    ),
    ("recover", "recovery.recover", _("Choose a new passphrase, using headquarters' answer.")),
    ("purpose show", "purposes.show", _("Show the purpose of the register.")),
    (
        "purpose change",
        "purposes.change",
        _("Change the purpose of the register, with a reason; the notice states it."),
    ),
    (
        "recipient",
        "purposes.recipient",
        _("Set to whom documents are sent, which a covering note needs."),
    ),
    (
        "two-persons",
        "purposes.two_persons",
        _("Require a second account to confirm the most serious actions, or stop requiring it."),
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
        _("Remove an account, and encrypt the store with a new key."),
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
        _("Change the passphrase of the open account, or give another one a new first passphrase."),
    ),
    (
        "confirm-date",
        "stores.confirm_date",
        _("Confirm today's date if the clock is far ahead of the register."),
    ),
    (
        "confirm-older",
        "stores.confirm_older",
        _("Continue with a register that is older than when it was last closed."),
    ),
    ("check", "stores.check", _("Check the store, its journal and its search index.")),
    ("backup", "stores.backup", _("Write a verified backup of the store.")),
    ("restore", "stores.restore", _("Restore a backup into the folder of --store.")),
    ("move", "stores.move", _("Move headquarters' register to a server, or back into a file.")),
)

GROUPS = {
    "summary": _("Write official summaries."),
    "account": _("Manage the accounts that open the store."),
    "purpose": _("Show the purpose of the register."),
    "claim": _("Record and answer requests from people about their own data."),
    "phrase": _("Propose, adopt and decline frequent points."),
    "retention": _("Manage records that are past their retention period."),
}
