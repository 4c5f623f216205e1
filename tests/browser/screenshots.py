"""Make the pictures for the README: `python -m tests.browser.screenshots FOLDER`."""

import sys
import tempfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.chromium import ARGUMENTS, HOW, find_chromium
from tests.browser.real_bot import Court, court

WIDE = {"width": 1360, "height": 850}
PHONE = {"width": 390, "height": 844}
QUESTION = "how do I link my account"
COMMAND = "/nextgen lost my phone"


def answer(page: Page, bot: Court) -> None:
    """A question in a direct message, its answer, and why."""
    ask(page, QUESTION)
    page.get_by_role("button", name="Why this answer").last.click()
    page.locator(".told").get_by_text("What it could be").wait_for()


def checklist(page: Page, bot: Court) -> None:
    """The first step of the checklist."""
    (guide,) = bot.desk.knowledge.checklists.values()
    ask(page, guide.starts_with[0])
    thread = page.locator("#thread-messages")
    thread.get_by_role("button").filter(has_text=guide.roles[0].label).click()
    thread.get_by_text(guide.steps[0].title).first.wait_for()


def command(page: Page, bot: Court) -> None:
    """A slash command in a channel, answered for one person."""
    page.get_by_role("button", name="e-filing").click()
    page.locator("#composer").fill(COMMAND)
    page.keyboard.press("Enter")
    page.get_by_text("Only visible to you").wait_for()


def home(page: Page, bot: Court) -> None:
    """The Home tab."""
    page.get_by_role("button", name="Home", exact=True).click()
    page.locator("#home .block").first.wait_for()


def folder(page: Page, bot: Court) -> None:
    """A clerk's mistake, beside its line."""
    page.get_by_role("button", name="Behind the scenes").click()
    page.get_by_role("tab", name="Folder").click()
    file = sorted(bot.folder.glob("answers/*.yaml"))[0]
    good = file.read_text(encoding="utf-8")
    file.write_text(good.replace("    answer:", "    anser:", 1), encoding="utf-8")
    page.locator(".problem.error").first.wait_for()


SCENES: list[tuple[str, Callable[[Page, Court], None], dict[str, int], bool]] = [
    ("answer", answer, WIDE, False),
    ("command-dark", command, WIDE, True),
    ("home", home, WIDE, False),
    ("checklist-phone", checklist, PHONE, False),
    ("checklist-phone-dark", checklist, PHONE, True),
    ("folder", folder, WIDE, False),
]


def ask(page: Page, words: str) -> None:
    """Type a question and wait for its answer."""
    page.locator("#composer").fill(words)
    page.keyboard.press("Enter")
    page.locator("#thread-messages").get_by_role("article", name="Help Desk").first.wait_for()


def make(browser: Browser, cache: Path, out: Path) -> None:
    """Make every picture, each in a sandbox of its own."""
    for name, act, size, dark in SCENES:
        with tempfile.TemporaryDirectory() as place:
            bot = court(Path(place), cache)
            now = bot.slack.clock.now().astimezone(bot.zone)
            bot.slack.clock.set(datetime(now.year, now.month, now.day, 10, 15, tzinfo=bot.zone))
            with bot.slack:
                page = browser.new_page(
                    viewport=size,  # type: ignore[arg-type] # the library wants its own dict type
                    color_scheme="dark" if dark else "light",
                    device_scale_factor=2,
                )
                page.goto(bot.slack.url)
                page.locator("#composer").wait_for()
                act(page, bot)
                page.wait_for_timeout(300)
                page.screenshot(path=out / f"{name}.png")
                page.close()


def main(out: Path) -> None:
    """Make the pictures in a folder."""
    path = find_chromium()
    if not path:
        sys.exit(HOW)
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as cache, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        make(browser, Path(cache), out)
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "docs"))
