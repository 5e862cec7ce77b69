"""National plans: a usual month, and figures to change."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from outreach_app.models import Office
from outreach_app.queries.awareness import Reached
from outreach_app.queries.communication import Delays, RumoursTold
from outreach_app.queries.national import (
    CategoryCount,
    ChannelCount,
    LateOffice,
    NationalFigures,
    TopicCount,
)
from outreach_app.queries.national_counts import Tally
from outreach_app.queries.reactions import ReactionTime
from outreach_app.queries.readings import Engagement, Followers, TopPublication
from outreach_app.queries.remark_figures import RemarksTold
from outreach_app.rules.names import Bilingual
from outreach_app.rules.periods import Period
from outreach_app.summaries.national.facts import plan_national
from outreach_app.summaries.national.plan import NationalPlan

OCTOBER = Period(date(2026, 10, 1), date(2026, 10, 31))
DUE_ON = date(2026, 11, 5)
ISSUED_ON = date(2026, 11, 12)

OFFICE = Office(
    uid=UUID(int=1),
    role="headquarters",
    name_ar="المصالح المركزية",
    name_fr="Services centraux",
    city_ar="الرباط",
    city_fr="Rabat",
    chief_title_ar="رئيس المصلحة",
    chief_title_fr="Le chef du service",
    letterhead_ar="المملكة المغربية\nالمديرية العامة للأمن الوطني\nمديرية الأمن العمومي",
    letterhead_fr="Royaume du Maroc\nDirection générale de la Sûreté nationale\n"
    "Direction de la sécurité publique",
)


def tally(offices: int, reported: int, *done: int) -> Tally:
    """Return the figures of an area: sessions, participants, associations, commitments.

    Other figures are derived from these.
    """
    sessions, participants, associations, commitments, kept = done or (0,) * 5
    left = commitments - kept
    return Tally(
        offices=offices,
        reported=reported,
        sessions=sessions,
        participants=participants,
        women=participants * 2 // 5,
        associations=associations,
        points=sessions * 4,
        unanswered=sessions // 10,
        rumours=sessions // 37,
        commitments=commitments,
        kept=kept,
        running=left // 2,
        late=left // 3,
        dropped=left // 10,
        blocked=left - left // 2 - left // 3 - left // 10,
        people_blank=sessions // 60,
        women_blank=sessions // 9,
    )


REGIONS: Mapping[str | None, Tally] = {
    "REGION_12": tally(44, 41, 236, 3114, 702, 318, 242),
    "REGION_09": tally(38, 33, 171, 2207, 498, 226, 158),
    "REGION_05": tally(52, 47, 262, 3409, 781, 344, 251),
    "REGION_10": tally(66, 63, 371, 4902, 1126, 498, 388),
    "REGION_01": tally(28, 22, 104, 1297, 311, 139, 92),
    "REGION_02": tally(112, 108, 692, 9184, 2043, 941, 734),
    "REGION_08": tally(42, 39, 214, 2786, 640, 287, 204),
    "REGION_04": tally(18, 13, 61, 742, 188, 81, 50),
    "REGION_11": tally(32, 29, 158, 2051, 472, 211, 150),
    "REGION_06": tally(8, 6, 29, 351, 84, 38, 26),
    "REGION_07": tally(9, 8, 41, 502, 117, 53, 39),
    "REGION_03": tally(5, 5, 26, 318, 71, 33, 27),
}
COMMANDS = {
    Bilingual("ولاية أمن الدار البيضاء", "Préfecture de police de Casablanca"): REGIONS[
        "REGION_02"
    ],
    Bilingual("ولاية أمن الرباط", "Préfecture de police de Rabat"): REGIONS["REGION_10"],
    Bilingual("ولاية أمن فاس", "Préfecture de police de Fès"): REGIONS["REGION_05"],
    Bilingual("الأمن الجهوي بالراشيدية", "Sûreté régionale d'Errachidia"): REGIONS["REGION_04"],
}


def topic(code: str, now: int, before: int, *regions: str) -> TopicCount:
    return TopicCount(code, now, before, {code: 9 - rank for rank, code in enumerate(regions)})


def late(number: int, until: date | None, missing: int | None) -> LateOffice:
    names = (("الأرز", "Al Arz"), ("الزيتونة", "Azzaytouna"), ("الواحة", "Al Waha"))
    name_ar, name_fr = names[number % len(names)]
    command = Bilingual("ولاية أمن فاس", "Préfecture de police de Fès")
    return LateOffice(Bilingual(name_ar, name_fr), command, until, missing)


CHANNELS = (
    ChannelCount("ch.inperson", 2101, 1880),
    ChannelCount("ch.phone", 154, 154),
    ChannelCount("ch.video", 110, 69),
)
READ = Engagement(
    80_000,
    at_least=True,
    read=8,
    unread=4,
    top=TopPublication(Bilingual("الأبواب المفتوحة", "Journées portes ouvertes"), 50_000),
    followers=(
        Followers("pc.facebook", 9_400, False, 9_400, date(2026, 10, 1), date(2026, 10, 30)),
    ),
)
KINDS = ("pb.communique", "pb.rectification", "pb.reportage")


REMARKS = RemarksTold(
    {"rv.phone": 412, "rv.desk": 391, "rv.comment": 95}, 61, ReactionTime(702, 2.0, 19)
)
NONE = RemarksTold({}, 0, ReactionTime.of({}))
REACHED: dict[str, Any] = {
    "awareness": Reached(412, 366, 14_820, 21_375, 128),
    "talks": Reached(366, 366, 14_820, 15_010, 64),
    "actions": {"mt.school": 366, "mt.awareness": 30, "mt.openday": 16},
}
UNREACHED: dict[str, Any] = {
    "awareness": Reached(0, 0, 0, 0, 0),
    "talks": Reached(0, 0, 0, 0, 0),
    "actions": {},
}


def told(total: Tally) -> RumoursTold:
    """Return rumours as heard by the reporting precincts."""
    if not total.reported:
        return RumoursTold(0, 0, 0, Delays(None, None), {}, 0)
    return RumoursTold(
        18, min(11, total.reported), 13, Delays(16, 31), {"vr.true": 1, "vr.unverifiable": 1}, 9
    )


def figures(regions: Mapping[str | None, Tally] = REGIONS, **changes: object) -> NationalFigures:
    """Return the usual month, with other regions or other fields."""
    total = Tally.total(regions.values())
    usual = NationalFigures(
        period=OCTOBER,
        as_of=ISSUED_ON,
        total=total,
        before=replace(total, sessions=2103),
        regions=regions,
        commands=COMMANDS,
        topics=(
            topic("tp.1.1", 455, 402, "REGION_12"),
            topic("tp.3.1", 598, 489, "REGION_02", "REGION_08"),
            topic("tp.4.4", 276, 231, "REGION_10"),
            topic("tp.5.1", 640, 655, "REGION_02", "REGION_05"),
            topic("tp.6.1", 1284, 1061, "REGION_02", "REGION_11"),
            topic("tp.7.1", 312, 214, "REGION_09", "REGION_05"),
        ),
        categories=(
            CategoryCount("pt.association", 9120, 7033, 6810),
            CategoryCount("pt.liberal", 2410, 1702, 1688),
            CategoryCount("pt.commerce", 640, 310, 295),
            CategoryCount("pt.institution", 512, 401, 377),
        ),
        channels=CHANNELS,
        late=(
            late(0, date(2026, 7, 31), 3),
            late(1, date(2026, 8, 31), 2),
            late(2, date(2026, 8, 31), 2),
            *(late(number, date(2026, 9, 30), 1) for number in range(3, 40)),
        ),
        told=told(total),
        told_before=told(total),
        published=dict(zip(KINDS, (205, 24, 140), strict=True)),
        read=READ,
        remarks=REMARKS if total.reported else NONE,
        **(REACHED if total.reported else UNREACHED),
        published_before=dict(zip(KINDS, (190, 20, 133), strict=True)),
    )
    return replace(usual, **changes)  # type: ignore[arg-type]


def plan(
    regions: Mapping[str | None, Tally] = REGIONS, *, publishable: bool = False, **changes: object
) -> NationalPlan:
    counted = figures(regions, **changes)
    found = plan_national(OFFICE, counted, DUE_ON, publishable=publishable)
    return replace(found, number="SP-10/2026" if publishable else "S-10/2026")


def few_published() -> NationalPlan:
    """Return a published month of few regions, with many hidden counts."""
    regions: Mapping[str | None, Tally] = {
        "REGION_12": tally(9, 6, 23, 240, 31, 18, 15),
        "REGION_05": tally(5, 4, 3, 31, 4, 6, 2),
        "REGION_10": tally(12, 11, 41, 520, 60, 44, 40),
        "REGION_02": tally(20, 19, 88, 900, 140, 95, 91),
        "REGION_03": tally(1, 0),
        None: tally(2, 2, 6, 44, 9, 2, 1),
    }
    return plan(
        regions,
        publishable=True,
        before=Tally(sessions=140),
        topics=(topic("tp.1.1", 200, 180), topic("tp.4.4", 100, 3), topic("tp.5.1", 40, 31)),
        categories=(
            CategoryCount("pt.association", 246, 244, 230),
            CategoryCount("pt.liberal", 40, 3, 2),
        ),
        channels=(
            ChannelCount("ch.inperson", 140, 120),
            ChannelCount("ch.phone", 18, 18),
            ChannelCount("ch.video", 3, 2),
        ),
    )
