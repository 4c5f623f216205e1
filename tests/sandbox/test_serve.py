"""Opening the sandbox as a command does, and closing it."""

import os
import signal
import threading
import urllib.request
from collections.abc import Callable
from typing import Any

from bot.sandbox import Room, Slack, serve
from tests.sandbox.fake_bot import Json, attach


def test_it_serves_until_told_to_stop() -> None:
    """The address is announced, the page is there, and a signal ends it and frees the port."""
    slack = Slack()
    attach(slack)
    seen: list[tuple[str, int]] = []

    def visit(address: str) -> None:
        def look() -> None:
            with urllib.request.urlopen(address, timeout=5) as response:
                seen.append((address, response.status))
            os.kill(os.getpid(), signal.SIGTERM)

        threading.Thread(target=look, daemon=True).start()

    before = signal.getsignal(signal.SIGTERM)
    serve(slack, None, Room(), announce=visit)
    assert seen == [(f"{slack.url}/", 200)]
    assert signal.getsignal(signal.SIGTERM) is before
    with Slack(port=int(slack.url.rpartition(":")[2])) as again:
        assert again.url == slack.url


def test_time_does_its_work_while_it_is_open(talking: Slack) -> None:
    """An event that failed comes again by itself, as soon as Slack would send it."""
    attempts: list[int] = []

    def failing_once(environ: Json, start_response: Callable[..., Any]) -> list[bytes]:
        attempts.append(1)
        start_response("500 No" if len(attempts) == 1 else "200 OK", [])
        return [b""]

    talking.deliver_to_wsgi(failing_once)
    talking.run_clock()
    talking.say("D0ALICE", "hello")
    assert talking.wait_until(lambda: len(attempts) == 2)
