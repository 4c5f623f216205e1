"""What an acknowledgement does in Slack: a command's answer, a modal's next step, a failure."""

from bot.sandbox.model import Attempt, Json, Posted
from bot.sandbox.respond import answer_of, respond
from bot.sandbox.state import RefusalError, State
from bot.sandbox.tickets import ResponseAddress
from bot.sandbox.views import View

SLACKBOT = "USLACKBOT"


def after_command(
    state: State, name: str, address: ResponseAddress, attempt: Attempt
) -> Posted | None:
    """Show what a command's acknowledgement holds, or Slack's own words when there was none."""
    with state.lock:
        if not attempt.succeeded:
            late = attempt.problem == "http_timeout"
            return _failed(state, name, address, "operation_timeout" if late else "dispatch_failed")
        try:
            answer = answer_of(attempt.body, attempt.headers.get("content-type", "json"))
            return respond(state, address, answer, "command") if answer else None
        except RefusalError as refusal:
            return _failed(state, name, address, refusal.error)


def unknown_command(state: State, name: str, user: str, channel: str) -> Posted:
    """Slack's words when no app has that command."""
    words = (
        f"{name} is not a valid command. In Slack, all messages that start with “/” are commands."
    )
    return state.post(channel, SLACKBOT, words, via="slack", ephemeral_for=user)


def after_submission(state: State, view: View, attempt: Attempt) -> None:
    """Close, change or lay on modals as the acknowledgement says."""
    with state.lock:
        state.touch()
        if not attempt.succeeded:
            return
        try:
            answer = answer_of(attempt.body)
            _act(state, view, answer)
        except RefusalError as refusal:
            state.problem(f"view_submission: {refusal.error}")


def _act(state: State, view: View, answer: Json) -> None:
    action = answer.get("response_action")
    if action is None:
        state.views.close(view)
    elif action == "clear":
        state.views.clear(view.user)
    elif action == "errors":
        view.errors = _errors(state, view, answer)
    elif action in ("update", "push"):
        definition = answer.get("view") or {}
        state.check(definition, "modal", "invalid_arguments")
        _redraw(state, view, action, definition)
    else:
        raise RefusalError("invalid_response_action")


def _redraw(state: State, view: View, action: str, definition: Json) -> None:
    if action == "update":
        state.views.update(view, definition)
    elif state.views.push(view.user, definition) is None:
        raise RefusalError("push_limit_reached")


def _errors(state: State, view: View, answer: Json) -> dict[str, str]:
    """Errors are keyed by the `block_id` of an input block; Slack shows no others."""
    told = answer.get("errors") or {}
    inputs = {it["block_id"] for it in view.blocks if it.get("type") == "input"}
    for name in told.keys() - inputs:
        state.problem(f"view_submission: an error for {name}, which is no input block")
    return {name: str(words) for name, words in told.items() if name in inputs}


def _failed(state: State, name: str, address: ResponseAddress, error: str) -> Posted:
    words = f"{name} failed with the error “{error}”"
    return state.post(address.channel, SLACKBOT, words, via="slack", ephemeral_for=address.user)
