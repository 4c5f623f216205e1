"""Fixtures for all tests: a stand-in Slack that lets no broken rule pass unseen."""

from collections.abc import Iterator

import pytest
from hypothesis import settings

from bot.sandbox import Slack
from tests.block_kit_validators import third_party_problems

settings.register_profile("shared machine", deadline=None)  # a slow minute is no failure
settings.load_profile("shared machine")


@pytest.fixture
def slack() -> Iterator[Slack]:
    """A running stand-in Slack. A rule broken in any payload fails the test at its end.

    A test that breaks one on purpose looks at `slack.problems` and clears it.
    """
    with Slack() as running:
        yield running
    assert_good_manners(running)


def assert_good_manners(slack: Slack) -> None:
    """Fail when a payload broke a rule, by our own table or by any of three libraries."""
    assert slack.problems == []
    broken = [third_party_problems(payload, surface) for surface, payload in slack.payloads]
    assert [problem for problems in broken for problem in problems] == []
