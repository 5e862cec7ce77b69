"""A sample year is recorded day by day, as an office would have."""

from datetime import date

from outreach_app import clock
from outreach_app.samples.agenda import Agenda

TODAY = date(2026, 11, 29)


def test_each_thing_happens_on_its_day_and_may_bring_others() -> None:
    agenda, happened = Agenda(), list[tuple[str, date]]()

    def note(name: str) -> None:
        happened.append((name, clock.today()))

    def meet() -> None:
        note("meeting")
        agenda.add(date(2026, 3, 9), lambda: note("answer"))
        agenda.add(date(2026, 12, 1), lambda: note("to come"))

    agenda.add(date(2026, 3, 20), lambda: note("summary"))
    agenda.add(date(2026, 3, 2), meet)
    agenda.live_until(TODAY)
    assert happened == [
        ("meeting", date(2026, 3, 2)),
        ("answer", date(2026, 3, 9)),
        ("summary", date(2026, 3, 20)),
    ]


def test_what_happens_of_an_evening_keeps_its_order() -> None:
    agenda, moments = Agenda(), []
    for _each in range(3):
        agenda.add(date(2026, 3, 2), lambda: moments.append(clock.now()))
    agenda.live_until(TODAY)
    assert moments == sorted(set(moments))
