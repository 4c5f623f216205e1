"""What stands where a secret stood, and what is left out of text that clerks keep."""

import pytest

from bot.guard import find_secrets, redact, without


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("my password is Sunfl0wer!9, help", "my password is [password removed], help"),
        ("ssn 900-12-3456", "ssn [social security number removed]"),
        ("4111 1111 1111 1111 exp 09/29", "[card number removed] exp 09/29"),
        ("the app shows 482913", "the app shows [one time code removed]"),
        ("<tel:4111111111111111|4111 1111 1111 1111>",
         "<tel:[card number removed]|[card number removed]>"),
        ("pw: a&amp;b77!c \U0001f600", "pw: [password removed] \U0001f600"),
        ("no secret here", "no secret here"),
        ("", ""),
    ],
)  # fmt: skip
def test_a_label_stands_where_a_secret_stood(text: str, kept: str) -> None:
    """Only the secret is replaced, by what it was."""
    assert redact(text) == kept


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("my password is Sunfl0wer!9, help", "my password is  , help"),
        ("pw: a&amp;b77!c or 4111 1111 1111 1111", "pw:   or  "),
        ("no secret here", "no secret here"),
        ("", ""),
    ],
)
def test_what_is_matched_has_a_space_where_a_secret_stood(text: str, kept: str) -> None:
    """No label stands in what is matched, for its words would be read as the person's."""
    assert without(text, find_secrets(text)) == kept


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("write to jdoe@firm.example", "write to [e-mail removed]"),
        (
            "<mailto:jdoe@firm.example|jdoe@firm.example>",
            "<mailto:[e-mail removed]|[e-mail removed]>",
        ),
        ("call 515-555-0100 or (515) 555-0100",
         "call [phone number removed] or [phone number removed]"),
        ("<tel:+15155550100|515.555.0100>", "<tel:[phone number removed]|[phone number removed]>"),
        ("case 24-01234 and 4:23-bk-00123", "case [case number removed] and [case number removed]"),
        ("PACER account 1234567", "PACER account [number removed]"),
        ("my password is Sunfl0wer!9 at 515-555-0100",
         "my password is [password removed] at [phone number removed]"),
        ("fee $338 on page 12, chapter 13, 2026", "fee $338 on page 12, chapter 13, 2026"),
    ],
)  # fmt: skip
def test_personal_data_goes_from_kept_text(text: str, kept: str) -> None:
    """Text kept for clerks names no person, phone, case or account."""
    assert redact(text, personal=True) == kept


@pytest.mark.parametrize(
    "text", ["jdoe@firm.example", "515-555-0100", "24-01234", "PACER account 1234567"]
)
def test_personal_data_stays_otherwise(text: str) -> None:
    """What is personal but no secret is left alone in text that is not kept."""
    assert redact(text) == text
