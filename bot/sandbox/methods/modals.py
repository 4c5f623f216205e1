"""`views.*`: modals and the Home tab."""

from bot.sandbox.model import Json
from bot.sandbox.state import RefusalError, State
from bot.sandbox.views import View


def open_view(state: State, params: Json) -> Json:
    """`views.open`: needs a `trigger_id` not older than 3 s and not yet used."""
    definition = _definition(state, params, "modal")
    return _told(state, state.views.open(_user(state, params), definition))


def push(state: State, params: Json) -> Json:
    """`views.push`: a modal on top of the open one, three at most."""
    definition = _definition(state, params, "modal")
    view = state.views.push(_user(state, params), definition)
    if view is None:
        raise RefusalError("push_limit_reached")
    return _told(state, view)


def update(state: State, params: Json) -> Json:
    """`views.update`: a view by either id, refused when `hash` is not that of what is shown."""
    view = state.views.find(params.get("view_id", ""), params.get("external_id", ""))
    if view is None:
        raise RefusalError("not_found")
    definition = _definition(state, params, view.definition["type"])
    if params.get("hash") and params["hash"] != view.hash:
        raise RefusalError("hash_conflict")
    return _told(state, state.views.update(view, definition))


def publish(state: State, params: Json) -> Json:
    """`views.publish`: somebody's Home tab."""
    user = params.get("user_id", "")
    if user not in state.workspace.people:
        raise RefusalError("user_not_found")
    definition = _definition(state, params, "home")
    shown = state.views.home(user)
    if params.get("hash") and shown is not None and params["hash"] != shown.hash:
        raise RefusalError("hash_conflict")
    return _told(state, state.views.publish(user, definition))


def _definition(state: State, params: Json, surface: str) -> Json:
    definition = params.get("view")
    if not isinstance(definition, dict):
        raise RefusalError("invalid_arguments", ["[ERROR] missing required field: view"])
    state.check(definition, surface, "invalid_arguments")
    return definition


def _user(state: State, params: Json) -> str:
    user, error = state.tickets.exchange(params.get("trigger_id", ""), state.clock.seconds())
    if error:
        raise RefusalError(error)
    return user


def _told(state: State, view: View) -> Json:
    state.touch()
    return {"ok": True, "view": view.wire(state.workspace)}
