"""The circulation level is on each page, and names require the narrowest one."""

import pytest

from outreach_app.documents.imprint import issued_line
from outreach_app.documents.render import render
from outreach_app.i18n import Language
from outreach_app.summaries.national.prose import realise_national
from outreach_app.summaries.prose.circulation import Circulation
from tests.core.documents.kinds import KINDS, realised
from tests.core.documents.reading import pages_of, seen
from tests.core.documents.samples import (
    ARABIC_POINTS,
    FRENCH_POINTS,
    ISSUE,
    TITLES,
    session,
)
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


@pytest.mark.parametrize("language", Language)
def test_every_page_states_its_level_and_its_edition(language: Language) -> None:
    """Number, version, time and check code, on the pages after the first as well."""
    points = (ARABIC_POINTS if language is Language.ARABIC else FRENCH_POINTS) * 8
    document = session(language, points)
    pages = pages_of(render(document, ISSUE, TITLES[language]).pdf)
    assert len(pages) > 1
    for page in pages:
        assert seen(document.level.words(language)) in page
        assert seen(issued_line(language, "", ISSUE)) in page
