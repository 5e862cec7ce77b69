"""What a partner's sheet calls our doing, and what it tells of other partners."""

from dataclasses import replace

from outreach_app.i18n import Language
from outreach_app.summaries.hand_outs.prose import realise_hand_out
from outreach_app.summaries.prose.plain_text import to_plain_text
from tests.core.summaries.given_sheets import ISSUED_ON, promise, remark, sheet
from tests.core.summaries.hand_outs.test_prose import of_state, told
from tests.core.summaries.plans import arabic

AR, FR = Language.ARABIC, Language.FRENCH


def test_what_is_answered_passed_on_or_awaited_is_not_titled_as_done() -> None:
    for state in ("cst.open", "out.answered", "answered", "out.under_study", "told_to_other"):
        written = to_plain_text(realise_hand_out(sheet(of_state(state)), FR, ISSUED_ON))
        assert "Vous avez dit, voici où nous en sommes\n" in written
    for state, owner, title in (
        ("cst.done", "authority", "قلتم… وهذا مآل ما أثرتموه"),
        ("cst.done", "office", "قلتم… وأنجزنا"),
    ):
        plan = sheet(remark(state, promises=(promise(arabic("شيء"), state, owner=owner),)))
        assert f"{title}\n" in to_plain_text(realise_hand_out(plan, AR, ISSUED_ON))


def test_an_answer_to_another_partner_is_not_told_as_given_to_this_one() -> None:
    plan = sheet(replace(of_state("told_to_other"), is_own=False, is_common=False))
    assert "Réponse donnée au partenaire concerné" in told(plan, FR)
    assert "il a fait l’objet d’une réponse au partenaire concerné." in told(plan, FR)
    assert "وقد أُبلغ الجواب عنها إلى من أثارها." in told(plan, AR)
