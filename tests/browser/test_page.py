"""The page behaves like Slack, in a real browser."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Locator, Page, expect
from slack_sdk import WebClient

from bot.sandbox import Slack
from tests.browser.conftest import Clerks, problem
from tests.sandbox.fake_bot import button, plain
from tests.sandbox.payload_samples import CARD, GOOD_MESSAGES, TABLE


def box(page: Page) -> Locator:
    return page.locator("#composer")


def ask(page: Page, words: str) -> None:
    """Type into the channel's box and press Enter."""
    box(page).fill(words)
    box(page).press("Enter")


def in_thread(page: Page) -> Locator:
    return page.get_by_role("region", name="Thread messages")


def test_a_question_is_answered_in_a_thread(page: Page) -> None:
    """Ask in the direct message: the thread with the answer opens by itself."""
    ask(page, "hello there")
    expect(in_thread(page).get_by_text("You said: hello there")).to_be_visible()
    expect(page.get_by_role("button", name="1 reply")).to_be_visible()
    expect(page.get_by_role("textbox", name="Reply…")).to_be_focused()


def test_a_reply_in_the_thread_stays_there(page: Page) -> None:
    """What is typed in the thread's box belongs to the thread."""
    ask(page, "first")
    page.get_by_role("textbox", name="Reply…").fill("second")
    page.keyboard.press("Enter")
    expect(in_thread(page).get_by_text("You said: second")).to_be_visible()
    expect(page.get_by_role("button", name="3 replies")).to_be_visible()


def test_what_is_typed_is_never_html(page: Page) -> None:
    """Markup and scripts are shown as they were typed, by person and bot alike."""
    ask(page, "<img src=x onerror=alert(1)><script>document.title='x'</script>")
    expect(in_thread(page).get_by_text("<img src=x onerror").first).to_be_visible()
    assert page.locator(".messages img, .messages script").count() == 0


def test_a_command_completes_and_answers_for_one_person(page: Page, sandbox: Slack) -> None:
    """Typing a slash offers the commands; the answer is only visible to who asked."""
    page.get_by_role("button", name="e-filing").click()
    box(page).press_sequentially("/nex")
    options = page.get_by_role("listbox", name="Commands").get_by_role("option")
    expect(options).to_have_count(2)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Tab")
    expect(box(page)).to_have_value("/nextgen ")
    box(page).press_sequentially("where is it?")
    page.keyboard.press("Enter")
    expect(page.get_by_text("You asked: where is it?")).to_be_visible()
    expect(page.get_by_text("Only visible to you")).to_be_visible()
    assert sandbox.messages("C0EFILING", user="U0BEN") == []


def test_a_command_is_not_for_threads(page: Page) -> None:
    """As in Slack, a slash command in a thread is refused."""
    ask(page, "hello")
    page.get_by_role("textbox", name="Reply…").fill("/nextgen x")
    page.keyboard.press("Enter")
    expect(page.get_by_text("not supported in threads")).to_be_visible()


def test_a_mention_is_typed_by_name(page: Page, sandbox: Slack) -> None:
    """`@Help Desk` in a channel becomes a mention, and is shown as one."""
    page.get_by_role("button", name="e-filing").click()
    ask(page, "@Help Desk are you there?")
    expect(in_thread(page).get_by_text("You called me")).to_be_visible()
    assert sandbox.messages("C0EFILING")[0].text == "<@U0BOT> are you there?"
    expect(page.locator("#messages .mention")).to_have_text("@Help Desk")


def test_where_the_bot_is_not_the_page_says_so(page: Page) -> None:
    """In a channel without the bot nothing is heard, and the person is told."""
    page.get_by_role("button", name="general").click()
    ask(page, "@Help Desk hello?")
    expect(page.get_by_role("status").get_by_text("not a member")).to_be_visible()


def test_a_form_from_press_to_end(page: Page) -> None:
    """A button opens a modal; its error is shown at the field; then it is sent and gone."""
    ask(page, "hello")
    in_thread(page).get_by_role("button", name="Tell us").click()
    dialog = page.get_by_role("dialog", name="Tell us")
    dialog.get_by_role("button", name="Send").click()
    expect(dialog.get_by_text("Please complete this required field.")).to_be_visible()
    dialog.get_by_label("Your words").fill("wrong")
    dialog.get_by_role("button", name="Send").click()
    expect(dialog.get_by_role("alert")).to_have_text("Say it better")
    expect(dialog.get_by_label("Your words")).to_be_focused()
    expect(dialog.get_by_label("Your words")).to_have_value("wrong")
    dialog.get_by_label("Your words").fill("right")
    dialog.get_by_role("button", name="Send").click()
    expect(dialog).to_be_hidden()
    expect(page.get_by_text("You told: right")).to_be_visible()


