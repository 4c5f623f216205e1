"""`chat.*`: posting, changing and taking back messages, now or later."""

from bot.sandbox.methods.texts import checked_text
from bot.sandbox.model import Channel, Json, Posted
from bot.sandbox.state import RefusalError, State


def post_message(state: State, params: Json) -> Json:
    """`chat.postMessage`: to a channel the bot is in, or to a person by their id."""
    channel = _may_post(state, params)
    posted = _post(state, channel, params, "chat.postMessage")
    return {"ok": True, "channel": channel.id, "ts": posted.ts, "message": posted.raw}


def post_ephemeral(state: State, params: Json) -> Json:
    """`chat.postEphemeral`: for one member of a channel."""
    channel = _may_post(state, params)
    user = params.get("user", "")
    if user not in channel.members:
        raise RefusalError("user_not_in_channel")
    posted = _post(state, channel, params, "chat.postEphemeral", user)
    return {"ok": True, "message_ts": posted.ts}


def update(state: State, params: Json) -> Json:
    """`chat.update`: the bot's own public messages; `text` alone drops the old blocks."""
    message = _own(state, params, "cant_update_message")
    text, blocks = checked_text(state, params)
    raw = message.raw | {"text": text, "blocks": blocks}
    state.timeline.change(message, text=text, blocks=blocks, raw=raw, edited=True)
    state.touch()
    return {"ok": True, "channel": message.channel, "ts": message.ts, "text": text, "message": raw}


def delete(state: State, params: Json) -> Json:
    """`chat.delete`: the bot's own public messages."""
    message = _own(state, params, "cant_delete_message")
    state.timeline.remove(message)
    state.touch()
    return {"ok": True, "channel": message.channel, "ts": message.ts}


def get_permalink(state: State, params: Json) -> Json:
    """`chat.getPermalink`: an address of a message."""
    channel = state.channel(params.get("channel", ""))
    ts = params.get("message_ts", "")
    if state.timeline.find(channel.id, ts) is None:
        raise RefusalError("message_not_found")
    link = f"https://sandbox.slack.com/archives/{channel.id}/p{ts.replace('.', '')}"
    return {"ok": True, "channel": channel.id, "permalink": link}


def schedule_message(state: State, params: Json) -> Json:
    """`chat.scheduleMessage`: at most 120 days ahead, 30 in five minutes of a channel."""
    channel = _may_post(state, params)
    text, _ = checked_text(state, params)
    now = state.clock.now().timestamp()
    post_at = int(params.get("post_at", 0))
    error = state.schedule.refusal(channel.id, post_at, now)
    if error:
        raise RefusalError(error)
    taken = state.schedule.add(channel.id, post_at, now, params)
    state.touch()
    told: Json = {"ok": True, "channel": channel.id, "scheduled_message_id": taken.id}
    return told | {"post_at": post_at, "message": {"text": text, "type": "delayed_message"}}


def delete_scheduled_message(state: State, params: Json) -> Json:
    """`chat.deleteScheduledMessage`."""
    channel = state.channel(params.get("channel", ""))
    if not state.schedule.cancel(params.get("scheduled_message_id", ""), channel.id):
        raise RefusalError("invalid_scheduled_message_id")
    state.touch()
    return {"ok": True}


def list_scheduled_messages(state: State, params: Json) -> Json:
    """`chat.scheduledMessages.list`, of one channel or of all."""
    named = params.get("channel")
    waiting = state.schedule.waiting(state.channel(named).id if named else None)
    listed = [
        {"id": it.id, "channel_id": it.channel, "post_at": it.post_at, "date_created": it.created}
        | {"text": it.params.get("text", "")}
        for it in waiting
    ]
    return {"ok": True, "scheduled_messages": listed, "response_metadata": {"next_cursor": ""}}


def post_due(state: State) -> list[Posted]:
    """Post what was scheduled for now or before."""
    with state.lock:
        due = state.schedule.take_due(state.clock.now().timestamp())
        return [
            _post(state, state.channel(it.channel), it.params, "chat.scheduleMessage") for it in due
        ]


def _may_post(state: State, params: Json) -> Channel:
    channel = state.channel(params.get("channel", ""))
    if state.workspace.bot.id not in channel.members:
        raise RefusalError("not_in_channel")
    return channel


def _post(
    state: State, channel: Channel, params: Json, via: str, only: str | None = None
) -> Posted:
    text, blocks = checked_text(state, params)
    return state.post(
        channel.id,
        state.workspace.bot.id,
        text,
        via=via,
        blocks=blocks,
        thread_ts=_thread(state, channel, params),
        ephemeral_for=only,
    )


def _thread(state: State, channel: Channel, params: Json) -> str | None:
    """The thread that is answered. Slack takes a wrong one; here it is noted as a problem."""
    thread_ts = params.get("thread_ts")
    if not thread_ts:
        return None
    first = state.timeline.find(channel.id, str(thread_ts))
    if first is not None and first.thread_ts not in (None, first.ts):
        state.problem(f"thread_ts {thread_ts} is a reply's ts, not that of the thread")
    elif first is None:
        state.problem(f"thread_ts {thread_ts} names no message in {channel.id}")
    return str(thread_ts)


def _own(state: State, params: Json, error: str) -> Posted:
    channel = state.channel(params.get("channel", ""))
    message = state.timeline.find(channel.id, str(params.get("ts", "")))
    if message is None or message.ephemeral_for:
        raise RefusalError("message_not_found")
    if not message.bot:
        raise RefusalError(error)
    return message
