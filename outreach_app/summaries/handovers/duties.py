"""The cells of what is to do, by whom, and where it comes from."""

from outreach_app import vocabulary
from outreach_app.i18n import Language, isolate
from outreach_app.rules.kinds import CommitmentOwner, PointKind
from outreach_app.summaries.handovers.naming import NOTHING, named
from outreach_app.summaries.handovers.plan import (
    DutyFacts,
    EndedCommitment,
    Nature,
    OpenCommitment,
    Origin,
)
from outreach_app.summaries.handovers.spokesmen import OF_PEOPLE, spokesman
from outreach_app.summaries.handovers.to_agree import AGREED_WITH, to_agree
from outreach_app.summaries.handovers.to_close import to_close
from outreach_app.summaries.handovers.unsettled import settle_meeting
from outreach_app.summaries.handovers.words import LABELS
from outreach_app.summaries.prose import arabic, french
from outreach_app.summaries.prose.blocks import Cell, Span, Text, plain
from outreach_app.summaries.prose.composition import text, typeset
from outreach_app.summaries.prose.facts import OfficeFacts, Words
from outreach_app.summaries.prose.french import sentence_case
from outreach_app.summaries.prose.meeting_kinds import arabic_kind, french_kind
from outreach_app.summaries.prose.quoting import inline, own_title, quotation

AR, FR = Language.ARABIC, Language.FRENCH
# Lead to what is under study, and to the first reply to it.
_ANSWER = {
    AR: ("الجواب عن ", "قيد الدراسة", "؛ الجواب الأولي: "),
    FR: ("Répondre ", "à l’étude", "\u00a0; première réponse\u00a0: "),
}
# Lead to what was passed on to a service.
_PURSUE = {
    AR: "معرفة ما اتخذته المصلحة المختصة بشأن ",
    FR: "S’enquérir de la suite donnée par le service compétent ",
}


def duty(row: DutyFacts, language: Language) -> tuple[Cell, ...]:
    """Return by when, of what nature, what, and where it comes from.

    No law sets a day to inform a person, or to answer a referral: these are the office's own.
    """
    path, labels = f"duties.{row.number}", LABELS[language]
    write = (arabic if language is AR else french).short_date
    day: Text = text(Span(write(row.due_on), f"{path}.due_on")) if row.due_on else ()
    due, reference = day or text(labels.at_once), origin(row.origin, f"{path}.origin", language)
    if row.nature in labels.references:
        reference = text(labels.references[row.nature])
    if row.nature in (Nature.INFORM, Nature.FOLLOW) and day:
        due = text(day, f" ({labels.own_delay})")
    return (
        due,
        text(Span(labels.natures[row.nature], f"{path}.nature")),
        _to_do(row, path, language),
        reference,
    )


def _to_do(row: DutyFacts, path: str, language: Language) -> Cell:
    labels = LABELS[language]
    told = {Nature.ANSWER: _to_answer, Nature.PURSUE: _to_pursue, Nature.CLOSE: _to_close}
    if row.nature in {*labels.settle, Nature.REACT, *told}:
        settle = told.get(row.nature, _to_settle)
        return settle(row, path, language)
    if row.words is not None:
        said = _to_tell if row.nature is Nature.TELL else _to_keep
        return said(row, row.words, path, language)
    if row.nature in (Nature.REMIND, Nature.FOLLOW):
        return _to_remind(row, path, language)
    if row.nature in OF_PEOPLE:
        return text(OF_PEOPLE[row.nature][language], spokesman(row, path, language))
    if row.nature in (Nature.RECORD, Nature.RESCHEDULE):
        return settle_meeting(row, path, language)
    return _to_prepare(row, path, language)


