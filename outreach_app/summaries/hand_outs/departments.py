"""Partners that are the service that promised, or a department of it."""

import re

from outreach_app.summaries.hand_outs.plan import PartnerFacts

# Words of the name of a department, by the service (`rf.*`) that it belongs to.
_WORDS = {
    "rf.commune": re.compile(r"جماعي|\bcommuna(?:l|ux)", re.IGNORECASE),
    "rf.local_authority": re.compile(r"الملحقة الإدارية|\bannexe administrative", re.IGNORECASE),
}
# What the name of the service itself begins with.
_NAMES = {
    "rf.annexe": re.compile(r"(?:ال)?ملحقة (?:ال)?إدارية|annexe administrative", re.IGNORECASE),
    "rf.commune": re.compile(r"(?:ال)?جماعة |commune d", re.IGNORECASE),
}


def is_addressee(partner: PartnerFacts, service: str | None) -> bool:
    """Return whether the partner is the service itself, by its name: it is told « you »."""
    words = _NAMES.get(service or "")
    names = (partner.name.ar, partner.name.fr)
    return words is not None and any(words.match(name) for name in names if name)


def is_department(partner: PartnerFacts, authority: str | None) -> bool:
    """Return whether the name of the partner says that it belongs to the service."""
    words = _WORDS.get(authority or "")
    names = (partner.name.ar, partner.name.fr)
    return words is not None and any(words.search(name) for name in names if name)
