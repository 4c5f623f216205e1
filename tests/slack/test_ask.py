"""Asking: by direct message, by mention, by command. Nobody is left without a reply."""

import pytest

from bot.helpdesk import Reply
from tests.slack.bot import Bot, button_labels

ANSWER = "Open the page & press <Reset>.\n\n1. Type *your* name.\n2. Wait."
MENTION = "<@U0BOT>"


def said(bot: Bot) -> str:
    """The reply's text as people see it."""
    return bot.last().text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def nothing_asked(bot: Bot) -> str:
    return bot.desk.knowledge.says.nothing_asked


def test_a_direct_message_is_answered_in_its_thread(bot: Bot) -> None:
    """The answer stands in the message's thread, whole in the text and again in the blocks."""
    exchange = bot.slack.say("D0ALICE", "my password")

    assert exchange.posted is not None
    (reply,) = bot.slack.thread(exchange.posted)
    assert reply.channel == "D0ALICE"
    assert ANSWER in said(bot)
    assert {"type": "plain_text", "text": ANSWER, "emoji": False} in [
        block.get("text") for block in reply.blocks
    ]


def test_the_text_is_the_whole_reply(bot: Bot) -> None:
    """Screen readers get all that the desk said, and nothing else."""
    bot.slack.say("D0ALICE", "my password")

    assert said(bot) == bot.desk.ask("my password", bot.slack.clock.now()).text


def test_a_mention_is_answered_in_its_thread(bot: Bot) -> None:
    """In a channel the answer goes to a thread, begun by the mention or going on already."""
    first = bot.slack.say("C0EFILING", f"{MENTION} my password").posted
    assert first is not None
    second = bot.slack.say("C0EFILING", f"{MENTION} parking", thread_ts=first.ts).posted

    replies = [reply for reply in bot.slack.thread(first) if reply.bot]
    assert second is not None
    assert len(replies) == 2
    assert "parking" in replies[1].text


def test_a_thread_goes_on_without_a_mention_in_direct_messages(bot: Bot) -> None:
    """In a direct message's thread a typed number picks a choice."""
    first = bot.slack.say("D0ALICE", "login").posted
    assert first is not None
    bot.slack.say("D0ALICE", "1", thread_ts=first.ts)

    assert ANSWER in said(bot)
    assert bot.last().thread_ts == first.ts


def test_a_number_below_the_thread_picks_a_choice_too(bot: Bot) -> None:
    """Many people type into the direct message and not into the thread."""
    bot.slack.say("D0ALICE", "login")
    second = bot.slack.say("D0ALICE", "the first one").posted

    assert ANSWER in said(bot)
    assert second is not None
    assert bot.last().thread_ts == second.ts


def test_a_number_after_a_mention_picks_a_choice(bot: Bot) -> None:
    """In a channel's thread the number needs a mention, as anything for us does there."""
    first = bot.slack.say("C0EFILING", f"{MENTION} login").posted
    assert first is not None
    bot.slack.say("C0EFILING", f"{MENTION} 1", thread_ts=first.ts)

    assert ANSWER in said(bot)


HOW = "reply with the number"
SECRET = "my password is Sunfl0wer!Tractor99, login"


def test_a_reply_with_a_number_is_asked_for_only_where_it_is_heard(bot: Bot) -> None:
    """In a direct message; a channel's thread and a private answer have buttons alone."""
    bot.slack.say("D0ALICE", "login")
    assert HOW in said(bot)
    assert HOW in str(bot.last().blocks)
    bot.slack.say("C0EFILING", f"{MENTION} login")
    assert HOW not in f"{said(bot)} {bot.last().blocks}"
    bot.slack.command("/nextgen", "login")
    assert HOW not in f"{said(bot)} {bot.last().blocks}"
    bot.slack.command("/nextgen", "9")
    assert "I could not tell which" in said(bot)
    assert HOW not in f"{said(bot)} {bot.last().blocks}"


