"""Plans of the sheets of daily work: usual and linguistically awkward ones."""

from datetime import date, time

from outreach_app.rules.names import Bilingual
from outreach_app.summaries.communication.rectification_plan import (
    PublishedFacts,
    RectificationPlan,
)
from outreach_app.summaries.forms.attendance_plan import AttendancePlan
from outreach_app.summaries.forms.covering_plan import CoveringPlan, PieceFacts
from outreach_app.summaries.hand_outs.plan import HeldFacts, PartnerFacts
from outreach_app.summaries.partner_sheets.plan import (
    AttendedFacts,
    CapacityFacts,
    NextMeeting,
    OwnPointFacts,
    PartnerSheetPlan,
    PledgeFacts,
    TopicCount,
)
from outreach_app.summaries.privacy.plan import (
    ClaimFacts,
    ExtractPlan,
    NoticePlan,
    PresenceFacts,
)
from tests.core.summaries.given_sheets import LAWYER, YASMINE, promise, referral, remark
from tests.core.summaries.plans import OFFICE, SEAT, arabic, french

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


def attended(
    number: int, meeting: str, day: date, kind: str, subject: tuple[str, str], *, came: bool = True
) -> AttendedFacts:
    return AttendedFacts(number, meeting, day, kind, "ch.inperson", Bilingual(*subject), came)


PARTNER_SHEET = PartnerSheetPlan(
    office=OFFICE,
    number="F-12/2026",
    first=date(2025, 11, 12),
    as_of=date(2026, 11, 12),
    partner=YASMINE,
    category="pt.association",
    type="as.residents",
    place="12، زنقة الزيتون",
    phone="+212522000000",
    receipt_number="214/2019",
    receipt_on=date(2019, 3, 12),
    is_receipt_final=True,
    next_meeting=NextMeeting(date(2026, 11, 18), time(10, 30), is_to_confirm=True),
    capacities=(
        CapacityFacts(
            *(1, Bilingual("رئيسة الجمعية", "présidente")),
            *(date(2025, 1, 15), date(2028, 1, 14), date(2025, 2, 5)),
            is_to_inform=False,
        ),
        CapacityFacts(
            2, Bilingual("الكاتب العام", "secrétaire général"), None, None, None, is_to_inform=True
        ),
    ),
    meetings=(
        attended(
            *(1, "23/2026", date(2026, 10, 14), "mt.thematic"),
            ("تأمين محيط المؤسسات التعليمية", "Sécurisation des abords des établissements"),
        ),
        attended(
            *(2, "20/2026", date(2026, 10, 5), "mt.reception"),
            ("الإنارة العمومية", "Éclairage public"),
        ),
        attended(
            *(3, "14/2026", date(2026, 6, 18), "mt.periodic"),
            ("تكثيف الدوريات", "Renforcement des patrouilles"),
            came=False,
        ),
    ),
    points=(
        OwnPointFacts(
            *(1, date(2026, 10, 5), "request"),
            remark(
                "cst.referred",
                words=arabic("إصلاح إنارة الممر الموجود خلف الثانوية"),
                referrals=(
                    referral(
                        *("rf.commune", date(2026, 10, 6), date(2026, 10, 26)),
                        arabic("برمجة إصلاح 6 نقط إنارة"),
                    ),
                ),
            ),
        ),
        OwnPointFacts(
            *(2, date(2026, 10, 5), "question"),
            remark(
                "out.answered",
                "tp.8.1",
                french("Comment vous joindre en dehors des heures de bureau ?"),
                reply=french("La permanence est ouverte jour et nuit"),
            ),
        ),
        OwnPointFacts(
            *(3, date(2026, 10, 5), "concern"),
            remark("cst.done", "tp.1.1", None, promises=(promise(arabic("دورية"), "cst.done"),)),
        ),
        OwnPointFacts(4, date(2026, 10, 5), "suggestion", remark("cst.open", "tp.8.4")),
    ),
    topics=(TopicCount("tp.1.1", 2), TopicCount("tp.6.1", 1)),
    pledges=(
        PledgeFacts(
            *(1, arabic("تخصيص دورية راجلة عند أوقات الدخول والخروج"), "office", None),
            *(date(2026, 10, 19), "cst.done", date(2026, 10, 21)),
        ),
        PledgeFacts(
            *(2, arabic("تعميم رقم الديمومة على سكان الحي"), "partner", None),
            *(None, "cst.in_progress"),
        ),
        PledgeFacts(
            *(3, french("Réparer l’éclairage"), "authority", "rf.commune"),
            *(date(2026, 12, 1), "cst.overdue"),
        ),
    ),
)

