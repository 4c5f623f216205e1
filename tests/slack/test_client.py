"""The client of Slack's Web API."""

from typing import Any

import pytest
from slack_sdk.http_retry import HttpRequest, HttpResponse, RetryState

from bot.sandbox import Slack
from bot.slack.client import ShortWaitRetryHandler, TokenRefusedError, ask_for_token


@pytest.mark.parametrize(
    ("status", "headers", "waits"),
    [
        (429, {"Retry-After": "1"}, True),
        (429, {"retry-after": ["2"]}, True),
        (429, {"Retry-After": "3"}, False),
        (429, {"Retry-After": "soon"}, False),
        (429, {}, True),
        (200, {"Retry-After": "1"}, False),
    ],
)
def test_only_a_short_rate_limit_is_waited_out(
    status: int, headers: dict[str, str | list[str]], waits: bool
) -> None:
    """Two seconds are waited for; three would outlast Slack's patience with us."""
    request = HttpRequest(method="POST", url="https://slack.example", headers={})
    response = HttpResponse(status_code=status, headers=headers)
    handler = ShortWaitRetryHandler(max_retry_count=1)

    assert handler.can_retry(state=RetryState(), request=request, response=response) is waits


@pytest.mark.parametrize("api_url", ["{}", "{}/"])
def test_a_token_is_asked_for_at_the_start(slack: Slack, api_url: str) -> None:
    """A good token passes; a bad one is refused with Slack's word for it."""
    url = api_url.format(slack.api_url.rstrip("/"))
    ask_for_token(slack.workspace.bot_token, url)

    with pytest.raises(TokenRefusedError, match="invalid_auth"):
        ask_for_token("xoxb-wrong", url)


@pytest.mark.parametrize("fault", [{"status": 500}, {"drop": True}, {"error": "ratelimited"}])
def test_a_slack_that_is_not_well_stops_no_start(
    slack: Slack, caplog: pytest.LogCaptureFixture, fault: dict[str, Any]
) -> None:
    """The desk must be there when Slack comes back; that nobody could be asked is logged."""
    slack.faults.fail("auth.test", **fault)
    ask_for_token("xoxb-any", slack.api_url)
    ask_for_token("xoxb-any", "http://127.0.0.1:1/api/")

    assert caplog.text.count("Slack could not be asked") == 2