def test_a_message_is_to_be_deleted_only_where_there_is_one(bot: Bot) -> None:
    """What was typed into a command was not posted, and that is said instead."""
    for channel, typed in (("D0ALICE", SECRET), ("C0EFILING", f"{MENTION} {SECRET}")):
        bot.slack.say(channel, typed)
        assert "delete your message" in said(bot)
    bot.slack.command("/nextgen", SECRET)
    assert "delete your message" not in said(bot)
    assert "a password. It was not posted" in said(bot)


def test_another_persons_number_picks_nothing_of_mine(bot: Bot) -> None:
    """Choices are offered to one person; somebody else's "1" is a message of its own."""
    first = bot.slack.say("C0EFILING", f"{MENTION} login").posted
    assert first is not None
    bot.slack.say("C0EFILING", f"{MENTION} 1", user="U0BEN", thread_ts=first.ts)

    assert ANSWER not in said(bot)


def test_a_sticker_leaves_choices_open(bot: Bot) -> None:
    """A message without words is told so, and the number after it still picks."""
    bot.slack.say("D0ALICE", "login")
    bot.slack.share_file("D0ALICE")
    bot.slack.say("D0ALICE", ":smile:")
    assert said(bot) == nothing_asked(bot)
    bot.slack.say("D0ALICE", "1 :tada:")

    assert ANSWER in said(bot)


def test_every_reply_to_a_question_offers_a_person(bot: Bot) -> None:
    """Answer, choices, not ours, unknown, nothing asked: each has "Talk to a person"."""
    for typed in ("password", "login", "parking", "no idea", "", "1", "none of these"):
        bot.slack.say("D0ALICE", typed)

        assert button_labels(bot.last())[-1] == "Talk to a person", typed


def test_choices_are_numbered_alike_in_text_and_buttons(bot: Bot) -> None:
    """What is read aloud and what is pressed have the same numbers."""
    bot.slack.say("D0ALICE", "login")

    labels = button_labels(bot.last())[:-1]
    assert len(labels) == 4
    assert labels[3] == "4. None of these"
    for label in labels:
        assert label in bot.last().text.split("\n")


def test_the_command_answers_its_asker_alone(bot: Bot) -> None:
    """The answer is in the acknowledgement, seen by one person, with a button to share it."""
    bot.slack.command("/nextgen", "my password", user="U0BEN")

    assert bot.last().ephemeral_for == "U0BEN"
    assert ANSWER in said(bot)
    assert "Share in this channel" in button_labels(bot.last())
    assert bot.slack.calls("chat.postMessage") == []


def test_only_answers_can_be_shared(bot: Bot) -> None:
    """Choices, and what we do not answer, are of no use to a channel."""
    for typed in ("login", "parking", "no idea"):
        bot.slack.command("/nextgen", typed)

        assert "Share in this channel" not in button_labels(bot.last())


def test_nothing_is_shared_into_a_direct_message(bot: Bot) -> None:
    """In a direct message there is nobody to share with."""
    bot.slack.command("/nextgen", "my password", channel="D0ALICE")

    assert "Share in this channel" not in button_labels(bot.last())


def test_a_number_after_the_command_picks_a_choice(bot: Bot) -> None:
    """Commands have no threads; the number is typed after the command."""
    bot.slack.command("/nextgen", "login")
    bot.slack.command("/nextgen", "1")

    assert ANSWER in said(bot)


@pytest.mark.parametrize("typed", ["", "help", " HELP ", "   "])
def test_the_command_alone_says_how_to_use_it(bot: Bot, typed: str) -> None:
    """`/nextgen` and `/nextgen help` explain the desk."""
    bot.slack.command("/nextgen", typed)

    assert said(bot) == bot.desk.knowledge.says.usage
    assert bot.last().ephemeral_for == "U0ALICE"


def test_the_status_tells_how_things_stand(bot: Bot) -> None:
    """Live or when, notices, contacts with their hours, and the version; for the asker alone."""
    bot.slack.command("/nextgen-status")

    assert said(bot) == bot.desk.status(bot.slack.clock.now()).text
    assert bot.last().ephemeral_for == "U0ALICE"


def test_the_status_explains_itself(bot: Bot) -> None:
    """`/nextgen-status help` says what it shows."""
    bot.slack.command("/nextgen-status", "help")

    assert said(bot) == bot.desk.knowledge.says.guide.usage


