"""Plans of the sheets of daily work: those of the mock-ups, and those that are awkward to say."""

from datetime import date, time

from outreach_app.rules.names import Bilingual
from outreach_app.summaries.forms.attendance_plan import AttendancePlan
from outreach_app.summaries.hand_outs.plan import PartnerFacts
from tests.core.summaries.given_sheets import LAWYER, YASMINE
from tests.core.summaries.plans import OFFICE, SEAT

ISSUED_ON = date(2026, 10, 13)


def body(ar: str | None, fr: str | None) -> PartnerFacts:
    return PartnerFacts(Bilingual(ar, fr), None, None)


ATTENDANCE = AttendancePlan(
    office=OFFICE,
    number="A-14/2026",
    kind="mt.thematic",
    channel="ch.inperson",
    held_on=date(2026, 10, 14),
    starts_at=time(10, 30),
    ends_at=time(12, 15),
    place=SEAT,
    subject=Bilingual(
        "تأمين محيط المؤسسات التعليمية", "Sécurisation des abords des établissements scolaires"
    ),
    invited=(
        body("جمعية أمهات وآباء وأولياء تلاميذ مدرسة الأمل", "APE de l’école Al Amal"),
        body("جمعية أمهات وآباء وأولياء تلاميذ مدرسة النور", "APE de l’école Annour"),
        YASMINE,
        body(None, "Pharmacie Al Yasmine"),
        LAWYER,
    ),
    keep_days=30,
)
