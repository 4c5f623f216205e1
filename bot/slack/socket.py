"""Slack over Socket Mode: a connection of ours to Slack, kept until we are told to stop."""

import logging
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from types import FrameType

from slack_bolt import App
from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_sdk.errors import SlackApiError
from slack_sdk.socket_mode.builtin import SocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest

from bot.slack.client import raise_if_refused
from bot.slack.errors import log_failure
from bot.slack.quiet import connection_logger

log = logging.getLogger(__name__)

CONCURRENCY = 10
GIVE_UP_AFTER_SECONDS = 60
"""The kit reconnects by itself, within seconds when all is well. A connection that stays lost for
longer may never come back, as several reports tell: then a new process is the cure."""

_LOOK_EVERY_SECONDS = 1.0


def run(app: App, app_token: str, *, stop: threading.Event | None = None) -> int:
    """Listen until SIGTERM, SIGINT or `stop`. Returns the exit code: 0 if told to stop, 1 if the
    connection failed or was lost for good, so that whoever runs this starts it anew. Raises
    TokenRefusedError when Slack does not take the app-level token.

    Work in progress is finished before it returns. Handles signals only in the main thread.
    """
    stop = stop or threading.Event()
    handler = _Handler(app, app_token, logger=connection_logger(), concurrency=CONCURRENCY)
    with closing(handler), _stopped_by_signals(stop):
        try:
            handler.client.connect()
        except (SlackApiError, OSError) as error:
            raise_if_refused(error)
            log_failure("connecting to Slack", error)
            return 1
        log.info("Connected to Slack over Socket Mode")
        return _watch(handler, stop)


class _Handler(SocketModeHandler):
    """The kit's handler, which would log an exception with its words."""

    def handle(self, client: SocketModeClient, req: SocketModeRequest) -> None:  # type: ignore[override]  # as in the kit
        """Answer one request; one that is not answered, Slack sends again."""
        try:
            super().handle(client, req)
        except Exception as error:
            log_failure("answering over Socket Mode", error)


def is_healthy(handler: SocketModeHandler) -> bool:
    """Whether the connection stands. The kit closes one that does not answer its pings."""
    return handler.client.is_connected()


def _watch(handler: SocketModeHandler, stop: threading.Event) -> int:
    last_healthy = time.monotonic()
    while not stop.wait(_LOOK_EVERY_SECONDS):
        if is_healthy(handler):
            last_healthy = time.monotonic()
        elif time.monotonic() - last_healthy > GIVE_UP_AFTER_SECONDS:
            log.error("The connection to Slack was lost and did not come back")
            return 1
    log.info("Stopping")
    return 0


@contextmanager
def _stopped_by_signals(stop: threading.Event) -> Iterator[None]:
    """The kit's own loop does not hear SIGTERM, by which every host stops a process."""

    def on_signal(_number: int, _frame: FrameType | None) -> None:
        stop.set()

    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = {number: signal.signal(number, on_signal) for number in _SIGNALS}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


_SIGNALS = (signal.SIGTERM, signal.SIGINT)
