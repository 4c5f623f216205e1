"""Whole journeys with the real bot, its own knowledge folder, and a real browser."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Locator, Page, expect

from bot.helpdesk import Reply
from bot.matching import Decision
from tests.browser.real_bot import Court, court

NOW = datetime(2031, 3, 3, 16, 0, tzinfo=UTC)
MOST_STEPS = 40
FIRST_CHOICE = re.compile(r"^1\. ")


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where what was learned is kept, so that it is learned once."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def bot(tmp_path: Path, cache: Path) -> Iterator[Court]:
    """The real bot in the sandbox."""
    made = court(tmp_path, cache)
    with made.slack:
        yield made
        assert made.slack.problems == []


@pytest.fixture
def talk(context: BrowserContext, bot: Court) -> Page:
    """The page, open at the direct message."""
    page = context.new_page()
    page.goto(bot.slack.url)
    expect(page.get_by_role("textbox", name="Message")).to_be_focused()
    return page


def asked_as(bot: Court, decision: Decision) -> tuple[str, Reply]:
    """Words that people type and that are decided so, with the desk's reply to them."""
    phrasings = list(chain.from_iterable(bot.desk.knowledge.phrasings.values()))
    words = sorted({word for each in phrasings for word in each.split()})
    for question in chain(phrasings, words):
        reply = bot.desk.ask(question, NOW)
        if reply.outcome is decision:
            return question, reply
    raise LookupError(decision)


def ask(page: Page, words: str) -> None:
    """Type into the channel's box and press Enter."""
    page.locator("#composer").fill(words)
    page.keyboard.press("Enter")


def answers(page: Page) -> Locator:
    """What the bot said in the thread."""
    return page.locator("#thread-messages").get_by_role("article", name="Help Desk")


def test_ask(talk: Page, bot: Court) -> None:
    """A question is answered in the court's own words, and the panel says why."""
    question, reply = asked_as(bot, Decision.ANSWER)
    entry = bot.desk.knowledge.entries[reply.entries[0]]
    ask(talk, question)
    expect(answers(talk).last.get_by_role("heading", name=entry.question)).to_be_visible()
    talk.get_by_role("button", name="Why this answer").last.click()
    expect(talk.locator("#panel-body")).to_contain_text("Answered with")


def test_choose_by_number_and_by_button(talk: Page, bot: Court) -> None:
    """A choice is made by typing its number in the thread, or by its button."""
    question, reply = asked_as(bot, Decision.CHOICES)
    first, second = reply.choices[:2]
    ask(talk, question)
    expect(answers(talk)).to_have_count(1)
    talk.get_by_role("textbox", name="Reply…").fill("1")
    talk.keyboard.press("Enter")
    expect(answers(talk).last.get_by_role("heading", name=first.label)).to_be_visible()
    answers(talk).first.get_by_role("button", name=second.label).click()
    expect(answers(talk).last.get_by_role("heading", name=second.label)).to_be_visible()


def test_the_checklist_to_its_end(talk: Page, bot: Court) -> None:
    """Button by button through every step, to the summary."""
    (checklist,) = bot.desk.knowledge.checklists.values()
    ask(talk, checklist.starts_with[0])
    expect(answers(talk)).to_have_count(1)
    for step in range(1, MOST_STEPS):
        expect(answers(talk)).to_have_count(step)
        last = answers(talk).last
        if "summary" in (last.text_content() or ""):
            break
        last.get_by_role("button").filter(has_text=FIRST_CHOICE).click()
    expect(answers(talk).last).to_contain_text(f"{checklist.title}: your summary")
    result = Axe().run(talk)
    assert result.violations_count == 0, result.generate_report()


def test_talk_to_a_person(talk: Page, bot: Court) -> None:
    """The button below an answer leads to names and numbers."""
    question, reply = asked_as(bot, Decision.ANSWER)
    ask(talk, question)
    answers(talk).last.get_by_role("button", name="Talk to a person").click()
    contact = bot.desk.knowledge.contacts[reply.contacts[0]]
    expect(answers(talk).last).to_contain_text(contact.name)


def test_the_home_tab_begins_the_checklist(talk: Page) -> None:
    """Home shows the desk; it passes the accessibility check, and its windows open."""
    talk.get_by_role("button", name="Home", exact=True).click()
    expect(talk.locator("#home").get_by_role("heading").first).to_be_visible()
    result = Axe().run(talk)
    assert result.violations_count == 0, result.generate_report()


def test_a_clerks_edit_appears(talk: Page, bot: Court) -> None:
    """An answer that a clerk saves is the next answer; a mistake is told and changes nothing."""
    question, reply = asked_as(bot, Decision.ANSWER)
    entry = bot.desk.knowledge.entries[reply.entries[0]]
    file = next(
        it for it in bot.folder.rglob("answers/*.yaml") if f"id: {entry.id}\n" in it.read_text()
    )
    good = file.read_text()
    ask(talk, question)
    expect(answers(talk)).to_have_count(1)
    changed = good.replace(f"question: {entry.question}", "question: What did a clerk write?")
    assert changed != good
    file.write_text(changed)
    expect(talk.get_by_role("status").get_by_text("It is in use.")).to_be_visible(timeout=60_000)
    talk.get_by_role("button", name="Behind the scenes").click()
    talk.get_by_role("tab", name="Folder").click()
    talk.get_by_role("button", name="Ask again:").click()
    expect(
        answers(talk).last.get_by_role("heading", name="What did a clerk write?")
    ).to_be_visible()
    file.write_text(changed.replace(f"id: {entry.id}\n", f"id: {entry.id}\n    anser: x\n"))
    expect(talk.locator(".problem.error").first).to_contain_text("anser")
    talk.get_by_role("button", name="Ask again:").click()
    expect(
        answers(talk).last.get_by_role("heading", name="What did a clerk write?")
    ).to_be_visible()
