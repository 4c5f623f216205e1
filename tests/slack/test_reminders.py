"""Reminders: Slack sends them; they come in the person's own morning, and stop when told to."""

import shutil
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import create_engine, text

from bot.sandbox import Slack
from bot.sandbox.schedule import Scheduled
from tests.slack.journey import Journey, journey_on, labels

CHICAGO = ZoneInfo("America/Chicago")
WEDNESDAY = datetime(2031, 3, 5, 10, tzinfo=CHICAGO)  # clocks go forward on Sunday, March 9


@pytest.fixture
def journey(slack: Slack, migrated: Path, tmp_path: Path) -> Journey:
    """Alice has left a step to do, and is offered a reminder of it."""
    made = journey_on(slack, Path(shutil.copy(migrated, tmp_path / "bot.db")), WEDNESDAY)
    made.says("help me fly")
    made.says("pilot")
    made.says("shared")
    return made


def waiting(journey: Journey) -> list[Scheduled]:
    return journey.slack.state.schedule.waiting()


def due(journey: Journey) -> list[datetime]:
    return [datetime.fromtimestamp(it.post_at, UTC) for it in waiting(journey)]


def live_in(journey: Journey, zone: str) -> None:
    """The person of that journey lives in that time zone."""
    person = journey.slack.workspace.person(journey.user)
    journey.slack.workspace.people[person.id] = replace(person, zone=zone)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("tomorrow morning", datetime(2031, 3, 6, 15, tzinfo=UTC)),
        ("remind me on Monday at 3pm", datetime(2031, 3, 10, 20, tzinfo=UTC)),
        ("monday", datetime(2031, 3, 10, 14, tzinfo=UTC)),
        ("April 1", datetime(2031, 4, 1, 14, tzinfo=UTC)),
    ],
)
def test_a_reminder_is_asked_for_in_words(journey: Journey, typed: str, expected: datetime) -> None:
    """Over a change of clocks nine o'clock stays nine o'clock."""
    (told,) = journey.says(typed)

    assert "I will remind you here: Your ticket" in told.text
    assert due(journey) == [expected]


def test_a_reminder_is_asked_for_by_a_button_or_in_a_calendar(journey: Journey) -> None:
    """A step has one reminder: a second one moves it."""
    offer = next(it for it in journey.slack.replies() if "Tomorrow morning" in labels(it))
    journey.presses("Tomorrow morning", offer)
    assert due(journey) == [datetime(2031, 3, 6, 15, tzinfo=UTC)]

    journey.presses("Monday morning", offer)
    assert "I moved your reminder" in journey.last.text
    assert due(journey) == [datetime(2031, 3, 10, 14, tzinfo=UTC)]

    action = "guide-day:remind-day|ready|ticket|"
    journey.slack.press(offer, action, value="2031-04-01", user="U0ALICE")
    assert due(journey) == [datetime(2031, 4, 1, 14, tzinfo=UTC)]


def test_two_time_zones(slack: Slack, migrated: Path, tmp_path: Path) -> None:
    """Everybody is reminded in their own morning, where Slack tells which that is."""
    alice = journey_on(slack, Path(shutil.copy(migrated, tmp_path / "bot.db")), WEDNESDAY)
    ben = Journey(slack, alice.bot, "U0BEN")
    for journey, zone in ((alice, "America/New_York"), (ben, "Pacific/Auckland")):
        live_in(journey, zone)
        for typed in ("help me fly", "pilot", "shared", "tomorrow morning"):
            journey.says(typed)

    assert "Thursday, March 6, 2031 at 9:00 am Eastern" in alice.last.text
    assert "Friday, March 7, 2031 at 9:00 am NZDT" in ben.last.text
    assert due(alice) == [datetime(2031, 3, 6, hour, tzinfo=UTC) for hour in (14, 20)]


