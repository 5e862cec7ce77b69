"""The words about a row of communication."""

import pytest

from outreach_app.i18n import Language, isolate
from outreach_app.i18n import gettext as _
from ui import languages
from ui.communication.words import delay_words
from ui.record_lines import done_words, remark_state_words


def test_a_delay_of_minutes_is_not_told_as_an_hour() -> None:
    assert [delay_words(hours) for hours in (1, 17)] == [_("1 at most"), isolate("17")]


@pytest.mark.usefixtures("qapp")
def test_a_remark_is_feminine_and_its_answer_tells_of_no_participants() -> None:
    languages.switch(Language.FRENCH)
    assert [remark_state_words(state) for state in ("answered", "closed")] == [
        "Répondue",
        "Clôturée",
    ]
    assert "participants" not in done_words("out.answered")
