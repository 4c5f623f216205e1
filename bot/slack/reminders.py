"""Reminders as Slack's own scheduled messages: what is wished for, brought about."""

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.checklist import Plan, Progress
from bot.helpdesk import Guide, Known, Reminder, Scheduled
from bot.slack.errors import log_failure, slack_code
from bot.slack.services import Services
from bot.slack.views.message import Payload, draw


def arrange(
    services: Services,
    client: WebClient,
    who: str,
    known: Known,
    wished: tuple[Reminder, ...],
    progress: dict[str, Progress],
) -> bool:
    """Cancel and schedule until Slack holds what is wished for; whether all could be arranged.

    Each is kept as soon as Slack has taken it, so that whatever fails, nothing is sent that nobody
    can stop any more.
    """
    held = {_key(it.reminder): it for it in known.scheduled}
    wishes = {_key(it): it for it in wished}
    for key, scheduled in held.items():
        if wishes.get(key) != scheduled.reminder:
            if scheduled.reminder.due > services.now():
                cancel(client, scheduled)
            services.people.unschedule(who, scheduled.reminder)
    new = [wish for key, wish in wishes.items() if key not in held or held[key].reminder != wish]
    channel = _channel(who, known)
    arranged = [_arrange_one(services, client, who, channel, wish, progress) for wish in new]
    return all(arranged)


def cancel_all(client: WebClient, known: Known) -> None:
    """Take back all that Slack would still send to somebody, whether or not we know of it.

    A process may die after Slack took a reminder and before it was kept.
    """
    places = {kept.place.channel for kept in known.kept if kept.place}
    for channel in {*places, *(it.channel for it in known.scheduled if it.message)}:
        try:
            waiting = client.chat_scheduledMessages_list(channel=channel)["scheduled_messages"]
        except SlackApiError as error:
            log_failure("listing all reminders", error)
            continue
        for message in waiting:
            _take_back(client, channel, message["id"])


def cancel(client: WebClient, scheduled: Scheduled) -> None:
    """Take a message back from Slack. One that was sent meanwhile cannot be."""
    if scheduled.message:
        _take_back(client, scheduled.channel, scheduled.message)


def _take_back(client: WebClient, channel: str, message: str) -> None:
    try:
        client.chat_deleteScheduledMessage(channel=channel, scheduled_message_id=message)
    except SlackApiError as error:
        if slack_code(error) != "invalid_scheduled_message_id":  # it was sent, or cancelled before
            log_failure("cancelling a reminder", error)


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
