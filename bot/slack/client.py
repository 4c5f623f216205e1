"""The client for Slack's Web API: how long it waits and what it tries again."""

import logging
from http.client import HTTPException

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackClientError
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

from bot.slack.errors import name_of, slack_code

log = logging.getLogger(__name__)

TIMEOUT_SECONDS = 10
_PAUSE_SECONDS = 0.25
_LONGEST_WAIT_SECONDS = 2
"""Slack waits three seconds for us; when it asks for more patience than this, its own retry of the
event comes soon enough."""

_AT_START_SECONDS = 3
_REFUSALS = frozenset(
    {
        "account_inactive",
        "invalid_auth",
        "missing_scope",
        "not_allowed_token_type",
        "not_authed",
        "token_expired",
        "token_revoked",
    }
)
"""Slack's codes for a token that will not do, now or later (api.slack.com/methods/auth.test)."""


class TokenRefusedError(Exception):
    """Slack does not take a token. `code` is Slack's word for why."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


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


def ask_for_token(token: str, api_url: str) -> None:
    """Ask Slack at the start whether it takes the bot's token. Raises TokenRefusedError.

    A Slack that cannot be asked stops no start: the desk must be there when Slack comes back.
    """
    client = WebClient(token=token, base_url=api_url, timeout=_AT_START_SECONDS, retry_handlers=[])
    try:
        client.auth_test()
    except (SlackClientError, HTTPException, OSError) as error:
        raise_if_refused(error)
        log.warning("Slack could not be asked whether it takes the token: %s", name_of(error))


def raise_if_refused(error: Exception) -> None:
    """Raises TokenRefusedError where that is what Slack says."""
    if isinstance(error, SlackApiError) and (code := slack_code(error)) in _REFUSALS:
        raise TokenRefusedError(code) from None


def _seconds_asked(response: HttpResponse) -> float:
    headers = {name.lower(): value for name, value in response.headers.items()}
    asked = headers.get("retry-after", "1")
    first = asked if isinstance(asked, str) else next(iter(asked), "1")
    return float(first) if first.isdecimal() else float("inf")
