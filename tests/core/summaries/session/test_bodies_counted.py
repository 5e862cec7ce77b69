"""The number of organisations typed, beside the partners listed or the kinds ticked."""

from uuid import UUID

from outreach_app.database import Database
from outreach_app.i18n import Language
from outreach_app.summaries.prose.plain_text import to_plain_text
from outreach_app.summaries.session.plan import SessionPlan
from outreach_app.summaries.session.prose import realise
from tests import makers
from tests.core.summaries.plans import ISSUED_ON
from tests.core.summaries.reading import ISOLATES
from tests.core.summaries.session.recorded import HELD_ON, plan

BARE: dict[str, object] = {"points": (), "commitments": (), "referrals": ()}


def test_one_of_each_kind_ticked_is_one_body_and_one_professional(database: Database) -> None:
    ticked: dict[str, object] = {
        **BARE,
        "attendances": (),
        "headcount": None,
        "women": None,
        "bodies": 2,
        "kinds_present": ("as.youth", "pr.jeweller"),
    }
    met = makers.write_meeting(database, held_on=HELD_ON, **ticked)
    assert plan(database, met).bodies == 1
    more = makers.write_meeting(database, held_on=HELD_ON, **{**ticked, "bodies": 3})
    assert plan(database, more).bodies == 3


def test_a_school_that_bears_a_name_is_kept_by_its_name_too(
    database: Database, partner: UUID
) -> None:
    school = makers.write_partner(
        database, category="pt.liberal", type="pr.school_private", is_named_after_person=True
    )
    both = {**BARE, "attendances": ((partner, True), (school, True)), "bodies": 2}
    met = makers.write_meeting(database, held_on=HELD_ON, **both)
    assert plan(database, met).bodies_kept == 1


def heads(told: SessionPlan) -> tuple[str, str]:
    """Return the pages in Arabic and in French."""
    arabic, french = (
        ISOLATES.sub("", to_plain_text(realise(told, language, ISSUED_ON))).replace("\u00a0", " ")
        for language in (Language.ARABIC, Language.FRENCH)
    )
    return arabic, french


def test_the_number_typed_stands_at_the_head_with_whom_it_counts(
    database: Database, partner: UUID
) -> None:
    """A number that nobody typed at the head would be taken for another meeting's."""
    lawyer = makers.write_partner(
        database, category="pt.liberal", type="pr.lawyer", is_named_after_person=True
    )
    both = {**BARE, "attendances": ((partner, True), (lawyer, True)), "bodies": 2}
    told = plan(database, makers.write_meeting(database, held_on=HELD_ON, **both))
    arabic, french = heads(told)
    assert "عدد الهيئات والمهنيين: 2\n" in arabic
    assert "Organismes et professionnels représentés : 2\n" in french
    one = {**both, "attendances": ((partner, True),), "bodies": 1}
    arabic, french = heads(plan(database, makers.write_meeting(database, held_on=HELD_ON, **one)))
    assert "عدد الهيئات الممثلة: 1\n" in arabic
    assert "Organisme représenté : 1\n" in french


def test_more_counted_than_the_practices_listed_are_told_to_be_unknown(database: Database) -> None:
    """A head that counts six over a page on four left it open who the others were."""
    lawyer, adoul = (
        makers.write_partner(
            database, category="pt.liberal", type=kind, is_named_after_person=True, name_ar=name
        )
        for kind, name in (("pr.lawyer", "التازي"), ("pr.adoul", "الكتاني"))
    )
    both = {**BARE, "attendances": ((lawyer, True), (adoul, True)), "headcount": 20}
    for number, ar, fr in (
        (3, "هوية الطرف الآخر، هيئة كان أو مهنيا.", "de l’autre organisme ou professionnel"),
        (4, "هوية الطرفين الآخرين، من الهيئات", "des autres organismes ou professionnels"),
    ):
        met = makers.write_meeting(database, held_on=HELD_ON, **{**both, "bodies": number})
        arabic, french = heads(plan(database, met))
        assert f"عدد الهيئات والمهنيين: {number}\n" in arabic
        assert f"ولم تُدون {ar}" in arabic
        assert f"L’identité {fr} n’a pas été relevée." in french
    met = makers.write_meeting(database, held_on=HELD_ON, **{**both, "bodies": 2})
    assert "identité" not in heads(plan(database, met))[1]


def test_associations_counted_as_listed_leave_nobody_else_open(
    database: Database, partner: UUID
) -> None:
    """« Des organismes, notamment … » stood over the names of all of them."""
    school = makers.write_partner(database, category="pt.institution", type=None)
    both = {**BARE, "attendances": ((school, True), (partner, True)), "associations": 1}
    told = {**both, "kind": "mt.openday", "headcount": None, "women": None, "bodies": None}
    arabic, french = heads(plan(database, makers.write_meeting(database, held_on=HELD_ON, **told)))
    assert "بمشاركة هيئة عمومية و" in arabic
    assert "هيئات، منها" not in arabic
    assert "notamment" not in french


def test_a_woman_who_came_alone_for_her_practice_is_one(database: Database) -> None:
    guide = makers.write_partner(
        database, category="pt.liberal", type="pr.tourguide", is_named_after_person=True
    )
    alone = {**BARE, "attendances": ((guide, True),), "bodies": 1, "headcount": 1, "women": 1}
    told = {**alone, "kind": "mt.reception"}
    arabic, french = heads(plan(database, makers.write_meeting(database, held_on=HELD_ON, **told)))
    assert "مرشدة سياحية، يوم" in arabic
    assert "une guide de tourisme" in french
    assert "امرأة" not in arabic
    assert "représentée" not in french
