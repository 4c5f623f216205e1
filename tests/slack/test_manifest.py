"""The manifest asks Slack for exactly what the code listens to, with the least scopes."""

import json
from pathlib import Path
from typing import Any

import pytest

from bot.slack import SURFACES, ids
from bot.slack.manifest import manifest

HTTP = manifest("https://bot.example/")
SOCKET = manifest()


def of_kind(kind: str) -> list[Any]:
    return [surface for surface in SURFACES if surface.kind == kind]


def test_the_committed_manifest_is_the_generated_one() -> None:
    """`manifest.json` is made by `python -m bot manifest`, never by hand."""
    assert json.loads(Path("manifest.json").read_text(encoding="utf-8")) == SOCKET


def test_the_scopes_are_the_least_that_will_do() -> None:
    """No scope is asked for that nothing needs; people's time zones may be refused."""
    expected = ["app_mentions:read", "assistant:write", "chat:write", "commands", "im:history"]

    assert HTTP["oauth_config"] == {"scopes": {"bot": expected, "bot_optional": ["users:read"]}}


@pytest.mark.parametrize("made", [HTTP, SOCKET])
def test_events_and_commands_are_those_we_listen_to(made: dict[str, Any]) -> None:
    """Slack sends what has a listener, and nothing has a listener that Slack does not send."""
    events = made["settings"]["event_subscriptions"]["bot_events"]
    commands = [command["command"] for command in made["features"]["slash_commands"]]

    assert sorted(events) == sorted(surface.subscription for surface in of_kind("event"))
    assert commands == [surface.name for surface in of_kind("command")]
    assert "message.channels" not in events


def test_http_gives_one_address_for_everything() -> None:
    """Events, buttons and each command go to the same address; Socket Mode has none."""
    address = "https://bot.example/slack/events"
    urls = [command["url"] for command in HTTP["features"]["slash_commands"]]

    assert urls == [address] * len(urls)
    assert HTTP["settings"]["event_subscriptions"]["request_url"] == address
    assert HTTP["settings"]["interactivity"] == {"is_enabled": True, "request_url": address}
    assert HTTP["settings"]["socket_mode_enabled"] is False
    assert SOCKET["settings"]["socket_mode_enabled"] is True
    assert "https://" not in json.dumps(SOCKET)


def test_nobody_is_prompted_to_begin_what_is_not_there() -> None:
    """A court without a checklist has the other prompts."""
    made = [manifest(guided=guided)["features"]["agent_view"] for guided in (True, False)]
    with_it, without = ([it["title"] for it in view["suggested_prompts"]] for view in made)

    assert set(with_it) - set(without) == {"Get ready to e-file"}
    assert len(without) == 3


def test_the_manifest_keeps_slacks_limits() -> None:
    """Lengths as in Slack's schema."""
    about, features = HTTP["display_information"], HTTP["features"]
    agent = features["agent_view"]

    assert len(about["name"]) <= 35
    assert len(about["description"]) <= 140
    assert 175 <= len(about["long_description"]) <= 4000
    assert len(features["bot_user"]["display_name"]) <= 80
    assert len(agent["agent_description"].split()) <= 25
    assert len(agent["agent_description"]) <= 300
    assert 1 <= len(agent["suggested_prompts"]) <= 4
    for command in features["slash_commands"]:
        assert len(command["command"]) <= 32
        assert len(command["description"]) <= 2000
        assert command["should_escape"] is False
    assert features["app_home"]["messages_tab_enabled"] is True
    assert features["app_home"]["messages_tab_read_only_enabled"] is False


def test_every_action_that_is_drawn_has_a_listener() -> None:
    """The ids that views write are the ids that listeners read."""
    drawn = {ids.CHOOSE, ids.RELATED, ids.PERSON, ids.SHARE, ids.GUIDE, ids.GUIDE_DAY}
    drawn |= {ids.SEARCH, ids.TOPIC}

    assert {surface.name for surface in of_kind("action")} == drawn


@pytest.mark.parametrize(
    ("action_id", "matches"),
    [("choose", True), ("choose.1", True), ("choose.x", False), ("choose.1.2", False)],
)
def test_numbered_actions_are_recognised(action_id: str, matches: bool) -> None:
    """Buttons of one kind are told apart by a number."""
    assert bool(ids.pattern(ids.CHOOSE).match(action_id)) is matches
