"""E-mail addresses as people and tables write them."""

import pytest

from outreach_app.rules.emails import is_email, split_emails


@pytest.mark.parametrize(
    "text", ["amal@gmail", "amal@", "@amal.ma", "a@b@x.test", "a b@x.test", "a@.ma"]
)
def test_what_no_program_can_write_to_is_no_address(text: str) -> None:
    assert not is_email(text)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("a@example.ma; c@x.example", ["a@example.ma", "c@x.example"]),
        ("a@example.ma / c@x.test", ["a@example.ma", "c@x.test"]),
        ("a@example.ma", ["a@example.ma"]),
        ("a@example.ma (bureau)", ["a@example.ma (bureau)"]),
    ],
)
def test_several_addresses_in_one_text_are_told_apart(text: str, parts: list[str]) -> None:
    assert split_emails(text) == parts
