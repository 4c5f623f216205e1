"""Journeys through the checklist, by buttons and by words, as Slack delivers them."""

import shutil
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import create_engine, text

from bot.sandbox import Posted, Slack
from tests.checklist.invented import CHECKLIST
from tests.slack.journey import Journey, journey_on, labels

CHICAGO = ZoneInfo("America/Chicago")
WEDNESDAY = datetime(2031, 3, 5, 10, tzinfo=CHICAGO)
LAUNCH = datetime(2031, 3, 10, 9, tzinfo=CHICAGO)  # the go-live day of the example


@pytest.fixture
def journey(slack: Slack, migrated: Path, tmp_path: Path) -> Journey:
    """Alice, five days before the go-live day."""
    return journey_on(slack, Path(shutil.copy(migrated, tmp_path / "bot.db")), WEDNESDAY)


def begin(journey: Journey, role: str = "1. A pilot") -> Posted:
    journey.says("help me fly")
    journey.presses(role)
    return journey.last


def test_from_start_to_summary_by_buttons(journey: Journey) -> None:
    """One step a message, earlier ones folded to a line, a dated summary at the end."""
    (first,) = journey.says("Help me fly please!")
    assert "I will walk you through it." in first.text
    assert labels(first) == ["1. A pilot", "2. A guest"]

    (ticket,) = journey.presses("1. A pilot")
    assert journey.asked == "Step 1 of 3: Your ticket"
    assert ticket.thread_ts == first.thread_ts
    assert journey.message(first.ts).text == "You are: A pilot"

    (stamp,) = journey.presses("1. Yes, my own")
    assert "1 of 3 done" in stamp.text
    assert journey.message(ticket.ts).text == "Your ticket: Yes, my own (done)"
    assert labels(journey.message(ticket.ts)) == ["Change"]

    shown, seat = journey.presses("2. No")
    assert "Stamp it." in shown.text
    assert journey.asked == "Step 3 of 3: Your seat"

    (summary,) = journey.presses("1. At the window", seat)
    assert "Ready to fly: your summary of March 5, 2031" in summary.text
    assert "2 of 3 done, 1 to do" in summary.text
    assert "- Ticket stamped: No (March 5, 2031)" in summary.text


def test_the_same_in_typed_words(journey: Journey) -> None:
    """Everything a button does can be typed, spelt as people do."""
    journey.says("help me fly")
    journey.says("captain")
    assert journey.asked == "Step 1 of 3: Your ticket"
    journey.says("yess")
    assert journey.asked == "Step 2 of 3: Ticket stamped"
    journey.says("sikp")
    assert journey.asked == "Step 3 of 3: Your seat"
    journey.says("2")
    assert "2 of 3 done, 1 to do" in journey.last.text
    journey.says("go on")
    assert journey.asked == "Step 2 of 3: Ticket stamped"
    journey.says("yes")
    assert "You are ready to e-file here" in journey.last.text


def test_a_question_in_between_is_answered_and_the_step_offered_again(journey: Journey) -> None:
    """The old message of the step folds, so that there is one to press."""
    ticket = begin(journey)
    answer, again = journey.says("where can I buy one?")

    assert "Pay at the desk." in answer.text
    assert journey.asked == "Step 1 of 3: Your ticket"
    assert journey.message(ticket.ts).text == "Your ticket: asked again below"
    journey.presses("1. Yes, my own", again)
    assert journey.asked == "Step 2 of 3: Ticket stamped"


def test_what_is_neither_answer_nor_question_is_told_kindly(journey: Journey) -> None:
    """And the step stays."""
    begin(journey)
    (told,) = journey.says("flibber")

    assert "I did not understand that as an answer to this step." in told.text
    assert journey.asked == "Step 1 of 3: Your ticket"


def test_a_number_that_is_not_there_is_told(journey: Journey) -> None:
    """Nothing is marked."""
    begin(journey)
    (told,) = journey.says("9")

    assert "I could not tell which answer you mean." in told.text
    assert "0 of 3 done" in told.text


def test_being_stuck_names_who_helps_with_this_step(journey: Journey) -> None:
    """By button and in words."""
    begin(journey)
    for who, _ in (journey.presses("I'm stuck"), journey.says("im stuck")):
        assert "Who can help with this step (Your ticket)" in who.text
        assert "(555) 010-0100" in who.text


