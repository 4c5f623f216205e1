"""Commands are answered in the acknowledgement; what takes longer than Slack waits, afterwards."""

from collections.abc import Callable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

from slack_bolt import Ack
from slack_sdk import WebClient

from bot.slack.errors import log_failure
from bot.slack.incoming import Press, command_of
from bot.slack.outgoing import answer_privately
from bot.slack.views.message import Payload

PATIENCE_SECONDS = 2.0
"""Slack waits three seconds, the way to us and back included."""


def answer_command(
    body: Mapping[str, Any], client: WebClient, ack: Ack, work: Callable[[], Payload]
) -> None:
    """Answer a slash command for its writer's eyes only, with what the work comes to.

    Work that takes longer goes on; its answer is then sent to the command's response URL.
    """
    worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="command")
    answer = worker.submit(work)
    worker.shutdown(wait=False)
    try:
        payload = answer.result(PATIENCE_SECONDS)
    except TimeoutError:
        ack()
        answer.add_done_callback(lambda done: _send(body, client, done))
        return
    ack({"response_type": "ephemeral", **payload})


def _send(body: Mapping[str, Any], client: WebClient, done: "Future[Payload]") -> None:
    command = command_of(body)
    writer = Press(
        team=command.team,
        channel=command.channel,
        user=command.user,
        thread="",
        value="",
        response_url=body.get("response_url") or "",
    )
    try:
        answer_privately(client, writer, done.result())
    except Exception as error:
        log_failure("answering a command late", error)
