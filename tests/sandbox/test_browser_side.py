"""The page's side of the server: whom it answers, and what it does with odd requests."""

import http.client
import json
import threading
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from bot.knowledge.problem import Problem
from bot.sandbox import Room, Slack, WatchedFolder, open_room
from bot.sandbox.page import asset
from bot.sandbox.wording import wire_text, without_mention

PAGE = Path(__file__).parents[2] / "bot/sandbox/page"


@pytest.fixture
def opened(talking: Slack) -> Slack:
    """The fake bot's Slack with the page on it."""
    open_room(talking, None, Room())
    return talking


def send(
    slack: Slack, method: str, path: str, given: Any = None, **headers: str
) -> tuple[int, bytes, http.client.HTTPMessage]:
    """One request, as a browser would send it unless `headers` say otherwise."""
    place = urlsplit(slack.url)
    connection = http.client.HTTPConnection("127.0.0.1", place.port, timeout=5)
    body = None if given is None else json.dumps(given)
    usual = {"Content-Type": "application/json", "Origin": slack.url}
    usual |= {name.replace("_", "-"): value for name, value in headers.items()}
    connection.request(method, path, body, usual)
    response = connection.getresponse()
    told = (response.status, response.read(), response.headers)
    connection.close()
    return told


def test_a_page_of_this_server_may_ask(opened: Slack) -> None:
    """Words typed on the page are said in Slack."""
    wish = {"user": "U0ALICE", "channel": "D0ALICE", "text": "hi & bye"}
    status, body, _ = send(opened, "POST", "/sandbox/say", wish)
    assert status == 200
    assert json.loads(body)["deliveries"][0]["status"] == 200
    assert opened.messages()[0].text == "hi &amp; bye"


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://elsewhere.example"},
        {"Origin": "null"},
        {"Host": "elsewhere.example"},
        {"Content_Type": "text/plain"},
        {"Content_Type": "application/x-www-form-urlencoded"},
    ],
)
def test_nobody_else_may(opened: Slack, headers: dict[str, str]) -> None:
    """Another site's page, another name for this address, a plain form: refused."""
    wish = {"user": "U0ALICE", "channel": "D0ALICE", "text": "hi"}
    status, _, _ = send(opened, "POST", "/sandbox/say", wish, **headers)
    assert status == 403
    assert opened.messages() == []


def test_a_foreign_name_may_not_even_read(opened: Slack) -> None:
    """A name that was pointed at this address by somebody else reads nothing."""
    status, _, _ = send(opened, "GET", "/sandbox/state?user=U0ALICE", Host="elsewhere.example")
    assert status == 403


@pytest.mark.parametrize(
    "headers", [{"Origin": "https://elsewhere.example"}, {"Host": "elsewhere.example"}]
)
def test_other_sites_cannot_use_the_web_api_either(opened: Slack, headers: dict[str, str]) -> None:
    """Its token is no secret, so Slack's own methods are closed to other sites' pages too."""
    call = {"token": "xoxb-sandbox", "channel": "D0ALICE", "text": "hi"}
    assert send(opened, "POST", "/api/chat.postMessage", call, **headers)[0] == 403
    assert opened.messages() == []


@pytest.mark.parametrize("length", ["-1", "many", "99999999"])
def test_an_odd_or_long_body_is_refused(opened: Slack, length: str) -> None:
    """A body whose length makes no sense, or is too great, is not read."""
    assert send(opened, "POST", "/sandbox/say", **{"Content-Length": length})[0] == 413


def test_everything_is_served_with_a_strict_policy(opened: Slack) -> None:
    """No script, style or connection but the page's own; no framing; no guessing of types."""
    for path in ("/", "/page/main.js", "/page/style.css", "/sandbox/state?user=U0ALICE"):
        status, _, headers = send(opened, "GET", path)
        assert status == 200
        policy = headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(
    "path",
    ["/page/../slack.py", "/page/__init__.py", "/page/%2e%2e/slack.py", "/nothing", "/page/"],
)
def test_only_the_pages_own_files_are_served(opened: Slack, path: str) -> None:
    """No way leads out of the page's folder."""
    assert send(opened, "GET", path)[0] == 404


@pytest.mark.parametrize(
    ("wish", "given"),
    [
        ("say", {}),
        ("say", []),
        ("say", "hello"),
        ("say", None),
        ("say", {"user": "U0ALICE", "channel": "C0NOWHERE", "text": "x"}),
        ("say", {"user": "U0ALICE", "channel": "C0CLERKS", "text": "x"}),
        ("press", {"user": "U0ALICE", "channel": "D0ALICE", "ts": "1.0", "action": "x"}),
        ("submit", {"user": "U0ALICE", "view": "V0"}),
        ("clock", {"at": "soon"}),
        ("clock", {"at": "0001-01-01T00:00"}),
        ("clock", {"advance": "x"}),
        ("clock", {"advance": 1e300}),
        ("clock", {"when": "2026-11-25"}),
        ("clock", {"at": "2026-11-25T09:30", "advance": 60}),
        ("clock", []),
        ("fault", {"kind": "earthquake"}),
        ("explain", {"question": "x"}),
    ],
)
def test_an_odd_wish_is_refused_with_words(opened: Slack, wish: str, given: Any) -> None:
    """What makes no sense is answered with 400 and words; the server lives on."""
    status, body, _ = send(opened, "POST", f"/sandbox/{wish}", given)
    assert status == 400
    told = json.loads(body)["error"]
    assert not [word for word in ("object", "indices", "isoformat", "float", "Key") if word in told]
    assert len(told.split()) > 2
    assert opened.clock.is_real
    assert send(opened, "GET", "/")[0] == 200


