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
    IN_USE = "in_use"
    NO_SERVER = "no_server"
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
    return (_of_files() | _of_connections() | _of_servers())[problem]


def _of_files() -> dict[StoreProblem, str]:
    """Return the messages for a register in a file."""
    return {
        StoreProblem.NO_ROOM: _(
            "There is no room left on the register's disk: the last change was not recorded,"
            " those before it are. Empty the recycle bin or move files elsewhere, then try"
            " again."
        ),
        StoreProblem.READ_ONLY: _(
            "The register's folder is read-only: the last change was not recorded, those before"
            " it are. Take the write protection off, or ask for the right to write there, then"
            " try again."
        ),
        StoreProblem.UNREACHABLE: _(
            "The register cannot be opened: its folder is gone or read-only, or you have no"
            " right to it. Plug its drive in, take the write protection off or ask for the"
            " right, then try again."
        ),
        StoreProblem.DISK: _(
            "The register's disk does not answer: the last change was not recorded, those"
            " before it are. Check that the disk is plugged in and has room, then try again."
        ),
        StoreProblem.DAMAGED: _(
            "A part of the register is damaged and cannot be read. Close the register and open"
            " it again: the newest sound backup takes its place."
        ),
        StoreProblem.IN_USE: _(
            "Another program holds the register just now: the last change was not recorded,"
            " those before it are. Wait a moment, then try again."
        ),
    }


def _of_connections() -> dict[StoreProblem, str]:
    """Return the messages for a server that was not reached, or that refused this computer."""
    return {
        StoreProblem.NO_HOST: _(
            "No server of this name is found in the network. Check how its name is written, and"
            " the network; whoever administers the server knows its address."
        ),
        StoreProblem.LOGIN: _(
            "The server does not take this user and password. Check both as the administrator of"
            " the server gave them: capital letters count."
        ),
        StoreProblem.CERTIFICATE: _(
            "The certificate of the server could not be verified, so no password and no record was"
            " sent to it. Choose the certificate file that the administrator of the server gave,"
            " and write the server's name as it stands in its certificate."
        ),
        StoreProblem.NO_DATABASE: _(
            "There is no database of this name on the server. Check its name with whoever"
            " administers the server."
        ),
        StoreProblem.REFUSED: _(
            "The server does not let this computer or this user into the database. Whoever"
            " administers the server lets it in."
        ),
    }


def _of_servers() -> dict[StoreProblem, str]:
    """Return the messages for a register on a server."""
    return {
        StoreProblem.NO_SERVER: _(
            "The server that holds the register does not answer: the last change was not"
            " recorded, those before it are. Check the network, then try again."
        ),
        StoreProblem.FORBIDDEN: _(
            "The user by which this computer reaches the server may not do that: nothing was"
            " changed. Whoever administers the server says which user this account needs."
        ),
        StoreProblem.SERVER_FULL: _(
            "There is no room left on the disk of the server: the last change was not recorded,"
            " those before it are. Tell whoever administers the server, then try again."
        ),
        StoreProblem.SERVER_READS: _(
            "The server takes no changes just now: the last one was not recorded, those before it"
            " are. Whoever administers the server says which one takes them."
        ),
        StoreProblem.UPGRADED: _(
            "A newer version of the program changed the register on the server meanwhile: the"
            " last change was not recorded, those before it are. Close the program and install"
            " the newer version."
        ),
    }
