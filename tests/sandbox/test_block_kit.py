"""Slack's limits on blocks, by our own table and by three libraries."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.sandbox import validate
from tests.block_kit_validators import third_party_problems
from tests.sandbox.payload_samples import (
    ACTIONS,
    BAD_MESSAGES,
    BAD_MODALS,
    GOOD_HOMES,
    GOOD_MESSAGES,
    GOOD_MODALS,
    SECTION,
    Json,
    message,
    plain,
    with_change,
)

GOOD = [
    *[("message", it) for it in GOOD_MESSAGES.values()],
    *[("modal", it) for it in GOOD_MODALS.values()],
    *[("home", it) for it in GOOD_HOMES.values()],
]
GOOD_NAMES = [*GOOD_MESSAGES, *GOOD_MODALS, *GOOD_HOMES]


@pytest.mark.parametrize(("surface", "payload"), GOOD, ids=GOOD_NAMES)
def test_a_good_payload_has_no_problem(surface: str, payload: Json) -> None:
    """What Slack takes is taken, by our table and by the libraries."""
    assert validate(payload, surface) == []
    assert third_party_problems(payload, surface) == []


@pytest.mark.parametrize("payload", BAD_MESSAGES.values(), ids=BAD_MESSAGES)
def test_a_bad_message_is_found(payload: Json) -> None:
    """Each single defect of a message is found by our own table."""
    assert validate(payload, "message") != []


@pytest.mark.parametrize("payload", BAD_MODALS.values(), ids=BAD_MODALS)
def test_a_bad_modal_is_found(payload: Json) -> None:
    """Each single defect of a modal is found by our own table."""
    assert validate(payload, "modal") != []


def test_a_problem_names_its_place() -> None:
    """A problem ends in the JSON pointer of what is wrong, as Slack's own do."""
    bad = with_change(message(SECTION, ACTIONS), "blocks/1/elements/0/value", "x" * 2001)
    (problem,) = validate(bad, "message")
    assert problem == (
        "must be less than 2001 characters [json-pointer:/blocks/1/elements/0/value]"
    )


@pytest.mark.parametrize(
    ("path", "at_limit", "over"),
    [
        ("blocks/0/text/text", "x" * 3000, "x" * 3001),
        ("blocks/1/elements/0/text/text", "x" * 75, "x" * 76),
        ("blocks/1/elements/0/value", "x" * 2000, "x" * 2001),
        ("blocks/1/block_id", "x" * 255, "x" * 256),
    ],
)
def test_a_limit_is_exact(path: str, at_limit: str, over: str) -> None:
    """The longest that Slack takes is taken, one more is not."""
    payload = message(SECTION, ACTIONS)
    assert validate(with_change(payload, path, at_limit), "message") == []
    assert validate(with_change(payload, path, over), "message") != []


def test_the_libraries_find_most_defects_too() -> None:
    """The three libraries are a second opinion: together they find nearly all of ours."""
    missed = [name for name, it in BAD_MESSAGES.items() if not _third(it)]
    assert len(missed) <= len(BAD_MESSAGES) // 4, missed


def _third(payload: Json) -> list[str]:
    try:
        return third_party_problems(payload, "message")
    except (AttributeError, KeyError, TypeError) as error:  # a payload no library can read
        return [str(error)]


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                [
                    "type",
                    "text",
                    "elements",
                    "fields",
                    "options",
                    "accessory",
                    "value",
                    "rows",
                    "tasks",
                ]
            ),
            inner
            | st.sampled_from(
                ["section", "actions", "button", "static_select", "plain_text", "table", "overflow"]
            ),
            max_size=4,
        )
    ),
    max_leaves=12,
)


@settings(max_examples=400)
@given(ANYTHING)
def test_no_payload_makes_the_check_itself_fail(block: Any) -> None:
    """Whatever stands in `blocks`, the check answers with words and never raises."""
    problems = validate({"text": "x", "blocks": [block]}, "message")
    assert all(isinstance(it, str) for it in problems)
    assert json.dumps(problems)


@given(st.text(min_size=1, max_size=3000))
def test_any_words_fit_in_a_section(words: str) -> None:
    """A section takes any text of 1 to 3000 characters that is not blank."""
    taken = validate(message(SECTION | {"text": plain(words)}), "message") == []
    assert taken == bool(words.strip())
