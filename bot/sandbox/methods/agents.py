"""`assistant.threads.*` and `agents.sessions.*`: the busy sign, titles, suggested prompts."""

from bot.sandbox.model import Json
from bot.sandbox.state import RefusalError, State

MOST_PROMPTS = 4
MOST_TITLE = 200
STATUSES = ("active", "processing", "suspended", "closed")


def set_suggested_prompts(state: State, params: Json) -> Json:
    """`assistant.threads.setSuggestedPrompts`. Given a `thread_ts`, Slack says ok, does nothing."""
    channel = state.channel(params.get("channel_id", ""))
    prompts = params.get("prompts") or []
    whole = all(isinstance(it, dict) and it.get("title") and it.get("message") for it in prompts)
    if not prompts or not whole or len(prompts) > MOST_PROMPTS:
        raise RefusalError(
            "invalid_arguments", [f"prompts: 1 to {MOST_PROMPTS}, title and message"]
        )
    if params.get("thread_ts"):
        state.problem("setSuggestedPrompts with a thread_ts fails silently")
    else:
        state.prompts[channel.id] = prompts
        state.touch()
    return {"ok": True}


def set_thread_status(state: State, params: Json) -> Json:
    """`assistant.threads.setStatus`: a line such as "is looking it up"; "" takes it away."""
    state.channel(params.get("channel_id", ""))
    if not params.get("thread_ts"):
        raise RefusalError("invalid_arguments", ["missing required field: thread_ts"])
    _session(state, params)["line"] = params.get("status", "")
    state.touch()
    return {"ok": True}


def set_title(state: State, params: Json) -> Json:
    """`assistant.threads.setTitle` and `agents.sessions.rename`: 1 to 200 characters."""
    title = str(params.get("title") or "")
    if not 1 <= len(title) <= MOST_TITLE:
        raise RefusalError("invalid_arguments", [f"title: 1 to {MOST_TITLE} characters"])
    _session(state, params)["title"] = title
    state.touch()
    return {"ok": True}


def set_session_status(state: State, params: Json) -> Json:
    """`agents.sessions.setStatus`: the busy sign of a thread."""
    if params.get("status") not in STATUSES:
        raise RefusalError("invalid_status")
    if not params.get("thread_ts"):
        raise RefusalError("invalid_arguments", ["missing required field: thread_ts"])
    _session(state, params)["status"] = params["status"]
    state.touch()
    return {"ok": True}


def _session(state: State, params: Json) -> Json:
    channel = state.channel(params.get("channel_id", ""))
    return state.sessions.setdefault(f"{channel.id}:{params.get('thread_ts', '')}", {})