@pytest.mark.parametrize("typed", ["", "   ", "...", "<@U0BOT>", "<@U0BOT> :)", "<!here>"])
def test_a_message_without_words_is_told_what_we_need(bot: Bot, typed: str) -> None:
    """Empty text, dots, a bare mention: the person hears that there was no question."""
    bot.slack.say("D0ALICE", typed)

    assert said(bot) == nothing_asked(bot)


def test_a_bare_mention_is_told_what_we_need(bot: Bot) -> None:
    """A mention and no words, as when somebody invites the bot."""
    bot.slack.say("C0EFILING", MENTION)

    assert said(bot) == nothing_asked(bot)


@pytest.mark.parametrize(("words", "answered"), [("", False), ("my password", True)])
def test_a_file_is_answered_by_its_words(bot: Bot, words: str, answered: bool) -> None:
    """A sticker or a scan holds no question; words beside it do."""
    bot.slack.share_file("D0ALICE", text=words)

    assert (ANSWER in said(bot)) is answered
    assert (said(bot) == nothing_asked(bot)) is not answered


def test_edits_and_deletions_are_not_asked_again(bot: Bot) -> None:
    """Changing or deleting a message says nothing new to us, and Slack is told 200."""
    posted = bot.slack.say("D0ALICE", "my password").posted
    assert posted is not None
    statuses = [bot.slack.edit(posted, "my passwords").status, bot.slack.delete(posted).status]

    assert statuses == [200, 200]
    assert len(bot.slack.replies()) == 1


@pytest.mark.parametrize(
    "event",
    [
        {"subtype": "bot_message", "bot_id": "B0OTHER"},
        {"bot_id": "B0OTHER"},
        {"bot_id": "B0BOT"},
        {"hidden": True},
        {"subtype": "channel_topic"},
        {"user": "USLACKBOT"},
        {"user": None},
        {"channel_type": "channel"},
    ],
)
def test_what_no_person_wrote_to_us_is_let_pass(bot: Bot, event: dict[str, object]) -> None:
    """Bots, Slack's own notes and other people's talk are acknowledged and not answered."""
    heard = {"type": "message", "channel": "D0ALICE", "channel_type": "im", "user": "U0ALICE"}
    heard |= {"ts": "1.000001", "text": "my password"}

    assert bot.slack.deliver(bot.slack.envelope({**heard, **event})).status == 200
    assert bot.slack.replies() == []


def test_a_retry_of_an_answered_event_is_not_answered_again(bot: Bot) -> None:
    """The same event twice, side by side or as a retry, gives one answer."""
    bot.slack.faults.duplicate()
    bot.slack.say("D0ALICE", "my password")
    retried = bot.slack.deliver(bot.slack.last_event, retry=1)

    assert retried.status == 200
    assert len(bot.slack.replies()) == 1


def test_two_events_for_one_message_give_one_answer(bot: Bot) -> None:
    """A mention may arrive as two events with different ids and one time stamp."""
    bot.slack.say("C0EFILING", f"{MENTION} my password")
    again = bot.slack.envelope(bot.slack.last_event["event"])
    assert again["event_id"] != bot.slack.last_event["event_id"]

    assert bot.slack.deliver(again).status == 200
    assert len(bot.slack.replies()) == 1


def test_an_event_that_is_not_for_us_does_not_use_the_claim_up(bot: Bot) -> None:
    """The channel message that comes with a mention is let pass, whichever comes first."""
    posted = bot.slack.say("C0EFILING", "my password").posted
    assert posted is not None
    heard = {"channel": "C0EFILING", "channel_type": "channel", "user": "U0ALICE"}
    heard |= {"ts": posted.ts, "text": f"{MENTION} my password"}
    for kind in ("message", "app_mention"):
        bot.slack.deliver(bot.slack.envelope({**heard, "type": kind}))

    assert len(bot.slack.replies()) == 1


