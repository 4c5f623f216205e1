"""The made-up workspace: who is in it, where they talk, and the bot's place among them."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from bot.sandbox.model import Channel, Person

BOT = Person("U0BOT", "help_desk", "Help Desk", is_bot=True)
PEOPLE = (
    Person("U0ALICE", "alice", "Alice Moreno", "Paralegal"),
    Person("U0BEN", "ben", "Ben Whitfield", "Attorney, New York", zone="America/New_York"),
    Person("U0CLERK", "clara", "Clara Hughes", "Clerk's office"),
)
_EVERYBODY = frozenset(person.id for person in PEOPLE)
CHANNELS = (
    Channel("C0GENERAL", "general", _EVERYBODY, "The bot is not a member here"),
    Channel("C0EFILING", "e-filing", _EVERYBODY | {BOT.id}, "Questions about filing, together"),
    Channel(
        "C0CLERKS",
        "help-desk-clerks",
        frozenset({"U0CLERK", BOT.id}),
        "What the bot could not answer",
        is_private=True,
    ),
)


@dataclass
class Workspace:
    """People and channels, looked up by id. Direct messages with the bot are there for everyone."""

    bot: Person = BOT
    bot_id: str = "B0BOT"
    app_id: str = "A0BOT"
    team: str = "T0COURT"
    name: str = "Sandbox"
    bot_token: str = "xoxb-sandbox"  # noqa: S105 - a made-up token, good only here
    app_token: str = "xapp-sandbox"  # noqa: S105 - the same
    people: dict[str, Person] = field(default_factory=dict)
    channels: dict[str, Channel] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for channel in CHANNELS:
            self.channels.setdefault(channel.id, channel)
        for person in (self.bot, *PEOPLE):
            self.add(person)

    def add(self, person: Person, channels: Iterable[str] = ()) -> Person:
        """Take in a person, with a direct message to the bot, as a member of `channels`."""
        self.people.setdefault(person.id, person)
        if not person.is_bot:
            direct = Channel(
                direct_message_id(person.id),
                self.bot.name,
                frozenset({person.id, self.bot.id}),
                user=person.id,
            )
            self.channels.setdefault(direct.id, direct)
        for channel in channels:
            self.join(channel, person.id)
        return self.people[person.id]

    def join(self, channel: str, user: str) -> None:
        """Make somebody (or the bot) a member of a channel."""
        there = self.channels[channel]
        self.channels[channel] = replace(there, members=there.members | {user})

    def leave(self, channel: str, user: str) -> None:
        """Take somebody (or the bot) out of a channel."""
        there = self.channels[channel]
        self.channels[channel] = replace(there, members=there.members - {user})

    def person(self, user: str) -> Person:
        """Who that is; KeyError for a stranger to the workspace."""
        return self.people[user]

    def direct_message(self, user: str) -> str:
        """The id of a person's direct message with the bot."""
        return direct_message_id(user)

    def find_channel(self, channel: str) -> Channel | None:
        """A channel by id, or a person's direct message by the person's id."""
        if channel in self.people and channel != self.bot.id:
            channel = direct_message_id(channel)
        return self.channels.get(channel)


def direct_message_id(user: str) -> str:
    """The id of the direct message between a person and the bot."""
    return f"D{user[1:]}"
