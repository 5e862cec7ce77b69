"""Say what each right permits."""

from outreach_app.i18n import gettext as _


def right_words(right: str) -> str:
    """Return what a right permits, as an action."""
    return {
        "read": _("read lists, figures and previews"),
        "keep_drafts": _("keep drafts and filters"),
        "own_passphrase": _("change its own passphrase"),
        "names": _("see names and contacts, give people their own extract"),
        "record": _("record and change meetings, partners and follow-up"),
        "remove": _("delete, restore and merge records"),
        "import": _("import lists and undo imports"),
        "issue": _("issue documents"),
        "names_out": _("export names: tables, contact cards, files"),
        "publish": _("issue a public version"),
        "exchange": _("write and import exchange files"),
        "answer": _("answer the precincts"),
        "catalogue": _("edit the catalogue"),
        "stations": _("enrol and revoke stations"),
        "note_claims": _("record that a person was informed, or made a request"),
        "answer_claims": _("answer requests from people, erase names"),
        "retention": _("list and archive what is kept past its retention period"),
        "destroy": _("destroy what is on an issued list"),
        "office": _("change the office and its rules"),
        "purpose": _("change the purpose of the register"),
        "accounts": _("administer accounts, read the access log"),
        "back_up": _("make backups, check the register"),
        "restore": _("restore a backup"),
        "answer_recovery": _("open a precinct's register at its request"),
    }[right]
