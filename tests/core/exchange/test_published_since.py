"""Files that bring everything again change no published figure."""

from datetime import date, timedelta
from pathlib import Path

from outreach_app import clock
from outreach_app.issuing.national import prepare_national_summary_now
from outreach_app.queries.changed_meetings import count_changed
from outreach_app.queries.issues import list_published
from outreach_app.rules.document_numbers import DocumentKind
from outreach_app.rules.periods import Period
from tests import makers
from tests.core.exchange.network import Network
from tests.core.exchange.posts import export, post

SUMMER = Period(date(2026, 7, 1), date(2026, 9, 30))


def send(network: Network, days: range, folder: Path) -> None:
    for day in days:
        makers.write_meeting(network.chief, held_on=date(2026, 8, day))
    post(network.headquarters, export(network.chief, folder))


def test_what_was_not_acknowledged_is_sent_again_and_counts_as_unchanged(
    network: Network, tmp_path: Path
) -> None:
    """Two late meetings would follow by subtraction, also in a file that has all nine."""
    send(network, range(1, 8), tmp_path)
    with clock.at(clock.now() + timedelta(seconds=2)):
        summary = prepare_national_summary_now(network.headquarters, SUMMER, publishable=True)
        makers.give(network.headquarters, summary)
    with clock.at(clock.now() + timedelta(seconds=4)):
        send(network, range(20, 22), tmp_path)
    with network.headquarters.read() as session:
        [issue] = list_published(session, DocumentKind.NATIONAL_PUBLISHABLE)
        assert count_changed(session, SUMMER, issue, 9) == 2
