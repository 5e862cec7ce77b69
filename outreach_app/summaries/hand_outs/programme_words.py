"""The fixed texts of a programme in each language."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time

from outreach_app.i18n import Language
from outreach_app.summaries.prose import arabic, french
from outreach_app.summaries.prose.confirming import TO_CONFIRM
from outreach_app.summaries.prose.document_names import PAST_PROGRAMME

AR, FR = Language.ARABIC, Language.FRENCH


# At the seat of one of several partners, which one is not noted.
SEVERAL_SEATS = "several_seats"


@dataclass(frozen=True, slots=True)
class Wording:
    """The fixed texts of a programme in one language, and its formats of days and hours.

    `title_exchanges` is the title if calls or letters are among what was held, `title_nothing` if
    nothing was. `partner` is the heading if no meeting has more than one, `day_alone` if no hour is
    known; `hours` and `places` are what is unknown of a planned meeting and of a held one,
    `to_confirm` follows the day of one that nobody confirmed, `to_choose` a seat not chosen yet,
    `place` leads to one typed in the other language, `channels` a place that the channel tells,
    `reason` to why a meeting is not held.
    """

    title: str
    title_over: str
    title_exchanges: str
    title_nothing: str
    kind: str
    headings: tuple[str, str, str, str]
    day_alone: str
    partner: str
    number: str
    dated: str
    dated_alone: str
    day: Callable[[date], str]
    short_day: Callable[[date], str]
    hour: Callable[[time], str]
    days: tuple[str, str]
    at: str
    since: str
    until: str
    separator: str
    to_be_set: str
    no_partner: str
    hours: tuple[str, str]
    to_confirm: str
    place: str
    places: tuple[str, str]
    channels: dict[str, str]
    to_choose: str
    reason: str


WORDINGS = {
    AR: Wording(
        title="برنامج اللقاءات",
        title_over="اللقاءات والأنشطة المنظمة",
        title_exchanges=PAST_PROGRAMME[0],
        title_nothing="بيان بعدم تسجيل أي لقاء أو نشاط أو اتصال مع الشركاء",
        kind="برنامج",
        headings=("التاريخ والساعة", "النوع والمكان", "الموضوع", "الشركاء"),
        day_alone="التاريخ",
        partner="الشريك",
        number="عدد: ",
        dated="، في ",
        dated_alone="في ",
        day=arabic.full_date,
        short_day=arabic.short_date,
        hour=arabic.clock,
        days=("من ", " إلى "),
        at=" على الساعة\u00a0",
        since=" من الساعة\u00a0",
        until=" إلى الساعة\u00a0",
        separator="؛ ",
        to_be_set="يُحدد لاحقا",
        no_partner="لم يُسجل أي شريك",
        hours=("الساعة تُحدد لاحقا", "لم تُسجل الساعة"),
        to_confirm=TO_CONFIRM[Language.ARABIC],
        place="المكان: ",
        places=("المكان يُحدد لاحقا", "لم يُسجل المكان"),
        channels={
            "ch.office": "بمقر الدائرة الأمنية",
            "ch.partner_place": "بمقر الشريك",
            SEVERAL_SEATS: "بمقر أحد الشركاء",
            "ch.phone": "هاتفيا",
            "ch.video": "عن بعد",
            "ch.mail": "بواسطة المراسلة",
            "ch.email": "عبر البريد الإلكتروني",
            "ch.social": "عبر مواقع التواصل الاجتماعي",
        },
        to_choose=" (يُحدد لاحقا)",
        reason=". السبب: ",
    ),
    FR: Wording(
        title="Programme des rencontres",
        title_over="Rencontres tenues et actions menées",
        title_exchanges=PAST_PROGRAMME[1],
        title_nothing="Rencontres, actions et échanges avec les partenaires\u00a0: état néant",
        kind="programme",
        headings=("Date et heure", "Nature et lieu", "Objet", "Partenaires"),
        day_alone="Date",
        partner="Partenaire",
        number="N°\u00a0: ",
        dated=", le ",
        dated_alone="Le ",
        day=french.full_date,
        short_day=french.short_date,
        hour=french.clock,
        days=("du ", " au "),
        at=" à\u00a0",
        since=" de\u00a0",
        until=" à\u00a0",
        separator="\u00a0; ",
        to_be_set="à préciser",
        no_partner="aucun partenaire enregistré",
        hours=("heure à préciser", "heure non relevée"),
        to_confirm=TO_CONFIRM[Language.FRENCH],
        place="lieu\u00a0: ",
        places=("lieu à préciser", "lieu non relevé"),
        channels={
            "ch.office": "au siège de l’arrondissement de police",
            "ch.partner_place": "au siège du partenaire",
            SEVERAL_SEATS: "au siège de l’un des partenaires",
            "ch.phone": "par téléphone",
            "ch.video": "à distance",
            "ch.mail": "par courrier",
            "ch.email": "par courriel",
            "ch.social": "sur les réseaux sociaux",
        },
        to_choose=" (à préciser)",
        reason=". Motif\u00a0: ",
    ),
}
