"""What every listener is given."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.helpdesk import Conversations, Deliveries, HelpDesk, People


@dataclass(frozen=True, slots=True)
class Services:
    """The desk and what is remembered. `desk` gives the newest version of the knowledge.

    `zones` remembers what Slack said about people's time zones, and when. `guide_listens_for` is
    how long the guide takes a message outside its thread for an answer.
    """

    desk: Callable[[], HelpDesk]
    deliveries: Deliveries
    conversations: Conversations
    people: People
    now: Callable[[], datetime]
    zones: dict[str, tuple[str | None, datetime]] = field(default_factory=dict)
    guide_listens_for: timedelta = timedelta(hours=24)
