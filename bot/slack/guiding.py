"""What the guide says, brought to people: in their direct message, or for their eyes only."""

from dataclasses import replace
from itertools import chain

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.helpdesk import Guide, GuideStatus, Message, Place
from bot.slack.errors import log_failure
from bot.slack.outgoing import post
from bot.slack.people import Walked, person_of
from bot.slack.reminders import arrange, cancel_all
from bot.slack.services import Services
from bot.slack.views.message import draw


def who_is(team: str, user: str) -> str:
    """How somebody is named in the store."""
    return f"{team}:{user}"


def settled(services: Services, client: WebClient, who: str, walked: Walked) -> Walked:
    """Bring about what the guide wants besides words; what it says, if that could not be done."""
    guided = walked.guided
    if guided.forget:
        cancel_all(client, walked.known)
        services.people.forget(who)
        services.zones.pop(who.partition(":")[2], None)
        return walked
    if guided.reminders is None:
        return walked
    progress = {kept.progress.checklist: kept.progress for kept in walked.known.kept}
    if walked.progress is not None:
        progress[walked.progress.checklist] = walked.progress
    if walked.progress is not None and not walked.progress.reminders_on:
        cancel_all(client, walked.known)
    if arrange(services, client, who, walked.known, guided.reminders, progress):
        return walked
    failed = Guide(services.desk()).reminders.failed()
    said = (*guided.messages[:-1], failed) if guided.asks is None else (failed, *guided.messages)
    return replace(walked, guided=replace(guided, messages=said))


def say_in_message(
    services: Services,
    client: WebClient,
    who: str,
    walked: Walked,
    channel: str,
    thread: str | None,
) -> None:
    """Fold what was asked before, say what there is to say, and note where it asks now.

    `channel` may be a person: Slack takes it for the direct message with them. Without a thread
    the first message begins one.
    """
    guided = walked.guided
    if guided.asks is not None and walked.place is not None:
        fold(services, client, walked, walked.place)
    place: Place | None = None
    for message in guided.messages:
        at, ts = post(client, channel, draw(message, services.desk().knowledge.says), thread)
        thread = thread or ts
        place = Place(at, thread, ts, guided.asks or "")
    if guided.asks is not None and place is not None and walked.progress is not None:
        services.people.put(who, walked.progress.checklist, place)


def fold(services: Services, client: WebClient, walked: Walked, place: Place) -> None:
    """Leave one line of a message that asked something. It may be gone: that hurts nobody."""
    if walked.progress is None:
        return
    desk = services.desk()
    guide = Guide(desk)
    line = guide.folded(walked.progress.checklist, place.asks, walked.progress)
    if line is None:
        return
    drawn = draw(line, desk.knowledge.says)
    try:
        client.chat_update(
            channel=place.channel, ts=place.message, text=drawn["text"], blocks=drawn["blocks"]
        )
    except (SlackApiError, OSError) as error:
        log_failure("folding a step", error)


def with_status(services: Services, client: WebClient, who: str, walked: Walked) -> Message:
    """What was said, and below it how things stand now: for the person's eyes only."""
    status = GuideStatus(Guide(services.desk()))
    known = services.people.recall(who)
    person = person_of(services, client, who, known)
    guided = walked.guided
    told = guided.messages[:-1] if guided.asks is not None else guided.messages
    now = status.status(person, services.now())
    parts = tuple(chain.from_iterable(message.parts for message in told))
    return replace(now, parts=(*parts, *now.parts))
