"""Slack over HTTP: a WSGI app for gunicorn, with a guard in front of Bolt.

Bolt parses a body before it verifies the signature, and fails with a traceback on what it cannot
parse. The guard verifies first, so a stranger cannot fill the log, and answers 400 to the rest.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import parse_qs
from wsgiref.types import StartResponse, WSGIEnvironment

from slack_bolt import App, BoltRequest
from slack_sdk.signature import SignatureVerifier

from bot.slack.errors import log_failure

EVENTS_PATH = "/slack/events"
HEALTH_PATH = "/healthz"
MOST_BYTES = 1_000_000
"""No request of Slack's is near this; a larger one is not read."""

_REASONS = {
    200: "OK",
    400: "Bad Request",
    401: "Unauthorized",
    404: "Not Found",
    405: "Method Not Allowed",
    411: "Length Required",
    413: "Content Too Large",
    500: "Internal Server Error",
    503: "Service Unavailable",
}
_TIMESTAMP_DIGITS = 12
_TEXT = "text/plain; charset=utf-8"
_JSON = "application/json; charset=utf-8"

WebApp = Callable[[WSGIEnvironment, StartResponse], Iterable[bytes]]


@dataclass(frozen=True, slots=True)
class Health:
    """What `/healthz` tells. `version` is that of the knowledge that is being served.

    `problems` are those of a changed folder that was not taken; the desk works all the same.
    """

    version: str
    database: bool
    problems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer to an HTTP request."""

    status: int
    body: str = ""
    content_type: str = _TEXT


def web_app(app: App, *, signing_secret: str, health: Callable[[], Health]) -> WebApp:
    """The WSGI app: Slack's requests on `/slack/events`, and `/healthz` beside it."""
    verifier = SignatureVerifier(signing_secret)

    def serve(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        answer = _route(environ, app, verifier, health)
        body = answer.body.encode()
        headers = [("Content-Type", answer.content_type), ("Content-Length", str(len(body)))]
        reason = _REASONS.get(answer.status, "Unknown")
        start_response(f"{answer.status} {reason}", headers)
        return [] if environ.get("REQUEST_METHOD") == "HEAD" else [body]

    return serve


def _route(
    environ: WSGIEnvironment, app: App, verifier: SignatureVerifier, health: Callable[[], Health]
) -> Answer:
    path, method = environ.get("PATH_INFO", ""), environ.get("REQUEST_METHOD", "GET")
    if path == HEALTH_PATH:
        return _health(health()) if method in ("GET", "HEAD") else Answer(405)
    if path != EVENTS_PATH:
        return Answer(404)
    if method == "GET" and "ssl_check" in parse_qs(environ.get("QUERY_STRING", "")):
        return Answer(200)  # Slack looks now and then whether our certificate is valid
    if method != "POST":
        return Answer(405)
    return _from_slack(environ, app, verifier)


def _health(health: Health) -> Answer:
    said = {"status": "ok" if health.database else "database does not answer"}
    body = json.dumps({**said, "version": health.version, "problems": health.problems})
    return Answer(200 if health.database else 503, body, _JSON)


def _from_slack(environ: WSGIEnvironment, app: App, verifier: SignatureVerifier) -> Answer:
    body = _body(environ)
    if isinstance(body, Answer):
        return body
    headers = _headers(environ)
    try:
        text = body.decode()
    except UnicodeDecodeError:
        return Answer(400)
    if not _is_signed(verifier, text, headers):
        return Answer(401)
    if not _can_be_parsed(text, headers.get("content-type", "")):
        return Answer(400)
    return _dispatch(app, text, headers)


def _body(environ: WSGIEnvironment) -> bytes | Answer:
    """The whole body, if its length is told and not too much."""
    told = environ.get("CONTENT_LENGTH") or ""
    if not told.isdecimal():
        return Answer(411)
    if int(told) > MOST_BYTES:
        return Answer(413)
    body: bytes = environ["wsgi.input"].read(int(told))
    return body


def _headers(environ: WSGIEnvironment) -> dict[str, str]:
    names = {"CONTENT_TYPE": "content-type"}
    names |= {key: key[5:].lower().replace("_", "-") for key in environ if key.startswith("HTTP_")}
    return {name: str(environ[key]) for key, name in names.items() if environ.get(key)}


def _is_signed(verifier: SignatureVerifier, body: str, headers: Mapping[str, str]) -> bool:
    """Whether Slack sent this, within five minutes."""
    timestamp = headers.get("x-slack-request-timestamp", "")
    signature = headers.get("x-slack-signature", "")
    seconds = timestamp.isascii() and timestamp.isdecimal() and len(timestamp) <= _TIMESTAMP_DIGITS
    if not seconds or not signature.isascii():
        return False
    return verifier.is_valid(body, timestamp, signature)


def _can_be_parsed(text: str, content_type: str) -> bool:
    """Whether Bolt will read a JSON object from it, or a form; by Bolt's own rule for which."""
    if content_type.partition(";")[0].strip() == "application/json" or text.startswith("{"):
        return _is_object(text)
    form = parse_qs(text, keep_blank_values=True)
    return _is_object(form["payload"][-1]) if "payload" in form else bool(form)


def _is_object(text: str) -> bool:
    """Whether it is a JSON object, and the event in it, if any, is one with a type."""
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return False
    if not isinstance(value, dict):
        return False
    if "event" not in value and value.get("type") != "event_callback":
        return True
    event = value.get("event")
    return isinstance(event, dict) and isinstance(event.get("type"), str)


def _dispatch(app: App, text: str, headers: Mapping[str, str]) -> Answer:
    """Let Bolt answer. It raises for interactions of a shape that Slack does not send."""
    try:
        response = app.dispatch(BoltRequest(body=text, headers=dict(headers)))
    except Exception as error:
        log_failure("reading a request", error)
        return Answer(500)
    content_type = next(iter(response.headers.get("content-type", ())), _TEXT)
    return Answer(response.status, response.body or "", content_type)
