"""Period reports: a usual month, and figures to change."""

from dataclasses import replace
from datetime import date
from typing import Any

from outreach_app.rules.names import Bilingual
from outreach_app.summaries.communication.plan import (
    CommunicationFacts,
    PublicationFacts,
    RumourFacts,
)
from outreach_app.summaries.communication.plan import (
    KindFacts as PublicationKind,
)
from outreach_app.summaries.period.acts import PromiseFacts, ReferralFacts
from outreach_app.summaries.period.plan import (
    CategoryFacts,
    CodeCount,
    FigureFacts,
    KindFacts,
    MeetingFacts,
    MonthFacts,
    PeriodPlan,
    PlannedFacts,
    SignalFacts,
    TopicFacts,
)
from tests.core.summaries.plans import OFFICE, arabic, french

ISSUED_ON = date(2026, 11, 2)


def day(month: int, number: int) -> date:
    return date(2026, month, number)


def figures(
    meetings: int = 8,
    participants: int = 103,
    women: int | None = 41,
    points: int = 34,
    commitments: int = 12,
    referrals: int = 3,
) -> tuple[FigureFacts, ...]:
    """Return the figures of October and September; one meeting has no count of women."""
    now = {
        "meetings": (meetings, 6),
        "participants": (participants, 82),
        "partners": (34, 27),
        "points": (points, 29),
        "without_outcome": (0, 2),
        "commitments": (commitments, 9),
        "overdue": (2, 1),
        "referrals": (referrals, 4),
        "rumours": (1, 0),
    }
    rows = [
        FigureFacts(code, number, before, number - before) for code, (number, before) in now.items()
    ]
    rows.insert(2, FigureFacts("women", women, 30, None, is_partial=women is not None))
    return tuple(rows)


def topic(code: str, now: int, before: int, meetings: int) -> TopicFacts:
    return TopicFacts(code, now, before, now - before, meetings)


def promise(
    number: int, words: Any, state: str, due_on: date | None, **changes: Any
) -> PromiseFacts:
    made = PromiseFacts(number, words, "office", None, None, None, due_on, state, None)
    return replace(made, **changes)


def meeting(number: int, on: date, kind: str, **counts: int | None) -> MeetingFacts:
    subject = Bilingual("تتبع تنفيذ الالتزامات", "Suivi des engagements")
    return MeetingFacts(f"{number}/2026", on, kind, subject, **counts)  # type: ignore[arg-type]


