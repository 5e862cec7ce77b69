"""Words for what a change in the access log did, by the name of its use case."""

from collections.abc import Callable, Mapping

from outreach_app.i18n import gettext as _

Words = Callable[[], str]

# By the whole name of a use case whose words do not tell it.
_ACTS: Mapping[str, Words] = {
    "answer_claim": lambda: _("Reply to a request from a person concerned"),
    "answer_point": lambda: _("Recording: reaction to a point"),
    **dict.fromkeys(("carry_back", "carry_back_at"), lambda: _("Result of a verification given")),
    "change_claim": lambda: _("Change: request from a person concerned"),
    "close_point": lambda: _("Closing of a point"),
    "close_rumour": lambda: _("Closing of a rumour"),
    "follow_point": lambda: _("Recording: rumour"),
    "give_reply": lambda: _("Reply given to those who raised a point"),
    "inform_person": lambda: _("Person concerned informed"),
    "prepare_extract": lambda: _("Extract prepared for the person concerned"),
    "publish_rectification": lambda: _("Rectification published"),
    "record_answer": lambda: _("Recording: answer of an authority"),
    "record_claim": lambda: _("Recording: request from a person concerned"),
    "reply_to_point": lambda: _("Reply of headquarters to a point"),
}
# By the first word of a use case; any other changes something.
_DEEDS: Mapping[str, Words] = {
    **dict.fromkeys(
        ("add", "log", "promise", "record", "refer", "register", "save", "schedule"),
        lambda: _("Recording"),
    ),
    **dict.fromkeys(
        ("check", "find", "get", "list", "plan", "prepare", "write"), lambda: _("Consultation")
    ),
    "delete": lambda: _("Deletion"),
    "restore": lambda: _("Restoration"),
}
# By any word of a use case, the first of this table that it has; a status is a commitment's unless
# it is said of what.
_THINGS: Mapping[str, Words] = {
    "awareness": lambda: _("Awareness action"),
    "publication": lambda: _("Publication"),
    "reading": lambda: _("Reading"),
    **dict.fromkeys(("rumour", "rumours", "carry"), lambda: _("Rumour")),
    "rectification": lambda: _("Rectification"),
    "finding": lambda: _("Result of a verification"),
    "remark": lambda: _("Remark"),
    **dict.fromkeys(("answer", "reply"), lambda: _("A reply")),
    **dict.fromkeys(("commitment", "commitments", "promise"), lambda: _("Commitment")),
    **dict.fromkeys(("refer", "referrals"), lambda: _("Referral")),
    **dict.fromkeys(("point", "points"), lambda: _("Point")),
    "meeting": lambda: _("Meeting"),
    **dict.fromkeys(("partner", "partners"), lambda: _("Partner")),
    **dict.fromkeys(("person", "people", "name"), lambda: _("A person")),
    **dict.fromkeys(("entry", "phrase", "proposal"), lambda: _("Catalogue")),
    "status": lambda: _("Commitment"),
    "texts": lambda: _("A translation"),
    **dict.fromkeys(("office", "emblem", "archivist", "terms"), lambda: _("Settings")),
}


def change_words(verb: str | None) -> str:
    """Return what a change did and to what: "Recording: meeting"."""
    if act := named_deed(verb):
        return act
    words = (verb or "").split("_")
    deed = deed_of(verb)
    thing = next((_THINGS[word]() for word in _THINGS if word in words), None)
    return _("{deed}: {thing}").format(deed=deed, thing=thing.lower()) if thing else deed


def named_deed(verb: str | None) -> str | None:
    """Return the whole deed of a use case that has words of its own, None of another."""
    words = _ACTS.get(verb or "")
    return words() if words else None


def deed_of(verb: str | None) -> str:
    """Return the kind of deed of a use case: a record, a deletion, a consultation, a change."""
    return _DEEDS.get((verb or "").partition("_")[0], lambda: _("Change"))()
