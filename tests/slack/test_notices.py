"""Notices in force top every reply, whoever gives it: the desk, the guide, the status, the tab."""

import shutil
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.knowledge.model import Notice
from bot.sandbox import Slack
from tests.slack.journey import Journey, desk_of, journey_on

WEDNESDAY = datetime(2031, 3, 5, 10, tzinfo=ZoneInfo("America/Chicago"))
NOTICE = "Please note: The field is flooded."


@pytest.fixture
def journey(slack: Slack, migrated: Path, tmp_path: Path) -> Journey:
    """Alice, while a notice is in force."""
    made = journey_on(slack, Path(shutil.copy(migrated, tmp_path / "bot.db")), WEDNESDAY)
    notice = Notice(id="flood", text="The field is flooded.", severity="warning")
    made.bot.desk = desk_of(replace(made.bot.desk.knowledge, notices=(notice,)))
    return made


def test_a_notice_tops_all_the_guide_says(journey: Journey) -> None:
    """Once each time, however many messages it takes; also after a press."""
    for typed in (
        "help me fly", "pilot", "no", "tomorrow morning", "what's left", "where can i buy one",
        "zebra", "i'm stuck", "stop reminders", "my reminders", "start over", "stop", "forget me",
    ):  # fmt: skip
        first, *others = journey.says(typed)
        assert first.text.startswith(f"{NOTICE}\n\n"), typed
        assert NOTICE not in first.text.removeprefix(NOTICE)
        assert all(NOTICE not in message.text for message in others)

    journey.says("help me fly")
    (first,) = journey.presses("1. A pilot")
    assert first.text.startswith(NOTICE)


@pytest.mark.parametrize("typed", ["", "help", "export", "reset", "role", "reminders off", "zzz"])
def test_a_notice_tops_all_that_the_command_tells(journey: Journey, typed: str) -> None:
    """Above the line that says whether the court is live; once."""
    for begins in ("help me fly", "pilot", "no"):
        journey.says(begins)

    told = journey.command(typed).text
    assert told.startswith(f"{NOTICE}\n\n")
    assert told.count(NOTICE) == 1


def test_a_step_answered_in_the_status_tells_the_notice_once(journey: Journey) -> None:
    """The status stands below what the choice shows."""
    for begins in ("help me fly", "pilot"):
        journey.says(begins)
    journey.slack.press(journey.command(), label="2. No", user="U0ALICE")

    told = journey.slack.replies()[-1].text
    assert told.startswith(NOTICE)
    assert told.count(NOTICE) == 1


def test_a_notice_tops_the_home_tab(journey: Journey) -> None:
    """Before anything else."""
    journey.slack.open_home("U0ALICE")
    view = journey.slack.home("U0ALICE")

    assert view is not None
    assert "The field is flooded." in str(view.blocks[0])
    assert str(view.blocks).count("The field is flooded.") == 1
