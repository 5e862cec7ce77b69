"""Ten sessions, read in full in each language: three from the press, seven invented."""

from dataclasses import replace
from datetime import date, time

from outreach_app.rules.names import Bilingual
from outreach_app.summaries.session.plan import (
    KindPresent,
    News,
    NextMeetingFacts,
    ReferralFacts,
    SessionPlan,
    SituationFacts,
)
from tests.core.summaries.plans import (
    BARE,
    MODEL,
    PATROLS,
    POSTERS,
    SEAT,
    arabic,
    commitment,
    earlier,
    french,
    lapsed,
    named_earlier,
    phrase,
    point,
)

BERNOUSSI = replace(
    BARE,
    number="P1/2014",
    held_on=date(2014, 8, 7),
    place=Bilingual("سيدي البرنوصي، الدار البيضاء", "Sidi Bernoussi, Casablanca"),
    subject=Bilingual(
        "اللقاء التواصلي العاشر مع جمعيات المجتمع المدني",
        "Dixième rencontre de communication avec les associations de la société civile",
    ),
    headcount=75,
    women=20,
    bodies=46,
    kinds_present=(KindPresent("as.residents", None),),
    points=(
        point(1, "tp.3.1", arabic("التصدي لمروجي المخدرات"), kind="request"),
        point(2, "tp.5.1", arabic("عودة الحملات التحسيسية إلى المؤسسات التعليمية")),
        point(3, "tp.6.6", arabic("جرد النقط السوداء بالأحياء")),
    ),
)

BEN_MSICK = replace(
    BARE,
    number="P2/2014",
    kind="mt.thematic",
    held_on=date(2014, 5, 8),
    place=Bilingual("ابن امسيك، الدار البيضاء", "Ben M'sick, Casablanca"),
    subject=Bilingual(
        "محاربة ترويج المخدرات بمحيط المؤسسات التعليمية",
        "Lutte contre le trafic de drogue aux abords des établissements scolaires",
    ),
    kinds_present=(KindPresent("as.parents", None), KindPresent("as.residents", None)),
    points=(
        point(
            1,
            "tp.3.1",
            french("Points de vente de drogue aux abords des établissements scolaires"),
        ),
        point(2, "tp.5.1", french("Campagnes de sensibilisation dans les établissements")),
    ),
)

MENARA = replace(
    BARE,
    number="P3/2021",
    kind="mt.school",
    held_on=date(2021, 12, 14),
    place=Bilingual("المنارة، مراكش", "Ménara, Marrakech"),
    subject=Bilingual("الأمن المدرسي", "Sécurité scolaire"),
    kinds_present=(KindPresent("as.parents", None),),
    points=(
        point(1, "tp.5.2", arabic("التحرش بمحيط المؤسسات التعليمية")),
        point(2, "tp.5.4", arabic("وجود غرباء أمام المؤسسات التعليمية")),
        point(3, "tp.2.1", arabic("السرقات بمحيط المؤسسات التعليمية")),
        point(4, "tp.8.4", arabic("تكثيف الدوريات في أوقات الذروة"), commitments=(1,)),
        point(5, "tp.4.3", arabic("تنظيم حركة السير أمام المؤسسات")),
    ),
    commitments=(commitment(1, arabic("دوريات أمنية في أوقات الدخول والخروج")),),
    situation=(
        SituationFacts(1, News.STATE, date(2021, 12, 20), commitment=1, code="cst.in_progress"),
    ),
)

ONE_PARTICIPANT = replace(
    BARE,
    number="02/2026",
    kind="mt.reception",
    channel="ch.office",
    held_on=date(2026, 3, 1),
    starts_at=time(9, 0),
    ends_at=time(9, 20),
    subject=Bilingual("الباعة الجائلون بحي السلام", None),
    headcount=1,
    women=1,
    bodies=1,
    kinds_present=(KindPresent("as.merchants", 1),),
    points=(
        point(
            1,
            "tp.6.3",
            phrase("ph.5.1.1"),
            reply=arabic("تمت برمجة دورية مشتركة", "Une patrouille commune est programmée"),
            reaction="out.answered",
        ),
    ),
    assessment=french("Demande fondée"),
)

TWO_WOMEN = replace(
    BARE,
    number="03/2026",
    kind="mt.listening",
    channel="ch.permanence",
    held_on=date(2026, 5, 11),
    starts_at=time(15, 0),
    headcount=2,
    women=2,
    bodies=2,
    kinds_present=(KindPresent("as.women", 2),),
    earlier=named_earlier(date(2026, 4, 6), in_progress=[PATROLS]),
    points=(
        point(1, "tp.9.1", None, reaction="out.oriented"),
        point(2, "tp.1.1", phrase("ph.1.1.1"), reaction="out.under_study"),
    ),
)

