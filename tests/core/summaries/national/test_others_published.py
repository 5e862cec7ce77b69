"""The public reads how many partners are no associations where the table shows all of them."""

from dataclasses import replace

from outreach_app.i18n import Language
from outreach_app.queries.national import CategoryCount
from tests.core.summaries import nations
from tests.core.summaries.national.test_publishable import words

AR, FR = Language.ARABIC, Language.FRENCH
LIBERAL, MEDIA = (CategoryCount(f"pt.{code}", 90, 5, 30) for code in ("liberal", "media"))


def test_other_bodies_are_named_only_where_five_were_met() -> None:
    for categories, ar, fr in (
        ((replace(LIBERAL, met=4),), "", ""),
        ((LIBERAL,), "و5 شركاء آخرين (أصحاب المهن الحرة)", "et 5 autres partenaires (professions"),
        ((LIBERAL, MEDIA), "و10 شركاء آخرين", "et 10 autres partenaires."),
        # What the table hides follows from no sum.
        ((LIBERAL, replace(MEDIA, met=3)), "وشركاء آخرين.", "et d’autres partenaires."),
    ):
        plan = nations.plan(publishable=True, categories=categories)
        assert ar in words(plan, AR)
        assert fr in words(plan, FR)
        assert ("شركاء آخرين" in words(plan, AR)) == bool(ar)
