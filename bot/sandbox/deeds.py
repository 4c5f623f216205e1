"""What people do in Slack, and how it reaches the bot."""

from collections.abc import Mapping
from typing import Any

from bot.sandbox import outcome, payloads
from bot.sandbox.controls import find_control, typed_values
from bot.sandbox.model import Channel, Exchange, Json, Posted
from bot.sandbox.required import missing
from bot.sandbox.sending import Sending
from bot.sandbox.views import View


class Deeds(Sending):
    """The verbs of a person at the keyboard. Each returns after the bot acknowledged, or did not.

    Texts are as Slack sends them: `&`, `<` and `>` escaped, a mention as `<@U…>`.
    """

    # Messages

    def say(
        self,
        channel: str,
        text: str,
        user: str = "U0ALICE",
        thread_ts: str | None = None,
        **overrides: Any,
    ) -> Exchange:
        """Post a message. `overrides` are merged into it: `subtype`, `bot_id`, `files`, …

        The bot hears of it in a direct message, and elsewhere when it is a member and mentioned.
        """
        there = self._place(channel, user)
        message = self.state.post(
            there.id, user, text, via="typed", thread_ts=thread_ts, raw=overrides
        )
        events = [it | overrides for it in self._events_of(message, there)]
        attempts = [one for event in events for one in self._event(event)]
        return Exchange(tuple(attempts), message)

    def share_file(
        self, channel: str, user: str = "U0ALICE", text: str = "", name: str = "scan.png"
    ) -> Exchange:
        """Post a file, with or without words."""
        file = {"id": "F0FILE", "name": name, "mimetype": "image/png", "size": 1024}
        return self.say(channel, text, user, subtype="file_share", files=[file], upload=False)

    def edit(self, message: Posted | str, text: str) -> Exchange:
        """Change one's own message."""
        there = self._message(message)
        edited = {"user": there.user, "ts": self.state.timeline.next_ts()}
        raw = there.raw | {"text": text, "edited": edited}
        changed = self.state.timeline.change(there, text=text, edited=True, raw=raw)
        return self._changed("message_changed", there, message=changed.raw)

    def delete(self, message: Posted | str) -> Exchange:
        """Take one's own message away."""
        there = self._message(message)
        self.state.timeline.remove(there)
        return self._changed("message_deleted", there, deleted_ts=there.ts)

    # Commands, presses, views, shortcuts

    def command(
        self, name: str, text: str = "", user: str = "U0ALICE", channel: str = "C0EFILING"
    ) -> Exchange:
        """Type a slash command. What the acknowledgement holds is shown to the person alone."""
        there = self._place(channel, user)
        if not self.allowed.knows_command(name):
            return Exchange((), outcome.unknown_command(self.state, name, user, there.id))
        form = payloads.command(self.state, name, text, user, there.id, self.response_base)
        address = self.state.tickets.address(user, there.id, self.state.clock.seconds())
        attempt = self.delivery.command(form)
        return Exchange((attempt,), outcome.after_command(self.state, name, address, attempt))

    def press(
        self,
        target: Posted | View,
        action_id: str | None = None,
        value: Any = None,
        *,
        block_id: str | None = None,
        label: str | None = None,
        user: str | None = None,
    ) -> Exchange:
        """Use a control of a message or view: press a button, choose from a menu, pick a date.

        Found by all that is given, first in reading order; LookupError if there is none.
        `value` tells equal buttons apart; for a menu it is what is chosen (a list for several).
        """
        control = find_control(
            target.blocks, action_id=action_id, block_id=block_id, value=value, label=label
        )
        if isinstance(target, View):
            payload = payloads.view_action(self.state, target, control, value)
        else:
            who = user or self._default_user(target)
            if target.ephemeral_for not in (None, who):
                raise ValueError(f"{who} does not see that message")
            base = self.response_base
            payload = payloads.message_action(self.state, target, control, value, who, base)
        return self.interact(payload)

    def open_home(self, user: str = "U0ALICE", tab: str = "home") -> Exchange:
        """Open the bot's "home" or "messages" tab."""
        self.state.workspace.person(user)
        if "app_home_opened" not in self.allowed.events:
            return Exchange()
        return Exchange(tuple(self._event(payloads.opened_event(self.state, user, tab))))

    def fill(self, view: View, values: Mapping[str, Any]) -> None:
        """Type into a view, by `action_id`, or by `block_id` and `action_id`."""
        view.values = typed_values(view.blocks, dict(values), view.values)

    def submit(self, view: View, values: Mapping[str, Any] | None = None) -> Exchange:
        """Fill a modal and submit it. Nothing is sent while a mandatory field is empty."""
        self.fill(view, values or {})
        view.errors = missing(view)
        if view.errors:
            self.state.touch()
            return Exchange()
        attempt = self.delivery.interaction(payloads.submission(self.state, view))
        outcome.after_submission(self.state, view, attempt)
        return Exchange((attempt,))

    def close_view(self, view: View) -> Exchange:
        """Close a modal. The bot hears of it if the view asked for that."""
        with self.state.lock:
            self.state.views.close(view)
            self.state.touch()
        if not view.definition.get("notify_on_close"):
            return Exchange()
        return self.interact(payloads.closing(self.state, view))

    def shortcut(
        self, callback_id: str, user: str = "U0ALICE", message: Posted | None = None
    ) -> Exchange:
        """Use a global shortcut, or one from the menu of a message."""
        if message is None:
            return self.interact(payloads.shortcut(self.state, callback_id, user))
        base = self.response_base
        return self.interact(
            payloads.message_shortcut(self.state, callback_id, user, message, base)
        )

    def _events_of(self, message: Posted, channel: Channel) -> list[Json]:
        events = []
        bot = self.state.workspace.bot.id
        if bot not in channel.members:
            return []
        kinds = {"im": "message.im", "group": "message.groups", "channel": "message.channels"}
        if kinds[channel.type] in self.allowed.events:
            events.append(payloads.message_event(message, channel))
        mentioned = f"<@{bot}>" in message.text or f"<@{bot}|" in message.text
        if mentioned and channel.type != "im" and "app_mention" in self.allowed.events:
            events.append(payloads.mention_event(message, channel))
        return events

    def _changed(self, kind: str, message: Posted, /, **more: Any) -> Exchange:
        self.state.touch()
        channel = self.state.workspace.channels[message.channel]
        if channel.type != "im" or "message.im" not in self.allowed.events:
            return Exchange((), message)
        event = payloads.changed_event(self.state, kind, message, channel, **more)
        return Exchange(tuple(self._event(event)), message)

    def _place(self, channel: str, user: str) -> Channel:
        there = self.state.workspace.channels[channel]
        if user not in there.members:
            raise ValueError(f"{user} is not in {channel}")
        return there

    def _message(self, message: Posted | str) -> Posted:
        ts = message if isinstance(message, str) else message.ts
        for there in self.state.timeline:
            if there.ts == ts:
                return there
        raise LookupError(f"no message {ts}")

    def _default_user(self, message: Posted) -> str:
        channel = self.state.workspace.channels[message.channel]
        return message.ephemeral_for or channel.user or "U0ALICE"
