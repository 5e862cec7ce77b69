"""Names of each noun's records, singular and plural, in the current language."""

from collections.abc import Mapping

from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate, ngettext

ERASURE = "erasure"  # counted beside the nouns: a record of any of them whose content was erased


def noun_words(entity: str) -> str:
    """Return the plural of a noun, named as events name it."""
    return {
        "office": _("Office"),
        "entry": _("Catalogue"),
        "partner": _("Partners"),
        "person": _("People"),
        "identity": _("Names and contacts"),
        "claim": _("Requests from people"),
        "mention": _("Texts that still name somebody"),
        "distinction": _("Pairs that are not the same"),
        "meeting": _("Meetings"),
        "attendance": _("Attendances"),
        "point": _("Points raised"),
        "commitment": _("Commitments"),
        "referral": _("Referrals"),
        "issue": _("Issued documents"),
        "reply": _("Replies of headquarters"),
        "review": _("Reviews of headquarters"),
        "clarification": _("Clarifications"),
        "proposal": _("Proposed frequent points"),
        "rumour": _("Rumours"),
        "finding": _("Results of verifications"),
        "publication": _("Publications"),
        "reading": _("Readings"),
        ERASURE: _("Erasures"),
    }[entity]


def one_noun_words(entity: str) -> str:
    """Return the singular of a noun, named as events name it."""
    return {
        "office": _("Office"),
        "entry": _("Catalogue"),
        "partner": _("Partner"),
        "person": _("Person"),
        "identity": _("Name and contacts"),
        "claim": _("Request from a person"),
        "mention": _("Text that still names somebody"),
        "distinction": _("Pair that is not the same"),
        "meeting": _("Meeting"),
        "attendance": _("Attendance"),
        "point": _("Point raised"),
        "commitment": _("Commitment"),
        "referral": _("Referral"),
        "issue": _("Issued document"),
        "reply": _("Reply of headquarters"),
        "review": _("Review of headquarters"),
        "clarification": _("Clarification"),
        "proposal": _("Proposed frequent point"),
        "rumour": _("Rumour"),
        "finding": _("Result of the verification"),
        "publication": _("Publication"),
        "reading": _("Reading"),
    }[entity]


def counts_words(records: Mapping[str, int]) -> str:
    """Return the number of records of each noun, as one line."""
    return " · ".join(
        _("{name}: {value}").format(name=noun_words(entity), value=isolate(str(count)))
        for entity, count in records.items()
    )


def numbers_words(records: Mapping[str, int]) -> str:
    """Return how many meetings, partners and people there are, in words: "7 meetings · 1 person".

    Other nouns are told by their number alone.
    """
    told = []
    for entity, n in records.items():
        words = {
            "meeting": ngettext("{n} meeting", "{n} meetings", n),
            "partner": ngettext("{n} partner", "{n} partners", n),
            "person": ngettext("{n} person", "{n} people", n),
        }.get(entity)
        number = isolate(str(n))
        told.append(words.format(n=number) if words else counts_words({entity: n}))
    return " · ".join(told)
