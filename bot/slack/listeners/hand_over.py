"""Somebody wants to talk to a person."""

from collections.abc import Callable, Mapping
from typing import Any

from slack_bolt import Ack
from slack_sdk import WebClient

from bot.slack.errors import log_failure, or_went_wrong
from bot.slack.incoming import Press, press_of
from bot.slack.listeners.home import is_in_window, show_in_window
from bot.slack.outgoing import answer_press
from bot.slack.services import Services
from bot.slack.views.message import draw


def on_person(services: Services) -> Callable[..., None]:
    """Show the contacts for what the message was about."""

    def listen(body: Mapping[str, Any], client: WebClient, ack: Ack) -> None:
        ack()
        try:
            if is_in_window(body):
                _show_in_window(services, client, body)
            else:
                _show(services, client, press_of(body))
        except Exception as error:
            log_failure("showing contacts", error)

    return listen


def _show_in_window(services: Services, client: WebClient, body: Mapping[str, Any]) -> None:
    desk, about = services.desk(), press_of(body).value.split()
    show_in_window(services, client, body, lambda: desk.person(about, services.now()))


def _show(services: Services, client: WebClient, press: Press) -> None:
    desk = services.desk()
    message = or_went_wrong(
        services, "finding a person", lambda: desk.person(press.value.split(), services.now())
    )
    answer_press(client, press, draw(message, desk.knowledge.says))
