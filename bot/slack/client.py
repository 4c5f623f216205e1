"""The client for Slack's Web API: how long it waits and what it tries again."""

import logging

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from slack_sdk.http_retry import (
    ConnectionErrorRetryHandler,
    HttpRequest,
    HttpResponse,
    RateLimitErrorRetryHandler,
    RetryHandler,
    RetryState,
)
from slack_sdk.http_retry.builtin_handlers import ServerErrorRetryHandler
from slack_sdk.http_retry.builtin_interval_calculators import FixedValueRetryIntervalCalculator

from bot.slack.errors import name_of

TIMEOUT_SECONDS = 10
_PAUSE_SECONDS = 0.25
_LONGEST_WAIT_SECONDS = 2
"""Slack waits three seconds for us; when it asks for more patience than this, its own retry of the
event comes soon enough."""


class ShortWaitRetryHandler(RateLimitErrorRetryHandler):
    """Waits out a short rate limit. The kit's own sleeps for as long as Slack says."""

    def _can_retry(
        self,
        *,
        state: RetryState,
        request: HttpRequest,
        response: HttpResponse | None = None,
        error: Exception | None = None,
    ) -> bool:
        if response is None or response.status_code != 429:
            return False
        return _seconds_asked(response) <= _LONGEST_WAIT_SECONDS


def web_client(token: str, api_url: str, logger: logging.Logger) -> WebClient:
    """A client for the Slack whose API stands at `api_url`."""
    return WebClient(
        token=token,
        base_url=api_url if api_url.endswith("/") else f"{api_url}/",
        timeout=TIMEOUT_SECONDS,
        logger=logger,
        retry_handlers=retry_handlers(),
    )


def retry_handlers() -> list[RetryHandler]:
    """One more try each after a lost connection, an error of Slack's, or a short rate limit."""
    soon = FixedValueRetryIntervalCalculator(_PAUSE_SECONDS)
    return [
        ConnectionErrorRetryHandler(max_retry_count=1, interval_calculator=soon),
        ServerErrorRetryHandler(max_retry_count=1, interval_calculator=soon),
        ShortWaitRetryHandler(max_retry_count=1),
    ]


def token_problem(token: str, api_url: str) -> str | None:
    """What Slack has against the bot's token, or None. For a check at start; calls Slack."""
    try:
        web_client(token, api_url, logging.getLogger(__name__)).auth_test()
    except (SlackApiError, OSError) as error:
        return name_of(error)
    return None


def _seconds_asked(response: HttpResponse) -> float:
    headers = {name.lower(): value for name, value in response.headers.items()}
    asked = headers.get("retry-after", "1")
    first = asked if isinstance(asked, str) else next(iter(asked), "1")
    return float(first) if first.isdecimal() else float("inf")
