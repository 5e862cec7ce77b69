"""Each row of the access log tells an act, not a thing alone."""

from outreach_app.i18n import ScreenLanguage, use
from outreach_app.queries.access_rows import deed_words


def test_an_act_on_accounts_is_told_as_an_act() -> None:
    use(ScreenLanguage.FRENCH)
    assert deed_words("account", "list_access") == "Consultation\u00a0: comptes et journal"
    assert deed_words("account", "add_account") == "Enregistrement\u00a0: comptes et journal"
    use(ScreenLanguage.ARABIC)
    assert deed_words("purpose", "change_purpose") == "تعديل: غرض السجل"
    assert deed_words("unlock", None) == "فتح"
