"""Somebody asks: by direct message, by mention, or with the slash command."""

import logging
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from slack_bolt import Ack, BoltRequest, BoltResponse
from slack_sdk import WebClient

from bot.helpdesk import Guide, GuideStatus, Heard, Message, Reply, Turn
from bot.slack.conversation import (
    conversation_of_command,
    conversations_of,
    last_turn,
    remember,
)
from bot.slack.deliveries import names_of, once
from bot.slack.errors import log_failure, or_went_wrong
from bot.slack.guiding import who_is
from bot.slack.incoming import Command, Question, command_of, question_of
from bot.slack.late import answer_command
from bot.slack.listeners.checklist import heard, heard_elsewhere
from bot.slack.outgoing import post
from bot.slack.services import Services
from bot.slack.views.message import Payload, draw

log = logging.getLogger(__name__)

_LAST_RETRY = 3


def on_message(services: Services) -> Callable[..., BoltResponse]:
    """Answer a direct message or a mention, in its thread."""

    def listen(body: Mapping[str, Any], client: WebClient, request: BoltRequest) -> BoltResponse:
        question = question_of(body)
        if question is None:
            return BoltResponse(status=200)
        try:
            return once(services, names_of(question), lambda: _answer(services, client, question))
        except Exception as error:
            log_failure("answering a message", error)
            if _retry_number(request.headers) < _LAST_RETRY:
                return BoltResponse(status=500)
            return _apologise(services, client, question)

    return listen


def on_command(services: Services) -> Callable[..., None]:
    """Answer `/nextgen question` for the asker's eyes only; alone or with `help`, say how."""

    def listen(body: Mapping[str, Any], client: WebClient, ack: Ack) -> None:
        answer_command(body, client, ack, lambda: _private(services, client, command_of(body)))

    return listen


def _private(services: Services, client: WebClient, command: Command) -> Payload:
    message = or_went_wrong(services, "answering", lambda: _reply(services, client, command))
    return draw(message, services.desk().knowledge.says, shareable=not command.direct)


def _answer(services: Services, client: WebClient, question: Question) -> None:
    """Post first, then remember: what failed to arrive was not said.

    In a direct message the guide may be listening: it answers what is meant for it.
    """
    hint = GuideStatus(Guide(services.desk())).hint(question.text, services.now())
    may_be_heard = question.direct and not question.is_empty and hint is None
    if may_be_heard and heard(services, client, question):
        return
    conversations = conversations_of(question)
    turn = last_turn(services, conversations[-1])
    where = Heard.CONVERSATION if question.direct else Heard.MENTION
    message = (
        hint
        or _heard_elsewhere(services, client, question)
        or or_went_wrong(services, "answering", lambda: _ask(services, question.text, turn, where))
    )
    says = services.desk().knowledge.says
    post(client, question.channel, draw(message, says), question.thread)
    if not question.is_empty:  # choices stay open after a sticker
        remember(services, conversations, message)


def _heard_elsewhere(services: Services, client: WebClient, question: Question) -> Message | None:
    """A checklist spoken of in a channel: it is nobody else's, so it goes to the direct message."""
    if question.direct:
        return None
    delivery = f"{question.channel}:{question.ts}"
    who = who_is(question.team, question.user)
    return heard_elsewhere(services, client, who, question.text, delivery)


def _ask(services: Services, text: str, turn: Turn | None, heard: Heard) -> Reply:
    reply = services.desk().ask(text, services.now(), turn, heard)
    log.info("Answered: %s by %s, entries %s", reply.outcome, reply.rule, reply.entries)
    return reply


def _reply(services: Services, client: WebClient, command: Command) -> Message:
    if command.text.casefold() in ("", "help"):
        return services.desk().usage(services.now())
    if hint := GuideStatus(Guide(services.desk())).hint(command.text, services.now()):
        return hint
    who = who_is(command.team, command.user)
    if told := heard_elsewhere(services, client, who, command.text):
        return told
    conversation = conversation_of_command(command)
    turn = _turn_if_any(services, conversation)
    reply = _ask(services, command.text, turn, Heard.UNPOSTED)
    remember(services, [conversation], reply)
    return reply


def _turn_if_any(services: Services, conversation: str) -> Turn | None:
    """A command is not sent again, so it is answered without its past if need be."""
    try:
        return last_turn(services, conversation)
    except Exception as error:
        log_failure("reading a conversation", error)
        return None


def _apologise(services: Services, client: WebClient, question: Question) -> BoltResponse:
    """Slack will not send the event again: tell the person, with whom to call."""
    try:
        desk = services.desk()
        message = desk.went_wrong(services.now())
        post(client, question.channel, draw(message, desk.knowledge.says), question.thread)
    except Exception as error:
        log_failure("saying that something went wrong", error)
        return BoltResponse(status=500)
    return BoltResponse(status=200)


def _retry_number(headers: Mapping[str, Sequence[str]]) -> int:
    number = next(iter(headers.get("x-slack-retry-num", ())), "0")
    return int(number) if number.isdecimal() else 0
