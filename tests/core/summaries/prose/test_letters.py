"""A number in letters stands alone, or before the noun that it counts."""

from outreach_app.i18n import Language
from outreach_app.summaries.prose import nouns
from outreach_app.summaries.prose.counts import Case
from outreach_app.summaries.prose.letters import in_letters, spelled


def test_eight_without_its_noun_loses_its_yaa() -> None:
    assert in_letters(8, Language.ARABIC, feminine=True) == "ثمانٍ"
    assert in_letters(8, Language.ARABIC, feminine=False) == "ثمانية"
    remarks = spelled(nouns.REMARK, 8, Case.NOMINATIVE, Language.ARABIC)
    assert remarks.replace("\u00a0", " ").startswith("ثماني ")
