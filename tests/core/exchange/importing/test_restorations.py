"""After a restore a person sees who has later changes, or has not answered, until all arrived."""

import pytest

from outreach_app import i18n
from outreach_app.exchange.importing.folders import import_paths
from outreach_app.exchange.importing.restorations import (
    Restored,
    behind_warnings,
    find_restored,
)
from outreach_app.i18n import Language
from outreach_app.progress import Progress
from tests import makers
from tests.core.exchange.posts import answer
from tests.core.exchange.restored import CHIEF, DEPUTY, HEADQUARTERS, OTHER, Offices, exchange_all


def restored(offices: Offices, name: str) -> Restored | None:
    with offices.stores[name].read() as session:
        return find_restored(session)


def test_who_has_not_answered_is_named_until_all_came(offices: Offices) -> None:
    assert restored(offices, CHIEF) is None
    offices.restore(CHIEF, 0)
    found = restored(offices, CHIEF)
    assert found is not None
    assert found.ahead == []
    assert {row.name and row.name.fr for row in found.unheard} == {None, "Services centraux"}
    offices.send(CHIEF, DEPUTY)
    offices.send(DEPUTY, CHIEF)
    found = restored(offices, CHIEF)
    assert found is not None
    assert [row.name is None for row in found.unheard] == [False]
    exchange_all(offices)
    assert restored(offices, CHIEF) is None


def test_what_another_holds_more_is_counted_until_it_is_here(offices: Offices) -> None:
    makers.write_meeting(offices.stores[CHIEF])
    sent = offices.send(CHIEF, HEADQUARTERS)[0].events
    offices.restore(CHIEF, 0)
    offices.send(CHIEF, HEADQUARTERS)
    # Only the first file of headquarters' answer arrives: it announces the second.
    headquarters = offices.stores[HEADQUARTERS]
    files = [row.path for row in answer(headquarters, headquarters.path.parent / "out")]
    for path in files:
        import_paths(offices.stores[CHIEF], [path], Progress())
        found = restored(offices, CHIEF)
        if found is None or found.ahead:
            break
    assert found is not None
    assert [row.missing for row in found.ahead] == [sent - 1]
    import_paths(offices.stores[CHIEF], files, Progress())
    found = restored(offices, CHIEF)
    assert found is not None
    assert found.ahead == []


@pytest.mark.parametrize("language", Language)
def test_the_sentences_say_what_to_do(offices: Offices, language: Language) -> None:
    i18n.use(language)
    makers.write_meeting(offices.stores[OTHER])
    offices.send(OTHER, HEADQUARTERS)
    offices.restore(HEADQUARTERS, 0)
    found = restored(offices, HEADQUARTERS)
    assert found is not None
    (warning,) = behind_warnings(found)
    assert warning.code == "W_BEHIND"
    assert "Annakhil" in warning.message or "النخيل" in warning.message
