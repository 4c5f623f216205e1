"""The stand-in for Slack as a thing to start, point at a bot, use and look into."""

import threading
import time
from collections.abc import Callable
from types import TracebackType

from bot.sandbox.clock import Clock
from bot.sandbox.deeds import Deeds
from bot.sandbox.delivery import Delivery, HttpEndpoint, Wsgi, WsgiEndpoint
from bot.sandbox.faults import Faults
from bot.sandbox.http_server import Answer, HttpServer, Request, Response
from bot.sandbox.manifest import grants
from bot.sandbox.model import ApiCall, Attempt, Json, Posted, Surface
from bot.sandbox.socket_mode import SocketMode
from bot.sandbox.state import State
from bot.sandbox.views import View
from bot.sandbox.web_api import WebApi
from bot.sandbox.workspace import Workspace

TICK_SECONDS = 0.5


class Slack(Deeds):
    """Serves Slack's Web API on 127.0.0.1 and brings what people do to the bot.

    With a `manifest` its scopes, events and commands are all the bot has; without one it has all.
    `port` 0 takes any free one. `page` answers what is not Slack's (see `bot.sandbox.page`).
    """

    def __init__(
        self,
        signing_secret: str = "sandbox-signing-secret",  # noqa: S107 - good only here
        manifest: Json | None = None,
        port: int = 0,
        workspace: Workspace | None = None,
        clock: Clock | None = None,
    ) -> None:
        allowed = grants(manifest)
        self.signing_secret = signing_secret
        self.socket = SocketMode()
        state = State(workspace or Workspace(), clock or Clock(), scopes=allowed.scopes)
        super().__init__(state, Delivery(signing_secret, self.socket), allowed)
        self.page: Answer | None = None
        self._web_api = WebApi(state, self.socket)
        self._server = HttpServer(self._answer, port)
        self.stop_event = threading.Event()
        self.response_base = f"{self.url}/response/"

    def __enter__(self) -> "Slack":
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()

    def start(self) -> None:
        """Begin to serve."""
        self._server.start()

    def stop(self) -> None:
        """Stop serving and close Socket Mode's connections."""
        self.stop_event.set()
        self.state.touch()
        self.socket.stop()
        self._server.stop()

    def run_clock(self) -> None:
        """Let time do its work (scheduled messages, retries) until `stop`, in the background."""
        threading.Thread(target=self._run_clock, daemon=True).start()

    @property
    def stopped(self) -> bool:
        """Whether it was told to stop."""
        return self.stop_event.is_set()

    def forget(self) -> None:
        """Begin anew: no messages, views, faults or problems; people and the clock stay."""
        with self.state.lock:
            self.state.timeline.clear()
            self.state.views.forget()
            self.state.schedule.clear()
            for noted in (self.state.sessions, self.state.prompts, self.state.reactions):
                noted.clear()
            self.problems.clear()
            self.state.payloads.clear()
            self.state.calls.clear()
            self.faults.clear()
            self.delivery.take_due()
            self.state.touch()

    # Where things are

    @property
    def url(self) -> str:
        """The address of the server."""
        return f"http://127.0.0.1:{self._server.port}"

    @property
    def api_url(self) -> str:
        """What a `WebClient` takes as its `base_url`."""
        return f"{self.url}/api/"

    def deliver_to(self, url: str) -> None:
        """Send signed requests to this address of the bot."""
        self.delivery.endpoint = HttpEndpoint(url)

    def deliver_to_wsgi(self, app: Wsgi, path: str = "/slack/events") -> None:
        """Bring signed requests to a WSGI application in this process."""
        self.delivery.endpoint = WsgiEndpoint(app, path)

    def request(self, body: bytes, signed: bool = True, **headers: str) -> Attempt:
        """Bring any bytes to the bot, signed or not: for what no Slack would send."""
        if self.delivery.endpoint is None:
            raise RuntimeError("nowhere to deliver to")
        signature = self.delivery.signature(body) if signed else {}
        return self.delivery.endpoint.send(body, signature | headers, self.delivery.seconds)

    # What there is to see

    @property
    def workspace(self) -> Workspace:
        """People and channels."""
        return self.state.workspace

    @property
    def clock(self) -> Clock:
        """The workspace's time."""
        return self.state.clock

    @property
    def faults(self) -> Faults:
        """What goes wrong."""
        return self.state.faults

    @property
    def problems(self) -> list[str]:
        """Every rule that was broken, of Block Kit and of good manners. Clear it to go on."""
        return self.state.problems

    @property
    def payloads(self) -> list[tuple[Surface, Json]]:
        """Everything with blocks that was accepted, with its surface."""
        return self.state.payloads

    def messages(self, channel: str | None = None, user: str | None = None) -> list[Posted]:
        """What can be seen, in order: in one channel or all, by one person or anybody."""
        return [it for it in self.state.timeline if self._sees(it, channel, user)]

    def replies(self, channel: str | None = None, user: str | None = None) -> list[Posted]:
        """Of `messages`, what the bot said."""
        return [it for it in self.messages(channel, user) if it.bot]

    def thread(self, message: Posted) -> list[Posted]:
        """The answers in the thread that a message begins."""
        return [it for it in self.messages(message.channel) if it.thread_ts == message.ts]

    def calls(self, method: str | None = None) -> list[ApiCall]:
        """What the bot called, in order: one method, or all."""
        return [it for it in list(self.state.calls) if method in (None, it.method)]

    def view(self, user: str = "U0ALICE") -> View | None:
        """The modal a person has before them."""
        stack = self.state.views.stack(user)
        return stack[-1] if stack else None

    def home(self, user: str = "U0ALICE") -> View | None:
        """A person's Home tab."""
        return self.state.views.home(user)

    def wait_until(self, condition: Callable[[], object], seconds: float = 5.0) -> bool:
        """Wait for what the bot does after it acknowledged; whether it came in time."""
        until = time.monotonic() + seconds
        while not condition():
            if time.monotonic() > until:
                return False
            self.state.wait(self.state.version, 0.05)
        return True

    def _sees(self, message: Posted, channel: str | None, user: str | None) -> bool:
        if channel not in (None, message.channel):
            return False
        members = self.workspace.channels[message.channel].members
        return user is None or (user in members and message.ephemeral_for in (None, user))

    def _answer(self, request: Request) -> Response:
        if not request.is_local:
            return Response(403)
        if request.path.startswith(("/api/", "/response/")):
            return self._web_api(request)
        return self.page(request) if self.page is not None else Response(404)

    def _run_clock(self) -> None:
        while not self.stop_event.wait(TICK_SECONDS):
            self.tick()
