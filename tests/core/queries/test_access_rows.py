"""Each row of the access log tells an act, not a thing alone."""

from outreach_app import clock
from outreach_app.actors import Role
from outreach_app.i18n import ScreenLanguage, use
from outreach_app.queries.access_rows import LoggedRow, act_words, deed_words


def test_an_act_on_accounts_is_told_as_an_act() -> None:
    use(ScreenLanguage.FRENCH)
    assert deed_words("account", "list_access") == "Consultation du journal des accès"
    assert deed_words("account", "add_account") == "Enregistrement\u00a0: compte"
    use(ScreenLanguage.ARABIC)
    assert deed_words("purpose", "change_purpose") == "تعديل: غرض السجل"
    assert deed_words("unlock", None) == "فتح السجل"


def test_what_is_no_change_of_a_record_is_not_told_as_one() -> None:
    use(ScreenLanguage.ARABIC)
    assert deed_words("change", "publish_rectification") == "نشر بيان حقيقة"
    assert deed_words("change", "give_reply") == "إبلاغ جواب عن نقطة"
    assert deed_words("change", "register_person") == "تسجيل: شخص"
    assert deed_words("rights", "inform_person") == "إخبار شخص معني"
    assert deed_words("rights", "record_claim") == "تسجيل: طلب شخص معني"
    assert deed_words("seen", "prepare_extract") == "إعداد مستخرج للمعني بالأمر"
    # The filter keeps what was recorded too.
    assert act_words("change") == "تسجيل أو تعديل"


def test_a_list_that_is_proposed_is_no_archive_noted_nor_a_period_changed() -> None:
    use(ScreenLanguage.ARABIC)
    assert deed_words("retention", "propose_elimination") == "اقتراح لائحة إتلاف"
    assert deed_words("retention", "note_archive") == "تسجيل: أرشيف لائحة إتلاف"
    assert deed_words("retention", "of_a_later_version") == act_words("retention")


def test_an_account_whose_role_changed_is_told_with_the_one_it_acted_in() -> None:
    def told(role: str, holder: tuple[Role, int] | None = None) -> str | None:
        row = LoggedRow(1, clock.now(), "", role, "change", None, None, None, holder)
        return row.account_words

    use(ScreenLanguage.FRENCH)
    assert told("deputy", (Role.READER, 2)) == "lecteur 2 (rôle d’alors\u00a0: adjoint)"
    assert told("reader", (Role.READER, 2)) == "lecteur 2"
    assert told("headquarters", (Role.ADMINISTRATOR, 1)) == "administrateur"
    assert told("", (Role.READER, 1)) == "lecteur"  # a failed opening is in no role
    assert told("chief") is None
    use(ScreenLanguage.ARABIC)
    assert told("deputy", (Role.READER, 2)) == "قارئ 2 (بصفة نائب الرئيس)"