NOTICE = NoticePlan(OFFICE, "N-02/2026", 3, 12, Bilingual(None, None), 30, "A-PO-12/2026")
EXTRACT = ExtractPlan(
    office=OFFICE,
    number="E-05/2026",
    as_of=date(2026, 11, 12),
    name=Bilingual("فاطمة الزهراء العلوي", "Fatima-Zahra Alaoui"),
    capacity=Bilingual("رئيسة الجمعية", "présidente de l’association"),
    partner=YASMINE,
    mandate_from=date(2025, 1, 15),
    mandate_until=date(2028, 1, 14),
    phone="+212522000000",
    email="contact@yasmine.example",
    others="0535553460",
    language="ar",
    informed_on=date(2025, 2, 5),
    informed_how="oralement",
    recorded_on=date(2025, 2, 5),
    claims=(ClaimFacts(1, "02/2026", "access", date(2026, 11, 10)),),
    presences=(
        PresenceFacts(1, "23/2026", date(2026, 10, 14), "mt.thematic", "ch.inperson"),
        PresenceFacts(2, "20/2026", date(2026, 10, 5), "mt.reception", "ch.inperson"),
    ),
    purpose=Bilingual(None, None),
    is_imported=False,
    names_left_on=None,
    keep_years=3,
    keep_until=date(2029, 10, 14),
)

COVERING = CoveringPlan(
    office=OFFICE,
    number="B-40/2026",
    recipient=Bilingual(
        "السيد رئيس منطقة أمن أنفا", "Monsieur le chef du district de police d’Anfa"
    ),
    pieces=(
        PieceFacts(
            *(1, "session", "21/2026", date(2026, 10, 6)),
            held=HeldFacts("mt.periodic", "ch.inperson", held_on=date(2026, 10, 5)),
        ),
        PieceFacts(
            *(2, "session", "22/2026", date(2026, 10, 14)),
            held=HeldFacts("mt.awareness", "ch.inperson"),
        ),
        PieceFacts(
            *(3, "period", "R-06/2026", date(2026, 11, 2)), date(2026, 10, 1), date(2026, 10, 31)
        ),
        PieceFacts(
            *(4, "programme", "P-11/2026", date(2026, 10, 30)),
            date(2026, 11, 1),
            date(2026, 11, 30),
        ),
    ),
)
RECTIFICATION = RectificationPlan(
    office=OFFICE,
    number="M-07/2026",
    words=arabic("اختطاف تلميذة أمام إعدادية النخيل"),
    heard_by="vs.own",
    heard_on=date(2026, 10, 15),
    heard_at=time(18, 20),
    page_name=None,
    page_network=None,
    result="vr.false",
    found_on=date(2026, 10, 16),
    found_with="vs.own",
    fact=None,
    published=PublishedFacts(
        Bilingual(
            "لم تسجل مصالح الأمن الوطني أي حالة اختطاف بمحيط إعدادية النخيل. والخبر المتداول لا"
            " أساس له من الصحة.",
            "Les services de la Sûreté nationale n'ont enregistré aucun cas d'enlèvement aux abords"
            " du collège Annakhil. L'information qui circule est dénuée de tout fondement.",
        ),
        Bilingual("تكذيب", None),
        *("vs.hq", date(2026, 10, 16), time(11, 5), 17),
        was_out_before=False,
    ),
)
