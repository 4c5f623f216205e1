"""Pressing buttons: choices, related questions, a person, sharing; on messages of any age."""

from dataclasses import replace
from typing import Any

import pytest
from slack_bolt import BoltRequest

from bot.helpdesk import HelpDesk
from bot.knowledge import load_contents
from bot.sandbox import Posted
from tests.helpdesk.folder import files
from tests.slack.bot import Bot, Listed, button_labels

ANSWER = "Type *your* name."
CARD = "Account Center"


def ask(bot: Bot, text: str) -> Posted:
    """Ask by direct message; returns the reply."""
    bot.slack.say("D0ALICE", text)
    return bot.last()


def command(bot: Bot, text: str) -> Posted:
    """Ask by command; returns the reply that only the asker sees."""
    bot.slack.command("/nextgen", text)
    return bot.last()


def without_entry(bot: Bot) -> None:
    """Take the entry that is asked for out of the knowledge, as a clerk would."""
    texts = files()
    gone = texts["answers/accounts.yaml"].replace(b"id: password", b"id: passphrase")
    renamed = {**texts, "answers/accounts.yaml": gone.replace(b"[password]", b"[passphrase]")}
    for name in ("phrasings/all.yaml", "questions/all.yaml"):
        renamed[name] = renamed[name].replace(b"password:", b"passphrase:")
    bot.desk = HelpDesk(load_contents(renamed).required(), Listed())  # type: ignore[arg-type]  # fake


def test_a_choice_is_answered_in_the_thread(bot: Bot) -> None:
    """The chosen answer follows in the same thread, and "that did not work" leans on it."""
    choices = ask(bot, "login")
    bot.slack.press(choices, value="password")

    assert ANSWER in bot.last().text
    assert bot.last().thread_ts == choices.thread_ts
    bot.slack.say("D0ALICE", "leaning, it did not work", thread_ts=choices.thread_ts)
    assert bot.desk.knowledge.says.did_not_work in bot.last().text


def test_none_of_these_names_people(bot: Bot) -> None:
    """Who finds nothing among the choices is told whom to call."""
    bot.slack.press(ask(bot, "login"), label="4. None of these")

    assert bot.desk.knowledge.says.none_chosen in bot.last().text
    assert CARD in bot.last().text


def test_a_related_question_is_answered(bot: Bot) -> None:
    """What people also ask is one press away."""
    bot.slack.press(ask(bot, "password"), label="How do I open an account?")

    assert "Fill in the form." in bot.last().text


def test_a_choice_in_a_private_answer_is_answered_privately(bot: Bot) -> None:
    """What began for one person's eyes goes on so, and can then be shared."""
    bot.slack.press(command(bot, "login"), value="password")

    assert ANSWER in bot.last().text
    assert bot.last().ephemeral_for == "U0ALICE"
    assert bot.last().via == "response_url"
    assert "Share in this channel" in button_labels(bot.last())


def test_a_choice_in_a_channels_thread_is_answered_there(bot: Bot) -> None:
    """A press below a mention is answered for all who read the thread."""
    bot.slack.say("C0EFILING", "<@U0BOT> login")
    choices = bot.last()
    bot.slack.press(choices, value="password", user="U0BEN")

    assert ANSWER in bot.last().text
    assert (bot.last().channel, bot.last().thread_ts) == ("C0EFILING", choices.thread_ts)


@pytest.mark.parametrize("how", [ask, command])
def test_talk_to_a_person_shows_whom_to_call(bot: Bot, how: object) -> None:
    """The contacts are those of what the message was about."""
    assert callable(how)
    bot.slack.press(how(bot, "password"), label="Talk to a person")

    expected = bot.desk.person(["password"], bot.slack.clock.now())
    assert bot.last().text == expected.text
    assert CARD in bot.last().text


def test_talk_to_a_person_about_nothing_shows_the_usual_contacts(bot: Bot) -> None:
    """A reply without an answer still leads to people."""
    bot.slack.press(ask(bot, "no idea"), label="Talk to a person")

    assert "Clerk's Office" in bot.last().text


def test_a_shared_answer_is_posted_with_who_shared_it(bot: Bot) -> None:
    """The channel gets the answer and the sharer's name; the sharer is told."""
    bot.slack.press(command(bot, "password"), label="Share in this channel")

    (shared,) = [it for it in bot.slack.replies("C0EFILING") if it.ephemeral_for is None]
    assert shared.text.startswith("<@U0ALICE> shared this answer")
    assert ANSWER in shared.text
    assert "Share in this channel" not in button_labels(shared)
    assert bot.last().text == bot.desk.knowledge.says.shared
    assert bot.last().ephemeral_for == "U0ALICE"


def test_sharing_where_the_bot_may_not_post_is_told(bot: Bot) -> None:
    """The sharer learns what to do; nothing is lost."""
    bot.slack.command("/nextgen", "password", channel="C0GENERAL")
    bot.slack.press(bot.last(), label="Share in this channel")

    assert bot.last().text == bot.desk.knowledge.says.share_failed
    assert bot.last().ephemeral_for == "U0ALICE"


def test_an_answer_that_is_gone_is_not_shared(bot: Bot) -> None:
    """A channel is never told that something is gone; the sharer is."""
    answer = command(bot, "password")
    without_entry(bot)
    bot.slack.press(answer, label="Share in this channel")

    assert bot.desk.knowledge.says.gone in bot.last().text
    assert bot.last().ephemeral_for == "U0ALICE"
    assert bot.slack.calls("chat.postMessage") == []


