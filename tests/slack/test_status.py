"""`/nextgen-status`: how things stand for the court and the person, and what is kept."""

import shutil
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import create_engine, text

from bot.sandbox import Slack
from tests.slack.bot import Bot
from tests.slack.journey import Journey, journey_on, labels

WEDNESDAY = datetime(2031, 3, 5, 10, tzinfo=ZoneInfo("America/Chicago"))


@pytest.fixture
def journey(slack: Slack, migrated: Path, tmp_path: Path) -> Journey:
    """Alice, who has not begun."""
    return journey_on(slack, Path(shutil.copy(migrated, tmp_path / "bot.db")), WEDNESDAY)


def begun(journey: Journey) -> Journey:
    for text_ in ("help me fly", "pilot", "shared", "tomorrow morning"):
        journey.says(text_)
    return journey


def test_who_never_began_is_offered_to(journey: Journey) -> None:
    """The court's state as ever, and a button to begin, for their eyes only."""
    status = journey.command()

    assert status.ephemeral_for == "U0ALICE"
    assert "Field of Examples goes live on NextGen CM/ECF on March 10, 2031" in status.text
    assert "You have not started the checklist yet: Ready to fly." in status.text
    assert labels(status) == ["Get ready to e-file"]


def test_the_status_shows_everything(journey: Journey) -> None:
    """Progress that reads well, each step, the next with its buttons, reminders, the version."""
    status = begun(journey).command()

    assert "You are: A pilot" in status.text
    assert "0 of 3 done, 1 to do" in status.text
    assert "- Your ticket: We share one (to do)\n- Ticket stamped: not yet asked" in status.text
    assert "Step 2 of 3: Ticket stamped" in status.text
    assert "- Your ticket: Thursday, March 6, 2031 at 9:00 am Central" in status.text
    assert f"Version of the answers: {journey.bot.desk.knowledge.version}." in status.text
    assert {"1. Yes", "2. No", "Stop reminders"} <= set(labels(status))
    assert "□□□" in str(status.blocks)


def test_a_step_can_be_answered_in_the_status(journey: Journey) -> None:
    """The status then reads as it is now, with what the choice shows."""
    status = begun(journey).command()
    journey.slack.press(status, label="2. No", user="U0ALICE")
    changed = journey.slack.replies()[-1]

    assert changed.ephemeral_for == "U0ALICE"
    assert changed.text.startswith("Stamp it.")
    assert "- Ticket stamped: No (to do)" in changed.text
    assert "Step 3 of 3: Your seat" in changed.text


def test_starting_goes_on_in_the_direct_message(journey: Journey) -> None:
    """By word and by button; the command only says so."""
    told = journey.command("start")
    assert told.text == "We go on in our direct message."
    first = journey.slack.replies(journey.channel)[0]
    assert "I will walk you through it." in first.text
    assert first.ephemeral_for is None

    journey.presses("1. A pilot", first)
    assert journey.asked == "Step 1 of 3: Your ticket"
    assert journey.last.thread_ts == first.ts


def test_the_start_button_of_the_status(journey: Journey) -> None:
    """The same."""
    journey.slack.press(journey.command(), label="Get ready to e-file", user="U0ALICE")
    first, told = journey.slack.replies()[-2:]

    assert "I will walk you through it." in first.text
    assert first.ephemeral_for is None
    assert told.text == "We go on in our direct message."
    assert told.ephemeral_for == "U0ALICE"


@pytest.mark.parametrize(
    ("typed", "told", "slow"),
    [
        ("start", "We go on in our direct message.", ("chat.update", "chat.postMessage")),
        ("reminders off", "Reminders are off.", ("chat.deleteScheduledMessage",
                                                "chat.scheduledMessages.list")),
        ("forget me", "I keep nothing about you now.", ("chat.deleteScheduledMessage",
                                                        "chat.scheduledMessages.list")),
    ],
)  # fmt: skip
def test_a_slow_slack_lets_no_command_fail(
    journey: Journey, typed: str, told: str, slow: tuple[str, ...]
) -> None:
    """What takes several calls is done after the acknowledgement, which Slack waits 3 s for."""
    begun(journey)
    for method in slow:
        journey.slack.faults.slow(method, 1.6)
    journey.slack.command("/nextgen-status", typed, user="U0ALICE", channel=journey.channel)

    def seen() -> str:
        private = [it for it in journey.slack.replies() if it.ephemeral_for == "U0ALICE"]
        return private[-1].text if private else ""

    assert journey.slack.wait_until(lambda: told in seen(), 20)
    assert "operation_timeout" not in str(journey.slack.messages())
    if typed == "start":
        assert any("Welcome back." in it.text for it in journey.slack.replies(journey.channel))


def test_a_start_that_fails_after_all_is_told(journey: Journey) -> None:
    """The command is not sent again."""
    journey.slack.faults.fail("chat.postMessage", status=500, times=9)
    journey.slack.command("/nextgen-status", "start", user="U0ALICE", channel=journey.channel)

    assert journey.slack.wait_until(
        lambda: "something went wrong" in journey.slack.replies()[-1].text
    )


@pytest.mark.parametrize("typed", ['"start"', "Start.", "ｓｔａｒｔ", "  START "])
def test_a_word_is_known_with_marks_and_in_wide_letters(journey: Journey, typed: str) -> None:
    """Whatever the spelling, what it begins goes on in the direct message."""
    assert journey.command(typed).text == "We go on in our direct message."
    assert "I will walk you through it." in journey.slack.replies(journey.channel)[0].text


