"""The Web API of the stand-in Slack takes and refuses what Slack takes and refuses."""

from datetime import UTC, datetime, timedelta
from urllib.error import URLError

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from slack_sdk.webhook import WebhookClient

from bot.sandbox import Slack
from bot.sandbox.tickets import RESPONSE_SECONDS
from tests.sandbox.fake_bot import MODAL, button, plain


def refusal(error: pytest.ExceptionInfo[SlackApiError]) -> str:
    """Slack's error code."""
    return str(error.value.response["error"])


def test_who_am_i(slack: Slack, client: WebClient) -> None:
    """`auth.test` tells the bot's ids."""
    told = client.auth_test()
    assert (told["user_id"], told["bot_id"], told["team_id"]) == ("U0BOT", "B0BOT", "T0COURT")


def test_a_wrong_token_is_refused(slack: Slack) -> None:
    """Another token, or none, opens nothing."""
    with pytest.raises(SlackApiError) as error:
        WebClient(token="xoxb-other", base_url=slack.api_url).auth_test()
    assert refusal(error) == "invalid_auth"
    with pytest.raises(SlackApiError) as error:
        WebClient(base_url=slack.api_url).auth_test()
    assert refusal(error) == "not_authed"


def test_a_person_has_a_time_zone(slack: Slack, client: WebClient) -> None:
    """`users.info`, which the SDK sends by GET, tells the zone."""
    assert client.users_info(user="U0ALICE")["user"]["tz"] == "America/Chicago"
    with pytest.raises(SlackApiError) as error:
        client.users_info(user="U0NOBODY")
    assert refusal(error) == "user_not_found"


@pytest.mark.parametrize(
    ("channel", "error_code"),
    [
        ("C0GENERAL", "not_in_channel"),
        ("C0NOWHERE", "channel_not_found"),
        ("", "channel_not_found"),
    ],
)
def test_the_bot_posts_only_where_it_may(
    slack: Slack, client: WebClient, channel: str, error_code: str
) -> None:
    """Not a member, not there: refused by name."""
    with pytest.raises(SlackApiError) as error:
        client.chat_postMessage(channel=channel, text="x")
    assert refusal(error) == error_code


def test_a_private_channel_without_the_bot_is_unknown(slack: Slack, client: WebClient) -> None:
    """A private channel is not even admitted to exist."""
    slack.workspace.leave("C0CLERKS", "U0BOT")
    with pytest.raises(SlackApiError) as error:
        client.chat_postMessage(channel="C0CLERKS", text="x")
    assert refusal(error) == "channel_not_found"


def test_a_post_to_a_person_is_a_direct_message(slack: Slack, client: WebClient) -> None:
    """A user id stands for the direct message, and JSON and forms are alike."""
    assert client.chat_postMessage(channel="U0BEN", text="x")["channel"] == "D0BEN"
    blocks = [{"type": "section", "text": plain("y")}]
    client.api_call("chat.postMessage", params={"channel": "D0BEN", "text": "y"})
    client.chat_postMessage(channel="D0BEN", text="z", blocks=blocks)
    assert [it.text for it in slack.messages("D0BEN")] == ["x", "y", "z"]


def test_bad_blocks_are_refused_with_their_place(slack: Slack, client: WebClient) -> None:
    """`invalid_blocks` comes with a JSON pointer, and nothing is posted."""
    blocks = [{"type": "section", "text": plain("x" * 3001)}]
    with pytest.raises(SlackApiError) as error:
        client.chat_postMessage(channel="D0ALICE", text="x", blocks=blocks)
    assert refusal(error) == "invalid_blocks"
    assert "/blocks/0/text/text" in error.value.response["response_metadata"]["messages"][0]
    assert slack.messages() == []
    assert len(slack.problems) == 1
    slack.problems.clear()


