"""Days, hours and numbers are read in usual forms, and nothing else is."""

from datetime import date, time, timedelta

import pytest

from outreach_app.notes.counts import count_people, count_women
from outreach_app.notes.days import due_day, written_days
from outreach_app.notes.hours import written_hours
from outreach_app.notes.text import folded

HELD = date(2026, 10, 14)  # a Wednesday


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("14/10/2026", date(2026, 10, 14)), ("O5/1O/2026", date(2026, 10, 5)),
        ("2026-10-05", date(2026, 10, 5)), ("1er octobre 2026", date(2026, 10, 1)),
        ("١٧ شتنبر ٢٠٢٦", date(2026, 9, 17)), ("فاتح أكتوبر 2026", date(2026, 10, 1)),
        ("الخامس عشر من أكتوبر", date(2026, 10, 15)), ("le 3 déc.", date(2025, 12, 3)),
        ("21/ 09 /2026", date(2026, 9, 21)), ("31/02/2026", None), ("06.12.34.56", None),
        ("de 10-12 personnes", None), ("rue 12", None), ("01/00/2026", None),
    ],
)  # fmt: skip
def test_days(written: str, day: date | None) -> None:
    found = [one.last_before(date(2026, 11, 20)) for one in written_days(folded(written))]
    assert found == ([day] if day else [])


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("قبل 20/10", date(2026, 10, 20)), ("avant le 5 janvier", date(2027, 1, 5)),
        ("في أجل شهر", date(2026, 11, 14)), ("داخل أجل 15 يوما", date(2026, 10, 29)),
        ("sous huitaine", date(2026, 10, 22)), ("d'ici deux semaines", date(2026, 10, 28)),
        ("avant la fin du mois", date(2026, 10, 31)), ("قبل متم نونبر", date(2026, 11, 30)),
        ("نهار الجمعة", date(2026, 10, 16)), ("avant vendredi", date(2026, 10, 16)),
        ("خلال الأسبوع المقبل", date(2026, 10, 21)), ("دورية كل جمعة", None),
        ("patrouilles tous les samedis", None), ("بأحد أحياء المدينة", None),
        ("خلال 48 ساعة", HELD + timedelta(days=2)), ("dans 72 heures", HELD + timedelta(days=3)),
    ],
)  # fmt: skip
def test_due_days_are_told_from_the_meeting_s(said: str, day: date | None) -> None:
    due = due_day(folded(said), HELD)
    assert (due[0] if due else None) == day


@pytest.mark.parametrize(
    ("written", "hours"),
    [
        ("à 10h30", [time(10, 30)]), ("de 9h à 10h30", [time(9), time(10, 30)]),
        ("على الساعة الثالثة والنصف زوالا", [time(15, 30)]), ("15 :00", [time(15)]),
        ("على الساعة الحادية عشرة صباحا", [time(11)]), ("à 15 heures", [time(15)]),
        ("de 3 h du matin", []), ("14 habitants", []), ("25:61", []),
    ],
)  # fmt: skip
def test_hours(written: str, hours: list[time]) -> None:
    assert [hour.time for hour in written_hours(folded(written))] == hours


@pytest.mark.parametrize(
    ("said", "people", "women"),
    [
        ("14 personnes dont 6 femmes", 14, 6), ("25 شخصا من بينهم عشر نساء", 25, 10),
        ("soit dix-sept participants dont neuf femmes", 17, 9), ("12 membres, sans femmes", 12, 0),
        ("quatre-vingt-douze personnes", 92, None), ("حضره 9 أشخاص منهم امرأتان", 9, 2),
        ("20 ذكور و 13 إناث", 33, 13), ("رقم 123456789012 شخص", None, None),
        ("rue 12", None, None), ("حضره 16 عضوا نصفهم من النساء", 16, 8),
    ],
)  # fmt: skip
def test_counts(said: str, people: int | None, women: int | None) -> None:
    counted = [count_people(folded(said)), count_women(folded(said))]
    assert [one.number if one else None for one in counted] == [people, women]
