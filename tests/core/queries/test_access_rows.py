"""Each row of the access log tells an act, not a thing alone."""

from outreach_app.i18n import ScreenLanguage, use
from outreach_app.queries.access_rows import act_words, deed_words


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
    assert deed_words("seen", "get_person") == "الاطلاع على بطاقة شخص"
    # The filter keeps what was recorded too.
    assert act_words("change") == "تسجيل أو تعديل"


def test_a_list_that_is_proposed_is_no_archive_noted_nor_a_period_changed() -> None:
    use(ScreenLanguage.ARABIC)
    assert deed_words("retention", "propose_elimination") == "اقتراح لائحة إتلاف"
    assert deed_words("retention", "note_archive") == "تسجيل: أرشيف لائحة إتلاف"
    assert deed_words("retention", "of_a_later_version") == act_words("retention")
