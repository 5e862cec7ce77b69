"""Plans of partners' sheets: usual and linguistically awkward ones."""

from dataclasses import replace
from datetime import date, time

from outreach_app.rules.names import Bilingual
from outreach_app.summaries.hand_outs.plan import (
    HandOutPlan,
    HeldFacts,
    MetFacts,
    PartnerFacts,
    PromiseFacts,
    ReferralFacts,
    RemarkFacts,
)
from outreach_app.summaries.hand_outs.short_counts import count_states, short_counts
from outreach_app.summaries.prose.facts import Words
from outreach_app.summaries.session.plan import NextMeetingFacts
from tests.core.summaries.plans import NOTHING, OFFICE, SEAT, arabic, french, phrase

ISSUED_ON = date(2026, 11, 10)
_NAMES = ("جمعية الياسمين لسكان حي النخيل", "Association Al Yasmine des habitants de Hay Annakhil")
YASMINE = PartnerFacts(Bilingual(*_NAMES), None, None)
MET_BEFORE = MetFacts(date(2026, 3, 26), "mt.periodic", "ch.inperson", NOTHING)
MET = MetFacts(
    *(date(2026, 10, 14), "mt.thematic", "ch.inperson"),
    Bilingual("أمن محيط المؤسسات التعليمية", "Sécurité aux abords des écoles"),
)
LAWYER = PartnerFacts(NOTHING, "pr.lawyer", "حي النخيل")


def promise(
    words: Words,
    status: str,
    *,
    number: int = 1,
    owner: str = "office",
    missed_on: date | None = None,
    due_on: date | None = None,
    reason: Words | None = None,
    authority: str | None = None,
) -> PromiseFacts:
    return PromiseFacts(number, words, owner, missed_on, due_on, status, reason, authority)


def referral(
    to: str,
    sent_on: date | None = None,
    answered_on: date | None = None,
    answer: Words | None = None,
    number: int = 1,
) -> ReferralFacts:
    return ReferralFacts(number, to, "tp.6.1", sent_on, answered_on, answer)


def remark(
    state: str,
    topic: str = "tp.6.1",
    words: Words | None = None,
    *,
    kind: str = "concern",
    reply: Words | None = None,
    promises: tuple[PromiseFacts, ...] = (),
    referrals: tuple[ReferralFacts, ...] = (),
) -> RemarkFacts:
    return RemarkFacts(0, topic, kind, True, True, False, words, state, reply, promises, referrals)


def sheet(*remarks: RemarkFacts, sessions: int = 3, earlier: int = 0) -> HandOutPlan:
    """Return a sheet of these points, numbered in order; the last `earlier` ones are earlier."""
    points = len(remarks) - earlier
    states = count_states(remarks[:points])
    return HandOutPlan(
        office=OFFICE,
        partner=YASMINE,
        number="11/2026",
        first=date(2026, 5, 10),
        last=ISSUED_ON,
        sessions=sessions,
        held=(HeldFacts("mt.periodic", "ch.inperson"),) * sessions,
        met=MET if sessions == 1 else None,
        points=points,
        others=1,
        states=states,
        in_short=short_counts(states),
        earlier=earlier or None,
        earlier_others=1,
        remarks=tuple(
            replace(each, number=place, raised_at=MET_BEFORE if place > points else None)
            for place, each in enumerate(remarks, start=1)
        ),
        next_meeting=None,
    )


MOCK_UP = replace(
    sheet(
        remark(
            "cst.done",
            "tp.5.1",
            phrase("ph.1.1"),
            promises=(
                promise(
                    arabic("تخصيص دورية راجلة لأوقات الدخول والخروج"),
                    "cst.done",
                    reason=arabic("دورية راجلة حاضرة بعين المكان كل يوم دراسي منذ 19 أكتوبر"),
                ),
            ),
        ),
        remark(
            "out.answered",
            "tp.8.4",
            french("La difficulté à joindre l'arrondissement de police le soir"),
            reply=arabic("رقم الديمومة معلق بباب الدائرة", "Le numéro de permanence est affiché"),
        ),
        remark(
            "promised",
            "tp.1.1",
            arabic("الضوضاء ليلا قرب ملعب القرب"),
            promises=(
                promise(
                    arabic("تنظيم دورية ليلية نهاية كل أسبوع"), "cst.open", due_on=date(2026, 12, 1)
                ),
            ),
        ),
        remark(
            "answered",
            "tp.6.1",
            arabic("الممر الموجود خلف الثانوية بدون إنارة"),
            referrals=(
                referral(
                    "rf.commune",
                    date(2026, 10, 15),
                    date(2026, 10, 26),
                    arabic("إصلاح 6 نقط إنارة مبرمج", "La réparation de 6 points est programmée"),
                ),
            ),
        ),
        remark(
            "cst.overdue",
            "tp.5.1",
            arabic("السلامة الطرقية للتلميذات والتلاميذ"),
            promises=(
                promise(
                    arabic("تنظيم حصة تحسيسية بالثانوية"),
                    "cst.overdue",
                    missed_on=date(2026, 10, 30),
                    due_on=date(2026, 11, 17),
                ),
            ),
        ),
        remark(
            "cst.blocked",
            "tp.8.4",
            french("Une caméra à l'entrée du quartier"),
            promises=(
                promise(
                    french("Étudier la pose d'une caméra"),
                    "cst.blocked",
                    reason=arabic("لا يدخل ذلك ضمن الميزانية المرصودة"),
                ),
            ),
        ),
    ),
    next_meeting=NextMeetingFacts(date(2026, 11, 11), time(10, 30), SEAT),
)

