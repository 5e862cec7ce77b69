"""Lists with the form of one record beside them, or instead of them in a narrow window."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.fonts import fix_width, free_width, scaled
from ui.widgets.fitting import Fitting
from ui.widgets.stack import Stack
from ui.widgets.surfaces import Hairline, Surface

_WIDTH, _LISTS = 384, 520  # px of a form, and of lists that can be read beside it


class FormBeside(Fitting, QWidget):
    """Shows at most one of several forms."""

    def __init__(self, lists: QWidget, *forms: QWidget) -> None:
        super().__init__()
        self._lists = lists
        self._forms, self._side = Stack(), Surface()
        for form in forms:
            self._forms.addWidget(form)
        beside = QHBoxLayout(self._side)
        row = QHBoxLayout(self)
        for layout in (beside, row):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)
        beside.addWidget(Hairline(is_vertical=True))
        beside.addWidget(self._forms)
        row.addWidget(lists, 1)
        row.addWidget(self._side)
        self._side.hide()
        self.fit()

    @property
    def form(self) -> QWidget | None:
        """The form that is shown, or was last."""
        return self._forms.currentWidget()

    @property
    def is_form_open(self) -> bool:
        return not self._side.isHidden()

    def add_form(self, form: QWidget) -> None:
        """Make it one of the forms."""
        self._forms.addWidget(form)

    def show_form(self, form: QWidget) -> None:
        """Show one of the forms."""
        self._forms.setCurrentWidget(form)
        self._side.show()
        self.fit()

    def leave_form(self) -> None:
        """Show the lists alone."""
        self._side.hide()
        self.fit()

    def fit(self) -> None:
        """Give the form the whole width if the lists would be cut beside it."""
        is_alone = self.is_form_open and self.width() < scaled(_WIDTH + _LISTS)
        self._lists.setHidden(is_alone)
        if is_alone:
            free_width(self._forms)
        else:
            fix_width(self._forms, _WIDTH)
