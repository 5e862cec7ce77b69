"""The plan of a handover file, with one of each thing that it lists."""

from datetime import date, time

from outreach_app.rules.names import Bilingual
from outreach_app.summaries.handovers.plan import (
    DutyFacts,
    EndedCommitment,
    HandoverPlan,
    IssuedDocument,
    Nature,
    OpenCommitment,
    OpenReferral,
    Origin,
    PartnerLine,
    PlannedMeeting,
    UntoldMeeting,
    WaitingPoint,
    WaitingRumour,
    YearCounts,
)
from tests.core.summaries.given_sheets import LAWYER, YASMINE
from tests.core.summaries.plans import OFFICE, arabic, french

HANDOVER = HandoverPlan(
    office=OFFICE,
    number="H-01/2026",
    as_of=date(2026, 12, 15),
    days=30,
    late=1,
    to_inform=1,
    year=YearCounts(date(2026, 1, 1), 42, 611, 240, 188, 9, 4, 2, 1, 0, 0, 1, 57, 44, 3, 40, 38),
    duties=(
        DutyFacts(
            1,
            Nature.LATE,
            date(2026, 12, 1),
            Origin("23/2026"),
            arabic("جواب «إنارة الممر خلف الثانوية»"),
        ),
        DutyFacts(
            *(2, Nature.MEETING, date(2026, 12, 17)),
            kind="mt.periodic",
            channel="ch.inperson",
            subject=Bilingual("السلامة الطرقية", "Sécurité routière"),
            partners=(YASMINE, LAWYER),
        ),
        DutyFacts(
            *(3, Nature.INFORM, date(2026, 12, 20)),
            subject=Bilingual("الكاتب العام", "secrétaire général"),
            partners=(YASMINE,),
        ),
        DutyFacts(
            *(4, Nature.REMIND, None, Origin("23/2026")),
            authority="rf.commune",
            topic="tp.6.1",
            sent_on=date(2026, 10, 16),
        ),
    ),
    commitments=(
        OpenCommitment(
            *(1, arabic("تخصيص دورية"), "office", (), date(2026, 12, 1)), Origin("23/2026")
        ),
        OpenCommitment(
            *(2, french("Diffuser le numéro"), "partner", (YASMINE,), None),
            Origin(remark="04/2026"),
        ),
        OpenCommitment(
            *(3, arabic("تسييج الدار"), "authority", (), None), Origin("20/2026"), "rf.annexe"
        ),
    ),
    ended=(
        EndedCommitment(
            1,
            arabic("تنظيم حملة تحسيسية"),
            "partner",
            (YASMINE,),
            "cst.dropped",
            date(2026, 9, 30),
            date(2026, 10, 2),
            french("L’association s’en est chargée"),
            Origin("19/2026"),
        ),
    ),
    referrals=(OpenReferral(1, "rf.commune", "tp.6.1", date(2026, 10, 16), Origin("23/2026")),),
    points=(
        WaitingPoint(
            1, date(2026, 10, 5), "concern", "tp.6.1", arabic("الزقاق مظلم"), Origin("20/2026")
        ),
        WaitingPoint(2, date(2026, 10, 5), "concern", "tp.1.1", None, Origin("20/2026")),
    ),
    rumours=(
        WaitingRumour(
            *(1, Origin(rumour="03/2026"), date(2026, 12, 10), "tp.7.1"),
            *(arabic("اختفاء طفل بالحي"), False),
        ),
    ),
    partners=(
        PartnerLine(1, YASMINE, "as.residents", date(2026, 10, 14)),
        PartnerLine(2, LAWYER, "pr.lawyer", None),
    ),
    meetings=(
        PlannedMeeting(
            1,
            date(2026, 12, 17),
            time(10, 30),
            "mt.periodic",
            "ch.inperson",
            Bilingual("السلامة الطرقية", "Sécurité routière"),
            (YASMINE, LAWYER),
            is_to_confirm=True,
        ),
    ),
    unsettled=(
        PlannedMeeting(
            1,
            date(2026, 11, 5),
            time(10, 0),
            "mt.thematic",
            "ch.inperson",
            Bilingual("السلامة الطرقية", "Sécurité routière"),
            (YASMINE,),
        ),
        PlannedMeeting(
            *(2, date(2026, 11, 20), None, "mt.school", "ch.inperson"),
            *(Bilingual(None, None), (), True),
        ),
    ),
    documents=(
        IssuedDocument(
            *(1, "programme", "P-11/2026", 1, date(2026, 12, 1)),
            first=date(2026, 11, 1),
            last=date(2026, 11, 30),
        ),
        IssuedDocument(2, "session", "23/2026", 2, date(2026, 10, 14)),
    ),
    untold=(
        UntoldMeeting(
            *(1, "20/2026", date(2026, 10, 5), "mt.periodic", "ch.phone"),
            Bilingual("السلامة الطرقية", "Sécurité routière"),
        ),
        UntoldMeeting(
            *(2, "21/2026", date(2026, 10, 7), "mt.school", "ch.inperson"), Bilingual(None, None)
        ),
    ),
)
