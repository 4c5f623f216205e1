"""Reminders as Slack's own scheduled messages: what is wished for, brought about."""

from enum import Enum

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.checklist import Plan, Progress
from bot.helpdesk import Guide, Known, Reminder, Scheduled
from bot.slack.errors import log_failure, slack_code
from bot.slack.services import Services
from bot.slack.views.message import Payload, draw

_NOTHING_TO_COME = frozenset({"invalid_scheduled_message_id", "channel_not_found"})
"""It was sent or taken back before, or there is no place any more to send it to."""


class Missed(Enum):
    """What Slack would not do."""

    SET = "a reminder was not set"
    TAKEN_BACK = "a reminder was not taken back: it may still come"


def arrange(
    services: Services,
    client: WebClient,
    who: str,
    known: Known,
    wished: tuple[Reminder, ...],
    progress: dict[str, Progress],
) -> frozenset[Missed]:
    """Cancel and schedule until Slack holds what is wished for; returns what it would not do.

    Each is kept as soon as Slack has taken it, and until Slack has taken it back, so that whatever
    fails, nothing is sent that nobody can stop any more.
    """
    held = {_key(it.reminder): it for it in known.scheduled}
    wishes = {_key(it): it for it in wished}
    over = [it for key, it in held.items() if wishes.get(key) != it.reminder]
    still_there = {_key(it.reminder) for it in over if not _cancel(services, client, who, it)}
    missed = {Missed.TAKEN_BACK} if still_there else set()
    channel = _channel(who, known)
    new = [wish for key, wish in wishes.items() if key not in held or held[key].reminder != wish]
    for wish in new:
        free = _key(wish) not in still_there
        if free and not _arrange_one(services, client, who, channel, wish, progress):
            missed.add(Missed.SET)
    return frozenset(missed)


def cancel_all(services: Services, client: WebClient, who: str, known: Known) -> bool:
    """Take back all that Slack would still send to somebody; whether it did."""
    cancelled = [_cancel(services, client, who, it) for it in known.scheduled]
    return all([*cancelled, cancel_unknown(client, known)])


def cancel_unknown(client: WebClient, known: Known) -> bool:
    """Take back what Slack still holds for somebody after all that we know of; whether it did.

    A process may die after Slack took a reminder and before it was kept. That is so rare that a
    list that cannot be had stops nobody: True is returned.
    """
    places = {kept.place.channel for kept in known.kept if kept.place}
    taken_back = []
    for channel in sorted({*places, *(it.channel for it in known.scheduled if it.message)}):
        try:
            waiting = client.chat_scheduledMessages_list(channel=channel)["scheduled_messages"]
        except (SlackApiError, OSError) as error:
            log_failure("listing all reminders", error)
            continue
        taken_back += [_take_back(client, channel, message["id"]) for message in waiting]
    return all(taken_back)


def _cancel(services: Services, client: WebClient, who: str, scheduled: Scheduled) -> bool:
    """Take a reminder back and keep it no longer; False, and kept, when Slack may still send it."""
    is_to_come = bool(scheduled.message) and scheduled.reminder.due > services.now()
    if is_to_come and not _take_back(client, scheduled.channel, scheduled.message):
        return False
    services.people.unschedule(who, scheduled.reminder)
    return True


def _take_back(client: WebClient, channel: str, message: str) -> bool:
    try:
        client.chat_deleteScheduledMessage(channel=channel, scheduled_message_id=message)
    except (SlackApiError, OSError) as error:
        if isinstance(error, SlackApiError) and slack_code(error) in _NOTHING_TO_COME:
            return True
        log_failure("cancelling a reminder", error)
        return False
    return True


def _channel(who: str, known: Known) -> str:
    """The direct message; before there was one, the person, whom Slack takes for it."""
    places = (kept.place.channel for kept in known.kept if kept.place)
    return next(places, who.partition(":")[2])


def _arrange_one(
    services: Services,
    client: WebClient,
    who: str,
    channel: str,
    wish: Reminder,
    progress: dict[str, Progress],
) -> bool:
    if wish.paused:
        services.people.schedule(who, Scheduled(wish, channel, ""))
        return True
    payload = _payload(services, wish, progress.get(wish.checklist))
    if payload is None:
        return True
    try:
        response = client.chat_scheduleMessage(
            channel=channel, post_at=int(wish.due.timestamp()), **payload
        )
    except (SlackApiError, OSError) as error:
        log_failure("scheduling a reminder", error)
        return False
    taken = Scheduled(wish, response["channel"], response["scheduled_message_id"])
    services.people.schedule(who, taken)
    return True


def _payload(services: Services, wish: Reminder, progress: Progress | None) -> Payload | None:
    """The message to schedule; None when the step is gone."""
    desk = services.desk()
    checklist = desk.knowledge.checklists.get(wish.checklist)
    step = checklist.step(wish.step) if checklist else None
    if checklist is None or step is None or progress is None:
        return None
    guide = Guide(desk)
    plan = Plan.on(desk.knowledge, checklist, desk.today(wish.due))
    return draw(guide.reminders.message(plan, progress, step), desk.knowledge.says)


def _key(reminder: Reminder) -> tuple[str, str]:
    return reminder.checklist, reminder.step
