"""Names and contacts of one person of an organisation do not leave its office."""

from pathlib import Path

from outreach_app.exchange.exporting.planning import Receiver
from outreach_app.services.partner_drafts import draft_of_partner
from tests import makers
from tests.core.exchange.exporting.test_bundles import NAME_FR, sent
from tests.core.exchange.network import Network
from tests.core.exchange.posts import export, post


def test_l13_capacity_only(network: Network, tmp_path: Path) -> None:
    """Names and contacts of one person of an organisation stay here."""
    uid = makers.write_partner(
        network.chief,
        phone="0661234567",
        email="nadia@alami.example",
        others="0662222222\n05 22 00 00 09 (fax)",
        note=f"Demander Mme {NAME_FR}",
    )
    makers.write_partner(network.chief, name_fr="Amicale", phone="0522345678")
    content = sent(network.headquarters, export(network.chief, tmp_path)).decode()
    for withheld in ("661234567", "alami.example", "0662222222", "00 09", NAME_FR):
        assert withheld not in content
    assert "+212522345678" in content
    with network.chief.read() as session:
        draft = draft_of_partner(session, uid)
        assert (draft.phone, draft.email) == ("+212661234567", "nadia@alami.example")
        assert draft.note == f"Demander Mme {NAME_FR}"
        assert not draft.is_named_after_person
    post(network.deputy, export(network.chief, tmp_path, Receiver.SIBLING))
    with network.deputy.read() as session:
        assert draft_of_partner(session, uid) == draft
