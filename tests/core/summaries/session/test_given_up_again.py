"""What was given up and taken up again is told in both its ends, in the table or between days."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from outreach_app.database import Database
from outreach_app.rules.statuses import CommitmentStatus
from tests.core.summaries.session.recorded import HELD_ON, hold, plan
from tests.core.summaries.session.test_promised_again import (
    AR,
    BARE,
    FR,
    WATCH,
    end,
    parts,
    promised,
)


def test_what_was_given_up_and_taken_up_again_is_listed_with_its_end(
    database: Database, partner: UUID
) -> None:
    """The table left out what was declared not feasible, and told « repris » as of one waiting."""
    promised(database, date(2026, 5, 4), partner, WATCH)
    second = promised(database, date(2026, 6, 4), partner, WATCH)
    end(database, second, CommitmentStatus.BLOCKED, date(2026, 6, 22), "دون موافقة")
    promised(database, date(2026, 7, 1), partner, replace(WATCH, due_on=date(2026, 8, 1)))
    told = plan(database, hold(database, HELD_ON, partner, **BARE))
    french, arabic = (parts(told, language)[0] for language in (FR, AR))
    assert "Situation : Déclaré non réalisable le 22/06/2026 : «دون موافقة»" in french
    assert "الوضعية: تعذر تنفيذه يوم 22/06/2026" in arabic


def test_a_later_time_that_was_given_up_is_told_so_between_the_days(
    database: Database, partner: UUID
) -> None:
    """« Repris les 04/06 et 01/07 » hid that it had been declared not feasible in between."""
    first = promised(database, date(2026, 5, 4), partner, WATCH)
    second = promised(database, date(2026, 6, 4), partner, WATCH)
    end(database, second, CommitmentStatus.BLOCKED, date(2026, 6, 22), "دون موافقة")
    promised(database, date(2026, 7, 1), partner, WATCH)
    french, arabic = (parts(plan(database, first), language)[1] for language in (FR, AR))
    assert (
        "engagement repris les 04/06/2026 et 01/07/2026 (celui du 04/06/2026 déclaré non "
        "réalisable le 22/06/2026)\n"
    ) in french
    assert (
        "من جديد يومي 04/06/2026 و01/07/2026 (وكان المسجل يوم 04/06/2026 قد تعذر تنفيذه يوم "
        "22/06/2026)\n"
    ) in arabic


def test_what_this_meeting_takes_up_again_is_listed(database: Database, partner: UUID) -> None:
    first = promised(database, date(2026, 5, 4), partner, WATCH)
    end(database, first, CommitmentStatus.DROPPED, date(2026, 5, 22), "دون موافقة")
    promised(database, date(2026, 7, 1), partner)
    meeting = promised(database, HELD_ON, partner, WATCH)
    said = " ; engagement repris lors de cette rencontre (engagement 1)\n"
    assert said in parts(plan(database, meeting), FR)[0]
