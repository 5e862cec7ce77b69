"""The fixed words of the national summary in Arabic."""

from outreach_app.i18n import isolate
from outreach_app.rules.masking import LEAST
from outreach_app.summaries.national_writer import Labels, Sections

_HIDDEN = isolate(str(LEAST))

LABELS = Labels(
    title="الخلاصة الوطنية",
    subtitle="الحوار مع الفاعلين الجمعويين وأصحاب المهن الحرة",
    kind="خلاصة",
    level="وثيقة داخلية",
    public_level="إعلان للعموم",
    few=f"أقل من {_HIDDEN}",
    few_of="أقل من {counted}",
    withheld="محجوب",
    sections=Sections(
        regions="المعطيات حسب الجهات",
        map="خريطة التغطية",
        follow_up="النقط والالتزامات حسب الجهات",
        commands="المعطيات حسب القيادات الأمنية",
        main="الانشغالات الرئيسية",
        rising="الانشغالات في ارتفاع",
        categories="الشركاء حسب الفئة",
        channels="جلسات الحوار حسب القناة",
        states="مآل الالتزامات",
        late="التقارير المنتظرة",
    ),
    key_figures=(
        "التقارير المتوصل بها",
        "نسبة التغطية",
        "جلسات الحوار",
        "المشاركون",
        "الالتزامات المنجزة",
    ),
    area_headings=(
        "الجهة",
        "الدوائر الأمنية",
        "التقارير المتوصل بها",
        "التغطية",
        "جلسات الحوار",
        "المشاركون",
        "الجمعيات",
        "الالتزامات",
        "المنجزة منها",
    ),
    command="القيادة الأمنية",
    follow_up_headings=(
        "الجهة",
        "النساء",
        "النقط المثارة",
        "دون تفاعل",
        "الالتزامات",
        "المنجزة",
        "المتأخرة",
    ),
    concern="الموضوع",
    trend="التغير",
    regions_named="الجهات الأكثر ذكرا",
    category_headings=("الفئة", "المسجلون", "الذين تم لقاؤهم", "النسبة"),
    channel="القناة",
    late_headings=("الدائرة الأمنية", "القيادة الأمنية", "آخر تقرير متوصل به", "التقارير الناقصة"),
    total="المجموع",
    other_region="جهة غير محددة",
    other_command="قيادة غير محددة",
    never="لم يرد أي تقرير",
    regions_note="التغطية: عدد التقارير المتوصل بها مقسوما على عدد الدوائر الأمنية."
    " المنجزة منها: نسبة الالتزامات المنجزة من الالتزامات المسجلة.",
    hidden_note=f"حُجبت الأعداد التي تقل عن {_HIDDEN}، وكذا ما يسمح باستنتاجها.",
    counted_note="لا تُحتسب إلا الدوائر الأمنية التي وردت تقاريرها.",
    map_key="نسبة التغطية",
    map_steps=(
        isolate("95–100\u00a0%"),
        isolate("90–94\u00a0%"),
        isolate("80–89\u00a0%"),
        "أقل من " + isolate("80\u00a0%"),
    ),
    map_empty="لا معطيات",
    map_hidden="لا معطيات أو محجوب",
    map_note="المربعات مرتبة حسب الموقع الجغرافي، لا حسب المساحة.",
    states=("منجزة", "قيد الإنجاز", "متأخرة", "مآل آخر"),
)
