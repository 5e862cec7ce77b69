"""The fixed Arabic texts of a partner's sheet."""

from outreach_app.i18n import Language
from outreach_app.rules.statuses import CommitmentStatus, PointReaction
from outreach_app.summaries.hand_outs.labels import Again, Labels, Raised
from outreach_app.summaries.hand_outs.promise_words import AWAITED
from outreach_app.summaries.hand_outs.states import (
    AGAIN,
    BY_OTHER,
    CLOSED,
    NOTED,
    PASSED_ON,
    PROMISED,
    TOLD_TO_OTHER,
    UNKEPT,
    WAITING,
)

PAGE = Language.ARABIC

LABELS = Labels(
    title="قلتم… وأنجزنا",
    title_together="قلتم… وأنجزنا معا",
    title_open=("قلتم… وهذا مآل ما أثرتموه",) * 2,
    title_of_some=("قلتم… وهذا مآل ما أُثير",) * 2,
    title_of_others=("شاركتم… وهذا مآل ما أُثير",) * 2,
    kind="ورقة",
    own={
        Raised.SAID: ("قلتم لنا", "التتبع"),
        Raised.REQUESTED: ("طلبتم", "التتبع"),
        Raised.ASKED: ("سألتم", "التتبع"),
        Raised.PROPOSED: ("اقترحتم", "التتبع"),
    },
    common=("مما أثاره المشاركون", "التتبع"),
    others=(
        ("مما أثاره شريك آخر", "التتبع"),
        ("مما أثاره شريكان آخران", "التتبع"),
        ("مما أثاره شركاء آخرون", "التتبع"),
    ),
    theirs=("ما التزمتم به", "التتبع"),
    promised=("التزامكم:", "التزاماكم:", "التزاماتكم:"),
    state="الحالة",
    no_detail="اقتُصر على ذكر الموضوع",
    no_own=(
        "يُرجى الرجوع إلى التزامكم أدناه",
        "يُرجى الرجوع إلى التزاميكم أدناه",
        "يُرجى الرجوع إلى التزاماتكم أدناه",
    ),
    by_other="التزم أحد الشركاء بشأن هذه النقطة",
    ended_by_other={
        CommitmentStatus.DONE: "، وتم الوفاء بهذا الالتزام",
        CommitmentStatus.PARTLY: "، ونُفذ هذا الالتزام جزئيا",
        CommitmentStatus.BLOCKED: "، وتعذر تنفيذ هذا الالتزام",
        CommitmentStatus.DROPPED: "، وتم التخلي عن هذا الالتزام",
        UNKEPT: "، ولم يُنفَّذ ما التُزم به",
    },
    told="أجبنا عن هذه النقطة",
    told_to_other="أُجيب عن هذه النقطة",
    unquoted={
        PointReaction.LOOKED_INTO: "أحلنا الموضوع على الجهة المختصة قصد اتخاذ ما يلزم",
        PointReaction.OUT_OF_SCOPE: "لا يدخل الموضوع ضمن اختصاصنا",
        PointReaction.NO_FOLLOW_UP: "لم يُتخذ أي إجراء بشأن الموضوع",
        PointReaction.RESOLVED: "عولجت النقطة",
        PointReaction.UNDER_STUDY: "ندرس الموضوع",
        PointReaction.ORIENTED: "وُجه المعنيون إلى المسطرة القضائية أو الرقم 19",
        NOTED: "سُجلت النقطة ضمن الأخبار المتداولة",
        WAITING: "لم يُسجل بعد أي إجراء",
    },
    transmitted="محال على الجهة المختصة",
    settled="عولجت النقطة مباشرة، دون التزام ولا إحالة",
    kept=("أُنجز التزامكم", "أُنجز التزاماكم", "أُنجزت التزاماتكم"),
    yours=(("التزامكم: ", "التزاماتكم: "), ("أحد التزاماتكم: ", "بعض التزاماتكم: ")),
    given=("أُبلغ جوابنا يوم ", ""),
    passed_back=("أُبلغ الجواب يوم ", ""),
    again="أُثيرت النقطة من جديد ",
    then="، ثم ",
    again_ends={
        Again.NOWHERE: ("",) * 2,
        Again.NEXT: (":",) * 2,
        Again.BY_DAY: (
            "، وما سُجل بشأنها مبين في خانة هذا التاريخ",
            "، وما سُجل بشأنها مبين في موضعه حسب كل تاريخ",
        ),
        Again.ABOVE: ("، وما سُجل بشأنها مبين أعلاه",) * 2,
    },
    settled_before=(
        "ولا تُدرج هنا النقط السابقة التي انتهى تتبعها.",
        "ولا تُدرج هنا النقط السابقة الأخرى التي انتهى تتبعها.",
    ),
    notes="ملاحظاتكم",
    open_on_treated=(
        "، ولا يزال الالتزام مفتوحا في السجل",
        "، ولا يزال الالتزامان مفتوحين في السجل",
        "، ولا تزال الالتزامات مفتوحة في السجل",
    ),
    alike="التزام بالمضمون نفسه بشأن نقطة أخرى، يُتتبع في خانتها: ",
    apart=(
        "التزام لا يرتبط بأي نقطة مثارة:",
        "التزامان لا يرتبطان بأي نقطة مثارة:",
        "التزامات لا ترتبط بأي نقطة مثارة:",
    ),
    of_meeting=("اللقاء أو الاتصال", "الالتزام وتتبعه"),
)
STATES = {
    WAITING: "في انتظار إجراء من جانبنا",
    PROMISED: AWAITED[PAGE],
    PASSED_ON: "التزام محال على الجهة المختصة",
    NOTED: "خبر متداول",
    AGAIN: "أُثيرت من جديد",
    BY_OTHER: "في انتظار أحد الشركاء",
    TOLD_TO_OTHER: "أُجيب عنها",
    CLOSED: "نقطة مغلقة",
    PointReaction.LOOKED_INTO: LABELS.transmitted,
}
