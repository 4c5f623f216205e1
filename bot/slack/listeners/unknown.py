"""What we no longer know, or do not know yet: old buttons, events that say nothing to us.

Slack counts whatever has no listener as a failure, shows people a warning sign, and sends events
again. So whatever an app of today is sent is acknowledged, and a press is answered.
"""

from collections.abc import Callable

from slack_bolt import Ack

from bot.slack.services import Services


def on_anything(_services: Services) -> Callable[..., None]:
    """Acknowledge, and do nothing."""

    def listen(ack: Ack) -> None:
        ack()

    return listen


def on_menu(_services: Services) -> Callable[..., None]:
    """A menu that asks what it may offer: nothing. We make no such menus."""

    def listen(ack: Ack) -> None:
        ack(options=[])

    return listen