def test_a_mention_added_by_an_edit_is_answered_once(bot: Bot) -> None:
    """Slack sends a mention again when its message is edited; the time stamp is the same."""
    bot.slack.say("C0EFILING", f"{MENTION} my password")
    edited = {**bot.slack.last_event["event"], "edited": {"user": "U0ALICE", "ts": "2.0"}}
    bot.slack.deliver(bot.slack.envelope(edited))

    assert len(bot.slack.replies()) == 1


@pytest.mark.parametrize(
    "typed",
    [
        "x" * 4000,
        "password " * 444,
        "كيف أربط حسابي؟ password",
        "\u202epassword\u202c",
        "日本語で password を",
        "🙂 password 🙂",
        "pass\x00word password",
    ],
)
def test_any_text_gets_a_reply(bot: Bot, typed: str) -> None:
    """4,000 characters, text from right to left, pictures, control characters."""
    exchange = bot.slack.say("D0ALICE", typed)

    assert exchange.status == 200
    assert (ANSWER in said(bot)) is ("password" in typed)


def test_what_a_person_typed_is_never_sent_back(bot: Bot) -> None:
    """Nothing typed appears in a reply: no mention, link or markup can be planted."""
    planted = "zebra <!channel> <https://evil.example|nice> *bold* &lt;!everyone&gt; <@U0BEN>"
    for typed in (planted, f"{planted} login", f"{planted} parking"):
        bot.slack.say("D0ALICE", typed)
        bot.slack.command("/nextgen", typed)

    told = str([call.params for call in bot.slack.calls()] + [r.text for r in bot.slack.replies()])
    for word in ("zebra", "evil", "everyone", "<!", "U0BEN", "link_names"):
        assert word not in told


def test_nothing_is_unfurled_and_no_name_is_linked(bot: Bot) -> None:
    """Links in answers do not grow previews, in posts and in acknowledgements alike."""
    bot.slack.say("D0ALICE", "my password")
    (call,) = bot.slack.calls("chat.postMessage")

    for name in ("unfurl_links", "unfurl_media", "mrkdwn"):
        assert call.params[name] in (False, "0", "false"), name
    assert "link_names" not in call.params


def test_a_secret_is_warned_about_and_not_repeated(bot: Bot) -> None:
    """Somebody who types a password is told to change it, and does not see it again."""
    bot.slack.say("D0ALICE", "my password is Hunter2xyz! what now")

    assert said(bot).startswith("Important: ")
    assert "Hunter2xyz" not in str(bot.last().raw)


def test_opening_the_app_is_acknowledged(bot: Bot) -> None:
    """Events that ask nothing are taken, so that Slack does not send them again."""
    assert bot.slack.open_home(tab="messages").status == 200
    assert bot.slack.open_home(tab="home").status == 200


def test_what_nobody_listens_to_is_acknowledged(bot: Bot) -> None:
    """Unknown events, shortcuts and views get 200: anything else Slack counts as a failure."""
    event = bot.slack.envelope({"type": "team_rename", "name": "New"})
    shortcut = {"type": "shortcut", "callback_id": "old", "user": {"id": "U0ALICE"}}
    modal = {"type": "modal", "callback_id": "old", "state": {"values": {}}}
    view = {"type": "view_submission", "view": modal, "user": {"id": "U0ALICE"}}

    assert bot.slack.deliver(event).status == 200
    assert bot.slack.interact(shortcut).status == 200
    assert bot.slack.interact(view).status == 200


def test_slack_may_check_the_address(bot: Bot) -> None:
    """The challenge that Slack sends when the address is set is given back."""
    exchange = bot.slack.deliver({"type": "url_verification", "challenge": "c0ffee"})

    assert exchange.status == 200
    assert "c0ffee" in exchange.body


def test_a_reply_knows_its_turn(bot: Bot) -> None:
    """What is remembered of a conversation is ids alone."""
    reply = bot.desk.ask("login", bot.slack.clock.now())
    assert isinstance(reply, Reply)
    bot.slack.say("D0ALICE", "login")

    turn = bot.conversations.last_turn("T0COURT:D0ALICE:latest:U0ALICE", bot.slack.clock.now())
    assert turn == reply.turn
