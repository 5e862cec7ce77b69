"""The five tables of communication, and their headings in three languages."""

from enum import StrEnum
from pathlib import Path

from outreach_app.errors import UnreadableFile
from outreach_app.i18n import gettext as _
from outreach_app.transfer import publications_file, readings_file
from outreach_app.transfer.mappings import KIND, Headings, guess_mapping, heading_words
from outreach_app.transfer.named_rows import headings_of
from outreach_app.transfer.partners_file import read_rows
from outreach_app.transfer.platforms import platform_of

RUMOURS: Headings = {
    "rumour": ("rumour", "rumeur", "ce qui circule", "الإشاعة", "ما يُتداول", "نص الإشاعة"),
    "translation": ("translation", "traduction", "الترجمة"),
    "heard_on": (
        "heard_on",
        "relevée le",
        "date",
        "jour",
        "day",
        "رُصدت يوم",
        "تاريخ الرصد",
        "التاريخ",
        "اليوم",
    ),
    "heard_at": ("heard_at", "heure", "الساعة"),
    "form": ("form", "forme", "الشكل"),
    "topic": ("topic", "thématique", "thème", "sujet", "subject", "الموضوع", "المحور", "المجال"),
    "channel": ("channel", "canal", "قناة التداول", "القناة"),
    "reach": ("reach", "étendue", "نطاق الانتشار"),
    "urgent": ("urgent", "urgente", "مستعجل"),
    "page_network": ("page_network", "réseau", "الشبكة"),
    "page_name": ("page_name", "nom de la page", "اسم الصفحة"),
    "page_address": ("page_address", "adresse de la page", "عنوان الصفحة"),
    "result": ("result", "résultat", "نتيجة التحقق"),
    "found_on": ("found_on", "vérifiée le", "تاريخ التحقق"),
    "source": ("source", "المصدر"),
    "found_at": ("found_at", "vérifiée à", "ساعة التحقق"),
    "fact": ("fact", "faits établis", "الحقيقة"),
    "fact_translation": ("fact_translation", "traduction des faits", "ترجمة الحقيقة"),
    "rectification": ("rectification", "mise au point", "بيان الحقيقة"),
    "back_on": ("back_on", "communiquée le", "تاريخ التبليغ"),
    "back_channel": ("back_channel", "communiquée par", "قناة التبليغ"),
    "back_to": ("back_to", "communiquée à", "بُلغت إلى"),
}
REMARKS: Headings = {
    "remark": ("remark", "remarque", "doléance", "الملاحظة", "نص الملاحظة", "الشكاية"),
    "translation": RUMOURS["translation"],
    "received_on": (
        "received_on",
        "reçue le",
        "date",
        "date de réception",
        "تاريخ التوصل",
        "التاريخ",
    ),
    "received_at": ("received_at", *RUMOURS["heard_at"][1:]),
    "channel": ("channel", "reçue par", "canal", "القناة"),
    "kind": (*KIND, "الطبيعة"),
    "topic": RUMOURS["topic"],
    "partner": (
        "partner",
        "au nom de",
        "partenaire",
        "association",
        "باسم",
        "الشريك",
        "الجمعية",
        "الهيئة",
    ),
    "publication": ("publication", "المادة الإعلامية"),
    "reaction": ("reaction", "suite donnée", "réaction", "المآل", "التفاعل"),
    "reply": ("reply", "réponse", "الجواب"),
    "reply_translation": ("reply_translation", "traduction de la réponse", "ترجمة الجواب"),
    "reacted_on": ("reacted_on", "date de réaction", "تاريخ التفاعل"),
    "given_on": ("given_on", "date de la réponse donnée", "تاريخ تبليغ الجواب"),
    "given_to": ("given_to", "réponse donnée à", "بُلغ الجواب إلى"),
    "given_how": ("given_how", "réponse donnée par", "بُلغ الجواب عبر"),
    "closed_on": ("closed_on", "clôturée le", "تاريخ الإغلاق"),
    "referral_to": ("referral_to", "organisme saisi", "الجهة المحال عليها"),
    "referral_sent_on": ("referral_sent_on", "date de saisine", "تاريخ الإحالة"),
    "referral_answered_on": (
        "referral_answered_on",
        "date de réponse à la saisine",
        "تاريخ جواب الجهة",
    ),
    "referral_answer": ("referral_answer", "réponse à la saisine", "جواب الجهة"),
    "commitment_text": ("commitment_text", "engagement", "الالتزام"),
    "commitment_translation": (
        "commitment_translation",
        "traduction de l'engagement",
        "ترجمة الالتزام",
    ),
    "commitment_made_on": ("commitment_made_on", "date de l'engagement", "تاريخ الالتزام"),
    "commitment_due_on": ("commitment_due_on", "échéance", "أجل التنفيذ"),
}
AWARENESS: Headings = {
    "held_on": ("held_on", "date", "التاريخ"),
    "last_on": ("last_on", "dernier jour", "آخر يوم"),
    "kind": (*KIND, "نوع النشاط"),
    "subject_ar": ("subject_ar", "الموضوع", "objet en arabe"),
    "subject_fr": ("subject_fr", "objet", "thème", "subject", "الموضوع بالفرنسية"),
    "place_ar": ("place_ar", "المكان", "مكان النشاط", "lieu en arabe"),
    "place_fr": ("place_fr", "lieu", "place", "المكان بالفرنسية"),
    "establishments": (
        "establishments",
        "établissements",
        "nombre établissements",
        "schools",
        "écoles",
        "المؤسسات التعليمية",
        "المؤسسات",
        "عدد المؤسسات",
    ),
    "pupils": ("pupils", "élèves", "nombre élèves", "students", "التلاميذ", "عدد التلاميذ"),
    "beneficiaries": (
        "beneficiaries",
        "bénéficiaires",
        "nombre bénéficiaires",
        "المستفيدون",
        "المستفيدين",
        "عدد المستفيدين",
    ),
    "associations": ("associations", "nombre associations", "الجمعيات", "عدد الجمعيات"),
}


class Table(StrEnum):
    """The content of a communication file: a table, or several in a document."""

    RUMOURS = "rumours"
    REMARKS = "remarks"
    AWARENESS = "awareness"
    READINGS = "readings"
    PUBLICATIONS = "publications"
    DOCUMENT = "document"


# The columns that identify each table, in the order of the tests.
_RECOGNISED_BY: tuple[tuple[Table, Headings, tuple[str, ...]], ...] = (
    (Table.RUMOURS, RUMOURS, ("rumour", "heard_on")),
    (Table.REMARKS, REMARKS, ("remark", "received_on")),
    (Table.AWARENESS, AWARENESS, ("held_on", "beneficiaries")),
    (Table.PUBLICATIONS, publications_file.HEADINGS, ("kind", "published_on")),
    (Table.READINGS, readings_file.HEADINGS, ("publication", "read_on")),
    (Table.READINGS, readings_file.HEADINGS, ("account", "read_on")),
)


def table_of(path: Path) -> Table:
    """Return which table a file is. Raises UnreadableFile, with the columns that each needs."""
    headings = headings_of(read_rows(path))
    if platform_of(headings) is not None:
        return Table.READINGS
    for table, known, needed in _RECOGNISED_BY:
        if set(needed) <= set(guess_mapping(headings, known).values()):
            return table
    columns = "; ".join(
        " + ".join(heading_words(field, known) for field in needed)
        for _table, known, needed in _RECOGNISED_BY
    )
    message = _(
        "The headings do not show what this table contains. Use these column headings: {columns}."
    )
    raise UnreadableFile(message.format(columns=columns))
