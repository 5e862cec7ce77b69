"""The parts of a session summary, and how a later version names those that it changes."""

import re
from collections.abc import Sequence

import msgspec

from outreach_app.i18n import Language
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.composition import listed, text
from outreach_app.summaries.prose.facts import FactValue, facts
from outreach_app.summaries.prose.numbers import digits
from outreach_app.summaries.session.plan import SessionPlan

_FACT = "replaces"
_HEAD, _ATTENDANCE, _PHRASES = "head", "attendance", "phrases"
_POINTS, _COMMITMENTS, _REFERRALS = "points", "commitments", "referrals"
_OUTCOME, _ORIGIN, _TOPIC, _WORDS, _OWNER, _DUE = (
    *("outcome", "origin", "topic", "words"),
    *("owner", "due_on"),
)
# The part that each field of the plan belongs to, in the order of the page.
_PARTS = {
    "office": _HEAD,
    "number": _HEAD,
    "kind": "title",
    "channel": "title",
    "subject": "subject",
    "reference": "reference",
    "held_on": "day",
    "last_on": "day",
    "starts_at": "hour",
    "ends_at": "hour",
    "place": "place",
    "headcount": "headcount",
    "women": "women",
    "bodies": _ATTENDANCE,
    "bodies_shown": _ATTENDANCE,
    "kinds_present": _ATTENDANCE,
    "names_present": _ATTENDANCE,
    "practices_present": _ATTENDANCE,
    "identities_kept": _ATTENDANCE,
    "bodies_kept": _ATTENDANCE,
    "expects_names": _ATTENDANCE,
    "absent": "absent",
    "reached": "reached",
    "earlier": "earlier",
    "expects_raisers": _POINTS,
    "points": _POINTS,
    "commitments": _COMMITMENTS,
    "referrals": _REFERRALS,
    "next_meeting": "next",
    "assessment": "assessment",
    "situation": "situation",
    "opening_phrase": _PHRASES,
    "closing_phrase": _PHRASES,
}
_OF_POINT = {"kind": _TOPIC, "topic": _TOPIC, "words": _WORDS}
_OF_POINT |= {"raised_by": _ORIGIN, "raiser_kind": _ORIGIN, "raiser_rank": _ORIGIN}
_OF_COMMITMENT = {"words": _WORDS, "due_on": _DUE}
_NUMBERED = {_POINTS: (_OF_POINT, _OUTCOME), _COMMITMENTS: (_OF_COMMITMENT, _OWNER)}
_NAMES = {
    _HEAD: ("رأس الوثيقة", "l’en-tête"),
    "title": ("العنوان", "l’intitulé"),
    "subject": ("الموضوع", "l’objet"),
    "reference": ("المرجع", "la référence"),
    "day": ("التاريخ", "la date"),
    "hour": ("التوقيت", "l’horaire"),
    "place": ("المكان", "le lieu"),
    "headcount": ("عدد الحاضرين", "l’effectif"),
    "women": ("عدد النساء", "le nombre de femmes"),
    _ATTENDANCE: ("تركيبة الحضور", "la composition de l’assistance"),
    "absent": ("المدعوون المتغيبون", "les invités absents"),
    "reached": ("عدد المستفيدين", "le public touché"),
    "earlier": ("وضعية الالتزامات السابقة", "l’état des engagements antérieurs"),
    _POINTS: ("لائحة النقط", "la liste des points"),
    _COMMITMENTS: ("لائحة الالتزامات", "la liste des engagements"),
    _REFERRALS: ("الإحالات", "les saisines"),
    "next": ("الموعد المقبل", "le prochain rendez-vous"),
    "assessment": ("التقدير", "l’appréciation"),
    "situation": ("الوضعية اللاحقة", "la situation postérieure"),
    _PHRASES: ("عبارات الافتتاح والختام", "les formules d’ouverture et de clôture"),
}
_OF_ONE = {
    (_POINTS, _TOPIC): ("تصنيف النقطة ", "le classement du point\u00a0"),
    (_POINTS, _WORDS): ("نص النقطة ", "le texte du point\u00a0"),
    (_POINTS, _OUTCOME): ("مآل النقطة ", "la suite donnée au point\u00a0"),
    (_POINTS, _ORIGIN): ("الجهة التي أثارت النقطة ", "l’origine du point\u00a0"),
    (_COMMITMENTS, _WORDS): ("نص الالتزام ", "le texte de l’engagement\u00a0"),
    (_COMMITMENTS, _DUE): ("أجل الالتزام ", "l’échéance de l’engagement\u00a0"),
    (_COMMITMENTS, _OWNER): ("صاحب الالتزام ", "le responsable de l’engagement\u00a0"),
}
_OF_SEVERAL = {
    _POINTS: (("النقطتان ", "النقط "), "les points\u00a0"),
    _COMMITMENTS: (("الالتزامان ", "الالتزامات "), "les engagements\u00a0"),
}
_TWO = 2
_ONE_OF_LIST = re.compile(r"(points|commitments)\.(\d+)\.(\w+)")


def parts_of(plan: SessionPlan) -> tuple[tuple[str, str], ...]:
    """Return the parts of a summary with their facts; a point or a commitment has several."""
    found: dict[str, dict[str, FactValue]] = {part: {} for part in _PARTS.values()}
    of_points = {f"{_REFERRALS}.{each.number}." for each in plan.referrals if each.point}
    for name, value in facts(plan).items():
        # The referral of a point is part of its outcome.
        if not name.startswith(tuple(of_points)):
            found.setdefault(_part(name), {})[name] = value
    encoded = ((part, msgspec.json.encode(said, order="sorted")) for part, said in found.items())
    return tuple((part, content.decode()) for part, content in encoded)


def _part(name: str) -> str:
    """Return the part of a fact: `headcount`, or `commitments.2.due_on` of one in a list."""
    if one := _ONE_OF_LIST.match(name):
        of_fields, other = _NUMBERED[one[1]]
        return f"{one[1]}.{one[2]}.{of_fields.get(one[3], other)}"
    return _PARTS[name.partition(".")[0]]


def changes_told(changed: Sequence[str], plan: SessionPlan, page: Language) -> Text:
    """Return « l’effectif et l’échéance de l’engagement 2 » of changed parts, in page order."""
    numbers = {
        _POINTS: {each.number for each in plan.points},
        _COMMITMENTS: {each.number for each in plan.commitments},
    }
    named: list[Text] = []
    for part in dict.fromkeys(_PARTS.values()):
        if part in numbers:
            named += _of_list(part, changed, numbers[part], page)
        elif part in changed:
            named.append(text(Span(_NAMES[part][page is Language.FRENCH], _FACT)))
    return listed(named, page)


def _of_list(part: str, changed: Sequence[str], numbers: set[int], page: Language) -> list[Text]:
    """Return what changed of the points or commitments: the list, several, or parts of one."""
    is_french = page is Language.FRENCH
    ones = [one for name in changed if (one := _ONE_OF_LIST.match(name)) and one[1] == part]
    touched = sorted({int(one[2]) for one in ones})
    if part in changed or not numbers.issuperset(touched):
        return [text(Span(_NAMES[part][is_french], _FACT))]
    if len(touched) <= 1:
        return [
            text(_OF_ONE[part, one[3]][is_french], Span(digits(int(one[2]), page), _FACT))
            for one in ones
        ]
    several, french = _OF_SEVERAL[part]
    lead = french if is_french else several[len(touched) > _TWO]
    places = [text(Span(digits(each, page), _FACT)) for each in touched]
    return [text(lead, listed(places, page))]