def test_a_shared_answer_reads_as_it_does_today(bot: Bot) -> None:
    """A clerk's correction since the private answer is in what the channel gets."""
    answer = command(bot, "password")
    texts = files()
    words = texts["answers/accounts.yaml"].replace(b"2. Wait.", b"2. Wait a day.")
    corrected = load_contents({**texts, "answers/accounts.yaml": words}).required()
    bot.desk = HelpDesk(corrected, bot.desk.matcher)
    bot.slack.press(answer, label="Share in this channel")

    (shared,) = [it for it in bot.slack.replies("C0EFILING") if it.ephemeral_for is None]
    assert "Wait a day." in shared.text


@pytest.mark.parametrize("how", [ask, command])
def test_a_press_on_an_old_message_is_answered(bot: Bot, how: object) -> None:
    """When the chosen answer is gone the person is told so, and whom to call."""
    assert callable(how)
    choices = how(bot, "login")
    without_entry(bot)
    bot.slack.press(choices, value="password")

    assert bot.desk.knowledge.says.gone in bot.last().text
    assert CARD in bot.last().text


@pytest.mark.parametrize("value", ["", "no-such-entry", "<!channel>", "x" * 2000, "\u202e"])
@pytest.mark.parametrize("action", ["choose", "choose.1", "related.2", "share", "long-forgotten"])
def test_any_value_of_any_button_is_answered(bot: Bot, action: str, value: str) -> None:
    """Old and unknown buttons, whatever they carry, are answered and never repeated."""
    reply = ask(bot, "password")
    label = {"type": "plain_text", "text": "Old"}
    forged = {"type": "button", "action_id": action, "value": value, "text": label}
    old = replace(reply, blocks=[{"type": "actions", "block_id": "b", "elements": [forged]}])
    exchange = bot.slack.press(old, action)

    assert exchange.status == 200
    assert bot.desk.knowledge.says.gone in bot.last().text
    assert "<!channel>" not in bot.last().text


@pytest.mark.parametrize("value", ["", "fly|ready|ticket|", "skip", "x" * 2000])
def test_a_button_of_the_guide_that_is_no_longer_known_is_answered(bot: Bot, value: str) -> None:
    """Messages outlive the program that wrote them."""
    reply = ask(bot, "password")
    label = {"type": "plain_text", "text": "Old"}
    forged = {"type": "button", "action_id": "guide.1", "value": value, "text": label}
    old = replace(reply, blocks=[{"type": "actions", "block_id": "b", "elements": [forged]}])
    bot.slack.press(old, "guide.1")

    assert bot.last().text == bot.desk.knowledge.says.guide.step_gone


@pytest.mark.parametrize(
    ("payload", "body"),
    [
        ({"type": "view_closed", "view": {"type": "modal", "callback_id": "old"}}, ""),
        ({"type": "view_submission", "view": {"type": "modal", "callback_id": "old"}}, ""),
        ({"type": "block_suggestion", "action_id": "old", "value": "x"}, '{"options": []}'),
        ({"type": "shortcut", "callback_id": "old"}, ""),
        ({"type": "message_action", "callback_id": "old"}, ""),
    ],
)
def test_whatever_an_old_window_or_menu_sends_is_acknowledged(
    bot: Bot, payload: dict[str, Any], body: str
) -> None:
    """Slack would show a warning sign for what nobody listens to."""
    person = {"user": {"id": "U0ALICE"}, "team": {"id": "T0COURT"}}
    request = BoltRequest(body=payload | person, mode="socket_mode")
    response = bot.app().dispatch(request)

    assert (response.status, response.body) == (200, body)


def test_a_lost_connection_leaves_no_press_unanswered(bot: Bot) -> None:
    """Where the thread cannot be reached, the response address can."""
    choices = ask(bot, "login")
    bot.slack.faults.fail("chat.postMessage", drop=True, times=2)
    bot.slack.press(choices, value="password")

    assert bot.last().ephemeral_for == "U0ALICE"
    assert "Type *your* name." in bot.last().text


def test_a_choice_that_slack_will_not_post_is_answered_privately(bot: Bot) -> None:
    """Where the bot was removed from the channel since, the presser still gets the answer."""
    bot.slack.say("C0EFILING", "<@U0BOT> login")
    choices = bot.last()
    bot.slack.workspace.leave("C0EFILING", "U0BOT")
    bot.slack.press(choices, value="password")

    assert ANSWER in bot.last().text
    assert bot.last().ephemeral_for == "U0ALICE"


def test_an_unusable_response_address_leads_to_a_direct_message(bot: Bot) -> None:
    """When the private way is closed, the answer comes by direct message."""
    choices = command(bot, "login")
    bot.slack.response_base = f"{bot.slack.url}/nowhere/"
    bot.slack.press(choices, value="password")

    assert ANSWER in bot.last().text
    assert bot.last().channel == "D0ALICE"


def test_choosing_fails_kindly(bot: Bot, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the desk fails on a press, the person hears so, and whom to call."""
    choices = ask(bot, "login")

    def fail(*_: object) -> None:
        raise RuntimeError("boom")

    for verb in ("choose", "person"):
        monkeypatch.setattr(HelpDesk, verb, fail)
    for label in ("Talk to a person", "4. None of these"):
        bot.slack.press(choices, label=label)

        assert bot.desk.knowledge.says.went_wrong in bot.last().text
        assert "boom" not in bot.last().text
