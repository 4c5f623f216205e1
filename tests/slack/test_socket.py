"""Over Socket Mode: the same listeners, a clean stop, and an exit when the connection is lost."""

import os
import signal
import threading

import pytest

from bot.slack import socket
from bot.slack.client import TokenRefusedError
from tests.slack.bot import Bot, over_socket_mode

ANSWER = "Type *your* name."


def test_the_same_listeners_answer_over_socket_mode(bot: Bot) -> None:
    """Messages, commands and buttons are answered as over HTTP, and a stop ends with 0."""
    with over_socket_mode(bot) as codes:
        bot.slack.say("D0ALICE", "password")
        assert bot.slack.wait_until(bot.slack.replies)
        assert ANSWER in bot.last().text

        bot.slack.command("/nextgen", "login")
        assert bot.last().ephemeral_for == "U0ALICE"
        bot.slack.press(bot.last(), value="password")
        assert bot.slack.wait_until(lambda: ANSWER in bot.last().text)

    assert codes == [0]


def test_a_failure_is_sent_again_over_socket_mode(bot: Bot) -> None:
    """An event that could not be answered is not acknowledged, so it comes again."""
    with over_socket_mode(bot):
        bot.slack.delivery.seconds = 0.5
        bot.slack.faults.fail("chat.postMessage", error="internal_error")
        assert not bot.slack.say("D0ALICE", "password").delivered
        bot.slack.retry_now()
        assert bot.slack.wait_until(bot.slack.replies)

    assert [ANSWER in reply.text for reply in bot.slack.replies()] == [True]


def test_a_connection_that_fails_ends_with_1(bot: Bot) -> None:
    """A process that cannot connect says so by its exit code; the next one may."""
    bot.slack.faults.fail("apps.connections.open", error="internal_error")

    assert socket.run(bot.app(), bot.slack.workspace.app_token) == 1


def test_a_wrong_token_is_told_apart(bot: Bot) -> None:
    """No new process is the cure for a token that Slack does not take."""
    with pytest.raises(TokenRefusedError, match="invalid_auth"):
        socket.run(bot.app(), "xapp-wrong")


def test_sigterm_stops_it(bot: Bot) -> None:
    """Hosts stop a process by SIGTERM; handlers are put back afterwards."""
    before = signal.getsignal(signal.SIGTERM)
    killer = threading.Timer(1.0, os.kill, (os.getpid(), signal.SIGTERM))
    killer.start()
    code = socket.run(bot.app(), bot.slack.workspace.app_token)
    killer.join()

    assert code == 0
    assert signal.getsignal(signal.SIGTERM) is before


def test_a_connection_that_stays_lost_ends_with_1(
    bot: Bot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When Slack does not take us back within the time, a new process is the cure."""
    monkeypatch.setattr(socket, "GIVE_UP_AFTER_SECONDS", 0.5)
    monkeypatch.setattr(socket, "is_healthy", lambda _handler: False)

    assert socket.run(bot.app(), bot.slack.workspace.app_token) == 1