def test_every_step_can_be_undone(journey: Journey) -> None:
    """Back by button and in words; a folded step by its own button."""
    ticket = begin(journey)
    journey.presses("1. Yes, my own")
    journey.presses("Back")
    assert "I took that back." in journey.last.text
    assert journey.asked == "Step 1 of 3: Your ticket"

    journey.presses("1. Yes, my own")
    journey.says("undo")
    assert journey.asked == "Step 1 of 3: Your ticket"

    journey.presses("1. Yes, my own")
    journey.presses("Change", journey.message(ticket.ts))
    assert journey.asked == "Step 1 of 3: Your ticket"
    journey.presses("2. No")
    assert journey.asked == "Step 2 of 2: Your seat"


def test_leaving_and_coming_back_in_a_week(journey: Journey) -> None:
    """Stop, other questions meanwhile, then go on: the place is kept."""
    begin(journey)
    journey.presses("1. Yes, my own")
    journey.says("stop")
    assert "1 of 3 done" in journey.last.text
    (answer,) = journey.says("where can i buy one", anew=True)
    assert "Pay at the desk." in answer.text

    journey.slack.clock.advance(7 * 86_400)
    journey.says("continue", anew=True)
    assert "Welcome back." in journey.last.text
    assert journey.asked.endswith("Ticket stamped")


def test_without_a_word_the_guide_falls_silent_after_a_day(journey: Journey) -> None:
    """A question a week later is just a question; a button of then still works."""
    ticket = begin(journey)
    journey.slack.clock.advance(7 * 86_400)
    (answer,) = journey.says("where can i buy one", anew=True)
    assert "Pay at the desk." in answer.text

    journey.presses("1. Yes, my own", ticket)
    assert journey.asked.endswith("Ticket stamped")


def test_a_restart_of_the_bot_changes_nothing(journey: Journey) -> None:
    """What is kept is in the database, not in a process."""
    begin(journey)
    journey.slack.deliver_to_wsgi(journey.bot.web())
    journey.says("yes")

    assert journey.asked == "Step 2 of 3: Ticket stamped"


def test_starting_over_can_be_taken_back(journey: Journey) -> None:
    """One word loses nothing."""
    begin(journey)
    journey.says("yes")
    journey.says("start over")
    assert journey.asked == "Ready to fly"
    journey.says("back")
    assert journey.asked == "Step 2 of 3: Ticket stamped"


def test_changing_who_one_is_keeps_the_answers(journey: Journey) -> None:
    """Only what applies is asked."""
    journey.slack.clock.set(LAUNCH)
    begin(journey)
    journey.says("yes")
    journey.says("change role")
    journey.says("guest")

    assert journey.asked == "Step 2 of 3: Ticket stamped"
    assert "1 of 3 done" in journey.last.text


def test_whats_left_lists_it_and_asks_on(journey: Journey) -> None:
    """The list first, then the step."""
    begin(journey)
    journey.says("yes")
    listed, _ = journey.says("what's left?")

    assert listed.text == (
        "What is left:\n- Ticket stamped: not yet asked\n- Your seat: not yet asked"
    )
    assert journey.asked == "Step 2 of 3: Ticket stamped"


def test_a_double_click_is_worked_on_once(journey: Journey) -> None:
    """The second press finds the work done and says nothing."""
    ticket = begin(journey)
    journey.presses("1. Yes, my own", ticket)
    stamp = journey.last

    old = ticket
    assert journey.slack.press(old, value="answer|ready|ticket|have", user="U0ALICE").status == 200
    assert journey.last.ts == stamp.ts
    assert journey.asked == "Step 2 of 3: Ticket stamped"


def test_a_press_on_a_message_of_last_month_is_answered(journey: Journey) -> None:
    """What was answered before is told, a new answer is taken, and the right next step follows."""
    ticket = begin(journey)
    journey.presses("1. Yes, my own")
    journey.presses("1. Yes")
    journey.slack.clock.advance(30 * 86_400)

    journey.presses("1. Yes, my own", ticket)
    assert "I have that already: Your ticket, Yes, my own." in journey.last.text
    assert journey.asked.endswith("Your wings")  # the go-live day has come meanwhile
    journey.presses("2. No", ticket)
    assert journey.asked.endswith("Your seat")


