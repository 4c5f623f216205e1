"""Somebody opens the Home tab, searches there, or browses a topic."""

from collections.abc import Callable, Mapping
from typing import Any

from slack_bolt import Ack
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.helpdesk import Guide, GuideStatus, Heard, Home, Message
from bot.slack import ids
from bot.slack.errors import log_failure, or_went_wrong
from bot.slack.guiding import who_is
from bot.slack.outgoing import post
from bot.slack.people import person_of
from bot.slack.services import Services
from bot.slack.views.home import draw_answer, draw_home, draw_search
from bot.slack.views.message import draw


def on_home(services: Services) -> Callable[..., None]:
    """Draw the Home tab when it is opened. The other tab needs nothing from us."""

    def listen(body: Mapping[str, Any], client: WebClient, ack: Ack) -> None:
        ack()
        event = body["event"]
        if event.get("tab", "home") == "home":
            try:
                publish(services, client, body.get("team_id", ""), event["user"])
            except Exception as error:
                log_failure("drawing the Home tab", error)

    return listen


def on_search(services: Services) -> Callable[..., None]:
    """Open the search window, or go back to it."""

    def listen(body: Mapping[str, Any], client: WebClient, ack: Ack) -> None:
        ack()
        desk = services.desk()
        try:
            _open_or_post(
                services,
                client,
                body,
                view=draw_search(desk.knowledge.says),
                instead=desk.usage(services.now()),
            )
        except Exception as error:
            log_failure("opening the search window", error)

    return listen


def on_topic(services: Services) -> Callable[..., None]:
    """Show the answer to the question that was chosen from a topic's menu."""

    def listen(body: Mapping[str, Any], client: WebClient, ack: Ack) -> None:
        ack()
        chosen = body["actions"][0].get("selected_option") or {}
        try:
            show_in_window(services, client, body, lambda: _chosen(services, chosen["value"]))
        except Exception as error:
            log_failure("showing an answer in a window", error)

    return listen


def on_searched(services: Services) -> Callable[..., None]:
    """Answer what was typed into the search window, in its place."""

    def listen(body: Mapping[str, Any], ack: Ack) -> None:
        box = body["view"]["state"]["values"][ids.SEARCH_BOX][ids.SEARCH_BOX]
        typed = box.get("value") or ""
        message = or_went_wrong(services, "searching", lambda: _found(services, typed))
        ack(response_action="update", view=draw_answer(message, services.desk().knowledge.says))

    return listen


def publish(services: Services, client: WebClient, team: str, user: str) -> None:
    """Draw somebody's Home tab, as things stand now."""
    desk, who = services.desk(), who_is(team, user)
    person = person_of(services, client, who, services.people.recall(who))
    message = or_went_wrong(
        services, "drawing", lambda: Home(Guide(desk)).message(person, services.now())
    )
    client.views_publish(user_id=user, view=draw_home(message, desk.knowledge.says))


def is_in_window(body: Mapping[str, Any]) -> bool:
    """Whether a press happened in a window."""
    return bool((body.get("view") or {}).get("type") == "modal")


def show_in_window(
    services: Services, client: WebClient, body: Mapping[str, Any], decide: Callable[[], Message]
) -> None:
    """Show a message in a window of its own, or in the one that was pressed in."""
    message = or_went_wrong(services, "answering in a window", decide)
    view = draw_answer(message, services.desk().knowledge.says)
    _open_or_post(services, client, body, view=view, instead=message)


def _found(services: Services, typed: str) -> Message:
    """The desk's answer; for what only a message or a command can begin, where to type it."""
    desk = services.desk()
    pointer = GuideStatus(Guide(desk)).pointer(typed, services.now(), to_press=True)
    return pointer or desk.ask(typed, services.now(), heard=Heard.UNPOSTED)


def _chosen(services: Services, entry: str) -> Message:
    return services.desk().choose(entry, services.now())


def _open_or_post(
    services: Services,
    client: WebClient,
    body: Mapping[str, Any],
    *,
    view: dict[str, Any],
    instead: Message,
) -> None:
    """Open a window; where Slack does not let us, say something in the direct message instead."""
    try:
        _open(client, body, view)
    except (SlackApiError, OSError) as error:
        log_failure("opening a window", error)
        post(client, body["user"]["id"], draw(instead, services.desk().knowledge.says))


def _open(client: WebClient, body: Mapping[str, Any], view: dict[str, Any]) -> None:
    if is_in_window(body):
        client.views_update(view_id=body["view"]["id"], hash=body["view"]["hash"], view=view)
    else:
        client.views_open(trigger_id=body["trigger_id"], view=view)
