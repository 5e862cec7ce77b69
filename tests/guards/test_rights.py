"""Every use case requires a right, and the table lists who has each right."""

import ast
import inspect
import pkgutil
from collections import Counter
from collections.abc import Iterator
from importlib import import_module
from typing import Any

import pytest

import outreach_app
from outreach_app import accounts, issuing, queries, rights, services, transfer
from outreach_app.actors import UNKNOWN, Actor, Role
from outreach_app.database import SessionState, StoreSession
from outreach_app.errors import NotAllowed
from outreach_app.exchange import exporting, importing, stations
from outreach_app.i18n import ScreenLanguage, use
from outreach_app.queries.change_words import DEEDS
from outreach_app.rights import HOLDERS, USE_CASES, Right
from tests.guards.pages import page, rows, section
from tests.guards.sources import ROOT, nodes, python_files

# Public functions with a session that are not use cases: they read, or are parts of others.
PARTS = {
    "issuing.files.prepare",
    "issuing.files.note_not_printed",
    "issuing.files.record_documents",
    "issuing.hand_outs.since_last_sheet",
    "issuing.hand_outs.sheet_period",
    "issuing.many_hand_outs.write_partner_sheets",
    "issuing.published_before.is_told_apart",
    "issuing.published_before.require_apart_from_others",
    "issuing.published_before.require_told_apart",
    "issuing.sealing.require_archivist",
    "issuing.example.example_of_summary",
    "issuing.verification.verify_file",
    "services.awareness.draft_of_awareness",
    "services.catalogue_entries.use_entries",
    "services.claims.draft_of_claim",
    "services.desks.clear_desks",
    "services.elimination_checks.require_issued",
    "services.elimination_checks.take_listed",
    "services.eliminations.require_agreement",
    "services.erasure.erase_one",
    "services.erasure.forget_typed",
    "services.erasure.has_name",
    "services.issues.plan_edition",
    "services.later_work.needed_by_others",
    "services.meeting_drafts.draft_like_last_time",
    "services.meeting_drafts.draft_of_meeting",
    "services.offices.create_office",
    "services.offices.draft_of_own_office",
    "services.offices.require_headquarters",
    "services.offices.require_precinct",
    "services.partner_drafts.draft_of_partner",
    "services.people.warn_a_week",
    "services.publications.draft_of_publication",
    "services.purposes.draft_of_purpose",
    "services.printed_parts.keep_parts",
    "services.purging.purge_tree",
    "services.records.set_field",
    "services.records.take",
    "services.records.take_card",
    "services.mentions.keep_texts",
    "services.readings.draft_of_reading",
    "services.remarks.draft_of_remark",
    "services.rumours.draft_of_rumour",
    "services.session_numbers.number_if_held",
    "services.session_numbers.require_unissued",
    "services.saved_filters.forget_names",
    "services.undo.changes_so_far",
    "services.undo.leaves_in_trash",
    "services.withdrawing.withdraw",
    "transfer.meeting_updates.updated",
}
# The program's own: without an account, or with an explicit one.
PROGRAM = (
    "accounts.attend",
    "exchange.importing.acknowledgements",
    "exchange.importing.audits",
    "exchange.importing.applying",
    "exchange.importing.consequences",
    "exchange.importing.folders.catch_up",
    "exchange.importing.folders.peek_paths",
    "exchange.importing.folders.take_up_entries",
    "exchange.importing.mentions",
    "exchange.importing.names",
    "exchange.importing.oddities.note_oddities",
    "exchange.importing.bundle_import",
    "exchange.importing.restorations",
    "exchange.stations.enrolment.enrolled_card",
    "exchange.stations.escrow",
    "exchange.stations.recovery",
    "exchange.stations.registry",
    "exchange.stations.renewal.go_on_restored",
    "exchange.stations.standing",
    "exchange.stations.vouching",
    "exchange.exporting.addressing",
    "exchange.exporting.audits",
    "exchange.exporting.bundles.audit_head",
    "exchange.exporting.certifying",
    "exchange.exporting.planning",
    "exchange.exporting.recipients.introduced_stations",
    "exchange.exporting.withholding",
    "services.forgetting.keep_deadlines",
    "services.mentions.note_mentions",
    "services.partners.withhold_addresses",
    "services.forgetting.forget_uninformed",
    "services.forgetting.warn_again",
    "services.forgetting.erase_forgotten",
)


