"""What holds for every text: spans are sound, redacted text is clean, work grows with length."""

import importlib
import pkgutil
import re
import sys
from collections.abc import Callable, Iterator
from types import FrameType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import bot.guard
from bot.guard import SecretKind, find_secrets, is_sensitive, redact

WORDS = """
    password pw: pass= is my user jdoe / Sunfl0wer!9 sunflower wrong code codes 482913 482 913
    backup ssn social 900-12-3456 900123456 000 card 4111111111111111 4111 1111 cvv 123 routing
    000000000 account 000123456789 checking born dob 01/01/1900 03/04/2031 was and , . : " ` * (
    ) [ ] [password removed] & &amp; &lt; <tel:5155550100|515-555-0100> <@U012AB3CD>
    mother's maiden name Testerson security answer app shows four eight two nine
    24-01234 $338 a@b.example ab12-cd34"""
ODD = ["\n", "\u200b", "\uff14", "\ue000", "\ue001", "\u2013", "[password removed]"]
PIECES = st.sampled_from(WORDS.split() + ODD)
SENTENCES = st.lists(PIECES, max_size=40).flatmap(
    lambda pieces: st.sampled_from((" ", "", "\n", "  ")).map(lambda gap: gap.join(pieces))
)
TEXTS = st.one_of(st.text(max_size=300), SENTENCES)

TEMPTING = [
    "password ",
    "password is ",
    "password is x and the ",
    "pw:pw",
    "my password with the login for the court is ",
    "user a pass b ",
    "login a / b1 ",
    "1",
    "1 ",
    "4111 ",
    "4111-1111 ",
    "900-12-",
    "ssn ",
    "ssn 1",
    "account 1",
    "routing checking 12 ",
    "code ",
    "code a1-",
    "codes 123456 ",
    "dob 1/1/19",
    "born 01/01/1900 ",
    "one ",
    "answer to my security question is ",
    "mother's maiden name ",
    "&amp;",
    "[password removed]",
    "a@",
    "GB82 ",
    "\u200b",
    "x",
]


@settings(max_examples=400, deadline=None)
@given(TEXTS)
def test_spans_are_in_range_and_apart(text: str) -> None:
    """Secrets lie inside the text, hold something, and do not overlap."""
    secrets = find_secrets(text)
    edges = [edge for secret in secrets for edge in (secret.start, secret.end)]
    assert edges == sorted(edges)
    assert all(0 <= secret.start < secret.end <= len(text) for secret in secrets)
    assert is_sensitive(text) == bool(secrets)


@settings(max_examples=600, deadline=None)
@given(TEXTS, st.booleans())
def test_redacted_text_is_clean(text: str, personal: bool) -> None:
    """Nothing is found in redacted text, and redacting again changes nothing."""
    redacted = redact(text, personal=personal)
    assert find_secrets(redacted) == ()
    assert redact(redacted, personal=personal) == redacted


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_text_without_a_secret_is_unchanged(text: str) -> None:
    """Redacting takes away the secrets and nothing else."""
    kept, done = "", 0
    for secret in find_secrets(text):
        kept += text[done : secret.start]
        done = secret.end
    kept += text[done:]
    labels = "|".join(re.escape(f"[{kind.replace('-', ' ')} removed]") for kind in SecretKind)
    assert re.sub(labels, "", redact(text)) == re.sub(labels, "", kept)


def test_a_text_made_to_hide_more_is_taken_whole() -> None:
    """Where each removal uncovers another secret, the whole text goes rather than a part stay."""
    text = "dob " + "1/1/1900 " * 400
    assert redact(text) == "[birth date removed]"


def _patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    for module in pkgutil.iter_modules(bot.guard.__path__, "bot.guard."):
        for name, value in vars(importlib.import_module(module.name)).items():
            if isinstance(value, re.Pattern):
                yield f"{module.name}.{name}", value


@pytest.mark.parametrize(("name", "pattern"), list(_patterns()))
def test_every_pattern_reads_a_bounded_stretch(name: str, pattern: re.Pattern[str]) -> None:
    """No pattern applied to typed text repeats without a bound, so none can run away with it."""
    if name.startswith("bot.guard.credential_words."):  # sees one word of at most 256 characters
        return
    bare = re.sub(r"\[\^?\]?(?:\\.|[^\]\\])*\]", "", re.sub(r"\\[^\[]|\\\[", "", pattern.pattern))
    assert not re.search(r"[*+]|\{\d*,\}", bare), name


def _calls(text: str) -> int:
    """How many calls, of Python functions and of C functions, one search makes."""
    count = 0

    def note(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    def counted(search: Callable[[str], object]) -> None:
        before = sys.getprofile()
        sys.setprofile(note)
        try:
            search(text)
        finally:
            sys.setprofile(before)

    counted(find_secrets)
    return count


@pytest.mark.parametrize("piece", TEMPTING)
def test_work_grows_with_length(piece: str) -> None:
    """Twice the text takes at most about twice the calls, on texts made to tempt every pattern."""
    once, twice = (piece * (length // len(piece)) for length in (2_000, 4_000))
    assert _calls(twice) <= 2.3 * _calls(once) + 200