def _to_prepare(row: DutyFacts, path: str, language: Language) -> Cell:
    """Return « Préparer la rencontre périodique – … (…) »."""
    labels = LABELS[language]
    subject = own_title(row.subject, f"{path}.subject", language) if row.subject else ()
    partners = named(row.partners, path, language)
    code, channel = row.kind or "", row.channel or ""
    # The Arabic preposition is written with its noun.
    prepared = f"ل{arabic_kind(code, channel).name}"
    if language is FR:
        prepared = french_kind(code, channel).object
    said = text(labels.prepare, Span(prepared, f"{path}.kind"))
    own = arabic_kind(code, channel).name if language is AR else prepared.partition(" ")[2]
    if subject and plain(subject).casefold().startswith(own.casefold()):
        # « Préparer une rencontre périodique – Rencontre périodique avec… » says it twice.
        said = text(labels.prepare.rstrip(), ": " if language is AR else "\u00a0: ", subject)
    elif subject:
        said = text(said, " – ", subject)
    return text(said, " (", partners, ")") if partners else said


def _to_remind(row: DutyFacts, path: str, language: Language) -> Text:
    """Return « Relancer la commune au sujet de la saisine du 16/10/2026 (thématique : …) ».

    Until it is time for that: « Suivre la réponse de la commune à la saisine du … ». The topic is
    our own heading: no guillemets, which are of what people said.
    """
    code, is_followed = row.authority or "", row.nature is Nature.FOLLOW
    topic = _topic(row, path, language)
    if row.is_closed:
        topic = text(topic, Span(LABELS[language].point_closed, f"{path}.is_closed"))
    write = (arabic if language is AR else french).short_date
    day = Span(write(row.sent_on), f"{path}.sent_on") if row.sent_on else ""
    if language is AR:
        service = arabic.label_span(code, f"{path}.authority")
        dated = text(" المؤرخة في ", day) if day else ""
        brackets = text(" (الموضوع: ", topic, ")")
        if is_followed:
            return text("تتبع جواب ", service, " عن الإحالة", dated, brackets)
        return text("تذكير ", service, " بالإحالة", dated, brackets)
    dated = text(" du ", day) if day else ""
    brackets = text(" (thématique\u00a0: ", topic, ")")
    if is_followed:
        of = french.service(code, f"{path}.authority", "de")
        return text("Suivre la réponse ", of, " à la saisine", dated, brackets)
    to = french.service(code, f"{path}.authority")
    return text("Relancer ", to, " au sujet de la saisine", dated, brackets)


def _to_settle(row: DutyFacts, path: str, language: Language) -> Text:
    """Return « Vérifier l’information : « … » », or the topic of words that are not shown."""
    labels = LABELS[language]
    colon = ": " if language is AR else "\u00a0: "
    what = inline(row.words, f"{path}.words", language) if row.words else ()
    lead = text(labels.settle.get(row.nature, ""))
    if row.nature is Nature.REACT:
        before, other = labels.react
        if row.kind == PointKind.QUESTION:
            before = _ANSWER[language][0]
        lead = text(before, Span(labels.raised.get(row.kind or "", other), f"{path}.kind"))
    return text(lead, colon, what or _topic(row, path, language))


def _to_tell(row: DutyFacts, words: Words, path: str, language: Language) -> Text:
    """Return « Communiquer … la réponse des services centraux à la demande « … » : « … » »."""
    colon = ": " if language is AR else "\u00a0: "
    reply = inline(words, f"{path}.words", language)
    return text(LABELS[language].tell, _asked(row, path, language), colon, reply)


def _to_answer(row: DutyFacts, path: str, language: Language) -> Text:
    """Return « Répondre à la proposition « … » (à l’étude ; première réponse : « … ») »."""
    lead, state, first = _ANSWER[language]
    asked = _asked(row, path, language)
    reply = text(first, inline(row.words, f"{path}.words", language)) if row.words else ()
    return text(lead, asked, f" ({state}", reply, ")")


def _to_pursue(row: DutyFacts, path: str, language: Language) -> Text:
    """Return « S’enquérir de la suite donnée par le service compétent à la demande « … » »."""
    return text(_PURSUE[language], _asked(row, path, language))


def _to_close(row: DutyFacts, path: str, language: Language) -> Text:
    what = inline(row.words, f"{path}.words", language) if row.words else ()
    return to_close(row, what or _topic(row, path, language), path, language)


