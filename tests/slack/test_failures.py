"""When Slack, the database or we ourselves fail, the person still gets a reply, and one only."""

import threading
from hashlib import sha256
from typing import Any

import pytest
from sqlalchemy import text

from bot.helpdesk import Claim
from bot.store import engine
from bot.store.deliveries import LAPSES_AFTER
from tests.slack.bot import Bot, Listed

ANSWER = "Type *your* name."


def went_wrong(bot: Bot) -> str:
    return bot.desk.knowledge.says.went_wrong


def break_database(bot: Bot) -> None:
    """Take the tables away, as an operator's mistake would."""
    database = engine(bot.database_url)
    with database.begin() as connection:
        for table in ("deliveries", "conversations"):
            connection.execute(text(f"DROP TABLE {table}"))
    database.dispose()


def hashed(delivery: str) -> str:
    """How a delivery is named in the database."""
    return sha256(delivery.encode()).hexdigest()


def undelivered(bot: Bot) -> dict[str, Any]:
    """A message's envelope that has not reached the bot yet."""
    endpoint, bot.slack.delivery.endpoint = bot.slack.delivery.endpoint, None
    bot.slack.say("D0ALICE", "password")
    bot.slack.delivery.endpoint = endpoint
    return bot.slack.last_event


@pytest.mark.parametrize(
    "fault", [{"status": 500}, {"status": 429, "retry_after": 1}, {"drop": True}]
)
def test_a_passing_trouble_of_slacks_is_overcome_at_once(
    bot: Bot, fault: dict[str, object]
) -> None:
    """One error, a short rate limit or a lost connection is tried again within the request."""
    bot.slack.faults.fail("chat.postMessage", **fault)  # type: ignore[arg-type]  # as given above
    exchange = bot.slack.say("D0ALICE", "password")

    assert exchange.status == 200
    assert [ANSWER in reply.text for reply in bot.slack.replies()] == [True]


@pytest.mark.parametrize(
    "fault",
    [{"error": "internal_error"}, {"status": 429, "retry_after": 30}, {"status": 503, "times": 2}],
)
def test_a_lasting_trouble_makes_slack_send_the_event_again(
    bot: Bot, fault: dict[str, object]
) -> None:
    """The event is not acknowledged, so Slack's own retry brings the answer, once."""
    bot.slack.faults.fail("chat.postMessage", **fault)  # type: ignore[arg-type]  # as given above
    exchange = bot.slack.say("D0ALICE", "password")
    assert exchange.status == 500
    assert bot.slack.replies() == []

    retries = bot.slack.retry_now()

    assert [retry.status for retry in retries] == [200]
    assert [ANSWER in reply.text for reply in bot.slack.replies()] == [True]
    assert bot.slack.deliver(bot.slack.last_event, retry=2).status == 200
    assert len(bot.slack.replies()) == 1


@pytest.mark.parametrize("error", ["channel_not_found", "is_archived", "invalid_auth"])
def test_an_error_that_stays_is_reported_to_slack(bot: Bot, error: str) -> None:
    """Where nothing can be posted nothing raises, and Slack is told of the failure each time."""
    bot.slack.faults.fail("chat.postMessage", error=error, times=99)
    bot.slack.say("D0ALICE", "password")
    statuses = [bot.slack.deliver(bot.slack.last_event, retry=n).status for n in (1, 2, 3)]

    assert statuses == [500, 500, 500]


def test_the_last_retry_tells_the_person(bot: Bot) -> None:
    """After Slack's third retry there is no other: the person hears whom to call."""
    bot.slack.faults.fail("chat.postMessage", error="internal_error", times=4)
    bot.slack.say("D0ALICE", "password")
    statuses = [bot.slack.deliver(bot.slack.last_event, retry=n).status for n in (1, 2, 3)]

    assert statuses == [500, 500, 200]
    assert went_wrong(bot) in bot.last().text
    assert "Account Center" in bot.last().text


@pytest.mark.parametrize("error", ["invalid_blocks", "msg_blocks_too_long"])
def test_blocks_that_slack_refuses_are_left_out(bot: Bot, error: str) -> None:
    """The text says the same as the blocks, so it is sent alone."""
    bot.slack.faults.fail("chat.postMessage", error=error)
    bot.slack.say("D0ALICE", "password")

    assert ANSWER in bot.last().text
    sent = bot.slack.calls("chat.postMessage")
    assert ["blocks" in call.params for call in sent] == [True, False]


def test_a_failure_of_the_desk_is_told_at_once(bot: Bot) -> None:
    """What the desk cannot read now it cannot read later: nobody waits for retries."""
    exchange = bot.slack.say("D0ALICE", "explode")

    assert exchange.status == 200
    assert went_wrong(bot) in bot.last().text
    assert "explode" not in bot.last().text


