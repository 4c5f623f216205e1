"""The Home tab: useful on first sight, the same as the status, with all there is to browse."""

import shutil
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.sandbox import Slack
from bot.sandbox.views import View
from tests.slack.journey import Journey, journey_on

WEDNESDAY = datetime(2031, 3, 5, 10, tzinfo=ZoneInfo("America/Chicago"))


@pytest.fixture
def journey(slack: Slack, migrated: Path, tmp_path: Path) -> Journey:
    """Alice, who opens the app for the first time."""
    return journey_on(slack, Path(shutil.copy(migrated, tmp_path / "bot.db")), WEDNESDAY)


def home(journey: Journey) -> View:
    journey.slack.open_home("U0ALICE")
    return home_now(journey)


def home_now(journey: Journey) -> View:
    """The tab as it was drawn last."""
    view = journey.slack.home("U0ALICE")
    assert view is not None
    return view


def window(journey: Journey) -> View:
    view = journey.slack.view("U0ALICE")
    assert view is not None
    return view


def test_the_home_tab_is_useful_at_once(journey: Journey) -> None:
    """What the desk is, the court's state, the checklist, topics, contacts, what is kept."""
    shown = str(home(journey).blocks)

    for words in (
        "NextGen help desk",
        "Search the answers",
        "Field of Examples goes live",
        "You have not started the checklist yet",
        "Browse by topic",
        "Tickets",
        "How do I buy a ticket?",
        "(555) 010-0100",
        "How this bot works and what it keeps",
        "I do not keep what you type.",
        journey.bot.desk.knowledge.version,
    ):
        assert words in shown


def test_the_home_tab_shows_the_progress(journey: Journey) -> None:
    """The same as the status."""
    for text in ("help me fly", "pilot", "shared"):
        journey.says(text)
    shown = str(home(journey).blocks)

    assert "0 of 3 done, 1 to do" in shown
    assert "Your ticket: We share one (to do)" in shown
    assert "Step 2 of 3: Ticket stamped" in shown


def test_starting_from_the_home_tab(journey: Journey) -> None:
    """It goes on in the direct message, and the Home tab follows."""
    journey.slack.press(home(journey), label="Get ready to e-file", user="U0ALICE")
    assert "I will walk you through it." in journey.last.text
    journey.presses("1. A pilot", journey.last)

    journey.slack.press(home(journey), label="2. No", user="U0ALICE")
    assert "Pay at the desk." in journey.slack.replies(journey.channel)[-2].text
    assert "Your ticket: No (to do)" in str(home_now(journey).blocks)


def test_a_question_is_chosen_from_a_topic(journey: Journey) -> None:
    """Its answer opens in a window, word for word."""
    journey.slack.press(home(journey), "topic", value="buying", user="U0ALICE")

    assert "Pay at the desk." in str(window(journey).blocks)


def test_searching(journey: Journey) -> None:
    """A box, an answer in its place, and back to the box."""
    journey.slack.press(home(journey), label="Search the answers", user="U0ALICE")
    journey.slack.submit(window(journey), {"search-box": "where can i buy one"})
    assert "Pay at the desk." in str(window(journey).blocks)

    journey.slack.press(window(journey), label="Search again", user="U0ALICE")
    assert "Your question, in your own words" in str(window(journey).blocks)
    journey.slack.submit(window(journey), {"search-box": "money"})
    assert "More than one answer may fit." in str(window(journey).blocks)
    journey.slack.press(window(journey), value="buying", user="U0ALICE")
    assert "Pay at the desk." in str(window(journey).blocks)


def test_a_window_asks_for_no_number_and_no_message_to_delete(journey: Journey) -> None:
    """Nothing can be replied to in a window, and nothing typed there is posted."""
    journey.slack.press(home(journey), label="Search the answers", user="U0ALICE")
    typed = "my password is Sunfl0wer!Tractor99, and the money?"
    journey.slack.submit(window(journey), {"search-box": typed})

    shown = str(window(journey).blocks)
    assert "Which do you mean?" in shown
    assert "with the number" not in shown
    assert "delete your message" not in shown
    assert "It was not posted" in shown


def test_a_search_for_the_checklist_offers_it(journey: Journey) -> None:
    """It begins in the direct message, and the window says so."""
    journey.slack.press(home(journey), label="Search the answers", user="U0ALICE")
    journey.slack.submit(window(journey), {"search-box": "help me fly"})
    assert "I walk you through that in our direct message" in str(window(journey).blocks)

    journey.slack.press(window(journey), label="Get ready to e-file", user="U0ALICE")
    assert "I will walk you through it." in journey.last.text
    assert "We go on in our direct message." in str(window(journey).blocks)


@pytest.mark.parametrize("typed", ["forget me", "please delete my data"])
def test_a_search_for_being_forgotten_names_the_command(journey: Journey, typed: str) -> None:
    """Nothing is done from the window."""
    journey.slack.press(home(journey), label="Search the answers", user="U0ALICE")
    journey.slack.submit(window(journey), {"search-box": typed})

    assert "Did you mean: /nextgen-status forget me" in str(window(journey).blocks)


def test_a_search_without_an_answer_names_people(journey: Journey) -> None:
    """In the window, as everywhere."""
    journey.slack.press(home(journey), label="Search the answers", user="U0ALICE")
    journey.slack.submit(window(journey), {"search-box": "zebra"})
    assert "I do not have an answer to that" in str(window(journey).blocks)

    journey.slack.press(window(journey), label="Talk to a person", user="U0ALICE")
    assert "(555) 010-0100" in str(window(journey).blocks)


def test_a_home_tab_that_cannot_be_drawn_is_no_failure_of_slacks(journey: Journey) -> None:
    """Slack would count it, and send it again."""
    journey.slack.faults.fail("views.publish", status=500, times=9)

    assert journey.slack.open_home("U0ALICE").status == 200


@pytest.mark.parametrize("fault", [{"error": "expired_trigger_id"}, {"drop": True, "times": 2}])
def test_a_window_that_cannot_be_opened_becomes_a_message(
    journey: Journey, fault: dict[str, Any]
) -> None:
    """Whoever searches or browses hears from us, in the direct message."""
    tab = home(journey)
    journey.slack.faults.fail("views.open", **fault)
    journey.slack.press(tab, "topic", value="buying", user="U0ALICE")
    assert "Pay at the desk." in journey.last.text

    journey.slack.faults.fail("views.open", **fault)
    journey.slack.press(tab, label="Search the answers", user="U0ALICE")
    assert journey.last.text.startswith("I answer questions")


def test_opening_the_messages_draws_nothing(journey: Journey) -> None:
    """That tab needs no Home."""
    journey.slack.open_home("U0ALICE", tab="messages")

    assert journey.slack.calls("views.publish") == []
