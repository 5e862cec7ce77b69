"""Headquarters' choice of a period: months and quarters, for the public quarters alone."""

from dataclasses import replace

from pytestqt.qtbot import QtBot

from tests.ui.recorded import Recorded
from ui.summaries.national_page import PeriodChoices


def test_the_public_version_is_of_a_quarter(qtbot: QtBot, recorded: Recorded) -> None:
    choices = PeriodChoices(replace(recorded.context, is_headquarters=True))
    qtbot.addWidget(choices)
    assert choices.wanted_period().months == 1
    choices.publishable.check.click()
    assert choices.wanted_period().is_quarter
    quarter = choices.wanted_period()
    choices.publishable.check.click()
    assert choices.wanted_period() == quarter
