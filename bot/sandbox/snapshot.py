"""What the page is told: the workspace as one person sees it now, as one JSON object."""

from dataclasses import dataclass
from datetime import datetime

from bot.sandbox.model import Channel, Json, Posted
from bot.sandbox.room import Room
from bot.sandbox.slack import Slack
from bot.sandbox.views import View

MOST_MESSAGES = 400
DAY = "%A, %B %-d, %Y"
TIME = "%-I:%M %p"


@dataclass(frozen=True)
class Snapshot:
    """Draws the picture of `slack` for the page. `asked` tells which words led to which answer."""

    slack: Slack
    room: Room
    asked: dict[str, str]

    def seen_by(self, user: str) -> Json:
        """All that a person sees, and the side panel's matters."""
        state = self.slack.state
        with state.lock:
            return {
                "version": state.version,
                "title": self.room.title,
                "user": user,
                "bot": {"id": self.slack.workspace.bot.id, "name": self._bot_name()},
                "people": self._people(),
                "channels": self._channels(user),
                "messages": self._messages(user),
                "home": self._view(state.views.home(user)),
                "modals": [self._view(it) for it in state.views.stack(user)],
                "prompts": self._prompts(user),
                "busy": self._busy(),
                **self._panel(),
            }

    def _panel(self) -> Json:
        allowed = self.slack.allowed
        return {
            "clock": self._clock(),
            "faults": self.slack.faults.on(),
            "retries": len(self.slack.delivery.retries),
            "rules": self.slack.problems[-20:],
            "commands": [
                {"name": it, "help": told} for it, told in (allowed.commands or {}).items()
            ],
            "shortcuts": list(allowed.shortcuts),
            "explains": self.room.explain is not None,
            "folder": self._folder(),
        }

    def _bot_name(self) -> str:
        return self.slack.workspace.bot.real_name

    def _people(self) -> list[Json]:
        everybody = self.slack.workspace.people.values()
        return [
            {
                "id": it.id,
                "name": it.real_name,
                "handle": it.name,
                "title": it.title,
                "bot": it.is_bot,
            }
            for it in everybody
        ]

    def _channels(self, user: str) -> list[Json]:
        mine = [it for it in self.slack.workspace.channels.values() if user in it.members]
        return [self._channel(it) for it in mine]

    def _channel(self, channel: Channel) -> Json:
        direct = channel.user is not None
        return {
            "id": channel.id,
            "name": self._bot_name() if direct else channel.name,
            "type": channel.type,
            "topic": channel.topic,
            "hasBot": self.slack.workspace.bot.id in channel.members,
        }

    def _messages(self, user: str) -> list[Json]:
        return [self._message(it) for it in self.slack.messages(user=user)[-MOST_MESSAGES:]]

    def _message(self, message: Posted) -> Json:
        person = self.slack.workspace.people.get(message.user)
        return {
            "ts": message.ts,
            "channel": message.channel,
            "thread": None if message.thread_ts == message.ts else message.thread_ts,
            "user": message.user,
            "name": person.real_name if person else "Slackbot",
            "bot": message.bot,
            "text": message.text,
            "blocks": message.blocks,
            "files": [it["name"] for it in message.raw.get("files", ())],
            "ephemeral": message.ephemeral_for is not None,
            "edited": message.edited,
            "via": message.via,
            "asked": self.asked.get(message.ts, ""),
            "reactions": self.slack.state.reactions.get((message.channel, message.ts), []),
            **self._when(message.at),
        }

    def _when(self, moment: datetime) -> Json:
        local = moment.astimezone(self.room.zone)
        return {"day": local.strftime(DAY), "time": local.strftime(TIME)}

    def _view(self, view: View | None) -> Json | None:
        if view is None:
            return None
        return {
            "id": view.id,
            "hash": view.hash,
            "definition": view.definition,
            "errors": view.errors,
            "values": view.values,
        }

    def _prompts(self, user: str) -> list[Json]:
        """What the bot set for this person, else what its manifest offers everybody."""
        given = self.slack.state.prompts.get(self.slack.workspace.direct_message(user))
        return list(self.slack.allowed.prompts) if given is None else given

    def _busy(self) -> list[str]:
        sessions = self.slack.state.sessions.items()
        return [
            place for place, it in sessions if it.get("line") or it.get("status") == "processing"
        ]

    def _clock(self) -> Json:
        now = self.slack.clock.now().astimezone(self.room.zone)
        return {
            "local": now.strftime("%Y-%m-%dT%H:%M"),
            "zone": now.tzname(),
            "real": self.slack.clock.is_real,
            **self._when(now),
            "moments": [
                {"label": it.label, "at": it.at.isoformat(), **self._when(it.at)}
                for it in self.room.moments()
            ],
        }

    def _folder(self) -> Json | None:
        folder = self.room.folder
        if folder is None:
            return None
        state = folder.state
        return {
            "name": folder.folder.name,
            "readings": state.readings,
            "inUse": state.in_use,
            "changed": state.changed,
            "problems": state.problems,
        }
