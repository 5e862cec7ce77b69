"""The categories of partners by the types that are noted as present."""

from outreach_app.rules.kinds import PartnerCategory, categories_of


def test_types_stand_for_their_categories() -> None:
    both = {PartnerCategory.ASSOCIATION, PartnerCategory.LIBERAL}
    assert categories_of(["pr.notary", "pr.lawyer", "as.parents"]) == both
    assert categories_of(["pt.media"]) == set()
