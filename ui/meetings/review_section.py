"""The exchange between headquarters and a precinct about a meeting, line by line."""

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtWidgets import QWidget

from outreach_app.i18n import gettext as _
from outreach_app.queries.details import MeetingDetails
from outreach_app.queries.reviews import ClarificationRow, ReviewRow
from outreach_app.rules.dates import date_words
from outreach_app.rules.statuses import Verdict
from ui.actions.actions import Action
from ui.actions.review_actions import CLARIFYING, REVIEWING, Reviewed
from ui.context import AppContext
from ui.listings.subject import allowed
from ui.widgets.commands import Command
from ui.widgets.labels import note, small_title
from ui.widgets.layouts import column_in
from ui.widgets.surfaces import Hairline
from ui.words import apart, own_words


class ReviewSection(QWidget):
    """Each review with the precinct's answer; hidden if there is none."""

    def __init__(self, details: MeetingDetails) -> None:
        super().__init__()
        column = column_in(self, 8)
        column.addWidget(Hairline())
        column.addWidget(small_title(lambda: _("Review of headquarters")))
        lines = list(_lines(details))
        for words, tone in lines:
            line = note(tone=tone)
            line.setText(words)
            line.setWordWrap(True)
            column.addWidget(line)
        if not lines:
            self.hide()


def review_commands(
    context: AppContext, row: Reviewed, do: Callable[[Action[Reviewed]], None]
) -> list[Command]:
    """Return the review commands of this office: headquarters reviews, precincts answer."""
    actions = REVIEWING if context.is_headquarters else CLARIFYING
    return [
        Command(action.title, action.icon, partial(do, action), action.keys)
        for action in allowed(context, actions)
        if action.is_possible(row)
    ]


def _review_words(review: ReviewRow) -> tuple[str, str]:
    day = date_words(review.reviewed_on)
    if review.verdict == Verdict.ACCEPTED:
        return _("Headquarters accepted it on {day}.").format(day=day), "ok"
    words = apart(own_words(review.text or "", review.translation, review.language or ""))
    return _("Headquarters asked on {day}: {words}").format(day=day, words=words), "warn"


def _answered(answer: ClarificationRow) -> str:
    words = apart(own_words(answer.text, answer.translation, answer.language))
    answered = _("The precinct answered on {day}: {words}")
    return answered.format(day=date_words(answer.clarified_on), words=words)


def _lines(details: MeetingDetails) -> Iterator[tuple[str, str]]:
    """Yield text and tone of each review and answer, the oldest first."""
    answers = list(details.clarifications)
    for review in details.reviews:
        yield _review_words(review)
        for answer in [each for each in answers if each.question == str(review.uid)]:
            answers.remove(answer)
            yield _answered(answer), "text"
    for answer in answers:  # to a question that was withdrawn, or has not arrived
        yield _answered(answer), "text"