def test_the_role_is_asked_of_who_never_began(journey: Journey) -> None:
    """Also once the checklist was started and the question left alone."""
    assert "Who are you?" in journey.command("role").text
    assert "Who are you?" in journey.command().text


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("forget me", "forget me"),
        ("Export!", "export"),
        ("forget me please", "forget me"),
        ("please forget me", "forget me"),
        ("forgt me", "forget me"),
        ("forget everything about me", "forget me"),
        ("delete everything you know about me", "forget me"),
        ("delete all my data, please", "forget me"),
        ("export my data", "export"),
    ],
)
def test_what_only_the_command_does_is_told_elsewhere(
    journey: Journey, typed: str, word: str
) -> None:
    """Nobody who types it to the desk, or in a checklist, may believe that it was done."""
    hint = f"Did you mean: /nextgen-status {word}"
    journey.says("help me fly")
    (told,) = journey.says(typed)
    journey.slack.command("/nextgen", typed, user="U0ALICE", channel="C0EFILING")

    assert told.text == hint
    assert journey.slack.replies()[-1].text == hint


def test_a_reset_asks_first(journey: Journey) -> None:
    """Keeping keeps; yes deletes the answers and ends the reminders."""
    question = begun(journey).command("reset")
    assert "Shall I delete your answers and start over?" in question.text

    journey.slack.press(question, label="No, keep it", user="U0ALICE")
    assert journey.slack.replies()[-1].text.startswith("Nothing was changed.")
    assert "0 of 3 done, 1 to do" in journey.command().text

    journey.slack.press(journey.command("reset"), label="Yes, start over", user="U0ALICE")
    assert "Your answers are deleted." in journey.slack.replies()[-1].text
    assert "You have not started" in journey.command().text
    assert journey.slack.state.schedule.waiting() == []


def test_without_answers_a_reset_says_no_more_than_that(journey: Journey) -> None:
    """Something is kept all the same, so it may not be denied."""
    journey.says("where can i buy one")

    assert journey.command("reset").text == "You have no answers to delete."
    assert "Conversations in which I remember" in journey.command("export").text


@pytest.mark.parametrize("typed", ["report", "forget it", "i forgot my password"])
def test_other_words_are_no_wish_to_be_forgotten(journey: Journey, typed: str) -> None:
    """They are for the desk."""
    (told,) = journey.says(typed)

    assert "Did you mean" not in told.text


def test_the_command_takes_other_words_for_forgetting(journey: Journey) -> None:
    """What is understood elsewhere is understood where it can be done."""
    assert "Deleted: " in begun(journey).command("delete my data").text


def test_the_role_can_be_changed(journey: Journey) -> None:
    """It asks, and the status tells the new one."""
    asked = begun(journey).command("role")
    assert "Who are you?" in asked.text

    journey.slack.press(asked, label="2. A guest", user="U0ALICE")
    assert "You are: A guest" in journey.slack.replies()[-1].text


def test_everything_kept_is_exported(journey: Journey) -> None:
    """As text, with dates; also what the clerks took out of the checklist since."""
    begun(journey)
    journey.clerk_edits("  - id: ticket\n", "  - id: card\n")
    exported = journey.command("export").text

    assert "Everything I keep about you." in exported
    assert "ticket: shared, to do (March 5, 2031)" in exported
    assert "Which message in Slack asked you last" in exported
    assert "Conversations in which I remember the last thing I said: 2" in exported


def test_forget_me_deletes_everything_and_says_what(journey: Journey) -> None:
    """No row about the person is left, and Slack sends no reminder."""
    told = begun(journey).command("forget me").text
    assert told == (
        'Deleted: your checklist "Ready to fly" (answers: 1), your reminders (1), '
        "the last thing I said to you (conversations: 2). I keep nothing about you now."
    )
    assert journey.slack.state.schedule.waiting() == []
    engine = create_engine(journey.bot.database_url)
    with engine.connect() as connection:
        for table in ("progress", "reminders", "conversations"):
            assert connection.execute(text(f"SELECT count(*) FROM {table}")).scalar() == 0
        deliveries = [row.id for row in connection.execute(text("SELECT id FROM deliveries"))]
    engine.dispose()
    assert deliveries
    assert not any(each in it for it in deliveries for each in ("ALICE", "D0", "T0"))

    assert journey.command("forget me").text == "I keep nothing about you."
    assert journey.command("export").text == "I keep nothing about you."


@pytest.mark.parametrize(
    ("typed", "guess"),
    [("remindrs off", "reminders off"), ("exprot", "export"), ("forget", "forget me"), ("zzz", "")],
)
def test_anything_else_is_told_the_usage(journey: Journey, typed: str, guess: str) -> None:
    """With the nearest guess, if there is one; what was typed is not repeated."""
    told = journey.command(typed).text

    assert told.startswith("I do not know that word.")
    assert "forget me: delete everything" in told
    assert ("Did you mean: /nextgen-status" in told) is bool(guess)
    assert guess in told


def test_a_checklist_that_was_taken_away(journey: Journey) -> None:
    """Progress stays kept, the status works, and can be exported."""
    begun(journey)
    journey.clerk_edits("id: ready\n", "id: other\n")

    assert "You have not started the checklist yet" in journey.command().text
    assert "We share one" not in journey.command("export").text
    assert "shared" in journey.command("export").text


def test_a_court_without_a_checklist(bot: Bot) -> None:
    """The status and the Home tab are as useful as before, and `start` says why not."""
    bot.slack.command("/nextgen-status")
    assert "Court of Examples" in bot.last().text
    bot.slack.command("/nextgen-status", "start")
    assert bot.last().text == "There is no checklist at the moment."
    bot.slack.open_home("U0ALICE")
    assert "Who can help" in str(bot.slack.home("U0ALICE"))
