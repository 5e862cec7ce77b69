"""The form field for those invited to a meeting."""

from collections.abc import Iterable
from uuid import UUID

from outreach_app.database import StoreSession
from outreach_app.i18n import gettext as _
from outreach_app.queries.partners import (
    get_partner_place,
    list_partners_by_id,
    list_partners_by_uid,
)
from ui.attendance.attendance_field import AttendanceField, present


class InvitedEditor(AttendanceField):
    """Its value is the uids of the partners, in the order they were added."""

    def value(self) -> object:
        return tuple(partner.uid for partner in self.partners)

    def set_value(self, value: object) -> None:
        wanted = value if isinstance(value, tuple) else ()
        rows = self._context.read(lambda session: list_partners_by_uid(session, wanted))
        self.show_partners(tuple(present(rows[uid]) for uid in wanted if uid in rows))

    def retranslate(self) -> None:
        super().retranslate()
        self.line.setAccessibleName(_("Partners invited"))


def list_invited(session: StoreSession, partners: Iterable[UUID]) -> list[UUID]:
    """Return the uids of partners; a person stands for their partner. Raises NotFound."""
    places = [get_partner_place(session, uid) for uid in partners]
    rows = list_partners_by_id(session, [place.record_id for place in places])
    return [row.uid for row in rows.values()]
