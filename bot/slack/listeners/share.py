"""Somebody shares a private answer in the channel."""

from collections.abc import Callable, Mapping
from typing import Any

from slack_bolt import Ack
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.helpdesk import Message, Note
from bot.slack.errors import log_failure, or_went_wrong
from bot.slack.incoming import Press, press_of
from bot.slack.outgoing import answer_privately, post
from bot.slack.services import Services
from bot.slack.views.message import can_be_shared, draw
from bot.slack.views.shared import draw_shared


def on_share(services: Services) -> Callable[..., None]:
    """Post the answer, as it reads today, and tell the person whether it worked."""

    def listen(body: Mapping[str, Any], client: WebClient, ack: Ack) -> None:
        ack()
        press = press_of(body)
        try:
            message = or_went_wrong(services, "sharing", lambda: _share(services, client, press))
            says = services.desk().knowledge.says
            answer_privately(client, press, draw(message, says))
        except Exception as error:
            log_failure("telling about a shared answer", error)

    return listen


def _share(services: Services, client: WebClient, press: Press) -> Message:
    """Share, and return what to tell the person. An answer that is gone is not shared."""
    desk = services.desk()
    reply = desk.choose(press.value, services.now())
    if not can_be_shared(reply):
        return reply
    says = desk.knowledge.says
    try:
        post(client, press.channel, draw_shared(reply, says, press.user))
    except SlackApiError as error:
        log_failure("sharing", error)
        return Message((Note(says.share_failed),), reply.version)
    return Message((Note(says.shared),), reply.version)
