"""The refusal of a file: a message for people and details for programs."""

from collections.abc import Callable

import pytest

from outreach_app import i18n
from outreach_app.errors import BundleError
from outreach_app.exchange.format import cautions, failures
from outreach_app.exchange.format.limits import MAX_FILE
from outreach_app.i18n import Language, isolate

DEVICE = "0198f000-0000-7000-8000-00000000000a"


@pytest.mark.parametrize(
    ("refuse", "code", "details"),
    [
        (failures.too_big, "E_TOO_BIG", {"most": MAX_FILE}),
        (failures.not_bundle, "E_NOT_BUNDLE", {}),
        (lambda: failures.header("stanza"), "E_HEADER", {"reason": "stanza"}),
        (failures.not_for_us_or_damaged, "E_NOT_FOR_US_OR_DAMAGED", {"is_sealed": False}),
        (failures.too_costly, "E_TOO_COSTLY", {}),
        (
            lambda: failures.not_for_us_or_damaged(is_sealed=True),
            "E_NOT_FOR_US_OR_DAMAGED",
            {"is_sealed": True},
        ),
        (lambda: failures.container("end"), "E_CONTAINER", {"reason": "end"}),
        (lambda: failures.sender_unknown(b"\x01\xff"), "E_SENDER_UNKNOWN", {"key_id": "01ff"}),
        (lambda: failures.sender_revoked(DEVICE), "E_SENDER_REVOKED", {"device": DEVICE}),
        (lambda: failures.signature("form"), "E_SIGNATURE", {"reason": "form"}),
        (lambda: failures.newer_version(9), "E_NEWER_VERSION", {"version": 9}),
        (lambda: failures.manifest("app"), "E_MANIFEST", {"reason": "app"}),
        (failures.recipient, "E_RECIPIENT", {}),
        (lambda: failures.payload_size("gzip"), "E_PAYLOAD_SIZE", {"reason": "gzip"}),
        (failures.payload_hash, "E_PAYLOAD_HASH", {}),
        (lambda: failures.record(7, "too long"), "E_RECORD", {"seq": 7, "reason": "too long"}),
        (lambda: failures.chain("start"), "E_CHAIN", {"reason": "start"}),
        (lambda: failures.fork(DEVICE, 7), "E_FORK", {"device": DEVICE, "seq": 7}),
        (lambda: failures.own_fork(DEVICE, 7), "E_FORK", {"device": DEVICE, "seq": 7}),
        (lambda: failures.carrier("not signed"), "E_CARRIER", {"reason": "not signed"}),
        (lambda: failures.too_far_ahead(7), "E_CLOCK", {"seq": 7}),
        (lambda: failures.certificate(DEVICE), "E_CERTIFICATE", {"device": DEVICE}),
        (lambda: failures.owner(7, "reply"), "E_OWNER", {"seq": 7, "entity": "reply"}),
    ],
)
def test_a_refusal_tells_programs_where_it_lies(
    refuse: Callable[[], BundleError], code: str, details: dict[str, object]
) -> None:
    refusal = refuse()
    assert (refusal.code, refusal.details) == (code, details)


def test_a_warning_has_a_code() -> None:
    warnings = (cautions.gap((3, 5)), cautions.clock(), cautions.duplicate(), cautions.elsewhere())
    codes = [warning.code for warning in warnings]
    assert codes == ["W_GAP", "W_CLOCK", "W_DUPLICATE", "W_ELSEWHERE"]


@pytest.mark.parametrize("language", Language)
def test_the_words_name_the_number_that_a_person_can_look_for(language: Language) -> None:
    i18n.use(language)
    assert isolate("16") in failures.too_big().message
    assert isolate(".outreach") in failures.not_bundle().message
    assert isolate("outreach renew") in failures.own_fork(DEVICE, 7).message
    for refusal in (
        failures.record(70, ""),
        failures.fork(DEVICE, 70),
        failures.owner(70, "reply"),
    ):
        assert isolate("70") in refusal.message
    gaps = cautions.gap((3, 5), (7, 7), *[(n, n) for n in range(10, 40, 2)]).message
    assert gaps.index(isolate("3–5")) < gaps.index(isolate("7")) < gaps.index(" …")
    assert isolate("30") not in gaps


def test_a_refusal_from_where_the_signature_holds_says_whose_file_it_is() -> None:
    with pytest.raises(BundleError) as refused, failures.sent_by(DEVICE):
        raise failures.chain("start")
    assert refused.value.details == {"reason": "start", "sender": DEVICE}