def test_steps_that_a_clerk_takes_out_moves_or_adds(journey: Journey) -> None:
    """Old buttons are answered, progress stays, and the right next step is told."""
    ticket = begin(journey)
    journey.presses("1. Yes, my own")
    stamp = journey.last
    journey.clerk_edits("  - id: stamp\n", "  - id: stamp\n    until: 2030-01-01\n")

    journey.presses("1. Yes", stamp)
    assert "That step is no longer part of your checklist." in journey.last.text
    assert journey.asked == "Step 2 of 2: Your seat"

    journey.clerk_edits("{id: have, label", "{id: owned, label")
    journey.presses("1. Yes, my own", ticket)
    assert "The answers to that step have changed since." in journey.last.text
    assert journey.asked.endswith("Your ticket")


def test_the_go_live_day_brings_its_step(journey: Journey) -> None:
    """Who was done before finds the new step on that day."""
    begin(journey)
    for word in ("yes", "yes", "1"):
        journey.says(word)
    assert "You are ready" in journey.last.text

    journey.slack.clock.set(LAUNCH)
    journey.says("go on", anew=True)
    assert journey.asked == "Step 3 of 4: Your wings"


def test_an_event_that_is_sent_again_moves_once(journey: Journey) -> None:
    """Slack sends an event again when a post failed: the answer is taken once, and told."""
    begin(journey)
    journey.slack.faults.fail("chat.postMessage", status=500, times=2)
    exchange = journey.slack.say(journey.channel, "yes", user="U0ALICE", thread_ts=journey.thread)
    assert exchange.status == 500
    journey.slack.retry_now()

    assert journey.asked == "Step 2 of 3: Ticket stamped"
    assert "1 of 3 done" in journey.last.text


def test_a_secret_in_between_is_warned_of(journey: Journey) -> None:
    """It is never taken for an answer."""
    begin(journey)
    told, _ = journey.says("my password is Hunter2!Hunter2")

    assert "Important: Your message seems to contain a password." in told.text
    assert journey.asked == "Step 1 of 3: Your ticket"


@pytest.mark.parametrize(
    "typed",
    ["reset my pacer password", "change my email address", "back to the login page",
     "cancel my old account", "start over with a new account", "right now the site is down",
     "next step after linking it", "list of the creditors"],
)  # fmt: skip
def test_a_message_that_begins_like_a_command_is_none(journey: Journey, typed: str) -> None:
    """It is answered as a question; nothing moves."""
    begin(journey)
    journey.presses("1. Yes, my own")
    journey.says(typed)

    assert journey.asked == "Step 2 of 3: Ticket stamped"
    assert "Started over" not in journey.last.text
    assert journey.command().text.count("not yet asked") == 2


@pytest.mark.parametrize("typed", ["good morning", "happy friday", "Good evening!", "morning"])
def test_a_greeting_sets_no_reminder(journey: Journey, typed: str) -> None:
    """It names a time, but asks for nothing."""
    begin(journey)
    journey.says(typed)

    assert journey.slack.state.schedule.waiting() == []


@pytest.mark.parametrize(
    ("typed", "said"),
    [(":+1:", "Yes, my own (done)"), (":-1::skin-tone-3:", "No (to do)"), ("２", "No (to do)")],
)
def test_thumbs_and_wide_digits_answer(journey: Journey, typed: str, said: str) -> None:
    """A thumb down is no number one."""
    begin(journey)
    journey.says(typed)

    assert f"Your ticket: {said}" in journey.command().text


@pytest.mark.parametrize("typed", ["3", "none of these", "no"])
def test_none_of_the_choices_of_a_question_in_between(journey: Journey, typed: str) -> None:
    """It is understood, and the step offered again."""
    begin(journey)
    journey.says("money")
    told, again = journey.says(typed)

    assert told.text.startswith("Thank you for telling me.")
    assert "I did not understand" not in again.text
    assert journey.asked == "Step 1 of 3: Your ticket"


def test_a_step_that_cannot_be_folded_is_followed_all_the_same(journey: Journey) -> None:
    """Folding is a courtesy: a connection lost over it costs nobody the next step."""
    begin(journey)
    journey.slack.faults.fail("chat.update", drop=True, times=2)
    journey.presses("1. Yes, my own")

    assert journey.asked == "Step 2 of 3: Ticket stamped"


def test_nothing_typed_is_kept(journey: Journey) -> None:
    """The database holds ids and moments only."""
    begin(journey)
    for typed in ("we share one zebra", "where can i buy a zebra?", "zebra", "zebra tomorrow"):
        journey.says(typed)

    assert b"zebra" not in Path(journey.bot.database_url.removeprefix("sqlite:///")).read_bytes()