def _asked(row: DutyFacts, path: str, language: Language) -> Text:
    """Return « à la demande « … » », or its topic where its words are not shown."""
    labels = LABELS[language]
    topic = "الموضوع: " if language is AR else "thématique\u00a0: "
    kind = Span(labels.raised.get(row.kind or "", labels.react[1]), f"{path}.kind")
    asked = text("(", topic, _topic(row, path, language), ")")
    if row.asked is not None:
        asked = inline(row.asked, f"{path}.asked", language)
    return text(kind, " ", asked)


def _topic(row: DutyFacts, path: str, language: Language) -> Text:
    words = typeset(vocabulary.printed(row.topic or "", language), language)
    return text(Span(words, f"{path}.topic"))


def _to_keep(row: DutyFacts, words: Words, path: str, language: Language) -> Cell:
    """Return the words of a promise; what another made is followed up, not kept."""
    labels = LABELS[language]
    colon = ": " if language is AR else "\u00a0: "
    quoted = inline(words, f"{path}.words", language)
    lead = labels.set_day if row.nature is Nature.SET_DAY else labels.follow
    if row.nature is Nature.SET_DAY and row.owner in AGREED_WITH:
        return text(to_agree(row, path, language), colon, quoted)
    if row.owner == CommitmentOwner.AUTHORITY:
        promise = _of_service(row.authority, f"{path}.authority", language)
    elif row.partners:
        partners = named(row.partners, path, language)
        promise = text(labels.of_partner[len(row.partners) > 1], " (", partners, ")")
    elif row.owner == CommitmentOwner.PARTNER:
        promise = text(labels.of_unnamed)
    elif row.nature is Nature.SET_DAY:
        promise = text(labels.own_promise)
    else:
        return quotation(words, f"{path}.words", language)
    return text(lead, promise, colon, quoted)


def _of_service(code: str | None, fact: str, language: Language) -> Text:
    """Return « l’engagement de la commune », or of the service that was not named."""
    labels = LABELS[language]
    if code is None:
        return text(labels.of_unnamed_service)
    if language is AR:
        return text(f"{labels.of_service} ", arabic.label_span(code, fact))
    return text(f"{labels.of_service} ", french.service(code, fact, "de"))


def owner(
    row: OpenCommitment | EndedCommitment, office: OfficeFacts, path: str, language: Language
) -> Text:
    """Return who keeps a promise: the chief, a service by its name, a partner by its own."""
    labels, fact = LABELS[language], f"{path}.owner"
    if row.owner == CommitmentOwner.AUTHORITY:
        authority = _authority(row.authority, f"{path}.authority", language)
        return sentence_case(authority) or text(Span(labels.unnamed_authority, fact))
    if row.debtors:
        lead, end = labels.debtors[len(row.debtors) > 1]
        return text(lead, named(row.debtors, path, language, "debtors"), end)
    if row.owner == CommitmentOwner.PARTNER:
        return text(Span(labels.unnamed_partner, fact))
    chief = arabic.chief(office).text if language is AR else french.chief(office)[-1].text
    return sentence_case((Span(chief, fact),))


def origin(row: Origin, path: str, language: Language) -> Text:
    """Return « Rencontre n° 07/2026 du 12/10/2026 », « Information n° 03/2026 », or a dash."""
    numbers = {"meeting": row.meeting, "remark": row.remark, "rumour": row.rumour}
    name, number = next(((name, each) for name, each in numbers.items() if each), ("", ""))
    if not number:
        return text(NOTHING)
    shown = isolate(number) if language is AR else number
    lead = LABELS[language].origins[name]
    # The number is never parted from its noun, whatever the column.
    said = text(f"{lead}\u00a0", Span(shown, f"{path}.{name}"))
    if row.held_on is None:
        return said
    write = (arabic if language is AR else french).short_date
    day = Span(write(row.held_on), f"{path}.held_on")
    return text(said, " بتاريخ " if language is AR else " du\u00a0", day)


def _authority(code: str | None, fact: str, language: Language) -> Text:
    if code is None:
        return ()
    label = typeset(vocabulary.printed(code, language), language)
    return text(Span(label if language is AR else label[:1].lower() + label[1:], fact))