def test_without_leave_to_ask_the_courts_time_zone_is_used(
    slack: Slack, migrated: Path, tmp_path: Path
) -> None:
    """The scope is optional; Slack is then not asked over and over."""
    journey = journey_on(slack, Path(shutil.copy(migrated, tmp_path / "bot.db")), WEDNESDAY)
    live_in(journey, "America/New_York")
    slack.faults.fail("users.info", error="missing_scope", times=1)
    for typed in ("help me fly", "pilot", "shared", "tomorrow morning"):
        journey.says(typed)

    assert "at 9:00 am Central" in journey.last.text
    assert len(slack.calls("users.info")) == 1


def test_the_reminder_comes_and_can_be_answered(journey: Journey) -> None:
    """It asks the step itself, with its buttons, and ends with it."""
    journey.says("tomorrow morning")
    journey.slack.clock.set(datetime(2031, 3, 6, 15, 1, tzinfo=UTC))
    reminder = journey.last
    assert "You asked me to remind you: Your ticket" in reminder.text
    assert "Do you have a ticket?" in reminder.text

    journey.presses("1. Yes, my own", reminder)

    assert journey.message(reminder.ts).text == "Your ticket: Yes, my own (done)"
    assert "1 of 3 done" in journey.last.text


def test_a_reminder_is_cancelled_when_the_step_is_done(journey: Journey) -> None:
    """Nobody is reminded of what is done."""
    journey.says("tomorrow morning")
    journey.says("back")
    journey.says("yes")

    assert waiting(journey) == []


def test_reminders_stop_and_start_again(journey: Journey) -> None:
    """In words, and by the command; those still to come are back."""
    journey.says("monday")
    (told,) = journey.says("stop remiders")
    assert "Reminders are off." in told.text
    assert waiting(journey) == []

    journey.says("start reminders")
    assert due(journey) == [datetime(2031, 3, 10, 14, tzinfo=UTC)]

    assert "Reminders are off." in journey.command("reminders off").text
    assert waiting(journey) == []
    journey.command("reminders on")
    assert len(waiting(journey)) == 1


def test_stop_reminders_works_while_the_guide_rests_and_anywhere(journey: Journey) -> None:
    """Always, as the reminder itself says."""
    journey.says("monday")
    journey.says("stop")
    journey.says("stop reminders", anew=True)

    assert waiting(journey) == []


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("stop reminders", "Reminders are off."),
        ("remind me tomorrow", "I moved your reminder: Your ticket, Thursday, March 6"),
        ("go on", "Welcome back."),
    ],
)
@pytest.mark.parametrize("by_command", [False, True], ids=["mention", "command"])
def test_a_wish_typed_elsewhere_is_met_in_the_direct_message(
    journey: Journey, typed: str, told: str, by_command: bool
) -> None:
    """Reminders are nobody else's; a channel only learns where it goes on."""
    journey.says("monday")
    if by_command:
        journey.slack.command("/nextgen", typed, user="U0ALICE", channel="C0EFILING")
    else:
        journey.slack.say("C0EFILING", f"<@U0BOT> {typed}", user="U0ALICE")

    assert told in journey.last.text
    (pointer,) = journey.slack.replies("C0EFILING")
    assert pointer.text == "We go on in our direct message."


@pytest.mark.parametrize("typed", ["stop reminders", "remind me tomorrow"])
def test_a_wish_of_somebody_without_a_checklist_is_the_desks(
    slack: Slack, migrated: Path, tmp_path: Path, typed: str
) -> None:
    """There is nothing to go on with."""
    journey = journey_on(slack, Path(shutil.copy(migrated, tmp_path / "bot.db")), WEDNESDAY)
    journey.slack.say("C0EFILING", f"<@U0BOT> {typed}", user="U0ALICE")

    (reply,) = journey.slack.replies("C0EFILING")
    assert "I do not have an answer to that" in reply.text
    assert journey.slack.replies(journey.channel) == []


