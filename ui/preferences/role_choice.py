"""The list in which the role of an account is chosen."""

from outreach_app import accounts
from outreach_app.actors import Role, role_words
from outreach_app.rules.kinds import OfficeRole
from ui.context import AppContext
from ui.forms.choice_editor import Choice, ChoiceEditor, capitalised
from ui.preferences.account_columns import may_words
from ui.widgets.labels import note
from ui.widgets.translated import Text


class RoleChoice(ChoiceEditor):
    """No role is chosen before; `may` tells what an account of the chosen one may do."""

    def __init__(self, none: Text, context: AppContext) -> None:
        kind = OfficeRole.HEADQUARTERS if context.is_headquarters else OfficeRole.PRECINCT
        roles = [*reversed(accounts.roles_of(kind))]
        super().__init__(
            lambda: [
                Choice(None, none()),
                *(Choice(role, capitalised(role_words(role))) for role in roles),
            ]
        )
        self.may = note(lambda: may_words(self.role) if self.role else "")
        self.may.hide()
        self.currentIndexChanged.connect(lambda _place: self._tell())

    @property
    def role(self) -> Role | None:
        code = self.value()
        return Role(str(code)) if code is not None else None

    def _tell(self) -> None:
        self.may.retranslate()
        self.may.setVisible(self.role is not None)
