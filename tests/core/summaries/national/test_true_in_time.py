"""A national summary agrees with how many precincts reported, and says what is not over."""

from datetime import date

import pytest

from outreach_app.i18n import Language
from outreach_app.queries.national_counts import Tally
from outreach_app.summaries.national.prose import running_title
from tests.core.summaries import nations
from tests.core.summaries.national_reading import written

AR, FR = Language.ARABIC, Language.FRENCH


@pytest.mark.parametrize(
    ("reported", "ar", "fr"),
    [
        (
            1,
            (
                "بالدائرة الأمنية نفسها",
                "الدائرة الأمنية المعنية بهذا التقرير",
                "الدائرة الأمنية، خارج",
            ),
            (
                *("pour le même arrondissement", "L’arrondissement de police a reçu"),
                "L’arrondissement de police a relevé 18",
            ),
        ),
        (
            2,
            (
                "بالدائرتين الأمنيتين نفسيهما",
                "الدائرتان الأمنيتان المعنيتان بهذين التقريرين",
                "وردت، خارج اللقاءات، ",
            ),
            ("pour les mêmes arrondissements", "En dehors des rencontres, "),
        ),
    ],
)
def test_one_precinct_and_two_are_told_in_their_number(
    reported: int, ar: tuple[str, ...], fr: tuple[str, ...]
) -> None:
    tally = Tally(offices=4, reported=reported, sessions=11, participants=313)
    plan = nations.plan({"REGION_09": tally})

    assert [each for each in ar if each not in written(plan, AR).replace("\n", " ")] == []
    assert [each for each in fr if each not in written(plan, FR).replace("\n", " ")] == []


def test_a_month_that_is_not_over_is_told_as_provisional() -> None:
    late = (nations.late(0, date(2026, 8, 31), 1),)
    plan = nations.plan(late=late, as_of=date(2026, 10, 29))

    assert "octobre 2026 (synthèse provisoire, arrêtée au 29 octobre 2026)" in written(plan, FR)
    # Later pages say so too.
    assert "(synthèse provisoire, arrêtée au" in running_title(plan, FR)
    assert "أكتوبر 2026 (خلاصة مؤقتة حُصرت في 29 أكتوبر 2026)" in written(plan, AR)
    assert "Mois échus sans rapport complet au 29/10/2026" in written(plan, FR)
    over = nations.plan(late=late, as_of=date(2026, 11, 1))
    assert "provisoire" not in written(over, FR)
    assert "مؤقتة" not in written(over, AR)


def test_the_public_version_says_so_under_its_title() -> None:
    assert "Version destinée au public" in written(nations.plan(publishable=True), FR)
    assert "صيغة موجهة إلى العموم" in written(nations.plan(publishable=True), AR)
    assert "destinée au public" not in written(nations.plan(), FR)