def test_menus_and_feedback(page: Page) -> None:
    """A menu sends what is picked, feedback its side."""
    ask(page, "hello")
    in_thread(page).get_by_label("Pick one").select_option("Blue")
    expect(page.get_by_text("You picked blue")).to_be_visible()
    in_thread(page).get_by_role("button", name="That helped").click()
    expect(page.get_by_text("Feedback: yes")).to_be_visible()


def test_the_home_tab(page: Page) -> None:
    """Opening Home asks the bot to publish it, and its buttons work."""
    page.get_by_role("button", name="Home", exact=True).click()
    expect(page.get_by_role("heading", name="Welcome")).to_be_visible()
    page.get_by_role("button", name="Tell us").click()
    expect(page.get_by_role("dialog", name="Tell us")).to_be_visible()


def test_a_click_survives_what_is_drawn_meanwhile(page: Page, sandbox: Slack) -> None:
    """News that comes between pressing a button and letting go waits for the click."""
    page.get_by_role("button", name="Home", exact=True).click()
    expect(page.get_by_role("heading", name="Welcome back")).to_be_visible()
    page.get_by_role("button", name="Tell us").hover()
    page.mouse.down()
    blocks = [
        {"type": "header", "text": plain("News")},
        {"type": "actions", "elements": [button("Tell us", "open", "home")]},
    ]
    client = WebClient(token=sandbox.workspace.bot_token, base_url=sandbox.api_url)
    with page.expect_response(re.compile("/sandbox/state")):
        client.views_publish(user_id="U0ALICE", view={"type": "home", "blocks": blocks})
    page.mouse.up()
    expect(page.get_by_role("dialog", name="Tell us")).to_be_visible()
    expect(page.locator("#home").get_by_text("News")).to_be_visible()


def test_acting_as_another_person(page: Page) -> None:
    """Another person has other conversations; a clerk also the clerks' channel."""
    ask(page, "mine alone")
    expect(in_thread(page)).to_be_visible()
    page.get_by_label("Act as").select_option(label="Clara Hughes (Clerk's office)")
    expect(page.get_by_role("button", name="help-desk-clerks")).to_be_visible()
    expect(page.get_by_text("mine alone")).to_have_count(0)
    page.get_by_label("Act as").select_option(label="Alice Moreno (Paralegal)")
    expect(page.locator("#messages").get_by_text("mine alone")).to_be_visible()


def test_new_messages_are_counted(page: Page, sandbox: Slack) -> None:
    """A channel with news is marked until it is opened."""
    sandbox.say("C0EFILING", "news", user="U0BEN")
    channel = page.get_by_role("button", name="e-filing")
    expect(channel).to_contain_text("new messages: 1")
    channel.click()
    expect(page.get_by_text("news", exact=True)).to_be_visible()
    expect(channel).not_to_contain_text("new messages")


def test_ones_own_words_can_be_changed_and_taken_back(page: Page, sandbox: Slack) -> None:
    """Edit and delete, as in Slack, reach the bot as events."""
    ask(page, "helo")
    mine = page.locator("#messages").get_by_role("article", name=re.compile("Alice"))
    mine.get_by_role("button", name="Edit").click()
    page.get_by_role("dialog", name="Edit message").get_by_role("textbox").fill("hello")
    page.get_by_role("button", name="Save").click()
    expect(mine.get_by_text("(edited)")).to_be_visible()
    assert sandbox.last_event["event"]["subtype"] == "message_changed"
    mine.get_by_role("button", name="Delete").click()
    page.get_by_role("dialog", name="Delete message").get_by_role("button", name="Delete").click()
    expect(page.locator("#messages").get_by_text("hello", exact=True)).to_have_count(0)


def test_behind_the_scenes_of_an_answer(page: Page) -> None:
    """Why this answer, its raw blocks with the way to Slack's own tool, and how it sounds."""
    ask(page, "hello")
    in_thread(page).get_by_role("button", name="Why this answer").click()
    panel = page.get_by_role("complementary", name="Behind the scenes")
    expect(panel.get_by_text("Asked: hello")).to_be_visible()
    page.keyboard.press("ArrowRight")
    expect(panel.get_by_text('"type": "section"')).to_be_visible()
    address = panel.get_by_role("link", name="Block Kit Builder").get_attribute("href")
    assert address is not None
    assert address.startswith("https://app.slack.com/block-kit-builder/#%7B%0A%20%20%22blocks%22")
    page.keyboard.press("ArrowRight")
    expect(panel.get_by_text("You said: hello")).to_be_visible()
    page.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    expect(page.get_by_role("button", name="Behind the scenes")).to_be_focused()