def test_an_unknown_wish_or_person_is_not_found(opened: Slack) -> None:
    """Neither made-up wishes nor made-up people."""
    assert send(opened, "POST", "/sandbox/dance", {})[0] == 404
    assert send(opened, "GET", "/sandbox/state?user=U0NOBODY")[0] == 404


def test_one_person_cannot_see_what_another_was_told(opened: Slack) -> None:
    """The picture holds only what that person sees."""
    opened.command("/nextgen", "a private matter", user="U0BEN")
    seen = {
        user: send(opened, "GET", f"/sandbox/state?user={user}")[1] for user in ("U0BEN", "U0ALICE")
    }
    assert b"a private matter" in seen["U0BEN"]
    assert b"a private matter" not in seen["U0ALICE"]


def test_clearing_forgets_the_conversations(opened: Slack) -> None:
    """After a reset nothing is left but people: not in Slack, and not with the bot."""
    forgot: list[int] = []
    open_room(opened, None, Room(forget=lambda: forgot.append(1)))
    opened.say("D0ALICE", "hello")
    opened.open_home()
    send(opened, "POST", "/sandbox/reset", {})
    assert forgot == [1]
    assert opened.messages() == []
    assert opened.home() is None


def test_the_script_never_makes_html_from_text() -> None:
    """None of the ways to turn text into markup or code is used anywhere in the page."""
    forbidden = (
        "innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function",
        "DOMParser", "createContextualFragment", "srcdoc", "javascript:",
    )  # fmt: skip
    for file in PAGE.glob("*.js"):
        text = file.read_text(encoding="utf-8")
        assert [it for it in forbidden if it in text] == [], file.name


def test_the_page_names_no_address_outside_but_one_link() -> None:
    """Nothing is fetched from elsewhere; the only outside address is a link to Slack's tool."""
    allowed = {"https://app.slack.com/block-kit-builder/#", "http://www.w3.org/2000/svg"}
    for file in PAGE.iterdir():
        if file.suffix in (".js", ".css", ".html", ".svg"):
            text = file.read_text(encoding="utf-8")
            for start in range(len(text)):
                if text.startswith(("http://", "https://"), start):
                    assert any(text.startswith(it, start) for it in allowed), file.name


def test_every_file_of_the_page_is_served() -> None:
    """Whatever the page consists of can be had from the server."""
    for file in PAGE.iterdir():
        if file.suffix in (".js", ".css", ".html", ".svg"):
            assert asset(file.name) is not None


@pytest.mark.parametrize(
    ("typed", "wire"),
    [
        ("a < b & c > d", "a &lt; b &amp; c &gt; d"),
        ("@help desk hi", "<@U0BOT> hi"),
        ("@help_desk hi", "<@U0BOT> hi"),
        ("in #e-filing", "in <#C0EFILING|e-filing>"),
        ("see https://example.org/a?b=1&c=2 ok", "see <https://example.org/a?b=1&amp;c=2> ok"),
        ("write me@example.org", "write <mailto:me@example.org|me@example.org>"),
        ("@help deskless", "@help deskless"),
        ("<!channel>", "&lt;!channel&gt;"),
    ],
)
def test_typed_words_become_slacks(slack: Slack, typed: str, wire: str) -> None:
    """Escaped, with names, channels and links as tokens, as Slack sends them."""
    assert wire_text(typed, slack.workspace) == wire


@pytest.mark.parametrize(
    ("typed", "asked"),
    [("@Help Desk, when?", "when?"), ("when, @help_desk?", "when, ?"), ("when?", "when?")],
)
def test_the_bots_name_is_no_part_of_the_question(slack: Slack, typed: str, asked: str) -> None:
    """What is explained is the question without the call."""
    assert without_mention(typed, slack.workspace) == asked


def test_a_folder_is_checked_when_a_file_changes(tmp_path: Path) -> None:
    """A new, changed or deleted file leads to one check; nothing else does."""
    checks: list[int] = []

    def check() -> list[Problem]:
        checks.append(1)
        return []

    folder = WatchedFolder(tmp_path, check)
    assert folder.look()
    assert not folder.look()
    (tmp_path / "a.yaml").write_text("a: 1")
    assert folder.look()
    assert folder.state.changed == ("a.yaml",)
    (tmp_path / "b.yml").write_text("b: 1")
    assert folder.look()
    for passed_by in ("notes.txt", "_draft.txt", ".hidden.yaml", ".schema/x.yaml"):
        (tmp_path / passed_by).parent.mkdir(exist_ok=True)
        (tmp_path / passed_by).write_text("no matter")
    assert not folder.look()
    (tmp_path / "a.yaml").unlink()
    assert folder.look()
    assert len(checks) == 4


def test_watching_goes_on_after_a_failure(tmp_path: Path) -> None:
    """A check that raises once is made again at the next look."""
    checks: list[int] = []
    stopped, checked = threading.Event(), threading.Event()

    def check() -> list[Problem]:
        checks.append(1)
        if len(checks) == 1:
            raise OSError("the folder is being moved")
        checked.set()
        return []

    folder = WatchedFolder(tmp_path, check)
    folder.watch(stopped)
    assert checked.wait(10)
    stopped.set()
