"""What Slack sends, as values of ours. Pure; the first question is whether it is for us at all."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.slack.tokens import typed

Body = Mapping[str, Any]

_FROM_PEOPLE = frozenset({None, "file_share", "thread_broadcast", "me_message"})
_SLACKBOT = "USLACKBOT"


@dataclass(frozen=True, slots=True)
class Question:
    """A message that a person wrote to us. `thread` is the time stamp of the thread's first
    message: of this one, when it begins a thread."""

    event_id: str
    team: str
    channel: str
    user: str
    ts: str
    thread: str
    text: str
    direct: bool

    @property
    def is_empty(self) -> bool:
        """Whether it holds no words at all: a bare mention, a sticker, a row of dots."""
        return not any(character.isalnum() for character in self.text)

    @property
    def begins_thread(self) -> bool:
        """Whether this message stands outside any thread."""
        return self.thread == self.ts


@dataclass(frozen=True, slots=True)
class Command:
    """A slash command, which only its writer sees."""

    team: str
    channel: str
    user: str
    text: str

    @property
    def direct(self) -> bool:
        """Whether it was typed in a direct message."""
        return self.channel.startswith("D")


@dataclass(frozen=True, slots=True)
class Press:
    """A press of a button. `thread` is empty where the message was for the presser's eyes only.

    `message` is the time stamp of the message that was pressed, empty where there is none.
    """

    team: str
    channel: str
    user: str
    thread: str
    value: str
    response_url: str
    message: str = ""


def question_of(body: Body) -> Question | None:
    """The question in an event, or None for anything that no person wrote to us.

    Decided before the delivery is claimed: a mention arrives as two events where an app hears all
    messages, and the one that is not for us must not use the claim up.
    """
    event = body["event"]
    if not _from_person(event) or not _to_us(event):
        return None
    return Question(
        event_id=body.get("event_id", ""),
        team=_team(body),
        channel=event["channel"],
        user=event["user"],
        ts=event["ts"],
        thread=event.get("thread_ts") or event["ts"],
        text=typed(event.get("text") or ""),
        direct=event.get("channel_type") == "im",
    )


def command_of(body: Body) -> Command:
    """The slash command in a request."""
    return Command(
        team=body.get("team_id", ""),
        channel=body.get("channel_id", ""),
        user=body.get("user_id", ""),
        text=typed(body.get("text") or ""),
    )


def press_of(body: Body) -> Press:
    """The press in a request. Of several actions at once, which Slack never sends, the first."""
    action = body["actions"][0]
    container = body.get("container") or {}
    seen_by_all = not container.get("is_ephemeral") and "message_ts" in container
    thread = container.get("thread_ts") or container.get("message_ts", "")
    return Press(
        team=(body.get("team") or {}).get("id", ""),
        channel=(body.get("channel") or {}).get("id") or container.get("channel_id", ""),
        user=body["user"]["id"],
        thread=thread if seen_by_all else "",
        value=action.get("value") or "",
        response_url=body.get("response_url") or "",
        message=container.get("message_ts", "") if seen_by_all else "",
    )


def _from_person(event: Body) -> bool:
    """Other bots' messages pass Bolt's own filter, and two bots could talk for ever."""
    if event.get("bot_id") or event.get("hidden") or event.get("subtype") not in _FROM_PEOPLE:
        return False
    return bool(event.get("user")) and event["user"] != _SLACKBOT


def _to_us(event: Body) -> bool:
    return event["type"] == "app_mention" or event.get("channel_type") == "im"


def _team(body: Body) -> str:
    """The workspace we are installed in; in a shared channel `team_id` may be another."""
    authorizations = body.get("authorizations") or ()
    installed = authorizations[0].get("team_id") if authorizations else None
    return str(installed or body.get("team_id", ""))
