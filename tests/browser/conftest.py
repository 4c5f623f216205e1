"""A sandbox with a small bot, opened in a real Chromium."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from bot.knowledge.problem import Place, Problem
from bot.sandbox import Moment, Room, Slack, WatchedFolder, open_room
from tests.browser.chromium import ARGUMENTS, HOW, find_chromium
from tests.sandbox.fake_bot import attach

MANIFEST = {
    "features": {
        "slash_commands": [
            {"command": "/nextgen", "description": "Ask a question", "usage_hint": "[question]"},
            {"command": "/nextgen-status", "description": "Where you are"},
        ],
        "shortcuts": [
            {"name": "Tell the desk", "type": "global", "callback_id": "ask"},
            {"name": "Ask about this", "type": "message", "callback_id": "ask-about"},
        ],
    },
    "oauth_config": {
        "scopes": {
            "bot": ["app_mentions:read", "assistant:write", "chat:write", "commands", "im:history"]
        }
    },
    "settings": {
        "event_subscriptions": {"bot_events": ["message.im", "app_mention", "app_home_opened"]}
    },
}
GO_LIVE = datetime(2031, 5, 5, 15, 0, tzinfo=UTC)


expect.set_options(timeout=15_000)  # a busy machine is no failure


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One headless Chromium for all tests."""
    path = find_chromium()
    if not path:
        pytest.fail(HOW, pytrace=False)
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield running
        running.close()


@dataclass
class Clerks:
    """A folder to edit, and what its check will say about it."""

    folder: Path
    problems: list[Problem] = field(default_factory=list)

    def save(self, words: str, *problems: Problem) -> None:
        """Save the one file of the folder."""
        self.problems[:] = problems
        (self.folder / "answers.yaml").write_text(words)


@pytest.fixture
def clerks(tmp_path: Path) -> Clerks:
    """A knowledge folder with one good file."""
    clerks = Clerks(tmp_path)
    clerks.save("answer: yes\n")
    return clerks


@pytest.fixture
def sandbox(clerks: Clerks) -> Iterator[Slack]:
    """The page's server with the fake bot behind it."""
    with Slack(manifest=MANIFEST) as slack:
        room = Room(
            explain=lambda question: f"Asked: {question}\nMatched: nothing",
            moments=lambda: (Moment("Go-live day", GO_LIVE),),
            folder=WatchedFolder(clerks.folder, lambda: clerks.problems),
            title="Help desk sandbox",
        )
        open_room(slack, None, room)
        attach(slack)
        yield slack
        assert slack.problems == []


def problem(line: int = 1) -> Problem:
    """A problem in the clerks' file."""
    return Problem(Place("answers.yaml", line), "This key is not known", "Write `answer`.", "anser")


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A fresh browser profile that may talk to this machine only."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    context.set_default_timeout(20_000)
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext, sandbox: Slack) -> Iterator[Page]:
    """The page, open; any error in its scripts or request to elsewhere fails the test."""
    page = context.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda it: wrong.append(it.text) if it.type == "error" else None)
    page.on("request", lambda it: None if it.url.startswith(sandbox.url) else wrong.append(it.url))
    page.goto(sandbox.url)
    page.get_by_role("textbox", name="Message Help Desk").wait_for()
    # The bot hears that it was opened. What a test does next must not meet its answer to that.
    assert sandbox.wait_until(lambda: sandbox.home() is not None, seconds=15)
    yield page
    expected = [it for it in wrong if "400 (Bad Request)" not in it]
    assert expected == []
