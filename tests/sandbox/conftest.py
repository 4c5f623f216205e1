"""A stand-in Slack with a small bot behind it, and a client of its Web API."""

from collections.abc import Iterator

import pytest
from slack_sdk import WebClient

from bot.sandbox import Slack
from tests.sandbox.fake_bot import attach


@pytest.fixture
def client(slack: Slack) -> WebClient:
    """The bot's own client."""
    return WebClient(token=slack.workspace.bot_token, base_url=slack.api_url)


@pytest.fixture
def talking(slack: Slack) -> Slack:
    """Slack with the fake bot attached through WSGI."""
    attach(slack)
    return slack


@pytest.fixture
def manifest_slack() -> Iterator[Slack]:
    """Slack with a manifest: one command, direct messages, few scopes."""
    manifest = {
        "features": {"slash_commands": [{"command": "/nextgen", "description": "Ask"}]},
        "oauth_config": {"scopes": {"bot": ["chat:write", "commands", "im:history"]}},
        "settings": {"event_subscriptions": {"bot_events": ["message.im"]}},
    }
    with Slack(manifest=manifest) as slack:
        yield slack