_SEVERAL = remark(
    "cst.overdue",
    "tp.6.1",
    arabic("الإنارة العمومية"),
    promises=(
        promise(arabic("مراسلة الجماعة"), "cst.done", number=1),
        promise(
            arabic("جرد النقط المظلمة"),
            "cst.partly",
            number=2,
            owner="partner",
            due_on=date(2026, 12, 1),
        ),
        promise(
            arabic("إصلاح الأعمدة"),
            "cst.overdue",
            number=3,
            owner="authority",
            due_on=date(2026, 11, 1),
        ),
    ),
    referrals=(
        referral("rf.srm", number=1),
        referral("rf.annexe", date(2026, 10, 1), number=2),
        referral("rf.auxforces", None, date(2026, 10, 2), number=3),
    ),
    reply=french("Votre demande est suivie"),
)

SHEETS = {
    "mock-up": MOCK_UP,
    "earlier-alone": replace(
        sheet(
            remark("cst.in_progress", words=arabic("الإنارة العمومية", "L'éclairage")),
            sessions=1,
            earlier=1,
        ),
        partner=LAWYER,
    ),
    "together": replace(
        sheet(
            remark(
                "cst.done",
                "tp.1.1",
                arabic("تنظيم لقاء للأسر", "L'organisation d'une rencontre des familles"),
                kind="request",
                promises=(
                    promise(
                        arabic("تنظيم اللقاء", "Organiser la rencontre"),
                        "cst.done",
                        owner="partner",
                        reason=arabic("حضره 72 من الآباء", "Elle a réuni 72 parents"),
                    ),
                ),
            ),
            remark(
                "out.answered",
                "tp.6.1",
                arabic("أين تُودع الطلبات؟", "Où déposer les demandes ?"),
                kind="question",
            ),
            remark(
                "out.answered",
                "tp.8.4",
                arabic("جولة كل مساء", "Une ronde chaque soir"),
                kind="suggestion",
                reply=arabic("نُقل المقترح", "La proposition est transmise"),
                referrals=(referral("rf.commune", None, date(2026, 10, 26)),),
            ),
            remark("out.resolved", "tp.1.1", arabic("الضوضاء", "Le bruit")),
            replace(remark("out.answered", "tp.5.1"), is_own=False),
            replace(remark("told_to_other", "tp.5.2"), is_own=False, is_common=False),
            replace(remark("cst.done", "tp.5.3"), is_own=False, has_promise_of_other=True),
            sessions=1,
        ),
        met=replace(MET, kind="mt.reception"),
    ),
    "by-phone": replace(
        sheet(remark("cst.done", words=arabic("نقطة", "Un point")), sessions=1),
        met=replace(MET, channel="ch.phone"),
    ),
    "one-late": replace(
        sheet(
            remark(
                "cst.overdue",
                words=french("L'éclairage"),
                promises=(promise(french("Écrire"), "cst.overdue", due_on=date(2026, 11, 1)),),
            ),
            sessions=1,
        ),
        first=date(2026, 11, 1),
        last=date(2026, 11, 30),
        next_meeting=NextMeetingFacts(date(2026, 12, 1), None, NOTHING),
    ),
    "two-of-each": replace(
        sheet(
            *(
                remark(state, words=arabic("ملاحظة"))
                for state in (
                    *("cst.done", "out.resolved", "out.answered", "closed", "cst.in_progress"),
                    *("promised", "cst.partly", "out.under_study", "cst.referred", "answered"),
                    *("out.oriented", "cst.overdue", "cst.blocked", "cst.dropped"),
                    *(
                        "out.out_of_scope",
                        "out.no_followup",
                        "by_other",
                        "noted",
                        "again",
                        "cst.open",
                    ),
                )
                for _twice in range(2)
            ),
            sessions=2,
        ),
        partner=PartnerFacts(Bilingual(None, "Coopérative Tissage"), None, None),
    ),
    "since-the-last": replace(
        sheet(
            remark("out.answered", words=arabic("توقيت المداومة"), reply=arabic("من الثامنة")),
            _SEVERAL,
            remark(
                "cst.done",
                "tp.8.4",
                french("Une ronde près du marché"),
                promises=(promise(french("Organiser une ronde"), "cst.done"),),
            ),
            sessions=1,
            earlier=2,
        ),
    ),
    "several": sheet(_SEVERAL, remark("out.oriented"), sessions=11),
}
