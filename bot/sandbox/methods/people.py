"""`auth.*`, `users.*`, `team.*`, `bots.*`: who is who."""

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.sandbox.model import Json, Person
from bot.sandbox.state import RefusalError, State


def api_test(state: State, params: Json) -> Json:
    """`api.test`: always there."""
    if params.get("error"):
        raise RefusalError(str(params["error"]))
    return {"ok": True, "args": {}}


def auth_test(state: State, params: Json) -> Json:
    """`auth.test`: whose token this is."""
    there = state.workspace
    return {
        "ok": True,
        "url": "https://sandbox.slack.com/",
        "team": there.name,
        "team_id": there.team,
        "user": there.bot.name,
        "user_id": there.bot.id,
        "bot_id": there.bot_id,
        "is_enterprise_install": False,
    }


def users_info(state: State, params: Json) -> Json:
    """`users.info`, with the time zone."""
    person = state.workspace.people.get(params.get("user", ""))
    if person is None:
        raise RefusalError("user_not_found")
    return {"ok": True, "user": _told(person, state.clock.now())}


def users_list(state: State, params: Json) -> Json:
    """`users.list`: everybody, in one page."""
    now = state.clock.now()
    members = [_told(person, now) for person in state.workspace.people.values()]
    return {"ok": True, "members": members, "response_metadata": {"next_cursor": ""}}


def team_info(state: State, params: Json) -> Json:
    """`team.info`."""
    there = state.workspace
    return {"ok": True, "team": {"id": there.team, "name": there.name, "domain": "sandbox"}}


def bots_info(state: State, params: Json) -> Json:
    """`bots.info` of the bot itself."""
    there = state.workspace
    if params.get("bot", there.bot_id) != there.bot_id:
        raise RefusalError("bot_not_found")
    told = {"id": there.bot_id, "app_id": there.app_id, "user_id": there.bot.id, "deleted": False}
    return {"ok": True, "bot": told | {"name": there.bot.real_name}}


def _told(person: Person, now: datetime) -> Json:
    zone = now.astimezone(ZoneInfo(person.zone))
    offset = zone.utcoffset()
    return {
        "id": person.id,
        "team_id": person.team,
        "name": person.name,
        "real_name": person.real_name,
        "tz": person.zone,
        "tz_label": zone.tzname(),
        "tz_offset": int(offset.total_seconds()) if offset else 0,
        "is_bot": person.is_bot,
        "deleted": False,
        "profile": {"real_name": person.real_name, "display_name": person.name}
        | {"title": person.title},
    } | ({"is_stranger": True} if person.is_stranger else {"locale": "en-US"})
