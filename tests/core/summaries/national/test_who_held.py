"""A national summary says that some of the precincts that reported held nothing."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from outreach_app.database import Database
from outreach_app.i18n import Language
from outreach_app.queries.national import national_figures
from outreach_app.queries.national_counts import Tally
from outreach_app.rules.periods import Period
from outreach_app.samples.offices import invent_office
from tests import makers
from tests.core.summaries import nations
from tests.core.summaries.national_reading import prose

AR, FR = Language.ARABIC, Language.FRENCH
END = date(2026, 10, 31)
OCTOBER = Period(date(2026, 10, 1), END)


def told(language: Language, offices: int = 10, reported: int = 10, **changes: Any) -> str:
    tally = Tally(offices=offices, reported=reported, sessions=49, participants=313)
    plan = nations.plan({"REGION_09": tally}, **changes)
    return prose(replace(plan, channels=()), language)


@pytest.mark.parametrize(
    ("reported", "active", "did", "others"),
    [
        (10, 6, "Six d’entre eux ont organisé 49", "Les quatre autres n’ont enregistré aucune"),
        (10, 1, "L’un d’entre eux a organisé 49", "Les neuf autres n’ont enregistré aucune"),
        (10, 9, "Neuf d’entre eux ont organisé 49", "L’autre n’a enregistré aucune"),
        (9, 2, "dont le rapport a été reçu, deux ont organisé 49", "Les sept autres n’ont"),
        (9, 1, "L’un des arrondissements de police dont le rapport a été reçu a organisé", "huit"),
    ],
)
def test_those_that_held_nothing_are_told_in_french(
    reported: int, active: int, did: str, others: str
) -> None:
    """« Ceux-ci ont organisé 49 rencontres » was said of four that had held none."""
    words = told(FR, reported=reported, active=active)
    assert did in words
    assert others in words
    assert "rencontre ni action." in words


@pytest.mark.parametrize(
    ("reported", "active", "did", "others"),
    [
        (10, 6, "دوائر أمنية، من بين التي وردت تقاريرها، 49", "الدوائر الأخرى، وعددها 4، أي"),
        (10, 1, "ونظمت دائرة أمنية واحدة، من بين التي", "الدوائر الأخرى، وعددها 9، أي لقاء"),
        (10, 9, "ونظمت 9 دوائر أمنية، من بين التي", "ولم تسجل الدائرة الأخرى أي لقاء أو نشاط."),
        (10, 8, "ونظمت 8 دوائر أمنية، من بين التي", "ولم تسجل الدائرتان الأخريان أي لقاء"),
        (2, 1, "ونظمت إحدى الدائرتين الأمنيتين اللتين ورد", "ولم تسجل الدائرة الأخرى أي"),
    ],
)
def test_those_that_held_nothing_are_told_in_arabic(
    reported: int, active: int, did: str, others: str
) -> None:
    words = told(AR, reported=reported, active=active)
    assert did in words
    assert others in words


def test_where_each_held_something_nobody_is_told_apart() -> None:
    assert "Ceux-ci ont organisé 49" in told(FR, active=10)
    assert "n’ont enregistré aucune" not in told(FR, active=10)
    assert "الأخرى" not in told(AR, active=10)


def test_the_public_is_not_told_how_many_held_nothing() -> None:
    """Their number can be a small one, and the sentence is the same where there is none."""
    for active in (6, 10):
        french, arabic = (told(page, active=active, publishable=True) for page in (FR, AR))
        assert "Il a été enregistré 49 rencontres" in french
        assert "وتم تسجيل 49 لقاء ونشاطا" in arabic
        assert not any(words in french for words in ("Ceux-ci", "autres n’ont enregistré"))


def test_precincts_that_reported_and_held_nothing_are_counted(database: Database) -> None:
    ends = dict.fromkeys(makers.consolidate(database, invent_office(0), invent_office(1)), END)
    for _meeting in range(2):
        makers.write_meeting_of(database, next(iter(ends)))
    with database.read() as session:
        counted = national_figures(session, OCTOBER, ends, date(2026, 11, 12))
    assert (counted.total.reported, counted.active) == (2, 1)
