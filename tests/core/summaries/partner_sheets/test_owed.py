"""What a partner's sheet tells of older promises that are open, and of what others raised."""

from datetime import date

from outreach_app.database import Database
from outreach_app.i18n import Language
from outreach_app.services.commitments import CommitmentDraft
from outreach_app.services.points import PointDraft
from outreach_app.summaries.partner_sheets.plan import PartnerSheetPlan
from outreach_app.summaries.partner_sheets.prose import realise_partner_sheet
from outreach_app.summaries.prose.plain_text import to_plain_text
from tests import makers
from tests.core.summaries.partner_sheets.test_facts import TODAY, planned
from tests.core.summaries.reading import ISOLATES

AR, FR = Language.ARABIC, Language.FRENCH


def told(plan: PartnerSheetPlan, page: Language) -> str:
    words = to_plain_text(realise_partner_sheet(plan, page, TODAY))
    return ISOLATES.sub("", words).replace("\u00a0", " ")


def test_an_own_promise_of_before_the_year_stands_under_a_line_of_its_own(
    database: Database,
) -> None:
    partner = makers.write_partner(database)
    owed = CommitmentDraft("Prêter la salle", "fr", "partner", partner=partner)
    kept = CommitmentDraft(
        *("Afficher le numéro", "fr", "partner"),
        partner=partner,
        status="cst.done",
        status_on=date(2025, 11, 9),
    )
    makers.write_meeting(
        database,
        held_on=date(2025, 11, 8),
        attendances=((partner, True),),
        points=(),
        referrals=(),
        commitments=(owed, kept, CommitmentDraft("Passer", "fr", "office")),
    )
    plan = planned(database, partner)
    assert [row.words.text for row in plan.former] == ["Prêter la salle"]
    lead = "Engagement de ce partenaire antérieur à cette période et encore ouvert : « Prêter la"
    assert lead in told(plan, FR)
    assert "(pris le 08/11/2025, sans échéance, en attente d’exécution)." in told(plan, FR)
    assert "التزام للشريك سابق لهذه المدة ولا يزال مفتوحا: " in told(plan, AR)


def test_a_promise_on_what_another_partner_raised_says_so(database: Database) -> None:
    """« Receive the president » is not the president of the partner whose sheet it is."""
    partner, other = makers.write_partner(database), makers.write_partner(database, name_fr="B")
    raised = [
        PointDraft("request", "tp.6.1", words, "fr", raised_by=who)
        for words, who in (("Recevoir", other), ("Visiter", partner))
    ]
    makers.write_meeting(
        database,
        held_on=date(2026, 10, 14),
        attendances=((partner, True), (other, True)),
        points=tuple(raised),
        referrals=(),
        commitments=tuple(
            CommitmentDraft(f"Promis {place}", "fr", "office", point=place) for place in (0, 1)
        ),
    )
    plan = planned(database, partner)
    assert sorted((row.words.text, row.of_other) for row in plan.pledges) == [
        ("Promis 0", True),
        ("Promis 1", None),
    ]
    assert told(plan, FR).count("(au sujet d’un point soulevé par un autre partenaire)") == 1
    assert told(plan, AR).count("(بشأن نقطة أثارها شريك آخر)") == 1
