"""Somebody picks: one of the choices, none of them, or what people also ask."""

from collections.abc import Callable, Mapping
from typing import Any

from slack_bolt import Ack
from slack_sdk import WebClient

from bot.slack.conversation import conversations_of_press, remember
from bot.slack.errors import log_failure, or_went_wrong
from bot.slack.incoming import Press, press_of
from bot.slack.listeners.home import is_in_window, show_in_window
from bot.slack.outgoing import answer_press
from bot.slack.services import Services
from bot.slack.views.message import draw


def on_choose(services: Services) -> Callable[..., None]:
    """Answer a press of a choice. What is no longer there is told, never an error."""

    def listen(body: Mapping[str, Any], client: WebClient, ack: Ack) -> None:
        ack()
        try:
            if is_in_window(body):
                _in_window(services, client, body)
            else:
                _answer(services, client, press_of(body))
        except Exception as error:
            log_failure("answering a press", error)

    return listen


def _in_window(services: Services, client: WebClient, body: Mapping[str, Any]) -> None:
    desk, chosen = services.desk(), press_of(body).value
    show_in_window(services, client, body, lambda: desk.choose(chosen, services.now()))


def _answer(services: Services, client: WebClient, press: Press) -> None:
    desk = services.desk()
    message = or_went_wrong(services, "choosing", lambda: desk.choose(press.value, services.now()))
    private = not press.thread and not press.channel.startswith("D")
    answer_press(client, press, draw(message, desk.knowledge.says, shareable=private))
    remember(services, conversations_of_press(press), message)
