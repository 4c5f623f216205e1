"""`conversations.*` and `reactions.*`: channels, their members and what was said in them."""

from bot.sandbox.model import Channel, Json, Posted
from bot.sandbox.state import RefusalError, State


def open_conversation(state: State, params: Json) -> Json:
    """`conversations.open`: the direct message with one person."""
    users = [it for it in str(params.get("users", "")).split(",") if it]
    if not users:
        raise RefusalError("users_list_not_supplied")
    channel = state.workspace.find_channel(users[0])
    if channel is None or channel.user is None:
        raise RefusalError("user_not_found")
    return {"ok": True, "channel": {"id": channel.id}, "already_open": True, "no_op": True}


def info(state: State, params: Json) -> Json:
    """`conversations.info`."""
    return {"ok": True, "channel": _told(state, state.channel(params.get("channel", "")))}


def list_all(state: State, params: Json) -> Json:
    """`conversations.list`: what the bot may know, in one page."""
    bot = state.workspace.bot.id
    known = [it for it in state.workspace.channels.values() if not it.user]
    known = [it for it in known if not it.is_private or bot in it.members]
    channels = [_told(state, it) for it in known]
    return {"ok": True, "channels": channels, "response_metadata": {"next_cursor": ""}}


def members(state: State, params: Json) -> Json:
    """`conversations.members`, in one page."""
    there = sorted(state.channel(params.get("channel", "")).members)
    return {"ok": True, "members": there, "response_metadata": {"next_cursor": ""}}


def history(state: State, params: Json) -> Json:
    """`conversations.history`: what stands in the channel itself, newest first."""
    said = [it for it in _said(state, params) if it.thread_ts in (None, it.ts)]
    return {"ok": True, "messages": [it.raw for it in reversed(said)], "has_more": False}


def replies(state: State, params: Json) -> Json:
    """`conversations.replies`: a thread, oldest first."""
    ts = params.get("ts", "")
    said = [it for it in _said(state, params) if ts in (it.ts, it.thread_ts)]
    if not said:
        raise RefusalError("thread_not_found")
    return {"ok": True, "messages": [it.raw for it in said], "has_more": False}


def add_reaction(state: State, params: Json) -> Json:
    """`reactions.add`: once for each name."""
    channel = state.channel(params.get("channel", ""))
    ts, name = str(params.get("timestamp", "")), str(params.get("name", ""))
    if state.timeline.find(channel.id, ts) is None:
        raise RefusalError("message_not_found")
    given = state.reactions.setdefault((channel.id, ts), [])
    if name in given:
        raise RefusalError("already_reacted")
    given.append(name)
    state.touch()
    return {"ok": True}


def remove_reaction(state: State, params: Json) -> Json:
    """`reactions.remove`."""
    place = (state.channel(params.get("channel", "")).id, str(params.get("timestamp", "")))
    given = state.reactions.get(place, [])
    if params.get("name") not in given:
        raise RefusalError("no_reaction")
    given.remove(str(params["name"]))
    state.touch()
    return {"ok": True}


def _said(state: State, params: Json) -> list[Posted]:
    channel = state.channel(params.get("channel", ""))
    if state.workspace.bot.id not in channel.members:
        raise RefusalError("not_in_channel")
    return [it for it in state.timeline if it.channel == channel.id and not it.ephemeral_for]


def _told(state: State, channel: Channel) -> Json:
    return {
        "id": channel.id,
        "name": channel.name,
        "is_channel": channel.type == "channel",
        "is_im": channel.type == "im",
        "is_private": channel.is_private or channel.type == "im",
        "is_mpim": False,
        "is_ext_shared": False,
        "is_member": state.workspace.bot.id in channel.members,
        "topic": {"value": channel.topic},
    } | ({"user": channel.user} if channel.user else {})
