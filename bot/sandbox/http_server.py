"""A small HTTP server on 127.0.0.1, and the request and response it deals in."""

import contextlib
import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl, urlsplit

LOCAL_NAMES = frozenset({"127.0.0.1", "localhost"})
MOST_BYTES = 1_000_000
"""A longer body is refused: nothing of Slack's or of the page's comes near."""


@dataclass(frozen=True, slots=True)
class Request:
    """What came in. Header names are in lower case."""

    method: str
    path: str
    query: Mapping[str, str]
    headers: Mapping[str, str]
    body: bytes

    @property
    def is_local(self) -> bool:
        """Whether a program or page of this computer sent it, as far as its headers tell.

        Another site's page in a browser here is known by its Origin; a foreign name that was
        pointed at this address, by the Host it asks for.
        """
        host = self.headers.get("host", "")
        origin = self.headers.get("origin")
        named = urlsplit(f"//{host}").hostname in LOCAL_NAMES
        return named and (origin is None or urlsplit(origin).netloc == host)


@dataclass(frozen=True, slots=True)
class Response:
    """What goes out. With `drop` the connection is closed without a word; `stream` is unending."""

    status: int = 200
    body: bytes = b""
    content_type: str = "application/json; charset=utf-8"
    headers: Mapping[str, str] = field(default_factory=dict)
    drop: bool = False
    stream: Iterator[bytes] | None = None


Answer = Callable[[Request], Response]


class HttpServer:
    """Serves `answer` on a port of 127.0.0.1 (0: any free one), each request on its own thread."""

    def __init__(self, answer: Answer, port: int = 0) -> None:
        self._server = _Server(("127.0.0.1", port), answer)
        self.port: int = self._server.server_address[1]
        self._thread = threading.Thread(
            target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True
        )

    def start(self) -> None:
        """Begin to serve, in the background."""
        self._thread.start()

    def stop(self) -> None:
        """Stop, and free the port."""
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    request_queue_size = 128

    def __init__(self, address: tuple[str, int], answer: Answer) -> None:
        super().__init__(address, _Handler)
        self.answer = answer

    def handle_error(self, request: object, client_address: object) -> None:
        """Stay quiet about a client that went away."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version = "sandbox"
    sys_version = ""
    server: _Server

    def _answer(self) -> None:
        given = self.headers.get("content-length") or "0"
        length = int(given) if given.isascii() and given.isdigit() else MOST_BYTES + 1
        if length > MOST_BYTES:
            self.close_connection = True
            self._send(Response(413))
            return
        parts = urlsplit(self.path)
        headers = {name.lower(): value for name, value in self.headers.items()}
        query = dict(parse_qsl(parts.query, keep_blank_values=True))
        body = self.rfile.read(length)
        self._send(self.server.answer(Request(self.command, parts.path, query, headers, body)))

    do_GET = do_POST = do_HEAD = _answer  # noqa: N815 - the names the base class calls

    def _send(self, response: Response) -> None:
        if response.drop:
            self.close_connection = True
            return
        self.send_response(response.status)
        self.send_header("Content-Type", response.content_type)
        for name, value in response.headers.items():
            self.send_header(name, value)
        if response.stream is not None:
            self._send_stream(response.stream)
            return
        self.send_header("Content-Length", str(len(response.body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(response.body)

    def _send_stream(self, stream: Iterator[bytes]) -> None:
        self.close_connection = True
        self.send_header("Connection", "close")
        self.end_headers()
        with contextlib.suppress(OSError):  # the reader went away
            for piece in stream:
                self.wfile.write(piece)
                self.wfile.flush()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - given by the base
        """Log nothing: a request holds what people typed."""