def test_two_people_are_apart(journey: Journey) -> None:
    """Everybody has a progress of their own."""
    begin(journey)
    ben = Journey(journey.slack, journey.bot, "U0BEN")
    ben.says("help me fly")
    ben.presses("2. A guest")
    ben.says("no")

    assert ben.asked == "Step 2 of 2: Your seat"
    assert journey.asked == "Step 1 of 3: Your ticket"


def test_a_checklist_asked_for_elsewhere_goes_on_in_the_direct_message(journey: Journey) -> None:
    """By mention or by command: it is nobody else's business."""
    journey.slack.say("C0EFILING", "<@U0BOT> help me fly", user="U0ALICE")
    assert journey.slack.replies("C0EFILING")[-1].text == "We go on in our direct message."
    assert "I will walk you through it." in journey.last.text

    journey.slack.command("/nextgen", "help me fly", user="U0BEN")
    ben = Journey(journey.slack, journey.bot, "U0BEN")
    assert "I will walk you through it." in ben.last.text


def test_a_folded_message_that_is_gone_hurts_nobody(journey: Journey) -> None:
    """Slack refuses to change what was deleted; the next step is asked all the same."""
    begin(journey)
    journey.slack.faults.fail("chat.update", error="message_not_found")
    journey.says("yes")

    assert journey.asked == "Step 2 of 3: Ticket stamped"


def test_the_checklist_is_the_clerks(journey: Journey) -> None:
    """What is asked is what the file says."""
    begin(journey)

    assert "Do you have a ticket?" in CHECKLIST
    assert "Do you have a ticket?" in journey.last.text


def test_four_clicks_at_the_same_moment_are_worked_on_once(journey: Journey) -> None:
    """Truly at once, in four threads: one answer is kept and one next step is asked."""
    ticket = begin(journey)

    def click(_: int) -> int:
        value = "answer|ready|ticket|have"
        return journey.slack.press(ticket, value=value, user="U0ALICE").status

    with ThreadPoolExecutor(4) as pool:
        statuses = list(pool.map(click, range(4)))

    asked = [it for it in journey.slack.replies(journey.channel) if "Ticket stamped" in it.text]
    assert statuses == [200] * 4
    assert len(asked) == 1


def test_two_devices_at_once_lose_nothing(journey: Journey) -> None:
    """One asks an earlier step again while the other answers this one: both is done."""
    ticket = begin(journey)
    journey.presses("1. Yes, my own")
    stamp = journey.last
    journey.slack.clock.advance(60)

    def press(it: tuple[Posted, str]) -> int:
        return journey.slack.press(it[0], value=it[1], user="U0ALICE").status

    again = (journey.message(ticket.ts), "revisit|ready|ticket|")
    with ThreadPoolExecutor(2) as pool:
        statuses = list(pool.map(press, [again, (stamp, "answer|ready|stamp|stamped")]))

    status = journey.command().text
    assert statuses == [200, 200]
    assert "Your ticket: Yes, my own (done)" in status
    assert "Ticket stamped: Yes (done)" in status
    assert "Step 1 of 3: Your ticket" in status


def test_a_double_click_on_any_button_says_nothing_twice(journey: Journey) -> None:
    """Whatever it is, the second press of the same finds nothing to do."""
    first = journey.says("help me fly")[0]
    for label, value in [("1. A pilot", "role|ready|pilot|"), ("Skip", "skip|ready|ticket|")]:
        message = first if "role" in value else journey.last
        journey.presses(label, message)
        last = journey.last
        journey.slack.press(message, value=value, user="U0ALICE")
        assert journey.last.ts == last.ts


def test_a_failure_while_the_guide_listens_is_told_at_once(journey: Journey) -> None:
    """It would fail at every retry; the person is told whom to call, and the step stays."""
    begin(journey)
    (told,) = journey.says("explode the ticket office")

    assert "something went wrong on my side" in told.text
    journey.says("yes")
    assert journey.asked == "Step 2 of 3: Ticket stamped"


def test_an_answer_whose_process_died_before_it_spoke_is_taken_once(journey: Journey) -> None:
    """The progress is kept, the claim has lapsed, Slack sends again: what is asked is offered."""
    begin(journey)
    journey.says("yes")
    engine = create_engine(journey.bot.database_url)
    with engine.begin() as connection:
        connection.execute(text("DELETE FROM deliveries"))
    engine.dispose()
    assert journey.slack.last_event is not None
    journey.slack.deliver(journey.slack.last_event, retry=1)

    assert journey.asked == "Step 2 of 3: Ticket stamped"
    assert "1 of 3 done" in journey.last.text