def test_nothing_to_say_is_refused(slack: Slack, client: WebClient) -> None:
    """Neither text nor blocks: `no_text`."""
    with pytest.raises(SlackApiError) as error:
        client.api_call("chat.postMessage", json={"channel": "D0ALICE"})
    assert refusal(error) == "no_text"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ({"text": "see https://example.org"}, "unfurl"),
        ({"text": "@alice", "link_names": True}, "link_names"),
        ({"text": "<!channel> hi"}, "everybody"),
        ({"text": "x", "thread_ts": "1.000001"}, "names no message"),
        ({"text": "", "blocks": [{"type": "divider"}]}, "top-level text"),
    ],
)
def test_bad_manners_are_noted(
    slack: Slack, client: WebClient, arguments: dict[str, object], words: str
) -> None:
    """What Slack takes but this project does not is posted, and noted as a problem."""
    client.api_call("chat.postMessage", json={"channel": "D0ALICE", **arguments})
    assert len(slack.messages()) == 1
    (problem,) = slack.problems
    assert words in problem
    slack.problems.clear()


def test_own_messages_can_be_changed_and_deleted(slack: Slack, client: WebClient) -> None:
    """`chat.update` without blocks drops them; a person's message is not the bot's to change."""
    blocks = [{"type": "section", "text": plain("x")}]
    ts = client.chat_postMessage(channel="D0ALICE", text="x", blocks=blocks)["ts"]
    client.chat_update(channel="D0ALICE", ts=ts, text="y")
    (message,) = slack.messages()
    assert (message.text, message.blocks, message.edited) == ("y", [], True)
    client.chat_delete(channel="D0ALICE", ts=ts)
    assert slack.messages() == []
    posted = slack.say("D0ALICE", "mine").posted
    assert posted is not None
    with pytest.raises(SlackApiError) as error:
        client.chat_update(channel="D0ALICE", ts=posted.ts, text="z")
    assert refusal(error) == "cant_update_message"


def test_ephemeral_words_are_for_a_member(slack: Slack, client: WebClient) -> None:
    """Only one member sees them; an outsider cannot be addressed."""
    client.chat_postEphemeral(channel="C0EFILING", user="U0ALICE", text="psst")
    assert slack.messages(user="U0BEN") == []
    assert [it.text for it in slack.messages(user="U0ALICE")] == ["psst"]
    with pytest.raises(SlackApiError) as error:
        client.chat_postEphemeral(channel="C0CLERKS", user="U0ALICE", text="psst")
    assert refusal(error) == "user_not_in_channel"


def test_scheduled_messages_come_when_the_clock_says(slack: Slack, client: WebClient) -> None:
    """Scheduled, listed, cancelled, posted when due: by the workspace's clock."""
    slack.clock.set(datetime(2030, 1, 7, 9, 0, tzinfo=UTC))
    soon = int((slack.clock.now() + timedelta(hours=1)).timestamp())
    kept = client.chat_scheduleMessage(channel="U0ALICE", post_at=soon, text="kept")
    dropped = client.chat_scheduleMessage(channel="D0ALICE", post_at=soon, text="dropped")
    listed = client.chat_scheduledMessages_list(channel="D0ALICE")["scheduled_messages"]
    assert len(listed) == 2
    client.chat_deleteScheduledMessage(
        channel="D0ALICE", scheduled_message_id=dropped["scheduled_message_id"]
    )
    assert slack.messages() == []
    slack.clock.advance(3601)
    assert [it.text for it in slack.messages()] == ["kept"]
    with pytest.raises(SlackApiError) as error:
        client.chat_deleteScheduledMessage(
            channel="D0ALICE", scheduled_message_id=kept["scheduled_message_id"]
        )
    assert refusal(error) == "invalid_scheduled_message_id"


@pytest.mark.parametrize(
    ("ahead", "error_code"),
    [(timedelta(seconds=-5), "time_in_past"), (timedelta(days=121), "time_too_far")],
)
def test_a_message_is_scheduled_within_120_days(
    slack: Slack, client: WebClient, ahead: timedelta, error_code: str
) -> None:
    """Not in the past, not beyond 120 days."""
    post_at = int((slack.clock.now() + ahead).timestamp())
    with pytest.raises(SlackApiError) as error:
        client.chat_scheduleMessage(channel="D0ALICE", post_at=post_at, text="x")
    assert refusal(error) == error_code