MOCK_UP = PeriodPlan(
    office=OFFICE,
    number="R-06/2026",
    first=day(10, 1),
    last=day(10, 31),
    as_of=day(10, 31),
    before_first=day(9, 1),
    before_last=day(9, 30),
    figures=figures(),
    participants_noted=8,
    women_noted=7,
    women_among=97,
    kept=6,
    kinds=(
        KindFacts("mt.thematic", 3, 41, 18, 13),
        KindFacts("mt.periodic", 2, 36, 15, 12),
        KindFacts("mt.field", 1, 9, 3, 3),
        KindFacts("mt.coordination", 1, 11, 3, 4),
        KindFacts("mt.reception", 1, 6, None, 2),
    ),
    categories=(
        CategoryFacts("pt.association", 26, 7),
        CategoryFacts("pt.liberal", 11, 3),
        CategoryFacts("pt.media", 1, 1),
    ),
    channels=(CodeCount("ch.office", 4), CodeCount("ch.inperson", 3), CodeCount("ch.phone", 1)),
    point_kinds=(
        CodeCount("concern", 15),
        CodeCount("request", 11),
        CodeCount("suggestion", 4),
        CodeCount("question", 2),
        CodeCount("rumour", 1),
        CodeCount("thanks", 1),
    ),
    topics=(
        topic("tp.1.1", 8, 6, 3),
        topic("tp.6.1", 7, 5, 3),
        topic("tp.3.1", 6, 7, 3),
        topic("tp.4.4", 4, 4, 2),
        topic("tp.7.1", 3, 1, 1),
    ),
    topics_first=1,
    months=tuple(
        MonthFacts(place, day(place + 4, 1), *counts)
        for place, counts in enumerate(((4, 6), (5, 7), (3, 4), (2, 2), (6, 9), (8, 12)), start=1)
    ),
    states=(
        CodeCount("cst.done", 6),
        CodeCount("cst.partly", 1),
        CodeCount("cst.in_progress", 2),
        CodeCount("cst.open", 1),
        CodeCount("cst.overdue", 2),
    ),
    earlier=(CodeCount("cst.done", 3), CodeCount("cst.overdue", 1), CodeCount("cst.dropped", 1)),
    promises=(
        promise(
            1,
            arabic("مراجعة توقيت الدوريات المسائية بحي الزيتون"),
            "cst.overdue",
            day(10, 23),
            days_late=8,
        ),
        promise(
            2,
            french("Séance de sensibilisation sur la sécurité routière"),
            "cst.overdue",
            day(10, 30),
            owner="authority",
            authority="rf.education",
            days_late=1,
        ),
        promise(3, french("Visite de terrain"), "cst.partly", day(11, 12)),
        promise(4, french("Entretien des feux"), "cst.open", None, owner="authority"),
    ),
    given_up=(
        promise(
            1,
            arabic("تنظيم يوم دراسي", "Organiser une journée d’étude"),
            "cst.dropped",
            None,
            reason=french("Salle indisponible", "تعذر توفير القاعة"),
        ),
    ),
    answered=1,
    referrals=(
        ReferralFacts(1, "rf.srm", "tp.6.1", day(10, 16), None, None, 15),
        ReferralFacts(2, "rf.education", "tp.3.1", day(10, 20), None, None, 11),
        ReferralFacts(
            3,
            "rf.commune",
            "tp.6.1",
            day(10, 15),
            day(10, 26),
            arabic("برمجة إصلاح نقط الإنارة"),
            None,
        ),
    ),
    communication=CommunicationFacts(
        day(9, 30),
        day(10, 31),
        PublicationFacts(
            12,
            8,
            (
                PublicationKind("pb.communique", 7, 5, "58.3"),
                PublicationKind("pb.rectification", 1, 0, "8.3"),
                PublicationKind("pb.post", 4, 3, "33.3"),
            ),
        ),
        RumourFacts(1, None, 1, 1, 17, 17, (), 1),
    ),
    difficulties=(arabic("الحاجة إلى قاعة أوسع لعقد اللقاءات الدورية."),),
    assessment=arabic("الحوار منتظم والحضور في ازدياد."),
    planned=(
        PlannedFacts(
            1,
            day(11, 4),
            "mt.field",
            Bilingual("احتلال الملك العمومي", "Occupation du domaine public"),
            ("pt.association", "pt.media"),
        ),
    ),
    planned_more=0,
    planned_held=0,
    signals=SignalFacts(2, 2, None, 1, None, 2, (topic("tp.6.1", 7, 5, 3),), ()),
    meetings=tuple(
        meeting(
            20 + number,
            day(10, number),
            "mt.periodic",
            participants=12 + number,
            women=None if number == 3 else 5,
            points=4,
            commitments=number % 3,
        )
        for number in range(1, 9)
    ),
)

QUIET = replace(
    MOCK_UP,
    before_first=None,
    before_last=None,
    figures=tuple(
        FigureFacts(figure.code, None if figure.code == "women" else 0, None, None)
        for figure in figures()
    ),
    participants_noted=0,
    women_noted=0,
    women_among=None,
    kept=0,
    kinds=(),
    categories=(),
    channels=(),
    point_kinds=(),
    topics=(),
    topics_first=0,
    months=(),
    states=(),
    earlier=(),
    promises=(),
    given_up=(),
    answered=0,
    referrals=(),
    communication=CommunicationFacts(
        day(9, 30),
        day(10, 31),
        PublicationFacts(0, None, ()),
        RumourFacts(0, None, 0, 0, None, None, (), 0),
    ),
    difficulties=(),
    assessment=None,
    planned=(),
    signals=SignalFacts(None, None, None, None, None, None, (), ()),
    meetings=(),
)

QUARTER = replace(
    MOCK_UP,
    first=day(7, 1),
    last=day(9, 30),
    as_of=day(9, 30),
    before_first=day(4, 1),
    before_last=day(6, 30),
    earlier=(CodeCount("cst.open", 1),),
    signals=SignalFacts(1, 1, 2, None, 1, None, (), ("pt.liberal", "pt.media")),
    topics=MOCK_UP.topics[:1],
    communication=replace(MOCK_UP.communication, until=day(9, 30)),
)

REPORTS = {"month": MOCK_UP, "quiet": QUIET, "quarter": QUARTER}