ELEVEN_COMMITMENTS = replace(
    BARE,
    number="04/2026",
    kind="mt.coordination",
    held_on=date(2026, 2, 26),
    starts_at=time(10, 0),
    ends_at=time(13, 0),
    place=Bilingual("قاعة الاجتماعات بالجماعة", "Salle de réunion de la commune"),
    headcount=103,
    women=41,
    bodies=26,
    kinds_present=(
        KindPresent("as.residents", 11),
        KindPresent("as.youth", 3),
        KindPresent("as.syndic", 1),
        KindPresent("pt.institution", 2),
        KindPresent("pr.lawyer", 1),
        KindPresent("pr.pharmacist", 11),
    ),
    earlier=earlier(date(2026, 1, 15), done=1, in_progress=2, referred=1),
    points=tuple(
        point(number, topic, phrase(code), commitments=(number,))
        for number, (topic, code) in enumerate(
            [
                ("tp.1.5", "ph.1.5.1"),
                ("tp.1.4", "ph.1.4.1"),
                ("tp.2.1", "ph.2.1.1"),
                ("tp.2.2", "ph.2.2.2"),
                ("tp.2.3", "ph.2.3.1"),
                ("tp.2.4", "ph.2.4.1"),
                ("tp.1.3", "ph.1.3.1"),
                ("tp.1.2", "ph.1.2.1"),
                ("tp.2.4", "ph.2.4.2"),
                ("tp.2.3", "ph.2.3.2"),
                ("tp.1.1", "ph.1.1.2"),
            ],
            start=1,
        )
    ),
    commitments=(
        commitment(1, arabic("مراسلة الجماعة"), date(2026, 3, 2)),
        commitment(2, arabic("حملة لمراقبة المحلات"), date(2026, 3, 1), owner="authority"),
        commitment(3, arabic("دورية بالسوق"), date(2026, 3, 9)),
        *(
            commitment(number, arabic("تكثيف الدوريات الليلية"), date(2026, 4, number))
            for number in range(4, 11)
        ),
        commitment(
            11,
            french("Installation de caméras"),
            owner="partner",
            debtor=Bilingual("شركة السوق", "Société du marché"),
        ),
    ),
    situation=(
        SituationFacts(
            *(1, News.STATE, date(2026, 3, 1)),
            commitment=1,
            code="cst.done",
            words=arabic("وُجهت المراسلة عدد 112"),
        ),
        lapsed(2, 3, date(2026, 3, 9)),
        SituationFacts(
            3,
            News.STATE,
            date(2026, 4, 2),
            commitment=11,
            code="cst.blocked",
            words=french("Budget non disponible"),
        ),
        SituationFacts(4, News.DUE, date(2026, 4, 6), commitment=4, due_on=date(2026, 4, 30)),
    ),
)

NO_POINTS = replace(
    BARE,
    number="05/2026",
    kind="mt.openday",
    held_on=date(2026, 5, 16),
    place=Bilingual("ساحة محمد الخامس", "Place Mohammed V"),
    headcount=1250,
    women=612,
    earlier=named_earlier(date(2025, 5, 17), done=[PATROLS]),
)

BY_PHONE = replace(
    BARE,
    number="06/2026",
    channel="ch.phone",
    held_on=date(2026, 8, 20),
    starts_at=time(11, 5),
    place=SEAT,
    headcount=1,
    women=0,
    kinds_present=(KindPresent("pr.school_private", 1),),
    earlier=named_earlier(date(2026, 7, 2), done=[PATROLS, POSTERS]),
    points=(point(1, "tp.5.4", french("Des inconnus stationnent devant l'école")),),
    next_meeting=NextMeetingFacts(date(2026, 9, 1), None, Bilingual(None, "École Ibn Sina")),
)

WALK = replace(
    BARE,
    number="07-B/2026",
    kind="mt.field",
    held_on=date(2026, 11, 3),
    starts_at=time(16, 45),
    place=Bilingual(None, "Marina Shopping"),
    subject=Bilingual(None, "Points noirs de l'éclairage"),
    headcount=12,
    women=None,
    kinds_present=(
        KindPresent("pt.commerce", 5),
        KindPresent("as.coop", None),
        KindPresent("as.amicale", 2),
    ),
    points=(
        point(1, "tp.6.1", arabic("مصابيح معطلة"), referrals=("rf.commune", "rf.srm")),
        point(2, "tp.6.2", arabic("احتلال الرصيف"), referrals=("rf.commune",)),
        point(3, "tp.6.4", arabic("بناية آيلة للسقوط"), referrals=("rf.civilprot",)),
    ),
    referrals=(
        ReferralFacts(1, "rf.commune", "tp.6.1", 1),
        ReferralFacts(2, "rf.srm", "tp.6.1", 1),
        ReferralFacts(3, "rf.commune", "tp.6.2", 2),
        ReferralFacts(4, "rf.civilprot", "tp.6.4", 3),
        ReferralFacts(5, "rf.commune", "tp.6.5", None),
        ReferralFacts(6, "rf.commune", "tp.6.6", None),
        ReferralFacts(7, "rf.auxforces", "tp.6.3", None),
    ),
    situation=(
        SituationFacts(1, News.SENT, date(2026, 11, 4), point=1, code="rf.srm"),
        SituationFacts(2, News.SENT, date(2026, 11, 6), code="rf.auxforces"),
        SituationFacts(
            3,
            News.ANSWERED,
            date(2026, 11, 12),
            point=1,
            code="rf.commune",
            words=french("Réparé."),
        ),
        SituationFacts(
            4,
            News.PROMISED,
            date(2026, 11, 13),
            point=2,
            commitment=1,
            words=arabic("جولة مشتركة مع السلطة المحلية"),
            due_on=date(2026, 12, 10),
        ),
    ),
)

SESSIONS: dict[str, SessionPlan] = {
    "model": MODEL,
    "press-sidi-bernoussi": BERNOUSSI,
    "press-ben-msick": BEN_MSICK,
    "press-menara": MENARA,
    "one-participant": ONE_PARTICIPANT,
    "two-women": TWO_WOMEN,
    "eleven-commitments": ELEVEN_COMMITMENTS,
    "no-points": NO_POINTS,
    "by-phone": BY_PHONE,
    "field-walk": WALK,
}
