"""Cards of concerns: rising ones, and those that several precincts share."""

from collections.abc import Callable, Sequence

from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.queries.concerns import MAX_COMPARED, RisingConcern, SharedConcern
from outreach_app.queries.points import PointRow
from ui.widgets.labels import note, small_title
from ui.widgets.line_button import LineButton, LineWords
from ui.widgets.surfaces import Card
from ui.widgets.translated import Text
from ui.words import apart, code_words, own_words, phrase_words


class ConcernCard(Card):
    """Lines under a title, or advice if there are none."""

    def __init__(self, title: Text, nothing: Text) -> None:
        super().__init__()
        self.lines: list[LineButton] = []
        self.cut = note(_words_of_cut)
        self.cut.setWordWrap(True)
        self.cut.hide()
        self._nothing = note(nothing)
        self._nothing.setWordWrap(True)
        head = small_title(title)
        head.setWordWrap(True)
        self.body.addWidget(head)
        self.body.addWidget(self._nothing)
        self.body.addWidget(self.cut)

    def show_lines(self, lines: Sequence[tuple[LineWords, Callable[[], None]]]) -> None:
        """Show these lines, each with the request it opens."""
        for line in self.lines:
            line.hide()
            line.deleteLater()
        self.lines = []
        for words, open_ in lines:
            line = LineButton(words)
            line.clicked.connect(open_)
            self.body.addWidget(line)
            self.lines.append(line)
        self._nothing.setVisible(not lines)


def _words_of_cut() -> str:
    return _(
        "Only the newest {count} concerns were compared. Those that are answered give way to older"
        " ones."
    ).format(count=isolate(str(MAX_COMPARED)))


def rising_line(row: RisingConcern) -> LineWords:
    """Return how often a topic was raised, how often before, and by how many precincts."""
    now, before = isolate(str(row.now)), isolate(str(row.before))
    return LineWords(
        code_words(row.topic),
        under=_("Precincts: {count}").format(count=isolate(str(row.offices))),
        end=_("{now}, before {before}").format(now=now, before=before),
        icon="trend-up",
        tone="warn",
    )


def shared_line(row: SharedConcern) -> LineWords:
    """Return what several precincts raised, and how many they are."""
    return LineWords(
        concern_words(row.points[0]),
        under=code_words(row.topic),
        end=_("Precincts: {count}").format(count=isolate(str(len(row.offices)))),
    )


def concern_words(point: PointRow) -> str:
    """Return the words of a point, in the direction of their own letters."""
    if point.phrase:
        return phrase_words(point.phrase)
    return apart(
        own_words(point.text, point.translation, point.language) or code_words(point.topic)
    )