def test_at_most_thirty_are_scheduled_for_five_minutes(slack: Slack, client: WebClient) -> None:
    """The 31st for the same minutes of a channel is refused."""
    post_at = int((slack.clock.now() + timedelta(days=1)).timestamp())
    for _ in range(30):
        client.chat_scheduleMessage(channel="D0ALICE", post_at=post_at, text="x")
    with pytest.raises(SlackApiError) as error:
        client.chat_scheduleMessage(channel="D0ALICE", post_at=post_at + 60, text="x")
    assert refusal(error) == "restricted_too_many"
    client.chat_scheduleMessage(channel="D0ALICE", post_at=post_at + 600, text="x")


def test_a_trigger_is_good_once_and_for_three_seconds(slack: Slack, client: WebClient) -> None:
    """Used twice, too late, or made up: each has its error."""
    trigger = slack.state.tickets.trigger("U0ALICE", slack.clock.seconds())
    client.views_open(trigger_id=trigger, view=MODAL)
    late = slack.state.tickets.trigger("U0ALICE", slack.clock.seconds())
    slack.clock.advance(3.5)
    for wrong, code in (
        (trigger, "exchanged_trigger_id"),
        (late, "expired_trigger_id"),
        ("1.2.x", "invalid_trigger_id"),
    ):
        with pytest.raises(SlackApiError) as error:
            client.views_open(trigger_id=wrong, view=MODAL)
        assert refusal(error) == code


def test_an_old_hash_does_not_change_a_view(slack: Slack, client: WebClient) -> None:
    """`views.update` with the hash of an older drawing is refused; without one it is not."""
    trigger = slack.state.tickets.trigger("U0ALICE", slack.clock.seconds())
    opened = client.views_open(trigger_id=trigger, view=MODAL)["view"]
    client.views_update(view_id=opened["id"], view=MODAL, hash=opened["hash"])
    with pytest.raises(SlackApiError) as error:
        client.views_update(view_id=opened["id"], view=MODAL, hash=opened["hash"])
    assert refusal(error) == "hash_conflict"


def test_typed_words_stay_when_a_view_is_drawn_anew(slack: Slack, client: WebClient) -> None:
    """What was typed is kept where `block_id` and `action_id` stay."""
    trigger = slack.state.tickets.trigger("U0ALICE", slack.clock.seconds())
    opened = client.views_open(trigger_id=trigger, view=MODAL)["view"]
    view = slack.view()
    assert view is not None
    slack.fill(view, {"typed": "half a sent"})
    told = client.views_update(view_id=opened["id"], view=MODAL)["view"]["state"]["values"]
    assert told["words"]["typed"]["value"] == "half a sent"


def test_a_response_address_is_good_five_times(slack: Slack) -> None:
    """The sixth use is refused, and so is any after half an hour."""
    now = slack.clock.seconds()
    address = slack.state.tickets.address("U0ALICE", "C0GENERAL", now)
    webhook = WebhookClient(slack.response_base + address.id)
    statuses = [webhook.send(text="x").status_code for _ in range(6)]
    assert statuses == [200] * 5 + [404]
    fresh = slack.state.tickets.address("U0ALICE", "C0GENERAL", now)
    slack.clock.advance(RESPONSE_SECONDS + 1)
    assert WebhookClient(slack.response_base + fresh.id).send(text="x").status_code == 404
    assert slack.problems == ["response_url: used_url", "response_url: expired_url"]
    slack.problems.clear()


def test_a_response_address_checks_blocks(slack: Slack) -> None:
    """Bad blocks are refused there too."""
    address = slack.state.tickets.address("U0ALICE", "C0GENERAL", slack.clock.seconds())
    webhook = WebhookClient(slack.response_base + address.id)
    blocks = [{"type": "actions", "elements": [button("x" * 80, "go", "1")]}]
    assert webhook.send(text="x", blocks=blocks).status_code == 400
    slack.problems.clear()


def test_scopes_of_the_manifest_are_enforced(manifest_slack: Slack) -> None:
    """A method whose scope the app lacks is refused, and tells which it needs."""
    client = WebClient(token="xoxb-sandbox", base_url=manifest_slack.api_url)
    client.chat_postMessage(channel="D0ALICE", text="x")
    with pytest.raises(SlackApiError) as error:
        client.users_info(user="U0ALICE")
    assert refusal(error) == "missing_scope"
    assert error.value.response["needed"] == "users:read"


