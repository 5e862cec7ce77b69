"""The choice between a provisional and a final receipt of an association."""

from collections.abc import Sequence

from outreach_app.i18n import gettext as _
from ui.forms.choice_editor import Choice, ChoiceEditor

_FINAL = {"final": True, "provisional": False}
_CODES = {is_final: code for code, is_final in _FINAL.items()}


class ReceiptEditor(ChoiceEditor):
    """Chooses whether an association’s receipt is final, provisional or not stated."""

    def __init__(self) -> None:
        super().__init__(_choices)

    def value(self) -> object:
        return _FINAL.get(self.currentData())

    def set_value(self, value: object) -> None:
        super().set_value(_CODES.get(value) if isinstance(value, bool) else None)


def _choices() -> Sequence[Choice]:
    return (
        Choice(None, _("Not known")),
        Choice("provisional", _("Provisional receipt")),
        Choice("final", _("Final receipt")),
    )
