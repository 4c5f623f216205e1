"""What Slack tells a bot: events, commands, presses, submissions, shortcuts."""

import secrets
from typing import Any

from bot.sandbox.controls import Control
from bot.sandbox.model import Channel, Json, Posted
from bot.sandbox.state import State
from bot.sandbox.views import View
from bot.sandbox.workspace import Workspace


def envelope(state: State, event: Json) -> Json:
    """An event in its wrapping, with an `event_id` never used before in any workspace."""
    there = state.workspace
    return {
        "token": "verification-token",
        "team_id": there.team,
        "api_app_id": there.app_id,
        "event": event,
        "type": "event_callback",
        "event_id": f"Ev{secrets.token_hex(6).upper()}",
        "event_time": int(state.clock.now().timestamp()),
        "authorizations": [
            {
                "enterprise_id": None,
                "team_id": there.team,
                "user_id": there.bot.id,
                "is_bot": True,
                "is_enterprise_install": False,
            }
        ],
        "is_ext_shared_channel": False,
    }


def message_event(message: Posted, channel: Channel) -> Json:
    """A `message` as it is told when somebody posts it."""
    told = {"channel": channel.id, "channel_type": channel.type, "event_ts": message.ts}
    return message.raw | told


def mention_event(message: Posted, channel: Channel) -> Json:
    """The same post as an `app_mention`."""
    return message.raw | {"type": "app_mention", "channel": channel.id, "event_ts": message.ts}


def changed_event(
    state: State, kind: str, message: Posted, channel: Channel, /, **more: Any
) -> Json:
    """A message that was changed or deleted, as Slack tells it: hidden, with its own `ts`."""
    ts = state.timeline.next_ts()
    return {
        "type": "message",
        "subtype": kind,
        "hidden": True,
        "channel": channel.id,
        "channel_type": channel.type,
        "ts": ts,
        "event_ts": ts,
        "previous_message": message.raw,
        **more,
    }


def opened_event(state: State, user: str, tab: str) -> Json:
    """Somebody opened the bot's Home or Messages tab."""
    event: Json = {"type": "app_home_opened", "user": user, "tab": tab}
    event |= {"channel": state.workspace.direct_message(user)}
    event["event_ts"] = state.timeline.next_ts()
    shown = state.views.home(user)
    if tab == "home" and shown is not None:
        event["view"] = shown.wire(state.workspace)
    return event


def command(state: State, name: str, text: str, user: str, channel: str, base: str) -> Json:
    """A slash command, as a form."""
    there = state.workspace
    now = state.clock.seconds()
    direct = there.channels[channel].user is not None
    return {
        "token": "verification-token",
        "team_id": there.team,
        "team_domain": "sandbox",
        "channel_id": channel,
        "channel_name": "directmessage" if direct else there.channels[channel].name,
        "user_id": user,
        "user_name": there.people[user].name,
        "command": name,
        "text": text,
        "api_app_id": there.app_id,
        "is_enterprise_install": "false",
        "response_url": f"{base}{state.tickets.address(user, channel, now).id}",
        "trigger_id": state.tickets.trigger(user, now),
    }


def message_action(
    state: State, message: Posted, control: Control, value: Any, user: str, base: str
) -> Json:
    """A press in a message. That of an ephemeral one does not carry the message."""
    there, now = state.workspace, state.clock.seconds()
    address = state.tickets.address(user, message.channel, now, message.ts)
    only_one = message.ephemeral_for is not None
    container: Json = {"type": "message", "message_ts": message.ts}
    container |= {"channel_id": message.channel, "is_ephemeral": only_one}
    if message.thread_ts:
        container["thread_ts"] = message.thread_ts
    told = _interaction(state, "block_actions", user) | {
        "container": container,
        "channel": {"id": message.channel, "name": there.channels[message.channel].name},
        "response_url": f"{base}{address.id}",
        "state": {"values": {}},
        "actions": [control.action(value, state.timeline.next_ts())],
    }
    return told if only_one else told | {"message": message.raw}


def view_action(state: State, view: View, control: Control, value: Any) -> Json:
    """A press in a modal or in the Home tab."""
    return _interaction(state, "block_actions", view.user) | {
        "container": {"type": "view", "view_id": view.id},
        "view": view.wire(state.workspace),
        "actions": [control.action(value, state.timeline.next_ts())],
    }


def submission(state: State, view: View) -> Json:
    """A modal that was submitted."""
    told = {"view": view.wire(state.workspace), "response_urls": []}
    return _interaction(state, "view_submission", view.user) | told


def closing(state: State, view: View) -> Json:
    """A modal that was closed without submitting."""
    told = {"view": view.wire(state.workspace), "is_cleared": False}
    return _interaction(state, "view_closed", view.user) | told


def shortcut(state: State, callback_id: str, user: str) -> Json:
    """A shortcut from the search bar: it has no `response_url`."""
    told = {"callback_id": callback_id, "action_ts": state.timeline.next_ts()}
    return _interaction(state, "shortcut", user) | told


def message_shortcut(state: State, callback_id: str, user: str, message: Posted, base: str) -> Json:
    """A shortcut from a message's menu."""
    now = state.clock.seconds()
    address = state.tickets.address(user, message.channel, now, message.ts)
    channel = state.workspace.channels[message.channel]
    return _interaction(state, "message_action", user) | {
        "callback_id": callback_id,
        "action_ts": state.timeline.next_ts(),
        "message_ts": message.ts,
        "message": message.raw,
        "channel": {"id": channel.id, "name": channel.name},
        "response_url": f"{base}{address.id}",
    }


def _interaction(state: State, kind: str, user: str) -> Json:
    there: Workspace = state.workspace
    person = there.people[user]
    return {
        "type": kind,
        "user": {
            "id": user,
            "username": person.name,
            "name": person.name,
            "team_id": person.team,
        },
        "api_app_id": there.app_id,
        "token": "verification-token",
        "team": {"id": there.team, "domain": "sandbox"},
        "enterprise": None,
        "is_enterprise_install": False,
        "trigger_id": state.tickets.trigger(user, state.clock.seconds()),
    }