def test_what_slack_refuses_is_not_promised(journey: Journey) -> None:
    """Nobody waits for a reminder that was not set."""
    journey.slack.faults.fail("chat.scheduleMessage", error="restricted_too_many", times=9)
    (told,) = journey.says("tomorrow morning")

    assert "I could not set the reminder" in told.text


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("remind me", "When shall I remind you?"),
        ("remind me on 2040-01-01", "I cannot remind you on January 1, 2040"),
        ("remind me yesterday or so", "I cannot remind you on March 4, 2031"),
        ("remind me in 2 years", "I cannot remind you on March 4, 2033"),
        ("remind me on feb 30", "The calendar has no such day."),
    ],
)
def test_a_day_that_cannot_be_is_told(journey: Journey, typed: str, told: str) -> None:
    """With what can be typed instead."""
    (said,) = journey.says(typed)

    assert told in said.text
    assert waiting(journey) == []


def test_starting_over_holds_the_reminders_back(journey: Journey) -> None:
    """What is not on the list any more is not reminded of; `back` brings the reminders back too."""
    journey.says("monday")
    journey.says("start over")
    assert waiting(journey) == []

    journey.says("back")
    assert due(journey) == [datetime(2031, 3, 10, 14, tzinfo=UTC)]
    assert "Your ticket: Monday, March 10, 2031 at 9:00 am Central" in journey.command().text


def test_who_goes_on_after_starting_over_is_not_reminded(journey: Journey) -> None:
    """From the first answer on, the new beginning is meant."""
    journey.says("monday")
    journey.says("start over")
    journey.says("pilot")

    assert waiting(journey) == []
    assert "No reminders are set." in journey.command().text


def test_a_reset_can_be_taken_back_with_its_reminders(journey: Journey) -> None:
    """As it says, in the direct message, although the checklist rests."""
    journey.says("monday")
    journey.presses("Yes, start over", journey.command("reset"))
    assert "type back in our direct message" in journey.slack.replies()[-1].text

    journey.says("back", anew=True)
    assert "I took that back." in journey.last.text
    assert "0 of 3 done, 1 to do" in journey.command().text
    assert due(journey) == [datetime(2031, 3, 10, 14, tzinfo=UTC)]


def test_starting_over_and_stopping_can_be_taken_back(journey: Journey) -> None:
    """Stop loses nothing, not even the way back."""
    journey.says("start over")
    journey.says("stop")
    (told,) = journey.says("back")

    assert "I took that back." in told.text


@pytest.mark.parametrize("fault", [{"status": 500}, {"error": "internal_error"}, {"drop": True}])
def test_a_reminder_that_slack_keeps_is_not_called_off(
    journey: Journey, fault: dict[str, Any]
) -> None:
    """It is said, nothing is forgotten about it, and the next try ends it."""
    journey.says("monday")
    journey.slack.faults.fail("chat.deleteScheduledMessage", times=99, **fault)
    (told,) = journey.says("stop reminders")

    assert "Reminders are off" not in told.text
    assert "may still come" in told.text
    assert "Your ticket: Monday, March 10, 2031" in journey.command().text
    assert "(reminders are off)" not in journey.command().text

    journey.slack.faults.clear()
    (told,) = journey.says("stop reminders")
    assert "Reminders are off." in told.text
    assert waiting(journey) == []


def test_a_reminder_that_cannot_be_moved_stays_one(journey: Journey) -> None:
    """Nobody is reminded twice, and the old one can still be stopped."""
    journey.says("monday")
    journey.slack.faults.fail("chat.deleteScheduledMessage", status=500, times=99)
    (told,) = journey.says("remind me tomorrow")

    assert "may still come" in told.text
    assert due(journey) == [datetime(2031, 3, 10, 14, tzinfo=UTC)]


def test_a_step_is_done_although_its_reminder_cannot_be_taken_back(journey: Journey) -> None:
    """The answer counts; the reminder is told of, and taken back at the next step."""
    journey.says("monday")
    journey.slack.faults.fail("chat.deleteScheduledMessage", status=500, times=2)
    journey.says("back")
    told, asked = journey.says("yes")
    assert "may still come" in told.text
    assert "1 of 3 done" in asked.text

    journey.says("yes")
    assert waiting(journey) == []