def test_faults_come_as_often_as_asked(slack: Slack, client: WebClient) -> None:
    """429 with its header, 500, an error by name, no answer at all; then all is well."""
    slack.faults.fail("chat.postMessage", status=429, retry_after=7)
    with pytest.raises(SlackApiError) as error:
        client.chat_postMessage(channel="D0ALICE", text="x")
    assert error.value.response.status_code == 429
    assert error.value.response.headers["Retry-After"] == "7"
    slack.faults.fail("chat.postMessage", status=500)
    with pytest.raises(SlackApiError) as error:
        client.chat_postMessage(channel="D0ALICE", text="x")
    assert error.value.response.status_code == 500
    slack.faults.fail("*", error="is_archived")
    with pytest.raises(SlackApiError) as error:
        client.chat_postMessage(channel="D0ALICE", text="x")
    assert refusal(error) == "is_archived"
    slack.faults.fail("chat.postMessage", drop=True, times=5)
    with pytest.raises((URLError, ConnectionError)):
        client.chat_postMessage(channel="D0ALICE", text="x")
    slack.faults.clear()
    client.chat_postMessage(channel="D0ALICE", text="x")
    assert len(slack.messages()) == 1


def test_an_answer_can_be_lost_after_the_work(slack: Slack, client: WebClient) -> None:
    """The message is posted although the bot is told nothing."""
    slack.faults.fail("chat.postMessage", status=503, after=True)
    with pytest.raises(SlackApiError):
        client.chat_postMessage(channel="D0ALICE", text="x")
    assert len(slack.messages()) == 1


def test_prompts_and_the_busy_sign(slack: Slack, client: WebClient) -> None:
    """Prompts belong to a direct message; with a thread they fail silently, which is noted."""
    prompts = [{"title": "When?", "message": "When do we go live?"}]
    client.assistant_threads_setSuggestedPrompts(channel_id="D0ALICE", prompts=prompts)
    assert slack.state.prompts["D0ALICE"] == prompts
    client.api_call(
        "agents.sessions.setStatus",
        json={"channel_id": "D0ALICE", "thread_ts": "1.000002", "status": "processing"},
    )
    assert slack.state.sessions["D0ALICE:1.000002"]["status"] == "processing"
    client.assistant_threads_setSuggestedPrompts(
        channel_id="D0ALICE", thread_ts="1.000002", prompts=prompts
    )
    assert slack.problems == ["setSuggestedPrompts with a thread_ts fails silently"]
    slack.problems.clear()


def test_every_call_is_on_record(slack: Slack, client: WebClient) -> None:
    """What was called, with what, and what it got; the token is not in the parameters."""
    client.chat_postMessage(channel="D0ALICE", text="x")
    (call,) = slack.calls("chat.postMessage")
    assert call.params["text"] == "x"
    assert call.response["ok"] is True
    assert "token" not in call.params


def test_an_unknown_method_is_refused(slack: Slack, client: WebClient) -> None:
    """What the stand-in does not know it says so."""
    with pytest.raises(SlackApiError) as error:
        client.api_call("chat.sing")
    assert refusal(error) == "unknown_method"


def test_history_holds_no_ephemeral_words(slack: Slack, client: WebClient) -> None:
    """Channels and threads can be read back, newest or oldest first."""
    first = client.chat_postMessage(channel="C0EFILING", text="first")["ts"]
    client.chat_postMessage(channel="C0EFILING", text="reply", thread_ts=first)
    client.chat_postEphemeral(channel="C0EFILING", user="U0ALICE", text="psst")
    client.chat_postMessage(channel="C0EFILING", text="second")
    told = client.conversations_history(channel="C0EFILING")["messages"]
    assert [it["text"] for it in told] == ["second", "first"]
    told = client.conversations_replies(channel="C0EFILING", ts=first)["messages"]
    assert [it["text"] for it in told] == ["first", "reply"]
