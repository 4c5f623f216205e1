"""Socket Mode: a WebSocket on which deliveries go out and acknowledgements come back."""

import json
import secrets
import threading
import time
from collections import deque
from contextlib import suppress
from urllib.parse import parse_qs, urlsplit

from websockets.exceptions import ConnectionClosed
from websockets.sync.server import Server, ServerConnection, serve

from bot.sandbox.model import Attempt, Json

MOST_CONNECTIONS = 10
CLOSE_SECONDS = 0.2
ACCEPTS_PAYLOAD = ("slash_commands", "interactive")


class _Waiting:
    """An envelope that was sent and is not yet acknowledged."""

    def __init__(self) -> None:
        self.acknowledged = threading.Event()
        self.payload: object = None


class SocketMode:
    """Takes connections to addresses that were asked for; each payload goes to one of them."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._server: Server | None = None
        self._thread: threading.Thread | None = None
        self._tickets: set[str] = set()
        self._connections: deque[ServerConnection] = deque(maxlen=MOST_CONNECTIONS)
        self._waiting: dict[str, _Waiting] = {}

    @property
    def connections(self) -> int:
        """How many connections are open."""
        with self._lock:
            return len(self._connections)

    def new_address(self) -> str:
        """A `ws:` address good for one connection."""
        with self._lock:
            if self._server is None:
                self._start()
            ticket = secrets.token_hex(8)
            self._tickets.add(ticket)
            assert self._server is not None
            port = self._server.socket.getsockname()[1]
            return f"ws://127.0.0.1:{port}/link/?ticket={ticket}&app_id=A0BOT"

    def send(self, kind: str, payload: Json, seconds: float, retry: int, reason: str) -> Attempt:
        """Deliver a payload and wait so many seconds for the acknowledgement."""
        envelope_id = secrets.token_hex(12)
        waiting = self._waiting[envelope_id] = _Waiting()
        envelope: Json = {"envelope_id": envelope_id, "type": kind, "payload": payload}
        envelope["accepts_response_payload"] = kind in ACCEPTS_PAYLOAD
        if kind == "events_api":
            envelope |= {"retry_attempt": retry, "retry_reason": reason}
        began = time.monotonic()
        sent = self._send_to_one(json.dumps(envelope))
        in_time = sent and waiting.acknowledged.wait(seconds)
        del self._waiting[envelope_id]
        spent = time.monotonic() - began
        if not in_time:
            problem = "http_timeout" if sent else "connection_failed"
            return Attempt(0, "", spent, retry, problem)
        body = "" if waiting.payload is None else json.dumps(waiting.payload)
        return Attempt(200, body, spent, retry)

    def disconnect(self, reason: str = "refresh_requested") -> None:
        """Ask every connection to go, as Slack does every few hours."""
        with self._lock:
            leaving = tuple(self._connections)
            self._connections.clear()  # nothing more is sent to those
        for connection in leaving:
            connection.send(json.dumps({"type": "disconnect", "reason": reason}))
            connection.close()

    def stop(self) -> None:
        """Close everything."""
        with self._lock:
            server, thread = self._server, self._thread
            self._server = None
        if server is not None and thread is not None:
            server.shutdown()
            thread.join()

    def _start(self) -> None:
        self._server = serve(
            self._talk, "127.0.0.1", 0, ping_interval=None, close_timeout=CLOSE_SECONDS
        )
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)
        self._thread.start()

    def _talk(self, connection: ServerConnection) -> None:
        if not self._admit(connection):
            connection.close(1008, "the address was used")
            return
        try:
            with suppress(ConnectionClosed):  # hanging up is how every conversation ends
                connection.send(json.dumps(_hello(self.connections)))
                with self._lock:
                    self._connections.append(connection)
                for message in connection:
                    self._acknowledge(json.loads(message))
        finally:
            with self._lock:
                if connection in self._connections:
                    self._connections.remove(connection)

    def _admit(self, connection: ServerConnection) -> bool:
        request = connection.request
        query = parse_qs(urlsplit(request.path).query) if request else {}
        ticket = query.get("ticket", [""])[0]
        with self._lock:
            good = ticket in self._tickets
            self._tickets.discard(ticket)
            return good

    def _acknowledge(self, told: Json) -> None:
        waiting = self._waiting.get(str(told.get("envelope_id")))
        if waiting is not None:
            waiting.payload = told.get("payload")
            waiting.acknowledged.set()

    def _send_to_one(self, message: str) -> bool:
        with self._lock:
            if not self._connections:
                return False
            connection = self._connections[0]
            self._connections.rotate(-1)
        try:
            connection.send(message)
        except ConnectionClosed:
            return False
        return True


def _hello(connections: int) -> Json:
    return {
        "type": "hello",
        "num_connections": connections + 1,
        "debug_info": {"host": "sandbox", "approximate_connection_time": 3600},
        "connection_info": {"app_id": "A0BOT"},
    }
