"""How a message gets to a person: into a thread, for their eyes only, or by direct message."""

import logging
from typing import Any

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from slack_sdk.webhook import WebhookClient

from bot.slack.client import TIMEOUT_SECONDS, retry_handlers
from bot.slack.errors import log_failure, slack_code
from bot.slack.incoming import Press
from bot.slack.views.message import Payload

log = logging.getLogger(__name__)

_BLOCKS_REFUSED = frozenset({"invalid_blocks", "invalid_blocks_format", "msg_blocks_too_long"})


def post(
    client: WebClient, channel: str, payload: Payload, thread: str | None = None
) -> tuple[str, str]:
    """Post in a channel, or in a thread of it. Raises what the client raises.

    Returns where it stands: channel and time stamp. A person is a channel too.

    Blocks that Slack refuses are left out: the text alone says the same.
    """
    try:
        return _post(client, channel, thread, payload)
    except SlackApiError as error:
        if slack_code(error) not in _BLOCKS_REFUSED:
            raise
        log_failure("posting blocks", error)
        return _post(client, channel, thread, _text_only(payload))


def answer_press(client: WebClient, press: Press, payload: Payload) -> None:
    """Answer a press where it happened: in the message's thread, or privately."""
    if not press.thread:
        answer_privately(client, press, payload)
        return
    try:
        post(client, press.channel, payload, press.thread)
    except (SlackApiError, OSError) as error:
        log_failure("answering in a thread", error)
        answer_privately(client, press, payload)


def answer_privately(client: WebClient, press: Press, payload: Payload) -> None:
    """Answer for the presser's eyes only, or by direct message when that is refused."""
    private = {**payload, "response_type": "ephemeral", "replace_original": False}
    if press.response_url:
        for attempt in (private, _text_only(private)):
            if _respond(press.response_url, attempt):
                return
    post(client, press.user, payload)


def replace_privately(client: WebClient, press: Press, payload: Payload) -> None:
    """Put something in the place of the private message that was pressed."""
    new = {**payload, "response_type": "ephemeral", "replace_original": True}
    for attempt in (new, _text_only(new)):
        if _respond(press.response_url, attempt):
            return
    post(client, press.user, payload)


def _post(client: WebClient, channel: str, thread: str | None, payload: Payload) -> tuple[str, str]:
    response = client.chat_postMessage(channel=channel, thread_ts=thread, **payload)
    return str(response["channel"]), str(response["ts"])


def _respond(url: str, payload: Payload) -> bool:
    """Send to a response URL; whether Slack took it."""
    webhook = WebhookClient(  # with the kit's own logger: ours would be given every answer at DEBUG
        url, timeout=TIMEOUT_SECONDS, retry_handlers=retry_handlers()
    )
    try:
        status = webhook.send_dict(payload).status_code
    except OSError as error:
        log_failure("sending to a response URL", error)
        return False
    if status != 200:
        log.error("Slack refused a private answer: HTTP %d", status)
    return status == 200


def _text_only(payload: Payload) -> dict[str, Any]:
    return {name: value for name, value in payload.items() if name != "blocks"}
