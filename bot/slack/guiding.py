"""What the guide says, brought to people: in their direct message, or for their eyes only."""

from dataclasses import replace
from itertools import chain

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.checklist import Progress
from bot.helpdesk import Alert, Guide, Guided, GuideStatus, Message, Place
from bot.slack.errors import log_failure
from bot.slack.outgoing import post
from bot.slack.people import Walked, person_of, undo
from bot.slack.reminders import Missed, arrange, cancel_all, cancel_unknown
from bot.slack.services import Services
from bot.slack.views.message import draw


def who_is(team: str, user: str) -> str:
    """How somebody is named in the store."""
    return f"{team}:{user}"


def settled(services: Services, client: WebClient, who: str, walked: Walked) -> Walked:
    """Bring about what the guide wants besides words; what it says, if that could not be done."""
    if walked.guided.forget:
        return _forgotten(services, client, who, walked)
    if walked.guided.reminders is None:
        return walked
    wished, progress = walked.guided.reminders, _progress_after(walked)
    missed = arrange(services, client, who, walked.known, wished, progress)
    if _turned_off(walked) and not missed:
        missed = _nothing_left(client, walked)
    return _told(services, who, walked, missed) if missed else walked


def _progress_after(walked: Walked) -> dict[str, Progress]:
    progress = {kept.progress.checklist: kept.progress for kept in walked.known.kept}
    if walked.progress is not None:
        progress[walked.progress.checklist] = walked.progress
    return progress


def _turned_off(walked: Walked) -> bool:
    return walked.progress is not None and not walked.progress.reminders_on


def _nothing_left(client: WebClient, walked: Walked) -> frozenset[Missed]:
    return frozenset() if cancel_unknown(client, walked.known) else frozenset({Missed.TAKEN_BACK})


def _told(services: Services, who: str, walked: Walked, missed: frozenset[Missed]) -> Walked:
    """Say what Slack would not do. Reminders are not off while one may still come."""
    guided, reminders = walked.guided, Guide(services.desk()).reminders
    may_come = Missed.TAKEN_BACK in missed
    failed = reminders.not_taken_back() if may_come else reminders.failed()
    said = (*guided.messages[:-1], failed) if guided.asks is None else (failed, *guided.messages)
    if may_come and _turned_off(walked):
        undo(services, who, walked)
    return replace(walked, guided=replace(guided, messages=said))


def _forgotten(services: Services, client: WebClient, who: str, walked: Walked) -> Walked:
    """Forget somebody, once Slack sends them nothing more: forgotten, nobody could stop it."""
    if not cancel_all(services, client, who, walked.known):
        failed = Guide(services.desk()).reminders.not_forgotten()
        return replace(walked, guided=Guided((failed,)))
    services.people.forget(who)
    services.zones.pop(who.partition(":")[2], None)
    return walked


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
    below = (part for part in now.parts if not (isinstance(part, Alert) and part in parts))
    return replace(now, parts=(*parts, *below))
