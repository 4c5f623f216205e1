import json

import pytest

from bot.checklist import Progress, Skip, as_data, from_data, make
from tests.checklist.invented import NOON, fresh, plan


def test_progress_survives_being_kept_as_json() -> None:
    """What is written is read again as the same value."""
    progress = make(Skip("ticket"), fresh(), plan(), NOON)

    assert from_data(json.loads(json.dumps(as_data(progress)))) == progress


def test_what_an_earlier_version_kept_can_be_read() -> None:
    """Keys that were added later have their defaults."""
    kept = {"checklist": "ready", "role": "pilot", "records": {}}

    assert from_data(kept) == Progress("ready", "pilot")


@pytest.mark.parametrize("data", [{}, {"checklist": "a", "role": None, "records": {"b": ["odd"]}}])
def test_anything_else_is_refused(data: dict[str, object]) -> None:
    """A store can tell damage from progress."""
    with pytest.raises((KeyError, TypeError, ValueError)):
        from_data(data)
