"""Deliveries as such: events in their wrapping, interactions, retries, whatever is due."""

from collections.abc import Mapping

from bot.sandbox import payloads
from bot.sandbox.delivery import Delivery, Retry
from bot.sandbox.manifest import Grants
from bot.sandbox.methods.chat import post_due
from bot.sandbox.model import Attempt, Exchange, Json
from bot.sandbox.state import State


class Sending:
    """Brings envelopes and payloads to the bot, and keeps the last envelope in `last_event`."""

    def __init__(self, state: State, delivery: Delivery, allowed: Grants) -> None:
        self.state = state
        self.delivery = delivery
        self.allowed = allowed
        self.last_event: Json = {}
        self.response_base = ""
        state.clock.on_change(self.tick)

    def deliver(
        self,
        envelope: Json,
        retry: int = 0,
        reason: str = "http_timeout",
        headers: Mapping[str, str] | None = None,
    ) -> Exchange:
        """Deliver an event as it is, signed; as a retry when `retry` is 1 to 3."""
        return Exchange((self._attempt(envelope, retry, reason, headers),))

    def envelope(self, event: Json) -> Json:
        """An event of one's own making, wrapped for `deliver`."""
        return payloads.envelope(self.state, event)

    def interact(self, payload: Json) -> Exchange:
        """Deliver an interaction as it is, signed."""
        return Exchange((self.delivery.interaction(payload),))

    def retry_now(self) -> list[Exchange]:
        """Deliver again, now, each event that was not taken; without waiting for its time."""
        return [self._again(retry) for retry in self.delivery.take_due()]

    def tick(self) -> None:
        """Do what is due: scheduled messages, and retries."""
        post_due(self.state)
        for retry in self.delivery.take_due(self.state.clock.seconds()):
            self._again(retry)

    def _event(self, event: Json) -> list[Attempt]:
        envelope = self.envelope(event)
        copies = 2 if self.state.faults.take_copy() else 1
        return [self._attempt(envelope) for _ in range(copies)]

    def _attempt(
        self,
        envelope: Json,
        retry: int = 0,
        reason: str = "",
        headers: Mapping[str, str] | None = None,
    ) -> Attempt:
        self.last_event = envelope
        now = self.state.clock.seconds()
        return self.delivery.event(envelope, now, retry, reason, **(headers or {}))

    def _again(self, retry: Retry) -> Exchange:
        return Exchange((self._attempt(retry.envelope, retry.number, retry.reason),))