def test_a_failure_of_the_desk_is_told_to_who_used_a_command(bot: Bot) -> None:
    """A command is not sent again, so its acknowledgement says what happened."""
    bot.slack.command("/nextgen", "explode")

    assert went_wrong(bot) in bot.last().text
    assert bot.last().ephemeral_for == "U0ALICE"


def test_commands_and_buttons_do_without_the_database(bot: Bot) -> None:
    """What is not sent again is answered without a memory."""
    bot.slack.command("/nextgen", "login")
    choices = bot.last()
    break_database(bot)
    bot.slack.press(choices, value="password")
    assert ANSWER in bot.last().text

    bot.slack.command("/nextgen", "password")
    assert ANSWER in bot.last().text
    bot.slack.command("/nextgen-status")
    assert "Court of Examples" in bot.last().text


def test_without_the_database_messages_wait_for_it_then_are_told(bot: Bot) -> None:
    """Without claims an answer could come four times: Slack retries, and the last one tells."""
    break_database(bot)
    statuses = [bot.slack.say("D0ALICE", "password").status]
    statuses += [bot.slack.deliver(bot.slack.last_event, retry=n).status for n in (1, 2, 3)]

    assert statuses == [500, 500, 500, 200]
    assert [went_wrong(bot) in reply.text for reply in bot.slack.replies()] == [True]


def test_a_failure_to_remember_does_not_answer_twice(bot: Bot) -> None:
    """Once the answer is out, Slack is told 200 whatever fails after it."""
    database = engine(bot.database_url)
    with database.begin() as connection:
        connection.execute(text("DROP TABLE conversations"))
        connection.execute(
            text("CREATE TABLE conversations (id, choices, entry, said_at CHECK(0))")
        )
    database.dispose()
    exchange = bot.slack.say("D0ALICE", "password")

    assert exchange.status == 200
    assert ANSWER in bot.last().text


def test_an_event_that_another_process_works_on_is_sent_again(bot: Bot) -> None:
    """While the first try is at work a retry gets 503; if that process died, its claim lapses."""
    envelope = undelivered(bot)
    name = hashed(f"event:{envelope['event_id']}")
    assert bot.deliveries.claim(name, bot.slack.clock.now()) is Claim.OURS

    assert bot.slack.deliver(envelope).status == 503
    bot.slack.clock.advance(LAPSES_AFTER.total_seconds())
    assert len(bot.slack.replies()) == 1


def test_the_second_event_of_a_message_waits_for_the_first(bot: Bot) -> None:
    """While one event of a message is worked on, the other is neither answered nor lost."""
    envelope = undelivered(bot)
    name = hashed(f"message:T0COURT:D0ALICE:{envelope['event']['ts']}")
    assert bot.deliveries.claim(name, bot.slack.clock.now()) is Claim.OURS

    assert bot.slack.deliver(envelope).status == 503
    bot.deliveries.release(name)
    assert bot.slack.deliver(envelope, retry=1).status == 200
    assert len(bot.slack.replies()) == 1


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")  # it is meant
def test_a_crash_between_question_and_answer_is_made_good(
    bot: Bot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When a process dies at work, nothing is acknowledged and a later retry is answered."""

    def die(*_: object, **__: object) -> None:
        raise SystemExit(1)

    with monkeypatch.context() as dying:
        dying.setattr(Listed, "match", die)
        assert bot.slack.say("D0ALICE", "password").status != 200
    assert bot.slack.retry_now()[0].status == 503
    bot.slack.clock.advance(60)

    assert [ANSWER in reply.text for reply in bot.slack.replies()] == [True]


def test_a_slow_slack_gives_one_answer(bot: Bot) -> None:
    """Slack gives up after its three seconds and sends the event again; one answer comes."""
    bot.slack.delivery.seconds = 0.2
    bot.slack.faults.slow("chat.postMessage", 0.6)
    assert bot.slack.say("D0ALICE", "password").status == 0
    assert bot.slack.deliver(bot.slack.last_event, retry=1).status == 503
    assert bot.slack.wait_until(bot.slack.replies)
    bot.slack.faults.clear()
    assert bot.slack.wait_until(
        lambda: bot.slack.deliver(bot.slack.last_event, retry=2).status == 200
    )

    assert len(bot.slack.replies()) == 1


def test_many_deliveries_of_one_event_at_once_give_one_answer(bot: Bot) -> None:
    """However many threads get the same event, one of them answers."""
    bot.slack.faults.slow("chat.postMessage", 0.2)
    envelope = undelivered(bot)
    threads = [
        threading.Thread(target=bot.slack.deliver, args=(envelope, number)) for number in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(bot.slack.replies()) == 1