def test_the_clock_is_set(page: Page, sandbox: Slack) -> None:
    """A moment worth a visit is one press away, and so is the way back."""
    page.locator("#clock").click()
    page.get_by_role("button", name="Go-live day").click()
    expect(page.locator("#clock")).to_contain_text("May 5, 2031")
    assert sandbox.clock.now().year == 2031
    page.get_by_role("button", name="+ 1 day").click()
    expect(page.locator("#clock")).to_contain_text("May 6, 2031")
    page.get_by_role("button", name="Real time").click()
    expect(page.locator("#clock")).not_to_contain_text("2031")
    assert sandbox.clock.is_real


def test_a_fault_is_switched_on_and_over(page: Page) -> None:
    """With a fault on the bot fails; the page says so, and Slack delivers the event again."""
    page.locator("#clock").click()
    page.get_by_role("button", name="Server error (500)").click()
    expect(page.get_by_text("On now: * fails (500).")).to_be_visible()
    ask(page, "hello")
    expect(page.get_by_role("status").get_by_text("the bot answered 500")).to_be_visible()
    expect(page.get_by_role("button", name="1 reply")).to_be_visible()


def test_a_clerks_edit_appears_with_its_problem_and_then_without(
    page: Page, clerks: Clerks
) -> None:
    """A saved file is checked at once; the problem stands beside its line; asking again works."""
    ask(page, "hello")
    clerks.save("anser: yes\n", problem())
    expect(
        page.get_by_role("status").get_by_text("answers.yaml was saved: 1 error")
    ).to_be_visible()
    page.get_by_role("button", name="Behind the scenes").click()
    page.get_by_role("tab", name="Folder").click()
    panel = page.get_by_role("complementary", name="Behind the scenes")
    beside = panel.locator(".problem")
    expect(beside).to_contain_text("answers.yaml, line 1")
    expect(beside).to_contain_text("anser: yes")
    expect(beside).to_contain_text("Write answer.")
    clerks.save("answer: yes indeed\n")
    expect(panel.get_by_text("No problems.")).to_be_visible()
    panel.get_by_role("button", name="Ask again").click()
    expect(page.locator("#messages").get_by_text("hello", exact=True)).to_have_count(2)


def test_a_reload_comes_back_to_the_same_place(page: Page) -> None:
    """Person, channel and thread are kept in the address."""
    ask(page, "hello")
    expect(in_thread(page).get_by_text("You said: hello")).to_be_visible()
    page.reload()
    expect(in_thread(page).get_by_text("You said: hello")).to_be_visible()


def test_the_keyboard_alone_is_enough(page: Page) -> None:
    """From the first key to an answered form without touching the mouse."""
    expect(box(page)).to_be_focused()
    page.keyboard.type("hello")
    page.keyboard.press("Enter")
    expect(page.get_by_role("textbox", name="Reply…")).to_be_focused()
    reach(page, "Tell us")
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog", name="Tell us")).to_be_visible()
    reach(page, "Your words")
    page.keyboard.type("done by key")
    page.keyboard.press("Enter")
    expect(page.get_by_text("You told: done by key")).to_be_visible()
    expect(page.get_by_role("dialog", name="Tell us")).to_be_hidden()
    page.keyboard.press("Escape")
    expect(page.locator("#thread")).to_be_hidden()


def reach(page: Page, name: str) -> None:
    """Go backwards with the Tab key until the control of that name has the focus."""
    for _ in range(60):
        label = page.evaluate(
            "() => { const it = document.activeElement; "
            "return it.labels?.[0]?.textContent || it.ariaLabel || it.textContent }"
        )
        if label == name:
            return
        page.keyboard.press("Shift+Tab")
    pytest.fail(f"{name} cannot be reached by key")


def test_every_focus_is_seen(page: Page) -> None:
    """Whatever the Tab key reaches shows that it has the focus."""
    ask(page, "hello")
    expect(in_thread(page)).to_be_visible()
    for _ in range(25):
        page.keyboard.press("Tab")
        seen = page.evaluate(
            "() => { const it = document.activeElement; const of = (e) => getComputedStyle(e); "
            "return it === document.body || of(it).outlineStyle !== 'none' "
            "|| of(it.closest('form') ?? it).boxShadow !== 'none' }"
        )
        assert seen, page.evaluate("() => document.activeElement.outerHTML.slice(0, 200)")


