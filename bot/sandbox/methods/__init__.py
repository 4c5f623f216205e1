"""Slack's Web API, as far as the bot uses it: each method, what does it and the scope it needs."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.sandbox.methods import agents, chat, conversations, modals, people
from bot.sandbox.model import Json
from bot.sandbox.state import RefusalError, State


@dataclass(frozen=True, slots=True)
class Method:
    """What a method does, under the state's lock, and the scopes of which it needs one."""

    run: Callable[[State, Json], Json]
    scopes: tuple[str, ...] = ()


_READ_CHANNELS = ("channels:read", "groups:read", "im:read")
_READ_MESSAGES = ("channels:history", "groups:history", "im:history")
_WRITE = ("chat:write",)

METHODS: dict[str, Method] = {
    "api.test": Method(people.api_test),
    "auth.test": Method(people.auth_test),
    "users.info": Method(people.users_info, ("users:read",)),
    "users.list": Method(people.users_list, ("users:read",)),
    "team.info": Method(people.team_info, ("team:read",)),
    "bots.info": Method(people.bots_info, ("users:read",)),
    "conversations.open": Method(conversations.open_conversation, ("im:write",)),
    "conversations.info": Method(conversations.info, _READ_CHANNELS),
    "conversations.list": Method(conversations.list_all, _READ_CHANNELS),
    "conversations.members": Method(conversations.members, _READ_CHANNELS),
    "conversations.history": Method(conversations.history, _READ_MESSAGES),
    "conversations.replies": Method(conversations.replies, _READ_MESSAGES),
    "reactions.add": Method(conversations.add_reaction, ("reactions:write",)),
    "reactions.remove": Method(conversations.remove_reaction, ("reactions:write",)),
    "chat.postMessage": Method(chat.post_message, _WRITE),
    "chat.postEphemeral": Method(chat.post_ephemeral, _WRITE),
    "chat.update": Method(chat.update, _WRITE),
    "chat.delete": Method(chat.delete, _WRITE),
    "chat.getPermalink": Method(chat.get_permalink),
    "chat.scheduleMessage": Method(chat.schedule_message, _WRITE),
    "chat.deleteScheduledMessage": Method(chat.delete_scheduled_message, _WRITE),
    "chat.scheduledMessages.list": Method(chat.list_scheduled_messages),
    "views.open": Method(modals.open_view),
    "views.push": Method(modals.push),
    "views.update": Method(modals.update),
    "views.publish": Method(modals.publish),
    "assistant.threads.setSuggestedPrompts": Method(
        agents.set_suggested_prompts, ("assistant:write",)
    ),
    "assistant.threads.setStatus": Method(
        agents.set_thread_status, ("assistant:write", "chat:write")
    ),
    "assistant.threads.setTitle": Method(agents.set_title, ("assistant:write",)),
    "agents.sessions.setStatus": Method(agents.set_session_status, _WRITE),
    "agents.sessions.rename": Method(agents.set_title, _WRITE),
}


def call(state: State, name: str, params: Json, token: str) -> Json:
    """Run a method as Slack would, or raise what Slack refuses it with."""
    method = METHODS.get(name)
    if method is None:
        raise RefusalError("unknown_method")
    if not token:
        raise RefusalError("not_authed")
    if token != state.workspace.bot_token:
        raise RefusalError("invalid_auth")
    _check_scope(state, method)
    with state.lock:
        return method.run(state, params)


def _check_scope(state: State, method: Method) -> None:
    if state.scopes is None or not method.scopes or state.scopes.intersection(method.scopes):
        return
    provided = ",".join(sorted(state.scopes))
    raise RefusalError("missing_scope", needed=method.scopes[0], provided=provided)
