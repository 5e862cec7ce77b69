"""What a partner sheet says came of a point: passed on, answered, promised."""

from collections.abc import Iterator

from outreach_app import vocabulary
from outreach_app.i18n import Language
from outreach_app.rules.statuses import PointReaction
from outreach_app.summaries.hand_outs.others import several_by_others
from outreach_app.summaries.hand_outs.plan import PromiseFacts, ReferralFacts, RemarkFacts
from outreach_app.summaries.hand_outs.promise_words import promise_state
from outreach_app.summaries.hand_outs.states import NOTED, UNKEPT, is_all_that_follows
from outreach_app.summaries.partner_sheets.plan import OwnPointFacts, PartnerSheetPlan
from outreach_app.summaries.partner_sheets.words import LABELS, whose_pledge
from outreach_app.summaries.prose import arabic, french
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.composition import text, typeset
from outreach_app.summaries.prose.quoting import inline

AR = Language.ARABIC


def told_outcomes(
    plan: PartnerSheetPlan, row: OwnPointFacts, language: Language
) -> tuple[Text, ...]:
    """Return what came of a point, a line each."""
    return tuple(map(french.sentence_case, _outcomes(plan, row, language)))


def _outcomes(plan: PartnerSheetPlan, row: OwnPointFacts, language: Language) -> Iterator[Text]:
    """Yield the referrals, the reply, the promises, else the reaction."""
    path, remark = f"points.{row.number}.remark", row.remark
    yield from _decided(row, path, language)
    for referral in remark.referrals:
        yield _referral(referral, f"{path}.referrals.{referral.number}", language)
    if remark.reply is not None:
        yield text(LABELS[language].reply, inline(remark.reply, f"{path}.reply", language))
    day = (arabic if language is AR else french).short_date
    if remark.given_on:
        given = Span(day(remark.given_on), f"{path}.given_on")
        yield text(LABELS[language].given[remark.reply is not None], given)
    elif remark.is_answered and not is_all_that_follows(remark):
        yield _reaction(PointReaction.ANSWERED, f"{path}.is_answered", language)
    for promise in remark.commitments:
        yield _promise(plan, promise, f"{path}.commitments.{promise.number}", language)
    if remark.has_promise_of_other:
        yield _by_other(remark, path, language)
    promised = remark.has_promise_of_other or remark.commitments
    is_answered = remark.reply or remark.given_on or remark.is_answered
    is_followed = remark.referrals or is_answered or promised
    # An open point has no reaction to show.
    if not is_followed and remark.state.startswith("out.") and remark.state != row.reaction:
        yield _reaction(remark.state, f"{path}.state", language)
    if remark.state == NOTED:
        yield text(Span(LABELS[language].noted, f"{path}.state"))
    if remark.closed_on:
        closed = Span(day(remark.closed_on), f"{path}.closed_on")
        yield text(LABELS[language].closed, closed)


def _decided(row: OwnPointFacts, path: str, language: Language) -> Iterator[Text]:
    """Yield what was decided, where what follows does not say it."""
    if is_all_that_follows(row.remark):
        yield text(Span(LABELS[language].answered_only, f"{path}.beside"))
    elif row.remark.beside:
        yield _reaction(row.remark.beside, f"{path}.beside", language)
    elif row.reaction:
        yield _reaction(row.reaction, f"points.{row.number}.reaction", language)


def _promise(plan: PartnerSheetPlan, row: PromiseFacts, path: str, language: Language) -> Text:
    whose = whose_pledge(plan, row, path, language)
    colon = ": " if language is AR else "\u00a0: "
    words = inline(row.words, f"{path}.words", language)
    status = standing(row.status, row.stands, path, language)
    late = Span(LABELS[language].late, f"{path}.is_late") if row.is_late else ""
    return text(whose, colon, words, LABELS[language].comma, status, late)


def standing(status: str, stands: str | None, path: str, language: Language) -> Text:
    """Return the state of a promise; of one begun, that its day has passed besides."""
    if stands is None:
        return text(promise_state(status, f"{path}.status", language))
    lapsed = Span(LABELS[language].lapsed, f"{path}.status")
    return text(promise_state(stands, f"{path}.stands", language), lapsed)


def _by_other(remark: RemarkFacts, path: str, language: Language) -> Text:
    """Return that another partner made a promise, and whether it has come to an end."""
    if several := remark.several_of_others:
        return several_by_others(several, f"{path}.several_of_others", language)
    labels, end, fact = LABELS[language], remark.end_of_others, f"{path}.end_of_others"
    if end is None:
        return text(labels.by_other)
    colon = ": " if language is AR else "\u00a0: "
    ended = Span(labels.unkept, fact) if end == UNKEPT else _code(end, fact, language)
    return text(labels.by_other, colon, ended)


def _reaction(state: str, fact: str, language: Language) -> Text:
    """Return the reaction; of an answer, to whom it was given is not known."""
    labels = LABELS[language]
    own = {
        PointReaction.ANSWERED: labels.answered,
        PointReaction.LOOKED_INTO: labels.transmitted,  # a point was, not a request
    }
    if state in own:
        return text(Span(own[PointReaction(state)], fact))
    return french.sentence_case((_code(state, fact, language),))


def _code(code: str, fact: str, language: Language) -> Span:
    return Span(typeset(vocabulary.printed(code, language), language), fact)


def _referral(row: ReferralFacts, path: str, language: Language) -> Text:
    """Return « Saisine de la commune le … ; réponse reçue le … : « … » »."""
    day = (arabic if language is AR else french).short_date
    if language is AR:
        to = _code(row.to, f"{path}.to", language) if row.to else "الجهة المختصة"
        sent = text("أُحيلت على ", to)
        on, answered = " يوم ", "، وورد الجواب يوم "
    else:
        of = french.service(row.to, f"{path}.to", "de") if row.to else "du service compétent"
        sent = text("Saisine ", of)
        on, answered = " le ", "\u00a0; réponse reçue le "
    if row.sent_on:
        sent = text(sent, on, Span(day(row.sent_on), f"{path}.sent_on"))
    if row.answered_on is None:
        return text(sent, "" if row.answer else LABELS[language].unanswered)
    sent = text(sent, answered, Span(day(row.answered_on), f"{path}.answered_on"))
    if row.answer is None:
        return sent
    colon = ": " if language is AR else "\u00a0: "
    return text(sent, colon, inline(row.answer, f"{path}.answer", language))
