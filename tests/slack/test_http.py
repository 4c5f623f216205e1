"""Over HTTP: what is not Slack's is turned away before Bolt reads it, and health is told."""

import io
import json
import logging
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.slack.http import MOST_BYTES, WebApp
from tests.slack.bot import Bot

JSON = {"content-type": "application/json"}
JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["type", "event", "payload", "ssl_check"]), inner)
    ),
    max_leaves=6,
)
FORM = {"content-type": "application/x-www-form-urlencoded"}


def call(app: WebApp, method: str, path: str, **more: Any) -> tuple[int, dict[str, str], str]:
    """Call the WSGI app as a server would; returns status, headers and body."""
    told: list[Any] = []
    path, _, query = path.partition("?")
    environ = {"REQUEST_METHOD": method, "PATH_INFO": path, "QUERY_STRING": query, **more}
    environ.setdefault("wsgi.input", io.BytesIO())

    def start(status: str, headers: list[tuple[str, str]], *_: Any) -> Any:
        told.append((int(status.split()[0]), dict(headers)))

    body = b"".join(app(environ, start)).decode()
    return (*told[0], body)


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (b"x", JSON),
        (b"", JSON),
        (b"[1, 2]", JSON),
        (b'"text"', JSON),
        (b"null", JSON),
        (b"{", FORM),
        (b'{"type": "event_callback"}', JSON),
        (b'{"type": "event_callback", "event": []}', JSON),
        (b'{"type": "event_callback", "event": {"type": 7}}', JSON),
        (b"payload=not+json", FORM),
        (b"payload=%5B1%5D", FORM),
        (b"payload=", FORM),
        (b"", FORM),
        (b"[" * 100_000, JSON),
    ],
)
def test_a_signed_request_that_makes_no_sense_gets_400(
    bot: Bot, body: bytes, headers: dict[str, str]
) -> None:
    """What Bolt would fail on with a traceback never reaches it."""
    assert bot.slack.request(body, True, **headers).status == 400


@pytest.mark.parametrize("body", [b"x", b"[1]", b"payload=x", b'{"type": "event_callback"}', b""])
@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"x-slack-request-timestamp": "soon", "x-slack-signature": "v0=00"},
        {"x-slack-request-timestamp": "1", "x-slack-signature": "v0=00"},
        {"x-slack-request-timestamp": "٣", "x-slack-signature": "v0=00"},
        {"x-slack-request-timestamp": "9" * 5000, "x-slack-signature": "v0=00"},
        {"x-slack-request-timestamp": "1", "x-slack-signature": "v0=é"},
    ],
)
def test_a_stranger_gets_401_and_fills_no_log(
    bot: Bot, caplog: pytest.LogCaptureFixture, body: bytes, headers: dict[str, str]
) -> None:
    """Who cannot sign learns nothing and leaves nothing behind."""
    caplog.set_level(logging.DEBUG)
    attempt = bot.slack.request(body, signed=False, **JSON, **headers)

    assert (attempt.status, attempt.body) == (401, "")
    assert [it for it in caplog.records if it.name.startswith(("bot.slack", "slack"))] == []


def test_bytes_that_are_no_text_get_400(bot: Bot) -> None:
    """Slack writes UTF-8 only; a signature cannot even be made over anything else."""
    assert bot.slack.request(b"\xff\xfe\xff", signed=False, **JSON).status == 400


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    body=st.one_of(st.text(max_size=60), st.builds(json.dumps, JSON_VALUES)),
    signed=st.booleans(),
    content=st.sampled_from([JSON, FORM]),
)
def test_nothing_that_is_sent_breaks_the_bot(
    bot: Bot, body: str, signed: bool, content: dict[str, str]
) -> None:
    """Whatever comes, the answer is one of a few, and never a failure of ours."""
    attempt = bot.slack.request(body.encode(), signed, **content)

    assert attempt.status in ((200, 400, 404) if signed else (401,))


def test_a_signed_interaction_of_an_unknown_shape_is_a_quiet_failure(
    bot: Bot, caplog: pytest.LogCaptureFixture
) -> None:
    """What Bolt cannot read is answered 500 and logged without its words."""
    exchange = bot.slack.interact({"type": "view_submission", "view": {"callback_id": "zebra"}})

    assert exchange.status == 500
    assert "zebra" not in caplog.text


def test_a_body_without_a_length_or_too_long_is_not_read(bot: Bot) -> None:
    """The limit holds before anything is read."""
    web = bot.web()
    for length, status in (("", 411), ("many", 411), ("-1", 411), (str(MOST_BYTES + 1), 413)):
        told = call(web, "POST", "/slack/events", CONTENT_LENGTH=length)

        assert told[0] == status


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/slack/events", 405),
        ("GET", "/slack/events?ssl_check=1", 200),
        ("POST", "/healthz", 405),
        ("GET", "/", 404),
        ("POST", "/slack/install", 404),
        ("GET", "/slack/install", 404),
        ("GET", "/slack/oauth_redirect", 404),
    ],
)
def test_there_are_two_addresses_and_no_more(bot: Bot, method: str, path: str, status: int) -> None:
    """Slack's requests and health; everything else is not there."""
    assert call(bot.web(), method, path)[0] == status


def test_health_tells_the_version_of_the_answers(bot: Bot) -> None:
    """A monitor sees that the bot is up and which knowledge it serves."""
    status, headers, body = call(bot.web(), "GET", "/healthz")

    assert status == 200
    assert headers["Content-Type"].startswith("application/json")
    assert json.loads(body) == {
        "status": "ok",
        "version": bot.desk.knowledge.version,
        "problems": [],
    }


def test_a_head_request_has_no_body(bot: Bot) -> None:
    """Monitors that ask for the head alone get the status without a body."""
    assert call(bot.web(), "HEAD", "/healthz")[::2] == (200, "")


def test_health_is_503_when_the_database_does_not_answer(bot: Bot) -> None:
    """A host restarts or routes around a bot that cannot claim."""
    status, _, body = call(bot.web(database=False), "GET", "/healthz")

    assert status == 503
    assert json.loads(body)["status"] == "database does not answer"
