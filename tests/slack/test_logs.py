"""What people type is in no log and in no table, whatever happens to it."""

import logging

import pytest
from slack_bolt import BoltRequest
from sqlalchemy import text

from bot.store import engine
from bot.store.tables import metadata
from tests.slack.bot import Bot, over_socket_mode

TYPED = "zebra"


def everything_that_can_be_typed(bot: Bot) -> None:
    """Journeys with one word in all of them: answered, refused, failed, forged."""
    for words in ("password", "login", "parking", "no idea", "explode", "<@U0BEN> &lt;"):
        bot.slack.say("D0ALICE", f"{TYPED} {words}")
        bot.slack.say("C0EFILING", f"<@U0BOT> {words} {TYPED}")
        bot.slack.command("/nextgen", f"{words} {TYPED}")
        bot.slack.command("/nextgen-status", f"{words} {TYPED}")
    posted = bot.slack.say("D0ALICE", f"{TYPED} again").posted
    assert posted is not None
    bot.slack.edit(posted, f"{TYPED} changed")
    bot.slack.delete(posted)
    bot.slack.share_file("D0ALICE", text=f"{TYPED} file")
    for fault in ({"error": "channel_not_found"}, {"status": 500, "times": 2}, {"drop": True}):
        bot.slack.faults.fail("chat.postMessage", **fault)
        bot.slack.say("D0ALICE", f"{TYPED} password")
    bot.slack.deliver(bot.slack.envelope({"type": "unheard_of", "text": TYPED}))
    bot.slack.interact({"type": "block_actions", "text": TYPED})
    bot.slack.interact({"type": "view_submission", "view": {"text": TYPED}})
    bot.slack.request(f"payload={TYPED}".encode(), signed=False)
    bot.slack.request(f'{{"text": "{TYPED}"}}'.encode())
    bot.slack.request(f"text={TYPED}&command=/unheard-of".encode())


def test_nothing_typed_is_logged(bot: Bot, caplog: pytest.LogCaptureFixture) -> None:
    """Every record of every logger, at the noisiest level an operator can set, is free of it."""
    caplog.set_level(logging.DEBUG)
    everything_that_can_be_typed(bot)

    assert "Answered" in caplog.text
    assert "Failed while" in caplog.text
    records = [f"{it.name} {it.getMessage()} {it.exc_text} {it.__dict__}" for it in caplog.records]
    assert [record for record in records if TYPED in record] == []


def test_bolt_itself_logs_nothing_typed(bot: Bot, caplog: pytest.LogCaptureFixture) -> None:
    """Bolt would log a whole request whose signature is wrong, or that has no listener."""
    caplog.set_level(logging.DEBUG)
    app = bot.app()
    unsigned = BoltRequest(body=f'{{"type": "event_callback", "text": "{TYPED}"}}')
    unheard = BoltRequest(body={"type": "of_tomorrow", "action_id": TYPED}, mode="socket_mode")

    assert app.dispatch(unsigned).status == 401
    assert app.dispatch(unheard).status == 404
    assert TYPED not in caplog.text


def test_nothing_typed_is_logged_over_socket_mode(
    bot: Bot, caplog: pytest.LogCaptureFixture
) -> None:
    """The connection's own reports are kept from DEBUG, where they would hold every message."""
    caplog.set_level(logging.DEBUG)
    with over_socket_mode(bot):
        bot.slack.say("D0ALICE", f"{TYPED} password")
        bot.slack.say("D0ALICE", f"{TYPED} explode")
        bot.slack.command("/nextgen", TYPED)
        assert bot.slack.wait_until(lambda: len(bot.slack.replies()) == 3)

    assert "Connected to Slack" in caplog.text
    assert TYPED not in caplog.text


def test_nothing_typed_is_stored(bot: Bot) -> None:
    """No table holds a word of it."""
    everything_that_can_be_typed(bot)
    database = engine(bot.database_url)
    with database.connect() as connection:
        rows = [
            str(row)
            for table in metadata.tables
            for row in connection.execute(text(f"SELECT * FROM {table}"))
        ]
    database.dispose()

    assert len(rows) > 10
    assert [row for row in rows if TYPED in row] == []


def test_a_failure_is_logged_by_its_kind_and_place(
    bot: Bot, caplog: pytest.LogCaptureFixture
) -> None:
    """An operator sees what failed and where, without the exception's words."""
    bot.slack.say("D0ALICE", "explode")

    (record,) = [it for it in caplog.records if it.levelno == logging.ERROR]
    assert "ValueError" in record.getMessage()
    assert "in match" in record.getMessage()
    assert "cannot read" not in record.getMessage()


def test_words_in_the_place_of_a_code_are_not_logged(
    bot: Bot, caplog: pytest.LogCaptureFixture
) -> None:
    """Where something else answers in Slack's place, its answer may hold anything."""
    bot.slack.faults.fail("chat.postMessage", error=f"Received a response: {TYPED}", times=2)
    bot.slack.say("D0ALICE", "password")

    assert "Slack says HTTP 200" in caplog.text
    assert TYPED not in caplog.text
