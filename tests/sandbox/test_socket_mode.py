"""Socket Mode on the wire: tokens, addresses, acknowledgements, retries."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect

from bot.sandbox import Slack

Json = dict[str, Any]


def address(slack: Slack) -> str:
    """A fresh address to connect to."""
    client = WebClient(base_url=slack.api_url)
    return str(client.apps_connections_open(app_token=slack.workspace.app_token)["url"])


@contextmanager
def connected(slack: Slack) -> Iterator[ClientConnection]:
    """A connection that was greeted."""
    with connect(address(slack)) as connection:
        assert json.loads(connection.recv(5))["type"] == "hello"
        assert slack.wait_until(lambda: slack.socket.connections)
        yield connection


def acknowledge(connection: ClientConnection, payload: Json | None = None) -> threading.Thread:
    """Acknowledge the next envelope, in the background."""

    def answer() -> None:
        told = {"envelope_id": json.loads(connection.recv(5))["envelope_id"]}
        connection.send(json.dumps(told | ({"payload": payload} if payload else {})))

    thread = threading.Thread(target=answer)
    thread.start()
    return thread


def test_only_the_app_token_opens(slack: Slack) -> None:
    """The bot's token is of no use here, and neither is none."""
    client = WebClient(base_url=slack.api_url)
    with pytest.raises(SlackApiError, match="invalid_auth"):
        client.apps_connections_open(app_token=slack.workspace.bot_token)


def test_an_address_is_good_once(slack: Slack) -> None:
    """The second who comes by an address is sent away."""
    used = address(slack)
    with connect(used) as first, connect(used) as second:
        assert json.loads(first.recv(5))["type"] == "hello"
        with pytest.raises(ConnectionClosed):
            second.recv(5)


def test_an_answer_can_travel_in_the_acknowledgement(slack: Slack) -> None:
    """A command's answer comes back with its envelope's id."""
    with connected(slack) as connection:
        thread = acknowledge(connection, {"text": "hello to you"})
        exchange = slack.command("/nextgen", "x")
        thread.join()
    assert exchange.posted is not None
    assert exchange.posted.text == "hello to you"


def test_an_event_without_acknowledgement_comes_again(slack: Slack) -> None:
    """The retry tells its number and its reason."""
    slack.delivery.seconds = 0.05
    with connected(slack) as connection:
        assert not slack.say("D0ALICE", "hello").delivered
        first = json.loads(connection.recv(5))
        thread = acknowledge(connection)
        slack.delivery.seconds = 3.0
        (again,) = slack.retry_now()
        thread.join()
    assert again.delivered
    assert first["retry_attempt"] == 0
    assert again.deliveries[0].retry == 1


def test_payloads_go_to_one_connection_each(slack: Slack) -> None:
    """Of two connections each takes its turn; none gets everything."""
    with connected(slack) as one, connected(slack) as other:
        assert slack.wait_until(lambda: slack.socket.connections == 2)
        threads = [acknowledge(one), acknowledge(other)]
        exchanges = [slack.say("D0ALICE", "hello") for _ in threads]
        for thread in threads:
            thread.join()
    assert [it.delivered for it in exchanges] == [True, True]
