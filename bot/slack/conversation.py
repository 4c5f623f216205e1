"""What was said before: the desk's last turn with a person in a thread.

Keys are ids only. A direct message outside any thread goes on from the last one the person wrote,
wherever it was: many type "2" below the choices, not into their thread.
"""

from collections.abc import Iterable

from bot.helpdesk import Message, Reply, Turn
from bot.slack.errors import log_failure
from bot.slack.incoming import Command, Press, Question
from bot.slack.services import Services

_LATEST = "latest"
_COMMAND = "command"


def conversations_of(question: Question) -> tuple[str, ...]:
    """The conversations a question belongs to; the last is the one it goes on from."""
    thread = _key(question.team, question.channel, question.thread, question.user)
    latest = _key(question.team, question.channel, _LATEST, question.user)
    if not question.direct:
        return (thread,)
    return (thread, latest) if question.begins_thread else (latest, thread)


def conversation_of_command(command: Command) -> str:
    """Commands have no threads: all that a person types in one channel are one conversation."""
    return _key(command.team, command.channel, _COMMAND, command.user)


def conversations_of_press(press: Press) -> tuple[str, ...]:
    """The conversations that a press goes on with."""
    if not press.thread:
        return (_key(press.team, press.channel, _COMMAND, press.user),)
    thread = _key(press.team, press.channel, press.thread, press.user)
    latest = _key(press.team, press.channel, _LATEST, press.user)
    return (thread, latest) if press.channel.startswith("D") else (thread,)


def last_turn(services: Services, conversation: str) -> Turn | None:
    """The desk's last turn, if it is not too old."""
    return services.conversations.last_turn(conversation, services.now())


def remember(services: Services, conversations: Iterable[str], message: Message) -> None:
    """Keep what was said. It has been said: a failure here must not make it be said twice."""
    if isinstance(message, Reply):
        remember_turn(services, conversations, message.turn)


def remember_turn(services: Services, conversations: Iterable[str], turn: Turn) -> None:
    """Keep what the next message may lean on. A failure is noted, and that is all."""
    for conversation in conversations:
        try:
            services.conversations.remember(conversation, turn, services.now())
        except Exception as error:
            log_failure("remembering a conversation", error)


def _key(*parts: str) -> str:
    return ":".join(parts)
