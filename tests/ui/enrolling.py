"""The screen of a chosen card: whose it is, and its fingerprint."""

from uuid import UUID

from msgspec import structs

from outreach_app.exchange.stations.registry import own_card
from outreach_app.rules.kinds import OfficeRole
from tests.ui.forgotten import DIGITS
from ui.exchange.page import STATIONS, ExchangePage
from ui.shell import Shell

_OTHER = "0198f000-0000-7000-8000-000000000009"


def enrolling(shell: Shell) -> Shell:
    """Show headquarters with the card of a precinct that is new to it."""
    shell.show_page("exchange")
    assert isinstance(shell.page, ExchangePage)
    shell.page.tabs.setCurrentIndex(STATIONS)
    shell.page.stations.refresh()
    shell.page.stations.fingerprint.setText(DIGITS)
    own = shell.context.read(own_card)
    card = structs.replace(
        own,
        device=str(UUID(int=9)),
        office=_OTHER,
        keys=structs.replace(own.keys, key_id=b"another!"),
        role=OfficeRole.PRECINCT,
        number="77",
        name_ar="وادي الذهب",
        name_fr="Oued Dahab",
    )
    shell.page.stations.form.begin(card)
    return shell