def verbs() -> Iterator[str]:
    """Yield every public function that takes a session or a store first, by module and name."""
    packages = (services, transfer, issuing, exporting, importing, stations)
    names = (
        found.name
        for package in packages
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}.")
    )
    for module in (accounts, *map(import_module, names)):
        for name, function in inspect.getmembers(module, inspect.isfunction):
            taken = list(inspect.signature(function).parameters)
            is_own = function.__module__ == module.__name__ and not name.startswith("_")
            if name.startswith(("list_", "count_", "find_", "get_", "prepare_")):
                continue  # reads, by their names; `issuing.files` issues what is prepared
            if is_own and taken and taken[0] in ("session", "store", "database"):
                yield f"{module.__name__}.{name}"


def test_every_use_case_asks_for_a_right() -> None:
    """A new one needs `@use_case(Right.…)`; parts of others are listed here."""
    told = {verb.removeprefix("outreach_app.") for verb in verbs()}
    asking = {name.removeprefix("outreach_app.") for name in USE_CASES}
    assert not sorted(verb for verb in told - asking - PARTS if not verb.startswith(PROGRAM)), (
        "@use_case is missing"
    )
    assert not (PARTS - told), "named here and gone"
    assert not (PARTS & asking)


def test_who_acts_is_asked_of_the_store() -> None:
    """A role fixed in the code would apply to any account."""
    written = [
        f"{path.relative_to(ROOT)}: {node.attr}"
        for path in python_files("outreach_app", "ui")
        if path.name not in ("actors.py", "rights.py", "history_list.py")
        for node in nodes(path)
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id == "Actor"
        and node.attr in Actor.__members__
        and node.attr != "PROGRAM"
    ]
    assert not written


def test_the_page_on_security_has_the_table_of_roles_and_rights() -> None:
    table = {
        right: set(roles.split(", "))
        for right, roles in rows(section(page("security.md"), "Roles"))
    }
    assert table == {
        f"`{right}`": {role.value for role in Role if role.actor in HOLDERS[right]}
        for right in Right
    }


@pytest.mark.parametrize("actor", Actor)
def test_a_role_does_what_the_table_says_and_nothing_else(actor: Actor) -> None:
    for right in Right:
        is_free = actor is Actor.PROGRAM or actor in HOLDERS[right]
        assert rights.may(actor, right) == is_free
        if not is_free:
            with pytest.raises(NotAllowed) as refused:
                rights.require_role(_Session(actor), actor, right)
            assert refused.value.code == "not_allowed_role"


def test_whoever_is_unknown_has_only_what_everybody_has() -> None:
    assert [right for right in Right if rights.may(UNKNOWN, right)] == [
        right for right in Right if HOLDERS[right] == frozenset(Actor)
    ]


def test_every_use_case_refuses_a_role_without_its_right() -> None:
    """A function is refused before it reads anything but the actor."""
    assert len(list(verbs())) > len(PARTS)
    for name, right in USE_CASES.items():
        module, _dot, function = name.rpartition(".")
        for actor in Actor:
            if actor is Actor.PROGRAM or actor in HOLDERS[right]:
                continue
            with pytest.raises(NotAllowed):
                getattr(import_module(module), function)(_Session(actor))


@pytest.mark.parametrize("language", ScreenLanguage)
def test_the_log_tells_every_use_case_by_words_of_its_own(language: ScreenLanguage) -> None:
    """The words of a proposed elimination list and of its archive must not be the same."""
    assert list(verbs())  # imports most of them
    for place, prefix in ((outreach_app, "outreach_app."), (queries, "outreach_app.queries.")):
        for found in pkgutil.iter_modules(place.__path__, prefix):
            if not found.ispkg and "__" not in found.name:
                import_module(found.name)
    noted = {name.rpartition(".")[2] for name, right in USE_CASES.items() if right in rights._ACTS}
    assert not noted - DEEDS.keys(), "words in queries/change_words.py are missing"
    use(language)
    told = {verb: words() for verb, words in DEEDS.items()}
    assert not {verb: words for verb, words in told.items() if verb in words and "_" in verb}
    assert not [words for words, number in Counter(told.values()).items() if number > 1]


class _Session(StoreSession):
    """A session of a role, without a store."""

    def __init__(self, actor: Actor) -> None:
        self.state = SessionState(actor)

    def scalars(self, *_given: Any, **_named: Any) -> Any:
        return ()
