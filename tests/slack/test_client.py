"""The client of Slack's Web API."""

import pytest
from slack_sdk.http_retry import HttpRequest, HttpResponse, RetryState

from bot.sandbox import Slack
from bot.slack.client import ShortWaitRetryHandler, token_problem


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
def test_a_token_can_be_checked_at_the_start(slack: Slack, api_url: str) -> None:
    """A good token has no problem; a bad one is named in Slack's word."""
    url = api_url.format(slack.api_url.rstrip("/"))

    assert token_problem(slack.workspace.bot_token, url) is None
    assert token_problem("xoxb-wrong", url) == "Slack says invalid_auth"


def test_a_slack_that_is_not_there_is_told(slack: Slack) -> None:
    """No network is a problem with a name too."""
    assert token_problem("xoxb-any", "http://127.0.0.1:1/api/") == "URLError"
