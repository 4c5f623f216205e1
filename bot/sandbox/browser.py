"""The page's side of the server: its files, the JSON it reads and sends, and news as it comes."""

import json
from collections.abc import Iterator
from typing import Any

from bot.sandbox.http_server import Request, Response
from bot.sandbox.model import Json
from bot.sandbox.page import asset
from bot.sandbox.room import Room
from bot.sandbox.slack import Slack
from bot.sandbox.snapshot import Snapshot
from bot.sandbox.wishes import Wishes

HEARTBEAT_SECONDS = 15.0
_SAFE = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
        "img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}


class Browser:
    """Answers everything on the server that is not Slack's own.

    Only a page of this server may ask for something to be done; the server itself has refused
    other sites' pages before this is called.
    """

    def __init__(self, slack: Slack, room: Room) -> None:
        self._slack = slack
        self._wishes = Wishes(slack, room)
        self._snapshot = Snapshot(slack, room, self._wishes.asked)

    def __call__(self, request: Request) -> Response:
        """Answer one request."""
        if request.method == "POST":
            return self._grant(request)
        if request.path == "/sandbox/events":
            return Response(200, b"", "text/event-stream", _SAFE, stream=self._news())
        if request.path == "/sandbox/state":
            return self._state(request.query.get("user", ""))
        return _file("index.html" if request.path == "/" else request.path.removeprefix("/page/"))

    def _state(self, user: str) -> Response:
        person = self._slack.workspace.people.get(user)
        if person is None or person.is_bot:
            return _json({"error": "nobody of that name"}, 404)
        return _json(self._snapshot.seen_by(user))

    def _grant(self, request: Request) -> Response:
        if not request.headers.get("content-type", "").startswith("application/json"):
            return _json({"error": "only JSON"}, 403)  # what a plain form cannot send
        name = request.path.removeprefix("/sandbox/")
        try:
            given: Any = json.loads(request.body or b"{}")
        except ValueError:
            return _json({"error": "that is no JSON"}, 400)
        try:
            told = self._wishes.grant(name, given)
        except (LookupError, ValueError) as error:
            return _json({"error": str(error)}, 400)
        return _json(told) if told is not None else _json({"error": "no such wish"}, 404)

    def _news(self) -> Iterator[bytes]:
        """A line whenever something changed; a comment now and then, to notice who went away."""
        version = -1
        while not self._slack.stopped:
            newest = self._slack.state.wait(version, HEARTBEAT_SECONDS)
            yield b": still here\n\n" if newest == version else f"data: {newest}\n\n".encode()
            version = newest


def _file(name: str) -> Response:
    found = asset(name)
    if found is None:
        return Response(404, b"not found", "text/plain", _SAFE)
    return Response(200, found[0], found[1], _SAFE)


def _json(told: Json, status: int = 200) -> Response:
    return Response(status, json.dumps(told).encode(), headers=_SAFE)
