"""Invented offices of the sample, and the answers of headquarters."""

from datetime import date

from outreach_app.i18n import Language
from outreach_app.rules.kinds import OfficeRole
from outreach_app.samples.material import names
from outreach_app.services.offices import OfficeDraft
from outreach_app.services.replies import ReplyDraft

_STATE_AR = ("المملكة المغربية", "المديرية العامة للأمن الوطني")
_STATE_FR = ("Royaume du Maroc", "Direction générale de la Sûreté nationale")


def invent_office(place: int) -> OfficeDraft:
    """Return the sample office at an index of the list, which wraps around."""
    precincts = names().precincts
    row = precincts[place % len(precincts)]
    lines_ar = (*_STATE_AR, row.command_ar, row.district_ar, f"الدائرة الأمنية {row.name_ar}")
    lines_fr = (*_STATE_FR, row.command_fr, row.district_fr)
    return OfficeDraft(
        role=OfficeRole.PRECINCT,
        number=row.number,
        name_ar=row.name_ar,
        name_fr=row.name_fr,
        city_ar=row.city_ar,
        city_fr=row.city_fr,
        chief_title_ar="رئيس الدائرة الأمنية",
        chief_title_fr="Le chef de l'arrondissement de police",
        letterhead_ar="\n".join(lines_ar),
        letterhead_fr="\n".join((*lines_fr, f"Arrondissement de police {row.name_fr}")),
        recipient_ar=row.recipient_ar,
        recipient_fr=row.recipient_fr,
        cndp_number="D-SPL-001/2026",
        phone=f"05 20 00 00 {int(row.number):02d}",
        is_sample=True,
    )


def invent_headquarters() -> OfficeDraft:
    """Return the sample headquarters, to which the sample precincts report."""
    return OfficeDraft(
        role=OfficeRole.HEADQUARTERS,
        number=None,
        name_ar="المصالح المركزية",
        name_fr="Services centraux",
        city_ar="الرباط",
        city_fr="Rabat",
        chief_title_ar="مدير الأمن العمومي",
        chief_title_fr="Le directeur de la sécurité publique",
        letterhead_ar="\n".join((*_STATE_AR, "مديرية الأمن العمومي")),
        letterhead_fr="\n".join((*_STATE_FR, "Direction de la sécurité publique")),
        is_sample=True,
    )


def invent_reply(today: date) -> ReplyDraft:
    """Return the answer of the sample headquarters to a point."""
    return ReplyDraft(
        text="أحيل الطلب على المصلحة المختصة، وسيتم إخباركم بالمآل.",
        language=Language.ARABIC.value,
        replied_on=today,
        translation="La demande est transmise au service compétent\u00a0; la suite vous sera"
        " communiquée.",
    )
