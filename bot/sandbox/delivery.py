"""Bringing things to the bot as Slack does: signed, within 3 s, events again when that fails."""

import http.client
import io
import json
import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any, Protocol
from urllib.parse import urlencode, urlsplit

from slack_sdk.signature import SignatureVerifier

from bot.sandbox.model import Attempt, Json
from bot.sandbox.socket_mode import SocketMode

ACKNOWLEDGE_SECONDS = 3.0
RETRY_SECONDS = (0.0, 60.0, 300.0)
"""An event that was not taken comes again almost at once, after a minute, after five more."""

Wsgi = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]
Headers = dict[str, str]


class Endpoint(Protocol):
    """Where a request goes. Raises OSError; TimeoutError when nothing came in time."""

    def send(self, body: bytes, headers: Headers, seconds: float) -> Attempt:
        """Deliver one request."""


@dataclass(frozen=True, slots=True)
class HttpEndpoint:
    """A bot that is served over HTTP."""

    url: str

    def send(self, body: bytes, headers: Headers, seconds: float) -> Attempt:
        """POST it."""
        parts = urlsplit(self.url)
        connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=seconds)
        try:
            connection.request("POST", parts.path or "/", body, headers)
            response = connection.getresponse()
            told = {name.lower(): value for name, value in response.getheaders()}
            return Attempt(response.status, response.read().decode(), 0.0, headers=told)
        finally:
            connection.close()


@dataclass(frozen=True, slots=True)
class WsgiEndpoint:
    """A bot in this process, called through WSGI on a thread of its own."""

    app: Wsgi
    path: str = "/slack/events"

    def send(self, body: bytes, headers: Headers, seconds: float) -> Attempt:
        """Call it; it goes on in the background when it takes too long."""
        got: list[Attempt] = []
        thread = threading.Thread(target=lambda: got.append(self._call(body, headers)), daemon=True)
        thread.start()
        thread.join(seconds)
        if thread.is_alive():
            raise TimeoutError
        if not got:
            raise ConnectionError("the bot raised")
        return got[0]

    def _call(self, body: bytes, headers: Headers) -> Attempt:
        told: dict[str, Any] = {}

        def start_response(status: str, response_headers: list[tuple[str, str]], *_: Any) -> None:
            told["status"] = int(status.split()[0])
            told["headers"] = {name.lower(): value for name, value in response_headers}

        try:
            written = b"".join(self.app(_environ(self.path, body, headers), start_response))
            return Attempt(told["status"], written.decode(), 0.0, headers=told["headers"])
        except Exception:  # as the server in front of it would answer
            return Attempt(500, "", 0.0)


def _environ(path: str, body: bytes, headers: Headers) -> dict[str, Any]:
    environ: dict[str, Any] = {
        "REQUEST_METHOD": "POST",
        "SCRIPT_NAME": "",
        "PATH_INFO": path,
        "QUERY_STRING": "",
        "SERVER_NAME": "127.0.0.1",
        "SERVER_PORT": "80",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "REMOTE_ADDR": "127.0.0.1",
        "CONTENT_LENGTH": str(len(body)),
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": "http",
        "wsgi.input": io.BytesIO(body),
        "wsgi.errors": io.StringIO(),
        "wsgi.multithread": True,
        "wsgi.multiprocess": False,
        "wsgi.run_once": False,
    }
    for name, value in headers.items():
        key = name.upper().replace("-", "_")
        environ[key if key == "CONTENT_TYPE" else f"HTTP_{key}"] = value
    return environ


@dataclass(frozen=True, slots=True)
class Retry:
    """An event to be delivered again. `due` is in `Clock.seconds`."""

    envelope: Json
    number: int
    reason: str
    due: float


class Delivery:
    """Delivers to one bot: over Socket Mode while it holds a connection, else to the endpoint."""

    def __init__(self, signing_secret: str, socket: SocketMode) -> None:
        self.endpoint: Endpoint | None = None
        self.seconds = ACKNOWLEDGE_SECONDS
        self._signer = SignatureVerifier(signing_secret)
        self._socket = socket
        self._retries: list[Retry] = []
        self._lock = threading.Lock()

    @property
    def retries(self) -> list[Retry]:
        """The events that wait to be delivered again."""
        with self._lock:
            return list(self._retries)

    def event(
        self, envelope: Json, now: float, retry: int = 0, reason: str = "", **headers: str
    ) -> Attempt:
        """Deliver an event; one that fails is kept for its next retry."""
        body = json.dumps(envelope).encode()
        told = {"content-type": "application/json"} | headers
        if retry:
            told |= {"x-slack-retry-num": str(retry), "x-slack-retry-reason": reason}
        attempt = self._send("events_api", envelope, body, told, retry, reason)
        refused = not attempt.succeeded and attempt.headers.get("x-slack-no-retry") == "1"
        if not attempt.succeeded and not refused and retry < len(RETRY_SECONDS):
            due = now + RETRY_SECONDS[retry]
            with self._lock:
                self._retries.append(Retry(envelope, retry + 1, attempt.problem, due))
        return attempt

    def command(self, form: Json) -> Attempt:
        """Deliver a slash command. Never retried."""
        body = urlencode(form).encode()
        return self._send("slash_commands", form, body, _FORM)

    def interaction(self, payload: Json) -> Attempt:
        """Deliver a press, a submission, a shortcut. Never retried."""
        body = urlencode({"payload": json.dumps(payload)}).encode()
        return self._send("interactive", payload, body, _FORM)

    def take_due(self, now: float | None = None) -> list[Retry]:
        """Take out the retries that are due; without `now`, all of them."""
        with self._lock:
            due = [it for it in self._retries if now is None or it.due <= now]
            self._retries = [it for it in self._retries if it not in due]
            return due

    def signature(self, body: bytes) -> Headers:
        """The headers that prove where a request comes from."""
        timestamp = str(int(time.time()))
        signature = self._signer.generate_signature(timestamp=timestamp, body=body)
        return {"x-slack-request-timestamp": timestamp, "x-slack-signature": signature or ""}

    def _send(
        self,
        kind: str,
        payload: Json,
        body: bytes,
        headers: Headers,
        retry: int = 0,
        reason: str = "",
    ) -> Attempt:
        if self._socket.connections:
            return self._socket.send(kind, payload, self.seconds, retry, reason)
        if self.endpoint is None:
            return Attempt(0, "", 0.0, retry, "connection_failed")
        began = time.monotonic()
        try:
            signed = self.signature(body) | headers
            attempt = self.endpoint.send(body, signed, self.seconds)
        except TimeoutError:
            attempt = Attempt(0, "", 0.0, problem="http_timeout")
        except (OSError, http.client.HTTPException):
            attempt = Attempt(0, "", 0.0, problem="connection_failed")
        problem = attempt.problem or ("" if attempt.succeeded else "http_error")
        return replace(attempt, seconds=time.monotonic() - began, retry=retry, problem=problem)


_FORM = {"content-type": "application/x-www-form-urlencoded"}
