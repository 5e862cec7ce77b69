"""Says that a partner's name reads as a person's, which nobody has said of it."""

from outreach_app.i18n import gettext as _
from outreach_app.rules.practices import reads_as_persons
from outreach_app.services.partners import PartnerDraft
from ui.widgets.labels import Label


class BearerNote(Label):
    """Hidden while the name is said to be a person's, or does not read as one."""

    _is_unsaid = False

    def __init__(self) -> None:
        super().__init__(pixels=12, tone="warn")
        self.setWordWrap(True)
        self.hide()

    def look(self, draft: PartnerDraft) -> None:
        """Look at the names of a draft."""
        names = draft.name_ar, draft.name_fr
        reads = reads_as_persons(draft.category, *names)
        self._is_unsaid = reads and not draft.is_named_after_person
        self.retranslate()

    def retranslate(self) -> None:
        words = _(
            "This reads as a person's name. If it is one, tick “It bears a person's name”: "
            "headquarters is then not sent it."
        )
        self.setText(words if self._is_unsaid else "")
        self.setVisible(self._is_unsaid)
