"""An invented office has communication records, and none in the future."""

from collections import Counter
from datetime import timedelta
from uuid import UUID

import pytest

from outreach_app import clock
from outreach_app.database import Database
from outreach_app.models import Finding, Point, Publication, Reading, Referral, Rumour
from outreach_app.queries.communication import get_communication_figures
from outreach_app.rules.periods import Period
from outreach_app.samples.communication import CommunicationWriter
from outreach_app.samples.meetings import SampleWriter
from outreach_app.samples.partners import SamplePartner
from outreach_app.services.partners import register_partner

DATED = (
    *((Rumour, "heard_on"), (Rumour, "back_on"), (Finding, "found_on"), (Reading, "read_on")),
    *((Publication, "published_on"), (Referral, "sent_on"), (Referral, "answered_on")),
    *((Point, "received_on"), (Point, "reacted_on"), (Point, "closed_on")),
)


@pytest.mark.parametrize("seed", ["5 0", "8 1"])
def test_every_figure_of_a_sample_year_says_something(database: Database, seed: str) -> None:
    today = clock.today()
    partners: dict[UUID, SamplePartner] = {}
    with database.write() as session:
        for sample in SampleWriter(seed, today).partners.partners():
            partners[register_partner(session, sample.draft).uid] = sample
        CommunicationWriter(session, seed, partners, today).write()
    with database.read() as session:
        figures = get_communication_figures(session, Period(today - timedelta(days=365), today))
        days = [
            (model, field, day)
            for model, field in DATED
            for row in session.query(model)
            if (day := getattr(row, field)) is not None
        ]
    counted = (figures.rumours, figures.rectified, figures.publications, figures.interactions)
    assert all(figure.now for figure in counted)
    assert figures.rumours.now == 3
    assert figures.rectified.now == 1
    assert len(figures.kinds) >= 4
    assert {(model, field) for model, field, _day in days} == set(DATED)
    assert max(day for _model, _field, day in days) <= today

    with database.read() as session:
        found = [row.text for row in session.query(Finding) if row.text is not None]
        issued = [row.text_fr or "" for row in session.query(Publication)]
    assert found
    assert any(issued)
    assert not [text for text in (*found, *issued) if "{" in text]  # the days are named

    with database.write() as session:
        CommunicationWriter(session, seed, partners, today).write()
    with database.read() as session:
        told = Counter((row.text, row.heard_on) for row in session.query(Rumour))
        said = Counter((row.text, row.received_on) for row in session.query(Point))
    assert set(told.values()) == set(said.values()) == {2}
