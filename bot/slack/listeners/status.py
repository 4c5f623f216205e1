"""Somebody asks how things stand, for the court and for themselves, or what is kept about them."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from slack_bolt import Ack
from slack_sdk import WebClient

from bot.helpdesk import Guide, Guided, GuideStatus, Known, Message, Note, Person
from bot.slack.errors import log_failure, or_went_wrong
from bot.slack.guiding import say_in_message, settled, who_is, with_status
from bot.slack.incoming import Command, command_of
from bot.slack.late import answer_command
from bot.slack.people import walk
from bot.slack.services import Services
from bot.slack.views.message import Payload, draw


def on_status(services: Services) -> Callable[..., None]:
    """Do what `/nextgen-status` asks, for the asker's eyes only."""

    def listen(body: Mapping[str, Any], client: WebClient, ack: Ack) -> None:
        answer_command(body, client, ack, lambda: _answer(services, client, command_of(body)))

    return listen


def _answer(services: Services, client: WebClient, command: Command) -> Payload:
    message = or_went_wrong(
        services, "telling the status", lambda: _told_if_kept(services, client, command)
    )
    return draw(message, services.desk().knowledge.says)


def _told_if_kept(services: Services, client: WebClient, command: Command) -> Message:
    """The court's status needs no database, so that part is told when the rest cannot be."""
    try:
        return _told(services, client, command)
    except Exception as error:
        if command.text.strip():
            raise
        log_failure("reading what is kept", error)
        return services.desk().status(services.now())


def _told(services: Services, client: WebClient, command: Command) -> Message:
    """What to show privately. The checklist itself goes on in the direct message."""
    who = who_is(command.team, command.user)

    status = GuideStatus(Guide(services.desk()))

    def decide(person: Person, known: Known) -> Guided:
        counted = replace(person, conversations=services.people.conversations(who))
        return status.command(command.text, counted, services.now())

    walked = walk(services, client, who, "", decide)
    assert walked is not None, "a command is always for us"
    walked = settled(services, client, who, walked)
    guided = walked.guided
    if status.begins(command.text) and guided.asks is not None:
        say_in_message(services, client, who, walked, command.user, None)
        says = services.desk().knowledge.says.guide
        return Message((Note(says.see_message),), services.desk().knowledge.version)
    if guided.asks is not None:
        return with_status(services, client, who, walked)
    parts = tuple(part for message in guided.messages for part in message.parts)
    return Message(parts, services.desk().knowledge.version)