SCENES = ["messages", "home", "modal", "why", "blocks", "aloud", "folder", "world"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("scene", SCENES)
def test_axe_finds_nothing(page: Page, clerks: Clerks, scheme: str, width: int, scene: str) -> None:
    """An automated accessibility check passes, light and dark, wide and on a phone."""
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.set_viewport_size({"width": width, "height": 800})
    clerks.save("anser: yes\n", problem())
    show(page, scene)
    result = Axe().run(page)
    assert result.violations_count == 0, result.generate_report()


@pytest.mark.parametrize("scene", SCENES)
def test_a_phone_scrolls_only_up_and_down(page: Page, scene: str) -> None:
    """On 360 pixels nothing is wider than the screen."""
    page.set_viewport_size({"width": 360, "height": 740})
    show(page, scene)
    overflow = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert page.evaluate(overflow) == 0
    wide = page.evaluate(
        "() => [...document.querySelectorAll('button, input, select, textarea')]"
        ".filter((it) => it.checkVisibility() && it.getBoundingClientRect().right > 361)"
        ".map((it) => it.outerHTML.slice(0, 120))"
    )
    assert wide == []


def show(page: Page, scene: str) -> None:
    """Bring a part of the page in view."""
    if scene == "home":
        page.get_by_role("button", name="Home", exact=True).click()
        expect(page.get_by_role("heading", name="Welcome")).to_be_visible()
        return
    ask(page, "hello")
    expect(in_thread(page).get_by_text("You said: hello")).to_be_visible()
    if scene == "modal":
        in_thread(page).get_by_role("button", name="Tell us").click()
        dialog = page.get_by_role("dialog", name="Tell us")
        dialog.get_by_role("button", name="Send").click()
        expect(dialog.get_by_role("alert")).to_be_visible()
    elif scene != "messages":
        page.get_by_role("button", name="Behind the scenes").click()
        page.locator(f"#tab-{scene}").click()
        expect(page.locator("#panel-body")).to_be_visible()


def test_a_phone_shows_one_pane_at_a_time(page: Page) -> None:
    """The list of channels opens over the messages and goes when one is chosen."""
    page.set_viewport_size({"width": 390, "height": 800})
    expect(page.get_by_role("navigation")).to_be_hidden()
    page.get_by_role("button", name="Channels").click()
    page.get_by_role("button", name="e-filing").click()
    expect(page.get_by_role("navigation")).to_be_hidden()
    expect(page.get_by_role("heading", name="e-filing")).to_be_visible()


def test_colours_can_be_chosen(page: Page) -> None:
    """The page follows the computer until somebody chooses, and remembers the choice."""
    page.get_by_role("button", name="Colours: auto").click()
    page.get_by_role("button", name="Colours: light").click()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    page.reload()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_kind_of_block_is_drawn(page: Page, sandbox: Slack, scheme: str) -> None:
    """All that Block Kit samples hold is drawn, none left as an unknown kind, and passes axe."""
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    client = WebClient(token=sandbox.workspace.bot_token, base_url=sandbox.api_url)
    for name, sample in GOOD_MESSAGES.items():
        client.chat_postMessage(channel="D0ALICE", text=name, blocks=sample["blocks"])
    for block in (TABLE, CARD):
        client.chat_postMessage(channel="D0ALICE", text="more", blocks=[block])
    articles = page.locator("#messages").get_by_role("article")
    expect(articles).to_have_count(len(GOOD_MESSAGES) + 2)
    assert "[" not in (page.locator("#messages").text_content() or "")
    result = Axe().run(page)
    assert result.violations_count == 0, result.generate_report()


@pytest.mark.parametrize(
    ("words", "tag", "inside"),
    [
        ("so *bold* here", "strong", "bold"),
        ("so _slanted_ here", "em", "slanted"),
        ("so ~gone~ here", "s", "gone"),
        ("so `code` here", "code", "code"),
        ("&gt; said before", "blockquote", "said before"),
        ("<https://example.org|a name>", "a", "a name"),
        ("<mailto:me@example.org>", "a", "me@example.org"),
        ("<@U0BEN> and <#C0EFILING|e-filing>", ".mention", "@Ben Whitfield"),
        ("<!date^1900000000^{date_long}|some day>", "time", "some day"),
    ],
)
def test_slacks_markup_is_drawn(
    page: Page, sandbox: Slack, words: str, tag: str, inside: str
) -> None:
    """Bold, links, mentions and the rest look as in Slack."""
    sandbox.state.post("D0ALICE", "U0ALICE", words, via="typed")
    message = page.locator("#messages .words").first
    expect(message.locator(tag).first).to_have_text(inside)


@pytest.mark.parametrize(
    "words", ["<javascript:alert(1)|press me>", "2 * 3 * 4", "snake_case_name"]
)
def test_what_is_no_markup_stays_as_it_is(page: Page, sandbox: Slack, words: str) -> None:
    """A dangerous link is plain words; stars and lines in the middle of words are no styles."""
    sandbox.state.post("D0ALICE", "U0ALICE", words, via="typed")
    message = page.locator("#messages .words").first
    expect(message).to_be_visible()
    assert message.locator("a, em, strong").count() == 0


def test_two_windows_see_the_same(page: Page, context: BrowserContext, sandbox: Slack) -> None:
    """What is said in one window appears in another by itself."""
    other = context.new_page()
    other.goto(sandbox.url)
    ask(page, "hello")
    expect(other.locator("#messages").get_by_text("hello", exact=True)).to_be_visible()
    other.close()
