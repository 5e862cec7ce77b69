"""The five tables of communication, and the headings they are told by, in three languages."""

from enum import StrEnum
from pathlib import Path

from outreach_app.errors import UnreadableFile
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.transfer import publications_file, readings_file
from outreach_app.transfer.mappings import Headings, guess_mapping
from outreach_app.transfer.named_rows import headings_of
from outreach_app.transfer.partners_file import read_rows
from outreach_app.transfer.platforms import platform_of

RUMOURS: Headings = {
    "rumour": ("rumour", "rumeur", "ce qui circule", "الإشاعة", "ما يُتداول"),
    "translation": ("translation", "traduction", "الترجمة"),
    "heard_on": ("heard_on", "relevée le", "date", "رُصدت يوم", "تاريخ الرصد", "التاريخ"),
    "heard_at": ("heard_at", "heure", "الساعة"),
    "form": ("form", "forme", "الشكل"),
    "topic": ("topic", "thématique", "الموضوع"),
    "channel": ("channel", "canal", "قناة التداول", "القناة"),
    "reach": ("reach", "étendue", "نطاق الانتشار"),
    "result": ("result", "résultat", "نتيجة التحقق"),
    "found_on": ("found_on", "vérifiée le", "تاريخ التحقق"),
    "source": ("source", "المصدر"),
    "fact": ("fact", "faits établis", "الحقيقة"),
    "rectification": ("rectification", "mise au point", "بيان الحقيقة"),
    "back_on": ("back_on", "communiquée le", "تاريخ التبليغ"),
    "back_channel": ("back_channel", "communiquée par", "قناة التبليغ"),
    "back_to": ("back_to", "communiquée à", "بُلغت إلى"),
}
REMARKS: Headings = {
    "remark": ("remark", "remarque", "الملاحظة"),
    "translation": RUMOURS["translation"],
    "received_on": ("received_on", "reçue le", "date", "تاريخ التوصل", "التاريخ"),
    "received_at": RUMOURS["heard_at"],
    "channel": ("channel", "reçue par", "canal", "القناة"),
    "kind": ("kind", "nature", "النوع", "الطبيعة"),
    "topic": RUMOURS["topic"],
    "partner": ("partner", "au nom de", "partenaire", "باسم", "الشريك"),
    "publication": ("publication", "المادة الإعلامية"),
    "reaction": ("reaction", "suite donnée", "réaction", "المآل", "التفاعل"),
    "reply": ("reply", "réponse", "الجواب"),
}
AWARENESS: Headings = {
    "held_on": ("held_on", "date", "التاريخ"),
    "last_on": ("last_on", "dernier jour", "آخر يوم"),
    "kind": ("kind", "nature", "type", "النوع"),
    "subject_ar": ("subject_ar", "الموضوع", "objet en arabe"),
    "subject_fr": ("subject_fr", "objet", "thème", "subject", "الموضوع بالفرنسية"),
    "place_ar": ("place_ar", "المكان", "lieu en arabe"),
    "place_fr": ("place_fr", "lieu", "place", "المكان بالفرنسية"),
    "establishments": ("establishments", "établissements", "المؤسسات التعليمية"),
    "pupils": ("pupils", "élèves", "التلاميذ"),
    "beneficiaries": ("beneficiaries", "bénéficiaires", "المستفيدون", "المستفيدين"),
    "associations": ("associations", "الجمعيات"),
}


class Table(StrEnum):
    """What a table of communication holds."""

    RUMOURS = "rumours"
    REMARKS = "remarks"
    AWARENESS = "awareness"
    READINGS = "readings"
    PUBLICATIONS = "publications"


# The columns that a table is told by, in the order in which it is asked.
_TOLD_BY: tuple[tuple[Table, Headings, tuple[str, ...]], ...] = (
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
    for table, known, needed in _TOLD_BY:
        if set(needed) <= set(guess_mapping(headings, known).values()):
            return table
    columns = "; ".join(f"{table}: {', '.join(needed)}" for table, _known, needed in _TOLD_BY)
    message = _("The headings do not say what this table holds. Head its columns: {columns}.")
    raise UnreadableFile(message.format(columns=isolate(columns)))
