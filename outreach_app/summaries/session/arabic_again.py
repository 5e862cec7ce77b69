"""What came of a point at the later meetings, or on the earlier one it recalls, in Arabic."""

from collections.abc import Iterator
from dataclasses import replace

from outreach_app.i18n import Language, isolate
from outreach_app.rules.kinds import CommitmentOwner
from outreach_app.rules.statuses import CommitmentStatus
from outreach_app.summaries.prose.arabic import label_span, short_date
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.composition import joined, text
from outreach_app.summaries.prose.facts import OfficeFacts
from outreach_app.summaries.prose.meeting_kinds import arabic_kind
from outreach_app.summaries.prose.quoting import inline
from outreach_app.summaries.session.arabic_states import debtor, how_it_stood, reaction
from outreach_app.summaries.session.plan import SituationFacts
from outreach_app.summaries.session.point_kinds import by_whom
from outreach_app.summaries.session.promises import (
    AgainFacts,
    AskedFacts,
    CommitmentFacts,
    EarlierState,
    RecalledFacts,
)
from outreach_app.summaries.session.raised import came_in_order, reaction_again


def raised_again(line: SituationFacts, path: str) -> Text:
    """Return «أُعيدت إثارتها خلال الزيارة رقم 06/2026، وكان مآلها: …»."""
    again, path = line.again, f"{path}.again"
    if again is None:
        return text("أُعيدت إثارتها")
    lead = "تُقارن بنقطة مماثلة أُثيرت" if again.is_likely else "أُعيدت إثارتها"
    said = text(lead, _when(again, path), _by(again, path))
    came = [each for each in _came(again, path) if each]
    if came:
        return text(said, "، وكان مآلها: ", joined(came, "؛ "))
    return said if again.is_rumour else text(said, "، دون تسجيل أي مآل")


def _when(again: AgainFacts, path: str) -> Text:
    """Return «خلال الزيارة رقم 06/2026», «في ملاحظة واردة خارج اللقاءات»."""
    if again.met is None:
        return text(" في ملاحظة واردة خارج اللقاءات")
    number = Span(isolate(again.met.number), f"{path}.met.number") if again.met.number else None
    kind = arabic_kind(*again.met.kind_said).later
    return text(" خلال ", kind, text(" رقم ", number) if number else "")


def _by(again: AgainFacts, path: str) -> Text:
    """Return «(باسم جمعية النور)» of others than those who had raised it at first."""
    if again.is_by_others:
        return text(" (من طرف مشاركين آخرين)")
    by = by_whom(again, path, Language.ARABIC, women=again.is_raiser_woman)
    return (
        text(" (", (replace(by[0], text=by[0].text.removeprefix(" ")), *by[1:]), ")") if by else ()
    )


def _came(again: AgainFacts, path: str) -> Iterator[Text]:
    """Yield what came of it there: a reaction, an answer, commitments, services asked."""
    code = reaction_again(again)
    if code:
        yield reaction(code, f"{path}.code")
    elif again.is_replied:
        yield text("قُدم الجواب")
    noun = "التزام "
    for each in came_in_order(again):
        if isinstance(each, AskedFacts):
            yield _asked(each, f"{path}.asked.{each.number}")
        else:
            yield text(noun, _stood(*each, path))
            noun = "التزام آخر "
    if again.is_closed and not code:
        yield text("أُغلقت النقطة")


def recalled(row: RecalledFacts, path: str, office: OfficeFacts) -> Text:
    """Return «الالتزام المسجل في إطار الاستقبال رقم 04/2026: «…»، في انتظار التنفيذ»."""
    number = Span(isolate(row.met.number), f"{path}.met.number") if row.met.number else None
    at = text(" رقم ", number) if number else ""
    lead = text("الالتزام المسجل في إطار ", arabic_kind(*row.met.kind_said).later, at, ": ")
    (state,) = row.states
    (promise,) = state.promises
    fact = f"{path}.states.{state.code}.promises.{promise.number}"
    words = inline(promise.words, f"{fact}.words", Language.ARABIC)
    of_other = promise.owner != CommitmentOwner.OFFICE
    who = text(" (المكلف بالتنفيذ: ", debtor(promise, fact, office), ")") if of_other else ""
    return text(lead, words, who, "، ", _stood(state, promise, path))


def _stood(state: EarlierState, promise: CommitmentFacts, path: str) -> Text:
    """Return «منجز يوم 23/05/2026», «انقضى أجله (01/10/2026) ولم يُسجل أي إنجاز»."""
    fact, path = f"{path}.states.{state.code}.code", f"{path}.states.{state.code}"
    path = f"{path}.promises.{promise.number}"
    due = Span(short_date(promise.due_on), f"{path}.due_on") if promise.due_on else None
    if state.code == CommitmentStatus.OVERDUE and due:
        return text("انقضى أجله (", due, ") ولم يُسجل أي إنجاز")
    said = how_it_stood(state, promise, path, fact)
    set_for = state.code in (CommitmentStatus.OPEN, CommitmentStatus.IN_PROGRESS)
    is_due = set_for and due and not promise.is_late
    return text(said, text("، وأجله محدد في ", due or "") if is_due else "")


def _asked(row: AskedFacts, path: str) -> Text:
    """Return «إحالة على الجماعة ورد جوابها يوم 26/06/2026»."""
    asked = text("إحالة على ", label_span(row.to, f"{path}.to"))
    if not row.is_answered:
        return text(asked, " لم يُسجل أي جواب عنها")
    on = Span(short_date(row.on), f"{path}.on") if row.on else None
    return text(asked, "، ورد الجواب عنها", text(" يوم ", on) if on else "")
