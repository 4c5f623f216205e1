"""Answers that need no method: by a `response_url`, or in the acknowledgement of a command."""

import json
from typing import Any

from bot.sandbox.methods.texts import checked_text
from bot.sandbox.model import Json, Posted
from bot.sandbox.state import RefusalError, State
from bot.sandbox.tickets import ResponseAddress

_YES = (True, "true", 1, "1")


def use_response_url(state: State, ticket: str, body: bytes) -> tuple[int, str]:
    """What Slack answers to a POST to a `response_url`: a status and a body."""
    with state.lock:
        address, error = state.tickets.use_address(ticket, state.clock.seconds())
        if address is None:
            state.problem(f"response_url: {error}")
            return 404, json.dumps({"ok": False, "error": error})
        try:
            respond(state, address, _json_object(body), "response_url")
        except RefusalError as refusal:
            return 400, json.dumps(refusal.response)
        return 200, "ok"


def respond(state: State, address: ResponseAddress, answer: Json, via: str) -> Posted | None:
    """Post, replace or delete, as the answer says; None when nothing is left to see."""
    shown = _original(state, address)
    if answer.get("delete_original") in _YES:
        if shown is not None:
            state.timeline.remove(shown)
            state.touch()
        return None
    text, blocks = checked_text(state, {"response_type": "ephemeral"} | answer)
    if answer.get("replace_original") in _YES and shown is not None:
        raw = shown.raw | {"text": text, "blocks": blocks}
        state.touch()
        return state.timeline.change(shown, text=text, blocks=blocks, raw=raw, edited=True)
    public = answer.get("response_type") == "in_channel"
    return state.post(
        address.channel,
        state.workspace.bot.id,
        text,
        via=via,
        blocks=blocks,
        thread_ts=answer.get("thread_ts") if public else None,
        ephemeral_for=None if public else address.user,
    )


def answer_of(body: str, content_type: str = "application/json") -> Json:
    """An acknowledgement's body as an answer: JSON, or plain text to be shown as it is."""
    if not body.strip():
        return {}
    if "json" not in content_type:
        return {"text": body}
    return _json_object(body)


def _json_object(body: bytes | str) -> Json:
    try:
        told: Any = json.loads(body)
    except ValueError as error:
        raise RefusalError("invalid_payload") from error
    if not isinstance(told, dict):
        raise RefusalError("invalid_payload")
    return told


def _original(state: State, address: ResponseAddress) -> Posted | None:
    if address.message_ts is None:
        return None
    return state.timeline.find(address.channel, address.message_ts)
