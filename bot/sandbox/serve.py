"""Opening the sandbox: a page in the browser, a bot behind it, nothing of Slack's."""

import signal
import threading
from collections.abc import Callable
from types import FrameType

from bot.sandbox.browser import Browser
from bot.sandbox.delivery import Wsgi
from bot.sandbox.room import Room
from bot.sandbox.slack import Slack


def open_room(slack: Slack, bot: Wsgi | str | None, room: Room | None = None) -> None:
    """Attach the page and the bot to `slack`, and let its clock run. Returns at once.

    `bot` is a WSGI application, the address that its requests go to, or None for a bot that
    comes by Socket Mode.
    """
    room = room or Room()
    slack.page = Browser(slack, room)
    if isinstance(bot, str):
        slack.deliver_to(bot)
    elif bot is not None:
        slack.deliver_to_wsgi(bot)
    if room.folder is not None:
        room.folder.on_change(slack.state.touch)
        room.folder.watch(slack.stop_event)
    slack.run_clock()


def serve(
    slack: Slack,
    bot: Wsgi | str | None,
    room: Room | None = None,
    announce: Callable[[str], None] = lambda address: None,
) -> None:
    """Serve the page until SIGINT or SIGTERM. `announce` is told the address to open.

    The caller makes `slack` first, because the bot needs its `api_url` and its clock.
    """
    asked_to_stop = threading.Event()

    def stop(number: int, frame: FrameType | None) -> None:
        asked_to_stop.set()

    earlier = {it: signal.signal(it, stop) for it in (signal.SIGINT, signal.SIGTERM)}
    try:
        with slack:
            open_room(slack, bot, room)
            announce(f"{slack.url}/")
            asked_to_stop.wait()
    finally:
        for number, handler in earlier.items():
            signal.signal(number, handler)
