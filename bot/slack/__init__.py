"""The Slack edge. `SURFACES` is its contents page: everything we listen to, and who answers."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from slack_bolt import App
from slack_bolt.authorization import AuthorizeResult

from bot.helpdesk import Conversations, Deliveries, HelpDesk, People
from bot.slack import ids
from bot.slack.client import web_client
from bot.slack.errors import unhandled
from bot.slack.listeners import (
    ask,
    checklist,
    choose,
    hand_over,
    home,
    share,
    status,
    unknown,
)
from bot.slack.quiet import quiet_logger
from bot.slack.services import Services

__all__ = ["SURFACES", "Surface", "build_app"]

Kind = Literal["event", "command", "action", "shortcut", "view"]
Listener = Callable[[Services], Callable[..., Any]]

_ANYTHING = re.compile(r".*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Surface:
    """Something we listen to. `name` is what Bolt calls it.

    `subscription` is what the manifest calls an event, `scope` what Slack asks for it;
    `description` and `hint` are what people see of a command.
    """

    kind: Kind
    name: str
    listener: Listener
    subscription: str = ""
    scope: str = ""
    description: str = ""
    hint: str = ""


SURFACES = (
    Surface("event", "app_mention", ask.on_message, "app_mention", "app_mentions:read"),
    Surface("event", "message", ask.on_message, "message.im", "im:history"),
    Surface("event", "app_home_opened", home.on_home, "app_home_opened"),
    Surface(
        "command",
        ids.ASK,
        ask.on_command,
        scope="commands",
        description="Ask about NextGen CM/ECF and PACER. Only you see the answer.",
        hint="your question, or help",
    ),
    Surface(
        "command",
        ids.STATUS,
        status.on_status,
        scope="commands",
        description="The court's status, your progress in getting ready to e-file, who is open now",
        hint="start, role, reminders off, reset, export, forget me, help",
    ),
    Surface("action", ids.CHOOSE, choose.on_choose),
    Surface("action", ids.RELATED, choose.on_choose),
    Surface("action", ids.PERSON, hand_over.on_person),
    Surface("action", ids.SHARE, share.on_share),
    Surface("action", ids.GUIDE, checklist.on_guide),
    Surface("action", ids.GUIDE_DAY, checklist.on_guide),
    Surface("action", ids.SEARCH, home.on_search),
    Surface("action", ids.TOPIC, home.on_topic),
    Surface("view", ids.SEARCH_WINDOW, home.on_searched),
)


def build_app(
    *,
    bot_token: str,
    signing_secret: str,
    api_url: str,
    desk: Callable[[], HelpDesk],
    deliveries: Deliveries,
    conversations: Conversations,
    people: People,
    now: Callable[[], datetime],
) -> App:
    """The Bolt app with all listeners. Calls nobody: Slack is first called to answer a person."""
    services = Services(desk, deliveries, conversations, people, now)
    logger = quiet_logger()
    app = App(
        name=logger.name,
        logger=logger,
        client=web_client(bot_token, api_url, logger),
        signing_secret=signing_secret,
        authorize=_always(bot_token),
        process_before_response=True,
        attaching_conversation_kwargs_enabled=False,
    )
    app.error(unhandled)
    for surface in SURFACES:
        _register(app, surface, surface.listener(services))
    _register_the_rest(app, services)
    return app


def _always(token: str) -> Callable[..., AuthorizeResult]:
    """One workspace, one token: Bolt's own way asks Slack first and loses events if that fails."""

    def authorize(enterprise_id: str | None, team_id: str | None) -> AuthorizeResult:
        return AuthorizeResult(enterprise_id=enterprise_id, team_id=team_id, bot_token=token)

    return authorize


def _register(app: App, surface: Surface, listener: Callable[..., Any]) -> None:
    if surface.kind == "event":
        app.event(surface.name)(listener)
    elif surface.kind == "command":
        app.command(surface.name)(listener)
    elif surface.kind == "action":
        app.action(ids.pattern(surface.name))(listener)
    elif surface.kind == "view":
        app.view(surface.name)(listener)


def _register_the_rest(app: App, services: Services) -> None:
    """Last, so that they get only what nothing above them took."""
    nothing = unknown.on_anything(services)
    app.event(_ANYTHING)(nothing)
    app.shortcut(_ANYTHING)(nothing)
    app.view(_ANYTHING)(nothing)
    app.view_closed(_ANYTHING)(nothing)
    app.options(_ANYTHING)(unknown.on_menu(services))
    app.command(_ANYTHING)(ask.on_command(services))
    app.action(_ANYTHING)(choose.on_choose(services))
