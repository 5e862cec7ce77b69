"""Messages for the codes of the exchange log, in the language of the screen."""

from outreach_app.errors import BundleError
from outreach_app.exchange.format import cautions, failures
from outreach_app.i18n import gettext as _


def refusal_words(code: str | None, *, is_own: bool = False) -> str:
    """Return why a file was refused, or what to know about it, and what to do; "" for nothing.

    `is_own` if it is about this computer's own log.
    """
    if code is None:
        return ""
    if code == "E_FORK" and is_own:
        return failures.own_fork("", 0).message
    return (_whole_sentences() | _sentences_without_a_number())[code]


def former_gap_words() -> str:
    """Return that the gap before a file has been filled since."""
    return _("When it was received, changes of its sender were missing.")


def _whole_sentences() -> dict[str, str]:
    """Return the messages that are the same for every file."""
    warnings = (
        cautions.audit_cut(),
        cautions.audit_renewed(),
        cautions.names_taken(),
        cautions.unshown(),
        cautions.odd(),
        cautions.identity_numbers(),
        cautions.named_here(),
        cautions.twice(),
        cautions.same_letter(),
        cautions.too_early(),
        cautions.unusual(),
        cautions.waiting(),
        cautions.clock(),
        cautions.false_have(),
        cautions.duplicate(),
        cautions.elsewhere(),
    )
    refused = {error.code: error.message for error in _errors()}
    return refused | {warning.code: warning.message for warning in warnings}


def _errors() -> tuple[BundleError, ...]:
    return (
        failures.too_big(),
        failures.not_bundle(),
        failures.header(""),
        failures.too_costly(),
        failures.too_far_ahead(0),
        failures.not_for_us_or_damaged(),
        failures.container(""),
        failures.sender_unknown(b""),
        failures.sender_revoked(""),
        failures.signature(""),
        failures.newer_version(0),
        failures.manifest(""),
        failures.recipient(),
        failures.payload_size(""),
        failures.payload_hash(),
        failures.chain(""),
        failures.carrier(""),
        failures.certificate(""),
    )


def _sentences_without_a_number() -> dict[str, str]:
    """Return the messages about a change, without the number that only the file has."""
    return {
        "E_RECORD": _(
            "A change of the exchange file is not valid, and nothing was imported. Ask its sender "
            "to check its store, then to export again."
        ),
        "E_FORK": _(
            "The exchange file contradicts what its sender sent before: its store was copied or "
            "restored from a backup. Nothing was changed here. Ask the sender to open Exchange › "
            "Stations, to choose “My files are refused”, then “Continue with a new number”, and "
            "to export again."
        ),
        "E_OWNER": _(
            "The exchange file changes a record that belongs to another office, and nothing was "
            "imported. Call its sender; a precinct also tells headquarters."
        ),
        "E_UNREADABLE": _("The file could not be read. Check the disk or the USB key."),
        "W_IN_VAIN": _(
            "Records that one computer erased or destroyed were changed on the other, which did "
            "not know of it yet. They stay destroyed. Enter what is still needed in a new record."
        ),
        "W_GAP": _(
            "Some changes of this sender have not arrived yet. They are asked for again in the"
            " next file sent to it; records that wait for them are not shown until then."
        ),
    }
