"""The Arabic words for what was promised about a point of a partner's sheet and passed on."""

from functools import partial

from outreach_app.i18n import Language
from outreach_app.rules.kinds import CommitmentOwner
from outreach_app.rules.statuses import CommitmentStatus
from outreach_app.summaries.hand_outs.departments import is_addressee, is_department
from outreach_app.summaries.hand_outs.outcomes import Outcomes
from outreach_app.summaries.hand_outs.plan import PartnerFacts, PromiseFacts, ReferralFacts
from outreach_app.summaries.hand_outs.promise_words import promise_state
from outreach_app.summaries.prose.arabic import full_date, label_span
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.composition import text

# The services that are masculine: a council, a province, the gendarmerie.
_MASCULINE = {"rf.district_council", "rf.province", "rf.gendarmerie"}


def by_whom(partner: PartnerFacts, promise: PromiseFacts, path: str) -> Text:
    """Lead to the words of a commitment: ours, the partner's, or that of the service."""
    if promise.owner == CommitmentOwner.PARTNER:
        return text("ما التزمتم به: ")
    if promise.owner != CommitmentOwner.AUTHORITY:
        return text("ما التزمنا به: ")
    if is_addressee(partner, promise.authority):
        return text(Span("ما التزمتم به", f"{path}.authority"), ": ")
    by_whom = Span("الجهة المختصة", f"{path}.owner")
    if promise.authority:
        by_whom = label_span(promise.authority, f"{path}.authority")
    whose = " التابعة لها مصلحتكم" if is_department(partner, promise.authority) else ""
    return text("التزام ", by_whom, whose, ": ")


def _done_by(partner: PartnerFacts, promise: PromiseFacts, path: str) -> Text:
    """Return «ما أُنجز», or who kept a commitment: «ما أنجزته الجماعة», «ما أنجزتموه»."""
    if promise.owner != CommitmentOwner.AUTHORITY:
        return text("ما أُنجز")
    if promise.authority is None:
        return text("ما أنجزته الجهة المختصة")
    if is_addressee(partner, promise.authority):
        return text(Span("ما أنجزتموه", f"{path}.authority"))
    verb = "ما أنجزه " if promise.authority in _MASCULINE else "ما أنجزته "
    return text(verb, label_span(promise.authority, f"{path}.authority"))


def _asked(partner: PartnerFacts, row: ReferralFacts, path: str) -> Text:
    """Return «أحلنا الموضوع على الجماعة», «أحلنا الموضوع عليكم»."""
    to = text("على ", label_span(row.to, f"{path}.to") if row.to else "الجهة المختصة")
    if is_addressee(partner, row.to):
        to = text(Span("عليكم", f"{path}.to"))
    return text("أحلنا الموضوع ", to)


OUTCOMES = Outcomes(
    page=Language.ARABIC,
    day=full_date,
    label=partial(promise_state, page=Language.ARABIC),
    comma="، ",
    colon=": ",
    state="الحالة: ",
    due="ينتهي الأجل في ",
    due_before="انتهى الأجل في ",
    reason="السبب: ",
    ended={
        CommitmentStatus.BLOCKED: ("تعذر تنفيذه", "، حسب ما سُجل يوم "),
        CommitmentStatus.DROPPED: ("تم التخلي عنه", " يوم "),
    },
    reason_of_end="، للسبب التالي: ",
    done_by=_done_by,
    done="أُنجز",
    late="بعد انصرام الأجل",
    missed=("كان مقررا في أجل أقصاه ", "، ولم يُسجل إنجازه بعد."),
    begun={
        CommitmentStatus.PARTLY: "، ولم يُنجز إلا جزئيا.",
        CommitmentStatus.IN_PROGRESS: "، ولا يزال قيد الإنجاز.",
    },
    put_off="الأجل الجديد: ",
    lapsed="، وقد انصرم بدوره",
    renewed="جُدد الالتزام يوم ",
    renewed_late=("انصرم الأجل (", ")، وجُدد الالتزام يوم "),
    asked=_asked,
    on=" يوم ",
    unanswered="، ولم يرد الجواب بعد",
    asked_again="، ولم يُسجل جواب عن هذه الإحالة",
    answered="، وورد الجواب",
    end="",
)
