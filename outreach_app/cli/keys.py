"""The command that gives this computer new keys for the exchange."""

from outreach_app.cli.options import Answer, Common
from outreach_app.exchange.stations.cards import card_fingerprint
from outreach_app.exchange.stations.registry import own_card, own_station
from outreach_app.exchange.stations.renewal import rotate_keys
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate


def rotate(common: Common) -> Answer:
    with common.opened() as office:
        with office.database.write() as session:
            former = own_station(session).device
            rotate_keys(session)
        with office.database.read() as session:
            own = own_card(session)
    line = _(
        "Former number, to be revoked by the others where its keys may be in other hands: {device}"
    )
    lines = [
        _("This computer has new keys, which the former ones vouch for: export again."),
        line.format(device=isolate(str(former))),
    ]
    result = {"device": own.device, "former": former, "fingerprint": card_fingerprint(own)}
    return Answer(result, lines)
