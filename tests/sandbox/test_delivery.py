"""Deliveries fail, are late, come twice: the stand-in behaves as Slack does."""

import json
from collections.abc import Callable, Iterable
from typing import Any

from slack_sdk.signature import SignatureVerifier

from bot.sandbox import Slack

Seen = list[dict[str, Any]]


def recorder(seen: Seen, *statuses: int, **headers: str) -> Callable[..., Iterable[bytes]]:
    """A bot that notes each request and answers with these statuses, then 200."""
    left = list(statuses)

    def app(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        body = environ["wsgi.input"].read()
        seen.append(environ | {"body": body})
        status = left.pop(0) if left else 200
        start_response(f"{status} whatever", list(headers.items()))
        return [b""]

    return app


def test_a_request_is_signed(slack: Slack) -> None:
    """The signature is that of Slack's own verifier."""
    seen: Seen = []
    slack.deliver_to_wsgi(recorder(seen))
    slack.say("D0ALICE", "hello")
    headers = {
        "x-slack-signature": seen[0]["HTTP_X_SLACK_SIGNATURE"],
        "x-slack-request-timestamp": seen[0]["HTTP_X_SLACK_REQUEST_TIMESTAMP"],
    }
    assert SignatureVerifier(slack.signing_secret).is_valid_request(seen[0]["body"], headers)


def test_an_event_that_fails_comes_again_three_times(slack: Slack) -> None:
    """Almost at once, after a minute, after five more; then never again."""
    seen: Seen = []
    slack.deliver_to_wsgi(recorder(seen, 500, 500, 500, 500))
    slack.say("D0ALICE", "hello")
    for seconds in (0, 30, 31, 200, 101, 1000):
        slack.clock.advance(seconds)
    numbers = [it.get("HTTP_X_SLACK_RETRY_NUM") for it in seen]
    assert numbers == [None, "1", "2", "3"]
    assert {it.get("HTTP_X_SLACK_RETRY_REASON") for it in seen[1:]} == {"http_error"}
    assert len({json.loads(it["body"])["event_id"] for it in seen}) == 1


def test_retries_can_be_had_at_once(slack: Slack) -> None:
    """`retry_now` does not wait for the time of a retry."""
    seen: Seen = []
    slack.deliver_to_wsgi(recorder(seen, 500, 503))
    assert not slack.say("D0ALICE", "hello").delivered
    (first,) = slack.retry_now()
    (second,) = slack.retry_now()
    assert (first.status, second.status) == (503, 200)
    assert slack.retry_now() == []


def test_a_bot_can_refuse_retries(slack: Slack) -> None:
    """`x-slack-no-retry: 1` on a failure ends it."""
    slack.deliver_to_wsgi(recorder([], 500, **{"x-slack-no-retry": "1"}))
    slack.say("D0ALICE", "hello")
    assert slack.retry_now() == []


def test_commands_and_presses_are_never_retried(slack: Slack) -> None:
    """Only events come again."""
    slack.deliver_to_wsgi(recorder([], 500, 500))
    slack.command("/nextgen", "x")
    slack.shortcut("ask")
    assert slack.retry_now() == []


def test_no_answer_has_its_own_reason(slack: Slack) -> None:
    """A bot that does not listen is `connection_failed`."""
    slack.deliver_to("http://127.0.0.1:9/slack/events")
    exchange = slack.say("D0ALICE", "hello")
    assert exchange.status == 0
    assert exchange.deliveries[0].problem == "connection_failed"


def test_a_duplicate_has_the_same_event_id(slack: Slack) -> None:
    """With the fault on, one event comes twice, as itself."""
    seen: Seen = []
    slack.deliver_to_wsgi(recorder(seen))
    slack.faults.duplicate()
    assert len(slack.say("D0ALICE", "hello").deliveries) == 2
    slack.say("D0ALICE", "hello")
    ids = [json.loads(it["body"])["event_id"] for it in seen]
    assert ids[0] == ids[1] != ids[2]


def test_an_event_can_be_delivered_again_by_hand(slack: Slack) -> None:
    """Any envelope can be sent as a retry, with further headers."""
    seen: Seen = []
    slack.deliver_to_wsgi(recorder(seen))
    slack.say("D0ALICE", "hello")
    slack.deliver(slack.last_event, retry=2, headers={"x-more": "1"})
    assert seen[1]["HTTP_X_SLACK_RETRY_NUM"] == "2"
    assert seen[1]["HTTP_X_MORE"] == "1"


def test_any_bytes_can_be_sent_unsigned(slack: Slack) -> None:
    """What no Slack would send can be sent too."""
    seen: Seen = []
    slack.deliver_to_wsgi(recorder(seen, 401))
    assert slack.request(b"no json", signed=False).status == 401
    assert "HTTP_X_SLACK_SIGNATURE" not in seen[0]


def test_a_manifest_decides_what_is_delivered(manifest_slack: Slack) -> None:
    """Without a subscription there is no event, without a command Slackbot answers."""
    seen: Seen = []
    manifest_slack.deliver_to_wsgi(recorder(seen))
    assert manifest_slack.say("C0EFILING", "<@U0BOT> hi").deliveries == ()
    assert manifest_slack.say("D0ALICE", "hi").delivered
    refused = manifest_slack.command("/other", "x")
    assert refused.deliveries == ()
    assert refused.posted is not None
    assert "not a valid command" in refused.posted.text
    assert manifest_slack.command("/nextgen", "x").delivered


def test_one_mention_can_be_two_events() -> None:
    """With channel messages subscribed a mention comes as message and as mention, unlike ids."""
    events = ["message.channels", "app_mention"]
    manifest = {
        "oauth_config": {"scopes": {"bot": ["app_mentions:read", "channels:history"]}},
        "settings": {"event_subscriptions": {"bot_events": events}},
    }
    with Slack(manifest=manifest) as both:
        seen: Seen = []
        both.deliver_to_wsgi(recorder(seen))
        both.say("C0EFILING", "<@U0BOT> hi")
    told = [json.loads(it["body"]) for it in seen]
    assert [it["event"]["type"] for it in told] == ["message", "app_mention"]
    assert told[0]["event"]["ts"] == told[1]["event"]["ts"]
    assert told[0]["event_id"] != told[1]["event_id"]


def test_an_event_needs_its_scope() -> None:
    """A subscription without the scope that goes with it brings nothing; nor do commands."""
    manifest = {
        "features": {"slash_commands": [{"command": "/nextgen"}]},
        "oauth_config": {"scopes": {"bot": ["chat:write"]}},
        "settings": {"event_subscriptions": {"bot_events": ["message.im", "app_home_opened"]}},
    }
    with Slack(manifest=manifest) as slack:
        slack.deliver_to_wsgi(recorder([]))
        assert slack.say("D0ALICE", "hello").deliveries == ()
        assert slack.command("/nextgen", "x").deliveries == ()
        assert slack.open_home().delivered
