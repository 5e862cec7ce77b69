"""The circulation level is on each page, and names require the narrowest one."""

import pytest

from outreach_app.i18n import Language
from outreach_app.summaries.national.prose import realise_national
from outreach_app.summaries.prose.circulation import Circulation
from tests.core.documents.kinds import KINDS, realised
from tests.core.summaries import nations

LEVELS = {
    "attendance": Circulation.RESTRICTED,  # signed with names
    "extract": Circulation.RESTRICTED,
    "notice": Circulation.PUBLIC,
    "published": Circulation.PUBLIC,
    "hand-out": Circulation.PARTNER,
    "rectification": Circulation.PARTNER,
}


@pytest.mark.parametrize("language", Language)
def test_each_kind_says_how_far_it_may_go(language: Language) -> None:
    told = {kind: realised(kind, language).level for kind in KINDS}
    assert told == {kind: LEVELS.get(kind, Circulation.INTERNAL) for kind in KINDS}


def test_only_what_tells_no_small_count_is_public() -> None:
    for is_publishable in (False, True):
        plan = nations.plan(publishable=is_publishable)
        level = realise_national(plan, Language.FRENCH, nations.ISSUED_ON).level
        assert (level is Circulation.PUBLIC) == is_publishable
