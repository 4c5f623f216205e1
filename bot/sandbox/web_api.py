"""Slack's Web API over HTTP: parameters by GET and POST, form and JSON; tokens; faults."""

import json
import time
from typing import Any
from urllib.parse import parse_qsl

from bot.sandbox import methods
from bot.sandbox.faults import Fault
from bot.sandbox.http_server import Request, Response
from bot.sandbox.model import ApiCall, Json
from bot.sandbox.respond import use_response_url
from bot.sandbox.socket_mode import SocketMode
from bot.sandbox.state import RefusalError, State

_JSON_FIELDS = ("blocks", "view", "prompts", "attachments", "metadata")
"""Parameters that a form carries as JSON."""


class WebApi:
    """Answers `/api/<method>` and `/response/<ticket>`."""

    def __init__(self, state: State, socket: SocketMode) -> None:
        self._state = state
        self._socket = socket

    def __call__(self, request: Request) -> Response:
        """Answer one request."""
        _, first, name = (*request.path.split("/", 2), "", "")[:3]
        if first == "response":
            status, body = use_response_url(self._state, name, request.body)
            return Response(status, body.encode())
        if first != "api":
            return Response(404)
        return self._call(name, request)

    def _call(self, name: str, request: Request) -> Response:
        fault = self._state.faults.take(name)
        time.sleep(self._state.faults.delay(name))
        params = parameters(request)
        token = _token(request, params)
        works = fault is None or fault.after
        answer = self._run(name, params, token) if works else {}
        response = _json_response(answer) if fault is None else _failing(fault)
        self._remember(name, params, request, response)
        return response

    def _run(self, name: str, params: Json, token: str) -> Json:
        try:
            if name == "apps.connections.open":
                return self._open_connection(token)
            return methods.call(self._state, name, params, token)
        except RefusalError as refusal:
            return refusal.response

    def _open_connection(self, token: str) -> Json:
        if token != self._state.workspace.app_token:
            raise RefusalError("invalid_auth" if token else "not_authed")
        return {"ok": True, "url": self._socket.new_address()}

    def _remember(self, name: str, params: Json, request: Request, response: Response) -> None:
        told = json.loads(response.body) if response.body[:1] == b"{" else {}
        status = 0 if response.drop else response.status
        now = self._state.clock.now()
        with self._state.lock:
            self._state.calls.append(ApiCall(name, params, request.headers, status, told, now))
            self._state.touch()


def parameters(request: Request) -> Json:
    """The parameters of a call, wherever they came: address, form or JSON."""
    params: Json = dict(request.query)
    if "json" in request.headers.get("content-type", ""):
        told: Any = _decoded(request.body.decode(errors="replace"))
        params |= told if isinstance(told, dict) else {}
    else:
        params |= dict(parse_qsl(request.body.decode(errors="replace"), keep_blank_values=True))
    for name in _JSON_FIELDS:
        if isinstance(params.get(name), str):
            params[name] = _decoded(params[name])
    return params


def _decoded(text: str) -> Any:
    """JSON, or the text itself where it is none: the method then refuses it."""
    try:
        return json.loads(text)
    except ValueError:
        return text


def _token(request: Request, params: Json) -> str:
    given = request.headers.get("authorization", "")
    in_body = str(params.pop("token", ""))
    return given.removeprefix("Bearer ").strip() if given else in_body


def _json_response(
    told: Json, status: int = 200, headers: dict[str, str] | None = None
) -> Response:
    return Response(status, json.dumps(told).encode(), headers=headers or {})


def _failing(fault: Fault) -> Response:
    if fault.drop:
        return Response(drop=True)
    wait = {} if fault.retry_after is None else {"Retry-After": str(fault.retry_after)}
    if fault.status == 429:
        return _json_response(
            {"ok": False, "error": fault.error or "ratelimited"}, 429, wait or {"Retry-After": "1"}
        )
    if fault.status >= 500 and not fault.error:
        return Response(fault.status, b"upstream error", "text/plain", wait)
    return _json_response({"ok": False, "error": fault.error or "fatal_error"}, fault.status, wait)
