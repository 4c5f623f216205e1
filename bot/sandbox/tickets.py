"""What Slack hands out for a short while: trigger ids and response addresses."""

from dataclasses import dataclass
from itertools import count

TRIGGER_SECONDS = 3.0
"""A `trigger_id` must be used within 3 s, and once."""
RESPONSE_SECONDS = 30 * 60.0
RESPONSE_USES = 5
"""A `response_url` is good for 5 uses in 30 minutes."""


@dataclass
class _Trigger:
    user: str
    issued: float
    used: bool = False


@dataclass
class ResponseAddress:
    """Where an answer to an interaction may be sent, without being a member of the channel."""

    id: str
    user: str
    channel: str
    issued: float
    message_ts: str | None = None
    uses: int = 0


class Tickets:
    """All trigger ids and response addresses handed out, by id. Times are `Clock.seconds`."""

    def __init__(self) -> None:
        self._numbers = count(1)
        self._triggers: dict[str, _Trigger] = {}
        self._addresses: dict[str, ResponseAddress] = {}

    def trigger(self, user: str, now: float) -> str:
        """A new trigger id for what `user` just did."""
        ticket = f"{next(self._numbers)}.0.trigger"
        self._triggers[ticket] = _Trigger(user, now)
        return ticket

    def exchange(self, ticket: str, now: float) -> tuple[str, str]:
        """Use a trigger id: the person it belongs to and "", or "" and Slack's error."""
        trigger = self._triggers.get(ticket)
        if trigger is None:
            return "", "invalid_trigger_id"
        if trigger.used:
            return "", "exchanged_trigger_id"
        if now - trigger.issued > TRIGGER_SECONDS:
            return "", "expired_trigger_id"
        trigger.used = True
        return trigger.user, ""

    def address(
        self, user: str, channel: str, now: float, message_ts: str | None = None
    ) -> ResponseAddress:
        """A new response address for what `user` did in `channel`."""
        address = ResponseAddress(f"R{next(self._numbers)}", user, channel, now, message_ts)
        self._addresses[address.id] = address
        return address

    def use_address(self, ticket: str, now: float) -> tuple[ResponseAddress | None, str]:
        """Use an address once more: it and "", or None and Slack's error."""
        address = self._addresses.get(ticket)
        if address is None or now - address.issued > RESPONSE_SECONDS:
            return None, "expired_url"
        if address.uses >= RESPONSE_USES:
            return None, "used_url"
        address.uses += 1
        return address, ""
