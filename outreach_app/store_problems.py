"""Why a store cannot be read or written, and the messages that say what to do."""

from enum import StrEnum

from outreach_app.i18n import gettext as _


class StoreProblem(StrEnum):
    """Why the store cannot be read or written."""

    NO_ROOM = "no_room"
    READ_ONLY = "read_only"
    UNREACHABLE = "unreachable_store"
    DISK = "disk_failure"
    DAMAGED = "damaged_store"
    ALTERED = "altered_store"
    IN_USE = "in_use"
    LOCK_DELETED = "lock_deleted"
    CLOSED_UNLOCKED = "closed_unlocked"
    NO_SERVER = "no_server"
    NOT_REACHED = "server_not_reached"
    REFUSED = "server_refused"
    UPGRADED = "server_upgraded"
    NO_HOST = "no_host"
    LOGIN = "server_login"
    CERTIFICATE = "server_certificate"
    NO_DATABASE = "no_database"
    FORBIDDEN = "server_forbids"
    SERVER_FULL = "server_full"
    SERVER_READS = "server_read_only"


def store_words(problem: StoreProblem) -> str:
    """Return the message for a problem."""
    return (_of_files() | _of_locks() | _of_connections() | _of_servers())[problem]


def _of_files() -> dict[StoreProblem, str]:
    """Return the messages for a register in a file."""
    return {
        StoreProblem.NO_ROOM: _(
            "The register's disk is full: the last change was not recorded, earlier ones are "
            "safe. Empty the recycle bin or move files elsewhere, then try again."
        ),
        StoreProblem.READ_ONLY: _(
            "The register's folder is read-only: the last change was not recorded, earlier ones "
            "are safe. Remove the write protection, or ask for permission to write there, then "
            "try again."
        ),
        StoreProblem.UNREACHABLE: _(
            "The register cannot be opened: its folder is missing or read-only, or you do not "
            "have permission to use it. Connect its drive, remove the write protection or ask for "
            "permission, then try again."
        ),
        StoreProblem.DISK: _(
            "The register's disk does not answer: the last change was not recorded, earlier ones "
            "are safe. Check that the disk is plugged in and has room, then try again."
        ),
        StoreProblem.DAMAGED: _(
            "Part of the register is damaged and cannot be read. Close the register and open it "
            "again: the newest intact backup replaces it, if the account can restore one (head of "
            "the precinct, administrator of headquarters)."
        ),
        StoreProblem.ALTERED: _(
            "The register contains what this program never writes: another program changed it, or "
            "a part was lost. Unfinished changes were not saved. Keep its folder and its backups "
            "as they are, restore the newest backup, and tell headquarters."
        ),
    }


def _of_locks() -> dict[StoreProblem, str]:
    """Return the messages for a register in a file that others use, or may have used."""
    return {
        StoreProblem.IN_USE: _(
            "Another program is using the register: the last change was not recorded, earlier "
            "ones are safe. Wait a moment, then try again."
        ),
        StoreProblem.LOCK_DELETED: _(
            "The lock file of the register was deleted while it was open, so another program may "
            "have changed it: nothing more is shown or recorded here, earlier changes are safe. "
            "Copy what you typed, lock the register and open it again."
        ),
        StoreProblem.CLOSED_UNLOCKED: _(
            "The register is closed, without a backup: its lock file was deleted while it was "
            "open, so another program may have changed it. Earlier changes are safe. Open it again."
        ),
    }


def _of_connections() -> dict[StoreProblem, str]:
    """Return the messages for a server that was not reached, or that refused this computer."""
    return {
        StoreProblem.NOT_REACHED: _(
            "The server does not answer, and nothing was changed. Check its name and port, and "
            "the network, then try again."
        ),
        StoreProblem.NO_HOST: _(
            "No server with this name was found on the network. Check its spelling and the "
            "network; the server administrator knows its address."
        ),
        StoreProblem.LOGIN: _(
            "The server does not accept this user and password. Check both as the administrator "
            "of the server gave them: capital letters count."
        ),
        StoreProblem.CERTIFICATE: _(
            "The certificate of the server could not be verified, so no password and no record "
            "was sent to it. Choose the certificate file that the administrator of the server "
            "gave, and write the server's name exactly as in its certificate."
        ),
        StoreProblem.NO_DATABASE: _(
            "There is no database with this name on the server. Check its name with the server "
            "administrator."
        ),
        StoreProblem.REFUSED: _(
            "The server does not allow this computer or this user to use the database. Ask the "
            "server administrator for access."
        ),
    }


def _of_servers() -> dict[StoreProblem, str]:
    """Return the messages for a register on a server."""
    return {
        StoreProblem.NO_SERVER: _(
            "The server that holds the register does not answer: the last change was not "
            "recorded, earlier ones are safe. Check the network, then try again."
        ),
        StoreProblem.FORBIDDEN: _(
            "The server user of this computer does not have permission for this: nothing was "
            "changed. Ask the server administrator which user this account needs."
        ),
        StoreProblem.SERVER_FULL: _(
            "The disk of the server is full: the last change was not recorded, earlier ones are "
            "safe. Tell the server administrator, then try again."
        ),
        StoreProblem.SERVER_READS: _(
            "The server is read-only: the last change was not recorded, earlier ones are safe. "
            "Ask the server administrator which server accepts changes."
        ),
        StoreProblem.UPGRADED: _(
            "A newer version of the program changed the register on the server in the meantime: "
            "the last change was not recorded, earlier ones are safe. Close the program and "
            "install the newer version."
        ),
    }