def test_forgetting_waits_for_slack(journey: Journey) -> None:
    """What is forgotten cannot be stopped any more: so nothing is, while a reminder may come."""
    journey.says("monday")
    journey.slack.faults.fail("chat.scheduledMessages.list", status=429, times=99)
    journey.slack.faults.fail("chat.deleteScheduledMessage", status=500, times=99)
    told = journey.command("forget me").text
    assert "Deleted" not in told
    assert "may still come" in told
    assert "Your ticket: Monday, March 10, 2031" in journey.command().text

    journey.slack.faults.clear()
    journey.slack.faults.fail("chat.scheduledMessages.list", drop=True, times=99)
    assert "I keep nothing about you now." in journey.command("forget me").text
    assert waiting(journey) == []


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("remind me tomorrow", "Your ticket"),
        ("tomorrow morning", "Your ticket"),
        ("remind me of my ticket tomorrow", "Your ticket"),
        ("remind me of this step tomorrow", "Ticket stamped"),
        ("remind me to stamp it tomorrow", "Ticket stamped"),
        ("remind me about the seat tomorrow", "Your seat"),
    ],
)
def test_a_reminder_is_of_the_step_that_is_named(journey: Journey, typed: str, title: str) -> None:
    """Without a name, of the one just offered a reminder of."""
    (told,) = journey.says(typed)

    assert f"I will remind you here: {title}, Thursday, March 6" in told.text


def test_a_reminder_is_of_the_step_asked_once_the_offer_is_past(journey: Journey) -> None:
    """What was put off earlier has its own reminder, which stays as it is."""
    journey.says("monday")
    journey.says("yes")
    (told,) = journey.says("remind me tomorrow")

    assert "I will remind you here: Your seat, Thursday, March 6" in told.text
    assert len(waiting(journey)) == 2


def test_a_step_that_is_done_is_not_reminded_of(journey: Journey) -> None:
    """Nor is another in its place."""
    journey.says("yes")
    (told,) = journey.says("remind me about the stamp tomorrow")

    assert "That step is not left on your list: Ticket stamped." in told.text
    assert waiting(journey) == []


@pytest.mark.parametrize("typed", ["remind me how i can buy one", "remind me where to buy it"])
def test_who_asks_to_be_told_again_wants_no_reminder(journey: Journey, typed: str) -> None:
    """That is a question for the desk."""
    answer, _ = journey.says(typed)

    assert "Pay at the desk." in answer.text


@pytest.mark.parametrize(
    "typed",
    ["cancel my reminder", "delete my reminders", "remove the reminder", "cancel reminders"],
)
def test_reminders_are_stopped_in_many_words(journey: Journey, typed: str) -> None:
    """People do not learn commands."""
    journey.says("monday")
    (told,) = journey.says(typed)

    assert "Reminders are off." in told.text


@pytest.mark.parametrize("typed", ["show my reminders", "my reminders", "what reminders do i have"])
def test_reminders_are_shown(journey: Journey, typed: str) -> None:
    """Each with its moment, also while the checklist rests."""
    (told,) = journey.says(typed)
    assert told.text == "No reminders are set."

    journey.says("monday")
    journey.says("stop")
    (told,) = journey.says(typed)
    assert "Your reminders:\n- Your ticket: Monday, March 10, 2031 at 9:00 am Central" in told.text


def test_even_a_reminder_that_nobody_knows_of_can_be_stopped(journey: Journey) -> None:
    """As when a process died between Slack's taking it and keeping it."""
    journey.says("monday")
    engine = create_engine(journey.bot.database_url)
    with engine.begin() as connection:
        connection.execute(text("DELETE FROM reminders"))
    engine.dispose()
    assert len(waiting(journey)) == 1

    journey.says("stop reminders")

    assert waiting(journey) == []
