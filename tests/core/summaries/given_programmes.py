"""Plans of programmes: usual and linguistically awkward ones."""

from dataclasses import replace
from datetime import date, time
from typing import Any

from outreach_app.rules.names import Bilingual
from outreach_app.summaries.hand_outs.programme_plan import ProgrammeMeeting, ProgrammePlan
from tests.core.summaries.given_sheets import LAWYER, YASMINE
from tests.core.summaries.plans import NOTHING, OFFICE, SEAT


def meeting(number: int, day: int, **changes: Any) -> ProgrammeMeeting:
    """A meeting of November with the neighbourhood association."""
    usual = ProgrammeMeeting(
        number=number,
        held_on=date(2026, 11, day),
        starts_at=time(10, 30),
        kind="mt.thematic",
        channel="ch.inperson",
        subject=Bilingual("تأمين محيط المؤسسات التعليمية", None),
        place=SEAT,
        partners=(YASMINE,),
    )
    return replace(usual, **changes)


def programme(*meetings: ProgrammeMeeting) -> ProgrammePlan:
    return ProgrammePlan(OFFICE, "11/2026", date(2026, 11, 1), date(2026, 11, 30), meetings)


PROGRAMMES = {
    "month": programme(
        meeting(1, 4),
        meeting(
            2,
            11,
            kind="mt.listening",
            starts_at=None,
            subject=Bilingual("الإنصات لانتظارات التجار", "écoute des attentes des commerçants"),
            place=Bilingual(None, "Marché municipal"),
            partners=(YASMINE, LAWYER),
            is_to_confirm=True,
        ),
        meeting(3, 18, kind="mt.openday", subject=NOTHING, place=NOTHING, partners=()),
    ),
    "empty": programme(),
    "begun": replace(
        programme(meeting(1, 18)), held=(meeting(1, 4), meeting(2, 6)), has_begun=True
    ),
    "over": replace(
        programme(), held=(meeting(1, 4, subject=NOTHING),), has_begun=True, is_over=True
    ),
    "mixed": replace(
        programme(),
        held=(
            meeting(1, 4, place=NOTHING),
            meeting(2, 5, kind="mt.awareness", place=NOTHING, channel="ch.office", partners=()),
            meeting(3, 6, channel="ch.phone", place=NOTHING),
        ),
        has_begun=True,
        is_over=True,
    ),
    "nothing-held": replace(programme(), has_begun=True, is_over=True),
    "quarter": replace(
        programme(meeting(1, 4)),
        number="10-12/2026",
        first=date(2026, 10, 1),
        last=date(2026, 12, 31),
    ),
}
