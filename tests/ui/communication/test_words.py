"""The words about a row of communication."""

from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from ui.communication.words import delay_words


def test_a_delay_of_minutes_is_not_told_as_an_hour() -> None:
    assert [delay_words(hours) for hours in (1, 17)] == [_("1 at most"), isolate("17")]
